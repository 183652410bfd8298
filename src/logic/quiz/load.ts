import { type Attempt, begin, type Confidence, isComplete, isConfidence } from './attempt.ts';
import { type Answer, isRecord } from './kind.ts';
import { readAnswer } from './plain.ts';
import type { QuizData } from './question.ts';
import { withScores } from './round.ts';

import { readSeed } from './seed.ts';

export interface Loaded {
  attempt: Attempt;
  /** sentences to tell the person; empty when all that was kept is still good */
  notices: string[];
}

const points = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 100;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const entries = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);

/**
 * An attempt as it was kept, made to fit the questions as they are today. What no longer fits is dropped and said,
 * never marked; points of whole rounds outlive every change.
 */
export function load(quiz: QuizData, raw: unknown, seed: string): Loaded {
  const fresh = begin(quiz, seed);
  if (raw === undefined) return { attempt: fresh, notices: [] };
  if (!isRecord(raw) || raw['quizId'] !== quiz.id)
    return { attempt: fresh, notices: ['这一章存下的作答读不出来，从头开始。'] };
  const { best, latest } = raw;
  const scores = { ...(points(best) && { best }), ...(points(latest) && { latest }) };
  const kept = entries(raw['answers']);
  if (raw['version'] !== quiz.version) {
    const notices = kept.length > 0 ? ['这一章的题更新过，上次没做完的作答清掉了，成绩还在。'] : [];
    return { attempt: withScores(fresh, scores), notices };
  }

  const byId = new Map(quiz.questions.map((question) => [question.id, question]));
  const answers: Record<string, Answer> = {};
  let dropped = 0;
  for (const [id, value] of kept) {
    const question = byId.get(id);
    const read = question && readAnswer(question, value);
    if (read === undefined) dropped++;
    else answers[id] = read;
  }
  const asked = list(raw['scope']);
  const scope = fresh.scope.filter((id) => asked.includes(id));
  const seeds = entries(raw['seeds']).flatMap(([id, value]): [string, string][] => {
    const read = readSeed(value);
    return read !== undefined && byId.get(id)?.kind === 'numeric' ? [[id, read]] : [];
  });
  const confidence = entries(raw['confidence']).flatMap(([id, level]): [string, Confidence][] =>
    byId.has(id) && isConfidence(level) ? [[id, level]] : [],
  );
  const attempt: Attempt = {
    ...fresh,
    ...scores,
    seed: readSeed(raw['seed']) ?? seed,
    seeds: Object.fromEntries(seeds),
    scope: scope.length > 0 ? scope : fresh.scope,
    answers,
    confidence: Object.fromEntries(confidence),
  };
  const handedIn = list(raw['submitted']);
  const submitted = quiz.questions
    .filter(
      (question) =>
        attempt.scope.includes(question.id) &&
        handedIn.includes(question.id) &&
        isComplete(question, attempt),
    )
    .map((question) => question.id);
  const at = raw['at'];
  return {
    attempt: {
      ...attempt,
      submitted,
      at:
        typeof at === 'number' && Number.isInteger(at) && at >= 0
          ? Math.min(at, attempt.scope.length - 1)
          : 0,
    },
    notices: dropped > 0 ? [`有${dropped}道题改过或撤下了，它们的作答没有留下。`] : [],
  };
}
