import { readCsv, writeCsv } from './csv.ts';
import type { ToolDefinition } from './define.ts';
import { readFields } from './run.ts';
import { columnsOf, defaultState, isFilled, type ToolState, withField } from './state.ts';

/** Rows as they may leave the device: customers become 客户1, 客户2. */
export function sharedRows(tool: ToolDefinition, rows: readonly (readonly string[])[]): string[][] {
  const columns = Object.values(columnsOf(tool));
  return rows.map((row, n) =>
    row.map((cell, i) => {
      const column = columns[i];
      return column?.kind === 'text' && column.private && cell.trim() ? `客户${n + 1}` : cell;
    }),
  );
}

/** Keys are named, fields in error are left out; `rows` is CSV without a header. Ready to stand behind `#`. */
export function writeState(tool: ToolDefinition, state: ToolState): string {
  const params = new URLSearchParams();
  for (const [key, field] of Object.entries(readFields(tool, state.fields))) {
    if (field.state !== 'error') params.set(key, (state.fields[key] ?? '').trim());
  }
  const rows = state.rows.filter(isFilled);
  if (tool.rows || rows.length > 0) params.set('rows', writeCsv(sharedRows(tool, rows)));
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
  let read = state;
  for (const key of given) read = withField(tool.inputs, read, key, (params.get(key) ?? '').trim());
  // What a choice fills gives way to what the link itself says, in whatever order.
  for (const key of given) read.fields[key] = (params.get(key) ?? '').trim();
  Object.assign(state, read);
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
  const width = Object.keys(columnsOf(tool)).length;
  if (width > 0 && rows !== null) {
    found = true;
    state.rows = readCsv(rows).map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
  }
  return { state, found, notices };
}
