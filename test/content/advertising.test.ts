import { describe, expect, test } from 'vitest';
import { claimsOfRecord, claimsOfText } from '../../src/build/checks/advertising.ts';

/* Where a word of the advertising list counts in our own content: where we say it ourselves, and nowhere else. */
const inText = (text: string): [string, number][] => claimsOfText(text).map(({ word, line }) => [word, line]);
const inRecord = (data: unknown): [string, string][] =>
  claimsOfRecord(data).map(({ hit, path }) => [hit.word, path.join('.')]);

describe('a chapter', () => {
  test('answers for its own words, by line', () => {
    expect(inText('第一行。\n\n顶级面料。\n')).toEqual([['顶级', 3]]);
  });

  test.each([
    ['a quotation', '别写“顶级面料，全网第一”，写克重。'],
    ['the wrong side of a contrast', '<div slot="bad">\n\n顶级面料！\n\n</div>'],
    ['the name of a misconception', '<Misconception name="写顶级就好卖">\n\n写克重。\n\n</Misconception>'],
    ['what people search for', 'title: 文案\naliases: [全网第一, 顶级]\nroles: [design]'],
    ['such a list in lines', 'aliases:\n  - 全网第一\n  - 顶级\nroles: [design]'],
    ['a term of the glossary', '这和好评返现是一回事。'],
  ])('may show it in %s', (_, text) => {
    expect(inText(text)).toEqual([]);
  });

  test('answers again right behind such a passage', () => {
    expect(inText('<div slot="bad">\n顶级\n</div>\n<div slot="good">\n极品\n</div>')).toEqual([['极品', 5]]);
    expect(inText('“顶级”和极品')).toEqual([['极品', 1]]);
    expect(inText('aliases: [顶级]\ndescription: 极品')).toEqual([['极品', 2]]);
  });
});

describe('a record', () => {
  test('names the field', () => {
    expect(inRecord({ scripts: [{ body: '全网第一' }] })).toEqual([['全网第一', 'scripts.0.body']]);
  });

  test('may show it where others speak or where it is shown as wrong', () => {
    expect(
      inRecord({ asks: ['能治疗吗，是最低价吗'], bad: '绝对没问题', name: '好评卡', former: ['顶级'] }),
    ).toEqual([]);
  });

  test('of a quiz answers for right answers and reasons, not for wrong answers', () => {
    const options = [
      { text: '顶级', reason: '极品' },
      { text: '极致', right: true, reason: '写克重' },
    ];
    expect(inRecord({ kind: 'single', stem: '选哪条？', options })).toEqual([
      ['极品', 'options.0.reason'],
      ['极致', 'options.1.text'],
    ]);
    const replies = [
      { text: '顶级', score: 1 },
      { text: '极品', score: 2 },
    ];
    expect(inRecord({ steps: { start: { says: '全网第一吗', replies } } })).toEqual([
      ['极品', 'steps.start.replies.1.text'],
    ]);
    expect(inRecord({ kind: 'boolean', stem: '顶级', right: false, explain: '写克重' })).toEqual([]);
    expect(inRecord({ kind: 'boolean', stem: '顶级', right: true })).toEqual([['顶级', 'stem']]);
    expect(inRecord({ kind: 'order', items: [{ id: 'a', text: '顶级' }] })).toEqual([
      ['顶级', 'items.0.text'],
    ]);
  });
});
