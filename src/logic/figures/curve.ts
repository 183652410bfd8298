import { flag, list, number, oneOf, optional, shape, text } from './check.ts';
import type { Reference } from './bars.ts';
import { between, type CurveAxis, axisCheck, MUTED, referenceName, xAxis } from './curve-frame.ts';
import { stroke, TONES, type Tone } from './marks.ts';
import { type Amount, amount, isAmount, say } from './measure.ts';
import { numbered, drawPoints } from './place.ts';
import type { Kind } from './render.ts';
import { scale, ticks } from './scale.ts';
import { d, type SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

export interface CurvePoint {
  x: number;
  y: Amount;
  /** marks the point and names it */
  label?: string;
  tone?: Tone;
}

/** One line, the points on it that matter, and the line it is held against. */
export interface CurveData {
  x: CurveAxis;
  y: CurveAxis;
  points: readonly CurvePoint[];
  reference?: Reference;
  /** start the upright axis at zero (left out: yes); false only where small changes are the matter */
  fromZero?: boolean;
}

const TALL = 0.6;
const TALLEST = 320;
const PAD = 8;

type Known = CurvePoint & { y: number };
const known = (points: readonly CurvePoint[]): Known[] =>
  points.filter((point): point is Known => isAmount(point.x) && isAmount(point.y)).sort((a, b) => a.x - b.x);

const nameOf = (point: Known, { x, y }: CurveData): string =>
  `${point.label ?? ''} ${say(point.x, x)}，${say(point.y, y)}`.trim();

export const curve: Kind<CurveData> = {
  check: shape<CurveData>({
    x: axisCheck,
    y: axisCheck,
    points: list(
      shape<CurvePoint>({ x: number, y: number, label: optional(text), tone: optional(oneOf(TONES)) }),
      2,
    ),
    reference: optional(shape<Reference>({ label: text, value: number })),
    fromZero: optional(flag),
  }),

  draw: (data, width) => {
    const points = known(data.points);
    if (points.length === 0) return { nodes: [], height: 0 };
    const { x, y, reference, fromZero = true } = data;
    const line = reference ? [amount(reference.value)] : [];
    const heights = [...points.map((point) => amount(point.y)), ...line, ...(fromZero ? [0] : [])];
    const marks = ticks(Math.min(...heights), Math.max(...heights));
    const tick = (mark: number) => say(mark, y.unit ? { unit: y.unit } : {});
    const gutter = Math.max(...marks.map((mark) => textWidth(tick(mark))));
    const left = gutter + PAD;
    const head = write(`↑ ${y.label}${y.suffix ? `（${y.suffix}）` : ''}`, 0, 0, { ...MUTED, width });
    const top = Math.max(head.height, leading(TEXT)) + leading(TEXT) + 2;
    const bottom = top + Math.min(TALLEST, width * TALL);
    const placeX = scale(amount(points[0]?.x), amount(points.at(-1)?.x), left + PAD, width - PAD);
    const placeY = scale(Math.min(...marks, ...heights), Math.max(...marks, ...heights), bottom, top);
    const nodes: SvgNode[] = [head.node];
    for (const mark of marks) {
      const at = placeY(mark);
      nodes.push(stroke(d`M${left} ${at}H${width}`, mark === 0 ? 'fig-line' : 'fig-rule'));
      const style = { look: 'fig-muted fig-halo', anchor: 'end' } as const;
      nodes.push(write(tick(mark), gutter, at - leading(TEXT) / 2, style).node);
    }
    const spots = points.map((point) => ({
      x: placeX(amount(point.x)),
      y: placeY(amount(point.y)),
      text: nameOf(point, data),
      tone: point.tone,
      mute: !point.label,
    }));
    const stretches = spots.slice(1).flatMap((spot, i) => between(spots[i] ?? spot, spot));
    const frame = { left, top: head.height + 2, right: width, bottom };
    const path = spots
      .map((spot, i) => (i === 0 ? d`M${spot.x} ${spot.y}` : d`L${spot.x} ${spot.y}`))
      .join('');
    nodes.push(stroke(path, 'fig-curve'));
    const across = reference ? [placeY(amount(reference.value))] : [];
    const dashes = across.flatMap((at) => between({ x: left, y: at }, { x: width, y: at }));
    const marked = drawPoints(spots, frame, [], [...stretches, ...dashes]);
    const words = reference ? `${reference.label} ${say(reference.value, y)}` : '';
    const apart = textWidth(words, TEXT, true) > (width - left) * 0.8;
    for (const at of across) {
      nodes.push(stroke(d`M${left} ${at}H${width}`, 'fig-dash', 'accent'));
      if (!apart) nodes.push(referenceName(words, at, frame, marked.frames, stretches));
    }
    const foot = xAxis(x, [points[0]?.x, points.at(-1)?.x], frame, width);
    const list = numbered(marked.below, foot.bottom, width);
    const last = write(apart ? `┄ ${words}` : '', 0, list.bottom + 4, {
      look: 'fig-accent',
      strong: true,
      width,
    });
    const more = last.height > 0 ? [last.node] : [];
    return {
      nodes: [...nodes, ...marked.nodes, ...foot.nodes, ...list.nodes, ...more],
      height: list.bottom + last.height + 6,
    };
  },

  tell: (data) => {
    const points = known(data.points);
    if (points.length === 0) return '';
    const { x, y, reference } = data;
    const told = points.map(
      (point) =>
        `${point.label ? `${point.label}：` : ''}${x.label}${say(point.x, x)}时${y.label}${say(point.y, y)}`,
    );
    const line = reference ? `参考线${reference.label}为${say(reference.value, y)}。` : '';
    return `横轴是${x.label}，纵轴是${y.label}。${told.join('；')}。${line}`;
  },
};
