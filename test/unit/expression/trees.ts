import fc from 'fast-check';
import type { Comparison, Expression, Operator } from '#logic/expression/ast.ts';
import { FUNCTIONS } from '#logic/expression/functions.ts';
import { decimal } from '#logic/number/decimal.ts';

export const KEYS = ['uv', 'cvr0', 'aov', 'x_1'];
export const TOKENS = ['pass', 'fail', 'no way'];

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .integer({ min: 0, max: 10 ** 9 })
    .map((n): Expression => ({ type: 'number', value: decimal(n).div(1000) })),
  fc
    .integer({ min: 0, max: 10 ** 6 })
    .map((n): Expression => ({ type: 'number', value: decimal(n).div(10000), percent: true })),
  fc.constantFrom(...KEYS).map((key): Expression => ({ type: 'key', key })),
);
const token = fc.constantFrom(...TOKENS).map((value): Expression => ({ type: 'word', value }));

/** Formulas with an outcome, and conditions, nested as deep as `depth` allows. */
export const trees = fc.letrec<{ value: Expression; condition: Expression }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('value').map((of): Expression => ({ type: 'negate', of })),
    fc
      .tuple(fc.constantFrom<Operator>('+', '-', '*', '/', '^'), tie('value'), tie('value'))
      .map(([operator, left, right]): Expression => ({ type: 'binary', operator, left, right })),
    fc
      .tuple(tie('condition'), tie('value'), tie('value'))
      .map(([when, then, otherwise]): Expression => ({ type: 'choose', when, then, otherwise })),
    fc.constantFrom(...FUNCTIONS.keys()).chain((name) => {
      // What speaks of all rows is tried with tables, in tools/rows.test.ts.
      const { takes = 2 } = FUNCTIONS.get(name) ?? {};
      const count = typeof takes === 'number' ? takes : takes[0];
      return fc
        .array(tie('value'), { minLength: count, maxLength: count })
        .map((args): Expression => ({ type: 'call', name, args }));
    }),
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .tuple(
        fc.constantFrom<Comparison>('<', '<=', '>', '>=', '==', '!='),
        tie('value'),
        fc.oneof(tie('value'), token),
      )
      .map(([operator, left, right]): Expression => ({ type: 'compare', operator, left, right })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('condition'), tie('condition'))
      .map(([operator, left, right]): Expression => ({ type: 'logic', operator, left, right })),
  ),
}));
