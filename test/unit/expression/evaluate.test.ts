import fc from 'fast-check';
import { describe, expect, test as it, vi } from 'vitest';
import { evaluate, type Scope, test } from '#logic/expression/evaluate.ts';
import type { Value } from '#logic/expression/functions.ts';
import { None, unlessNone } from '#logic/expression/none.ts';
import { parse } from '#logic/expression/parse.ts';
import '#logic/tools/months.ts';
import { decimal } from '#logic/number/decimal.ts';
import { KEYS, trees } from './trees.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const list = [1, 2, 3].map((n) => decimal(n));
const VALUES: Record<string, Value> = { a: decimal(6), b: decimal(4), zero: decimal(0), w: 'pass', list };
const LABELS: Record<string, string> = { a: '甲', b: '乙', zero: '零', w: '词', list: '表', gone: '缺' };
const scope: Scope = {
  value: (key) => {
    const value = VALUES[key];
    if (value === undefined) throw new None(`先填「${LABELS[key] ?? key}」`);
    return value;
  },
  label: (key) => LABELS[key] ?? key,
  word: (token) => `「${token}」`,
};
/** The value in plain notation, or why there is none. */
function result(formula: string): string {
  return unlessNone(
    () => {
      const value = evaluate(parse(formula), scope);
      return typeof value === 'object' && 'toFixed' in value ? value.toFixed() : String(value);
    },
    ({ why }) => why,
  );
}

describe('values', () => {
  it.each([
    ['a + b * 2', '14'],
    ['(a + b) * 2', '20'],
    ['a - b - 1', '1'],
    ['a / b', '1.5'],
    ['-a ^ 2', '-36'],
    ['(-a) ^ 2', '36'],
    ['2 ^ 3 ^ 2', '512'],
    ['zero ^ zero', '1'],
    ['a * 50%', '3'],
    ['0.1 + 0.2', '0.3'],
    ["w == 'pass' ? 1 : 2", '1'],
    ["w != 'pass' ? 1 : 2", '2'],
    ['w == a ? 1 : 2', '2'],
    ["w < 'q' ? 1 : 2", '2'],
    ['a > 5 and b > 5 ? 1 : 2', '2'],
    ['a > 5 or b > 5 ? 1 : 2', '1'],
    ['a > b ? 1 : gone', '1'],
    ['1 / 3 * 3 == 1 ? 1 : 2', '1'],
    ['1 / 3 * 3 < 1 ? 1 : 2', '2'],
    ['1 / 3 * 3 >= 1 ? 1 : 2', '1'],
    ['a > 5', 'yes'],
    ['a > 7 or b < 1', 'no'],
    ['w', 'pass'],
    ['max(a, b, 9)', '9'],
    ['min(a, b, 9)', '4'],
    ['max(list)', '3'],
    ['min(list, zero)', '0'],
    ['ceil(a / b)', '2'],
    ['floor(a / b)', '1'],
    ['ceil(2 / 3 * 3)', '2'],
    ['fen(16.9915)', '16.99'],
    ['daysInMonth(2024, 2)', '29'],
    ['daysInMonth(2100, 2)', '28'],
    ['daysInMonth(2026, 11)', '30'],
    ['daysInMonth(1000000000000, 2)', '29'],
    ['monthPart(100, list, 2)', '33.33'],
    ['monthPart(100, list, 3)', '50'],
    ['quarterPart(100, list, 1)', '100'],
    ['quarterPart(100, list, 4)', '0'],
  ])('%s is %s', (formula, value) => {
    expect(result(formula)).toBe(value);
  });
});

describe('where there is no value it says why', () => {
  it.each([
    ['a / zero', '「零」是0，除不出来'],
    ['a / (b - 4)', '「乙 − 4」是0，除不出来'],
    ['1 / (1 / 3 * 3 - 1)', '「1 ÷ 3 × 3 − 1」是0，除不出来'],
    ['a + gone', '先填「缺」'],
    ['gone > 1 ? 1 : 2', '先填「缺」'],
    ['a > 1 or gone > 1 ? 1 : 2', '先填「缺」'],
    ['a < 1 and gone > 1 ? 1 : 2', '先填「缺」'],
    ['w + 1', '「词」不是一个数'],
    ["a * 'x'", '「「x」」不是一个数'],
    ['-list', '「表」不是一个数'],
    ['list > 1 ? 1 : 2', '「表」不是一个数'],
    ['a ^ 0.5', '「0.5」要是0到100的整数'],
    ['a ^ -1', '「−1」要是0到100的整数'],
    ['a ^ 101', '「101」要是0到100的整数'],
    ['ceil(w)', '这一步要用数字'],
    ['fen(list)', '这一步要用数字'],
    ['max(w, 1)', '这一步要用数字'],
    ['daysInMonth(2026, 13)', '没有这个月份'],
    ['monthPart(100, list, 0)', '没有这个月份'],
    ['monthPart(100, zero, 1)', '各月权重全是0，分不下去'],
  ])('%s: %s', (formula, why) => {
    expect(result(formula)).toBe(why);
  });

  it('mistakes of an author are thrown, not passed off as missing', () => {
    expect(() => test(parse('a + 1'), scope)).toThrow('条件要写成比较');
    expect(() => evaluate({ type: 'call', name: 'nope', args: [] }, scope)).toThrow('没有叫「nope」的函数');
    expect(() =>
      unlessNone(
        () => {
          throw new RangeError('other');
        },
        () => 1,
      ),
    ).toThrow('other');
  });
});

it('any formula has a value or a reason', () => {
  const some: Scope = {
    ...scope,
    value: (key) => {
      const at = KEYS.indexOf(key);
      if (at === 0) throw new None('先填「甲」');
      return decimal(at - 2);
    },
  };
  fc.assert(
    fc.property(trees.value, (tree) => {
      const got = unlessNone(
        () => evaluate(tree, some),
        ({ why }) => why,
      );
      expect(typeof got === 'string' ? got : String(got)).not.toMatch(/NaN|Infinity|undefined/);
    }),
    { numRuns: 1000 },
  );
});
