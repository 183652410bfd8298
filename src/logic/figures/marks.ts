import { d, el, type SvgNode } from './svg.ts';
import { write } from './text.ts';

/** What a part of a figure says beside its shape: look here, good news, red ink, in the background. */
export type Tone = 'accent' | 'good' | 'bad' | 'muted';

/** 1 to 5: five fills that differ in tone, colour and texture. */
export type Series = 1 | 2 | 3 | 4 | 5;

/** Class names stand here in full: what no script names is left out of the styles of a page. */
const LOOKS: Readonly<Record<Tone, string>> = {
  accent: 'fig-accent',
  good: 'fig-good',
  bad: 'fig-bad',
  muted: 'fig-muted',
};
const FILLS: Readonly<Record<Series, string>> = {
  1: 'fig-fill-1',
  2: 'fig-fill-2',
  3: 'fig-fill-3',
  4: 'fig-fill-4',
  5: 'fig-fill-5',
};

export const look = (tone: Tone | undefined): string | undefined => tone && LOOKS[tone];

/** A class for what it is and one for what it says. */
export const classes = (kind: string, tone: Tone | undefined): string =>
  tone ? `${kind} ${LOOKS[tone]}` : kind;

export const seriesOf = (index: number): Series => ((index % 5) + 1) as Series;

/** A stroke along a path; `kind` is a class: fig-rule (hairline), fig-line (ink), fig-dash (a reference). */
export const stroke = (path: string, kind = 'fig-rule', tone?: Tone): SvgNode =>
  el('path', { class: classes(kind, tone), d: path });

/** The path of a line through all of them. */
export const through = (spots: readonly { x: number; y: number }[]): string =>
  spots.map((spot, i) => (i === 0 ? d`M${spot.x} ${spot.y}` : d`L${spot.x} ${spot.y}`)).join('');

export const box = (x: number, y: number, width: number, height: number, tone?: Tone): SvgNode =>
  el('rect', {
    class: classes('fig-box', tone),
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
    class: classes(FILLS[series], style.tone),
    x,
    y,
    width: seen,
    height: height > 0 ? Math.max(height, THREAD) : 0,
  });
  return [drawn, ...(width > 3 && height > 3 ? texture(x, y, width, height, series) : [])];
}

export const dot = (x: number, y: number, r: number, kind: string, tone?: Tone): SvgNode =>
  el('circle', { class: classes(kind, tone), cx: x, cy: y, r });

/** A number or a sign in a ring, its middle at x, y; filled where it matters. */
export const ring = (text: string, x: number, y: number, tone?: Tone): SvgNode[] => [
  dot(x, y, 11, tone ? 'fig-seal' : 'fig-ring', tone),
  write(text, x, y - 10, { anchor: 'middle', strong: true, look: tone && 'fig-on' }).node,
];
