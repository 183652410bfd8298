import { textWidth } from '../../../src/logic/figures/text.ts';

/** An element as a strict reader of XML sees it. */
export interface Element {
  tag: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
}

const NAMED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function decode(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`bare bracket in ${text}`);
  return text.replace(/&[^;]*;?/g, (entity) => {
    const mark = NAMED[entity];
    if (mark === undefined) throw new Error(`bad entity ${entity}`);
    return mark;
  });
}

/** Reads one element; throws on anything that is not well-formed. */
export function parseXml(source: string): Element {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = at;
    const match = sticky.exec(source);
    if (!match) throw new Error(`not XML at ${at}: ${source.slice(at, at + 40)}`);
    at = sticky.lastIndex;
    return match;
  };
  const element = (): Element => {
    const tag = take(/<([a-z]+)/)[1]!;
    const attrs: Record<string, string> = {};
    while (source[at] === ' ') {
      const [, name, value] = take(/ ([a-zA-Z][a-zA-Z:-]*)="([^"]*)"/);
      if (name! in attrs) throw new Error(`${name} twice`);
      attrs[name!] = decode(value!);
    }
    const children: (Element | string)[] = [];
    if (source.startsWith('/>', at)) at += 2;
    else {
      take(/>/);
      while (!source.startsWith('</', at)) {
        children.push(source[at] === '<' ? element() : decode(take(/[^<]+/)[0]));
      }
      take(new RegExp(`</${tag}>`));
    }
    return { tag, attrs, children };
  };
  const root = element();
  if (at !== source.length) throw new Error('text after the end');
  // XML 1.0: only these control characters, no lone surrogates.
  if (/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(source))
    throw new Error('forbidden character');
  return root;
}

export const all = (root: Element, tag?: string): Element[] => {
  const inner = root.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, tag)));
  return tag === undefined || root.tag === tag ? [root, ...inner] : inner;
};

export const textOf = (node: Element | string): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

export interface Line {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Every line of text with its estimated place. */
export function linesOf(svg: Element): Line[] {
  return all(svg, 'text').flatMap((node) => {
    const size = Number(node.attrs['font-size'] ?? svg.attrs['font-size']);
    const strong = node.attrs.class?.includes('fig-strong') ?? false;
    const anchor = node.attrs['text-anchor'] ?? 'start';
    let y = Number(node.attrs.y);
    return node.children.map((child) => {
      if (typeof child !== 'string') y += Number(child.attrs.dy);
      const x = Number(typeof child === 'string' ? node.attrs.x : child.attrs.x);
      const text = textOf(child);
      const width = textWidth(text, size, strong);
      const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
      return { text, left, right: left + width, top: y - size * 0.88, bottom: y + size * 0.2 };
    });
  });
}

export const viewBox = (svg: Element): [number, number, number, number] =>
  svg.attrs.viewBox!.split(' ').map(Number) as [number, number, number, number];

/** Rectangles with one of these classes, in drawing order. */
export const rects = (
  svg: Element,
  name: RegExp,
): { x: number; y: number; width: number; height: number }[] =>
  all(svg, 'rect')
    .filter((rect) => name.test(rect.attrs.class ?? ''))
    .map(({ attrs }) => ({
      x: Number(attrs.x),
      y: Number(attrs.y),
      width: Number(attrs.width),
      height: Number(attrs.height),
    }));
