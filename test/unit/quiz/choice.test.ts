import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boolean } from '#src/logic/quiz/boolean.ts';
import { multiple, scoreMultiple } from '#src/logic/quiz/multiple.ts';
import { MULTIPLE_RULES } from '#src/logic/quiz/rules.ts';
import { keyOf, seedOf } from '#src/logic/quiz/seed.ts';
import { single } from '#src/logic/quiz/single.ts';
import * as sample from './sample.ts';

const key = (text: string): string => keyOf(text);

describe('单选', () => {
  const view = single.prepare(sample.single, 'K7Q2');

  it('keeps the order of one seed and changes it with others', () => {
    expect(single.prepare(sample.single, 'K7Q2')).toEqual(view);
    const places = new Set(
      Array.from({ length: 40 }, (_, i) =>
        single.prepare(sample.single, seedOf(String(i))).options.findIndex(({ right }) => right),
      ),
    );
    expect(places).toEqual(new Set([0, 1, 2]));
  });

  it('does not depend on the order the author wrote, nor on being prepared before', () => {
    const turned = { ...sample.single, options: [...sample.single.options].reverse() };
    expect(single.prepare(turned, 'K7Q2').options).toEqual(view.options);
    expect(single.prepare({ ...sample.single, options: view.options }, '8KK0')).toEqual(
      single.prepare(sample.single, '8KK0'),
    );
  });

  it('marks the right option 1 and says of every option why', () => {
    const { score, lines, feedback } = single.grade(view, key('按来源拆开看'));
    expect(score).toBe(1);
    expect(feedback).toBe('');
    expect(lines).toHaveLength(3);
    expect(lines.find(({ text }) => text === '按来源拆开看')).toEqual({
      text: '按来源拆开看',
      reason: '先知道是哪个来源掉的，才知道改哪里。',
      mark: '对',
      tone: 'good',
      note: '你选的',
    });
    expect(lines.filter(({ note }) => note === '')).toHaveLength(2);
  });

  it('marks a wrong option 0 and notes which it was', () => {
    const { score, lines } = single.grade(view, key('先加推广费'));
    expect(score).toBe(0);
    expect(lines.find(({ note }) => note === '你选的')).toMatchObject({
      text: '先加推广费',
      mark: '错',
      tone: 'bad',
    });
    expect(lines.map(({ note }) => note)).not.toContain('漏选');
  });

  it('gives the key where nothing was answered', () => {
    const { score, lines } = single.grade(view, undefined);
    expect(score).toBe(0);
    expect(lines.every(({ note }) => note === '')).toBe(true);
    expect(single.isAnswered(view, undefined)).toBe(false);
    expect(single.isAnswered(view, key('先加推广费'))).toBe(true);
  });

  it('reads only options there are', () => {
    expect(single.read(sample.single, key('先加推广费'))).toBe(key('先加推广费'));
    for (const raw of [key('撤下的选项'), '', 0, null, undefined, ['x']])
      expect(single.read(sample.single, raw)).toBeUndefined();
  });
});

