import type { Answer } from './kind.ts';
import { PLAIN, readAnswer } from './plain.ts';
import type { Question, QuizData } from './question.ts';

/** 猜的, 有点把握, 很有把握 */
export type Confidence = 1 | 2 | 3;

export const isConfidence = (level: unknown): level is Confidence =>
  level === 1 || level === 2 || level === 3;

/** Where a person stands in a quiz; plain data, fit for storage. Everything in it is keyed by question id. */
export interface Attempt {
  quizId: string;
  /** version of the questions it was answered in */
  version: string;
  /** fixes the order of options for the whole attempt */
  seed: string;
  /** seeds of single numeric questions whose numbers were drawn anew */
  seeds: Readonly<Record<string, string>>;
  /** the questions of this round, in the quiz's order: all of them, or those answered wrong before */
  scope: readonly string[];
  answers: Readonly<Record<string, Answer>>;
  submitted: readonly string[];
  /** place in `scope` where one goes on */
  at: number;
  confidence: Readonly<Record<string, Confidence>>;
  /** points of whole rounds, 0…100 */
  best?: number;
  latest?: number;
}

export const begin = ({ id, version, questions }: QuizData, seed: string): Attempt => ({
  quizId: id,
  version,
  seed,
  seeds: {},
  scope: questions.map((question) => question.id),
  answers: {},
  submitted: [],
  at: 0,
  confidence: {},
});

/** The seed a question of this attempt is prepared with. */
export const seedFor = (attempt: Attempt, id: string): string => attempt.seeds[id] ?? attempt.seed;

/** The question if this round still waits for it. */
const open = (quiz: QuizData, attempt: Attempt, id: string): Question | undefined =>
  attempt.scope.includes(id) && !attempt.submitted.includes(id)
    ? quiz.questions.find((question) => question.id === id)
    : undefined;

export function without<T>(record: Readonly<Record<string, T>>, id: string): Record<string, T> {
  const { [id]: _, ...rest } = record;
  return rest;
}

/** Keeps an answer, or forgets it where what came does not fit the question. Nothing happens to what is handed in. */
export function answer(quiz: QuizData, attempt: Attempt, id: string, raw: unknown): Attempt {
  const question = open(quiz, attempt, id);
  if (!question) return attempt;
  const read = readAnswer(question, raw);
  const answers = read === undefined ? without(attempt.answers, id) : { ...attempt.answers, [id]: read };
  return { ...attempt, answers, at: attempt.scope.indexOf(id) };
}

/** 把握度; anything but one of the three takes it back. */
export function setConfidence(quiz: QuizData, attempt: Attempt, id: string, level: number): Attempt {
  if (!open(quiz, attempt, id)) return attempt;
  const confidence = isConfidence(level)
    ? { ...attempt.confidence, [id]: level }
    : without(attempt.confidence, id);
  return { ...attempt, confidence };
}

/** Whether an answer is there and whole. That a typed number reads is for `numeric.isAnswered` to say. */
export function isComplete(question: Question, attempt: Attempt): boolean {
  const given = attempt.answers[question.id];
  if (given === undefined || question.kind === 'numeric') return given !== undefined;
  const kind = PLAIN[question.kind];
  return kind.isAnswered(kind.prepare(question, attempt.seed), given);
}

/** Hands one question in, if it is answered, and moves on to the next that is not. */
export function submit(quiz: QuizData, attempt: Attempt, id: string): Attempt {
  const question = open(quiz, attempt, id);
  if (!question || !isComplete(question, attempt)) return attempt;
  const submitted = [...attempt.submitted, id];
  const here = attempt.scope.indexOf(id);
  const waiting = [...attempt.scope.keys()].filter(
    (place) => !submitted.includes(attempt.scope[place] ?? ''),
  );
  return { ...attempt, submitted, at: waiting.find((place) => place > here) ?? waiting[0] ?? here };
}

/** Passes over a question without answering. */
export const next = (attempt: Attempt): Attempt => ({
  ...attempt,
  at: Math.min(attempt.at + 1, attempt.scope.length - 1),
});

export const isDone = (attempt: Attempt): boolean => attempt.submitted.length === attempt.scope.length;

/** Keeps the points of a round over the whole quiz; of a round of 错题 nothing is kept. */
export function finish(quiz: QuizData, attempt: Attempt, points: number): Attempt {
  if (!isDone(attempt) || attempt.scope.length < quiz.questions.length) return attempt;
  return { ...attempt, latest: points, best: Math.max(points, attempt.best ?? 0) };
}
