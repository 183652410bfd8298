import type { Decimal } from '../../number/decimal.ts';
import type { Input, Rows, ToolDefinition } from '../define.ts';
import type { Field } from '../field.ts';
import { compile } from '../compile.ts';
import { output } from '../output.ts';
import { readFields } from '../run.ts';
import { CellReader, EMPTY, LONG, OK, WRONG } from './cells.ts';
import { type Column, constant, either, nothing } from './column.ts';
import { Formulas, whyNot } from './formulas.ts';
import { type Integers, UNSAFE } from './integers.ts';
import {
  emptyColumn,
  isWords,
  type NumberResults,
  putShown,
  putWhole,
  type ResultColumn,
  shownPlaces,
} from './results.ts';
import { rounder } from './rounding.ts';

/** A table as it came in: rows of text, and where in them each column of the tool stands (−1: nowhere). */
export interface Cells {
  rows: readonly (readonly string[])[];
  at: readonly number[];
}
/** A cell that could not be read. */
export interface CellError {
  row: number;
  /** key of the column */
  column: string;
  says: string;
}
/** Results of all rows of a table. */
export interface RowResults {
  count: number;
  columns: ResultColumn[];
  /** the first `MOST_ERRORS` of them, in order */
  errors: CellError[];
  /** all of them */
  wrong: number;
  /** 1: the row lacks a number or has a wrong one, so that it has no results */
  leftOut: Uint8Array;
}
/** More nobody reads; they are counted. */
export const MOST_ERRORS = 1000;

/** Rows computed together: few enough for their columns to stay in the processor's cache. */
const CHUNK = 4096;
/** Of so many rows one may be unusual and go the scalar path without anybody waiting for it. */
const RARE = 64;
/** Numbers beyond these make products too long for doubles; a few of them must not slow down their whole chunk. */
const UNUSUAL_SIZE = 1e9;
const UNUSUAL_PLACES = 6;

const isCounted = (input: Input): boolean =>
  input.kind === undefined || input.kind === 'number' || input.kind === 'date';

/** The texts of one row, in the order of the tool's columns. */
export const cellsOf = ({ rows, at }: Cells, row: number): string[] =>
  at.map((source) => rows[row]?.[source] ?? '');

/** A column as it is read: each number with decimals of its own. */
interface ReadColumn {
  over: Float64Array;
  places: Uint8Array;
  long: Map<number, bigint>;
  /** EMPTY or WRONG */
  missing: Uint8Array;
}

/** The exact values of a column at one scale, that of the cell with most decimals; rows that go the scalar path do not count. */
function exact({ over, places, long, missing }: ReadColumn, odd: Uint8Array): Column {
  let scale = 0;
  for (let i = 0; i < places.length; i++) {
    if (!odd[i] && (places[i] as number) > scale) scale = places[i] as number;
  }
  const factors = Array.from({ length: scale + 1 }, (_, places) => 10 ** (scale - places));
  let most = 0;
  const doubles = new Float64Array(over.length);
  for (let i = 0; i < over.length; i++) {
    if (odd[i]) continue;
    const value = (over[i] as number) * (factors[places[i] as number] as number);
    doubles[i] = value;
    if (Math.abs(value) > most) most = Math.abs(value);
  }
  const values: Integers =
    most < UNSAFE
      ? doubles
      : Array.from(over, (x, i) =>
          odd[i] ? 0n : (long.get(i) ?? BigInt(x)) * 10n ** BigInt(scale - (places[i] as number)),
        );
  return { over: values, scale, noisy: false, ...(missing.some((state) => state !== OK) && { missing }) };
}

/** Rows with very long numbers, if they are so few that the scalar path does them sooner than BigInt the whole chunk. */
function unusual(read: ReadonlyMap<string, ReadColumn>, length: number): Uint8Array {
  const rows = new Uint8Array(length);
  for (const { over, places } of read.values()) {
    for (let i = 0; i < length; i++) {
      if (Math.abs(over[i] as number) > UNUSUAL_SIZE || (places[i] as number) > UNUSUAL_PLACES) rows[i] = 1;
    }
  }
  const many = rows.reduce((count, yes) => count + yes, 0) * RARE > length;
  return many ? rows.fill(0) : rows;
}

