import { describe, expect, it } from 'vitest';
import { planOf, readLexicon, readRepair, soundsLike } from '../../../src/logic/search/index.ts';
import { data, lexicon } from './lexicon.ts';

describe('the words the search knows', () => {
  it('lets one word mean what a term and everyday speech both say', () => {
    expect(lexicon.meanings.get('直通车')).toEqual({
      kind: 'word',
      means: [
        { text: '关键词推广', weight: 0.8 },
        { text: '推广', weight: 0.75 },
      ],
    });
  });
  it('keeps a term a term though it is listed as a word that only asks', () => {
    const both = readLexicon({ ...data, stops: ['客单价', '怎么'] });
    expect(both.meanings.get('客单价')?.kind).toBe('word');
  });
  it('passes over entries without a word in them', () => {
    const odd = readLexicon({
      ...data,
      terms: [
        ['x', '、'],
        ['y', ''],
        ['z', '客单价|ke'],
      ],
      says: [['？', '客单价']],
    });
    expect(odd.words.map(({ initials }) => initials)).toEqual(['', '', 'k', '']);
    expect(planOf('、', odd).units).toEqual([]);
  });
});

describe('what characters sound like', () => {
  const repair = readRepair({
    traditional: '轉转車车多',
    sounds: ['dan 单丹', 'ke 客克', 'jia 价', 'zhi 直只', 'tong 通', 'che 车', 'x'],
  });

  it('puts the word right that was meant, inside a longer query too', () => {
    expect(soundsLike('克丹价多少', lexicon, repair)).toBe('客单价多少');
    expect(soundsLike('只通車', lexicon, repair)).toBe('直通车');
  });
  it('leaves right words and unknown sounds alone', () => {
    expect(soundsLike('客单价', lexicon, repair)).toBeUndefined();
    expect(soundsLike('鲸鱼roi', lexicon, repair)).toBeUndefined();
    expect(soundsLike('', lexicon, repair)).toBeUndefined();
  });
});
