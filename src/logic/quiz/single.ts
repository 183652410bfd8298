import { type ChoiceView, hasOption, optionLines, prepareChoice } from './choice.ts';
import type { Kind } from './kind.ts';
import type { ChoiceQuestion } from './question.ts';

/** 单选: the key of one option. */
export const single: Kind<ChoiceQuestion, ChoiceView, string> = {
  kind: 'single',
  asks: '先选一个，再提交。',
  prepare: prepareChoice,
  read: (question, raw) => (hasOption(question, raw) ? raw : undefined),
  isAnswered: (_, answer) => answer !== undefined,
  grade: (view, answer) => ({
    score: view.options.some((option) => option.right && option.key === answer) ? 1 : 0,
    lines: optionLines(view, answer === undefined ? [] : [answer]),
    feedback: '',
  }),
};
