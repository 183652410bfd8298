import { d, el, type SvgNode } from './svg.ts';
import { write } from './text.ts';

/** What a part of a figure says beside its shape: look here, good news, red ink, in the background. */
export type Tone = 'accent' | 'good' | 'bad' | 'muted';
export const TONES = ['accent', 'good', 'bad', 'muted'] as const satisfies readonly Tone[];

/** 1 to 5: five fills that differ in tone, colour and texture. */
export type Series = 1 | 2 | 3 | 4 | 5;

export const look = (tone: Tone | undefined): string | undefined => tone && `fig-${tone}`;

export const seriesOf = (index: number): Series => ((index % 5) + 1) as Series;

/** A stroke along a path; `kind` is a class: fig-rule (hairline), fig-line (ink), fig-dash (a reference). */
export const stroke = (path: string, kind = 'fig-rule', tone?: Tone): SvgNode =>
  el('path', { class: [kind, look(tone)].filter(Boolean).join(' '), d: path });

export const box = (x: number, y: number, width: number, height: number, tone?: Tone): SvgNode =>
  el('rect', {
    class: ['fig-box', look(tone)].filter(Boolean).join(' '),
    x,
    y,
    width: Math.max(0, width),
    height,
    rx: 4,
  });

/** Stripes that print in grey: one thick dashed stroke, across or along the bar. */
const TEXTURE: Readonly<Record<Series, '' | 'across' | 'along' | 'dense' | 'both'>> = {
  1: '',
  2: 'across',
  3: 'along',
  4: 'dense',
  5: 'both',
};

function texture(x: number, y: number, width: number, height: number, series: Series): SvgNode[] {
  const kind = TEXTURE[series];
  const across = el('path', {
    class: kind === 'dense' ? 'fig-stripe fig-dense' : 'fig-stripe',
    d: d`M${x} ${y + height / 2}h${width}`,
    'stroke-width': height,
  });
  const along = el('path', {
    class: 'fig-stripe',
    d: d`M${x + width / 2} ${y}v${height}`,
    'stroke-width': width,
  });
  if (kind === '') return [];
  if (kind === 'along') return [along];
  return kind === 'both' ? [across, along] : [across];
}

/** Too small to see is not nothing. */
const THREAD = 1;

export interface BarStyle {
  series?: Series;
  tone?: Tone | undefined;
}

/** A filled bar; as long as its value, and a thread where the value is too small to see. */
export function bar(x: number, y: number, width: number, height: number, style: BarStyle = {}): SvgNode[] {
  const series = style.series ?? (style.tone === 'bad' ? 2 : 1);
  const seen = width > 0 ? Math.max(width, THREAD) : 0;
  const drawn = el('rect', {
    class: `fig-fill-${series}${style.tone ? ` fig-${style.tone}` : ''}`,
    x,
    y,
    width: seen,
    height: height > 0 ? Math.max(height, THREAD) : 0,
  });
  return [drawn, ...(width > 3 && height > 3 ? texture(x, y, width, height, series) : [])];
}

export const dot = (x: number, y: number, r: number, kind: string, tone?: Tone): SvgNode =>
  el('circle', { class: [kind, look(tone)].filter(Boolean).join(' '), cx: x, cy: y, r });

/** A number or a sign in a ring, its middle at x, y; filled where it matters. */
export const ring = (text: string, x: number, y: number, tone?: Tone): SvgNode[] => [
  dot(x, y, 11, tone ? 'fig-seal' : 'fig-ring', tone),
  write(text, x, y - 10, { anchor: 'middle', strong: true, look: tone && 'fig-on' }).node,
];
