import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decimal, loadTool, parseTyped, type ToolDefinition } from '#logic';
import { draw } from '#src/logic/quiz/draw.ts';
import { numeric, unreadable } from '#src/logic/quiz/numeric.ts';
import { readNumber, unitHint, within } from '#src/logic/quiz/numeric-answer.ts';
import type { NumericView } from '#src/logic/quiz/numeric-view.ts';
import type { NumericQuestion } from '#src/logic/quiz/question.ts';
import { seedOf } from '#src/logic/quiz/seed.ts';
import * as sample from './sample.ts';

let gmv: ToolDefinition;
beforeAll(async () => {
  gmv = await loadTool('gmv');
});

/** 10000 × 3.5 % × 280 = 98000; 10000 × 280 = 2800000; 10000 × 3.5 % = 350. */
const fixed: NumericQuestion = { ...sample.numeric, given: { uv: '10000', cvr: '3.5', aov: '280' } };
/** A tool whose results come in every unit; 25 % cost, 4 times, 1/3. */
const shop: Pick<ToolDefinition, 'id' | 'inputs' | 'results'> = {
  id: 'shop',
  inputs: {
    sold: { label: '卖了', unit: 'money', default: '400' },
    cost: { label: '花了', unit: 'money', default: '100' },
    days: { label: '天数', unit: 'count', default: '3' },
    way: { label: '方式', kind: 'choice', options: { fast: '快递', slow: '平邮' }, default: 'fast' },
  },
  results: {
    rate: { label: '费用率', unit: 'percent', formula: 'cost / sold' },
    times: { label: '投产比', unit: 'ratio', formula: 'sold / cost' },
    daily: { label: '每天', unit: 'number', formula: 'sold / days', suffix: '元/天' },
    left: { label: '剩下', unit: 'money', formula: 'sold - cost' },
    verdict: { label: '判断', unit: 'word', formula: "sold > cost ? 'fast' : 'slow'" },
  },
};
const tool = shop as ToolDefinition;
const asks = (
  ask: string,
  given: NumericQuestion['given'] = {},
  more: Partial<NumericQuestion> = {},
): NumericQuestion => ({
  ...sample.numeric,
  id: `shop-${ask}`,
  tool: 'shop',
  stem: '题',
  explain: '解',
  tolerance: '0.01',
  misconceptions: [],
  ...more,
  given,
  ask,
});
const view = (
  ask: string,
  given: NumericQuestion['given'] = {},
  more: Partial<NumericQuestion> = {},
): NumericView => draw(asks(ask, given, more), 'K7Q2', tool);

