import { type Kind, line, type ViewOf } from './kind.ts';
import type { BooleanQuestion } from './question.ts';

export interface BooleanView extends ViewOf<'boolean'> {
  right: boolean;
  whenTrue: string;
  whenFalse: string;
}

/** 判断: whether one holds the statement to be true. */
export const boolean: Kind<BooleanQuestion, BooleanView, boolean> = {
  kind: 'boolean',
  asks: '先选“对”或“错”，再提交。',
  prepare: (question) => question,
  read: (_, raw) => (typeof raw === 'boolean' ? raw : undefined),
  isAnswered: (_, answer) => answer !== undefined,
  grade: ({ right, whenTrue, whenFalse }, answer) => ({
    score: answer === right ? 1 : 0,
    lines: [
      line(right, '这句话对', whenTrue, answer === true ? '你选的' : ''),
      line(!right, '这句话错', whenFalse, answer === false ? '你选的' : ''),
    ],
    feedback: '',
  }),
};
