import { bar, look, type Series, stroke, type Tone } from './marks.ts';
import { d, type SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

/** What a fill or a stroke stands for, where its name finds no place beside it. */
export interface Sample {
  words: string;
  /** drawn before the words, in the middle of a line that starts at x and has its middle at y */
  draw: (x: number, y: number) => SvgNode[];
  tone?: Tone | undefined;
}

const LONG = 20;
const SPACE = 8;
const GAP = 20;

export const fillSample = (words: string, series: Series): Sample => ({
  words,
  draw: (x, y) => bar(x, y - 6, LONG, 12, { series }),
});

export const lineSample = (words: string, kind: string, tone?: Tone): Sample => ({
  words,
  tone,
  draw: (x, y) => [stroke(d`M${x} ${y}h${LONG}`, kind, tone)],
});

/** Samples with their words, as many on a line as fit. */
export function drawKey(
  samples: readonly Sample[],
  top: number,
  width: number,
): { nodes: SvgNode[]; bottom: number } {
  const nodes: SvgNode[] = [];
  const room = width - 1 - LONG - SPACE;
  let [x, y, bottom] = [0, top, top];
  for (const { words, draw, tone } of samples) {
    const long = Math.min(textWidth(words), room);
    if (x > 0 && x + LONG + SPACE + long > width - 1) [x, y] = [0, bottom];
    const written = write(words, x + LONG + SPACE, y, { look: look(tone), width: room - x + 1 });
    nodes.push(...draw(x, y + leading(TEXT) / 2), written.node);
    x += LONG + SPACE + long + GAP;
    bottom = Math.max(bottom, y + written.height);
  }
  return { nodes, bottom };
}
