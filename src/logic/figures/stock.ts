import { between, plot, xAxis } from './curve-frame.ts';
import { drawEnds, type End, listEnds, roomFor } from './ends.ts';
import { stroke, through, type Tone } from './marks.ts';
import { type Amount, amount, isAmount, type Measure, say } from './measure.ts';
import { drawPoints, type Frame, numbered, type Spot } from './place.ts';
import type { Kind } from './render.ts';
import { courseOf, type Replenishment, type StockMoment } from './stock-course.ts';
import { d, el, type SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

/** Stock from today on: sold day by day, ordered again at the reorder point, filled up when the order arrives. */
export interface StockData extends Measure, Replenishment {
  safetyStock: Amount;
}

const DAYS = { label: '从今天起', suffix: '天' };

/** Above the highest stock: names of the moments stand there. */
const HEADROOM = 1.15;

const dayName = (day: number): string => (Math.round(day) === 0 ? '今天' : `第${say(Math.round(day))}天`);
const known = ({ onHand, daily }: StockData): boolean => isAmount(onHand) && isAmount(daily);

/** The two lines it is held against. */
const levels = (data: StockData): { words: string; at: Amount; kind: string; tone?: Tone }[] =>
  [
    {
      words: `补货点 ${say(data.reorderPoint, data)}`,
      at: data.reorderPoint,
      kind: 'fig-dash',
      tone: 'accent' as const,
    },
    { words: `安全库存 ${say(data.safetyStock, data)}`, at: data.safetyStock, kind: 'fig-dash fig-dense' },
  ].filter(({ at }) => isAmount(at));

interface Moment extends StockMoment {
  words: string;
  tone?: Tone;
}

/** Moments worth a name, in order of time. */
function moments(data: StockData): Moment[] {
  const { orders, arrivals, empty, points } = courseOf(data);
  const [first, arrival] = [orders[0], arrivals[0]];
  const now = { day: 0, stock: amount(points[0]?.stock), words: `今天\n${say(data.onHand, data)}` };
  const found: Moment[] = [
    first?.day === 0 ? { ...now, words: `今天 ${say(data.onHand, data)}\n该下单`, tone: 'accent' } : now,
    ...(first && first.day > 0 ? [{ ...first, words: `${dayName(first.day)}下单` }] : []),
    ...(arrival ? [{ ...arrival, words: `${dayName(arrival.day)}到货\n${say(arrival.pieces, data)}` }] : []),
    ...(empty === undefined
      ? []
      : [{ day: empty, stock: 0, words: `${dayName(empty)}断货`, tone: 'bad' as const }]),
  ];
  return found.sort((a, b) => a.day - b.day);
}

export const stock: Kind<StockData> = {
  draw: (data, width) => {
    if (!known(data)) return { nodes: [], height: 0 };
    const { points, orders } = courseOf(data);
    const held = levels(data);
    const names = held.map(({ words }) => words);
    const room = roomFor(names, width);
    const end = Math.ceil(amount(points.at(-1)?.day));
    const heights = [
      0,
      ...points.map((point) => point.stock * HEADROOM),
      ...held.map(({ at }) => amount(at)),
    ];
    const axis = { ...data, label: '库存' };
    const { nodes, frame, top, placeX, placeY } = plot(axis, [0, end], heights, width, width - room);
    const lead = leadBand(orders[0], amount(data.leadDays), { ...frame, right: placeX(end) }, top, placeX);
    nodes.push(...lead.nodes);
    const ends = held.map(({ at, ...level }): End => ({ ...level, x: frame.right, y: placeY(amount(at)) }));
    const stretches: Frame[] = [];
    for (const { y, kind, tone } of ends) {
      nodes.push(stroke(d`M${frame.left} ${y}H${frame.right}`, kind, tone));
      stretches.push(...between({ x: frame.left, y }, { x: frame.right, y }));
    }
    const path = points.map((point) => ({ x: placeX(point.day), y: placeY(point.stock) }));
    nodes.push(stroke(through(path), 'fig-curve'));
    stretches.push(...path.slice(1).flatMap((spot, i) => between(path[i] ?? spot, spot)));
    const beside = drawEnds(ends, room, frame, top);
    nodes.push(...beside.nodes);
    const spots = moments(data).map(({ day, stock, words, tone }): Spot => ({
      x: placeX(day),
      y: placeY(stock),
      text: words,
      tone,
    }));
    const drawn = drawPoints(spots, { ...frame, right: width - 1 }, beside.frames, stretches);
    const foot = xAxis(DAYS, [0, end], { ...frame, bottom: lead.bottom });
    const list = numbered(drawn.below, foot.bottom, width);
    const key = room > 0 ? { nodes: [], bottom: list.bottom } : listEnds(ends, list.bottom + 6, width);
    return {
      nodes: [...nodes, ...drawn.nodes, ...foot.nodes, ...list.nodes, ...key.nodes],
      height: key.bottom + 4,
    };
  },

  tell: (data) => {
    if (!known(data)) return '';
    const terms = [
      `按每天卖${say(data.daily, data)}画`,
      isAmount(data.leadDays) ? `到货要${say(data.leadDays, DAYS)}` : '',
      (data.quantity ?? 0) > 0 ? `一次补${say(data.quantity, data)}` : '',
      (data.inTransit ?? 0) > 0 ? `在途${say(data.inTransit, data)}按同样的天数到货` : '',
    ];
    const told = [...levels(data), ...moments(data)].map(({ words }) =>
      words.replace(' ', '').replace('\n', words.includes('该') ? '，' : ''),
    );
    return `${terms.filter(Boolean).join('，')}。${told.join('；')}。`;
  },
};

/** From the order to its arrival: a band behind the curve, named below it. */
function leadBand(
  order: { day: number } | undefined,
  days: number,
  frame: Frame,
  top: number,
  placeX: (day: number) => number,
): { nodes: SvgNode[]; bottom: number } {
  if (!order || !(days > 0)) return { nodes: [], bottom: frame.bottom };
  const [from, to] = [placeX(order.day), Math.min(frame.right, placeX(order.day + days))];
  const words = `到货要${say(days, DAYS)}`;
  const long = textWidth(words) + 2;
  const start = Math.max(frame.left, Math.min((from + to - long) / 2, frame.right - long));
  const below = frame.bottom + 3;
  const band = el('rect', {
    class: 'fig-tint',
    x: from,
    y: top,
    width: Math.max(1, to - from),
    height: frame.bottom - top,
  });
  return {
    nodes: [band, write(words, start, below, { look: 'fig-muted' }).node],
    bottom: below + leading(TEXT),
  };
}
