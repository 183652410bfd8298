import { stroke } from './marks.ts';
import { type Amount, type Measure, say } from './measure.ts';
import type { Frame } from './place.ts';
import { scale, ticks } from './scale.ts';
import { d, type SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

export interface CurveAxis extends Measure {
  label: string;
}

const MUTED = { look: 'fig-muted' } as const;

const TALL = 0.6;
const TALLEST = 320;
const PAD = 8;

/** Paper for values over a common axis: name, ticks and hairlines; places for x and y. */
export interface Plot {
  nodes: SvgNode[];
  /** where labels may stand: a line above the top hairline is theirs too */
  frame: Frame;
  /** the highest place a value may have */
  top: number;
  placeX: (value: number) => number;
  placeY: (value: number) => number;
}

/** How high the drawing between its axes is on paper of this width. */
export const plotHeight = (width: number): number => Math.min(TALLEST, width * TALL);

/** Rules the paper for `heights`, up to `right`; what is right of it is free for names. */
export function plot(
  y: CurveAxis,
  ends: readonly [number, number],
  heights: readonly number[],
  width: number,
  right = width,
): Plot {
  const marks = ticks(Math.min(...heights), Math.max(...heights));
  const tick = (mark: number) => say(mark, y.unit ? { unit: y.unit } : {});
  const gutter = Math.max(...marks.map((mark) => textWidth(tick(mark))));
  const left = gutter + PAD;
  const head = write(`↑ ${y.label}${y.suffix ? `（${y.suffix}）` : ''}`, 0, 0, { ...MUTED, width });
  const top = Math.max(head.height, leading(TEXT)) + leading(TEXT) + 2;
  const bottom = top + plotHeight(width);
  const placeY = scale(Math.min(...marks, ...heights), Math.max(...marks, ...heights), bottom, top);
  const nodes: SvgNode[] = [head.node];
  for (const mark of marks) {
    const at = placeY(mark);
    nodes.push(stroke(d`M${left} ${at}H${right}`, mark === 0 ? 'fig-line' : 'fig-rule'));
    const style = { look: 'fig-muted fig-halo', anchor: 'end' } as const;
    nodes.push(write(tick(mark), gutter, at - leading(TEXT) / 2, style).node);
  }
  return {
    nodes,
    frame: { left, top: head.height + 2, right, bottom },
    top,
    placeX: scale(ends[0], ends[1], left + PAD, right - PAD),
    placeY,
  };
}

/** The stretch between two points in small steps, as places a label would rather not cover. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): Frame[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 10));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const at = i / steps;
    const [x, y] = [a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at];
    return { left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 };
  });
}

/** First and last value below the drawing, the name of the axis between them or on a line of its own. */
export function xAxis(
  axis: CurveAxis,
  ends: readonly [Amount | undefined, Amount | undefined],
  frame: Frame,
): { nodes: SvgNode[]; bottom: number } {
  const width = frame.right;
  const top = frame.bottom + 6;
  const style = { ...MUTED, width: width - frame.left };
  const first = write(say(ends[0], axis), frame.left, top, style);
  const free = textWidth(say(ends[0], axis)) + textWidth(say(ends[1], axis)) + 12 < width - frame.left;
  const last = write(say(ends[1], axis), width - 1, free ? top : top + first.height, {
    ...style,
    anchor: 'end',
  });
  const words = `${axis.label} →`;
  const room = width - frame.left - first.width - last.width - 24;
  const alone = textWidth(words) > room;
  const middle = alone ? (frame.left + width) / 2 : frame.left + first.width + 12 + room / 2;
  const y = alone ? top + first.height + (free ? 0 : last.height) : top;
  const name = write(words, middle, y, {
    ...MUTED,
    anchor: 'middle',
    width: alone ? style.width : room + 1,
  });
  const nodes = ends[0] === ends[1] ? [first.node, name.node] : [first.node, last.node, name.node];
  return { nodes, bottom: y + name.height };
}
