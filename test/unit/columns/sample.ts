import '#logic/expression/aggregate.ts';
import { defineTool, type Result, type ToolDefinition } from '#logic/tools/define.ts';

const made = (
  id: string,
  results: Record<string, Omit<Result, 'label'>>,
  more: object = {},
): ToolDefinition =>
  defineTool({
    id,
    name: id,
    group: 'profit',
    answers: '？',
    when: '。',
    aliases: [],
    inputs: { rate: { label: '费率', unit: 'percent', default: '12.5' } },
    rows: {
      each: '行',
      columns: {
        name: { kind: 'text', label: '名称', default: '' },
        a: { label: '甲', unit: 'money', signed: true, default: '' },
        b: { label: '乙', unit: 'percent', default: '' },
        c: { label: '丙', unit: 'number', default: '', max: '1000', aboveMin: true },
        d: { label: '丁', unit: 'number', default: '', min: '0.5', optional: true },
      },
      results: Object.fromEntries(
        Object.entries(results).map(([key, result]) => [key, { label: key, ...result }]),
      ),
      defaults: [],
      ...more,
    },
    results: {},
    reading: [],
    chapters: [],
    related: [],
    roles: [],
    cases: [
      { given: {}, expect: {}, because: '' },
      { given: {}, expect: {}, because: '' },
      { given: {}, expect: {}, because: '' },
    ],
  });

/** Tools made up so that together they use everything columns can do. */
export const formulas: readonly { name: string; tool: ToolDefinition }[] = [
  {
    name: 'rounding inside a formula',
    tool: made('rounding', {
      fee: { unit: 'money', formula: 'fen(a * b)' },
      net: { unit: 'money', formula: 'a - fee - fen(a * rate)' },
      boxes: { unit: 'count', formula: 'ceil(a / c)' },
      full: { unit: 'count', formula: 'floor(a / c)' },
      third: { unit: 'ratio', formula: 'fen(a / 3) / c' },
    }),
  },
  {
    name: 'choices, extremes, conditions',
    tool: made('choices', {
      more: { unit: 'money', formula: 'max(a, c, 0)' },
      less: { unit: 'money', formula: 'min(a / c, c / 3)' },
      step: { unit: 'number', formula: 'a > 100 and b <= 50% ? a / c : c - 1' },
      any: { unit: 'number', formula: 'a / 3 == c / 3 or a != c ? 1 : 0' },
      safe: { unit: 'ratio', formula: 'a == 0 ? 0 : c / a' },
      part: { unit: 'percent', formula: 'a / (a + c)', needs: 'a + c > 0 and b < 1' },
      bent: { unit: 'money', formula: '-(a - part)' },
    }),
  },
  {
    name: 'quotients of quotients',
    tool: made('quotients', {
      first: { unit: 'ratio', formula: 'a / c' },
      second: { unit: 'number', formula: 'first / (c / b)' },
      third: { unit: 'percent', formula: 'second * a / 7' },
      back: { unit: 'money', formula: 'first * c' },
      gone: { unit: 'ratio', formula: '1 / (first * c - a)' },
      hop: { unit: 'count', formula: 'floor(first * c) + ceil(first * 3 / 3)' },
      far: { unit: 'money', formula: 'first * 1000000000000' },
    }),
  },
  {
    name: 'an optional column, a shared field, a check',
    tool: made(
      'optional',
      {
        extra: { unit: 'money', formula: 'a * d' },
        plain: { unit: 'money', formula: 'a * (1 - rate)' },
        ordinal: { unit: 'ordinal', formula: 'ceil(c)' },
        hidden: { unit: 'number', formula: 'a + 1', step: true },
        seen: { unit: 'number', formula: 'hidden * hidden * hidden * c * c * c', suffix: '次' },
      },
      { checks: [{ when: 'a < c', field: 'a', says: '比{c}还小' }] },
    ),
  },
];
