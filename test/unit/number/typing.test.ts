import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { halfWidth, parseTyped, type TypingRule } from '#logic/number/typing.ts';
import { Fraction } from '../fraction.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const MONEY: TypingRule = { unit: 'money' };
const PERCENT: TypingRule = { unit: 'percent' };
const COUNT: TypingRule = { unit: 'count' };
const NUMBER: TypingRule = { unit: 'number' };
const RATIO: TypingRule = { unit: 'ratio' };

/** The value in plain notation, or the state it is in. */
function read(typed: string, rule: TypingRule): string {
  const got = parseTyped(typed, rule);
  if (got.state === 'ok') return got.value.toFixed();
  return got.state === 'empty' ? 'empty' : got.says;
}

describe('what people type and paste is accepted', () => {
  test.each<[string, TypingRule, string]>([
    // plain
    ['0', NUMBER, '0'],
    ['12', COUNT, '12'],
    ['007', COUNT, '7'],
    ['3.5', NUMBER, '3.5'],
    ['.5', NUMBER, '0.5'],
    ['3.', NUMBER, '3'],
    ['3.0', COUNT, '3'],
    // full-width digits, signs and points
    ['１２３', COUNT, '123'],
    ['１２，０００', COUNT, '12000'],
    ['３．５％', PERCENT, '0.035'],
    // spaces of every kind, also inside
    [' 12 ', COUNT, '12'],
    ['1 200', COUNT, '1200'],
    ['1\u00a0200', COUNT, '1200'],
    ['１\u3000２', COUNT, '12'],
    ['\t98000\r\n', MONEY, '98000'],
    // commas between groups of three
    ['1,200', COUNT, '1200'],
    ['12,345,678.90', MONEY, '12345678.9'],
    // money
    ['¥280', MONEY, '280'],
    ['￥280', MONEY, '280'],
    ['280元', MONEY, '280'],
    ['¥ 1,280.50 元', MONEY, '1280.5'],
    ['1.5万元', MONEY, '15000'],
    // percentages become ratios
    ['3.5', PERCENT, '0.035'],
    ['3.5%', PERCENT, '0.035'],
    ['100％', PERCENT, '1'],
    ['0.005', PERCENT, '0.00005'],
    // multipliers
    ['1.5万', COUNT, '15000'],
    ['1.2万', NUMBER, '12000'],
    ['2亿', MONEY, '200000000'],
    ['１．５万', RATIO, '15000'],
    ['1,200万', COUNT, '12000000'],
    // bounds
    ['1000000000000', COUNT, '1000000000000'],
    ['1万亿', COUNT, '请填数字，例如1200、1,200或1.2万'],
    ['10000亿', MONEY, '1000000000000'],
    ['100', PERCENT, '1'],
  ])('%j as %j is %s', (typed, rule, value) => {
    expect(read(typed, rule)).toBe(value);
  });

  test.each(['', ' ', '\u3000', '\n'])('%j is an empty field', (typed) => {
    expect(read(typed, MONEY)).toBe('empty');
  });
});

