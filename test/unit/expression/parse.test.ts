import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Expression, keysOf } from '#logic/expression/ast.ts';
import { parse } from '#logic/expression/parse.ts';
import '#logic/tools/months.ts';
import { readBack } from '#logic/expression/read-back.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

/** A tree with all its brackets, for reading precedence off. */
function bracketed(e: Expression): string {
  switch (e.type) {
    case 'number':
      return e.percent ? `${e.value.times(100).toFixed()}%` : e.value.toFixed();
    case 'word':
      return `'${e.value}'`;
    case 'key':
      return e.key;
    case 'negate':
      return `(-${bracketed(e.of)})`;
    case 'binary':
    case 'compare':
    case 'logic':
      return `(${bracketed(e.left)} ${e.operator} ${bracketed(e.right)})`;
    case 'choose':
      return `(${bracketed(e.when)} ? ${bracketed(e.then)} : ${bracketed(e.otherwise)})`;
    case 'call':
      return `${e.name}(${e.args.map(bracketed).join(', ')})`;
  }
}

describe('how tightly things bind', () => {
  test.each([
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a - (b - c)', '(a - (b - c))'],
    ['a / b / c', '((a / b) / c)'],
    ['a / b * c', '((a / b) * c)'],
    ['a ^ b ^ c', '(a ^ (b ^ c))'],
    ['(a ^ b) ^ c', '((a ^ b) ^ c)'],
    ['-a ^ b', '(-(a ^ b))'],
    ['(-a) ^ b', '((-a) ^ b)'],
    ['a ^ -b', '(a ^ (-b))'],
    ['-a * b', '((-a) * b)'],
    ['a - -b', '(a - (-b))'],
    ['--a', '(-(-a))'],
    ['a + b > c * 2', '((a + b) > (c * 2))'],
    ['a > 1 and b > 2 or c > 3', '(((a > 1) and (b > 2)) or (c > 3))'],
    ['a > 1 or b > 2 and c > 3', '((a > 1) or ((b > 2) and (c > 3)))'],
    ['a > 1 ? b : c > 1 ? d : e', '((a > 1) ? b : ((c > 1) ? d : e))'],
    ['a > 1 ? b > 1 ? c : d : e', '((a > 1) ? ((b > 1) ? c : d) : e)'],
    ["a == 'x y' ? 1 : 2", "((a == 'x y') ? 1 : 2)"],
    ['max(a, b + 1, ceil(c))', 'max(a, (b + 1), ceil(c))'],
    ['max((a), b)', 'max(a, b)'],
    ["a != ')'", "(a != ')')"],
  ])('%s is %s', (source, tree) => {
    expect(bracketed(parse(source))).toBe(tree);
  });
});

describe('the faces people see are read back', () => {
  test.each([
    ['访客数 × 支付转化率 × 客单价', '((访客数 * 支付转化率) * 客单价)'],
    ['a − b ÷ c ＋ d', '((a - (b / c)) + d)'],
    ['（a ＋ b） × 2', '((a + b) * 2)'],
    ['取大(0, a)', 'max(0, a)'],
    ['取小（a， b）', 'min(a, b)'],
    ['四舍五入到分(向上取整(a) + 向下取整(b))', 'fen((ceil(a) + floor(b)))'],
    ['¥1,280.50 × 3.5%', '(1280.5 * 3.5%)'],
    ['12,345,678', '12345678'],
    ['取大(1, 200)', 'max(1, 200)'],
    ['(-¥9) ÷ 3', '((-9) / 3)'],
    ['a ≥ 1 且 b ≤ 2 或 c ＝ 3', '(((a >= 1) and (b <= 2)) or (c == 3))'],
    ['a ≠ 1 时 b，否则 c', '((a != 1) ? b : c)'],
    ['a > 1 时 b，否则 c < 2 时 d，否则 e', '((a > 1) ? b : ((c < 2) ? d : e))'],
  ])('%s', (source, tree) => {
    expect(bracketed(readBack(source))).toBe(tree);
  });

  test('60% is the ratio 0.6 and remembers how it was written', () => {
    expect(parse('60%')).toMatchObject({ type: 'number', percent: true });
    expect(bracketed(parse('0.6'))).toBe('0.6');
    const written = parse('60%');
    expect(written.type === 'number' && written.value.eq('0.6')).toBe(true);
  });
});

describe('mistakes are named with the formula they are in', () => {
  test.each([
    ['', '没写完'],
    ['a +', '没写完'],
    ['(a', '少了「)」'],
    ['a)', '里的「)」多了'],
    ['a b', '里的「b」多了'],
    ['3 a', '里的「a」多了'],
    ["a 'x'", '里的「x」多了'],
    ['* a', '里的「*」放错了地方'],
    ['max()', '里的「)」放错了地方'],
    ['max(a,)', '里的「)」放错了地方'],
    ['max(a b)', '少了「,」'],
    ['max(a', '少了「,」'],
    ['fen(a, b)', '里的「fen」要1个数'],
    ['daysInMonth(a)', '里的「daysInMonth」要2个数'],
    ['sqrt(a)', '里没有叫「sqrt」的函数'],
    ['constructor(a)', '里没有叫「constructor」的函数'],
    ['a > 1 ? b', '少了「:」'],
    ['a = 1', '第2个字符看不懂'],
    ['a # b', '第2个字符看不懂'],
    ["'open", '第1个字符看不懂'],
  ])('%j: %s', (source, says) => {
    expect(() => parse(source)).toThrow(SyntaxError);
    expect(() => parse(source)).toThrow(`公式「${source}」${says}`);
  });

  test('any text is a formula or a SyntaxError', () => {
    const piece = fc.constantFrom(
      'a',
      '1',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      '?',
      ':',
      ',',
      '>',
      '==',
      'and',
      'or',
      "'w'",
      'max',
      ' 时 ',
      '，否则 ',
      '%',
      '¥',
      '取大',
      'toString',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(text, (source) => {
        try {
          expect(parse(source)).toHaveProperty('type');
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

test('keys of a formula, each once, in order of appearance', () => {
  const formula = "(b - a) * max(c, 1) + (d > 2 and e == 'x' ? -f : b ^ 2) + g";
  expect(keysOf(parse(formula))).toEqual(['b', 'a', 'c', 'd', 'e', 'f', 'g']);
  expect(keysOf(parse("'word'"))).toEqual([]);
});
