import type { ToolDefinition } from './define.ts';
import { type Outcome, read } from './run.ts';
import type { ToolState } from './state.ts';

/**
 * What a result comes to with something else typed into one field, the others as they are. Nothing when that makes a
 * field wrong that reads well alone: nobody could leave it so.
 */
export function trial(
  tool: ToolDefinition,
  state: ToolState,
  result: string,
): (key: string, typed: string) => Outcome | undefined {
  const alone = read({ ...tool, checks: [] }, state).fields;
  return (key, typed) => {
    const { fields, scope } = read(tool, { ...state, fields: { ...state.fields, [key]: typed } });
    const wrong = Object.keys(fields).some(
      (k) => fields[k]?.state === 'error' && (k === key || alone[k]?.state !== 'error'),
    );
    return wrong ? undefined : scope.outcome(result);
  };
}
