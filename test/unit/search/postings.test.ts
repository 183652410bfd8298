import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encode,
  lookUp,
  type Posting,
  readShard,
  shardOf,
  writeShard,
} from '../../../src/logic/search/index.ts';
import { decode } from '../../../src/logic/search/postings.ts';

const at = (record: number, fields: Partial<Posting> = {}): Posting => ({
  record,
  title: false,
  heading: false,
  alias: false,
  body: 1,
  ...fields,
});
const postings = fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 50 }).chain((records) =>
  fc.tuple(
    ...records
      .sort((a, b) => a - b)
      .map((record) =>
        fc.record({
          record: fc.constant(record),
          title: fc.boolean(),
          heading: fc.boolean(),
          alias: fc.boolean(),
          body: fc.nat(7),
        }),
      ),
  ),
);

describe('postings', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(postings, (list) => {
        expect(decode(encode(list))).toEqual(list);
      }),
    );
  });
  it('are short: two characters for a neighbour', () => {
    expect(encode([at(3), at(4)])).toHaveLength(4);
  });
  it('that are damaged are an error, never a wrong record', () => {
    expect(() => decode('g')).toThrow(RangeError);
    expect(() => decode('A')).toThrow(RangeError);
    expect(() => decode('A*')).toThrow(RangeError);
  });
});

describe('shards', () => {
  it('put all tokens with one beginning together', () => {
    for (const token of ['退', '退款', '=退货率', '退货'])
      expect(shardOf(token, 31)).toBe(shardOf('退货', 31));
    expect(shardOf('roas', 31)).toBe(shardOf('roi', 31));
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 200 }), (token, shards) => {
        const shard = shardOf(token, shards);
        expect(shard >= 0 && shard < shards).toBe(true);
      }),
    );
  });
  it('come back as they were written', () => {
    const lines = [
      ['退款', encode([at(1)])],
      ['=a b', encode([at(2)])],
    ] as const;
    expect([
      ...readShard(
        writeShard([
          ['退款', 'AB'],
          ['roi', 'CD'],
        ]),
      ),
    ]).toEqual([
      ['退款', 'AB'],
      ['roi', 'CD'],
    ]);
    expect(readShard(writeShard([lines[0]])).get('退款')).toBe(lines[0][1]);
  });
});

describe('looking up', () => {
  const shard = readShard(
    writeShard([
      ['退', encode([at(9)])],
      ['退款', encode([at(1, { title: true }), at(3, { body: 5 })])],
      ['退货', encode([at(1, { body: 6, heading: true }), at(4, { alias: true })])],
      ['roas', encode([at(2)])],
      ['roi', encode([at(5)])],
    ]),
  );
  const records = (token: string): number[] => lookUp(token, shard).map(({ record }) => record);

  it('finds a pair only as it stands', () => {
    expect(records('退款')).toEqual([1, 3]);
    expect(records('退换')).toEqual([]);
  });
  it('finds everything a character begins', () => {
    expect(lookUp('退', shard)).toEqual([
      at(1, { title: true, heading: true, body: 6 }),
      at(3, { body: 5 }),
      at(4, { alias: true }),
      at(9),
    ]);
  });
  it('finds Latin words by their beginning when the word itself is nowhere', () => {
    expect(records('roi')).toEqual([5]);
    expect(records('ro')).toEqual([2, 5]);
    expect(records('r')).toEqual([]);
    expect(records('=ro')).toEqual([]);
  });
});
