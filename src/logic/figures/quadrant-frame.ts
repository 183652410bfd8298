import { amount, type Measure, say } from './measure.ts';
import type { Frame } from './place.ts';
import type { SvgNode } from './svg.ts';
import { write } from './text.ts';

export interface Axis extends Measure {
  label: string;
  /** words at the two ends; 低 and 高 where they are left out */
  low?: string;
  high?: string;
  /** range; made from the points where it is left out */
  min?: number;
  max?: number;
  /** where the paper is divided; the middle where it is left out */
  split?: number;
}

export const PAD = 8;
export const MUTED = { look: 'fig-muted' } as const;

export function rangeOf(axis: Axis, values: readonly number[]): [number, number] {
  const known = [...values, ...(axis.split === undefined ? [] : [axis.split])].map(amount);
  const low = Math.min(...known, axis.min ?? Infinity);
  const high = Math.max(...known, axis.max ?? -Infinity);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 100];
  const air = high === low ? Math.abs(high) || 1 : (high - low) * 0.12;
  return [axis.min === undefined ? low - air : low, axis.max === undefined ? high + air : high];
}

export const splitOf = (axis: Axis, [low, high]: [number, number]): number =>
  axis.split ?? low / 2 + high / 2;
export const lowOf = (axis: Axis): string => axis.low ?? '低';
export const highOf = (axis: Axis): string => axis.high ?? '高';
export const divided = (axis: Axis): string =>
  axis.unit && axis.split !== undefined ? `分界${say(axis.split, axis)}` : '';

interface Cells extends Frame {
  middleX: number;
  middleY: number;
}

/** Names of the four fields: in the outer corners, or in their middle where there are no points to leave room for. */
export function fieldNames(
  fields: readonly string[],
  cells: Cells,
  alone: boolean,
): { nodes: SvgNode[]; frames: Frame[] } {
  const nodes: SvgNode[] = [];
  const frames = fields.slice(0, 4).map((name, i): Frame => {
    const [isLeft, above] = [i % 2 === 0, i < 2];
    const from = (isLeft ? cells.left : cells.middleX) + PAD;
    const to = (isLeft ? cells.middleX : cells.right) - PAD;
    const [top, bottom] = above ? [cells.top, cells.middleY] : [cells.middleY, cells.bottom];
    const width = to - from;
    const trial = write(name, 0, 0, { width, strong: alone });
    const corner = above ? top + 5 : bottom - 5 - trial.height;
    const y = alone ? (top + bottom - trial.height) / 2 : corner;
    const x = alone ? (from + to) / 2 : isLeft ? from : to;
    const anchor = alone ? 'middle' : isLeft ? 'start' : 'end';
    nodes.push(
      write(name, x, y, { width, anchor, strong: alone, look: alone ? undefined : 'fig-muted' }).node,
    );
    const left = isLeft ? from : to - trial.width;
    return { left, right: left + trial.width, top: y, bottom: y + trial.height };
  });
  return { nodes, frames };
}

/** Left, down and right of the drawing; the longest goes to a line of its own where it would touch the others. */
export function footer(
  x: Axis,
  low: string,
  middle: number,
  top: number,
  width: number,
): { nodes: SvgNode[]; bottom: number } {
  const style = { ...MUTED, width: width - 2 };
  const words = `${x.label}：${[highOf(x), divided(x)].filter(Boolean).join('，')} →`;
  const left = write(`← ${lowOf(x)}`, 1, top, style);
  const down = write(`↓ ${low}`, middle, top, { ...style, anchor: 'middle' });
  const right = write(words, width - 1, top, { ...style, anchor: 'end' });
  const [from, to] = [middle - down.width / 2 - 8, middle + down.width / 2 + 8];
  const clear = [left, down, right].every((one) => one.lines.length === 1) && left.width < from;
  if (clear && width - right.width > to)
    return { nodes: [left.node, down.node, right.node], bottom: top + left.height };
  const second = top + left.height;
  const together = clear && to < width;
  const lowered = together ? down : write(`↓ ${low}`, width / 2, second, { ...style, anchor: 'middle' });
  const third = together ? second : second + lowered.height;
  const last = write(words, width - 1, third, { ...style, anchor: 'end' });
  return { nodes: [left.node, lowered.node, last.node], bottom: third + last.height };
}
