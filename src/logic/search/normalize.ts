/** What people type, brought to the one form that index and query share. */

/** A Han character, or a run of letters and digits. */
export type Atom = string;

const HAN = /^\p{Script=Han}$/u;
const PIECES = /\p{Script=Han}|[\p{L}\p{N}]+/gu;
/** `ｇmv`, `GMV` and `gmv` alike; marks over Latin letters (pinyin with tones) fall away, Han stays as it is. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase();

export const isHan = (atom: Atom): boolean => HAN.test(atom);
const isLetter = (atom: Atom | undefined): boolean => atom !== undefined && /^[a-z]$/.test(atom);

/**
 * Splits text into atoms. Spaces and punctuation only separate: 客 单 价 gives the atoms of 客单价. Single letters
 * standing apart are one word, however they were written: `A/B`, `g m v`, `R.O.I`.
 * @param simplify traditional character → simplified, where known
 */
export function atomsOf(text: string, simplify?: ReadonlyMap<string, string>): Atom[] {
  const atoms: Atom[] = [];
  let afterLetter = false;
  for (const [piece] of fold(text).matchAll(PIECES)) {
    for (const atom of splitScripts(piece)) {
      if (isHan(atom)) atoms.push(simplify?.get(atom) ?? atom);
      else if (isLetter(atom) && afterLetter) atoms[atoms.length - 1] += atom;
      else atoms.push(atom);
      afterLetter = isLetter(atom);
    }
  }
  return atoms;
}

/** `\p{L}` takes Han in too: `ab测试` is one piece and three atoms. */
const splitScripts = (piece: string): Atom[] => piece.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? [];

/** Atoms as one string; a space stands only where two words would run into one. */
export const joinAtoms = (atoms: readonly Atom[]): string =>
  atoms.reduce(
    (text, atom, at) => text + (at > 0 && !isHan(atom) && !isHan(atoms[at - 1] ?? '') ? ' ' : '') + atom,
    '',
  );

/** The key under which a name is found, however it is spaced or written. */
export const keyOf = (text: string): string => joinAtoms(atomsOf(text));

/**
 * The tokens a text is found by: overlapping pairs of Han characters, so that nobody has to agree on where Chinese
 * words begin, and Latin words whole. A character standing alone is a token of its own.
 */
export function tokensOf(atoms: readonly Atom[]): string[] {
  const tokens = new Set<string>();
  atoms.forEach((atom, at) => {
    if (!isHan(atom)) return tokens.add(atom);
    const next = atoms[at + 1];
    if (next !== undefined && isHan(next)) return tokens.add(atom + next);
    const before = atoms[at - 1];
    return before === undefined || !isHan(before) ? tokens.add(atom) : tokens;
  });
  return [...tokens];
}

/**
 * Every token of a text, as often as it stands there. The last character of a run is one too, so that each character
 * of the text begins some token and can be looked up alone.
 */
export const allTokensOf = (atoms: readonly Atom[]): string[] =>
  atoms.map((atom, at) => {
    const next = atoms[at + 1];
    return isHan(atom) && next !== undefined && isHan(next) ? atom + next : atom;
  });

/** Stands for a whole name: found only by typing the name, the whole name and nothing but. */
export const nameToken = (text: string): string => `=${keyOf(text).replaceAll(' ', '')}`;
