import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { adList } from '#logic/playbook/ad-terms-data.ts';
import { type AdHit, compile, findAdTerms } from '#logic/playbook/ad-terms.ts';

const sentences = parse(readFileSync(new URL('ad-sentences.yaml', import.meta.url), 'utf8')) as {
  claims: { text: string; hits: string[] }[];
  harmless: string[];
};
const words = (text: string): string[] => findAdTerms(text).map(({ word }) => word);
const groups = adList.categories.flatMap(({ terms, harmless = [], ...category }) =>
  terms.map((term) => ({ category, term, harmless: [...(term.harmless ?? []), ...harmless] })),
);
/** `最(优|强)` → 最优, 最强, also with groups in groups: the innermost is written out until none is left. */
function expand(pattern: string): string[] {
  const [group, inner = ''] = /\(([^()]*)\)/.exec(pattern) ?? [];
  if (group === undefined) return pattern.split('|');
  return [...new Set(inner.split('|').flatMap((part) => expand(pattern.replace(group, part))))];
}
/** A pattern as somebody would write it. */
const written = (pattern: string): string[] => expand(pattern).map((word) => word.replaceAll('#', '3'));

describe('labelled sentences', () => {
  test.each(sentences.claims)('$text', ({ text, hits }) => {
    expect(words(text)).toEqual(hits);
  });
  test.each(sentences.harmless)('%s', (text) => {
    expect(words(text)).toEqual([]);
  });
  it('are enough, and as many harmless ones as claims', () => {
    expect(sentences.claims.length).toBeGreaterThanOrEqual(30);
    expect(sentences.harmless.length).toBeGreaterThanOrEqual(sentences.claims.length);
  });
});

describe('a hit', () => {
  it('says where it stands, what it rests on and what to write instead', () => {
    const [hit] = findAdTerms('轻薄防晒衣\n全网第一');
    expect(hit).toMatchObject({ word: '全网第一', at: 6, length: 4, line: 2, column: 1 });
    expect(hit?.category).toMatchObject({ id: 'absolute', name: '绝对化用语', tone: 'bad' });
    expect(hit?.basis[0]).toEqual({ law: '《广告法》第九条第三项', asOf: '2025-04' });
    expect(hit?.softer).not.toBe('');
  });

  it('counts UTF-16 units for programs and characters for people', () => {
    // 👗 is two UTF-16 units and one character; so is 𠮷.
    expect(findAdTerms('👗𠮷，顶级')).toMatchObject([{ word: '顶级', at: 5, length: 2, line: 1, column: 4 }]);
  });

  it('is the longest of those that overlap', () => {
    // 最低价 also stands in it, and begins inside 全网最低.
    expect(words('全网最低价')).toEqual(['全网最低']);
    expect(words('五星好评返现')).toEqual(['好评返']);
    expect(words('全网第一品牌')).toEqual(['全网第一']);
  });

  it('comes in the order of the text, each as often as it stands there', () => {
    expect(words('顶级、极品、顶级')).toEqual(['顶级', '极品', '顶级']);
  });

  it('carries a note only where there is one', () => {
    expect(findAdTerms('国家级')[0]).toHaveProperty('note');
    expect(findAdTerms('蕞好')[0]).not.toHaveProperty('note');
  });
});

describe('tricks of writing', () => {
  test.each([
    ['最佳', '最佳'],
    ['最 佳', '最 佳'],
    ['最\u3000佳', '最\u3000佳'],
    ['最·佳', '最·佳'],
    ['最*佳', '最*佳'],
    ['最\u200b佳', '最\u200b佳'],
    ['Ｎｏ．１', 'Ｎｏ．１'],
    ['Top 1', 'Top 1'],
    ['１００％有效', '１００％有效'],
    ['仅剩 ３ 件', '仅剩 ３ 件'],
  ])('%s is found as it stands', (text, word) => {
    expect(findAdTerms(`甲${text}乙`)).toMatchObject([{ word, at: 1, length: word.length }]);
  });

  test.each(['最\n佳', '最。佳', '销量。第一', '第一、品牌', 'top10', 'stop1', 'no.12'])(
    '%j is no such word',
    (text) => {
      expect(words(text)).toEqual([]);
    },
  );
});

describe('denied and asked', () => {
  test.each([
    ['不能治疗', []],
    ['不能预防和治疗疾病', []],
    ['不能错过，治疗失眠', ['治疗']],
    ['不能错过的最佳选择', ['最佳']],
    ['不吃药也能根治', ['根治']],
    ['不能。根治', ['根治']],
    ['哪款最便宜', []],
    ['哪款都是最便宜', ['最便宜']],
  ])('%s', (text, hits) => {
    expect(words(text)).toEqual(hits);
  });
});

