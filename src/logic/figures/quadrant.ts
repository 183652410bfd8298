import { box, stroke, type Tone } from './marks.ts';
import { amount, say } from './measure.ts';
import { numbered, drawPoints } from './place.ts';
import {
  type Axis,
  divided,
  fieldNames,
  footer,
  highOf,
  lowOf,
  MUTED,
  PAD,
  rangeOf,
  splitOf,
} from './quadrant-frame.ts';
import type { Kind } from './render.ts';
import { scale } from './scale.ts';
import { d } from './svg.ts';
import { leading, TEXT, write } from './text.ts';

export interface QuadrantPoint {
  label: string;
  x: number;
  y: number;
  tone?: Tone;
}

/** Two questions at once. Numbers are told only for axes with a unit; without one the place is a judgement. */
export interface QuadrantData {
  x: Axis;
  y: Axis;
  points: readonly QuadrantPoint[];
  /** names of the four fields: top left, top right, bottom left, bottom right */
  fields?: readonly string[];
}

const TALL = 0.86;
const TALLEST = 380;
const LOW = 0.5;

export const quadrant: Kind<QuadrantData> = {
  draw: ({ x, y, points, fields = [] }, width) => {
    if (points.length === 0 && fields.length === 0) return { nodes: [], height: 0 };
    const xs = rangeOf(
      x,
      points.map((point) => point.x),
    );
    const ys = rangeOf(
      y,
      points.map((point) => point.y),
    );
    const placeX = scale(xs[0], xs[1], PAD, width - PAD);
    const middleX = placeX(splitOf(x, xs));
    const head = write(`↑ ${y.label}：${[highOf(y), divided(y)].filter(Boolean).join('，')}`, 0, 0, {
      ...MUTED,
      width,
    });
    const start = Math.max(0, Math.min(middleX - head.width / 2, width - 1 - head.width));
    const nodes = [write(head.lines.join('\n'), start, 0, { ...MUTED, width: width - start }).node];
    const top = Math.max(head.height, leading(TEXT)) + 6;
    const bottom = top + Math.min(TALLEST, width * (points.length > 0 ? TALL : LOW));
    const placeY = scale(ys[0], ys[1], bottom - PAD, top + PAD);
    const middleY = placeY(splitOf(y, ys));
    nodes.push(
      box(1, top, width - 2, bottom - top),
      stroke(d`M${middleX} ${top}V${bottom}M1 ${middleY}H${width - 1}`, 'fig-line'),
    );
    const cells = { left: 1, top, right: width - 1, bottom, middleX, middleY };
    const named = fieldNames(fields, cells, points.length === 0);
    nodes.push(...named.nodes);
    const spots = points.map((point) => ({
      x: placeX(amount(point.x)),
      y: placeY(amount(point.y)),
      text: point.label,
      tone: point.tone,
    }));
    const within = { left: 3, top: top + 2, right: width - 3, bottom: bottom - 2 };
    const drawn = drawPoints(spots, within, named.frames);
    const foot = footer(x, lowOf(y), middleX, bottom + 6, width);
    const list = numbered(drawn.below, foot.bottom, width);
    return { nodes: [...nodes, ...drawn.nodes, ...foot.nodes, ...list.nodes], height: list.bottom + 2 };
  },

  tell: ({ x, y, points, fields = [] }) => {
    if (points.length === 0 && fields.length === 0) return '';
    const where = (axis: Axis, value: number, range: [number, number]): string =>
      axis.unit
        ? `${axis.label}${say(value, axis)}`
        : `${axis.label}偏${value >= splitOf(axis, range) ? highOf(axis) : lowOf(axis)}`;
    const ranges = [
      rangeOf(
        x,
        points.map((point) => point.x),
      ),
      rangeOf(
        y,
        points.map((point) => point.y),
      ),
    ] as const;
    const axes = `横轴是${x.label}（${[`${lowOf(x)}到${highOf(x)}`, divided(x)].filter(Boolean).join('，')}），纵轴是${y.label}（${[`${lowOf(y)}到${highOf(y)}`, divided(y)].filter(Boolean).join('，')}）。`;
    const places = ['左上', '右上', '左下', '右下'];
    const named =
      fields.length > 0
        ? `${fields
            .slice(0, 4)
            .map((name, i) => `${places[i] ?? ''}：${name}`)
            .join('；')}。`
        : '';
    const told = points.map(
      (point) => `${point.label}：${where(x, point.x, ranges[0])}，${where(y, point.y, ranges[1])}`,
    );
    return `${axes}${named}${told.length > 0 ? `${told.join('；')}。` : ''}`;
  },
};
