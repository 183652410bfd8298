import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ceil, compare, decimal, fen, floor, power, sound, toMachine } from '#logic/number/decimal.ts';
import { Fraction } from '../fraction.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const third = decimal(1).div(3);
const text = (value: { toFixed: () => string }): string => value.toFixed();

describe('whole numbers and the fen', () => {
  test.each([
    ['2.1', '2', '3'],
    ['2', '2', '2'],
    ['-2.1', '-3', '-2'],
    ['-2', '-2', '-2'],
    ['0.0001', '0', '1'],
    ['-0.0001', '-1', '0'],
    ['0', '0', '0'],
  ])('%s: floor %s, ceil %s', (value, down, up) => {
    expect(Number(floor(decimal(value)))).toBe(Number(down));
    expect(Number(ceil(decimal(value))) + 0).toBe(Number(up));
  });

  test('a whole number that a division missed by a hair is whole', () => {
    expect(text(floor(third.times(3)))).toBe('1');
    expect(text(ceil(decimal(2).div(3).times(3)))).toBe('2');
    expect(text(ceil(decimal(2).div(7).times(7)))).toBe('2');
    expect(text(fen(third.times('3.015')))).toBe('1.01');
  });

  test.each([
    ['16.9915', '16.99'],
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['1.074', '1.07'],
  ])('fen of %s is %s', (value, expected) => {
    expect(text(fen(decimal(value)))).toBe(expected);
  });
});

describe('comparing', () => {
  test('numbers that differ only by what divisions cut off are equal', () => {
    expect(compare(third.times(3), decimal(1))).toBe(0);
    expect(compare(decimal('1.00000000000000000001'), decimal(1))).toBe(1);
    expect(compare(decimal('-1'), decimal(1))).toBe(-1);
    expect(text(sound(third.times(3)))).toBe('1');
  });
});

describe('powers', () => {
  test('whole powers, 0⁰ is 1', () => {
    expect(text(power(decimal('1.1'), 3))).toBe('1.331');
    expect(text(power(decimal(0), 0))).toBe('1');
    expect(text(power(decimal('-2'), 3))).toBe('-8');
    expect(() => power(decimal(2), -1)).toThrow(RangeError);
    expect(() => power(decimal(2), 0.5)).toThrow(RangeError);
  });

  test('a hundred years of discounting stay quick and exact to 1e-30', () => {
    const got = power(decimal(1).div('1.08'), 100);
    const exact = new Fraction(100n ** 100n, 108n ** 100n);
    const off = Fraction.of(got.toFixed()).minus(exact).abs();
    expect(off.cmp(new Fraction(1n, 10n ** 30n))).toBe(-1);
  });
});

describe('machine notation', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['100', '100'],
    ['-0.50', '-0.5'],
    ['1e12', '1000000000000'],
    ['1e30', '1000000000000000000000000000000'],
    ['1e-9', '0.000000001'],
    ['1e-31', '0'],
    ['-1e-40', '0'],
    ['123456789012345678901234567890.12345', '123456789012345678901234567890.12345'],
  ])('%s is %s', (value, expected) => {
    expect(toMachine(decimal(value))).toBe(expected);
  });

  test('28 digits where it does not end, at least 20 decimals, at most 30', () => {
    expect(toMachine(third)).toBe(`0.${'3'.repeat(28)}`);
    expect(toMachine(third.times(1000))).toBe(`333.${'3'.repeat(25)}`);
    expect(toMachine(third.times('1e15'))).toBe(`${'3'.repeat(15)}.${'3'.repeat(20)}`);
    expect(toMachine(third.times('1e-10'))).toBe(`0.${'0'.repeat(10)}${'3'.repeat(20)}`);
  });

  test('never an exponent, never -0, and the same number', () => {
    const value = fc.tuple(
      fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
      fc.integer({ min: 0, max: 20 }),
    );
    fc.assert(
      fc.property(value, ([digits, places]) => {
        const machine = toMachine(decimal(`${digits}e-${places}`));
        expect(machine).toMatch(/^(0|-?(?!0$)(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(Fraction.of(machine).cmp(new Fraction(digits, 10n ** BigInt(places)))).toBe(0);
      }),
    );
  });
});
