import { describe, expect, test } from 'vitest';
import { advertising } from '../../src/build/checks/advertising.ts';
import { type Passage, passagesOfChapter, passagesOfRecord } from '../../src/build/checks/texts.ts';

/* Where a word of the advertising list counts in our own content: where we say it ourselves, and nowhere else. */
const claims = (passages: Passage[]): { word: string; line: number; field: string }[] =>
  passages.flatMap((passage) =>
    advertising.find(passage).map(({ at, message }) => ({
      word: message.replace(/^.*：/, ''),
      line: passage.lineAt(at),
      field: passage.field,
    })),
  );
const inText = (text: string): [string, number][] =>
  claims(passagesOfChapter('content/docs/x.mdx', text)).map(({ word, line }) => [word, line]);
const inRecord = (data: unknown, file = 'content/x.yaml'): [string, string][] =>
  claims(passagesOfRecord(file, data, () => 1)).map(({ word, field }) => [word, field]);

describe('a chapter', () => {
  test('answers for its own words, by line', () => {
    expect(inText('第一行。\n\n顶级面料。\n')).toEqual([['顶级', 3]]);
  });

  test.each([
    ['a quotation', '别写“顶级面料，全网第一”，写克重。'],
    ['the wrong side of a contrast', '<div slot="bad">\n\n顶级面料！\n\n</div>'],
    ['the name of a misconception', '<Misconception name="写顶级就好卖">\n\n写克重。\n\n</Misconception>'],
    ['what people search for', '---\ntitle: 文案\naliases: [全网第一, 顶级]\n---\n正文。'],
    ['a term of the glossary', '这和好评返现是一回事。'],
  ])('may show it in %s', (_, text) => {
    expect(inText(text)).toEqual([]);
  });

  test('answers again right behind such a passage', () => {
    expect(inText('<div slot="bad">\n\n顶级\n\n</div>\n<div slot="good">\n\n极品\n\n</div>')).toEqual([
      ['极品', 8],
    ]);
    expect(inText('“顶级”和极品')).toEqual([['极品', 1]]);
    expect(inText('---\naliases: [顶级]\ndescription: 极品\n---\n')).toEqual([['极品', 3]]);
  });
});

describe('a record', () => {
  test('names the field', () => {
    expect(inRecord({ scripts: [{ body: '全网第一' }] })).toEqual([['全网第一', 'body']]);
  });

  test('may show it where others speak or where it is shown as wrong', () => {
    expect(
      inRecord({ asks: ['能治疗吗，是最低价吗'], bad: '绝对没问题', name: '好评卡', former: ['顶级'] }),
    ).toEqual([]);
    expect(inRecord({ near: [{ text: '顶级', says: '写克重' }] })).toEqual([]);
    expect(inRecord({ near: [{ text: '克重', says: '顶级' }] })).toEqual([['顶级', 'says']]);
    expect(inRecord({ words: ['顶级'] }, 'content/ad-terms.yaml')).toEqual([]);
  });

  test('of a quiz answers for right answers and reasons, not for wrong answers', () => {
    const options = [
      { text: '顶级', reason: '极品' },
      { text: '极致', right: true, reason: '写克重' },
    ];
    expect(inRecord({ kind: 'single', stem: '选哪条？', options })).toEqual([
      ['极品', 'reason'],
      ['极致', 'text'],
    ]);
    const replies = [
      { text: '顶级', score: 1 },
      { text: '极品', score: 2 },
    ];
    expect(inRecord({ steps: { start: { says: '全网第一吗', replies } } })).toEqual([['极品', 'text']]);
    expect(inRecord({ kind: 'boolean', stem: '顶级', right: false, explain: '写克重' })).toEqual([]);
    expect(inRecord({ kind: 'boolean', stem: '顶级', right: true })).toEqual([['顶级', 'stem']]);
    expect(inRecord({ kind: 'order', items: [{ id: 'a', text: '顶级' }] })).toEqual([['顶级', 'text']]);
  });
});
