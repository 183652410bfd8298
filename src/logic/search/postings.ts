import { isHan } from './normalize.ts';

/**
 * The index on disk: shards of lines `token postings`. Tokens with the same beginning share a shard, so that a query
 * loads a few small files, and one character alone finds every word it begins. It is text, since any host compresses
 * text.
 */

/** Where a token stands in a record. */
export interface Posting {
  /** number of the record */
  record: number;
  title: boolean;
  heading: boolean;
  /** other names and words for it */
  alias: boolean;
  /** 0–7: how much of the record's text speaks of it, long records and repetition evened out */
  body: number;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));
/** five bits a digit, the sixth says that more follow */
const MORE = 32;

function writeNumber(value: number): string {
  let text = '';
  let rest = value;
  while (rest >= MORE) {
    text += DIGITS.charAt((rest % MORE) + MORE);
    rest = Math.floor(rest / MORE);
  }
  return text + DIGITS.charAt(rest);
}

/** @param postings in ascending order of records */
export function encode(postings: readonly Posting[]): string {
  let before = 0;
  return postings
    .map(({ record, title, heading, alias, body }) => {
      const gap = record - before;
      before = record;
      return (
        writeNumber(gap) + DIGITS.charAt(body * 8 + (title ? 4 : 0) + (heading ? 2 : 0) + (alias ? 1 : 0))
      );
    })
    .join('');
}

/** @throws RangeError for text that no build wrote */
export function decode(text: string): Posting[] {
  const postings: Posting[] = [];
  let record = 0;
  for (let at = 0; at < text.length;) {
    let scale = 1;
    for (let more = true; more; scale *= MORE) {
      const value = digitAt(text, at++);
      record += (value % MORE) * scale;
      more = value >= MORE;
    }
    const code = digitAt(text, at++);
    postings.push({
      record,
      title: (code & 4) > 0,
      heading: (code & 2) > 0,
      alias: (code & 1) > 0,
      body: code >> 3,
    });
  }
  return postings;
}

function digitAt(text: string, at: number): number {
  const value = VALUE.get(text.charAt(at));
  if (value === undefined) throw new RangeError(`postings end early or are damaged at ${at}`);
  return value;
}

/** What decides the shard: the first character of Han, the first two of Latin, where many words begin alike. */
const beginning = (token: string): string => {
  const word = token.startsWith('=') ? token.slice(1) : token;
  const [first = ''] = word;
  return isHan(first) ? first : word.slice(0, 2);
};

/** The shard of a token, from 0. */
export function shardOf(token: string, shards: number): number {
  let hash = 0;
  for (const character of beginning(token)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % shards;
}

export type Shard = ReadonlyMap<string, string>;

export const writeShard = (lines: readonly (readonly [token: string, postings: string])[]): string =>
  lines.map(([token, postings]) => `${token} ${postings}`).join('\n');

export function readShard(text: string): Shard {
  return new Map(
    text.split('\n').map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
}

/** shortest Latin beginning that is looked up: of one letter there is no shard */
const BEGINNING = 2;

/**
 * Where a token stands. A Han character alone finds all that begins with it; so do the first letters of a Latin word
 * that does not stand in the index itself.
 */
export function lookUp(token: string, shard: Shard): Posting[] {
  const own = shard.get(token);
  const alone = token.length === 1 && isHan(token);
  if (own !== undefined && !alone) return decode(own);
  if (!alone && (token.startsWith('=') || isHan(token.charAt(0)) || token.length < BEGINNING)) return [];
  const found = new Map<number, Posting>();
  for (const [key, postings] of shard) {
    if (!key.startsWith(token)) continue;
    for (const posting of decode(postings)) {
      const known = found.get(posting.record);
      found.set(posting.record, known ? merge(known, posting) : posting);
    }
  }
  return [...found.values()].sort((a, b) => a.record - b.record);
}

const merge = (a: Posting, b: Posting): Posting => ({
  record: a.record,
  title: a.title || b.title,
  heading: a.heading || b.heading,
  alias: a.alias || b.alias,
  body: Math.max(a.body, b.body),
});
