import { describe, expect, it } from 'vitest';
import {
  askedOf,
  coverOf,
  fullTextTokens,
  holds,
  rankPages,
  readExcerpt,
} from '../../../src/logic/search/index.ts';
import { lexicon } from './lexicon.ts';

describe('an excerpt of Pagefind', () => {
  it('is text with marks, without the spaces between words', () => {
    expect(readExcerpt('先\u200B<mark>接住\u200B</mark><mark>担心</mark>，\u200B再说')).toEqual([
      { text: '先', marked: false },
      { text: '接住担心', marked: true },
      { text: '，再说', marked: false },
    ]);
  });
  it('is never markup', () => {
    expect(readExcerpt('&lt;img src=x&gt;<mark>&lt;b&gt;</mark>&amp;lt; <i>')).toEqual([
      { text: '<img src=x>', marked: false },
      { text: '<b>', marked: true },
      { text: '&amp;lt; <i>', marked: false },
    ]);
  });
  it('may be empty, and its marks unpaired', () => {
    expect(readExcerpt('')).toEqual([]);
    expect(readExcerpt('</mark>一<mark>二')).toEqual([
      { text: '一', marked: false },
      { text: '二', marked: true },
    ]);
  });
});

describe('a query for the full text', () => {
  it('is asked by what was typed, each token once, without stop words', () => {
    expect(fullTextTokens('点击率怎么点击', lexicon)).toEqual(['点击', '击率']);
  });
  it('keeps stop words when there is nothing else', () => {
    expect(fullTextTokens('怎么', lexicon)).toEqual(['怎么']);
  });
  it('is empty for punctuation', () => {
    expect(fullTextTokens('，。', lexicon)).toEqual([]);
  });
  it('asks for a few words from beginning to end, however long it is', () => {
    const any = (): boolean => true;
    expect(askedOf(['点击', '击率'], any)).toEqual(['点击', '击率']);
    // Of twelve the middle of every two, counted from none: 1, 3, 5, 7, 9, 11.
    expect(askedOf([...'一二三四五六七八九十甲乙'], any).join('')).toBe('二四六八十乙');
    expect(askedOf([], any)).toEqual([]);
  });
  it('asks for half as many where the index cuts them, and for whole words first', () => {
    const long = [...'一二三四五六七八九'];
    const among = (some: string) => (token: string) => some.includes(token);
    expect(askedOf(long, among('')).join('')).toBe('二五八');
    expect(askedOf(long, among('九')).join('')).toBe('三七九');
    expect(askedOf(['点击', '击率'], among('点'))).toEqual(['点击', '击率']);
  });
});

describe('pages of the full text', () => {
  it('come first when they have the rare part, and know their rarest token', () => {
    const hit = (id: string) => ({ id, score: 1 });
    const ranked = rankPages([
      { token: '常见', hits: [hit('a'), hit('b'), hit('c')] },
      { token: '稀有', hits: [hit('c')] },
    ]);
    expect(ranked[0]).toEqual({ id: 'c', tokens: ['稀有', '常见'] });
    expect(ranked).toHaveLength(3);
    expect(rankPages([])).toEqual([]);
  });
  it('hold a query however it is spaced', () => {
    expect(holds('先接住担心，再说一个事实', '接住担心 再说')).toBe(true);
    expect(holds('先接住担心', '担心接住')).toBe(false);
    expect(holds('担心', '，')).toBe(false);
  });
  it('cover only what they really have', () => {
    expect(coverOf('ROI看利润', ['roi', '利润', '利率', '看'])).toBe(0.75);
    expect(coverOf('利', [])).toBe(0);
  });
});
