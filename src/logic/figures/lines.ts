import { between, type CurveAxis, plot, xAxis } from './curve-frame.ts';
import { drawEnds, type End, listEnds, roomFor } from './ends.ts';
import { stroke, through, type Tone } from './marks.ts';
import { type Amount, amount, isAmount, say } from './measure.ts';
import { drawPoints, numbered } from './place.ts';
import type { Kind } from './render.ts';
import { d } from './svg.ts';

export interface LinePoint {
  x: Amount;
  y: Amount;
}

export interface Line {
  label: string;
  points: readonly LinePoint[];
  tone?: Tone;
}

/** A place that matters: where two lines cross, where one stands today. */
export interface LineMark extends LinePoint {
  label: string;
  tone?: Tone;
}

/** Two or three lines over a common axis, from zero: income and cost, two ways to spend. */
export interface LinesData {
  x: CurveAxis;
  y: CurveAxis;
  lines: readonly Line[];
  marks?: readonly LineMark[];
}

export const MOST_LINES = 3;
const KINDS = ['fig-curve', 'fig-curve fig-curve-2', 'fig-curve fig-curve-3'];
/** A line of more points is told by where it starts, turns and ends. */
const TOLD = 6;

type Known<T> = T & { x: number; y: number };
const known = <T extends LinePoint>(points: readonly T[]): Known<T>[] =>
  points.filter((point): point is Known<T> => isAmount(point.x) && isAmount(point.y));

const drawable = (lines: readonly Line[]) =>
  lines
    .map((line) => ({ ...line, points: known(line.points).sort((a, b) => a.x - b.x) }))
    .filter((line) => line.points.length > 0);

/** First, lowest, highest and last. */
function turns(points: readonly Known<LinePoint>[]): Known<LinePoint>[] {
  if (points.length <= TOLD) return [...points];
  const heights = points.map((point) => point.y);
  const kept = [0, heights.indexOf(Math.min(...heights)), heights.indexOf(Math.max(...heights))];
  return points.filter((_, i) => kept.includes(i) || i === points.length - 1);
}

export const lines: Kind<LinesData> = {
  draw: ({ x, y, marks = [], ...data }, width) => {
    const all = drawable(data.lines);
    if (all.length === 0) return { nodes: [], height: 0 };
    const marked = known(marks);
    const points = [...all.flatMap((line) => line.points), ...marked];
    const across = points.map((point) => amount(point.x));
    const ends = [Math.min(...across), Math.max(...across)] as const;
    const names = all.map((line) => line.label);
    const room = roomFor(names, width);
    const heights = [0, ...points.map((point) => amount(point.y))];
    const { nodes, frame, top, placeX, placeY } = plot(y, ends, heights, width, width - room);
    const place = (point: { x: number; y: number }) => ({
      x: placeX(amount(point.x)),
      y: placeY(amount(point.y)),
    });
    const paths = all.map((line) => line.points.map(place));
    const named = all.map(({ label, tone }, i): End => {
      const last = paths[i]?.at(-1) ?? { x: 0, y: 0 };
      return { ...last, words: label, kind: KINDS[i % MOST_LINES] ?? '', tone };
    });
    const beside = drawEnds(named, room, frame, top);
    nodes.push(...beside.nodes);
    const stretches = paths.flatMap((path) =>
      path.slice(1).flatMap((spot, i) => between(path[i] ?? spot, spot)),
    );
    const spots = marked.map((mark) => ({
      ...place(mark),
      text: `${mark.label}\n${say(mark.x, x)}，${say(mark.y, y)}`,
      tone: mark.tone,
    }));
    for (const { x: at, y: from, tone } of spots) {
      nodes.push(stroke(d`M${at} ${from}V${frame.bottom}`, 'fig-dash', tone));
      stretches.push(...between({ x: at, y: from }, { x: at, y: frame.bottom }));
    }
    paths.forEach((path, i) => nodes.push(stroke(through(path), named[i]?.kind, all[i]?.tone)));
    const drawn = drawPoints(spots, { ...frame, right: width - 1 }, beside.frames, stretches);
    const foot = xAxis(x, ends, frame);
    const list = numbered(drawn.below, foot.bottom, width);
    const key = room > 0 ? { nodes: [], bottom: list.bottom } : listEnds(named, list.bottom + 6, width);
    return {
      nodes: [...nodes, ...drawn.nodes, ...foot.nodes, ...list.nodes, ...key.nodes],
      height: key.bottom + 4,
    };
  },

  tell: ({ x, y, marks = [], ...data }) => {
    const all = drawable(data.lines);
    if (all.length === 0) return '';
    const at = (point: LinePoint) => `${x.label}${say(point.x, x)}时${say(point.y, y)}`;
    const told = all.map(({ label, points }) => `${label}：${turns(points).map(at).join('，')}`);
    const named = known(marks).map((mark) => `${mark.label}：${at(mark)}`);
    return `横轴是${x.label}，纵轴是${y.label}。${[...told, ...named].join('；')}。`;
  },
};
