import type { Lexicon } from './lexicon.ts';
import { atomsOf, tokensOf } from './normalize.ts';

export interface NearTerm {
  id: string;
  name: string;
}

/** Terms that share characters with a query that found nothing: shared pairs count most, then shared characters. */
export function nearestTerms(query: string, { words }: Lexicon, most = 5): NearTerm[] {
  const atoms = new Set(atomsOf(query));
  const pairs = new Set(tokensOf([...atoms]));
  const best = new Map<string, { name: string; worth: number }>();
  for (const { id, name, atoms: own } of words) {
    const shared =
      tokensOf(own).filter((token) => pairs.has(token)).length * 2 +
      own.filter((atom) => atoms.has(atom)).length;
    const worth = shared / Math.max(2, own.length);
    if (id !== '' && worth > (best.get(id)?.worth ?? 0)) best.set(id, { name, worth });
  }
  return [...best]
    .sort(([a, { worth: left }], [b, { worth: right }]) => right - left || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id, { name }]) => ({ id, name }));
}
