import { pinyin } from 'pinyin-pro';
import { atomsOf, isHan } from '../../logic/search/index.ts';

/** One syllable for every Han character, without tones and ü as v; Latin words as they stand. */
export function syllablesOf(text: string): string[] {
  const atoms = atomsOf(text);
  // The whole run at once: 行 is hang in 行业 and xing in 旅行.
  const han = atoms.map((atom) => (isHan(atom) ? atom : ' ')).join('');
  const read = pinyin(han, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  return atoms.map((atom, at) => (isHan(atom) ? (read[at] ?? '') : atom));
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Pinyin and initials of a name, and of what remains of it from each word on: people start typing in the middle. */
export function pinyinTokens(name: string): string[] {
  const tokens = new Set<string>();
  for (const { index, isWordLike } of words.segment(name)) {
    if (!isWordLike) continue;
    const rest = name.slice(index);
    const atoms = atomsOf(rest);
    if (!atoms.some(isHan)) continue;
    const syllables = syllablesOf(rest);
    tokens.add(syllables.join(''));
    tokens.add(atoms.map((atom, at) => (isHan(atom) ? (syllables[at]?.charAt(0) ?? '') : atom)).join(''));
  }
  return [...tokens].filter((token) => token.length > 1);
}