/** Rounds a result as `formatNumber` does and puts it in. */
function show(
  values: Column,
  lacking: Uint8Array,
  from: number,
  column: NumberResults,
  odd: Uint8Array,
): void {
  const { below, above, kept } = shownPlaces(column.unit);
  const { over, under, scale, missing } = values;
  const unit = 10 ** -scale;
  const round = rounder(values, above, 'half', odd);
  const roundBelow = below === above ? round : rounder(values, below, 'half', odd);
  for (let i = 0; i < lacking.length; i++) {
    if (lacking[i] || missing?.[i] || odd[i]) continue;
    // At 1 itself both are shown alike.
    const small = below !== above && Math.abs(Number(over[i]) / Number(under?.[i] ?? 1)) * unit < 1;
    const whole = small ? roundBelow(i) : round(i);
    putWhole(column, from + i, whole, kept - (small ? below : above));
  }
}

/** Computes row formulas of a tool for many rows at once; gives what `run` shows, to the last digit, some hundred times faster. */
export class RowEngine {
  readonly #tool: ToolDefinition;
  readonly #typed: Readonly<Record<string, string>>;
  readonly #rows: Rows;
  readonly #shared: Record<string, Field>;
  readonly #readers: Map<string, CellReader>;

  /** See `rowEngine`. */
  constructor(tool: ToolDefinition, rows: Rows, typed: Readonly<Record<string, string>>) {
    this.#tool = tool;
    this.#typed = typed;
    this.#rows = rows;
    this.#shared = readFields(tool, typed);
    this.#readers = new Map(
      Object.entries(rows.columns).flatMap(([key, input]) =>
        isCounted(input) ? [[key, new CellReader(input)] as const] : [],
      ),
    );
  }

  /** @param report hears after each chunk how many rows are done */
  compute(cells: Cells, report: (done: number) => void = () => undefined): RowResults {
    const count = cells.rows.length;
    const all = emptyResults(this.#tool, count);
    for (let from = 0; from < count; from += CHUNK) {
      const to = Math.min(from + CHUNK, count);
      this.#chunk(cells, from, to, all);
      report(to);
    }
    return all;
  }

  #chunk(cells: Cells, from: number, to: number, all: RowResults): void {
    const length = to - from;
    const errors: CellError[] = [];
    const read = this.#read(cells, from, to, errors);
    const odd = unusual(read, length);
    const known = new Map<string, Column>();
    for (const [key, field] of Object.entries(this.#shared)) {
      const isNumber = field.state === 'ok' && typeof field.value === 'object' && !Array.isArray(field.value);
      known.set(key, isNumber ? constant(field.value as Decimal, length) : nothing(length));
    }
    for (const [key, column] of read) known.set(key, exact(column, odd));
    const formulas = new Formulas(this.#rows.results, known, odd);
    const lacking = this.#lacking(read, length);
    for (const { when, field } of this.#rows.checks ?? []) {
      const { holds, missing } = formulas.test(compile(when));
      const gone = either(missing, read.get(field)?.missing);
      holds.forEach((yes, i) => {
        if (yes && !gone?.[i]) odd[i] = 1;
      });
    }
    for (const column of all.columns) {
      if (!isWords(column)) show(formulas.value(column.key), lacking, from, column, odd);
    }
    all.leftOut.set(lacking, from);
    this.#byScalar(cells, from, odd, errors, all);
  }

  #read(cells: Cells, from: number, to: number, errors: CellError[]): Map<string, ReadColumn> {
    const columns = new Map<string, ReadColumn>();
    Object.keys(this.#rows.columns).forEach((key, index) => {
      const reader = this.#readers.get(key);
      if (!reader) return;
      const source = cells.at[index] ?? -1;
      const column: ReadColumn = {
        over: new Float64Array(to - from),
        places: new Uint8Array(to - from),
        long: new Map(),
        missing: new Uint8Array(to - from),
      };
      for (let row = from; row < to; row++) {
        const i = row - from;
        const state = reader.read(cells.rows[row]?.[source] ?? '');
        if (state === OK || state === LONG) {
          column.over[i] = reader.over;
          column.places[i] = reader.places;
          if (state === LONG) column.long.set(i, reader.whole);
        } else {
          column.missing[i] = state;
          if (state === WRONG) errors.push({ row, column: key, says: reader.says });
        }
      }
      columns.set(key, column);
    });
    return columns;
  }

  /** Rows without results: `run` wants all numbers of a row, but for those that may be left empty. */
  #lacking(read: ReadonlyMap<string, ReadColumn>, length: number): Uint8Array {
    const lacking = new Uint8Array(length);
    for (const [key, { missing }] of read) {
      const input = this.#rows.columns[key];
      const optional = input && 'optional' in input && input.optional;
      missing.forEach((state, i) => {
        if (state === WRONG || (state === EMPTY && !optional)) lacking[i] = 1;
      });
    }
    return lacking;
  }

  /** The rows columns could not do, one at a time, in place of what columns made of them. */
  #byScalar(cells: Cells, from: number, odd: Uint8Array, errors: CellError[], all: RowResults): void {
    const keys = Object.keys(this.#rows.columns);
    const own = errors.filter(({ row }) => !odd[row - from]);
    odd.forEach((yes, i) => {
      if (!yes) return;
      const row = from + i;
      const state = { fields: { ...this.#typed }, rows: [cellsOf(cells, row)] };
      const { rows, leftOut } = output(this.#tool, state);
      for (const column of all.columns) putShown(column, row, rows[0]?.results[column.key]);
      for (const [column, says] of Object.entries(rows[0]?.errors ?? {})) own.push({ row, column, says });
      all.leftOut[row] = leftOut.length;
    });
    own.sort((a, b) => a.row - b.row || keys.indexOf(a.column) - keys.indexOf(b.column));
    all.wrong += own.length;
    all.errors.push(...own.slice(0, MOST_ERRORS - all.errors.length));
  }
}

/**
 * The fast path of a tool with rows, or why there is none: words, lists, powers, added functions, and formulas that speak of
 * all rows. `typed`: the fields beside the table.
 */
export function rowEngine(
  tool: ToolDefinition,
  typed: Readonly<Record<string, string>>,
): { engine: RowEngine; why?: undefined } | { engine?: undefined; why: string } {
  const { rows } = tool;
  if (!rows) return { why: 'no rows' };
  const odd = Object.entries(rows.columns).find(([, input]) => !isCounted(input) && input.kind !== 'text');
  if (odd) return { why: `the column ${odd[0]} holds no numbers` };
  const words = Object.entries(rows.results).find(([, { unit }]) => unit === 'word' || unit === 'date');
  if (words) return { why: `the result ${words[0]} is no number` };
  const isKnown = (key: string): boolean => {
    const input = rows.columns[key] ?? tool.inputs[key];
    return input !== undefined && isCounted(input);
  };
  const conditions = (rows.checks ?? []).map(({ when }) => when);
  const why = whyNot(rows.results, conditions, isKnown);
  return why ? { why } : { engine: new RowEngine(tool, rows, typed) };
}

/** Room for the results of so many rows. */
export const emptyResults = ({ rows }: ToolDefinition, count: number): RowResults => ({
  count,
  columns: Object.entries(rows?.results ?? {})
    .filter(([, { step }]) => !step)
    .map(([key, result]) => emptyColumn(key, result, count)),
  errors: [],
  wrong: 0,
  leftOut: new Uint8Array(count),
});
