/** What of the table of platforms somebody looks at. Both lists empty: all of it. */
export interface PlatformView {
  /** in the order chosen: the first stands left and the second right where only two fit */
  platforms: readonly string[];
  aspects: readonly string[];
}
/** Everything there is, in the order of the table. */
export type PlatformTable = PlatformView;

const SIDES = ['a', 'b'] as const;
const KEYS = [...SIDES, 'more', 'show'];

/** Whether a fragment or query speaks of this table at all. */
export const isView = (text: string): boolean => {
  const given = new URLSearchParams(text.replace(/^[#?]/, ''));
  return KEYS.some((key) => given.has(key));
};

/** Reads `a=taobao&b=douyin&more=jd,pdd&show=fees`. What is unknown or said twice is left out. */
export function readView(text: string, table: PlatformTable): PlatformView {
  const given = new URLSearchParams(text.replace(/^[#?]/, ''));
  const listed = (key: string): string[] => (given.get(key) ?? '').split(',');
  const platforms = new Set([...SIDES, 'more'].flatMap(listed).filter((id) => table.platforms.includes(id)));
  const aspects = new Set(listed('show'));
  return { platforms: [...platforms], aspects: table.aspects.filter((id) => aspects.has(id)) };
}

/** The same, ready to stand behind `#`; empty for the whole table. */
export function writeView({ platforms, aspects }: PlatformView): string {
  const [a, b, ...more] = platforms;
  const parts = { a, b, more: more.join(','), show: aspects.join(',') };
  return Object.entries(parts)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .join('&');
}

/** Which two stand side by side where only two fit. */
export function pairOf({ platforms }: PlatformView, table: PlatformTable): [left: string, right: string] {
  const [left = table.platforms[0] ?? '', right] = platforms;
  return [left, right ?? table.platforms.find((id) => id !== left) ?? ''];
}

/** Another platform on one side; the one that stands on the other side changes places with it. */
export function onSide(view: PlatformView, table: PlatformTable, side: 0 | 1, id: string): PlatformView {
  const pair = pairOf(view, table);
  const platforms = [...pair];
  if (pair[1 - side] === id) platforms[1 - side] = pair[side] ?? '';
  platforms[side] = id;
  return { ...view, platforms };
}

/** A list with one id put in or taken out, in the order of `all`. */
export const toggled = (list: readonly string[], id: string, all: readonly string[]): string[] =>
  all.filter((other) => (other === id ? !list.includes(id) : list.includes(other)));
