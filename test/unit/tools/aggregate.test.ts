import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '#logic/expression/aggregate.ts';
import type { ToolDefinition } from '#logic/tools/define.ts';
import { run } from '#logic/tools/run.ts';
import { Fraction, sumOf } from '../fraction.ts';
import { machinesOf } from './support.ts';

const amount = { unit: 'number', default: '', max: '1000000' } as const;
/** A table of two numbers and what can be asked of all its rows. */
const table: ToolDefinition = {
  id: 'table',
  name: '表',
  group: 'traffic',
  answers: '？',
  when: '。',
  roles: [],
  aliases: [],
  inputs: { total: { label: '总额', unit: 'money', default: '100' } },
  rows: {
    each: '行',
    columns: {
      name: { kind: 'text', label: '名', default: '' },
      a: { ...amount, label: '甲' },
      b: { ...amount, label: '乙' },
    },
    results: {
      part: { label: '分到', unit: 'money', formula: 'split(total, a)' },
      reach: { label: '累计', unit: 'number', formula: 'running(a)' },
      share: { label: '占比', unit: 'percent', formula: 'a / all' },
    },
    defaults: [],
    checks: [{ when: 'b > 500000', field: 'b', says: '太大' }],
  },
  results: {
    all: { label: '合计', unit: 'number', formula: 'sum(a)' },
    some: { label: '部分', unit: 'number', formula: 'sum(a * b, b > 2)' },
    many: { label: '几行', unit: 'count', formula: 'count(a >= b)' },
    most: { label: '最大', unit: 'number', formula: 'largest(a, b > 2)' },
    least: { label: '最小', unit: 'number', formula: 'smallest(a)' },
  },
  reading: [],
  chapters: [],
  related: [],
  cases: [] as unknown as ToolDefinition['cases'],
};
const ran = (rows: string[][], total = '100') => machinesOf(run(table, { fields: { total }, rows }));

describe('what formulas ask of all rows', () => {
  test('worked by hand', () => {
    const rows = [
      ['x', '3', '1'],
      ['y', '5', '3'],
      ['z', '2', '4'],
    ];
    expect(ran(rows)).toEqual({
      all: '10',
      some: '23', // 5 × 3 + 2 × 4
      many: '2', // 3 ≥ 1, 5 ≥ 3
      most: '5',
      least: '2',
      'part.0': '30',
      'reach.0': '8', // 5 + 3
      'share.0': '30',
      'part.1': '50',
      'reach.1': '5',
      'share.1': '50',
      'part.2': '20',
      'reach.2': '10',
      'share.2': '20',
    });
  });

  test('a row counts once its numbers are there and right; others keep their place without results', () => {
    const got = run(table, {
      fields: { total: '100' },
      rows: [
        ['', '1', '1'],
        ['lacks', '4', ''],
        ['wrong', 'x', '1'],
        ['too large', '1', '600000'],
        ['', '', ''],
        ['', '3', '3'],
      ],
    });
    expect(got.rows.map(({ counts }) => counts)).toEqual([true, false, false, false, false, true]);
    expect(machinesOf(got)).toMatchObject({ all: '4', 'share.0': '25', 'share.1': '', 'share.5': '75' });
    expect(got.rows[1]?.results['share']).toMatchObject({ exists: false, why: '先填「乙」' });
    expect(got.rows[2]?.results['share']).toMatchObject({ exists: false, why: '先改好「甲」' });
    expect(got.rows[3]?.fields['b']).toEqual({ state: 'error', says: '太大' });
  });

  test('of nothing the sum is 0, a largest there is not', () => {
    expect(ran([])).toEqual({ all: '0', some: '0', many: '0', most: '', least: '' });
    expect(ran([['', '1', '1']])).toMatchObject({ most: '', least: '1' });
  });

  test('equal values accumulate in the order typed; parts add up to the fen', () => {
    const typed = fc.integer({ min: 0, max: 40 }).map((n) => String(n / 4));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(typed, typed), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 99999 }),
        (pairs, fen) => {
          const total = (fen / 100).toFixed(2);
          const got = ran(
            pairs.map(([a, b]) => ['', a, b]),
            total,
          );
          const values = pairs.map(([a]) => Fraction.of(a));
          const sum = sumOf(values);
          expect(Fraction.of(got['all'] ?? '').cmp(sum)).toBe(0);
          for (const [i, value] of values.entries()) {
            const before = values.filter(
              (other, j) => other.cmp(value) > 0 || (other.cmp(value) === 0 && j <= i),
            );
            expect(Fraction.of(got[`reach.${i}`] ?? '').cmp(sumOf(before))).toBe(0);
          }
          if (sum.over === 0n) expect(got['part.0']).toBe('');
          else {
            const parts = values.map((_, i) => Fraction.of(got[`part.${i}`] ?? ''));
            expect(sumOf(parts).cmp(Fraction.of(total))).toBe(0);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
