import type { Input, Remark, Result, Tone, ToolDefinition } from './define.ts';
import { type Field, readField } from './field.ts';
import { type Outcome, ToolScope } from './scope.ts';
import type { ToolState } from './state.ts';

export { type Outcome, ToolScope } from './scope.ts';

export interface Said {
  tone: Tone;
  text: string;
  source?: string;
}
export interface RunRow {
  fields: Record<string, Field>;
  results: Record<string, Outcome>;
  reading: Said[];
}
export interface Run {
  fields: Record<string, Field>;
  results: Record<string, Outcome>;
  rows: RunRow[];
  warnings: Said[];
  reading: Said[];
  scope: ToolScope;
}

type Inputs = Readonly<Record<string, Input>>;

const readEach = (inputs: Inputs, typed: (key: string) => string): Record<string, Field> =>
  Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, readField(input, typed(key))]));

/** What was typed, field by field; a field that reads well alone but not beside the others is an error too. */
export function readFields(tool: ToolDefinition, typed: ToolState['fields']): Record<string, Field> {
  const fields = readEach(tool.inputs, (key) => typed[key] ?? '');
  const scope = new ToolScope(tool.inputs, tool.results, fields);
  const wrong = (tool.checks ?? []).filter(
    ({ when, field }) => fields[field]?.state === 'ok' && scope.holds(when),
  );
  for (const { field, says } of wrong) fields[field] = { state: 'error', says: scope.tell(says) ?? says };
  return fields;
}

const outcomes = (results: Readonly<Record<string, Result>>, scope: ToolScope): Record<string, Outcome> =>
  Object.fromEntries(
    Object.entries(results)
      .filter(([, result]) => !result.step)
      .map(([key]) => [key, scope.outcome(key)]),
  );

const say = (remarks: readonly Remark[] | undefined, scope: ToolScope): Said[] =>
  (remarks ?? []).flatMap(({ when, unless, says, tone, source }) => {
    if ((when && !scope.holds(when)) || (unless && scope.holds(unless))) return [];
    const text = scope.tell(says);
    return text === undefined ? [] : [{ tone, text, ...(source && { source }) }];
  });

/** Computes everything a tool shows from what was typed. Never throws for any text in any field. */
export function run(tool: ToolDefinition, state: ToolState): Run {
  const fields = readFields(tool, state.fields);
  const scope = new ToolScope(tool.inputs, tool.results, fields, tool.sums);
  return {
    fields,
    results: outcomes(tool.results, scope),
    rows: runRows(tool, state, fields),
    warnings: say(tool.warnings, scope),
    reading: say(tool.reading, scope),
    scope,
  };
}

function runRows(tool: ToolDefinition, state: ToolState, shared: Record<string, Field>): RunRow[] {
  const { rows } = tool;
  if (!rows) return [];
  const keys = Object.keys(rows.columns);
  return state.rows.map((cells) => {
    const own = readEach(rows.columns, (key) => cells[keys.indexOf(key)] ?? '');
    const scope = new ToolScope({ ...tool.inputs, ...rows.columns }, rows.results, { ...shared, ...own });
    return { fields: own, results: outcomes(rows.results, scope), reading: say(rows.reading, scope) };
  });
}
