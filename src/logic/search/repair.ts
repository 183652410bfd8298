import type { Lexicon } from './lexicon.ts';
import { soundOf } from './lexicon.ts';
import { type Atom, isHan, joinAtoms } from './normalize.ts';

/** Written by the build, loaded only when a query did badly: traditional characters and what characters sound like. */
export interface RepairData {
  /** traditional and simplified in turn: 轉转車车 */
  traditional: string;
  /** syllable and the common characters that sound so: `zhuan 转专赚` */
  sounds: string[];
  /** names of chapters and tools that the lexicon does not know, Han only */
  names: string[];
}
export interface Repair {
  simplify: ReadonlyMap<string, string>;
  sound: ReadonlyMap<string, string>;
  names: readonly string[];
}

export function readRepair({ traditional, sounds, names }: RepairData): Repair {
  const simplify = new Map<string, string>();
  for (const [, old = '', now = ''] of traditional.matchAll(/(.)(.)/gsu)) simplify.set(old, now);
  const sound = new Map<string, string>();
  for (const line of sounds) {
    const [syllable = '', characters = ''] = line.split(' ');
    for (const character of characters) sound.set(character, soundOf(syllable));
  }
  return { simplify, sound, names };
}

/**
 * The word that was meant when the input method offered the wrong characters: 典击律 → 点击率. Every word of the
 * lexicon and every name whose sound runs inside the query's, the longest first.
 * @param stands whether a stretch of the query is found as it was typed
 * @returns the query with the word put right, or undefined when nothing sounds like anything we know
 */
export function soundsLike(
  atoms: readonly Atom[],
  { words }: Lexicon,
  { sound, names }: Repair,
  stands: (stretch: readonly Atom[]) => boolean,
): string | undefined {
  const heard = (atom: Atom): string => (isHan(atom) ? (sound.get(atom) ?? '?') : atom);
  const sounds = atoms.map(heard);
  const byLength = [
    ...words.map((word) => ({ atoms: word.atoms, sound: word.sound })),
    ...names.map((name) => ({ atoms: [...name], sound: [...name].map(heard).join('') })),
  ]
    .filter((word) => word.atoms.length > 1 && word.atoms.every(isHan))
    .sort((a, b) => b.atoms.length - a.atoms.length);
  for (const { atoms: own, sound: wanted } of byLength) {
    for (let at = 0; at + own.length <= atoms.length; at++) {
      const end = at + own.length;
      const typed = atoms.slice(at, end);
      if (sounds.slice(at, end).join('') !== wanted || typed.join('') === own.join('') || stands(typed))
        continue;
      return joinAtoms([...atoms.slice(0, at), ...own, ...atoms.slice(end)]);
    }
  }
  return undefined;
}
