import { parseTyped } from '../number/typing.ts';
import { draw } from './draw.ts';
import { type Kind, readText } from './kind.ts';
import { readNumber, unitHint, within, wrongOf } from './numeric-answer.ts';
import { numericLines, type NumericView } from './numeric-view.ts';
import type { NumericQuestion } from './question.ts';

/** What to say of a typed answer that is no number; empty when it is one. */
export function unreadable(view: NumericView, answer: string): string {
  const typed = readNumber(answer, view);
  if (typed.state === 'ok') return '';
  const percent =
    /%\s*$/.test(answer.normalize('NFKC')) &&
    parseTyped(answer, { unit: 'percent', signed: true }).state === 'ok';
  if (percent) return `这里要填${view.suffix ? `「${view.suffix}」` : '数字'}，不是百分数。`;
  return typed.state === 'error' ? `${typed.says}。` : numeric.asks;
}

/** 计算: the text typed. */
export const numeric: Kind<NumericQuestion, NumericView, string> = {
  kind: 'numeric',
  asks: '先算出一个数，再提交。',
  prepare(question, seed, tool) {
    if (!tool) throw new RangeError(`题目 ${question.id} 要用工具 ${question.tool} 来算`);
    return draw(question, seed, tool);
  },
  read: (_, raw) => readText(raw),
  isAnswered: (view, answer) => answer !== undefined && readNumber(answer, view).state === 'ok',
  grade(view, answer) {
    const typed = readNumber(answer ?? '', view);
    if (typed.state !== 'ok') return { score: 0, lines: numericLines(view), feedback: '' };
    if (within(typed.value, view.key, view.tolerance))
      return { score: 1, lines: numericLines(view), feedback: '' };
    const wrong = wrongOf(typed.value, view);
    const feedback = wrong ? `${wrong.name}。${wrong.says}` : unitHint(typed.value, view, view.shown);
    return { score: 0, lines: numericLines(view, wrong), feedback };
  },
};
