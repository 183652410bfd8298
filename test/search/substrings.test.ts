import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dist } from '../../src/build/cli/lib/project.mjs';
import { readPage } from '../../src/build/search/html.ts';
import {
  type LexiconData,
  type Library,
  placesOf,
  readLexicon,
  readRepair,
  readShard,
  type RecordTable,
  type RepairData,
  search,
} from '../../src/logic/search/index.ts';
import { checklists, roles, scripts, terms } from '../../src/records/records.ts';

const read = (name: string): string => readFileSync(join(dist, 'search', name), 'utf8');

/** The built index, read from the disk by the code that reads it in a browser. */
function openDist(): Library & { addressOf: (record: number) => string } {
  const words = JSON.parse(read('words.json')) as LexiconData & { version: string };
  const table = JSON.parse(read(`${words.version}/records.json`)) as RecordTable;
  const places = placesOf(table);
  return {
    lexicon: readLexicon(words),
    shards: table.shards,
    size: places.length,
    kindOf: (record) => places[record]?.kind ?? '',
    shard: (number) => Promise.resolve(readShard(read(`${words.version}/index/${number}.txt`))),
    repair: () => Promise.resolve(readRepair(JSON.parse(read(`${words.version}/repair.json`)) as RepairData)),
    addressOf: (record) => places[record]?.address ?? '',
  };
}

/** Numbers that are the same on every run. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

/** Texts as people see them, each with where it should be found. */
function texts(): { address: string; text: string }[] {
  const chapters = globSync('course/*/*/index.html', { cwd: dist }).map((file) => ({
    address: `/${file.replace(/index\.html$/, '')}`,
    text: readPage(readFileSync(join(dist, file), 'utf8'))?.text ?? '',
  }));
  return [
    ...chapters,
    ...terms().map(({ id, definition, example }) => ({
      address: `/glossary/#${id}`,
      text: `${definition}\n${example ?? ''}`,
    })),
    ...scripts().map(({ id, body, why, asks }) => ({
      address: `/playbook/scripts/#${id}`,
      text: [body.replace(/\{[^}]*\}/g, '\n'), why, ...asks].join('\n'),
    })),
    ...checklists().map(({ id, sections }) => ({
      address: `/playbook/checklists/${id}/`,
      text: sections.flatMap(({ items }) => items.map(({ text }) => text)).join('\n'),
    })),
    ...roles().map(({ id, mission, duties }) => ({
      address: `/playbook/roles/${id}/`,
      text: [mission, ...duties].join('\n'),
    })),
  ];
}

/** Whether a Latin word or a number goes on from one place to the next. */
const isWord = (text: string, at: number): boolean =>
  /^[a-z0-9]{2}$/i.test(text.slice(Math.max(0, at), at + 2));

/** Two to four characters that stand together; a Latin word is not cut in half, since nobody searches for half of one. */
function samples(count: number): { address: string; part: string }[] {
  const all = texts();
  const random = chance(20260311);
  const next = (below: number): number => Math.floor(random.next().value * below);
  const found: { address: string; part: string }[] = [];
  while (found.length < count) {
    const source = all[next(all.length)];
    if (!source) continue;
    const length = 2 + next(3);
    const from = next(source.text.length);
    const part = source.text.slice(from, from + length);
    const cuts = isWord(source.text, from - 1) || isWord(source.text, from + length - 1);
    if (part.length === length && /^[\p{Script=Han}a-z0-9]+$/iu.test(part) && !cuts)
      found.push({ address: source.address, part });
  }
  return found;
}

describe('any few characters of a text', () => {
  it('find that text', async () => {
    const library = openDist();
    const missed: string[] = [];
    for (const { address, part } of samples(300)) {
      const { ranked } = await search(part, library);
      if (!ranked.some(({ record }) => library.addressOf(record) === address))
        missed.push(`${part} in ${address}`);
    }
    expect(missed).toEqual([]);
  });
});
