import { type Kind, line, type ViewOf } from './kind.ts';
import type { OrderQuestion } from './question.ts';
import { random, shuffle } from './seed.ts';

export interface OrderView extends ViewOf<'order'> {
  /** in the right order */
  items: OrderQuestion['items'];
  /** ids in the order they are first shown, which is never the right one */
  shown: readonly string[];
}

/** 排序: all ids, first to last. Score: share of exact positions. */
export const order: Kind<OrderQuestion, OrderView, readonly string[]> = {
  kind: 'order',
  asks: '一开始的顺序是打乱的，先用上移、下移排好，再提交。',
  prepare(question, seed) {
    const right = question.items.map((item) => item.id);
    const mixed = shuffle(right, random(`${seed}/${question.id}`));
    const shown = mixed.join() === right.join() ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
    return { ...question, shown };
  },
  read: ({ items }, raw) =>
    Array.isArray(raw) && raw.length === items.length && items.every((item) => raw.includes(item.id))
      ? (raw as string[])
      : undefined,
  isAnswered: (_, answer) => answer !== undefined,
  grade({ items }, answer) {
    const hits = items.filter(({ id }, index) => answer?.[index] === id).length;
    return {
      score: hits / items.length,
      lines: items.map(({ id, text, reason }, index) => {
        const at = answer?.indexOf(id) ?? index;
        return line(at === index, `${index + 1}. ${text}`, reason, at === index ? '' : `你放在第${at + 1}`);
      }),
      feedback: '',
    };
  },
};
