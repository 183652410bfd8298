import { type Amount, amount, isAmount } from './measure.ts';

/** What a stock is sold and filled up by. */
export interface Replenishment {
  onHand: Amount;
  /** ordered before today; taken to arrive as late as an order of today */
  inTransit?: Amount;
  /** sold a day */
  daily: Amount;
  leadDays: Amount;
  reorderPoint: Amount;
  /** pieces an order; without it nothing is ordered */
  quantity?: Amount;
}

export interface StockMoment {
  day: number;
  stock: number;
}

export interface Course {
  /** corners of the curve, in order of time */
  points: StockMoment[];
  orders: StockMoment[];
  arrivals: (StockMoment & { pieces: number })[];
  /** the first day without stock */
  empty: number | undefined;
}

/** Orders whose arrival is drawn. */
const CYCLES = 2;
const MOST_STEPS = 24;
/** Days and pieces beyond which nothing is drawn. */
const MOST = 1e200;

const atLeast0 = (value: Amount | undefined): number => Math.max(0, amount(value));

/**
 * From event to event: down to the reorder point, down to nothing, up by what arrives. An order is placed when what is
 * in stock and on its way comes down to the reorder point; it is as many times the quantity as brings it above again.
 */
export function courseOf(data: Replenishment): Course {
  const [daily, lead] = [atLeast0(data.daily), atLeast0(data.leadDays)];
  const [reorder, quantity] = [amount(data.reorderPoint), atLeast0(data.quantity)];
  const ordering = quantity > 0 && isAmount(data.reorderPoint);
  const course: Course = { points: [], orders: [], arrivals: [], empty: undefined };
  const coming = [{ day: lead, pieces: atLeast0(data.inTransit), ordered: false }].filter(
    ({ pieces }) => pieces > 0,
  );
  let [day, stock] = [0, atLeast0(data.onHand)];
  const mark = () => course.points.push({ day, stock });
  const position = () => coming.reduce((sum, { pieces }) => sum + pieces, stock);
  const order = () => {
    const times = Math.max(1, Math.floor((reorder - position()) / quantity) + 1);
    course.orders.push({ day, stock });
    coming.push({ day: day + lead, pieces: Math.min(times * quantity, MOST), ordered: true });
  };
  let received = 0;
  mark();
  if (ordering && position() <= reorder) order();
  for (let step = 0; step < MOST_STEPS; step++) {
    const selling = daily > 0 && stock > 0;
    const [next] = coming;
    const toArrival = next ? Math.max(0, next.day - day) : Infinity;
    const toEmpty = selling ? stock / daily : Infinity;
    const toOrder = selling && ordering ? Math.max(0, (position() - reorder) / daily) : Infinity;
    const wait = Math.min(toArrival, toEmpty, toOrder, MOST);
    if (daily > 0 && stock === 0 && toArrival > 0) course.empty ??= day;
    if (wait === MOST) break;
    day += wait;
    if (selling) stock = wait === toEmpty ? 0 : Math.max(0, stock - daily * wait);
    mark();
    if (next && wait === toArrival) {
      coming.shift();
      stock += next.pieces;
      course.arrivals.push({ day, stock, pieces: next.pieces });
      mark();
      if (next.ordered) received++;
    } else if (received >= CYCLES) break;
    else if (wait === toOrder) order();
  }
  if (daily > 0 && stock === 0) course.empty ??= day;
  // A level end is seen only if it has some length.
  if (stock === 0 || daily === 0) {
    day += Math.max(lead, day / 10) || 1;
    mark();
  }
  return course;
}
