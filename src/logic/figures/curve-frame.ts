import { optional, shape, text, units } from './check.ts';
import { type Amount, type Measure, say } from './measure.ts';
import { type Frame, overlap } from './place.ts';
import type { SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

export interface CurveAxis extends Measure {
  label: string;
}

export const MUTED = { look: 'fig-muted' } as const;

export const axisCheck = shape<CurveAxis>({ label: text, unit: optional(units), suffix: optional(text) });

/** The stretch between two points in small steps, as places a label would rather not cover. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): Frame[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 10));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const at = i / steps;
    const [x, y] = [a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at];
    return { left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 };
  });
}

/** The name of a dashed line across, at whichever end is clear of other words and, if it can be, of the curve. */
export function referenceName(
  words: string,
  y: number,
  frame: Frame,
  taken: readonly Frame[],
  curve: readonly Frame[],
): SvgNode {
  const tall = leading(TEXT);
  const long = Math.min(textWidth(words, TEXT, true), frame.right - frame.left);
  const right = frame.right - 1;
  const spots: Frame[] = [y - tall - 1, y + 2].flatMap((top) => [
    { left: right - long, right, top, bottom: top + tall },
    { left: frame.left + 2, right: frame.left + 2 + long, top, bottom: top + tall },
  ]);
  const cost = (spot: Frame): number =>
    taken.filter((other) => overlap(spot, other)).length * 50 +
    curve.filter((other) => overlap(spot, other)).length +
    (spot.bottom > frame.bottom || spot.top < 0 ? 1000 : 0);
  const best = spots.reduce((a, b) => (cost(b) < cost(a) ? b : a));
  return write(words, best.right, best.top, { look: 'fig-accent fig-halo', strong: true, anchor: 'end' })
    .node;
}

/** First and last value below the drawing, the name of the axis between them or on a line of its own. */
export function xAxis(
  axis: CurveAxis,
  ends: readonly [Amount | undefined, Amount | undefined],
  frame: Frame,
  width: number,
): { nodes: SvgNode[]; bottom: number } {
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
