import { isRecord, type Kind, line, type ViewOf } from './kind.ts';
import type { MatchQuestion } from './question.ts';
import { keyOf, random, shuffle } from './seed.ts';

export interface MatchView extends ViewOf<'match'> {
  pairs: MatchQuestion['pairs'];
  /** the right sides to choose from, mixed; two pairs with the same right side share one */
  choices: readonly { key: string; text: string }[];
}

/** 配对: id of a left side → key of the right side chosen for it. Score: share of right pairs. */
export const match: Kind<MatchQuestion, MatchView, Readonly<Record<string, string>>> = {
  kind: 'match',
  asks: '还有没配上的，每一行都选好再提交。',
  prepare(question, seed) {
    const texts = [...new Set(question.pairs.map((pair) => pair.right))];
    const choices = shuffle(texts, random(`${seed}/${question.id}`)).map((text) => ({
      key: keyOf(text),
      text,
    }));
    return { ...question, choices };
  },
  read({ pairs }, raw) {
    if (!isRecord(raw)) return undefined;
    const keys = pairs.map((pair) => keyOf(pair.right));
    const chosen = Object.entries(raw).filter(([, key]) => key !== '');
    const known = (id: string, key: unknown): boolean =>
      typeof key === 'string' && keys.includes(key) && pairs.some((pair) => pair.id === id);
    return chosen.length > 0 && chosen.every(([id, key]) => known(id, key))
      ? (Object.fromEntries(chosen) as Record<string, string>)
      : undefined;
  },
  isAnswered: ({ pairs }, answer) => pairs.every((pair) => answer?.[pair.id]),
  grade({ pairs, choices }, answer) {
    const hit = (id: string, right: string): boolean => answer?.[id] === keyOf(right);
    return {
      score: pairs.filter(({ id, right }) => hit(id, right)).length / pairs.length,
      lines: pairs.map(({ id, left, right, reason }) => {
        const good = !answer || hit(id, right);
        const chosen = choices.find((choice) => choice.key === answer?.[id])?.text ?? '空着';
        return line(good, `${left} → ${right}`, reason, good ? '' : `你配的是「${chosen}」`);
      }),
      feedback: '',
    };
  },
};
