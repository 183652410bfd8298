import { base } from '../../site.ts';
import {
  blockOf,
  type Library,
  type LexiconData,
  type Place,
  placesOf,
  readLexicon,
  readRepair,
  readShard,
  type RecordTable,
  type RecordText,
  type RepairData,
} from '../../logic/search/index.ts';

/** What the build wrote for the search, loaded piece by piece as queries need it. */
export interface Shelf extends Library {
  places: readonly Place[];
  /** shown before anything is typed */
  popular: LexiconData['popular'];
  /** where to look when nothing is found */
  ways: LexiconData['ways'];
  text: (record: number) => Promise<RecordText>;
}

/** Remembers what was loaded; what failed may be tried again. */
function remembered<K, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const kept = new Map<K, Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const loading = load(key);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}

async function get(name: string): Promise<Response> {
  const response = await fetch(`${base}/search/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}
const getJson = async <T>(name: string): Promise<T> => (await (await get(name)).json()) as T;

async function openShelf(): Promise<Shelf> {
  const words = await getJson<LexiconData & { version: string }>('words.json');
  const table = await getJson<RecordTable>(`${words.version}/records.json`);
  const places = placesOf(table);
  const block = remembered((number: number) => getJson<RecordText[]>(`${words.version}/text/${number}.json`));
  const repair = remembered(async () =>
    readRepair(await getJson<RepairData>(`${words.version}/repair.json`)),
  );
  return {
    lexicon: readLexicon(words),
    shards: table.shards,
    size: places.length,
    kindOf: (record) => places[record]?.kind ?? '',
    shard: remembered(async (number: number) =>
      readShard(await (await get(`${words.version}/index/${number}.txt`)).text()),
    ),
    repair: () => repair(undefined),
    places,
    popular: words.popular,
    ways: words.ways,
    text: async (record) => {
      const { block: number, at } = blockOf(record, table);
      return (await block(number))[at] ?? { text: '' };
    },
  };
}

const shelf = remembered(openShelf);
/** The one library of this page. @throws when it cannot be loaded; asking again tries again */
export const library = (): Promise<Shelf> => shelf(undefined);
