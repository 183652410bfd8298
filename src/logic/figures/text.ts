import { el, type SvgNode } from './svg.ts';

/** Body size of every figure in its own units; 340 units on a 360 px phone make it 13 px and more. */
export const TEXT = 14;
/** Sizes above the body: a sign between two factors, a figure that is the hero. */
export const SIGN = 18;
export const HERO = 20;

export type Anchor = 'start' | 'middle' | 'end';

export interface TextStyle {
  size?: number;
  strong?: boolean;
  /** a class such as fig-muted, or several */
  look?: string | undefined;
  anchor?: Anchor;
  /** wrap to this width; without it the text stays on its lines */
  width?: number;
}

export interface Written {
  node: SvgNode;
  lines: string[];
  /** widest line */
  width: number;
  height: number;
}

const WIDE =
  /[\u1100-\u115F\u2014\u2018-\u201F\u2025\u2026\u2030-\u203B\u2190-\u21FF\u2460-\u24FF\u2500-\u27BF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6×÷±]|[\u{20000}-\u{3FFFD}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;
const MARK = /\p{M}|\u200D|\u200B/u;
const HAN = /\p{Script=Han}/u;

/** Width of one character in em, a little on the wide side so that any system font fits. */
function advance(char: string): number {
  if (MARK.test(char)) return 0;
  if (WIDE.test(char)) return 1;
  if (EMOJI.test(char)) return 1.4;
  if (/[ilj.,:;'|!]/.test(char)) return 0.32;
  if (/[ ftrI()[\]/\\"`-]/.test(char)) return 0.4;
  if (/[mwMW@%]/.test(char)) return 0.92;
  if (/[A-Z&#+=<>~¥$]/.test(char)) return 0.68;
  return char.charCodeAt(0) > 0x2ff ? 1 : 0.58;
}

/** Estimated width in the unit of `size`; counts the eighth of an em that browsers put between Han and Latin. */
export function textWidth(text: string, size = TEXT, strong = false): number {
  let em = 0;
  let before: boolean | undefined;
  for (const char of text) {
    em += advance(char);
    const han = HAN.test(char);
    const letter = /[\p{L}\p{N}]/u.test(char);
    if (before !== undefined && letter && before !== han) em += 0.125;
    before = han || letter ? han : undefined;
  }
  return em * size * (strong ? 1.04 : 1);
}

const NOT_FIRST = /^[,.;:!?%)\]}、。，．；：？！％）》」』】〕〉”’…·～]/u;
const NOT_LAST = /[([{（《「『【〔〈“‘¥$]$/u;

/** Where a line may end: after any Han character, around Latin words, but never before 。 or after （. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const raw of text.match(/\s+|[\x21-\x7E\u00A1-\u024F]+|[^]/gu) ?? []) {
    const last = found.at(-1);
    if (last !== undefined && (NOT_FIRST.test(raw) || NOT_LAST.test(last)))
      found[found.length - 1] = last + raw;
    else if (MARK.test(raw) && last !== undefined) found[found.length - 1] = last + raw;
    else found.push(/^\s+$/.test(raw) ? ' ' : raw);
  }
  return found;
}

function fill(parts: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (fits((line + part).trimEnd())) {
      line += part;
      continue;
    }
    if (line.trim()) lines.push(line.trim());
    line = part.trimStart();
    while (!fits(line) && [...line].length > 1) {
      const chars = [...line];
      let cut = chars.length - 1;
      while (cut > 1 && !fits(chars.slice(0, cut).join(''))) cut--;
      lines.push(chars.slice(0, cut).join(''));
      line = chars.slice(cut).join('');
    }
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

/** Lines no wider than `width`; a short last line is evened out, so that no single character is left over. */
export function wrap(text: string, width: number, size = TEXT, strong = false): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const parts = pieces(paragraph.trim());
    const within = (limit: number) => (line: string) => textWidth(line, size, strong) <= limit;
    const lines = fill(parts, within(width));
    const last = textWidth(lines.at(-1) ?? '', size, strong);
    if (lines.length < 2) return lines;
    const words = paragraph.trim().split(/(?<=\s)/);
    const whole = words.every((word) => textWidth(word.trim(), size, strong) <= width)
      ? fill(words, within(width))
      : [];
    if (whole.length === lines.length) return whole;
    if (lines.length > 4 || last > width * 0.4) return lines;
    for (let limit = width / 2; limit < width; limit += size / 4) {
      const even = fill(parts, within(limit));
      if (even.length === lines.length) return even;
    }
    return lines;
  });
}

export const leading = (size: number): number => Math.round(size * 1.42);

const baseline = (size: number): number => (leading(size) - size) / 2 + size * 0.88;

/** Writes text with its top at `top`; `x` is the start, middle or end of the lines after `anchor`. */
export function write(text: string, x: number, top: number, style: TextStyle = {}): Written {
  const size = style.size ?? TEXT;
  const strong = style.strong ?? false;
  const lines =
    style.width === undefined ? [text.trim()] : wrap(text, Math.max(style.width, size), size, strong);
  const classes = [strong ? 'fig-strong' : '', style.look ?? ''].filter(Boolean).join(' ');
  const y = top + baseline(size);
  const attrs = {
    x,
    y,
    class: classes || undefined,
    'text-anchor': style.anchor && style.anchor !== 'start' ? style.anchor : undefined,
    'font-size': size === TEXT ? undefined : size,
  };
  const [first = '', ...rest] = lines;
  const more = rest.map((line) => el('tspan', { x, dy: leading(size) }, line));
  return {
    node: el('text', attrs, first, ...more),
    lines,
    width: Math.max(0, ...lines.map((line) => textWidth(line, size, strong))),
    height: text.trim() === '' ? 0 : lines.length * leading(size),
  };
}
