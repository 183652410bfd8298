import { readCsv, writeCsv } from './csv.ts';
import { type Input, isNumber, type ToolDefinition } from './define.ts';
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

/** Whether somebody typed anything into a row. */
export const isFilled = (row: readonly string[] | undefined): boolean =>
  (row ?? []).some((cell) => cell.trim() !== '');

/** The state with one field typed into, and the fields that follow it filled anew. */
export function withField(
  inputs: Readonly<Record<string, Input>>,
  { fields, rows }: ToolState,
  key: string,
  typed: string,
): ToolState {
  const following = Object.entries(inputs).flatMap(([name, input]) => {
    const { choice, values = {} } = (isNumber(input) && input.follows) || {};
    return choice === key && Object.hasOwn(values, typed) ? [[name, values[typed]]] : [];
  });
  return { fields: { ...fields, ...Object.fromEntries(following), [key]: typed }, rows };
}

/** The columns of a tool's table, or of its batch: a name and all inputs. */
export const columnsOf = ({ rows, batch, inputs }: ToolDefinition): Readonly<Record<string, Input>> =>
  rows?.columns ?? (batch ? { name: { kind: 'text', label: batch.each, default: '' }, ...inputs } : {});

/** Rows as they may leave the device: customers become 客户1, 客户2. */
function shareable(tool: ToolDefinition, rows: readonly (readonly string[])[]): string[][] {
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
  if (tool.rows || rows.length > 0) params.set('rows', writeCsv(shareable(tool, rows)));
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
