import type { Kind, Line, ViewOf } from './kind.ts';
import type { DialogStep, Reply, ScenarioQuestion } from './question.ts';
import { keyOf } from './seed.ts';

export interface ScenarioView extends ViewOf<'scenario'> {
  customer: ScenarioQuestion['customer'];
  start: string;
  steps: ScenarioQuestion['steps'];
}
type Dialog = Pick<ScenarioQuestion, 'start' | 'steps'>;

/** One exchange: what the customer said and, unless the conversation waits here, the reply given. */
export interface Exchange extends DialogStep {
  reply?: Reply;
}

/** The conversation along a path of replies; it stops at a reply that is not there. The last exchange may lack one. */
export function exchanges({ start, steps }: Dialog, path: readonly string[]): Exchange[] {
  const list: Exchange[] = [];
  let step: DialogStep | undefined = steps[start];
  for (let i = 0; step; i++) {
    const reply: Reply | undefined = step.replies.find(({ text }) => keyOf(text) === path[i]);
    list.push({ ...step, ...(reply && { reply }) });
    step = reply?.next === undefined ? undefined : steps[reply.next];
  }
  return list;
}

/**
 * The most points any conversation from `start` can earn: each step is worked out once, from the end.
 * @throws RangeError when a conversation could go round in circles, since then there is no such number
 */
export function bestTotal({ start, steps }: Dialog): number {
  const best = new Map<string, number | undefined>();
  const from = (id: string): number => {
    if (best.has(id)) {
      const known = best.get(id);
      if (known === undefined) throw new RangeError(`对话绕回了「${id}」这一步，走不完`);
      return known;
    }
    best.set(id, undefined);
    const totals = (steps[id]?.replies ?? []).map(
      ({ score, next }) => score + (next === undefined ? 0 : from(next)),
    );
    const most = Math.max(0, ...totals);
    best.set(id, most);
    return most;
  };
  return from(start);
}

const MARKS = ['踩线', '没帮上', '还行', '好'];
const TONES = ['bad', 'bad', 'caution', 'good'] as const;

const replyLines = ({ says, replies, reply }: Exchange): Line[] => [
  { text: `顾客：${says}`, reason: '', mark: '', tone: 'plain', note: '' },
  ...replies.map((each): Line => ({
    text: each.text,
    reason: each.reason,
    mark: MARKS[each.score] ?? '',
    tone: TONES[each.score] ?? 'bad',
    note: each === reply ? '你回的' : '',
  })),
];

/** 情景对话: the keys of the replies, one after the other. Score: points of the path ÷ points of the best path. */
export const scenario: Kind<ScenarioQuestion, ScenarioView, readonly string[]> = {
  kind: 'scenario',
  asks: '先选一句回复。',
  prepare: (question) => question,
  read: (question, raw) =>
    Array.isArray(raw) &&
    raw.length > 0 &&
    exchanges(question, raw).filter(({ reply }) => reply).length === raw.length
      ? (raw as string[])
      : undefined,
  isAnswered: (view, answer) => answer !== undefined && exchanges(view, answer).every(({ reply }) => reply),
  grade: (view, answer) => {
    if (!answer) return { score: 0, lines: Object.values(view.steps).flatMap(replyLines), feedback: '' };
    const done = exchanges(view, answer);
    const points = done.reduce((sum, { reply }) => sum + (reply?.score ?? 0), 0);
    const best = bestTotal(view);
    return {
      score: best > 0 ? points / best : 0,
      lines: done.flatMap(replyLines),
      feedback: `这段对话拿到${points}分，最多能拿${best}分。`,
    };
  },
};
