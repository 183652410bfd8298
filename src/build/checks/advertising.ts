import { findAdTerms } from '../../logic/playbook/ad-terms.ts';
import { once } from '../../records/read.ts';
import { terms } from '../../records/records.ts';
import { type TextRule, VALUE } from './texts.ts';

/** What lists words instead of using them: the list, the laws it rests on, tools that begin with a text to find some in. */
const LISTS = /^content\/(?:ad-terms|parameters\/laws)\.yaml$|\/(?:ad-law|title-check)\.ts$/;

/** Quotations, and terms such as 好评返现. */
const notOurWords = once(() => {
  const names = terms()
    .flatMap(({ name, synonyms }) => [name, ...synonyms])
    .filter((name) => findAdTerms(name).length > 0);
  return new RegExp(['“[^”]*”', ...names].join('|'), 'g');
});

/**
 * 用语检查: the word list of the ad-law tool over everything we publish ourselves. One rule says what counts: a word is
 * a claim where we say it in our own voice. It is none where it is quoted in “”, where it names something (a term of the
 * glossary wherever it stands, a misconception, an alias, a field `name`), where customers speak (`asks`, the `says` of a
 * dialogue), where it is shown as wrong (`bad`, a wrong answer of a quiz, the `bad` side of a contrast), and in the
 * worked cases of tools.
 */
export const advertising: TextRule = {
  name: 'advertising',
  find: ({ file, text, field, ours }) =>
    !ours || field === 'because' || LISTS.test(file)
      ? []
      : findAdTerms(text.replace(notOurWords(), (words) => VALUE.repeat(words.length))).map(
          ({ at, word, category, softer }) => ({
            at,
            message: `${category.name}：${word}`,
            fix: `${softer}；是在举反例、引别人的话，就用“”引起来`,
          }),
        ),
};
