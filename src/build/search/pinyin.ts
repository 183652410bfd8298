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

/**
 * Pinyin of every run of words of a name, and initials of what remains of it from each word on: people start typing in
 * the middle, and stop where they please.
 */
export function pinyinTokens(name: string): string[] {
  const tokens = new Set<string>();
  const starts = [...words.segment(name)].filter(({ isWordLike }) => isWordLike);
  for (const { index: from } of starts) {
    const rest = atomsOf(name.slice(from));
    if (!rest.some(isHan)) continue;
    const syllables = syllablesOf(name.slice(from));
    for (const { index, segment } of starts.filter(({ index }) => index >= from)) {
      const run = atomsOf(name.slice(from, index + segment.length));
      if (run.some(isHan)) tokens.add(syllables.slice(0, run.length).join(''));
    }
    tokens.add(rest.map((atom, at) => (isHan(atom) ? (syllables[at]?.charAt(0) ?? '') : atom)).join(''));
  }
  return [...tokens].filter((token) => token.length > 1);
}
