import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allTokensOf, atomsOf, keyOf, type RecordTable, type RecordText } from '../../logic/search/index.ts';
import { ContentError } from '../../records/problem.ts';
import { platforms } from '../../records/platforms.ts';
import { terms } from '../../records/records.ts';
import { searchWords } from '../../records/search.ts';
import { searchKinds } from '../../schemas/search.ts';
import type { BuiltPage } from '../pages.ts';
import { fieldsOf } from './fields.ts';
import { buildFullText } from './fullText.ts';
import { lexiconData, repairData } from './lexicon.ts';
import { pageRecords } from './pages.ts';
import { shardsOf } from './postings.ts';
import { contentRecords, type SearchRecord } from './records.ts';

/** raw size of a block of texts: short ones share a file, a chapter has its own */
const BLOCK = 6_000;

/** Where one looks for oneself; only what is built is offered. */
const WAYS: readonly [name: string, address: string][] = [
  ['课程地图', '/course/'],
  ['全部工具', '/tools/'],
  ['话术库', '/playbook/scripts/'],
  ['手册', '/playbook/'],
  ['术语表', '/glossary/'],
  ['练习', '/practice/'],
];

/** Other names of the terms a title speaks of: a chapter on 关键词推广 is found by 直通车. */
function otherNames({ title, kind }: SearchRecord): string[] {
  if (kind === '术语' || kind === '题') return [];
  const key = keyOf(title);
  return terms()
    .filter(({ name }) => key.includes(keyOf(name)))
    .flatMap(({ former, synonyms, abbreviations }) => [...former, ...synonyms, ...abbreviations]);
}

/** names longer than this are sentences: nobody mistypes them as one word */
const LONGEST_NAME = 6;
const hanOf = (names: readonly string[]): string[] => [
  ...new Set(
    names.map(keyOf).filter((name) => /^\p{Script=Han}{2,}$/u.test(name) && name.length <= LONGEST_NAME),
  ),
];

/** Words that are no terms: what platforms and tools are called. */
const namesOf = (records: readonly SearchRecord[]): string[] => [
  ...platforms().map(({ name }) => name),
  ...hanOf(records.filter(({ kind }) => kind === '工具').map(({ title }) => title)),
];

/** What somebody may have meant who typed the wrong characters: words of chapters and tools that are no terms. */
function meantBy(records: readonly SearchRecord[]): string[] {
  const known = new Set(
    terms()
      .flatMap(({ name, former, synonyms }) => [name, ...former, ...synonyms])
      .map(keyOf),
  );
  return hanOf(
    records
      .filter(({ kind }) => kind === '章节' || kind === '工具')
      .flatMap(({ title, names, aliases }) => [title, ...names, ...aliases]),
  ).filter((name) => !known.has(name));
}

/** Splits an address into what a whole group shares and what is its own: `/glossary/#` and `ctr`. */
function splitAddress(url: string): [before: string, own: string, after: string] {
  const [, before = '', own = '', after = ''] = /^(.*[/#])([^/#]+)(\/?)$/.exec(url) ?? [];
  return own === '' ? [url, '', ''] : [before, own, after];
}

/** Titles and addresses of all records, neighbours of one kind and place together. */
function tableOf(records: readonly SearchRecord[], blocks: number[], shards: number): RecordTable {
  const groups: RecordTable['groups'] = [];
  for (const { url, kind, crumbs, title } of records) {
    const [before, own, after] = splitAddress(url);
    const last = groups.at(-1);
    if (last?.kind === kind && last.crumbs === crumbs && last.before === before && last.after === after)
      last.records.push([own, title]);
    else groups.push({ kind, crumbs, before, after, records: [[own, title]] });
  }
  return { shards, blocks, groups };
}

const textOf = ({ text, also = '', sections = [] }: SearchRecord): RecordText => ({
  text,
  ...(also !== '' && { also }),
  ...(sections.length > 0 && {
    sections: sections.map(({ id, title, from }): [string, string, number] => [id, title, from]),
  }),
});

/** Texts for excerpts, cut into files; `starts` are the numbers of the records the files begin with. */
function blocksOf(records: readonly SearchRecord[]): { starts: number[]; blocks: RecordText[][] } {
  const starts: number[] = [];
  const blocks: RecordText[][] = [];
  let size = Infinity;
  records.forEach((record, number) => {
    const own = 3 * record.text.length;
    if (size + own > BLOCK) {
      starts.push(number);
      blocks.push([]);
      size = 0;
    }
    blocks.at(-1)?.push(textOf(record));
    size += own;
  });
  return { starts, blocks };
}

/** Addresses of the popular list, each with what it leads to. @throws ContentError for one that leads nowhere */
function popular(known: readonly SearchRecord[]): [kind: string, title: string, address: string][] {
  const { file, data, line } = searchWords();
  return data.popular.map((address, at) => {
    const record = known.find(({ url }) => url === address);
    if (record) return [record.kind, record.title, record.url];
    throw new ContentError([
      {
        file,
        line: line('popular', at),
        rule: 'search',
        message: `popular 里的 ${address} 没有这个内容`,
        fix: '写一个存在的章节、工具、术语、话术或检查表的地址，或去掉这一行',
      },
    ]);
  });
}

/** Every record, in the order of kinds, and of the site within one. */
export async function allRecords(pages: readonly BuiltPage[]): Promise<SearchRecord[]> {
  const records = [...pageRecords(pages), ...(await contentRecords())];
  return searchKinds.flatMap((kind) => records.filter((record) => record.kind === kind));
}

/** File below the folder of the search → its text. `words.json` names the folder of the rest, which changes with it. */
export function searchFiles(
  records: readonly SearchRecord[],
  ways: readonly [name: string, address: string][] = [],
): Map<string, string> {
  const average =
    records.reduce((sum, { text }) => sum + allTokensOf(atomsOf(text)).length, 0) /
    Math.max(1, records.length);
  const shards = shardsOf(records.map((record) => fieldsOf(record, otherNames(record), average)));
  const { starts, blocks } = blocksOf(records);
  const files = new Map<string, string>([
    ['records.json', JSON.stringify(tableOf(records, starts, shards.length))],
    [
      'repair.json',
      JSON.stringify(repairData(records.map(({ title, text }) => title + text).join(''), meantBy(records))),
    ],
    ...shards.map((text, at): [string, string] => [`index/${at}.txt`, text]),
    ...blocks.map((texts, at): [string, string] => [`text/${at}.json`, JSON.stringify(texts)]),
  ]);
  const version = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex')
    .slice(0, 8);
  const words = JSON.stringify({ version, ...lexiconData(namesOf(records), popular(records), [...ways]) });
  return new Map([
    ['words.json', words],
    ...[...files].map(([name, text]): [string, string] => [`${version}/${name}`, text]),
  ]);
}

/**
 * Builds the search into `dist/search`: an index of pages and records in small files, their texts for excerpts, and
 * the words the search knows. Beside it, in `dist/pagefind`, the full text for a search that is word for word.
 */
export async function buildSearch(dist: string, pages: readonly BuiltPage[]): Promise<void> {
  const built = new Set(pages.map(({ address }) => address));
  const ways = WAYS.filter(([, address]) => built.has(address));
  for (const [name, text] of searchFiles(await allRecords(pages), ways)) {
    const file = join(dist, 'search', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  await buildFullText(dist, pages);
}
