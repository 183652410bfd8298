import { describe, expect, it } from 'vitest';
import { type Answers, fuse, type Plan, planOf, type Posting } from '../../../src/logic/search/index.ts';
import { lexicon } from './lexicon.ts';

const at = (record: number, fields: Partial<Posting> = {}): Posting => ({
  record,
  title: false,
  heading: false,
  alias: false,
  body: 3,
  ...fields,
});
const corpus = { size: 100, kindOf: () => '术语' };
const rank = (
  plan: Plan,
  answers: Record<string, Posting[]>,
  kindOf?: (record: number) => string,
): number[] =>
  fuse(plan, new Map(Object.entries(answers)) satisfies Answers, kindOf ? { ...corpus, kindOf } : corpus).map(
    ({ record }) => record,
  );

describe('one ranking from many answers', () => {
  const plan = planOf('鸡蛋饼', lexicon);

  it('puts what has everything before what has a part, and keeps the part', () => {
    expect(rank(plan, { 鸡蛋: [at(1), at(2)], 蛋饼: [at(2), at(3)] })).toEqual([2, 1, 3]);
  });
  it('puts the title before headings, other names and the text', () => {
    const answers = {
      鸡蛋: [at(1), at(2, { title: true }), at(3, { heading: true }), at(4, { alias: true })],
    };
    expect(rank(plan, answers)).toEqual([2, 4, 3, 1]);
  });
  it('lets a rare word count for more than a common one', () => {
    const common = Array.from({ length: 60 }, (_, record) => at(record));
    expect(rank(plan, { 鸡蛋: common, 蛋饼: [at(70)] })[0]).toBe(70);
  });
  it('says how much of the query a record has', () => {
    const found = fuse(plan, new Map([['鸡蛋', [at(1)]]]), corpus);
    expect(found[0]?.cover).toBeGreaterThan(0.3);
    expect(found[0]?.cover).toBeLessThan(0.7);
  });
  it('puts what is called exactly that first: by its title, by another name, then what the word belongs to', () => {
    const everywhere = [at(1), at(2), at(3), at(4, { body: 7 })];
    const answers = {
      鸡蛋: everywhere,
      蛋饼: everywhere,
      '=鸡蛋饼': [at(1), at(2, { alias: true }), at(3, { title: true })],
    };
    expect(rank(plan, answers)).toEqual([3, 2, 1, 4]);
  });
  it('takes the best way of saying a part, not all of them together', () => {
    const trains = planOf('直通车', lexicon);
    const both = {
      直通: [at(1)],
      通车: [at(1)],
      关键: [at(2), at(1)],
      键词: [at(2)],
      词推: [at(2)],
      推广: [at(2)],
    };
    const found = fuse(trains, new Map(Object.entries(both)), corpus);
    expect(found.find(({ record }) => record === 1)?.cover).toBe(1);
  });
  it('puts a kind the wording asks for first, and quiz questions after what explains', () => {
    const asked = planOf('鸡蛋饼怎么算', lexicon);
    const answers = { 鸡蛋: [at(1), at(2), at(3)], 蛋饼: [at(1), at(2), at(3)] };
    const kinds = ['', '题', '章节', '工具'];
    expect(rank(asked, answers, (record) => kinds[record] ?? '')).toEqual([3, 2, 1]);
    expect(rank(plan, answers, () => '别的')).toEqual([1, 2, 3]);
  });
  it('drops chance hits, never a record that has everything', () => {
    const long = planOf('鸡蛋饼客单价', lexicon);
    const answers = {
      鸡蛋: [at(1, { title: true, body: 7 })],
      蛋饼: [at(1, { title: true, body: 7 })],
      客单: [at(1, { title: true, body: 7 }), at(2, { body: 1 })],
      单价: [at(1, { title: true, body: 7 })],
      饼客: [at(1)],
    };
    expect(rank(long, answers)).toEqual([1]);
    const one = { 鸡蛋: [at(1, { title: true, alias: true, heading: true, body: 7 }), at(2, { body: 1 })] };
    expect(rank(planOf('鸡蛋', lexicon), { ...one, '=鸡蛋': [at(1, { title: true })] })).toEqual([1, 2]);
  });
  it('never drops what has every word that was typed, though its meaning is elsewhere', () => {
    const answers = {
      直通: [at(1, { body: 1 }), at(2)],
      通车: [at(1, { body: 1 }), at(2)],
      关键: [at(1), at(3, { title: true, body: 7 })],
      键词: [at(1), at(3, { title: true, body: 7 })],
      词推: [at(1), at(3, { title: true, body: 7 })],
      推广: [at(1), at(3, { title: true, body: 7 })],
      '=关键词推广': [at(3, { title: true })],
    };
    const kinds = (record: number): string => (record === 3 ? '术语' : '题');
    expect(rank(planOf('直通车', lexicon), answers, kinds)).toEqual(expect.arrayContaining([1, 2, 3]));
  });
  it('finds nothing for nothing', () => {
    expect(rank(plan, {})).toEqual([]);
    expect(rank(planOf('', lexicon), {})).toEqual([]);
  });
});
