import { type Atom, atomsOf, isHan, joinAtoms, keyOf } from './normalize.ts';

/** A word with its pinyin, one syllable for every atom: `转化率|zhuan hua lv`. Without Han there is none: `CVR`. */
export type LexiconWord = string;

/** What the build writes for the search: everything it must know of words, and nothing else. */
export interface LexiconData {
  /** terms: anchor in the glossary, the name in use, then former names, synonyms, abbreviations */
  terms: [id: string, name: LexiconWord, ...others: LexiconWord[]][];
  /** names of platforms and tools: words that mean nothing but themselves */
  names: LexiconWord[];
  /** everyday words → what the trade calls it */
  says: [say: LexiconWord, ...mean: string[]][];
  /** common misspellings → the right word */
  typos: [wrong: string, right: string][];
  /** words that ask without naming anything: 怎么办 */
  stops: string[];
  /** kind → wordings that ask for it: 工具 → 怎么算 */
  intents: [kind: string, ...words: string[]][];
  /** shown before anything is typed: kind, title, address below the base */
  popular: [kind: string, title: string, address: string][];
  /** where to look for oneself: name, address below the base */
  ways: [name: string, address: string][];
}

export type Meaning =
  | { kind: 'stop' }
  /** `means`: words with which to search as well, and how much they count */
  | { kind: 'word'; means: readonly { text: string; weight: number }[] };

export interface Word {
  text: string;
  atoms: readonly Atom[];
  /** of a term: the name in use and its anchor in the glossary; empty for other words */
  name: string;
  id: string;
  pinyin: string;
  syllables: readonly string[];
  /** pinyin with the sounds people mix up made one */
  sound: string;
  initials: string;
}

export interface Lexicon {
  words: readonly Word[];
  meanings: ReadonlyMap<string, Meaning>;
  /** atoms of the longest key */
  longest: number;
  data: LexiconData;
}

/** The former name finds what it is called now, a little below what still says the former name. */
const RENAMED = 0.8;
const SAID = 0.75;
const MISSPELT = 0.95;

/** Zh and z, -ng and -n, l and n at the start, ü and u: pairs many speakers do not tell apart. */
export const soundOf = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^f(?=u$)/, 'h')
    .replace(/([aei])ng$/, '$1n')
    .replace(/v/g, 'u');

function readWord(written: LexiconWord, name: string, id: string): Word {
  const [text = '', pinyin = ''] = written.split('|');
  const syllables = pinyin.split(' ').filter(Boolean);
  const atoms = atomsOf(text);
  return {
    text,
    atoms,
    name,
    id,
    pinyin: syllables.join(''),
    syllables,
    sound: syllables.map(soundOf).join(''),
    initials: atoms.map((atom, at) => (isHan(atom) ? (syllables[at]?.charAt(0) ?? '') : atom)).join(''),
  };
}

/** Makes the data of the build ready for lookups. */
export function readLexicon(data: LexiconData): Lexicon {
  const words: Word[] = [];
  const meanings = new Map<string, Meaning>();
  let longest = 1;
  const add = (text: string, meaning: Meaning): void => {
    const atoms = atomsOf(text);
    const key = joinAtoms(atoms);
    if (key === '') return;
    longest = Math.max(longest, atoms.length);
    const known = meanings.get(key);
    if (known === undefined) meanings.set(key, meaning);
    else if (known.kind === 'word' && meaning.kind === 'word')
      meanings.set(key, { kind: 'word', means: [...known.means, ...meaning.means] });
  };
  const others = (list: readonly string[], weight: number) => list.map((text) => ({ text, weight }));
  for (const [id, ...written] of data.terms) {
    const [name = ''] = written[0].split('|');
    for (const word of written.map((one) => readWord(one, name, id))) {
      words.push(word);
      add(word.text, {
        kind: 'word',
        means: keyOf(word.text) === keyOf(name) ? [] : others([name], RENAMED),
      });
    }
  }
  for (const written of data.names) {
    const word = readWord(written, '', '');
    words.push(word);
    add(word.text, { kind: 'word', means: [] });
  }
  for (const [written, ...mean] of data.says) {
    const word = readWord(written, '', '');
    words.push(word);
    add(word.text, { kind: 'word', means: others(mean, SAID) });
  }
  for (const [wrong, right] of data.typos) add(wrong, { kind: 'word', means: others([right], MISSPELT) });
  for (const stop of data.stops) add(stop, { kind: 'stop' });
  return { words, meanings, longest, data };
}
