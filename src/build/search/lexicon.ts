import { Converter } from 'opencc-js/t2cn';
import { atomsOf, isHan, keyOf, type LexiconData, type RepairData } from '../../logic/search/index.ts';
import { terms } from '../../records/records.ts';
import { searchWords } from '../../records/search.ts';
import { syllablesOf } from './pinyin.ts';

const withPinyin = (text: string): string =>
  atomsOf(text).some(isHan) ? `${text}|${syllablesOf(text).join(' ')}` : text;

/** What the search must know of words, loaded with it. */
export function lexiconData(
  names: readonly string[],
  popular: LexiconData['popular'],
  ways: LexiconData['ways'],
): LexiconData {
  const { stops, says, typos, intents } = searchWords().data;
  return {
    terms: terms().map(({ id, name, former, synonyms, abbreviations }) => [
      id,
      withPinyin(name),
      ...[...former, ...synonyms, ...abbreviations].map(withPinyin),
    ]),
    names: names.map(withPinyin),
    says: says.flatMap(({ say, mean }) =>
      say.map((one): [string, ...string[]] => [withPinyin(one), ...mean]),
    ),
    typos: Object.entries(typos),
    stops,
    intents: Object.entries(intents).map(([kind, words]) => [kind, ...words]),
    popular,
    ways,
  };
}

/** The common characters of GB 2312, level one: 0xB0A1 to 0xD7F9, in the order of their pinyin. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let high = 0xb0; high <= 0xd7; high++)
    for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++)
      characters.push(decoder.decode(Uint8Array.of(high, low)));
  return characters;
}

/**
 * For queries that found little: traditional characters of every character on the site, and what common characters
 * sound like.
 * @param text everything that is searched
 * @param names of Han only, that may have been meant
 */
export function repairData(text: string, names: readonly string[]): RepairData {
  const simplify = Converter({ from: 't', to: 'cn' });
  const used = new Set([...text].filter(isHan));
  const traditional: string[] = [];
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    const simple = simplify(character);
    if (simple !== character && !used.has(character) && used.has(simple))
      traditional.push(character + simple);
  }
  const sounds = new Map<string, string>();
  for (const character of new Set([
    ...commonCharacters(),
    ...[...terms().map(({ name }) => keyOf(name)), ...names].flatMap((name) => [...name].filter(isHan)),
  ])) {
    const [syllable = ''] = syllablesOf(character);
    sounds.set(syllable, (sounds.get(syllable) ?? '') + character);
  }
  return {
    traditional: traditional.join(''),
    sounds: [...sounds].map(([syllable, characters]) => `${syllable} ${characters}`),
    names: [...names],
  };
}
