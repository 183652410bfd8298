import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from '#logic/expression/parse.ts';
import { readBack } from '#logic/expression/read-back.ts';
import { labelText, plain, write } from '#logic/expression/text.ts';
import { trees } from './trees.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const LABELS: Record<string, string> = { uv: '访客数', cvr: '支付转化率', aov: '客单价' };
const faces = { label: (key: string) => LABELS[key] ?? key, word: (token: string) => `「${token}」` };
const labels = (formula: string): string => labelText(parse(formula), faces);
/** As authors write it: keys and quoted tokens stay. */
const asWritten = { label: (key: string) => key, word: (token: string) => `'${token}'` };

describe('a formula in words', () => {
  test.each([
    ['uv * cvr * aov', '访客数 × 支付转化率 × 客单价'],
    ['uv - (cvr - aov)', '访客数 − (支付转化率 − 客单价)'],
    ['(uv + cvr) * aov', '(访客数 + 支付转化率) × 客单价'],
    ['uv / (cvr * aov)', '访客数 ÷ (支付转化率 × 客单价)'],
    ['-(uv + 1)', '−(访客数 + 1)'],
    ['uv * -aov', '访客数 × −客单价'],
    ['(a ^ b) ^ c', '(a ^ b) ^ c'],
    ['a ^ b ^ c', 'a ^ b ^ c'],
    ['a ^ (b + 1)', 'a ^ (b + 1)'],
    ['(-a) ^ 2', '(−a) ^ 2'],
    ['max(0, uv - 1)', '取大(0, 访客数 − 1)'],
    ['uv >= 1 ? aov : 0', '访客数 ≥ 1 时 客单价，否则 0'],
    ["uv == 'x' ? 'pass' : 'fail'", '访客数 ＝ 「x」 时 「pass」，否则 「fail」'],
    ['(uv > 1 ? 2 : 3) * 2', '(访客数 > 1 时 2，否则 3) × 2'],
    ['uv > 1 and (cvr < 2 or aov != 3) ? 1 : 2', '访客数 > 1 且 (支付转化率 < 2 或 客单价 ≠ 3) 时 1，否则 2'],
    ['uv > 1 and (cvr > 2 and aov > 3) ? 1 : 2', '访客数 > 1 且 (支付转化率 > 2 且 客单价 > 3) 时 1，否则 2'],
    ['cvr < 60% ? 1.3 : 0.5', '支付转化率 < 60% 时 1.3，否则 0.5'],
    ['uv * 0.035', '访客数 × 0.035'],
  ])('%s: %s', (formula, words) => {
    expect(labels(formula)).toBe(words);
  });
});

test('what is written reads back as the same tree', () => {
  for (const kind of ['value', 'condition'] as const) {
    fc.assert(
      fc.property(trees[kind], (tree) => {
        const text = labelText(tree, asWritten);
        expect(readBack(text), text).toEqual(tree);
      }),
      { numRuns: 1000 },
    );
  }
});

test('a choice can be written as the branch that holds, without brackets it does not need', () => {
  const always = (formula: string): string =>
    write(
      parse(formula),
      (e) => (e.type === 'number' ? plain(e) : e.type === 'key' ? e.key : e.value),
      (e) => (e.type === 'choose' ? e.then : e),
    );
  expect(always('a > 1 ? b : c')).toBe('b');
  expect(always('2 * (a > 1 ? b + 1 : c)')).toBe('2 * (b + 1)'.replace('*', '×'));
  expect(always('2 * (a > 1 ? b > 1 ? d : e : c)')).toBe('2 × d');
});
