import type { Encoding, Refused } from '../logic/exchange/encoding.ts';
import type { Aliases, Mapping, TableIn } from '../logic/exchange/table.ts';
import type { CellError } from '../logic/tools/columns/engine.ts';
import type { Total } from '../logic/tools/columns/results.ts';
import type { Shown, ToolOutput } from '../logic/tools/output.ts';

/** What the page asks of the worker that holds a large table, and what it gets. */
export interface Questions {
  /** A new table, or the same one read or computed anew; what is left out stays as it was. */
  open: {
    ask: {
      tool?: { id: string; batch: boolean };
      /** typed into the fields beside the table */
      fields?: Readonly<Record<string, string>>;
      /** a file, or text that was pasted */
      source?: Uint8Array | string;
      encoding?: Encoding;
      mapping?: Mapping;
      /** other names of columns, by key */
      aliases?: Aliases;
    };
    answer: Opened | Unsettled;
  };
  /** Rows of the view, by their place in it. */
  rows: { ask: { from: number; to: number }; answer: { rows: RowShown[] } };
  /** Orders the view by a result, or as the rows came; `leftOut`: only rows without results. */
  order: {
    ask: { by?: string; largestFirst?: boolean; leftOut?: boolean };
    answer: { count: number };
  };
  /** Everything as a file, rows as they came. */
  file: { ask: { kind: 'csv' | 'xlsx' }; answer: { blob: Blob } };
  /** One result of all rows, to draw or to count on with: values[row] · 10^-places where it exists. */
  column: {
    ask: { key: string };
    answer: { places: number; exists: Uint8Array; values: Float64Array };
  };
}
export type Question = keyof Questions;

interface Read extends Pick<TableIn, 'header' | 'width' | 'at' | 'problems'> {
  /** how the characters of the file were read; absent for .xlsx and pasted text */
  encoding?: Encoding;
  /** what the person should look at */
  notice?: string;
}
/** A table that has been computed. */
export interface Opened extends Read {
  state: 'open';
  count: number;
  /** rows that lack a number or have a wrong one */
  leftOut: number;
  /** cells in error, the first thousand of them */
  errors: (CellError & { line: number })[];
  /** all of them */
  wrong: number;
  totals: Total[];
  /** results of the table as a whole, and what is said of it */
  whole: Pick<ToolOutput, 'results' | 'errors' | 'warnings' | 'reading'>;
}
/** A table of which somebody has to say which column is which. */
export interface Unsettled extends Read {
  state: 'unsettled';
  count: number;
  /** its first rows */
  preview: readonly (readonly string[])[];
}
export interface RowShown {
  /** from 0, in the order they came */
  row: number;
  /** line of the source, from 1 */
  line: number;
  /** by the columns of the tool */
  cells: string[];
  results: Record<string, Shown>;
  errors: Record<string, string>;
}

export type Ask<Q extends Question = Question> = {
  [K in Q]: { id: number; question: K } & Questions[K]['ask'];
}[Q];
export type Answer =
  { id: number; progress: number } | { id: number; done: Questions[Question]['answer'] | Refused };
