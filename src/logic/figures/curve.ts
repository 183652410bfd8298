import type { Reference } from './bars.ts';
import { between, type CurveAxis, plot, xAxis } from './curve-frame.ts';
import { stroke, through, type Tone } from './marks.ts';
import { type Amount, amount, isAmount, say } from './measure.ts';
import { drawPoints, type Frame, numbered, overlap } from './place.ts';
import type { Kind } from './render.ts';
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

type Known = CurvePoint & { y: number };
const known = (points: readonly CurvePoint[]): Known[] =>
  points.filter((point): point is Known => isAmount(point.x) && isAmount(point.y)).sort((a, b) => a.x - b.x);

const nameOf = (point: Known, { x, y }: CurveData): string =>
  `${point.label ?? ''} ${say(point.x, x)}，${say(point.y, y)}`.trim();

export const curve: Kind<CurveData> = {
  draw: (data, width) => {
    const points = known(data.points);
    if (points.length === 0) return { nodes: [], height: 0 };
    const { x, y, reference, fromZero = true } = data;
    const line = reference ? [amount(reference.value)] : [];
    const heights = [...points.map((point) => amount(point.y)), ...line, ...(fromZero ? [0] : [])];
    const ends = [amount(points[0]?.x), amount(points.at(-1)?.x)] as const;
    const { nodes, frame, placeX, placeY } = plot(y, ends, heights, width);
    const { left } = frame;
    const spots = points.map((point) => ({
      x: placeX(amount(point.x)),
      y: placeY(amount(point.y)),
      text: nameOf(point, data),
      tone: point.tone,
      mute: !point.label,
    }));
    const stretches = spots.slice(1).flatMap((spot, i) => between(spots[i] ?? spot, spot));
    nodes.push(stroke(through(spots), 'fig-curve'));
    const across = reference ? [placeY(amount(reference.value))] : [];
    const dashes = across.flatMap((at) => between({ x: left, y: at }, { x: width, y: at }));
    const marked = drawPoints(spots, frame, [], [...stretches, ...dashes]);
    const words = reference ? `${reference.label} ${say(reference.value, y)}` : '';
    const apart = textWidth(words, TEXT, true) > (width - left) * 0.8;
    const named = across.flatMap((at) => {
      nodes.push(stroke(d`M${left} ${at}H${width}`, 'fig-dash', 'accent'));
      return apart ? [] : (referenceName(words, at, frame, marked.frames, stretches) ?? []);
    });
    nodes.push(...named);
    const foot = xAxis(x, [points[0]?.x, points.at(-1)?.x], frame);
    const list = numbered(marked.below, foot.bottom, width);
    const last = write(words && named.length === 0 ? `┄ ${words}` : '', 0, list.bottom + 4, {
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

/** The name of a dashed line across, at an end clear of other words and, if it can be, of the curve; none if no end is. */
function referenceName(
  words: string,
  y: number,
  frame: Frame,
  taken: readonly Frame[],
  curve: readonly Frame[],
): SvgNode | undefined {
  const tall = leading(TEXT);
  const long = Math.min(textWidth(words, TEXT, true), frame.right - frame.left);
  const right = frame.right - 1;
  const spots: Frame[] = [y - tall - 1, y + 2].flatMap((top) => [
    { left: right - long, right, top, bottom: top + tall },
    { left: frame.left + 2, right: frame.left + 2 + long, top, bottom: top + tall },
  ]);
  const crossed = (spot: Frame, others: readonly Frame[]): number =>
    others.filter((other) => overlap(spot, other)).length;
  const [best] = spots
    .filter((spot) => spot.bottom <= frame.bottom && spot.top >= 0 && crossed(spot, taken) === 0)
    .sort((a, b) => crossed(a, curve) - crossed(b, curve));
  if (!best) return undefined;
  return write(words, best.right, best.top, { look: 'fig-accent fig-halo', strong: true, anchor: 'end' })
    .node;
}
