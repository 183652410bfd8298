import { ring, stroke, type Tone } from './marks.ts';
import type { Kind } from './render.ts';
import { d, el, type SvgNode } from './svg.ts';
import { leading, TEXT, write } from './text.ts';

export interface FlowChoice {
  /** the case that leaves the main way */
  when: string;
  then: string;
}

export interface FlowStep {
  label: string;
  owner?: string;
  /** how long, or by when: 30 分钟, 当天 16:00 前 */
  time?: string;
  input?: string;
  output?: string;
  note?: string;
  choices?: readonly FlowChoice[];
  tone?: Tone;
}

/** Steps one after another: who, how long, what goes in and comes out, and what to do when it goes otherwise. */
export interface FlowData {
  steps: readonly FlowStep[];
}

const LEFT = 36;
const SPINE = 12;
const GAP = 16;

const meta = ({ owner, time }: FlowStep): string => [owner, time].filter(Boolean).join(' · ');
const goods = ({ input, output }: FlowStep): string[] =>
  [input ? `进：${input}` : '', output ? `出：${output}` : ''].filter(Boolean);

export const flow: Kind<FlowData> = {
  draw: ({ steps }, width) => {
    const nodes: SvgNode[] = [];
    const room = width - LEFT - 1;
    let y = 0;
    steps.forEach((step, i) => {
      const top = y;
      const say = (words: string, style: { strong?: boolean; look?: string } = {}, x = LEFT) => {
        const written = write(words, x, y, { ...style, width: width - x - 1 });
        if (written.height > 0) nodes.push(written.node);
        y += written.height;
      };
      y += 2;
      nodes.push(...ring(String(i + 1), SPINE, y + 10, step.tone));
      say(step.label, { strong: true });
      y = Math.max(y, top + 2 + leading(TEXT));
      say(meta(step), { look: 'fig-muted' });
      for (const line of goods(step)) say(line);
      say(step.note ?? '', { look: 'fig-muted' });
      for (const choice of step.choices ?? []) {
        y += 6;
        nodes.push(stroke(d`M${SPINE} ${y + 10}H${LEFT + 4}`, 'fig-dash'), fork(SPINE, y + 10));
        say(choice.when, { strong: true }, LEFT + 12);
        say(`→ ${choice.then}`, {}, LEFT + 12);
      }
      y += GAP;
      if (i < steps.length - 1)
        nodes.unshift(stroke(d`M${SPINE} ${top + 24}V${y - 1}`, 'fig-line'), arrow(SPINE, y - 1));
      if (i < steps.length - 1) nodes.push(stroke(d`M${LEFT} ${y - GAP / 2}h${room}`));
    });
    return { nodes, height: Math.max(0, y - GAP + 2) };
  },

  tell: ({ steps }) =>
    `共${steps.length}步。${steps
      .map((step, i) => {
        const who = meta(step);
        const choices = (step.choices ?? []).map(({ when, then }) => `如果${when}：${then}`);
        const more = [...goods(step), step.note ?? '', ...choices].filter(Boolean);
        return `${i + 1}. ${step.label}${who && `（${who}）`}${more.map((one) => `；${one}`).join('')}。`;
      })
      .join('')}`,
};

const fork = (x: number, y: number): SvgNode =>
  el('path', { class: 'fig-ring', d: d`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z` });

const arrow = (x: number, y: number): SvgNode =>
  el('path', { class: 'fig-line', d: d`M${x - 4} ${y - 5}L${x} ${y}L${x + 4} ${y - 5}` });