describe('多选', () => {
  const view = multiple.prepare(sample.multiple, 'K7Q2');
  const keys = (...texts: string[]): string[] => texts.map(key);

  // Three right, one wrong.
  it.each([
    ['half', 3, 0, 1],
    ['half', 2, 0, 0.5],
    ['half', 1, 0, 0.5],
    ['half', 0, 0, 0],
    ['half', 3, 1, 0],
    ['half', 2, 1, 0],
    ['all', 3, 0, 1],
    ['all', 2, 0, 0],
    ['all', 3, 1, 0],
    ['ratio', 3, 0, 1],
    ['ratio', 2, 0, 2 / 3],
    ['ratio', 0, 0, 0],
    ['ratio', 2, 1, 0],
    ['moodle', 3, 0, 1],
    ['moodle', 2, 0, 2 / 3],
    ['moodle', 3, 1, 0],
    ['moodle', 0, 1, 0],
  ] as const)('%s: %i right and %i wrong ticked give %d', (rule, hits, misses, score) => {
    expect(scoreMultiple(rule, hits, 3, misses, 1)).toBeCloseTo(score, 12);
  });
  it('moodle takes one share for each of several wrong ones', () => {
    expect(scoreMultiple('moodle', 2, 2, 1, 2)).toBe(0.5);
    expect(scoreMultiple('moodle', 0, 0, 1, 2)).toBe(0);
    expect(scoreMultiple('moodle', 1, 2, 0, 0)).toBe(0.5);
  });

  it('always gives 0 to 1, and 1 only for exactly the right ones, by every rule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(MULTIPLE_RULES) as (keyof typeof MULTIPLE_RULES)[])),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        fc.nat(6),
        fc.nat(6),
        (rule, right, wrong, a, b) => {
          const hits = Math.min(a, right);
          const misses = Math.min(b, wrong);
          const score = scoreMultiple(rule, hits, right, misses, wrong);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(score === 1).toBe(hits === right && misses === 0);
        },
      ),
    );
  });

  it('marks by half unless told otherwise, and names what was missed', () => {
    const answer = keys('访客数', '客单价');
    const { score, lines } = multiple.grade(view, answer);
    expect(score).toBe(0.5);
    expect(multiple.grade(view, answer, { multiple: 'ratio' }).score).toBeCloseTo(2 / 3, 12);
    const notes = Object.fromEntries(lines.map(({ text, note }) => [text, note]));
    expect(notes).toEqual({ 访客数: '你选的', 客单价: '你选的', 支付转化率: '漏选', 收藏数: '' });
  });
  it('gives nothing once a wrong one is ticked', () => {
    const { score, lines } = multiple.grade(view, keys('访客数', '支付转化率', '客单价', '收藏数'));
    expect(score).toBe(0);
    expect(lines.find(({ text }) => text === '收藏数')).toMatchObject({
      mark: '错',
      note: '你选的',
      reason: '收藏还没有付钱。',
    });
  });
  it('without an answer calls nothing missed', () => {
    expect(multiple.grade(view, undefined)).toMatchObject({ score: 0 });
    expect(multiple.grade(view, undefined).lines.every(({ note }) => note === '')).toBe(true);
  });

  it('drops the whole answer when one of its options is gone: what is left would count as 漏选', () => {
    expect(multiple.read(sample.multiple, keys('访客数', '客单价'))).toEqual(keys('访客数', '客单价'));
    expect(multiple.read(sample.multiple, keys('访客数', '撤下的'))).toBeUndefined();
    expect(multiple.read(sample.multiple, keys('访客数', '访客数'))).toBeUndefined();
    for (const raw of [[], key('访客数'), {}, null, [1]])
      expect(multiple.read(sample.multiple, raw)).toBeUndefined();
    expect(multiple.isAnswered(view, undefined)).toBe(false);
    expect(multiple.isAnswered(view, [])).toBe(false);
    expect(multiple.isAnswered(view, keys('访客数'))).toBe(true);
  });
});

describe('判断', () => {
  const view = boolean.prepare(sample.boolean, '');

  it('marks both sides with their own reason', () => {
    expect(boolean.grade(view, false)).toEqual({
      score: 1,
      feedback: '',
      lines: [
        { text: '这句话对', reason: '里面还有要退的钱。', mark: '错', tone: 'bad', note: '' },
        { text: '这句话错', reason: '退款没扣，税也没扣。', mark: '对', tone: 'good', note: '你选的' },
      ],
    });
    const wrong = boolean.grade(view, true);
    expect(wrong.score).toBe(0);
    expect(wrong.lines.map(({ note }) => note)).toEqual(['你选的', '']);
    expect(boolean.grade({ ...view, right: true }, true).score).toBe(1);
    expect(boolean.grade(view, undefined).score).toBe(0);
  });
  it('reads only true and false', () => {
    expect(boolean.read(sample.boolean, false)).toBe(false);
    for (const raw of ['true', 1, null, undefined]) expect(boolean.read(sample.boolean, raw)).toBeUndefined();
    expect(boolean.isAnswered(view, undefined)).toBe(false);
    expect(boolean.isAnswered(view, false)).toBe(true);
  });
});
