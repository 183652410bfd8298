import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dist } from '../../src/build/cli/lib/project.mjs';
import {
  type LexiconData,
  placesOf,
  type RecordTable,
  type RecordText,
} from '../../src/logic/search/index.ts';

const read = <T>(name: string): T => JSON.parse(readFileSync(join(dist, 'search', name), 'utf8')) as T;
const pages = new Map<string, string | undefined>();
function pageOf(path: string): string | undefined {
  const file = join(dist, path, 'index.html');
  if (!pages.has(path)) pages.set(path, existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  return pages.get(path);
}
/** Whether an address of ours leads to a page, and to a place on it. */
function leads(address: string): boolean {
  const [path = '', anchor] = address.split('#');
  const html = pageOf(path);
  return html !== undefined && (anchor === undefined || html.includes(`id="${anchor}"`));
}

describe('where results lead', () => {
  const words = read<LexiconData & { version: string }>('words.json');
  const table = read<RecordTable>(`${words.version}/records.json`);
  const places = placesOf(table);

  it('is a place that exists', () => {
    expect(places.length).toBeGreaterThan(300);
    expect(places.map(({ address }) => address).filter((address) => !leads(address))).toEqual([]);
    expect(new Set(places.map(({ address }) => address)).size).toBe(places.length);
  });
  it('exists for the ways to look for oneself, and for what is popular', () => {
    const all = [
      ...words.ways.map(([, address]) => address),
      ...words.popular.map(([, , address]) => address),
    ];
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter((address) => !leads(address))).toEqual([]);
  });
  it('is the list itself too, by its own first line', () => {
    const texts = table.blocks.flatMap((_, block) =>
      read<RecordText[]>(`${words.version}/text/${block}.json`),
    );
    const lists = ['/course/', '/tools/', '/glossary/', '/practice/', '/playbook/scripts/'];
    const of = lists.map((list) => texts[places.findIndex(({ address }) => address === list)]);
    for (const list of of) {
      expect(list?.text).toMatch(/[。？]$/);
      expect(list?.text.length).toBeLessThan(80);
    }
    expect(places.filter(({ kind }) => kind === '路径').length).toBeGreaterThan(3);
  });
  it('exists for sections too', () => {
    const texts = table.blocks.flatMap((_, block) =>
      read<RecordText[]>(`${words.version}/text/${block}.json`),
    );
    expect(texts).toHaveLength(places.length);
    const sections = texts.flatMap(({ sections: own = [] }, at) =>
      own.map(([id]) => `${places[at]?.address ?? ''}#${id}`),
    );
    expect(sections.length).toBeGreaterThan(50);
    expect(sections.filter((address) => !leads(address))).toEqual([]);
  });
});
