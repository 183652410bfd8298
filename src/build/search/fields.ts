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
/** what pinyin of a name counts like: a word said once or twice in the text */
const PINYIN = 3;
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
  const named = [record.title, ...record.names];
  for (const token of [...named, ...record.aliases]
    .filter((name) => name.length <= LONGEST_NAME)
    .flatMap(pinyinTokens))
    mark(token, { body: Math.max(PINYIN, fields.get(token)?.body ?? 0) });
  // A question's title is its first words, not what it is about.
  if (record.kind !== '题') for (const token of tokens([record.title])) mark(token, { title: true });
  for (const token of tokens(record.headings)) mark(token, { heading: true });
  for (const token of tokens([...record.names, ...record.aliases, ...also])) mark(token, { alias: true });
  for (const name of [...named, ...record.aliases]) mark(nameToken(name), { title: name === record.title });
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
