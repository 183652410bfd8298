import type { Lexicon } from './lexicon.ts';
import { type Atom, atomsOf, isHan, joinAtoms, keyOf, nameToken, tokensOf } from './normalize.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { readingsOf } from './sound.ts';

/** One way to say a part of the query: found when its tokens are. */
export interface Option {
  tokens: readonly string[];
  weight: number;
}
/** A part of the query, in any of the ways it may be said. */
export interface Unit {
  options: readonly Option[];
  weight: number;
}
export interface Plan {
  /** the query in its one form: equal keys get equal answers */
  key: string;
  units: readonly Unit[];
  /** every token to look up, each once */
  tokens: readonly string[];
  /** those that were typed, without what they mean and without pairs across borders */
  typed: readonly string[];
  /** what to mark in excerpts */
  marks: readonly string[];
  /** whole names the query may be: the index knows them as tokens of their own */
  names: readonly Option[];
  /** kinds of result the wording asks for: 怎么算 asks for a tool */
  intents: readonly string[];
}

/** Beyond this, what was pasted is a text, not a question. */
const MOST_ATOMS = 40;
/** up to here every pair of characters counts, also 怎么: there is nothing else to go by */
const SHORT = 4;
/** a pair across the border of two known words says little */
const LINK = 0.3;
/** a character alone is the start of many words */
const ALONE = 0.4;
const PAIR = 0.7;
/** being called by another word for what was typed, against being called what was typed */
const OTHER_NAME = 0.6;
const MOST_OPTIONS = 5;

/** What to look up for a query. The same query, however spaced or written, gives the same plan. */
export function planOf(query: string, lexicon: Lexicon, simplify?: ReadonlyMap<string, string>): Plan {
  const atoms = atomsOf(query, simplify).slice(0, MOST_ATOMS);
  const pieces = piecesOf(atoms, lexicon);
  const { units, said } = unitsOf(pieces, lexicon);
  if (units.length === 0 || (atoms.length <= SHORT && atoms.every(isHan))) {
    const weight = units.length === 0 ? 1 : LINK;
    const known = new Set(tokensIn(units));
    for (const token of tokensOf(atoms))
      if (!known.has(token)) units.push({ options: [{ tokens: [token], weight: 1 }], weight });
  }
  const names = namesOf(atoms, said);
  const key = joinAtoms(atoms);
  return {
    key,
    units,
    names,
    typed: [
      ...new Set(pieces.filter(({ kind }) => kind !== 'stop').flatMap((piece) => tokensOf(piece.atoms))),
    ],
    tokens: [...new Set([...tokensIn(units), ...names.flatMap(({ tokens }) => tokens)])],
    marks: [...new Set(tokensIn(units.filter(({ weight }) => weight > LINK)))],
    intents: lexicon.data.intents
      .filter(([, ...words]) => words.some((word) => key.includes(keyOf(word))))
      .map(([kind]) => kind),
  };
}

const tokensIn = (units: readonly Unit[]): string[] =>
  units.flatMap(({ options }) => options.flatMap(({ tokens }) => tokens));

interface Units {
  units: Unit[];
  /** names the one thing spoken of may have */
  said: readonly { text: string; weight: number }[];
}

function unitsOf(pieces: readonly Piece[], lexicon: Lexicon): Units {
  const units: Unit[] = [];
  const only = pieces.filter(({ kind }) => kind !== 'stop').length === 1;
  let said: Units['said'] = [];
  pieces.forEach((piece, at) => {
    if (piece.kind === 'stop') return;
    const latin = piece.kind === 'unknown' && !piece.atoms.every(isHan);
    const means = latin ? readingsOf(piece.atoms.join(''), lexicon).flat() : piece.means;
    if (only) said = [{ text: joinAtoms(piece.atoms), weight: 1 }, ...means];
    units.push(
      ...(latin
        ? latinUnits(piece.atoms, lexicon)
        : piece.kind === 'word'
          ? [unitOf(tokensOf(piece.atoms), piece.means)]
          : hanUnits(piece.atoms)),
    );
    const [before, next] = [pieces[at - 1], pieces[at + 1]];
    const alone = !latin && piece.atoms.length === 1;
    if (next && (next.kind !== 'stop' || alone))
      units.push(...pairUnits(piece.atoms.at(-1), next.atoms[0], next.kind === 'stop' ? PAIR : LINK));
    if (before?.kind === 'stop' && alone) units.push(...pairUnits(before.atoms.at(-1), piece.atoms[0], PAIR));
  });
  return { units, said };
}

/**
 * Tokens as they stand, or any of what they mean. A meaning of many tokens would drown the rest of the query by its
 * length alone: 不亏 is one thing to say, 保本投产比 four.
 */
const unitOf = (tokens: readonly string[], means: readonly { text: string; weight: number }[]): Unit => ({
  options: [
    { tokens, weight: 1 },
    ...means.slice(0, MOST_OPTIONS).map(({ text, weight }) => {
      const meant = tokensOf(atomsOf(text));
      return { tokens: meant, weight: weight * Math.min(1, Math.sqrt(tokens.length / meant.length)) };
    }),
  ],
  weight: 1,
});

/** Two characters across a border. Beside a character left alone even 了 tells something: 坏了 is not 坏. */
const pairUnits = (left: Atom | undefined, right: Atom | undefined, weight: number): Unit[] =>
  left !== undefined && right !== undefined && isHan(left) && isHan(right)
    ? [{ options: [{ tokens: [left + right], weight: 1 }], weight }]
    : [];

const hanUnits = (atoms: readonly Atom[]): Unit[] =>
  atoms.length === 1
    ? [{ options: [{ tokens: [atoms[0] ?? ''], weight: 1 }], weight: ALONE }]
    : tokensOf(atoms).map((token) => ({ options: [{ tokens: [token], weight: 1 }], weight: 1 }));

/** Letters: as they stand, or the words they are pinyin of; `zhuan hua lv` first as one, then apart. */
function latinUnits(atoms: readonly Atom[], lexicon: Lexicon): Unit[] {
  const whole = readingsOf(atoms.join(''), lexicon);
  if (whole.length > 0 && (atoms.length > 1 || whole.length > 1))
    return whole.map((readings) => unitOf([atoms.join('')], readings));
  return atoms.map((atom) => unitOf([atom], readingsOf(atom, lexicon).flat()));
}

/** The query as a whole name, and what else it is called. */
function namesOf(atoms: readonly Atom[], said: Units['said']): Option[] {
  const own = { text: joinAtoms(atoms), weight: 1 };
  const others = said
    .slice(0, MOST_OPTIONS)
    .map(({ text, weight }) => ({ text, weight: weight < 1 ? weight * OTHER_NAME : weight }));
  return [own, ...others]
    .map(({ text, weight }) => ({ tokens: [nameToken(text)], weight }))
    .filter(({ tokens: [token] }) => token !== '=');
}
