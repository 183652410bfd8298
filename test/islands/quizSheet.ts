import { loadTool } from '#logic';
import type { Question } from '#src/logic/quiz/question.ts';
import { type Sheet, sheetOf } from '#src/logic/quiz/sheet.ts';
import { questions as samples } from '../unit/quiz/sample.ts';

export const ADDRESS = '/practice/data/metrics/';

/** The sample questions as a page gets them. */
export const sheet = (questions: readonly Question[] = samples): Promise<Sheet> =>
  sheetOf({ chapter: 'data/metrics', version: 1, questions }, loadTool, (see) => `#${see}`);
