import { describe, expect, it } from 'vitest';
import { fieldsOf, type Indexed } from '../../../src/build/search/fields.ts';
import { pinyinTokens, syllablesOf } from '../../../src/build/search/pinyin.ts';
import { shardsOf } from '../../../src/build/search/postings.ts';
import { lookUp, readShard, shardOf } from '../../../src/logic/search/index.ts';

const record: Indexed = {
  kind: '术语',
  title: '点击率',
  names: ['CTR', '点击通过率'],
  aliases: ['没人点'],
  headings: ['怎么算'],
  text: '点击率是点击除以曝光。',
  also: '也叫CTR',
};
const body = { title: false, heading: false, alias: false };

describe('what a record is found by', () => {
  const fields = fieldsOf(record, ['车图'], 10);

  it('is its title, other names, headings and text, each known for what it is', () => {
    expect(fields.get('点击')).toMatchObject({ title: true, alias: true, heading: false });
    expect(fields.get('没人')).toEqual({ ...body, alias: true, body: 0 });
    expect(fields.get('车图')).toMatchObject({ alias: true });
    expect(fields.get('么算')).toMatchObject({ heading: true });
    expect(fields.get('曝光')).toMatchObject({ ...body, body: expect.any(Number) as number });
    expect(fields.get('ctr')).toMatchObject({ alias: true });
  });
  it('is its whole names: the title, other names, and words that belong to it', () => {
    expect(fields.get('=点击率')).toMatchObject({ title: true, alias: false });
    expect(fields.get('=ctr')).toMatchObject({ title: false, alias: true });
    expect(fields.get('=没人点')).toMatchObject({ title: false, alias: false });
    expect(fields.has('=')).toBe(false);
  });
  it('is pinyin and initials of its names', () => {
    const bodies = (token: string): number | undefined => fields.get(token)?.body;
    expect(['dianjilv', 'djl', 'dianjitongguolv', 'meirendian', 'mrd'].map(bodies)).toEqual([7, 7, 5, 3, 3]);
  });
  it('counts repetition less and less, and length against it', () => {
    const once = fieldsOf({ ...record, text: '曝光和别的' }, [], 10).get('曝光')?.body ?? 0;
    const often = fieldsOf({ ...record, text: '曝光，曝光，曝光，曝光' }, [], 10).get('曝光')?.body ?? 0;
    const long =
      fieldsOf({ ...record, text: `曝光${'说了许多别的话'.repeat(40)}` }, [], 10).get('曝光')?.body ?? 0;
    expect(often).toBeGreaterThan(once);
    expect(often).toBeLessThanOrEqual(7);
    expect(long).toBeLessThan(once);
    expect(long).toBeGreaterThanOrEqual(1);
  });
  it('is not the first words of a question: they are not what it is about', () => {
    expect(fieldsOf({ ...record, kind: '题', names: [] }, [], 10).get('点击')?.title).toBe(false);
  });
});

describe('pinyin', () => {
  it('reads a character by the word it stands in', () => {
    expect(syllablesOf('行业旅行')).toEqual(['hang', 'ye', 'lv', 'xing']);
    expect(syllablesOf('A/B测试')).toEqual(['ab', 'ce', 'shi']);
  });
  it('begins and ends at every word of a name', () => {
    expect(pinyinTokens('平台对比')).toContain('pingtai');
    expect(pinyinTokens('平台对比')).not.toContain('pt');
    expect(pinyinTokens('保本 ROI')).toEqual(expect.arrayContaining(['baobenroi', 'bbroi']));
    expect(pinyinTokens('平台对比')).toEqual(expect.arrayContaining(['pingtaiduibi', 'ptdb', 'duibi', 'db']));
    expect(pinyinTokens('ROI')).toEqual([]);
  });
});

describe('the index', () => {
  it('finds in its shards what went into it, and is the same every time', () => {
    const all = Array.from({ length: 300 }, (_, at) =>
      fieldsOf(
        {
          ...record,
          title: `第${at}条`,
          text: `文字${String.fromCodePoint(0x4e00 + at)}很多${'别的内容'.repeat(at % 7)}`,
        },
        [],
        10,
      ),
    );
    const shards = shardsOf(all);
    expect(shards.length).toBeGreaterThan(1);
    expect(shardsOf(all)).toEqual(shards);
    const find = (token: string): number[] =>
      lookUp(token, readShard(shards[shardOf(token, shards.length)] ?? '')).map(
        ({ record: number }) => number,
      );
    expect(find(`字${String.fromCodePoint(0x4e00 + 42)}`)).toEqual([42]);
    expect(find('文字')).toHaveLength(300);
    expect(find('文本')).toEqual([]);
  });
  it('of nothing is one empty shard', () => {
    expect(shardsOf([])).toEqual(['']);
    expect(lookUp('退款', readShard(''))).toEqual([]);
  });
});
