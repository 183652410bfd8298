import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allTokensOf,
  atomsOf,
  isHan,
  joinAtoms,
  keyOf,
  nameToken,
  tokensOf,
} from '../../../src/logic/search/index.ts';

describe('the one form of a text', () => {
  it.each([
    ['客 单 价', '客单价'],
    ['“客单价”？', '客单价'],
    ['ＲＯＩ', 'roi'],
    ['R.O.I', 'roi'],
    ['g m v', 'gmv'],
    ['Ａ／Ｂ测试', 'ab测试'],
    ['a b测试', 'ab测试'],
    ['保本 ROI', '保本roi'],
    ['７天无理由', '7天无理由'],
    ['zhuǎn huà lǜ', 'zhuan hua lu'],
    ['DOU+', 'dou'],
    ['', ''],
    ['？！', ''],
  ])('%s → %s', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it('keeps words of Latin letters apart', () => {
    expect(atomsOf('sheng yi 参谋')).toEqual(['sheng', 'yi', '参', '谋']);
    expect(joinAtoms(['sheng', 'yi', '参', '谋'])).toBe('sheng yi参谋');
  });

  it('does not take numbers for letters standing apart', () => {
    expect(atomsOf('1 2 a 3')).toEqual(['1', '2', 'a', '3']);
  });

  it('puts traditional characters right where it is told how', () => {
    expect(atomsOf('轉化率', new Map([['轉', '转']]))).toEqual(['转', '化', '率']);
  });

  it('is the same for its own result, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(keyOf(keyOf(text))).toBe(keyOf(text));
      }),
    );
  });

  it('makes names that only the whole name gives', () => {
    expect(nameToken('客 单价')).toBe('=客单价');
    expect(nameToken('sheng yi')).toBe('=shengyi');
    expect(nameToken('、')).toBe('=');
  });
});

describe('tokens', () => {
  it('are pairs of Han characters and whole Latin words, each once', () => {
    expect(tokensOf(atomsOf('保本roi怎么算保本'))).toEqual(['保本', 'roi', '怎么', '么算', '算保']);
  });
  it('keep a character that stands alone', () => {
    expect(tokensOf(atomsOf('c店'))).toEqual(['c', '店']);
    expect(tokensOf(atomsOf('店'))).toEqual(['店']);
  });
  it('of a whole text: one begins at every atom, as often as it stands there', () => {
    expect(allTokensOf(atomsOf('退款退款a'))).toEqual(['退款', '款退', '退款', '款', 'a']);
  });
  it('every pair of Han characters in a text is a token of it', () => {
    const han = fc.string({ unit: fc.constantFrom('退', '货', '率', 'a', '，', ' '), minLength: 2 });
    fc.assert(
      fc.property(han, (text) => {
        const atoms = atomsOf(text);
        const tokens = new Set(allTokensOf(atoms));
        atoms.forEach((atom, at) => {
          const next = atoms[at + 1];
          if (next !== undefined && isHan(atom) && isHan(next)) expect(tokens).toContain(atom + next);
        });
      }),
    );
  });
});
