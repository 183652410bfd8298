import { type Run, run } from '#logic/tools/run.ts';
import { loadTools } from '#logic/tools/catalog.ts';
import type { ToolDefinition } from '#logic/tools/define.ts';
import { defaultState, type ToolState } from '#logic/tools/state.ts';

export const tools = await loadTools();

export function toolNamed(id: string): ToolDefinition {
  const tool = tools.find((each) => each.id === id);
  if (!tool) throw new RangeError(`no tool ${id}`);
  return tool;
}

type Rows = readonly (readonly string[])[];

/** The tool's defaults with some fields, or all rows, replaced. */
export function stateOf(
  tool: ToolDefinition,
  given: Readonly<Record<string, string>> = {},
  rows?: Rows,
): ToolState {
  const state = defaultState(tool);
  return { fields: { ...state.fields, ...given }, rows: (rows ?? state.rows).map((row) => [...row]) };
}

/** Machine values by key; of row N by `key.N`; empty where a result does not exist. */
export function machinesOf(result: Run): Record<string, string> {
  const all = Object.entries(result.results).map(([key, outcome]) => [key, outcome.machine]);
  const rows = result.rows.flatMap((row, n) =>
    Object.entries(row.results).map(([key, outcome]) => [`${key}.${n}`, outcome.machine]),
  );
  return Object.fromEntries([...all, ...rows]) as Record<string, string>;
}

/** What a tool gives for some fields, the others at their defaults. */
export const machines = (
  id: string,
  given: Readonly<Record<string, string>> = {},
  rows?: Rows,
): Record<string, string> => machinesOf(run(toolNamed(id), stateOf(toolNamed(id), given, rows)));
