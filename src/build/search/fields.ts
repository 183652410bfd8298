import { allTokensOf, atomsOf, nameToken, type Posting, tokensOf } from '../../logic/search/index.ts';
import { pinyinTokens } from './pinyin.ts';
import type { SearchRecord } from './records.ts';

export type Indexed = Pick<
  SearchRecord,
  'kind' | 'title' | 'names' | 'aliases' | 'headings' | 'text' | 'also'
>;
/** Token → where it stands in the record. */
export type TokenFields = Map<string, Omit<Posting, 'record'>>;

/** How soon repetition stops counting, and how much a long text is held against it: the usual values of BM25. */
const SATURATION = 1.2;
const LENGTH = 0.6;
/** what pinyin counts like, of the title, of other names, of words that belong to it: a word said more and more often */
const PINYIN = { title: 7, names: 5, aliases: 3 };
/** names longer than this are sentences: nobody types their pinyin */
const LONGEST_NAME = 16;

/** Everything by which a record is found. @param average tokens in a text of the site */
export function fieldsOf(record: Indexed, also: readonly string[], average: number): TokenFields {
  const fields: TokenFields = new Map();
  const mark = (token: string, change: Partial<Posting>): void => {
    const before = fields.get(token) ?? { title: false, heading: false, alias: false, body: 0 };
    fields.set(token, { ...before, ...change });
  };
  const tokens = (texts: readonly string[]): Set<string> =>
    new Set(texts.flatMap((text) => tokensOf(atomsOf(text))));
  for (const [token, body] of bodyOf(`${record.text}\n${record.also ?? ''}`, average)) mark(token, { body });
  const heard = (names: readonly string[], worth: number): void => {
    for (const token of names.filter((name) => name.length <= LONGEST_NAME).flatMap(pinyinTokens))
      mark(token, { body: Math.max(worth, fields.get(token)?.body ?? 0) });
  };
  heard([record.title], PINYIN.title);
  heard(record.names, PINYIN.names);
  heard(record.aliases, PINYIN.aliases);
  // A question's title is its first words, not what it is about.
  if (record.kind !== '题') for (const token of tokens([record.title])) mark(token, { title: true });
  for (const token of tokens(record.headings)) mark(token, { heading: true });
  for (const token of tokens([...record.names, ...record.aliases, ...also])) mark(token, { alias: true });
  // A whole name that is neither the title nor another name belongs to the record and to others as well.
  for (const name of record.aliases) mark(nameToken(name), {});
  for (const name of record.names) mark(nameToken(name), { alias: true });
  mark(nameToken(record.title), { title: true });
  fields.delete('=');
  return fields;
}

/** Each token of a text with how much of it speaks of that, 1–7. */
function bodyOf(text: string, average: number): Map<string, number> {
  const all = allTokensOf(atomsOf(text));
  const counts = new Map<string, number>();
  for (const token of all) counts.set(token, (counts.get(token) ?? 0) + 1);
  const norm = SATURATION * (1 - LENGTH + LENGTH * (all.length / Math.max(1, average)));
  return new Map(
    [...counts].map(([token, count]) => [token, Math.max(1, Math.round((7 * count) / (count + norm)))]),
  );
}
