/** The few elements the figures are made of. */
export type Tag = 'svg' | 'g' | 'title' | 'desc' | 'text' | 'tspan' | 'rect' | 'circle' | 'path';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A drawing before it is text. Attribute names come from code only; values and texts may be anybody's. */
export interface SvgNode {
  readonly tag: Tag;
  readonly attrs: Attributes;
  readonly children: readonly SvgChild[];
}

export type SvgChild = SvgNode | string;

export const el = (tag: Tag, attrs: Attributes = {}, ...children: SvgChild[]): SvgNode => ({
  tag,
  attrs,
  children,
});

/** Characters XML 1.0 forbids, lone surrogates, and the marks that reverse the direction of the text around them. */
const UNFIT =
  /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags or inside quotes, in HTML and in XML alike. */
export const escapeXml = (text: string): string =>
  text.replace(UNFIT, '').replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');

/** Coordinates to a tenth of a unit; anything that is not a number is drawn at 0, never as NaN. */
export const coordinate = (value: number): number =>
  Number.isFinite(value) ? Math.round(value * 10) / 10 + 0 : 0;

/** A path: `d`M${x} ${y}H${right}``, every coordinate rounded. */
export const d = (parts: TemplateStringsArray, ...values: number[]): string =>
  parts.reduce((path, part, i) => path + coordinate(values[i - 1] ?? 0) + part);

/** The drawing as markup for inline SVG: safe to put into a page whatever the labels say. */
export function toSvg(node: SvgNode): string {
  let tag = `<${node.tag}`;
  for (const [name, value] of Object.entries(node.attrs)) {
    if (value === undefined) continue;
    tag += ` ${name}="${typeof value === 'number' ? coordinate(value) : escapeXml(value)}"`;
  }
  if (node.children.length === 0) return `${tag}/>`;
  const inner = node.children.map((child) => (typeof child === 'string' ? escapeXml(child) : toSvg(child)));
  return `${tag}>${inner.join('')}</${node.tag}>`;
}
