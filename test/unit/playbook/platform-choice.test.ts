import { describe, expect, test } from 'vitest';
import {
  alike,
  type Answers,
  choose,
  type ChoiceQuestion,
  type ChoiceRule,
  choiceText,
  fires,
  unanswered,
} from '../../../src/logic/playbook/platform-choice.ts';

const rules: ChoiceRule[] = [
  { id: 'cheap', when: { goods: ['cheap'] }, for: ['east', 'north'], text: '便宜。' },
  {
    id: 'shown',
    when: { goods: ['cheap', 'fine'], who: ['host'] },
    for: ['north', 'south'],
    text: '有人播。',
  },
  { id: 'alone', when: { who: ['none'] }, against: ['north', 'south'], text: '没人做。' },
  { id: 'far', when: { who: ['none'], goods: ['fine'] }, stops: ['east'], text: '太远。' },
  { id: 'count', when: { who: ['none'] }, text: '先算。' },
];
const platforms = ['east', 'north', 'south', 'west'];
const questions: ChoiceQuestion[] = [
  {
    id: 'goods',
    short: '货',
    ask: '货？',
    options: [
      { id: 'cheap', label: '便宜的' },
      { id: 'fine', label: '好的' },
    ],
  },
  {
    id: 'who',
    short: '人',
    ask: '人？',
    options: [
      { id: 'host', label: '能播' },
      { id: 'none', label: '没有' },
    ],
  },
];
const words = {
  none: { text: '没有合适的。', steps: ['先攒。', '再来。'] },
  tie: '一样。',
  closing: '只做一个。',
};
const found = (answers: Answers) => {
  const { suggested, tied, left, remarks } = choose(rules, platforms, answers);
  return {
    suggested: suggested.map(({ platform }) => platform),
    tied,
    left: left.map(({ platform }) => platform),
    remarks: remarks.map(({ id }) => id),
  };
};

describe('rules', () => {
  test('fire when every question named has one of the answers named', () => {
    const [, shown] = rules;
    expect(fires(shown!, { goods: 'fine', who: 'host' })).toBe(true);
    expect(fires(shown!, { goods: 'fine', who: 'none' })).toBe(false);
    expect(fires(shown!, { goods: 'fine' }), 'unanswered').toBe(false);
  });

  test('what more speaks for stands first; reasons stand by it', () => {
    // north: cheap and shown; east: cheap; south: shown.
    expect(found({ goods: 'cheap', who: 'host' })).toEqual({
      suggested: ['north', 'east', 'south'],
      tied: false,
      left: [],
      remarks: [],
    });
    const [first] = choose(rules, platforms, { goods: 'cheap', who: 'host' }).suggested;
    expect(first?.for.map(({ id }) => id)).toEqual(['cheap', 'shown']);
  });

  test('for and against make up for each other; what is left says why', () => {
    // north: cheap for, alone against; south: alone against; west: nothing at all.
    expect(found({ goods: 'cheap', who: 'none' })).toEqual({
      suggested: ['east'],
      tied: false,
      left: ['north', 'south'],
      remarks: ['count'],
    });
  });

  test('equal ones stand in their order and are called equal', () => {
    expect(found({ goods: 'fine', who: 'host' })).toMatchObject({
      suggested: ['north', 'south'],
      tied: true,
    });
  });

  test('what is ruled out is not suggested, whatever speaks for it', () => {
    const ruled: ChoiceRule[] = [
      ...rules,
      { id: 'good', when: { goods: ['fine'] }, for: ['east'], text: '好。' },
    ];
    expect(choose(ruled, platforms, { goods: 'fine', who: 'none' }).suggested).toEqual([]);
  });

  test('no more than three', () => {
    const one: ChoiceRule = { id: 'any', when: { who: ['host'] }, for: platforms, text: '都行。' };
    const { suggested, left } = choose([one], platforms, { who: 'host' });
    expect(suggested.map(({ platform }) => platform)).toEqual(['east', 'north', 'south']);
    expect(
      left.map(({ platform }) => platform),
      'the fourth is left, and says what speaks for it',
    ).toEqual(['west']);
  });
});

test('a question counts as answered only by one of its own options', () => {
  expect(unanswered(questions, { goods: 'gold', who: 'host' }).map(({ id }) => id)).toEqual(['goods']);
  expect(unanswered(questions, {}).map(({ id }) => id)).toEqual(['goods', 'who']);
});

test('platforms of which the same is said stand together', () => {
  const far: ChoiceRule = { id: 'far', when: { who: ['none'] }, stops: ['east', 'west'], text: '太远。' };
  const alone: ChoiceRule = {
    id: 'alone',
    when: { who: ['none'] },
    against: ['north', 'west'],
    text: '没人做。',
  };
  const { left } = choose([far, alone], ['east', 'north', 'south', 'west'], { who: 'none' });
  expect(alike(left).map((group) => group.platforms)).toEqual([['east'], ['north'], ['west']]);
  expect(alike(choose([far], platforms, { who: 'none' }).left)).toEqual([
    { platforms: ['east', 'west'], of: { platform: 'east', for: [], against: [], stops: [far] } },
  ]);
});

describe('as text', () => {
  const names: Record<string, string> = { east: '东', north: '北', south: '南' };
  const text = (answers: Answers): string =>
    choiceText(choose(rules, platforms, answers), answers, questions, (id) => names[id] ?? id, words);

  test('says what was answered, what is suggested and why, and what is not', () => {
    expect(text({ goods: 'cheap', who: 'none' })).toBe(
      [
        '【选一个主平台】',
        '货：便宜的',
        '人：没有',
        '',
        '先看：东',
        '＋ 便宜。',
        '',
        '没选的：',
        '北',
        '＋ 便宜。',
        '－ 没人做。',
        '南',
        '－ 没人做。',
        '',
        '还要知道：',
        '· 先算。',
        '',
        '只做一个。',
      ].join('\n'),
    );
  });

  test('says that two are equal', () => {
    expect(text({ goods: 'fine', who: 'host' })).toContain(
      '先看：北\n＋ 有人播。\n\n再看：南\n＋ 有人播。\n\n一样。\n',
    );
  });

  test('says that none fits, and what to do', () => {
    expect(text({ goods: 'fine', who: 'none' })).toContain(
      '没有合适的。\n1. 先攒。\n2. 再来。\n\n没选的：\n东\n－ 太远。',
    );
  });
});
