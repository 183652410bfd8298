import { dot, look, ring, type Tone } from './marks.ts';
import type { SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Spot {
  x: number;
  y: number;
  text: string;
  tone?: Tone | undefined;
  /** no label: only keep others away */
  mute?: boolean;
}

interface Choice {
  frame: Frame;
  anchor: 'start' | 'middle' | 'end';
  x: number;
}

const AWAY = 9;
const SPARE = 2;
const RING = 12;

export const overlap = (a: Frame, b: Frame): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (a: Frame, b: Frame): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

function choices({ x, y, text, tone }: Spot): Choice[] {
  const width = textWidth(text, TEXT, tone !== undefined) + SPARE;
  const height = leading(TEXT);
  const at = (anchor: Choice['anchor'], start: number, left: number, top: number): Choice => ({
    anchor,
    x: start,
    frame: { left, top, right: left + width, bottom: top + height },
  });
  const half = height / 2;
  return [
    at('start', x + AWAY, x + AWAY, y - half),
    at('end', x - AWAY, x - AWAY - width, y - half),
    at('middle', x, x - width / 2, y - AWAY - height + 3),
    at('middle', x, x - width / 2, y + AWAY - 3),
    at('start', x + 5, x + 5, y - AWAY - height + 3),
    at('end', x - 5, x - 5 - width, y - AWAY - height + 3),
    at('start', x + 5, x + 5, y + AWAY - 3),
    at('end', x - 5, x - 5 - width, y + AWAY - 3),
  ];
}

/**
 * Points with their labels beside them, without touching another label, a point or what is `taken`. Where there is
 * no place, the point gets a number and its name goes `below` the drawing. `lines` are stretches a label would rather
 * not cross; `frames` is what the labels cover.
 */
export function drawPoints(
  spots: readonly Spot[],
  within: Frame,
  taken: readonly Frame[] = [],
  lines: readonly Frame[] = [],
): { nodes: SvgNode[]; frames: Frame[]; below: string[] } {
  const points = spots.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  const frames: Frame[] = [];
  const below: string[] = [];
  const free = ({ frame }: Choice): boolean =>
    inside(frame, within) && ![...taken, ...points, ...frames].some((other) => overlap(frame, other));
  const crossed = ({ frame }: Choice): number => lines.filter((line) => overlap(frame, line)).length;
  const nodes = spots.flatMap((spot): SvgNode[] => {
    if (spot.mute) return [];
    const { x, y, tone, text } = spot;
    const [best] = choices(spot)
      .filter(free)
      .map((choice, i) => ({ ...choice, cost: crossed(choice) * 10 + i }))
      .sort((a, b) => a.cost - b.cost);
    if (!best) {
      const middle = Math.min(Math.max(x, within.left + RING), within.right - RING);
      return ring(String(below.push(text)), middle, y, tone);
    }
    frames.push(best.frame);
    const strong = tone !== undefined;
    const words = ['fig-halo', look(tone)].filter(Boolean).join(' ');
    const label = write(text, best.x, best.frame.top, { anchor: best.anchor, strong, look: words });
    return [dot(x, y, strong ? 6 : 5, 'fig-dot', tone), label.node];
  });
  return { nodes, frames, below };
}

/** The points that got a number, named below the drawing. */
export function numbered(
  names: readonly string[],
  top: number,
  width: number,
): { nodes: SvgNode[]; bottom: number } {
  let y = top;
  const nodes = names.flatMap((name, i) => {
    const line = write(name, 32, y + 5, { width: width - 33 });
    const mark = ring(String(i + 1), 12, y + 15);
    y += 6 + Math.max(line.height, 22);
    return [...mark, line.node];
  });
  return { nodes, bottom: y };
}
