import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { type AdHit, findAdTerms } from '../../logic/playbook/ad-terms.ts';
import type { Problem } from '../../records/problem.ts';
import { once, readOne, root } from '../../records/read.ts';
import { terms } from '../../records/records.ts';

/** Files that list words instead of using them: the list, the laws it rests on, what people type into the search. */
const LISTS = ['content/ad-terms.yaml', 'content/parameters/laws.yaml', 'content/search.yaml'];

/** Fields that name a thing, repeat what others say, or show how not to say it. */
const NOT_OUR_WORDS = new Set(['aliases', 'asks', 'bad', 'former', 'name', 'near', 'says', 'synonyms']);

/** In prose: quotations, named mistakes, the wrong side of a contrast, what people search for, and terms such as 好评返现. */
const notOurPassages = once(() => {
  const names = terms()
    .flatMap(({ name, synonyms }) => [name, ...synonyms])
    .filter((name) => findAdTerms(name).length > 0);
  return new RegExp(
    [
      '“[^”]*”',
      '<div slot="bad">.*?</div>',
      '<Misconception\\s+name="[^"]*"',
      '^aliases:[^\\n]*(?:\\n +- [^\\n]*)*',
      ...names,
    ].join('|'),
    'gms',
  );
});

type Path = (string | number)[];
const fieldsOf = (value: object): [string | number, unknown][] =>
  Array.isArray(value) ? value.map((item: unknown, i) => [i, item]) : Object.entries(value);

/** A wrong answer: an option that is not right, a reply that scores low, a false statement. */
function isWrongAnswer(key: string | number, group: string | number | undefined, of: object): boolean {
  const { kind, right, score } = of as { kind?: unknown; right?: unknown; score?: unknown };
  if (key === 'text' && group === 'options') return right !== true;
  if (key === 'text' && group === 'replies') return Number(score) < 2;
  return key === 'stem' && kind === 'boolean' && right === false;
}

/** Every text of a record that speaks in our own voice, with the way to it. */
function* ourTexts(value: unknown, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  if (typeof value !== 'object' || value === null) return;
  const group = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  for (const [key, inner] of fieldsOf(value))
    if (!NOT_OUR_WORDS.has(String(key)) && !isWrongAnswer(key, group, value))
      yield* ourTexts(inner, [...path, key]);
}

/** What a chapter claims in our own voice. */
export const claimsOfText = (text: string): AdHit[] =>
  findAdTerms(text.replace(notOurPassages(), (passage) => passage.replace(/[^\n]/g, '■')));

/** The same of a record, with the way to the field. */
export const claimsOfRecord = (data: unknown): { hit: AdHit; path: Path }[] =>
  [...ourTexts(data)].flatMap(({ text, path }) => claimsOfText(text).map((hit) => ({ hit, path })));

const problemOf = (file: string, line: number, { word, category, softer }: AdHit): Problem => ({
  file,
  line,
  rule: 'advertising',
  message: `${category.name}：${word}`,
  fix: `${softer}；是在举反例、引别人的话，就用“”引起来`,
});

function problemsOf(file: string): Problem[] {
  const text = readFileSync(join(root, file), 'utf8');
  if (!file.endsWith('.yaml')) return claimsOfText(text).map((hit) => problemOf(file, hit.line, hit));
  // Parsing costs more than searching, and most files have nothing to be looked at closely.
  if (findAdTerms(text).length === 0) return [];
  const { data, line } = readOne(file, z.unknown());
  return claimsOfRecord(data).map(({ hit, path }) => problemOf(file, line(...path), hit));
}

/**
 * 用语检查: the word list of the ad-law tool over everything we publish ourselves. One rule says what counts: a word is
 * a claim where we say it in our own voice. It is none where it is quoted in “”, where it names something (a term of the
 * glossary wherever it stands, a misconception, an alias, a field `name`), where customers or answers speak (`asks`,
 * `says`, `near`), and where it is shown as wrong (`bad`, a wrong answer of a quiz, the `bad` side of a contrast).
 */
export const advertising = (): Problem[] =>
  globSync('content/**/*.{mdx,md,yaml}', { cwd: root })
    .filter((file) => !file.includes('_templates') && !file.endsWith('LICENSE.md') && !LISTS.includes(file))
    .sort()
    .flatMap(problemsOf);
