import { plotHeight } from './curve-frame.ts';
import { drawKey, lineSample } from './key.ts';
import { look, stroke, type Tone } from './marks.ts';
import type { Frame } from './place.ts';
import { spread } from './scale.ts';
import { d, type SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, wrap, write } from './text.ts';

/** The name of a line, and where that line ends. */
export interface End {
  words: string;
  /** class of the line */
  kind: string;
  x: number;
  y: number;
  tone?: Tone | undefined;
}

const MOST = 0.3;
const TIE = 12;
const GAP = 4;

/** Width to keep free right of the drawing for names of lines; 0 where they go below it. */
export function roomFor(words: readonly string[], width: number): number {
  const most = width * MOST;
  const widest = Math.max(0, ...words.map((word) => textWidth(word, TEXT, true)));
  const room = Math.min(widest, most) + 1;
  const lines = words.reduce((sum, word) => sum + wrap(word, room, TEXT, true).length, 0);
  const fits = lines * leading(TEXT) + words.length * GAP <= plotHeight(width);
  return fits && widest <= 3 * most ? room + TIE : 0;
}

/** Each name right of the drawing, tied to the end of its line, moved apart where two would touch. */
export function drawEnds(
  ends: readonly End[],
  room: number,
  frame: Frame,
  top: number,
): { nodes: SvgNode[]; frames: Frame[] } {
  if (room === 0) return { nodes: [], frames: [] };
  const left = frame.right + TIE;
  const slots = ends
    .map((end) => {
      const style = { strong: true, look: look(end.tone), width: room - TIE };
      return { end, style, wish: end.y, height: write(end.words, 0, 0, style).height };
    })
    .sort((a, b) => a.wish - b.wish);
  const placed = spread(slots, top - leading(TEXT) / 2, frame.bottom + leading(TEXT) / 2, GAP);
  const nodes = placed.flatMap(({ end, style, height, middle }) => [
    stroke(d`M${end.x} ${end.y}H${frame.right}L${left - 3} ${middle}`, 'fig-tie'),
    write(end.words, left, middle - height / 2, style).node,
  ]);
  const right = frame.right + room;
  const frames = placed.map(({ height, middle }) => ({
    left: frame.right,
    right,
    top: middle - height / 2,
    bottom: middle + height / 2,
  }));
  return { nodes, frames };
}

/** The same names below the drawing, each after a sample of its line. */
export const listEnds = (
  ends: readonly End[],
  top: number,
  width: number,
): { nodes: SvgNode[]; bottom: number } =>
  drawKey(
    ends.map(({ words, kind, tone }) => lineSample(words, kind, tone)),
    top,
    width,
  );
