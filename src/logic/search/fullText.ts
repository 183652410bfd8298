import { isHan, keyOf, type Atom, atomsOf, tokensOf } from './normalize.ts';
import type { Stretch } from './excerpt.ts';
import type { Lexicon } from './lexicon.ts';
import { piecesOf } from './pieces.ts';

/** Beyond this, what was pasted is a text, not a question. */
const MOST_ATOMS = 40;

/**
 * What to look for in the full text: the words as they were typed, nothing they may mean. Stop words are left out unless
 * there is nothing else.
 */
export function fullTextTokens(query: string, lexicon: Lexicon): string[] {
  const atoms = atomsOf(query).slice(0, MOST_ATOMS);
  const runs: Atom[][] = [[]];
  for (const { kind, atoms: own } of piecesOf(atoms, lexicon)) {
    if (kind === 'stop') runs.push([]);
    else runs.at(-1)?.push(...own);
  }
  const tokens = runs.flatMap(tokensOf);
  return [...new Set(tokens.length > 0 ? tokens : tokensOf(atoms))];
}

/** Nearly every word is in a part of the index of its own, and a part weighs 35 KB. */
const MOST_PARTS = 6;

/**
 * Of many tokens those that are asked for: whole words before others, either spread over the query. A page that has it
 * word for word has them all, and whether it does is read from the page.
 * @param isWord whether the index takes a token as one: others it cuts in two
 */
export function askedOf(tokens: readonly string[], isWord: (token: string) => boolean): string[] {
  const words = spread(tokens.filter(isWord), MOST_PARTS);
  const others = tokens.filter((token) => !isWord(token));
  const asked = new Set([...words, ...spread(others, Math.floor((MOST_PARTS - words.length) / 2))]);
  return tokens.filter((token) => asked.has(token));
}

/** Some of a list, from its beginning to its end. */
const spread = (list: readonly string[], most: number): string[] =>
  list.length <= most
    ? [...list]
    : Array.from({ length: most }, (_, at) => list[Math.floor(((at + 0.5) * list.length) / most)] ?? '');

/** What the full text answers to one token. */
export interface PageHits {
  token: string;
  hits: readonly { id: string; score: number }[];
}
export interface RankedPage {
  id: string;
  /** which of the tokens were found, the rarest first */
  tokens: readonly string[];
}

/**
 * One ranking of pages from the answers to all tokens: their scores summed, times the share of the query, weighted by
 * rarity, that the page has. How many pages there are is not told; those that were found stand for them.
 */
export function rankPages(answers: readonly PageHits[]): RankedPage[] {
  const all = new Set(answers.flatMap(({ hits }) => hits.map(({ id }) => id))).size;
  const found = new Map<string, { score: number; rarity: number; tokens: string[] }>();
  const rated = answers.map((answer) => {
    const n = answer.hits.length;
    return { ...answer, rarity: Math.log(1 + (all - n + 0.5) / (n + 0.5)) };
  });
  const total = rated.reduce((sum, { rarity }) => sum + rarity, 0);
  for (const { token, hits, rarity } of rated.sort((a, b) => b.rarity - a.rarity)) {
    for (const { id, score } of hits) {
      const page = found.get(id) ?? { score: 0, rarity: 0, tokens: [] };
      found.set(id, {
        score: page.score + score,
        rarity: page.rarity + rarity,
        tokens: [...page.tokens, token],
      });
    }
  }
  return [...found]
    .map(([id, { score, rarity, tokens }]) => ({ id, tokens, worth: score * (rarity / total) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .map(({ id, tokens }) => ({ id, tokens }));
}

/** Whether a text has a query word for word, however either is spaced and punctuated. */
export const holds = (text: string, query: string): boolean => {
  const key = keyOf(query);
  return key !== '' && keyOf(text).includes(key);
};

/**
 * The share of tokens a text really has. The index answers to a pair of characters it does not know with the words that
 * begin like it, so that what it found has to be looked at again.
 */
export function coverOf(text: string, tokens: readonly string[]): number {
  const atoms = atomsOf(text);
  const known = new Set([
    ...atoms,
    ...atoms.map((atom, at) => (isHan(atom) ? atom + (atoms[at + 1] ?? '') : atom)),
  ]);
  return tokens.filter((token) => known.has(token)).length / Math.max(1, tokens.length);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>' };

/**
 * Reads an excerpt of Pagefind as text with marks, so that it need not be put into a page as HTML: its only markup is
 * `<mark>`, its only entities those of angle brackets, and between words stand spaces without width.
 */
export function readExcerpt(excerpt: string): Stretch[] {
  const stretches: Stretch[] = [];
  let marked = false;
  for (const part of excerpt.replaceAll('\u200B', '').split(/(<\/?mark>)/)) {
    if (part === '<mark>' || part === '</mark>') {
      marked = part === '<mark>';
      continue;
    }
    const text = part.replace(/&(lt|gt);/g, (whole, name: string) => ENTITIES[name] ?? whole);
    const last = stretches.at(-1);
    if (last?.marked === marked) last.text += text;
    else if (text !== '') stretches.push({ text, marked });
  }
  return stretches;
}
