import type { Lexicon, Word } from './lexicon.ts';
import { soundOf } from './lexicon.ts';
import { keyOf } from './normalize.ts';

/** What a run of Latin letters may stand for. */
export interface Reading {
  text: string;
  weight: number;
}

const EXACT = 1;
const INITIALS = 0.9;
const HALF = 0.85;
const PINYIN_START = 0.7;
const MIXED_UP = 0.6;
const MISTYPED = 0.5;
const INITIALS_START = 0.4;
const ALIKE = 0.3;
/** shortest start of a pinyin that is worth a guess: `zhu` begins too much */
const START = 4;
/** shortest pinyin in which one wrong letter still leaves one word */
const LONG = 6;
const MOST = 4;

/**
 * Words by their pinyin or initials: for each word heard, what it may be. Exact ones first; guesses only where nothing
 * is exact.
 * @param typed lower-case letters and digits without spaces
 */
export function readingsOf(typed: string, lexicon: Lexicon): Reading[][] {
  return typed.length < 2 ? [] : heard(typed, lexicon).map((readings) => withMeanings(readings, lexicon));
}

/** A word heard is also what it means: zhitongche is 直通车, which is 关键词推广 now. */
const withMeanings = (readings: readonly Reading[], { meanings }: Lexicon): Reading[] =>
  readings.flatMap((reading) => {
    const meaning = meanings.get(keyOf(reading.text));
    const means = meaning?.kind === 'word' ? meaning.means : [];
    return [reading, ...means.map(({ text, weight }) => ({ text, weight: weight * reading.weight }))];
  });

function heard(typed: string, { words }: Lexicon): Reading[][] {
  const of = (weight: number, test: (word: Word) => boolean): Reading[] =>
    words.filter((word) => word.pinyin !== '' && test(word)).map(({ text }) => ({ text, weight }));
  const exact = [
    ...of(EXACT, ({ pinyin }) => pinyin === typed),
    ...of(INITIALS, ({ initials }) => initials === typed),
  ];
  if (exact.length > 0) return [best(exact)];
  const half = typed.length >= 3 ? of(HALF, ({ syllables }) => isHalf(typed, syllables)) : [];
  if (half.length > 0) return [best(half)];
  const covered = cover(typed, words);
  if (covered.length > 0) return covered.map((text) => [{ text, weight: EXACT }]);
  const sound = soundOfTyped(typed);
  const guesses = [
    ...(typed.length >= START ? of(PINYIN_START, ({ pinyin }) => pinyin.startsWith(typed)) : []),
    ...(typed.length >= START ? of(MIXED_UP, (word) => word.sound === sound) : []),
    ...(typed.length >= LONG ? of(MISTYPED, ({ pinyin }) => isNear(typed, pinyin)) : []),
    ...(typed.length >= 3 ? of(INITIALS_START, ({ initials }) => initials.startsWith(typed)) : []),
  ];
  if (guesses.length > 0) return [best(guesses)];
  const last = best([...of(ALIKE, ({ pinyin }) => beginAlike(typed, pinyin)), ...acronymsNear(typed, words)]);
  return last.length > 0 ? [last] : [];
}

/** Whether most of what was typed begins a word, baobenxian and 保本投产比, or a whole word begins what was typed. */
function beginAlike(typed: string, pinyin: string): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === pinyin[same]) same++;
  return same >= START && same >= Math.min(typed.length * 0.6, pinyin.length);
}

/** Abbreviations one letter away, for those that are none themselves. */
const acronymsNear = (typed: string, words: readonly Word[]): Reading[] =>
  typed.length < 3 || typed.length > 5
    ? []
    : words
        .filter(({ pinyin, text }) => pinyin === '' && text.length >= 3 && isNear(typed, keyOf(text)))
        .map(({ text }) => ({ text, weight: ALIKE }));

/** The likeliest few, each text once. Among equals the shorter one: it is nearer to what was typed. */
const best = (readings: readonly Reading[]): Reading[] =>
  [
    ...new Map(
      [...readings]
        .sort((a, b) => a.weight - b.weight || b.text.length - a.text.length)
        .map((one) => [one.text, one]),
    ).values(),
  ]
    .sort((a, b) => b.weight - a.weight || a.text.length - b.text.length)
    .slice(0, MOST);

/** Whether every syllable is there, whole or only begun: `kdjia`, `zhuanhl`. */
function isHalf(typed: string, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return typed === '';
  for (let length = Math.min(first.length, typed.length); length > 0; length--)
    if (typed.startsWith(first.slice(0, length)) && isHalf(typed.slice(length), rest)) return true;
  return false;
}

/** Several words run together, `zhitongchedianjilv`, when they use up every letter; the longest first. */
function cover(typed: string, words: readonly Word[]): string[] {
  const found: string[] = [];
  let rest = typed;
  while (rest !== '') {
    let next: Word | undefined;
    for (const word of words) {
      const longer = word.pinyin.length > (next?.pinyin.length ?? 0);
      if (longer && word.pinyin.length >= START && rest.startsWith(word.pinyin)) next = word;
    }
    if (!next) return [];
    found.push(next.text);
    rest = rest.slice(next.pinyin.length);
  }
  return found;
}

/** The typed letters with the same pairs made one; without syllables at hand it works on the whole run. */
const soundOfTyped = (typed: string): string => {
  const syllables = typed.match(
    /[bpmfdtnlgkhjqxzcsryw]?h?[aeiouv]+(?:ng(?![aeiouv])|n(?![aeiouv])|r(?![aeiouv]))?/g,
  );
  return syllables?.join('') === typed ? syllables.map(soundOf).join('') : typed;
};

/** Whether one letter added, left out, changed or two neighbours swapped make one text the other. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a[a.length - 1 - back] === b[b.length - 1 - back])
    back++;
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
