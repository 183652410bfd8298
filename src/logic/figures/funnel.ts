import { bar, look, type Tone } from './marks.ts';
import { type Amount, amount, type Measure, rate, say } from './measure.ts';
import type { Kind } from './render.ts';
import { d, el, type SvgNode } from './svg.ts';
import { write } from './text.ts';

export interface FunnelStep {
  label: string;
  value: Amount;
  /** what this step's share of the step before is called: 点击率 */
  rate?: string;
  note?: string;
  tone?: Tone;
}

/** Fewer at every step: how many, and which part of the step before. */
export interface FunnelData extends Measure {
  steps: readonly FunnelStep[];
  /** last step ÷ first step, under this name: 全程转化率 */
  overall?: string;
}

const GAP = 30;
const ROOM = 10;

const percent = { unit: 'percent' } as const;
const rateName = (step: FunnelStep): string => step.rate ?? '占上一步';

export const funnel: Kind<FunnelData> = {
  draw: ({ steps, overall, ...measure }, width) => {
    const left = Math.round(width * 0.45);
    const area = width - left - ROOM;
    const middle = left + ROOM + area / 2;
    const most = Math.max(...steps.map((step) => amount(step.value)), 0);
    const long = (step: FunnelStep) => (most > 0 ? Math.max(0, amount(step.value) / most) * area : 0);
    const nodes: SvgNode[] = [];
    let y = 0;
    steps.forEach((step, i) => {
      const before = steps[i - 1];
      if (before) {
        const share = say(rate(step.value, before.value), percent);
        const named = write(`↓ ${rateName(step)} ${share}`, 0, y + 5, {
          look: look(step.tone) ?? 'fig-muted',
          width: left,
        });
        const gap = Math.max(GAP, named.height + 10);
        const [above, below] = [long(before) / 2, long(step) / 2];
        const sides = d`M${middle - above} ${y}L${middle - below} ${y + gap}h${below * 2}L${middle + above} ${y}Z`;
        nodes.push(el('path', { class: 'fig-tint', d: sides }), named.node);
        y += gap;
      }
      const name = write(step.label, 0, y, { width: left });
      const count = write(say(step.value, measure), 0, y + name.height, {
        strong: true,
        look: look(step.tone),
        width: left,
      });
      const note = write(step.note ?? '', 0, y + name.height + count.height, {
        look: 'fig-muted',
        width: left,
      });
      const height = name.height + count.height + note.height;
      nodes.push(...[name, count, note].filter((one) => one.height > 0).map((one) => one.node));
      nodes.push(...bar(middle - long(step) / 2, y, long(step), height, { tone: step.tone }));
      y += height;
    });
    if (overall && steps.length > 1) {
      const share = say(rate(steps.at(-1)?.value, steps[0]?.value), percent);
      const total = write(`${overall} ${share}`, 0, y + 12, { strong: true, width });
      nodes.push(total.node);
      y += 12 + total.height;
    }
    return { nodes, height: y + 2 };
  },

  tell: ({ steps, overall, ...measure }) => {
    const told = steps.map((step, i) => {
      const before = steps[i - 1];
      const share = before ? `，${rateName(step)}${say(rate(step.value, before.value), percent)}` : '';
      return `${step.label}${say(step.value, measure)}${share}${step.note ? `（${step.note}）` : ''}`;
    });
    const total =
      overall && steps.length > 1
        ? `${overall}${say(rate(steps.at(-1)?.value, steps[0]?.value), percent)}。`
        : '';
    return `从上到下：${told.join('；')}。${total}`;
  },
};