describe('the notation of the list', () => {
  const search = (terms: { words: string[]; softer: string; harmless?: string[] }[]) => {
    const found = compile({ ...adList, categories: [{ ...groups[0]!.category, terms }] });
    return (text: string): string[] => found(text).map(({ word, softer }) => `${word}→${softer}`);
  };

  it('reads groups, also in groups and with nothing in them', () => {
    const find = search([{ words: ['甲(乙(丙|丁)|戊|)己'], softer: '改' }]);
    for (const word of ['甲乙丙己', '甲乙丁己', '甲戊己', '甲己']) expect(find(word)).toEqual([`${word}→改`]);
    for (const word of ['甲乙己', '甲丙己', '甲乙丙', '甲乙丙丁己']) expect(find(word)).toEqual([]);
  });

  it('takes digits and Chinese numerals for a number', () => {
    for (const number of ['3', '12', '三', '二十', '几'])
      expect(words(`仅剩${number}件`)).toEqual([`仅剩${number}件`]);
    for (const text of ['仅剩件', '仅剩#件', '#天见效']) expect(words(text)).toEqual([]);
  });

  it('lets a harmless form pass, on either side of the word, and nothing else', () => {
    const find = search([{ words: ['甲'], softer: '改', harmless: ['~(丙|)丁', '#戊~'] }]);
    expect(find('甲丁，甲丙丁，3戊甲，十戊甲')).toEqual([]);
    expect(find('甲，甲丙，丁甲，戊甲')).toEqual(['甲→改', '甲→改', '甲→改', '甲→改']);
  });

  it('takes the longest word, and of the same word the one listed first', () => {
    const find = search([
      { words: ['甲乙'], softer: '一' },
      { words: ['甲(乙|乙丙)', '丙丁'], softer: '二' },
    ]);
    expect(find('甲乙')).toEqual(['甲乙→一']);
    expect(find('甲乙丙丁')).toEqual(['甲乙丙→二']);
  });
});

describe('the list itself', () => {
  const base = groups.flatMap(({ category, term }) =>
    term.words.map((pattern) => ({ pattern, id: category.id, term })),
  );

  test.each(base)(
    '$id $pattern is found in each of its forms, with its own advice',
    ({ pattern, id, term }) => {
      for (const word of written(pattern)) {
        const [hit, ...more] = findAdTerms(word);
        expect(more, word).toEqual([]);
        expect(hit, word).toMatchObject({ word, category: { id }, softer: term.softer });
      }
    },
  );

  test.each(groups)('advice $term.softer uses no such word', ({ term }) => {
    expect(words(term.softer)).toEqual([]);
  });

  it('has a harmless form only where the word would be found without it', () => {
    const bare = compile({
      ...adList,
      categories: adList.categories.map(({ harmless: _, terms, ...category }) => ({
        ...category,
        terms: terms.map(({ harmless: __, ...term }) => term),
      })),
    });
    const touched = (hits: AdHit[], term: { softer: string }): boolean =>
      hits.some(({ softer }) => softer === term.softer);
    for (const { term } of groups)
      for (const pattern of term.harmless ?? []) {
        const [left = [], right = []] = pattern.split('~').map(written);
        const forms = term.words
          .flatMap(written)
          .flatMap((word) => left.flatMap((before) => right.map((after) => `${before}${word}${after}`)));
        expect(
          forms.some((form) => touched(bare(form), term) && !touched(findAdTerms(form), term)),
          pattern,
        ).toBe(true);
      }
  });

  it('has no word twice', () => {
    const all = base.flatMap(({ pattern }) => expand(pattern));
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  });

  it('is small enough for a phone', () => {
    const module = readFileSync(new URL('../../../src/logic/playbook/ad-terms-data.ts', import.meta.url));
    const size = brotliCompressSync(module, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    expect(size).toBeLessThanOrEqual(7 * 1024);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...groups.flatMap(({ term }) => term.words.flatMap(written)).slice(0, 300)),
    fc.constantFrom(
      '最',
      '第一',
      '#',
      '~',
      '(',
      '|',
      '3',
      '三',
      '件',
      ' ',
      '·',
      '\n',
      '\ud83d',
      '👗',
      '①',
      '㎏',
    ),
  );

  it('gives hits that lie in it, in order, without overlap, and never throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { word, at, length, line, column } of findAdTerms(text)) {
          expect(at).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          expect(text.slice(at, at + length)).toBe(word);
          expect([...text.slice(0, at).split('\n').at(-1)!].length + 1).toBe(column);
          expect(text.slice(0, at).split('\n').length).toBe(line);
          end = at + length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  const paragraph = [...sentences.claims.map(({ text }) => text), ...sentences.harmless].join('\n');
  test.each([
    ['ordinary', paragraph],
    ['nothing but words', '全网最低价'],
    ['nothing but beginnings', '全网最'],
    ['numbers', '9'],
  ])('5 000 characters take less than 20 ms, the list made ready included: %s', (_, part) => {
    const text = part.repeat(Math.ceil(5000 / part.length)).slice(0, 5000);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      compile(adList)(text);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[4]).toBeLessThan(20);
  });
});
