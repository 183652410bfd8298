import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, fold } from '#src/logic/quiz/fill.ts';
import { match } from '#src/logic/quiz/match.ts';
import { order } from '#src/logic/quiz/order.ts';
import { bestTotal, exchanges, scenario } from '#src/logic/quiz/scenario.ts';
import { keyOf, seedOf } from '#src/logic/quiz/seed.ts';
import * as sample from './sample.ts';

describe('排序', () => {
  const right = ['placed', 'paid', 'net', 'income'];
  const view = order.prepare(sample.order, 'K7Q2');

  it('never starts in the right order, whatever the seed', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const { shown } = order.prepare(sample.order, seedOf(String(i)));
      expect([...shown].sort()).toEqual([...right].sort());
      expect(shown).not.toEqual(right);
      seen.add(shown.join());
    }
    expect(seen.size).toBe(23);
  });

  it.each([
    [right, 1],
    [['placed', 'net', 'paid', 'income'], 0.5],
    [['paid', 'net', 'income', 'placed'], 0],
    [['paid', 'placed', 'net', 'income'], 0.5],
  ])('%j gives the share of exact places, %d', (answer, score) => {
    expect(order.grade(view, answer).score).toBe(score);
  });

  it('lists the right order and says where each was put', () => {
    const { lines } = order.grade(view, ['placed', 'net', 'paid', 'income']);
    expect(lines.map(({ text, mark, note }) => [text, mark, note])).toEqual([
      ['1. 下单金额', '对', ''],
      ['2. 支付金额', '错', '你放在第3'],
      ['3. 净成交额', '错', '你放在第2'],
      ['4. 收入', '对', ''],
    ]);
    const key = order.grade(view, undefined);
    expect(key.score).toBe(0);
    expect(key.lines.every(({ mark, note }) => mark === '对' && note === '')).toBe(true);
    expect(key.lines[1]?.reason).toBe('去掉没付的。');
  });

  it('reads only a whole arrangement', () => {
    expect(order.read(sample.order, right)).toEqual(right);
    for (const raw of [
      right.slice(1),
      [...right, 'placed'],
      ['placed', 'placed', 'net', 'income'],
      'placed',
      null,
    ]) {
      expect(order.read(sample.order, raw)).toBeUndefined();
    }
    expect(order.isAnswered(view, undefined)).toBe(false);
    expect(order.isAnswered(view, right)).toBe(true);
  });
});

describe('配对', () => {
  const view = match.prepare(sample.match, 'K7Q2');
  const pick = (buyer: string, each: string, piece: string): Record<string, string> => ({
    buyer: keyOf(buyer),
    order: keyOf(each),
    piece: keyOf(piece),
  });

  it('marks the share of right pairs', () => {
    expect(match.grade(view, pick('客单价', '笔单价', '件单价')).score).toBe(1);
    expect(match.grade(view, pick('客单价', '件单价', '笔单价')).score).toBeCloseTo(1 / 3, 12);
    expect(match.grade(view, pick('笔单价', '件单价', '客单价')).score).toBe(0);
  });

  it('says what was paired instead', () => {
    const { lines } = match.grade(view, { ...pick('客单价', '件单价', '件单价'), piece: '' });
    expect(lines.map(({ text, mark, note }) => [text, mark, note])).toEqual([
      ['每个顾客花多少 → 客单价', '对', ''],
      ['一个包裹多少钱 → 笔单价', '错', '你配的是「件单价」'],
      ['一件卖多少 → 件单价', '错', '你配的是「空着」'],
    ]);
    const key = match.grade(view, undefined);
    expect(key.score).toBe(0);
    expect(key.lines.every(({ mark, note }) => mark === '对' && note === '')).toBe(true);
  });

  it('offers every right side once, in an order that changes with the seed', () => {
    const shared = {
      ...sample.match,
      pairs: [...sample.match.pairs, { id: 'basket', left: '一个顾客花多少', right: '客单价', reason: '' }],
    };
    expect(
      match
        .prepare(shared, 'K7Q2')
        .choices.map(({ text }) => text)
        .sort(),
    ).toEqual(['件单价', '客单价', '笔单价'].sort());
    expect(
      match.grade(match.prepare(shared, ''), {
        ...pick('客单价', '笔单价', '件单价'),
        basket: keyOf('客单价'),
      }).score,
    ).toBe(1);
    const orders = Array.from({ length: 60 }, (_, i) =>
      match
        .prepare(sample.match, seedOf(String(i)))
        .choices.map(({ text }) => text)
        .join(),
    );
    expect(new Set(orders).size).toBe(6);
  });

  it('keeps a half-made answer but hands in only a whole one', () => {
    const half = { buyer: keyOf('客单价'), order: '', piece: '' };
    expect(match.read(sample.match, half)).toEqual({ buyer: keyOf('客单价') });
    expect(match.isAnswered(view, match.read(sample.match, half))).toBe(false);
    expect(match.isAnswered(view, undefined)).toBe(false);
    expect(match.isAnswered(view, pick('客单价', '客单价', '客单价'))).toBe(true);
    for (const raw of [
      {},
      { buyer: '' },
      { buyer: 'gone' },
      { gone: keyOf('客单价') },
      { buyer: 1 },
      [],
      null,
      'x',
    ]) {
      expect(match.read(sample.match, raw)).toBeUndefined();
    }
  });
});

