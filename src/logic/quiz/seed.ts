/**
 * Chance from text, so that the same seed gives the same question on every device and in every version of a browser.
 * A seed is four signs of Crockford's base 32 (no I, L, O, U), short enough to read aloud: K7Q2.
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** FNV-1a over UTF-16 code units, stirred by the finaliser of MurmurHash3; 32 bits, unsigned. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The name of a text among its neighbours; it changes when the text does. */
export const keyOf = (text: string): string => hash(text).toString(36);

/** mulberry32 (T. Ettinger, public domain) started from the hash of a text: numbers from 0 up to, not including, 1. */
export function random(text: string): () => number {
  let state = hash(text);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher–Yates on a copy. */
export function shuffle<T>(list: readonly T[], next: () => number): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

/** The seed any text stands for. */
export function seedOf(text: string): string {
  let rest = hash(text);
  let seed = '';
  for (; seed.length < 4; rest >>>= 5) seed += SIGNS.charAt(rest & 31);
  return seed;
}

/** The seed after this one: 再来一遍 needs no clock and no chance of its own. It is never the same again. */
export function nextSeed(seed: string): string {
  let text = `${seed}+`;
  while (seedOf(text) === seed) text += '+';
  return seedOf(text);
}

/** A seed as people type or link it: any case, full width, O for 0, I and L for 1. */
export function readSeed(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const seed = raw.normalize('NFKC').trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return seed.length === 4 && [...seed].every((sign) => SIGNS.includes(sign)) ? seed : undefined;
}
