import { type Question, type Quiz, quizSchema } from '../schemas/quizzes.ts';
import { once, readFolder } from './read.ts';
import { resolveGiven } from './shops.ts';

export const quizFiles = once(() => readFolder('quizzes', quizSchema));

/** Puts the shops' numbers where a question refers to them. */
function withNumbers(question: Question): Question {
  if (question.kind !== 'numeric') return question;
  const given = Object.fromEntries(
    Object.entries(question.given).map(([key, draw]) => [
      key,
      typeof draw === 'string' ? resolveGiven(draw) : draw,
    ]),
  );
  return { ...question, given };
}

export const quizzes = once((): Quiz[] =>
  quizFiles().map(({ data }) => ({ ...data, questions: data.questions.map(withNumbers) })),
);
export const quizOf = (chapter: string): Quiz | undefined =>
  quizzes().find((quiz) => quiz.chapter === chapter);
