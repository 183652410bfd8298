import { type Attempt, begin, seedFor, without } from './attempt.ts';
import type { QuizData } from './question.ts';
import { nextSeed } from './seed.ts';

/** 再来一遍, or with `ids` 只练错题: a new seed, nothing answered. Scores of whole rounds stay. */
export function reset(quiz: QuizData, attempt: Attempt, ids?: readonly string[]): Attempt {
  const fresh = begin(quiz, nextSeed(attempt.seed));
  const scope = ids ? fresh.scope.filter((id) => ids.includes(id)) : fresh.scope;
  return withScores({ ...fresh, scope: scope.length > 0 ? scope : fresh.scope }, attempt);
}

/** 换一组数: another seed for one numeric question, which is then unanswered again. */
export function redraw(
  quiz: QuizData,
  attempt: Attempt,
  id: string,
  seed = nextSeed(seedFor(attempt, id)),
): Attempt {
  const question = quiz.questions.find((each) => each.id === id);
  if (question?.kind !== 'numeric' || !attempt.scope.includes(id)) return attempt;
  return {
    ...attempt,
    seeds: { ...attempt.seeds, [id]: seed },
    answers: without(attempt.answers, id),
    confidence: without(attempt.confidence, id),
    submitted: attempt.submitted.filter((each) => each !== id),
    at: attempt.scope.indexOf(id),
  };
}

export const withScores = (
  attempt: Attempt,
  { best, latest }: Pick<Attempt, 'best' | 'latest'>,
): Attempt => ({
  ...attempt,
  ...(best !== undefined && { best }),
  ...(latest !== undefined && { latest }),
});
