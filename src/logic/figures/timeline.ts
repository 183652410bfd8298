import { type ColumnLabel, drawLabels, labelsHeight } from './column.ts';
import { bar, look, stroke, type Tone } from './marks.ts';
import type { Kind } from './render.ts';
import { scale } from './scale.ts';
import { d, type SvgNode } from './svg.ts';

/** '09:30' on the clock, or a number on any other line of time (days before a campaign: -30). */
export type Moment = string | number;

export interface TimeBlock {
  from: Moment;
  /** left out for a moment without length */
  to?: Moment;
  label: string;
  note?: string;
  /** instead of the generated time: 前 30 天, 月底 */
  when?: string;
  tone?: Tone;
}

/** A stretch of time and what it is spent on, drawn to scale. */
export interface TimelineData {
  blocks: readonly TimeBlock[];
}

const DAY = 24 * 60;
const LANE = 14;
const LOWEST = 200;

export const CLOCK = /^(\d{1,2}):([0-5]\d)$/;

function minutes(moment: Moment): number {
  if (typeof moment === 'number') return Number.isFinite(moment) ? moment : 0;
  const [, hours = '0', rest = '0'] = CLOCK.exec(moment) ?? [];
  return Number(hours) * 60 + Number(rest);
}

function span({ from, to }: TimeBlock): [number, number] {
  const start = minutes(from);
  const end = to === undefined ? start : minutes(to);
  const nextDay = typeof from === 'string' && end < start;
  return [start, Math.max(start, nextDay ? end + DAY : end)];
}

const whenOf = ({ when, from, to }: TimeBlock): string =>
  when ?? (to === undefined ? String(from) : `${from}–${to}`);

interface Laid {
  block: TimeBlock;
  start: number;
  end: number;
  lane: number;
}

/** Blocks that overlap stand side by side. */
function inLanes(blocks: readonly TimeBlock[]): Laid[] {
  const ends: number[] = [];
  return blocks.map((block) => {
    const [start, end] = span(block);
    const free = ends.findIndex((busy) => busy <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = end;
    return { block, start, end, lane };
  });
}

const sorted = (blocks: readonly TimeBlock[]): TimeBlock[] =>
  [...blocks].sort((a, b) => span(a)[0] - span(b)[0]);

export const timeline: Kind<TimelineData> = {
  draw: ({ blocks }, width) => {
    if (blocks.length === 0) return { nodes: [], height: 0 };
    const laid = inLanes(sorted(blocks));
    const column = 6 + (Math.max(...laid.map(({ lane }) => lane)) + 1) * LANE;
    const labelOf = (block: TimeBlock): ColumnLabel => ({
      from: 0,
      to: 0,
      name: block.label,
      figure: '',
      note: [whenOf(block), block.note ?? ''].filter(Boolean).join(' · '),
      look: look(block.tone),
    });
    const height = Math.max(LOWEST, labelsHeight(blocks.map(labelOf), column, width - 1));
    const top = 2;
    const first = Math.min(...laid.map(({ start }) => start));
    const last = Math.max(...laid.map(({ end }) => end));
    const place = scale(first, last, top, top + height);
    const labels: ColumnLabel[] = [];
    const bars = laid.flatMap(({ block, start, end, lane }): SvgNode[] => {
      const [x, from, to] = [4 + lane * LANE, place(start), place(end)];
      const moment = to - from < 1;
      labels.push({ ...labelOf(block), from, to, edge: moment ? column : x + LANE - 3 });
      if (moment) return [stroke(d`M0 ${from}h${column}`, 'fig-line', block.tone)];
      return bar(x, from + 0.75, LANE - 3, Math.max(1, to - from - 1.5), { tone: block.tone });
    });
    const axis = stroke(d`M0 ${top}v${height}`, 'fig-line');
    const named = drawLabels(labels, column, width - 1, top, top + height);
    return { nodes: [axis, ...named, ...bars], height: top + height + 2 };
  },

  tell: ({ blocks }) =>
    blocks.length === 0
      ? ''
      : `按时间先后：${sorted(blocks)
          .map((block) => `${whenOf(block)}，${block.label}${block.note ? `（${block.note}）` : ''}`)
          .join('；')}。`,
};