describe('填空', () => {
  const view = fill.prepare(sample.fill, '');

  it.each([
    ['ROI', 1],
    [' roi ', 1],
    ['ＲＯＡＳ', 1],
    ['RO I', 0],
    ['GMV', 0],
    ['', 0],
  ])('%j scores %d', (answer, score) => expect(fill.grade(view, answer).score).toBe(score));

  it('answers a common wrong answer', () => {
    const { feedback, lines } = fill.grade(view, 'ｇｍｖ');
    expect(feedback).toBe('那是成交总额。');
    expect(lines).toEqual([
      { text: 'ROI、ROAS', reason: '这几种写法都算对。', mark: '对', tone: 'good', note: '' },
      { text: 'GMV', reason: '那是成交总额。', mark: '错', tone: 'bad', note: '你填的' },
    ]);
    expect(fill.grade(view, 'ROI')).toMatchObject({ feedback: '', lines: [{ note: '' }, { note: '' }] });
    expect(fill.grade(view, '别的').feedback).toBe('');
    expect(fill.grade({ ...view, accept: ['ROI'] }, undefined).lines[0]?.reason).toBe('');
  });

  it('reads text that is there and not endless', () => {
    expect(fill.read(sample.fill, ' roi ')).toBe(' roi ');
    for (const raw of ['', '  ', 'x'.repeat(81), 3, null])
      expect(fill.read(sample.fill, raw)).toBeUndefined();
    expect(fill.read(sample.fill, 'x'.repeat(80))).toBeDefined();
    expect(fill.isAnswered(view, undefined)).toBe(false);
    expect(fill.isAnswered(view, ' ')).toBe(false);
    expect(fill.isAnswered(view, 'x')).toBe(true);
  });

  it('folds once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(` ${text} `)).toBe(fold(text));
      }),
    );
  });
});

