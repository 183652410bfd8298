import { kept } from './store.ts';

/** 收藏 of tools and scripts, by id, newest first. */
type Kind = 'tool' | 'script';
type Favourites = Record<Kind, string[]>;

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');
const isFavourites = (data: unknown): data is Favourites =>
  typeof data === 'object' &&
  data !== null &&
  'tool' in data &&
  'script' in data &&
  isIds(data.tool) &&
  isIds(data.script);

const favourites = kept<Favourites>({
  key: 'favourites',
  version: 1,
  check: (data) => (isFavourites(data) ? data : undefined),
  empty: () => ({ tool: [], script: [] }),
});

export const favouriteIds = (kind: Kind): string[] => favourites.read()[kind];
export const isFavourite = (kind: Kind, id: string): boolean => favouriteIds(kind).includes(id);

/** @returns whether it is one now */
export function toggleFavourite(kind: Kind, id: string): boolean {
  const all = favourites.read();
  const was = all[kind].includes(id);
  favourites.write({ ...all, [kind]: was ? all[kind].filter((other) => other !== id) : [id, ...all[kind]] });
  return !was;
}
