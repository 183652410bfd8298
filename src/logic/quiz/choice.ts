import { type Line, line, type ViewOf } from './kind.ts';
import type { ChoiceQuestion, Option } from './question.ts';
import { keyOf, random, shuffle } from './seed.ts';

/** What 单选 and 多选 share: options, in an order fixed by the seed, named by their text. */
export interface ChoiceView extends ViewOf<'single' | 'multiple'> {
  options: readonly (Option & { key: string })[];
}

export function prepareChoice(question: ChoiceQuestion, seed: string): ChoiceView {
  // By key first: an author may move options about, and what is prepared already may be prepared again.
  const options = question.options.map((option) => ({ ...option, key: keyOf(option.text) }));
  options.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { ...question, options: shuffle(options, random(`${seed}/${question.id}`)) };
}

export const hasOption = (question: ChoiceQuestion, key: unknown): key is string =>
  question.options.some((option) => keyOf(option.text) === key);

/** Every option with 对 or 错, its reason, and what was done with it. */
export const optionLines = ({ kind, options }: ChoiceView, picked: readonly string[]): Line[] =>
  options.map(({ key, text, right, reason }) => {
    const missed = right && kind === 'multiple' && picked.length > 0;
    return line(right, text, reason, picked.includes(key) ? '你选的' : missed ? '漏选' : '');
  });
