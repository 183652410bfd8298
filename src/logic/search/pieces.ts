import type { Lexicon } from './lexicon.ts';
import { type Atom, isHan, joinAtoms } from './normalize.ts';

/** A part of a query that is one thing: a word we know, a wording without meaning, or what is left between. */
export interface Piece {
  atoms: readonly Atom[];
  kind: 'word' | 'stop' | 'unknown';
  means: readonly { text: string; weight: number }[];
}

/**
 * Cuts the query at the words we know, so that as little as possible is left over: dynamic programming over cuts,
 * since taking the longest word first would cut 保本点击价 differently from where a reader would.
 */
export function piecesOf(atoms: readonly Atom[], { meanings, longest }: Lexicon): Piece[] {
  const best: Cut[] = [{ cost: 0, piece: undefined }];
  for (let end = 1; end <= atoms.length; end++) {
    let found: Cut = { cost: Infinity, piece: undefined };
    for (let length = 1; length <= Math.min(longest, end); length++) {
      const slice = atoms.slice(end - length, end);
      const piece = read(slice, meanings);
      const cost = (best[end - length]?.cost ?? Infinity) + (piece ? costOf(piece) : Infinity);
      if (cost <= found.cost) found = { cost, piece };
    }
    best.push(found);
  }
  const pieces: Piece[] = [];
  for (let end = atoms.length; end > 0;) {
    const piece = best[end]?.piece;
    if (!piece) break;
    pieces.unshift(piece);
    end -= piece.atoms.length;
  }
  return mergeUnknown(pieces);
}

interface Cut {
  cost: number;
  piece: Piece | undefined;
}

/** What a stretch of the query is; several characters we do not know are no piece. */
function read(atoms: readonly Atom[], meanings: Lexicon['meanings']): Piece | undefined {
  const meaning = meanings.get(joinAtoms(atoms));
  if (meaning) return { atoms, kind: meaning.kind, means: meaning.kind === 'stop' ? [] : meaning.means };
  return atoms.length === 1 ? { atoms, kind: 'unknown', means: [] } : undefined;
}

/** Few words are better than many, and any word is better than a character left over. */
function costOf({ kind, atoms }: Piece): number {
  if (kind === 'unknown') return atoms.every(isHan) ? 1 : 0.6;
  return kind === 'stop' ? 0.4 : 0.3;
}

/** Neighbouring unknown Han characters are one run: their pairs are what we look up. */
function mergeUnknown(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const before = merged.at(-1);
    const joins =
      before?.kind === 'unknown' &&
      piece.kind === 'unknown' &&
      before.atoms.every(isHan) === piece.atoms.every(isHan);
    if (joins) merged[merged.length - 1] = { ...before, atoms: [...before.atoms, ...piece.atoms] };
    else merged.push(piece);
  }
  return merged;
}
