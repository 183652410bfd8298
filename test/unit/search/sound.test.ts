import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, readingsOf } from '../../../src/logic/search/sound.ts';
import { lexicon } from './lexicon.ts';

const first = (typed: string): string | undefined => readingsOf(typed, lexicon)[0]?.[0]?.text;

describe('what letters stand for', () => {
  it.each([
    ['zhuanhualv', '转化率'],
    ['zhl', '转化率'],
    ['kdjia', '客单价'],
    ['kedj', '客单价'],
    ['zhitongc', '直通车'],
    ['abceshi', 'AB测试'],
    ['abcs', 'AB测试'],
    ['dianjilu', '点击率'],
    ['zitongce', '直通车'],
    ['dianjlv', '点击率'],
    ['daijnilv', undefined],
    ['dainjilv', '点击率'],
    ['dianjiilv', '点击率'],
  ])('%s → %s', (typed, text) => {
    expect(first(typed)).toBe(text);
  });

  it('reads several words run together', () => {
    expect(readingsOf('zhitongchedianjilv', lexicon).map(([one]) => one?.text)).toEqual(['直通车', '点击率']);
  });
  it('guesses from the start of a word, less surely', () => {
    expect(first('zhuanh')).toBe('转化率');
    expect(readingsOf('zhuanh', lexicon)[0]?.[0]?.weight).toBeLessThan(1);
    expect(first('gjct')).toBe('关键词推广');
  });
  it('reads nothing into one letter or into what sounds like nothing', () => {
    expect(readingsOf('z', lexicon)).toEqual([]);
    expect(readingsOf('qqqqqq', lexicon)).toEqual([]);
    expect(readingsOf('xyz', lexicon)).toEqual([]);
  });
  it('offers a few words at most, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijlnotuvz19'), maxLength: 30 }), (typed) => {
        expect(readingsOf(typed, lexicon).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('one slip of the finger', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'ab', true],
    ['abc', 'abxc', true],
    ['abc', 'axc', true],
    ['abc', 'acb', true],
    ['abcd', 'badc', false],
    ['abc', 'a', false],
    ['abc', 'xyz', false],
  ])('%s and %s: %s', (a, b, near) => {
    expect(isNear(a, b)).toBe(near);
    expect(isNear(b, a)).toBe(near);
  });
});

describe('a last guess where nothing fits', () => {
  it('is a word that begins like it', () => {
    expect(first('baobenxian')).toBe('保本投产比');
    expect(first('dianjilvbiaoge')).toBe('点击率');
    expect(first('baoxxxxxxx')).toBeUndefined();
  });
  it('is an abbreviation one letter away', () => {
    expect(first('cvt')).toBe('CVR');
    expect(first('cvtxyz')).toBeUndefined();
  });
  it('says a word heard also as what it means', () => {
    expect(
      readingsOf('maibudong', lexicon)
        .flat()
        .map(({ text }) => text),
    ).toEqual(['卖不动', '滞销款', '动销率']);
  });
});
