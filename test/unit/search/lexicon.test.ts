import { describe, expect, it } from 'vitest';
import { atomsOf, planOf, readLexicon, readRepair, soundsLike } from '../../../src/logic/search/index.ts';
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
  it('knows names that mean nothing but themselves', () => {
    expect(lexicon.meanings.get('直播间测算')).toEqual({ kind: 'word', means: [] });
    expect(lexicon.words.find(({ initials }) => initials === 'zbjcs')).toMatchObject({ id: '', name: '' });
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
      names: [],
      says: [['？', '客单价']],
    });
    expect(odd.words.map(({ initials }) => initials)).toEqual(['', '', 'k', '']);
    expect(planOf('、', odd).units).toEqual([]);
  });
});

describe('what characters sound like', () => {
  const repair = readRepair({
    traditional: '轉转車车多',
    sounds: ['dan 单丹', 'ke 客克', 'jia 价', 'zhi 直只', 'tong 通', 'che 车', 'ding 定订', 'x'],
    names: ['定价'],
  });
  const hear = (query: string, stands = ''): string | undefined =>
    soundsLike(atomsOf(query, repair.simplify), lexicon, repair, (typed) => typed.join('') === stands);

  it('puts the word right that was meant, inside a longer query too', () => {
    expect(hear('克丹价多少')).toBe('客单价多少');
    expect(hear('只通車')).toBe('直通车');
  });
  it('knows what chapters and tools are called', () => {
    expect(hear('订价表')).toBe('定价表');
  });
  it('takes what is found as it was typed at its word', () => {
    expect(hear('订价表', '订价')).toBeUndefined();
  });
  it('leaves right words and unknown sounds alone', () => {
    expect(hear('客单价')).toBeUndefined();
    expect(hear('鲸鱼roi')).toBeUndefined();
    expect(hear('')).toBeUndefined();
  });
});