describe('everything else is an error that says what to do', () => {
  const notMoney = '请填金额，例如1280、1,280.50或1.5万';
  const notPercent = '请填百分数，例如3.5或3.5%';
  const notNumber = '请填数字，例如1200、1,200或1.2万';
  const noExponent = '不认得科学计数法，请写成普通数字，例如15000或1.5万';

  test.each<[string, TypingRule, string]>([
    ['八百', NUMBER, notNumber],
    ['12a', COUNT, notNumber],
    ['-', NUMBER, notNumber],
    ['.', NUMBER, notNumber],
    ['1.2.3', NUMBER, notNumber],
    ['--5', NUMBER, notNumber],
    ['5-', NUMBER, notNumber],
    ['+5', NUMBER, notNumber],
    // groups that are not three digits
    ['1,2', COUNT, notNumber],
    ['12,00', COUNT, notNumber],
    ['1234,567', COUNT, notNumber],
    [',123', COUNT, notNumber],
    ['1,,000', COUNT, notNumber],
    // digits only by Unicode's leave
    ['①', COUNT, notNumber],
    ['10²', COUNT, notNumber],
    ['½', NUMBER, notNumber],
    ['٣', COUNT, notNumber],
    // units of another field
    ['¥5', NUMBER, notNumber],
    ['5元', PERCENT, notPercent],
    ['5%', MONEY, notMoney],
    ['5%', NUMBER, notNumber],
    ['1.5万', PERCENT, notPercent],
    ['5%%', PERCENT, notPercent],
    ['万', COUNT, notNumber],
    ['元', MONEY, notMoney],
    ['$5', MONEY, notMoney],
    ['constructor', NUMBER, notNumber],
    // exponents
    ['1e5', NUMBER, noExponent],
    ['1E+5', MONEY, noExponent],
    ['2.5e-3', PERCENT, noExponent],
    ['1'.repeat(41), NUMBER, notNumber],
  ])('%j as %j: %s', (typed, rule, says) => {
    expect(read(typed, rule)).toBe(says);
  });

  test.each<[string, TypingRule, string]>([
    ['-1', NUMBER, '不能是负数'],
    ['−0.01', MONEY, '不能是负数'],
    ['100.01', PERCENT, '不能大于100%'],
    ['1000000000000.01', MONEY, '太大了，最多一万亿'],
    ['1.5', COUNT, '这里要填整数'],
    ['2026.5', { unit: 'ordinal' }, '这里要填整数'],
    ['1.23456万', COUNT, '这里要填整数'],
    ['0', { unit: 'count', min: '1' }, '不能小于1'],
    ['13', { unit: 'ordinal', min: '1', max: '12' }, '不能大于12'],
    ['0', { unit: 'number', min: '0', aboveMin: true }, '要大于0'],
    ['50', { unit: 'percent', min: '50', aboveMin: true }, '要大于50%'],
    ['100', { unit: 'percent', belowMax: true }, '要小于100%'],
    ['301', { unit: 'percent', max: '300' }, '不能大于300%'],
    ['-1000000000001', { unit: 'number', signed: true }, '不能小于-1000000000000'],
    ['1000000000001', { unit: 'percent', signed: true }, '太大了，最多一万亿'],
  ])('%j as %j: %s', (typed, rule, says) => {
    expect(read(typed, rule)).toBe(says);
  });

  test('bounds themselves are inside unless said', () => {
    expect(read('1', { unit: 'count', min: '1' })).toBe('1');
    expect(read('300', { unit: 'percent', max: '300' })).toBe('3');
    expect(read('0.01', { unit: 'number', min: '0', aboveMin: true })).toBe('0.01');
    expect(read('99.99', { unit: 'percent', belowMax: true })).toBe('0.9999');
  });

  test('signed fields take a minus of any shape', () => {
    for (const typed of ['-12.5', '−12.5', '–12.5', '－１２．５'])
      expect(read(typed, { unit: 'number', signed: true })).toBe('-12.5');
    expect(read('-¥5', { unit: 'money', signed: true })).toBe('-5');
    expect(read('¥-5', { unit: 'money', signed: true })).toBe('-5');
    expect(read('-150', { unit: 'percent', signed: true })).toBe('-1.5');
    expect(read('-0', NUMBER)).toBe(read('0', NUMBER));
  });
});

test('the same number in any dress is the same value', () => {
  const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 11n }), fc.integer({ min: 0, max: 9999 }));
  fc.assert(
    fc.property(amount, ([whole, part]) => {
      const plain = `${whole}.${String(part).padStart(4, '0')}`;
      const grouped = `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${String(part).padStart(4, '0')}`;
      const wide = plain.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      for (const typed of [plain, grouped, wide, `¥${grouped}`, `￥ ${plain}元`, `000${plain}`]) {
        expect(Fraction.of(read(typed, MONEY)).cmp(Fraction.of(plain)), typed).toBe(0);
      }
    }),
  );
});

test('nothing anybody types makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(MONEY, PERCENT, COUNT, NUMBER),
      (typed, rule) => {
        expect(['ok', 'empty', 'error']).toContain(parseTyped(typed, rule).state);
      },
    ),
    { numRuns: 1000 },
  );
});

test('half width touches full-width forms only', () => {
  expect(halfWidth('ＡＢ１２（）～￥')).toBe('AB12()~¥');
  expect(halfWidth('①²½万。、')).toBe('①²½万。、');
});
