import type { Lexicon } from './lexicon.ts';
import { soundOf } from './lexicon.ts';
import { atomsOf, isHan, joinAtoms } from './normalize.ts';

/** Written by the build, loaded only when a query did badly: traditional characters and what characters sound like. */
export interface RepairData {
  /** traditional and simplified in turn: 轉转車车 */
  traditional: string;
  /** syllable and the common characters that sound so: `zhuan 转专赚` */
  sounds: string[];
}
export interface Repair {
  simplify: ReadonlyMap<string, string>;
  sound: ReadonlyMap<string, string>;
}

export function readRepair({ traditional, sounds }: RepairData): Repair {
  const simplify = new Map<string, string>();
  for (const [, old = '', now = ''] of traditional.matchAll(/(.)(.)/gsu)) simplify.set(old, now);
  const sound = new Map<string, string>();
  for (const line of sounds) {
    const [syllable = '', characters = ''] = line.split(' ');
    for (const character of characters) sound.set(character, soundOf(syllable));
  }
  return { simplify, sound };
}

/**
 * The word of the glossary that was meant when the input method offered the wrong characters: 典击律 → 点击率.
 * Every word whose sound runs inside the query's, the longest first.
 * @returns the query with the words put right, or undefined when nothing sounds like anything we know
 */
export function soundsLike(query: string, lexicon: Lexicon, { simplify, sound }: Repair): string | undefined {
  const atoms = atomsOf(query, simplify);
  const sounds = atoms.map((atom) => (isHan(atom) ? (sound.get(atom) ?? '?') : atom));
  const byLength = lexicon.words
    .filter((word) => word.pinyin !== '' && word.atoms.every(isHan))
    .sort((a, b) => b.text.length - a.text.length);
  for (const { text, sound: wanted } of byLength) {
    for (let at = 0; at + text.length <= atoms.length; at++) {
      if (
        sounds.slice(at, at + text.length).join('') !== wanted ||
        atoms.slice(at, at + text.length).join('') === text
      )
        continue;
      return joinAtoms([...atoms.slice(0, at), ...text, ...atoms.slice(at + text.length)]);
    }
  }
  return undefined;
}
