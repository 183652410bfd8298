import { describe, expect, test } from 'vitest';
import { formatNumber } from '#logic/number/format.ts';
import { decimal } from '#logic/number/decimal.ts';
import type { Result } from '#logic/tools/define.ts';
import {
  cellText,
  emptyColumn,
  orderBy,
  putShown,
  type ResultColumn,
  shownPlaces,
  textOf,
  totalOf,
} from '#logic/tools/columns/results.ts';

const result = (unit: Result['unit'], more: Partial<Result> = {}): Result => ({
  label: '数',
  unit,
  formula: '1',
  ...more,
});
/** A column holding these texts, as the scalar path shows them. */
function holding(unit: Result['unit'], texts: readonly string[], more: Partial<Result> = {}): ResultColumn {
  const column = emptyColumn('x', result(unit, more), texts.length);
  texts.forEach((text, row) => putShown(column, row, { text, machine: text === '—' ? '' : text }));
  return column;
}
const texts = (column: ResultColumn): string[] => [...column.exists.keys()].map((row) => textOf(column, row));
const cells = (column: ResultColumn): string[] =>
  [...column.exists.keys()].map((row) => cellText(column, row));

test('places are those formatNumber rounds to', () => {
  expect(shownPlaces('money')).toEqual({ below: 2, above: 2, kept: 2 });
  expect(shownPlaces('percent')).toEqual({ below: 4, above: 4, kept: 4 });
  expect(shownPlaces('ratio')).toEqual({ below: 4, above: 2, kept: 4 });
});

describe('what was shown comes back, for people and for spreadsheets', () => {
  test.each<[Result['unit'], string[], string[], Partial<Result>?]>([
    ['money', ['¥1,280.50', '-¥0.07', '¥0.00', '—'], ['1280.50', '-0.07', '0.00', '']],
    ['percent', ['45.52%', '-3%', '0%', '1,234.5%', '—'], ['45.52%', '-3%', '0%', '1234.5%', '']],
    ['ratio', ['0.1333', '1.82', '3', '—'], ['0.1333', '1.82', '3', '']],
    ['number', ['36天', '-0.5天', '40.15天'], ['36', '-0.5', '40.15'], { suffix: '天' }],
    ['count', ['1,234,567', '0.5'], ['1234567', '0.5']],
    [
      'money',
      ['¥90,071,992,547,409.93', '¥123,456,789,012,345,678.90'],
      ['90071992547409.93', '123456789012345678.90'],
    ],
    ['word', ['畅销', '—'], ['畅销', '']],
    ['date', ['2026-11-22', '—'], ['2026-11-22', '']],
  ])('%s', (unit, shown, plain, more) => {
    const column = holding(unit, shown, more);
    expect(texts(column)).toEqual(shown);
    expect(cells(column)).toEqual(plain);
  });

  test('a later result takes the place of an earlier one', () => {
    const column = holding('money', ['¥123,456,789,012,345,678.90', '¥1.00']);
    putShown(column, 0, { text: '¥2.00', machine: '2' });
    putShown(column, 1, undefined);
    expect(texts(column)).toEqual(['¥2.00', '—']);
  });

  test('formatting what is already rounded changes nothing', () => {
    for (const text of ['0.9999', '1', '1.01', '12.5', '-0.0001'])
      expect(formatNumber(decimal(text), 'ratio')).toBe(text);
  });
});

describe('totals', () => {
  test('amounts add up as shown; rates have a range but no sum', () => {
    expect(totalOf(holding('money', ['¥0.10', '—', '¥0.20', '-¥5.00']))).toEqual({
      key: 'x',
      count: 3,
      sum: '-¥4.70',
      smallest: '-¥5.00',
      largest: '¥0.20',
    });
    expect(totalOf(holding('percent', ['3.5%', '-1%']))).toEqual({
      key: 'x',
      count: 2,
      smallest: '-1%',
      largest: '3.5%',
    });
    expect(totalOf(holding('word', ['a', '—']))).toEqual({ key: 'x', count: 1 });
    expect(totalOf(holding('money', ['—']))).toEqual({ key: 'x', count: 0 });
  });

  test('no fen is lost in sums beyond what doubles hold', () => {
    const column = holding('money', ['¥90,071,992,547,409.92', '¥0.01', '¥90,071,992,547,409.93', '¥0.01']);
    // 90071992547409.92 × 2 + 0.01 × 3 = 180143985094819.87
    expect(totalOf(column)).toMatchObject({
      sum: '¥180,143,985,094,819.87',
      largest: '¥90,071,992,547,409.93',
    });
  });
});

describe('order', () => {
  test('largest or smallest first; equal ones as typed; those without last', () => {
    const column = holding('money', ['¥2.00', '—', '¥3.00', '¥2.00', '-¥1.00']);
    expect([...orderBy(column, true)]).toEqual([2, 0, 3, 4, 1]);
    expect([...orderBy(column, false)]).toEqual([4, 0, 3, 2, 1]);
  });

  test('neighbours that are one double still have an order', () => {
    const column = holding('money', [
      '¥90,071,992,547,409.92',
      '¥90,071,992,547,409.93',
      '¥90,071,992,547,409.92',
    ]);
    expect([...orderBy(column, true)]).toEqual([1, 0, 2]);
    expect([...orderBy(column, false)]).toEqual([0, 2, 1]);
  });

  test('words by their sound', () => {
    expect([...orderBy(holding('word', ['中', '安', '—', '白']), false)]).toEqual([1, 3, 0, 2]);
  });
});
