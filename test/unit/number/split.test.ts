import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decimal } from '#logic/number/decimal.ts';
import { roundTogether, splitByWeight } from '#logic/number/split.ts';
import { Fraction, sumOf } from '../fraction.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const split = (amount: string, weights: string[]): string[] | undefined =>
  splitByWeight(decimal(amount), weights.map(decimal))?.map((part) => part.toFixed());

describe('splitting by weight', () => {
  test.each([
    ['100', ['1', '1', '1'], ['33.34', '33.33', '33.33']],
    ['0.05', ['1', '1', '1'], ['0.02', '0.02', '0.01']],
    ['10', ['3', '0', '7'], ['3', '0', '7']],
    ['0.01', ['1', '2'], ['0', '0.01']],
    ['1', ['1', '1', '1', '1', '1', '1', '1'], ['0.15', '0.15', '0.14', '0.14', '0.14', '0.14', '0.14']],
    ['30000', ['40', '20', '20', '10', '10'], ['12000', '6000', '6000', '3000', '3000']],
    ['0', ['1', '2'], ['0', '0']],
    ['100.005', ['1', '1'], ['50.01', '50']],
    ['7', ['0.5'], ['7']],
  ])('%s by %j', (amount, weights, parts) => {
    expect(split(amount, weights)).toEqual(parts);
  });

  test('no weights, or none above zero, split nothing', () => {
    expect(split('100', ['0', '0'])).toBeUndefined();
    expect(split('100', [])).toBeUndefined();
  });

  test('parts add up to the fen, are within a fen of their share, and more weight is never less', () => {
    const weight = fc
      .tuple(fc.integer({ min: 0, max: 5000 }), fc.constantFrom('', '.5', '.25'))
      .map(([n, part]) => `${n}${part}`);
    const cents = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(cents, fc.array(weight, { minLength: 1, maxLength: 40 }), (amount, weights) => {
        const total = sumOf(weights.map((w) => Fraction.of(w)));
        fc.pre(total.over > 0n);
        const parts = split((amount / 100).toFixed(2), weights)!.map((part) => Fraction.of(part));
        expect(sumOf(parts).cmp(new Fraction(BigInt(amount), 100n))).toBe(0);
        for (const [i, part] of parts.entries()) {
          const share = new Fraction(BigInt(amount), 100n).times(Fraction.of(weights[i]!)).by(total);
          expect(part.minus(share).abs().cmp(new Fraction(1n, 100n))).toBe(-1);
        }
        const order = weights
          .map((w, i) => ({ w: Fraction.of(w), part: parts[i]! }))
          .sort((a, b) => a.w.cmp(b.w));
        for (let i = 1; i < order.length; i++) {
          if (order[i]!.w.cmp(order[i - 1]!.w) > 0)
            expect(order[i]!.part.cmp(order[i - 1]!.part)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('rounding together', () => {
  const together = (parts: string[], total: string, places = 2): string[] =>
    roundTogether(parts.map(decimal), decimal(total), places).map((part) => part.toFixed());

  test('losses count too; ties go to the earlier part', () => {
    expect(together(['1.005', '1.005', '-0.01'], '2')).toEqual(['1.01', '1', '-0.01']);
    expect(together(['-1.005', '-1.005'], '-2.01')).toEqual(['-1', '-1.01']);
    expect(together(['0.333', '0.333', '0.334'], '1', 0)).toEqual(['0', '0', '1']);
  });

  test('what divisions cut off does not break a tie', () => {
    const third = decimal(1).div(3);
    const noisy = third.times('0.03').times(decimal(1).div(7)).times(7);
    expect(
      roundTogether([third.times('0.03'), noisy, third.times('0.03')], decimal('0.03'), 2).map(String),
    ).toEqual(['0.01', '0.01', '0.01']);
    expect(
      together(
        [
          '1.33333333333333333333333333333333333333332',
          '1.33333333333333333333333333333333333333333',
          '1.33333333333333333333333333333333333333335',
        ],
        '4',
      ).join(),
    ).toBe('1.34,1.33,1.33');
  });
});
