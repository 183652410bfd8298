/** The contract of one tool, written a second time: its fields, and every keyed result by an arithmetic of its own. */
import fc from 'fast-check';
import type { Field, Fields, Values } from './fields.ts';
import { Maybe } from './maybe.ts';
import { exactly, token, type Wanted } from './wanted.ts';

/** Inputs by key and rows of cells, as plain text. */
export interface Vector {
  given: Readonly<Record<string, string>>;
  rows?: readonly (readonly string[])[];
}
/** A row whose numbers and days are all there, and its place among all rows. */
interface Row<C extends Fields> {
  n: number;
  cells: Values<C>;
}
/** A number exact or none, a word or none, or something less simple. */
type Result = Maybe | string | undefined | Wanted;

interface Written<F extends Fields, C extends Fields> {
  fields: F;
  /** columns of its table, in the order of links */
  columns?: C;
  /** keys of results a row has */
  each?: readonly string[];
  defaults?: readonly (readonly string[])[];
  /** ordinary numbers, other than the defaults; then cases that deserve to be named: thresholds, ties, what has no result */
  vectors: readonly [Vector, ...Vector[]];
  /** drawn inputs to try, fewer where the second method is slow */
  runs?: number;
  /** every keyed result; what makes a field or row wrong only beside the others is said here too */
  results: (given: Values<F>, rows: readonly Row<C>[]) => Readonly<Record<string, Result>>;
}

interface Drawn {
  plain: Vector;
  /** the same in the dress people give it */
  typed: { given: Record<string, string>; rows: string[][] };
}
export interface Contract {
  id: string;
  defaults: Readonly<Record<string, string>>;
  defaultRows: readonly (readonly string[])[] | undefined;
  columns: readonly string[];
  each: readonly string[];
  vectors: readonly [Vector, ...Vector[]];
  runs: number;
  drawn: fc.Arbitrary<Drawn>;
  /** every keyed result, of row N by `key.N` */
  wanted: (vector: Vector) => Record<string, Wanted>;
}

const DECIMAL = /^\d+(\.\d+)?$/;
const readAll = <F extends Fields>(fields: F, plain: (key: string, i: number) => string): Values<F> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field], i) => [key, field.read(plain(key, i))]),
  ) as Values<F>;

function wantedOf(result: Result): Wanted {
  if (result instanceof Maybe) return exactly(result);
  return typeof result === 'object' ? result : token(result);
}

/** A plain text and one dress of it; words and faults are left as they are. */
const dressed = (field: Field<unknown>): fc.Arbitrary<{ plain: string; typed: string }> =>
  fc.tuple(field.plain, fc.option(fc.nat(), { freq: 3 })).map(([plain, which]) => {
    const { dresses } = field;
    const dress = which === null ? undefined : dresses[which % dresses.length];
    const fits = DECIMAL.test(plain) || /^\d[\d,.-]+$/.test(plain);
    return { plain, typed: dress && fits ? dress(plain) : plain };
  });

/** Whether a cell is there where a row needs it. */
const isThere = (field: Field<unknown>, value: unknown): boolean =>
  !field.needed || (value instanceof Maybe ? value.fraction !== undefined : value !== undefined);

export function contract<F extends Fields, C extends Fields = Record<never, never>>(
  id: string,
  { fields, columns = {} as C, each = [], defaults, vectors, runs = 300, results }: Written<F, C>,
): Contract {
  const keys = Object.keys(fields);
  const names = Object.keys(columns);
  const blank = names.map(() => ({ plain: '', typed: '' }));
  const row = fc.tuple(...Object.values(columns).map(dressed));
  const table = fc.array(
    fc.oneof({ weight: 15, arbitrary: row }, { weight: 1, arbitrary: fc.constant(blank) }),
    {
      maxLength: 8,
    },
  );
  const rowsOf = (vector: Vector): readonly (readonly string[])[] => vector.rows ?? defaults ?? [];
  return {
    id,
    defaults: Object.fromEntries(keys.map((key) => [key, fields[key]?.default ?? ''])),
    defaultRows: defaults,
    columns: names,
    each,
    vectors,
    runs,
    drawn: fc
      .tuple(
        fc.tuple(...keys.map((key) => dressed(fields[key]!))),
        names.length > 0 ? table : fc.constant([]),
      )
      .map(([cells, rows]) => {
        const pick = (which: 'plain' | 'typed') => ({
          given: Object.fromEntries(keys.map((key, i) => [key, cells[i]?.[which] ?? ''])),
          rows: rows.map((each) => each.map((cell) => cell[which])),
        });
        return { plain: pick('plain'), typed: pick('typed') };
      }),
    wanted: (vector) => {
      const given = readAll(fields, (key) => vector.given[key] ?? fields[key]?.default ?? '');
      const all = rowsOf(vector);
      const rows = all.flatMap((cells, n) => {
        const read = readAll(columns, (_, i) => cells[i] ?? '');
        const whole =
          cells.some((cell) => cell.trim() !== '') && names.every((key) => isThere(columns[key]!, read[key]));
        return whole ? [{ n, cells: read }] : [];
      });
      const worked = Object.entries(results(given, rows)).map(([key, result]) => [key, wantedOf(result)]);
      const wanted = Object.fromEntries(worked) as Record<string, Wanted>;
      // Blank and bad rows keep their place and have no results.
      for (const n of all.keys()) for (const key of each) wanted[`${key}.${n}`] ??= token(undefined);
      return wanted;
    },
  };
}

/** Results of each row as `key.N`. */
export const ofRows = <C extends Fields>(
  rows: readonly Row<C>[],
  results: (cells: Values<C>, index: number) => Readonly<Record<string, Result>>,
): Record<string, Result> =>
  Object.fromEntries(
    rows.flatMap(({ n, cells }, index) =>
      Object.entries(results(cells, index)).map(([key, result]) => [`${key}.${n}`, result]),
    ),
  );
