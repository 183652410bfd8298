import { describe, expect, it } from 'vitest';
import {
  allTokensOf,
  atomsOf,
  blockOf,
  encode,
  type Library,
  nearestTerms,
  placesOf,
  readRepair,
  type RecordTable,
  search,
} from '../../../src/logic/search/index.ts';
import { lexicon } from './lexicon.ts';

const texts = ['转化率等于支付买家数除以访客数', '点击率是点击除以曝光', '退货要看原因'];
let repairs = 0;
/** An index of the three texts in a single shard. */
function libraryOf(): Library {
  const shard = new Map<string, string>();
  const tokens = new Set(texts.flatMap((text) => allTokensOf(atomsOf(text))));
  for (const token of tokens) {
    const records = texts.flatMap((text, record) =>
      allTokensOf(atomsOf(text)).includes(token) ? [record] : [],
    );
    shard.set(
      token,
      encode(records.map((record) => ({ record, title: false, heading: false, alias: false, body: 3 }))),
    );
  }
  return {
    lexicon,
    shards: 1,
    size: texts.length,
    kindOf: () => '术语',
    shard: () => Promise.resolve(shard),
    repair: () => {
      repairs++;
      return Promise.resolve(
        readRepair({
          traditional: '轉转貨货',
          sounds: ['dian 点典', 'ji 击及', 'lv 率律', 'zhuan 转专'],
          names: [],
        }),
      );
    },
  };
}
const find = async (query: string) => {
  const { ranked, instead } = await search(query, libraryOf());
  return { first: ranked[0]?.record, ...(instead !== undefined && { instead }) };
};

describe('a search from query to ranking', () => {
  it('finds what was typed, and loads nothing more than it needs', async () => {
    repairs = 0;
    expect(await find('点击率')).toEqual({ first: 1 });
    expect(repairs).toBe(0);
  });
  it('asks for no remedy where all that was typed is found as it was typed, though nothing has all of it', async () => {
    repairs = 0;
    const { ranked } = await search('转化率点击率', libraryOf());
    expect(ranked.map(({ record }) => record).sort()).toEqual([0, 1]);
    expect(ranked[0]?.cover).toBeLessThan(0.6);
    expect(repairs).toBe(0);
  });
  it('reads traditional characters', async () => {
    expect(await find('轉化率')).toEqual({ first: 0 });
    expect(await find('退貨')).toEqual({ first: 2 });
  });
  it('hears what was meant when the characters are the wrong ones, and says so', async () => {
    expect(await find('典及律')).toEqual({ first: 1, instead: '点击率' });
  });
  it('finds nothing without an exception', async () => {
    expect(await find('鲸鱼')).toEqual({ first: undefined });
    expect(await find('')).toEqual({ first: undefined });
    expect(await find('？？')).toEqual({ first: undefined });
  });
  it('stands as it is when its remedies cannot be loaded', async () => {
    const { ranked } = await search('轉化率', {
      ...libraryOf(),
      repair: () => Promise.reject(new Error('offline')),
    });
    expect(ranked[0]?.record).toBe(0);
  });
  it('passes on what loading throws', async () => {
    const broken = { ...libraryOf(), shard: () => Promise.reject(new Error('offline')) };
    await expect(search('点击率', broken)).rejects.toThrow('offline');
  });
});

describe('the table of records', () => {
  const table: RecordTable = {
    shards: 1,
    blocks: [0, 2],
    groups: [
      { kind: '工具', crumbs: '工具 › 推广', before: '/tools/', after: '/', records: [['roas', '推广投产']] },
      {
        kind: '术语',
        crumbs: '术语',
        before: '/glossary/#',
        after: '',
        records: [
          ['ctr', '点击率'],
          ['cvr', '转化率'],
        ],
      },
    ],
  };
  it('gives every record its place', () => {
    expect(placesOf(table).map(({ address, kind }) => [address, kind])).toEqual([
      ['/tools/roas/', '工具'],
      ['/glossary/#ctr', '术语'],
      ['/glossary/#cvr', '术语'],
    ]);
  });
  it('knows which file a text is in', () => {
    expect([0, 1, 2].map((record) => blockOf(record, table))).toEqual([
      { block: 0, at: 0 },
      { block: 0, at: 1 },
      { block: 1, at: 0 },
    ]);
    expect(blockOf(0, { blocks: [] })).toEqual({ block: 0, at: 0 });
  });
});

describe('the nearest terms', () => {
  it('share pairs of characters, else characters', () => {
    expect(nearestTerms('转化漏', lexicon)[0]).toEqual({ id: 'cvr', name: '支付转化率' });
    expect(nearestTerms('单', lexicon).map(({ id }) => id)).toEqual(['aov']);
    expect(nearestTerms('鲸鱼', lexicon)).toEqual([]);
    expect(nearestTerms('率', lexicon, 1)).toHaveLength(1);
  });
});
