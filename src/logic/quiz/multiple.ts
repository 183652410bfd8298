import { type ChoiceView, hasOption, optionLines, prepareChoice } from './choice.ts';
import { type Kind, type MultipleRule, SETTINGS } from './kind.ts';
import type { ChoiceQuestion } from './question.ts';

/**
 * The share of points for `hits` of `right` right options and `misses` of `wrong` wrong ones ticked. `moodle` gives
 * each right option 1/right and each wrong one −1/wrong, and keeps the sum within 0…1.
 */
export function scoreMultiple(
  rule: MultipleRule,
  hits: number,
  right: number,
  misses: number,
  wrong: number,
): number {
  if (hits === right && misses === 0) return 1;
  if (rule === 'moodle') return Math.max(0, hits / (right || 1) - misses / (wrong || 1));
  if (misses > 0 || hits === 0 || rule === 'all') return 0;
  return rule === 'half' ? 0.5 : hits / right;
}

/** 多选: the keys of all options ticked. */
export const multiple: Kind<ChoiceQuestion, ChoiceView, readonly string[]> = {
  kind: 'multiple',
  asks: '至少选一个，再提交。',
  prepare: prepareChoice,
  // One option that is gone spoils the whole answer: the rest of it might be marked as 漏选.
  read: (question, raw) =>
    Array.isArray(raw) &&
    raw.length > 0 &&
    new Set(raw).size === raw.length &&
    raw.every((key) => hasOption(question, key))
      ? raw
      : undefined,
  isAnswered: (_, answer) => answer !== undefined && answer.length > 0,
  grade: (view, answer = [], settings = SETTINGS) => {
    const right = view.options.filter((option) => option.right);
    const hits = right.filter((option) => answer.includes(option.key)).length;
    const wrong = view.options.length - right.length;
    return {
      score: scoreMultiple(settings.multiple, hits, right.length, answer.length - hits, wrong),
      lines: optionLines(view, answer),
      feedback: '',
    };
  },
};
