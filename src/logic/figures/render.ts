import { el, type SvgNode, toSvg } from './svg.ts';
import { leading, TEXT, write } from './text.ts';

/** Widths in drawing units: made for a phone, redrawn wider where there is room. */
export const NARROW = 340;
const NARROWEST = 300;
const WIDEST = 720;

export interface Drawing {
  nodes: SvgNode[];
  height: number;
}

/** One kind of figure. An empty drawing (no nodes) means there was nothing to show. */
export interface Kind<Data> {
  draw: (data: Data, width: number) => Drawing;
  /** everything the drawing shows, in sentences */
  tell: (data: Data) => string;
}

export interface Order<Data> {
  /** what the figure shows; also its caption */
  title: string;
  data: Data;
  /** instead of the generated description */
  alt?: string | undefined;
}

export interface Options {
  /** unique on the page; made from the content where it is left out */
  id?: string | undefined;
  /** drawing width in units of which the text is 14 high; 340 fits a phone */
  width?: number | undefined;
}

export interface Drawn {
  svg: string;
  alt: string;
}

/** Above and below: fonts reach a little beyond their size. */
const AIR = 2;

const EMPTY = '还没有数据';

/** Short and the same for the same words (FNV-1a). */
export function idOf(words: string): string {
  let hash = 0x811c9dc5;
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return `fig-${(hash >>> 0).toString(36)}`;
}

/** Draws one figure as inline SVG with its name and full description; colours come from styles/figures.css. */
export function render<Data>(kind: Kind<Data>, order: Order<Data>, options: Options = {}): Drawn {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(options.width ?? NARROW)));
  let { nodes, height } = kind.draw(order.data, width);
  const empty = nodes.length === 0;
  if (empty) {
    nodes = [write(EMPTY, width / 2, 12, { anchor: 'middle', look: 'fig-muted' }).node];
    height = 24 + leading(TEXT);
  }
  const alt = order.alt?.trim() || (empty ? `${EMPTY}。` : kind.tell(order.data));
  const id = options.id ?? idOf(order.title + alt);
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'fig',
      viewBox: `0 ${-AIR} ${width} ${Math.ceil(height) + 2 * AIR}`,
      'font-size': TEXT,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    el('title', { id: `${id}-t` }, order.title),
    el('desc', { id: `${id}-d` }, alt),
    ...nodes,
  );
  return { svg: toSvg(svg), alt };
}
