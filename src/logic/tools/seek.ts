import { type Decimal, decimal, HUNDRED, ONE } from '../number/decimal.ts';
import { boundsOf, isWhole } from '../number/typing.ts';
import type { NumberInput } from './define.ts';
import { between, exactly, type Span, type Spread } from './reach.ts';

/** Values side by side, as typed: whole numbers with their point moved by `places`. */
interface Cell {
  from: number;
  to: number;
  places: number;
}
/** A cell, and what the result can be in it. */
type Reached = Cell & { span: Span };
/** Cells side by side as one. */
export interface Stretch {
  from: Decimal;
  to: Decimal;
  cells: readonly Reached[];
}

/** Decimals of what is neither whole nor money. */
export const FINEST = 8;
/** Digits a double tells apart. */
const DIGITS = 15;
/** Cells looked at together; of more those whose results can be nearest, then those nearest to what stands there. */
const MOST_CELLS = 100;
/** The same for the nearest alone, which ends later. */
const MOST_NEAREST = 50;
/** Results that differ by less are the same. */
const SAME = 1e-12;

/** How far what is looked for is from the nearest value of a span, and from the farthest; 0 counts as found. */
interface Aim {
  least: (span: Span) => number;
  most: (span: Span) => number;
  /** what of that counts indeed, where the value is known; absent: all */
  counts?: (value: Decimal) => boolean;
}
/** What lies between two values. */
export const within = (from: number, to: number): Aim => ({
  least: ({ low, high }) => Math.max(0, low - to, from - high),
  most: ({ low, high }) => Math.max(0, high - to, from - low),
});
/** The first above a value (1) or below it (−1). */
export const beyond = (value: number, side: 1 | -1): Aim => {
  const [near, far] = side > 0 ? (['low', 'high'] as const) : (['high', 'low'] as const);
  const away = (bound: number): number => (bound - value) * side;
  return {
    least: (span) => (away(span[far]) < 0 ? Infinity : Math.max(0, away(span[near]))),
    most: (span) => (away(span[near]) < 0 ? Infinity : away(span[far])),
  };
};

const valueOf = (n: number, places: number): Decimal => decimal((n / 10 ** places).toFixed(places));

/** Cells side by side as one. */
function joined(cells: readonly Reached[]): Stretch[] {
  const stretches: Reached[][] = [];
  for (const cell of cells) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    const gap = last ? cell.from / 10 ** cell.places - last.to / 10 ** last.places : Infinity;
    if (gap * 10 ** Math.min(cell.places, last?.places ?? 0) < 1.5) stretch?.push(cell);
    else stretches.push([cell]);
  }
  return stretches.flatMap((stretch) => {
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (!first || !last) return [];
    return [{ from: valueOf(first.from, first.places), to: valueOf(last.to, last.places), cells: stretch }];
  });
}

/** Everything that may be typed into a field, in parts whose decimals a double tells apart. */
function cellsOf(input: NumberInput): Cell[] {
  const [low = 0, high = 0] = boundsOf(input).map(Number);
  const finest = isWhole(input) ? 0 : input.unit === 'money' ? 2 : FINEST;
  const powers = Array.from({ length: DIGITS }, (_, n) => 10 ** n);
  const inner = [...powers.map((n) => -n).reverse(), 0, ...powers].filter((n) => n > low && n < high);
  return [low, ...inner].map((start, i) => {
    const end = inner[i] ?? high;
    const before = Math.ceil(Math.log10(Math.max(Math.abs(start), Math.abs(end), 1)));
    const places = Math.min(finest, DIGITS - before);
    return {
      from: Math.round(start * 10 ** places) + (i === 0 && input.aboveMin ? 1 : 0),
      to: Math.round(end * 10 ** places) - (end === high && !input.belowMax ? 0 : 1),
      places,
    };
  });
}

/**
 * Looks through all that may be typed into a field for what a result comes to: leaves out stretches in which it cannot
 * come near, halves those in which it can. Jumps and level stretches are found as they are.
 */
export class Seeker {
  readonly #reach: Spread;
  readonly #at: (typed: Decimal) => Decimal | undefined;
  readonly #percent: Decimal;
  readonly #now: number;
  readonly #all: readonly Cell[];

  /**
   * @param reach bounds of the result for a stretch of the input, a percentage as its ratio
   * @param at the result for a typed value, where the bounds do not tell
   * @param now what stands in the field: what is nearer to it comes first
   */
  constructor(input: NumberInput, reach: Spread, at: (typed: Decimal) => Decimal | undefined, now: number) {
    this.#reach = reach;
    this.#at = at;
    this.#percent = input.unit === 'percent' ? HUNDRED : ONE;
    this.#now = now;
    this.#all = cellsOf(input);
  }

