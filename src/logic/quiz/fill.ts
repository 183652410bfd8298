import { type Kind, line, readText, type ViewOf } from './kind.ts';
import type { FillQuestion } from './question.ts';

export interface FillView extends ViewOf<'fill'> {
  accept: FillQuestion['accept'];
  near: FillQuestion['near'];
}

/** How typed words are compared: full width and half width, upper and lower case, spaces around make no difference. */
export const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** 填空: one of the accepted forms. */
export const fill: Kind<FillQuestion, FillView, string> = {
  kind: 'fill',
  asks: '先填上再提交。',
  prepare: (question) => question,
  read: (_, raw) => readText(raw),
  isAnswered: (_, answer) => answer !== undefined && fold(answer) !== '',
  grade({ accept, near }, answer = '') {
    const is = (text: string): boolean => fold(text) === fold(answer);
    const right = accept.some(is);
    return {
      score: right ? 1 : 0,
      lines: [
        line(true, accept.join('、'), accept.length > 1 ? '这几种写法都算对。' : ''),
        ...near.map(({ text, says }) => line(false, text, says, is(text) ? '你填的' : '')),
      ],
      feedback: right ? '' : (near.find(({ text }) => is(text))?.says ?? ''),
    };
  },
};
