import { ceil, type Decimal, fen, floor } from '../number/decimal.ts';
import type { Expression } from './ast.ts';
import type { Scope } from './evaluate.ts';
import { None } from './none.ts';

export type Value = Decimal | string | readonly Decimal[];

/** A function formulas may call: the name people read, how many values it takes (absent: one or more), what it does. */
export interface FormulaFunction {
  face: string;
  takes?: number;
  apply: (...args: Value[]) => Value;
}

/** What speaks of all rows of a table: makes of them one value, or one for each row in their order. See ./aggregate.ts. */
export interface Aggregate {
  face: string;
  takes: readonly [least: number, most: number];
  over: (args: readonly Expression[], rows: readonly Scope[], whole: Scope) => Decimal | readonly Decimal[];
}

/** One number. @throws None for words and lists */
export const number = (value: Value | undefined): Decimal => {
  if (value === undefined || typeof value === 'string' || Array.isArray(value))
    throw new None('这一步要用数字');
  return value as Decimal;
};
/** Numbers and lists of numbers in a row. */
export const numbers = (values: readonly (Value | undefined)[]): Decimal[] =>
  values.flatMap((v) => (Array.isArray(v) ? (v as Decimal[]) : [number(v)]));
const extreme =
  (take: 'gt' | 'lt') =>
  (...args: Value[]) =>
    numbers(args).reduce((best, x) => (x[take](best) ? x : best));

const BY_NAME: Readonly<Record<string, FormulaFunction>> = {
  max: { face: '取大', apply: extreme('gt') },
  min: { face: '取小', apply: extreme('lt') },
  ceil: { face: '向上取整', takes: 1, apply: (x) => ceil(number(x)) },
  floor: { face: '向下取整', takes: 1, apply: (x) => floor(number(x)) },
  fen: { face: '四舍五入到分', takes: 1, apply: (x) => fen(number(x)) },
};

const known = new Map<string, FormulaFunction | Aggregate>(Object.entries(BY_NAME));

/** Everything formulas may call, by the name they call it. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction | Aggregate> = known;

/** Adds what only some tools need; a definition imports the file that calls this. */
export function addFunctions(functions: Readonly<Record<string, FormulaFunction | Aggregate>>): void {
  for (const [name, each] of Object.entries(functions)) known.set(name, each);
}