describe('drawing numbers', () => {
  it('takes the key, the working and the text from the tool', () => {
    const drawn = draw(fixed, 'K7Q2', gmv);
    expect(drawn).toMatchObject({
      kind: 'numeric',
      id: 'gmv-plan',
      seed: 'K7Q2',
      stem: '预计来 10,000 个访客，转化率 3.5%，客单价 ¥280。支付金额多少？',
      explain: '10,000 乘 3.5% 是买家数 350，再乘 ¥280。',
      label: '成交总额',
      unit: 'money',
      suffix: '元',
      key: '98000',
      shown: '¥98,000',
      tolerance: '1',
      working: ['成交总额 = 访客数 × 支付转化率 × 客单价 = 10,000 × 3.5% × ¥280 = ¥98,000.00'],
    });
    expect(drawn.wrong).toEqual([
      { name: '把访客都当成买家', says: '只有 3.5% 的人付钱。', value: '2800000', shown: '¥2,800,000' },
      { name: '只算到买家数', says: '再乘 ¥280。', value: '350', shown: '¥350' },
    ]);
  });

  it('stays within its ranges, on their steps, and its own key is right', () => {
    const places = { uv: new Set<string>(), cvr: new Set<string>(), aov: new Set<string>() };
    for (let i = 0; i < 400; i++) {
      const drawn = draw(sample.numeric, seedOf(String(i)), gmv);
      const [uv = '', cvr = '', aov = ''] = drawn.stem.match(/[\d,.]+(?=[ %。])/g) ?? [];
      places.uv.add(uv);
      places.cvr.add(cvr);
      places.aov.add(aov);
      const product = decimal(uv.replace(',', '')).times(cvr).times(aov).div(100);
      expect(drawn.key).toBe(
        product.toFixed().replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros)),
      );
      expect(numeric.grade(drawn, drawn.shown).score).toBe(1);
      expect(draw(sample.numeric, seedOf(String(i)), gmv)).toEqual(drawn);
    }
    expect([...places.cvr].map(Number).sort()).toEqual([2, 2.5, 3, 3.5, 4, 4.5, 5]);
    expect([...places.aov].map(Number).sort()).toEqual([180, 200, 220, 240, 260, 280, 300, 320]);
    expect(places.uv.size).toBe(21);
  });

  it('keeps input decimals in the stem: nothing shown is rounded', () => {
    const drawn = draw({ ...fixed, given: { ...fixed.given, cvr: '2.125' } }, '', gmv);
    expect(drawn.stem).toContain('转化率 2.125%');
    expect(drawn.key).toBe('59500');
  });

  it('draws anew where a wrong formula would be right', () => {
    // cost / sold is 50 % exactly where sold is twice the cost; then "cost / 100" is not told apart at cost 50.
    const question = asks(
      'rate',
      { sold: { from: 100, to: 200, step: 100 }, cost: '50' },
      { misconceptions: [{ formula: 'cost / 100', name: '错', says: '错' }] },
    );
    for (let i = 0; i < 40; i++) expect(draw(question, seedOf(String(i)), tool).key).toBe('25');
  });
  it('keeps wrong numbers two tolerances away', () => {
    const near = (off: string): NumericQuestion =>
      asks(
        'left',
        {},
        { tolerance: '1', misconceptions: [{ formula: `sold - cost + ${off}`, name: '错', says: '错' }] },
      );
    expect(() => draw(near('2'), '', tool)).toThrow('「错」也得到 ¥300');
    expect(draw(near('2.01'), '', tool).wrong[0]?.value).toBe('302.01');
  });
  it('draws anew where the result does not exist', () => {
    const question = asks('times', { cost: { from: 0, to: 10, step: 10 } });
    for (let i = 0; i < 20; i++) expect(draw(question, seedOf(String(i)), tool).key).toBe('40');
    expect(() => draw(asks('times', { cost: '0' }), '', tool)).toThrow(
      '抽了 400 次都没有合适的数：「花了」是0，',
    );
  });
  it('draws anew where the answer takes more than four decimals to say', () => {
    const exact = asks('daily', { days: { from: 3, to: 4, step: 1 } }, { tolerance: '0' });
    for (let i = 0; i < 20; i++) expect(draw(exact, seedOf(String(i)), tool).key).toBe('100');
    expect(() => draw(asks('daily', {}, { tolerance: '0' }), '', tool)).toThrow(
      '答案 133.3333333333333333333333333 写不短',
    );
    // With a tolerance the rounded number is right.
    expect(view('daily').shown).toBe('133.33元/天');
    expect(view('daily', {}, { tolerance: '0.0001' })).toMatchObject({
      shown: '133.3333元/天',
      key: `133.${'3'.repeat(25)}`,
    });
  });
  it('draws anew where an input does not read', () => {
    const question = asks('daily', { days: { from: 2.5, to: 5, step: 2.5 } });
    for (let i = 0; i < 20; i++) expect(draw(question, seedOf(String(i)), tool).key).toBe('80');
  });

  it('names what an author got wrong', () => {
    expect(() => draw(asks('gone'), '', tool)).toThrow('工具 shop 没有结果「gone」');
    expect(() => draw(asks('rate', { gone: '1' }), '', tool)).toThrow('工具 shop 没有输入「gone」');
    expect(() => draw(asks('verdict'), '', tool)).toThrow('「verdict」得不出一个数');
    expect(() => draw(asks('rate', {}, { stem: '{gone}' }), '', tool)).toThrow(SyntaxError);
    expect(() => numeric.prepare(fixed, '')).toThrow('题目 gmv-plan 要用工具 gmv 来算');
    expect(numeric.prepare(fixed, '', gmv)).toEqual(draw(fixed, '', gmv));
  });
  it('may ask for choices and speak of them', () => {
    expect(view('rate', { way: 'slow' }, { stem: '寄{way}' }).stem).toBe('寄平邮');
  });
});

