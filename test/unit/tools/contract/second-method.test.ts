import { describe, expect, test } from 'vitest';
import { agree, Fraction } from '../../fraction.ts';
import { quantile, queue, root, upperTail } from './second-method.ts';

const of = Fraction.of;
/** The first thirty decimals. */
const decimals = ({ over, under }: Fraction): string => {
  const sign = over < 0n ? '-' : '';
  const digits = String(((over < 0n ? -over : over) * 10n ** 30n) / under).padStart(31, '0');
  return `${sign}${digits.slice(0, -30)}.${digits.slice(-30)}`;
};

describe('the second method against numbers printed elsewhere', () => {
  test('√2 to thirty decimals (OEIS A002193)', () => {
    expect(decimals(root(of(2))!)).toBe('1.414213562373095048801688724209');
    expect(root(undefined)).toBeUndefined();
  });

  // National Institute of Standards and Technology, DLMF 7: erfc(x/√2)/2; the points are those of every table.
  test.each([
    ['1', '0.158655253931457'],
    ['1.96', '0.024997895148220'],
    ['3', '0.001349898031630'],
    ['0', '0.5'],
  ])('P(Z > %s) = %s', (x, share) => {
    expect(agree(decimals(upperTail(of(x))), share, 12)).toBe(true);
  });

  test.each([
    ['0.975', '1.959963984540054'],
    ['0.95', '1.644853626951473'],
    ['0.8', '0.841621233572914'],
    ['0.025', '-1.959963984540054'],
  ])('P(Z ≤ x) = %s at %s', (share, x) => {
    expect(agree(decimals(quantile(of(share))!), x, 14)).toBe(true);
  });

  test('no quantile of 0 and 1', () => {
    expect([quantile(of(0)), quantile(of(1)), quantile(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  // By hand: a = 1, c = 2: 1/2·2 over 1 + 1 + 1/2·2 is a third; a = 2, c = 3: 8/6·3 over 1 + 2 + 2 + 8/6·3 is four ninths.
  test.each([
    ['1', 2n, 1n, 3n],
    ['2', 3n, 4n, 9n],
    ['0', 1n, 0n, 1n],
  ])('with a load of %s and %s servers %s of %s wait', (load, servers, over, under) => {
    const { serviceLevel, wait } = queue(of(load), servers, of(0));
    const waits = new Fraction(under - over, under);
    expect(decimals(serviceLevel.plus(new Fraction(1n, 10n ** 60n)))).toBe(decimals(waits));
    const mean = new Fraction(over, under).by(new Fraction(servers).minus(of(load)));
    expect(decimals(wait.plus(new Fraction(1n, 10n ** 60n)))).toBe(decimals(mean));
  });

  test('after one mean service time e⁻¹ of them still wait where one server is spare', () => {
    // 1 − ⅓·0.367879441171442321595523770161
    const { serviceLevel } = queue(of(1), 2n, of(1));
    expect(agree(decimals(serviceLevel), '0.877373519609519226134825409946', 28)).toBe(true);
  });
});