describe('情景', () => {
  const { steps } = sample.scenario;
  const path = (...texts: string[]): string[] => texts.map(keyOf);
  const good = path('让您久等了，我这就查。', '今晚八点前我给您准信。');

  it('knows the most a conversation can earn', () => {
    expect(bestTotal(sample.scenario)).toBe(6);
    expect(bestTotal({ start: 'angry', steps })).toBe(2);
    expect(bestTotal({ start: 'nowhere', steps })).toBe(0);
    // Two ways into one step: it counts once, from wherever.
    const diamond = {
      start: 'a',
      steps: {
        a: {
          says: '',
          replies: [
            { text: '1', score: 1, reason: '', next: 'b' },
            { text: '2', score: 3, reason: '', next: 'c' },
          ],
        },
        b: {
          says: '',
          replies: [
            { text: '3', score: 3, reason: '', next: 'd' },
            { text: '4', score: 0, reason: '' },
          ],
        },
        c: {
          says: '',
          replies: [
            { text: '5', score: 0, reason: '', next: 'd' },
            { text: '6', score: 0, reason: '' },
          ],
        },
        d: {
          says: '',
          replies: [
            { text: '7', score: 2, reason: '' },
            { text: '8', score: 1, reason: '' },
          ],
        },
      },
    };
    expect(bestTotal(diamond)).toBe(6);
  });
  it('refuses a conversation that goes round in circles', () => {
    const round = {
      start: 'a',
      steps: { a: { says: '', replies: [{ text: '1', score: 1, reason: '', next: 'a' }] } },
    };
    expect(() => bestTotal(round)).toThrow('对话绕回了「a」这一步，走不完');
  });

  it.each([
    [good, 1],
    [path('让您久等了，我这就查。', '应该快了。'), 4 / 6],
    [path('物流的事我们管不了。', '是我没说好，我马上帮您联系。'), 2 / 6],
    [path('请稍等。'), 1 / 6],
    [path('物流的事我们管不了。', '随便您。'), 0],
  ])('%j earns %d of the best', (answer, score) => {
    expect(scenario.grade(sample.scenario, answer).score).toBeCloseTo(score, 12);
  });

  it('goes over every reply of every step that came up', () => {
    const { lines, feedback } = scenario.grade(sample.scenario, path('物流的事我们管不了。', '随便您。'));
    expect(feedback).toBe('这段对话拿到0分，最多能拿6分。');
    expect(lines.map(({ mark, text, note }) => `${mark} ${text} ${note}`.trim())).toEqual([
      '顾客：我的货呢？',
      '好 让您久等了，我这就查。',
      '踩线 物流的事我们管不了。 你回的',
      '没帮上 请稍等。',
      '顾客：我要投诉！',
      '还行 是我没说好，我马上帮您联系。',
      '踩线 随便您。 你回的',
    ]);
    expect(lines.map(({ tone }) => tone)).toEqual(['plain', 'good', 'bad', 'bad', 'plain', 'caution', 'bad']);
  });
  it('shows all steps as its key', () => {
    const { score, lines } = scenario.grade(sample.scenario, undefined);
    expect(score).toBe(0);
    expect(lines.filter(({ tone }) => tone === 'plain').map(({ text }) => text)).toEqual([
      '顾客：我的货呢？',
      '顾客：到底哪天到？',
      '顾客：我要投诉！',
    ]);
    expect(lines.every(({ note }) => note === '')).toBe(true);
  });
  it('scores nothing where nothing can be earned', () => {
    const none = {
      ...sample.scenario,
      start: 'a',
      steps: { a: { says: '', replies: [{ text: '1', score: 0, reason: '' }] } },
    };
    expect(scenario.grade(none, path('1')).score).toBe(0);
  });

  it('follows a path as far as it leads', () => {
    expect(exchanges(sample.scenario, []).map(({ says, reply }) => [says, reply?.text])).toEqual([
      ['我的货呢？', undefined],
    ]);
    expect(exchanges(sample.scenario, good.slice(0, 1)).map(({ says }) => says)).toEqual([
      '我的货呢？',
      '到底哪天到？',
    ]);
    expect(exchanges(sample.scenario, [...good, 'more'])).toHaveLength(2);
    expect(scenario.isAnswered(sample.scenario, undefined)).toBe(false);
    expect(scenario.isAnswered(sample.scenario, good.slice(0, 1))).toBe(false);
    expect(scenario.isAnswered(sample.scenario, good)).toBe(true);
  });
  it('reads a path only if all of it can be walked', () => {
    expect(scenario.read(sample.scenario, good)).toEqual(good);
    expect(scenario.read(sample.scenario, good.slice(0, 1))).toEqual(good.slice(0, 1));
    for (const raw of [[], [...good, good[0]], [good[1]], ['gone'], 'x', null])
      expect(scenario.read(sample.scenario, raw)).toBeUndefined();
  });
});