describe('reading an answer', () => {
  it.each([
    ['98000', 1],
    ['98,000', 1],
    ['９８０００', 1],
    ['9.8万', 1],
    ['9.8 万元', 1],
    ['¥98,000.00', 1],
    ['98000 元', 1],
    ['97999', 1],
    ['98001', 1],
    ['97998.99', 0],
    ['98001.01', 0],
    ['-98000', 0],
  ])('%s for ¥98,000 within 1 scores %d', (typed, score) => {
    expect(numeric.grade(draw(fixed, '', gmv), typed).score).toBe(score);
  });

  it.each([
    ['rate', '25', 1],
    ['rate', '25%', 1],
    ['rate', '２５％', 1],
    ['rate', ' 25 % ', 1],
    ['rate', '24.99', 1],
    ['rate', '25.01', 1],
    ['rate', '25.011', 0],
    ['rate', '0.25', 0],
    ['times', '4', 1],
    ['times', '4倍', 1],
    ['times', '4:1', 1],
    ['times', '400%', 1],
    ['times', '0.04', 0],
    ['daily', '133.33', 1],
    ['daily', '133.33元/天', 1],
    ['daily', '１３３.33元/天', 1],
    ['left', '3百', 0],
  ])('%s: %s scores %d', (ask, typed, score) => expect(numeric.grade(view(ask), typed).score).toBe(score));

  it('accepts losses and shares over a hundred percent', () => {
    expect(numeric.grade(view('left', { cost: '500' }), '-100').score).toBe(1);
    expect(numeric.grade(view('left', { cost: '500' }), '−100元').score).toBe(1);
    expect(numeric.grade(view('rate', { cost: '600' }), '150%').score).toBe(1);
  });

  it('is the same as the rules of fields, in the unit people see', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,6}(\.\d{1,4})?$/), (text) => {
        const typed = parseTyped(text, { unit: 'number', signed: true });
        for (const unit of ['number', 'money', 'percent', 'ratio', 'count'] as const) {
          const read = readNumber(text, { unit, suffix: '' });
          expect(read.state === 'ok' && typed.state === 'ok' && read.value.eq(typed.value)).toBe(true);
        }
      }),
    );
  });
  it('never throws, whatever is typed', () => {
    const drawn = [view('rate'), view('times'), view('daily'), view('left')];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...drawn), (text, asked) => {
        const { score } = numeric.grade(asked, text);
        expect([0, 1]).toContain(score);
        expect(numeric.isAnswered(asked, text)).toBe(unreadable(asked, text) === '');
      }),
    );
  });

  it('gives a known wrong number its own answer', () => {
    const drawn = draw(fixed, '', gmv);
    const { score, feedback, lines } = numeric.grade(drawn, '280万');
    expect(score).toBe(0);
    expect(feedback).toBe('把访客都当成买家。只有 3.5% 的人付钱。');
    expect(lines).toEqual([
      { text: '成交总额 ¥98,000', reason: drawn.working[0], mark: '对', tone: 'good', note: '' },
      {
        text: '¥2,800,000',
        reason: '把访客都当成买家。只有 3.5% 的人付钱。',
        mark: '错',
        tone: 'bad',
        note: '你答的',
      },
      { text: '¥350', reason: '只算到买家数。再乘 ¥280。', mark: '错', tone: 'bad', note: '' },
    ]);
    expect(numeric.grade(drawn, '98000')).toMatchObject({
      feedback: '',
      lines: [{ note: '' }, { note: '' }, { note: '' }],
    });
    expect(numeric.grade(drawn, '12345').feedback).toBe('');
    expect(numeric.grade(drawn, undefined)).toMatchObject({ score: 0, feedback: '' });
  });

  it.each([
    ['rate', '0.25', '数字对，单位差了100倍：这里用「%」，要写成25%。'],
    ['rate', '2500', '数字对，单位差了100倍：这里用「%」，要写成25%。'],
    ['times', '0.04', '数字对，单位差了100倍：这里不带单位，要写成4。'],
    ['left', '0.03', '数字对，单位差了一万倍：这里用「元」，要写成¥300。'],
    ['left', '300万', '数字对，单位差了一万倍：这里用「元」，要写成¥300。'],
    ['left', '299', ''],
    ['left', '0', ''],
    ['rate', '24', ''],
  ])('%s: %s gets the hint %j', (ask, typed, hint) =>
    expect(numeric.grade(view(ask), typed).feedback).toBe(hint),
  );

  it('allows half a percent for digits lost on the way to the wrong unit', () => {
    const asked = { unit: 'percent', suffix: '%', key: '26.67', tolerance: '0.01' } as const;
    expect(unitHint(decimal('0.267'), asked, '26.67%')).not.toBe('');
    expect(unitHint(decimal('0.26'), asked, '26.67%')).toBe('');
    expect(unitHint(decimal('0.5'), { ...asked, key: '0', tolerance: '0.1' }, '0%')).toBe(
      '数字对，单位差了100倍：这里用「%」，要写成0%。',
    );
  });

  it('includes both ends of the tolerance, exactly', () => {
    expect(within(decimal('0.3'), '0.1', '0.2')).toBe(true);
    expect(within(decimal('0.30000000001'), '0.1', '0.2')).toBe(false);
    expect(within(decimal('-0.1'), '0.1', '0.2')).toBe(true);
  });

  it('says what does not read, and does not take it as an answer', () => {
    const rate = view('rate');
    expect(unreadable(rate, '25')).toBe('');
    expect(unreadable(rate, '四分之一')).toMatch(/^请填百分数，.*。$/);
    expect(unreadable(rate, '')).toBe('先算出一个数，再提交。');
    expect(unreadable(view('left'), '25%')).toBe('这里要填「元」，不是百分数。');
    expect(unreadable({ ...view('times'), unit: 'number' }, '２５％ ')).toBe('这里要填数字，不是百分数。');
    expect(unreadable(view('left'), '甲%')).toMatch(/^请填金额，.*。$/);
    expect(numeric.isAnswered(rate, undefined)).toBe(false);
    expect(numeric.isAnswered(rate, '25')).toBe(true);
    expect(numeric.isAnswered(rate, '四分之一')).toBe(false);
    expect(numeric.read(fixed, '25')).toBe('25');
    expect(numeric.read(fixed, 25)).toBeUndefined();
  });
});
