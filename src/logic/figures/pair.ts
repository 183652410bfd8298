import type { SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

export interface PairStyle {
  strong?: boolean;
  /** class of the name, and of the figure */
  name?: string | undefined;
  figure?: string | undefined;
}

/** A name at the left and its figure at the right; on a line of its own where they don't fit side by side. */
export function pair(
  name: string,
  figure: string,
  from: number,
  to: number,
  top: number,
  style: PairStyle = {},
): { nodes: SvgNode[]; height: number } {
  const room = to - from;
  const long = textWidth(figure, TEXT, true);
  const beside = long < room * 0.55;
  const left = write(name, from, top, {
    strong: style.strong ?? false,
    look: style.name,
    width: beside && figure ? room - long - 12 : room,
  });
  const height = Math.max(leading(TEXT), left.height);
  if (!figure) return { nodes: [left.node], height };
  const right = write(figure, to, beside ? top : top + height, {
    strong: true,
    anchor: 'end',
    look: style.figure,
    ...(beside ? {} : { width: room }),
  });
  return { nodes: [left.node, right.node], height: beside ? height : height + right.height };
}
