import { readCsv, writeCsv } from './csv.ts';
import type { ToolDefinition } from './define.ts';
import { readFields } from './run.ts';

/** What a person has typed into a tool, as text: nothing is lost between typing, links and storage. */
export interface ToolState {
  fields: Record<string, string>;
  rows: string[][];
}

export function defaultState(tool: ToolDefinition): ToolState {
  return {
    fields: Object.fromEntries(Object.entries(tool.inputs).map(([key, input]) => [key, input.default])),
    rows: (tool.rows?.defaults ?? []).map((row) => [...row]),
  };
}

/** Keys are named, fields in error are left out; `rows` is CSV without a header. Ready to stand behind `#`. */
export function writeState(tool: ToolDefinition, state: ToolState): string {
  const params = new URLSearchParams();
  for (const [key, field] of Object.entries(readFields(tool, state.fields))) {
    if (field.state !== 'error') params.set(key, (state.fields[key] ?? '').trim());
  }
  if (tool.rows)
    params.set('rows', writeCsv(state.rows.filter((row) => row.some((cell) => cell.trim() !== ''))));
  return params.toString();
}

export interface ReadState {
  state: ToolState;
  /** whether any key of this tool was there */
  found: boolean;
  /** one sentence for each value that could not be used */
  notices: string[];
}

/** Reads a fragment or query. Unknown keys are ignored; a bad value falls back to the default and is named. */
export function readState(tool: ToolDefinition, text: string): ReadState {
  const params = new URLSearchParams(text.replace(/^[#?]/, ''));
  const state = defaultState(tool);
  const given = Object.keys(tool.inputs).filter((key) => params.has(key));
  for (const key of given) state.fields[key] = (params.get(key) ?? '').trim();
  const notices: string[] = [];
  const fields = readFields(tool, state.fields);
  for (const key of given) {
    const input = tool.inputs[key];
    const field = fields[key];
    if (!input || field?.state !== 'error') continue;
    state.fields[key] = input.default;
    notices.push(`链接里的「${input.label}」用不了（${field.says}），先按${input.default || '空'}算。`);
  }
  let found = given.length > 0;
  const rows = params.get('rows');
  if (tool.rows && rows !== null) {
    found = true;
    const width = Object.keys(tool.rows.columns).length;
    state.rows = readCsv(rows).map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
  }
  return { state, found, notices };
}
