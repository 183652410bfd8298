import type { Check, Input, Remark, Result, Rows, Tone, ToolDefinition } from './define.ts';
import { type Field, readField } from './field.ts';
import { type Outcome, rowLevel, ToolScope } from './scope.ts';
import type { ToolState } from './state.ts';

export { type Outcome, ToolScope } from './scope.ts';

export interface Said {
  tone: Tone;
  text: string;
  source?: string;
}
export interface RunRow {
  /** whether all its numbers and days are there: only then it has results and is part of totals */
  counts: boolean;
  fields: Record<string, Field>;
  results: Record<string, Outcome>;
  reading: Said[];
  scope: ToolScope;
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
  const scope = new ToolScope(tool, fields);
  markWrong(tool.checks, fields, scope);
  return fields;
}

/** All conditions are asked before any field is marked, so that their order does not matter. */
function markWrong(
  checks: readonly Check[] | undefined,
  fields: Record<string, Field>,
  scope: ToolScope,
): void {
  const wrong = (checks ?? []).filter(
    ({ when, field }) => fields[field]?.state === 'ok' && scope.holds(when),
  );
  for (const { field, says } of wrong) fields[field] = { state: 'error', says: scope.tell(says) ?? says };
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

interface Read {
  fields: Record<string, Field>;
  rows: ReadRow[];
  scope: ToolScope;
}

/** What was typed, read; results are worked out when the scope is asked for them. */
export function read(tool: ToolDefinition, state: ToolState): Read {
  const fields = readFields(tool, state.fields);
  const { sums = [], rows } = tool;
  const scope = new ToolScope(tool, fields, { sums, ...(rows && { below: rowLevel(rows) }) });
  const own = rows ? state.rows.map((cells) => readRow(rows, cells, scope)) : [];
  scope.setRows(own.filter(({ counts }) => counts).map((row) => row.scope));
  return { fields, rows: own, scope };
}

/** Computes everything a tool shows from what was typed. Never throws for any text in any field. */
export function run(tool: ToolDefinition, state: ToolState): Run {
  const { fields, rows, scope } = read(tool, state);
  const { results = {}, reading = [] } = tool.rows ?? {};
  return {
    fields,
    results: outcomes(tool.results, scope),
    rows: rows.map(({ why, ...row }) => ({
      ...row,
      results: row.counts ? outcomes(results, row.scope) : withoutResults(results, why),
      reading: row.counts ? say(reading, row.scope) : [],
    })),
    warnings: say(tool.warnings, scope),
    reading: say(tool.reading, scope),
    scope,
  };
}

interface ReadRow {
  counts: boolean;
  /** why not: the first cell that is missing or wrong */
  why: string;
  fields: Record<string, Field>;
  scope: ToolScope;
}

/** One row with its own cells; a row that lacks a number or a day, or has a wrong one, does not count. */
function readRow(rows: Rows, cells: readonly string[], whole: ToolScope): ReadRow {
  const keys = Object.keys(rows.columns);
  const fields = readEach(rows.columns, (key) => cells[keys.indexOf(key)] ?? '');
  const scope = new ToolScope(rowLevel(rows), fields, { whole });
  markWrong(rows.checks, fields, scope);
  const lacking = keys.find((key) => {
    const column = rows.columns[key];
    const state = fields[key]?.state;
    const may = column?.kind === 'text' || (column && 'optional' in column && column.optional);
    return state === 'error' || (state === 'empty' && !may);
  });
  const verb = lacking && fields[lacking]?.state === 'error' ? '先改好' : '先填';
  return { counts: lacking === undefined, why: `${verb}「${scope.label(lacking ?? '')}」`, fields, scope };
}

const withoutResults = (results: Readonly<Record<string, Result>>, why: string): Record<string, Outcome> =>
  Object.fromEntries(
    Object.entries(results)
      .filter(([, result]) => !result.step)
      .map(([key]) => [key, { exists: false, machine: '', text: '—', why }]),
  );
