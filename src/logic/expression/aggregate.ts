import { compare, type Decimal, decimal, ZERO } from '../number/decimal.ts';
import { splitByWeight } from '../number/split.ts';
import type { Expression } from './ast.ts';
import { evaluate, type Scope, test } from './evaluate.ts';
import { type Aggregate, addFunctions, number } from './functions.ts';
import { None } from './none.ts';

const valuesOf = ([of, where]: readonly Expression[], rows: readonly Scope[]): Decimal[] =>
  rows.filter((row) => !where || test(where, row)).map((row) => number(of && evaluate(of, row)));

const extreme =
  (beats: 1 | -1): Aggregate['over'] =>
  (args, rows) => {
    const values = valuesOf(args, rows);
    if (values.length === 0) throw new None('没有合条件的行');
    return values.reduce((best, x) => (compare(x, best) === beats ? x : best));
  };

/** Sums from the largest value down, of equal ones in the order typed; given back in the order typed. */
const running: Aggregate['over'] = (args, rows) => {
  const values = valuesOf(args, rows);
  const order = values
    .map((_, i) => i)
    .sort((a, b) => compare(values[b] ?? ZERO, values[a] ?? ZERO) || a - b);
  const sums: Decimal[] = [];
  let sum = ZERO;
  for (const i of order) sums[i] = sum = sum.plus(values[i] ?? ZERO);
  return sums;
};

const split: Aggregate['over'] = ([amount, ...weight], rows, whole) => {
  const parts = splitByWeight(number(amount && evaluate(amount, whole)), valuesOf(weight, rows));
  if (!parts) throw new None('权重合计是0，分不下去');
  return parts;
};

/** What formulas of a table ask of all its rows; a definition with rows imports this file. */
addFunctions({
  /** sum(x), sum(x, where) */
  sum: {
    face: '合计',
    takes: [1, 2],
    over: (args, rows) => valuesOf(args, rows).reduce((a, b) => a.plus(b), ZERO),
  },
  /** count(where) */
  count: {
    face: '行数',
    takes: [1, 1],
    over: ([where], rows) => decimal(rows.filter((row) => where && test(where, row)).length),
  },
  /** largest(x), largest(x, where) */
  largest: { face: '各行最大', takes: [1, 2], over: extreme(1) },
  smallest: { face: '各行最小', takes: [1, 2], over: extreme(-1) },
  /** for each row: running(x) */
  running: { face: '从大到小累计', takes: [1, 1], over: running },
  /** for each row: split(amount, weight), to the fen */
  split: { face: '拆给各行', takes: [2, 2], over: split },
});
