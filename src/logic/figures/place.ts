import { dot, look, ring, stroke, type Tone } from './marks.ts';
import { d, type SvgNode } from './svg.ts';
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
  /** one line, or several with \n between them where that is easier to place */
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
const FARTHEST = 12 * RING;
const TURNS = 24;

export const overlap = (a: Frame, b: Frame): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (a: Frame, b: Frame): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

function choices({ x, y, text, tone }: Spot): Choice[] {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => textWidth(line, TEXT, tone !== undefined))) + SPARE;
  const height = lines.length * leading(TEXT);
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
 * no place, the point gets a number, on it or near it, and its name goes `below` the drawing. `lines` are stretches a
 * label would rather not cross; `frames` is what labels and numbers cover.
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
  const left: Spot[] = [];
  const nodes = spots.flatMap((spot): SvgNode[] => {
    if (spot.mute) return [];
    const { x, y, tone } = spot;
    const [best] = choices(spot)
      .filter(free)
      .map((choice, i) => ({ ...choice, cost: crossed(choice) * 10 + i }))
      .sort((a, b) => a.cost - b.cost);
    if (!best) {
      left.push(spot);
      return [];
    }
    frames.push(best.frame);
    const strong = tone !== undefined;
    const words = ['fig-halo', look(tone)].filter(Boolean).join(' ');
    const label = write(spot.text, best.x, best.frame.top, {
      anchor: best.anchor,
      strong,
      look: words,
      width: within.right - within.left,
    });
    return [dot(x, y, strong ? 6 : 5, 'fig-dot', tone), label.node];
  });
  for (const spot of left) {
    const name = String(below.push(spot.text.replace('\n', ' ')));
    const { x, y } = ringPlace(spot, within, [...taken, ...frames]);
    if (x !== spot.x || y !== spot.y) {
      nodes.push(stroke(d`M${spot.x} ${spot.y}L${x} ${y}`, 'fig-tie'));
      nodes.push(dot(spot.x, spot.y, 5, 'fig-dot', spot.tone));
    }
    nodes.push(...ring(name, x, y, spot.tone));
    frames.push(around(x, y));
  }
  return { nodes, frames, below };
}

const around = (x: number, y: number): Frame => ({
  left: x - RING,
  right: x + RING,
  top: y - RING,
  bottom: y + RING,
});

/** On the point, or as near to it as a ring touches no words and no other ring. */
function ringPlace({ x, y }: Spot, within: Frame, taken: readonly Frame[]): { x: number; y: number } {
  for (let away = 0; away <= FARTHEST; away += RING) {
    for (let turn = 0; turn < TURNS; turn++) {
      const angle = (turn / TURNS) * 2 * Math.PI;
      const at = { x: x + away * Math.cos(angle), y: y - away * Math.sin(angle) };
      const frame = around(at.x, at.y);
      if (inside(frame, within) && !taken.some((other) => overlap(frame, other))) return at;
    }
  }
  return { x: Math.min(Math.max(x, within.left + RING), within.right - RING), y };
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
