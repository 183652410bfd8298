import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decimal } from '#logic/number/decimal.ts';
import { formatNumber, machineNumber, type Style } from '#logic/number/format.ts';
import type { Unit } from '#logic/number/units.ts';
import { Fraction } from '../fraction.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const shown = (value: string, unit: Unit, style?: Style, suffix?: string): string =>
  formatNumber(decimal(value), unit, style, suffix);

describe('for people: rounded once, half away from zero', () => {
  test.each<[string, Unit, string]>([
    ['98000', 'money', '¥98,000.00'],
    ['2.345', 'money', '¥2.35'],
    ['-2.345', 'money', '-¥2.35'],
    ['2.344999', 'money', '¥2.34'],
    ['1234567.891', 'money', '¥1,234,567.89'],
    ['999.995', 'money', '¥1,000.00'],
    ['0', 'money', '¥0.00'],
    ['-0.004', 'money', '¥0.00'],
    ['-0.005', 'money', '-¥0.01'],
    ['0.035', 'percent', '3.5%'],
    ['0.00005', 'percent', '0.01%'],
    ['-0.00005', 'percent', '-0.01%'],
    ['0.0000499', 'percent', '0%'],
    ['1', 'percent', '100%'],
    ['12.34567', 'percent', '1,234.57%'],
    ['10000', 'count', '10,000'],
    ['2026', 'ordinal', '2026'],
    ['0.13335', 'ratio', '0.1334'],
    ['2.66666', 'ratio', '2.67'],
    ['0.99995', 'ratio', '1'],
    ['0.00004', 'ratio', '0'],
    ['-0.62505', 'number', '-0.6251'],
    ['36', 'number', '36'],
    ['40.15', 'number', '40.15'],
    ['1e12', 'count', '1,000,000,000,000'],
  ])('%s as %s: %s', (value, unit, text) => {
    expect(shown(value, unit)).toBe(text);
  });

  test('sentences leave out empty decimals of money, formulas keep six places or digits', () => {
    expect(shown('98000', 'money', 'prose')).toBe('¥98,000');
    expect(shown('9.8', 'money', 'prose')).toBe('¥9.80');
    expect(shown('3225.8064516129', 'money', 'formula')).toBe('¥3,225.806452');
    expect(shown('9.545', 'money', 'formula')).toBe('¥9.545');
    expect(shown('0.35', 'percent', 'formula')).toBe('35%');
    expect(shown('0.00000123456789', 'number', 'formula')).toBe('0.00000123457');
  });

  test('a suffix stands behind', () => {
    expect(shown('36', 'number', 'ledger', '天')).toBe('36天');
    expect(shown('8.5', 'money', 'ledger', '/件')).toBe('¥8.50/件');
    expect(shown('0.5', 'percent', 'ledger', '左右')).toBe('50%左右');
  });

  test('what a division cut off does not decide a rounding', () => {
    const third = decimal(1).div(3);
    expect(formatNumber(third.times('7.035'), 'money')).toBe('¥2.35');
    expect(formatNumber(third.times(3).minus(1), 'number', 'formula')).toBe('0');
  });

  test('agrees with exact rounding for any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (n) => {
        const exact = new Fraction(n, 10000n);
        const text = formatNumber(decimal(n.toString()).div(10000), 'money').replace(/[¥,]/g, '');
        expect(Fraction.of(text).times(Fraction.of(100)).over).toBe(exact.units(2));
      }),
    );
  });
});

describe('for machines', () => {
  test('percentages in percent, the rest as it is', () => {
    expect(machineNumber(decimal('0.035'), 'percent')).toBe('3.5');
    expect(machineNumber(decimal('-0.1'), 'percent')).toBe('-10');
    expect(machineNumber(decimal('0.035'), 'ratio')).toBe('0.035');
  });
});