  /** Where it comes to the aim, all over or in a stretch; `complete`: nowhere else. */
  find(aim: Aim, where: readonly Cell[] = this.#all): { found: Stretch[]; complete: boolean } {
    const done: Reached[] = [];
    const complete = this.#halve(where, aim, MOST_CELLS, () => 0, done);
    const found = done
      .filter(({ span: { is } }) => !is || (aim.counts?.(is) ?? true))
      .sort((a, b) => a.from / 10 ** a.places - b.from / 10 ** b.places);
    return { found: this.nearestFirst(joined(found)), complete };
  }

  /** A value whose result comes nearest to the aim, but for `gain`, which is not worth a look. */
  nearest(aim: Aim, gain: number): Stretch | undefined {
    let best: Reached | undefined;
    let bar = Infinity;
    this.#halve(this.#all, aim, MOST_NEAREST, (reached) => {
      for (const cell of reached.flatMap((each) => this.#certain(each)))
        if (aim.most(cell.span) < bar) [best, bar] = [cell, aim.most(cell.span)];
      return bar - gain;
    });
    return best && joined([{ ...best, to: best.from }])[0];
  }

  /** The nearest to what stands in the field first. */
  nearestFirst(stretches: readonly Stretch[]): Stretch[] {
    const away = ({ cells }: Stretch): number => Math.min(...cells.map((cell) => this.#away(cell)));
    return [...stretches].sort((a, b) => away(a) - away(b));
  }

  /** Whether a stretch is everything that may be typed, and all of it gives the same. */
  isEverything({ from, to, cells }: Stretch): boolean {
    const [first, last] = [this.#all[0], this.#all.at(-1)];
    const level = cells.every(({ span: { is } }) => is && cells[0]?.span.is?.eq(is));
    const ends = first && last && [valueOf(first.from, first.places), valueOf(last.to, last.places)];
    return level && ends !== undefined && ends[0]?.eq(from) === true && ends[1]?.eq(to) === true;
  }

  /** How far a cell is from what stands in the field. */
  #away({ from, to, places }: Cell): number {
    const now = this.#now * 10 ** places;
    return Math.max(0, from - now, now - to) / 10 ** places;
  }

  /** What the result is at a single value. */
  #single(n: number, places: number): Reached[] {
    const value = valueOf(n, places);
    const span = this.#reach(exactly(value.div(this.#percent)));
    const gives = span && (span.sure && span.is ? span.is : this.#at(value));
    return gives ? [{ from: n, to: n, places, span: exactly(gives) }] : [];
  }

  /** What the result can be in a cell; where nobody could tell its values apart, what it is at the first. */
  #reached(cell: Cell): Reached[] {
    const { from, to, places } = cell;
    if (from === to) return this.#single(from, places);
    const scale = 10 ** places * this.#percent.toNumber();
    // Whole numbers are what they are.
    const whole = { low: from, high: to, sure: true };
    const span = this.#reach(scale === 1 ? whole : between(from / scale, to / scale, true));
    if (!span) return [];
    const alike = span.sure && !span.is && span.high - span.low <= SAME * (1 + Math.abs(span.low));
    return alike
      ? this.#single(from, places).map(({ span: is }) => ({ ...cell, span: is }))
      : [{ ...cell, span }];
  }

  /** What surely exists in a cell: all of it or, where that is not known, its ends. */
  #certain(cell: Reached): Reached[] {
    const { from, to, places, span } = cell;
    return span.sure ? [cell] : [...this.#single(from, places), ...this.#single(to, places)];
  }

  /**
   * Halves cells whose results can be no farther from the aim than `bar` says, until all in one give the same or all
   * count; those come into `done`.
   * @param most how many cells are looked at together
   * @returns whether nothing was left out because there was too much
   */
  #halve(
    where: readonly Cell[],
    { least, most }: Aim,
    limit: number,
    bar: (reached: readonly Reached[]) => number,
    done: Reached[] = [],
  ): boolean {
    let complete = true;
    for (let live = where; live.length > 0;) {
      const reached = live.flatMap((cell) => this.#reached(cell));
      const farthest = Math.min(bar(reached), Number.MAX_VALUE);
      const near = reached.filter(({ span }) => least(span) <= farthest);
      if (near.length > limit) {
        complete = false;
        near.sort((a, b) => least(a.span) - least(b.span) || this.#away(a) - this.#away(b)).length = limit;
      }
      live = near.flatMap((cell) => {
        const { from, to, places, span } = cell;
        if (from === to || (span.sure && (span.is !== undefined || most(span) === 0))) {
          done.push(cell);
          return [];
        }
        const middle = Math.floor((from + to) / 2);
        return [
          { from, to: middle, places },
          { from: middle + 1, to, places },
        ];
      });
    }
    return complete;
  }
}
