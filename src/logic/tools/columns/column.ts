import type { Decimal } from '../../number/decimal.ts';
import { choose, type Integers, isBig, negative, plus, same, shift, times, UNSAFE } from './integers.ts';

/**
 * One value for each row of a chunk, exactly: over ÷ under · 10^-scale. The scalar path keeps 40 decimals of a quotient;
 * here nothing is cut off.
 */
export interface Column {
  over: Integers;
  /** above 0; absent: 1 */
  under?: Integers;
  scale: number;
  /** 1: the value does not exist in this row; `over` is then whatever it is, `under` above 0 */
  missing?: Uint8Array;
  /**
   * What the scalar path cut off may here be larger than what it rounds away before a decision. Close decisions are then
   * left to the scalar path, so that both always say the same.
   */
  noisy: boolean;
  /** of a constant, its size */
  size?: number;
}
/** Whether a condition holds, for each row. */
export interface Mask {
  holds: Uint8Array;
  missing?: Uint8Array;
}

/** Beyond so many decimals the scalar path rounds before it decides. */
const MOST_SCALE = 28;
/** A quotient times this keeps its 30 sound decimals. */
const SMALL_FACTOR = 1e6;

export const either = (a?: Uint8Array, b?: Uint8Array): Uint8Array | undefined =>
  a && b ? a.map((x, i) => x | (b[i] as number)) : (a ?? b);

const column = (
  parts: { over: Integers; under?: Integers | undefined; scale: number; noisy: boolean },
  missing?: Uint8Array,
): Column => ({
  over: parts.over,
  scale: parts.scale,
  noisy: parts.noisy || (!parts.under && parts.scale > MOST_SCALE),
  ...(parts.under && { under: parts.under }),
  ...(missing && { missing }),
});

/** The same number in every row. */
export function constant(value: Decimal, length: number): Column {
  const places = Math.max(0, value.c.length - 1 - value.e);
  const digits = BigInt(value.toFixed().replace('.', ''));
  const number = Number(digits);
  const over = Math.abs(number) < UNSAFE ? same(length, number) : Array.from({ length }, () => digits);
  return { ...column({ over, scale: places, noisy: false }), size: Math.abs(value.toNumber()) };
}

/** A column no row of which has a value. */
export const nothing = (length: number): Column => ({
  ...column({ over: new Float64Array(length), scale: 0, noisy: false }),
  missing: new Uint8Array(length).fill(1),
});

export const negate = (a: Column): Column => column({ ...a, over: negative(a.over) }, a.missing);

/** Whether multiplying or dividing the quotient `a` by `b` enlarges what the scalar path cut off from it. */
const enlarges = (a: Column, factor: number | undefined): boolean =>
  a.under !== undefined && !(factor !== undefined && factor <= SMALL_FACTOR);

export function multiply(a: Column, b: Column): Column {
  const under = a.under && b.under ? times(a.under, b.under) : (a.under ?? b.under);
  const noisy = a.noisy || b.noisy || enlarges(a, b.size) || enlarges(b, a.size);
  return column(
    { over: times(a.over, b.over), under, scale: a.scale + b.scale, noisy },
    either(a.missing, b.missing),
  );
}

/** Both columns as whole numbers of one unit: a.over/under and b.over/under, with the same scale. */
function alike(
  a: Column,
  b: Column,
): { a: Integers; b: Integers; under: Integers | undefined; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [shift(a.over, scale - a.scale), shift(b.over, scale - b.scale)];
  if (a.under === b.under) return { a: x, b: y, under: a.under, scale };
  return {
    a: b.under ? times(x, b.under) : x,
    b: a.under ? times(y, a.under) : y,
    under: a.under && b.under ? times(a.under, b.under) : (a.under ?? b.under),
    scale,
  };
}

export function sum(a: Column, b: Column): Column {
  const both = alike(a, b);
  return column(
    { over: plus(both.a, both.b), under: both.under, scale: both.scale, noisy: a.noisy || b.noisy },
    either(a.missing, b.missing),
  );
}

export const difference = (a: Column, b: Column): Column => sum(a, negate(b));

/** `odd` gets the rows in which it is too close to say whether b is 0. */
export function divide(a: Column, b: Column, odd: Uint8Array): Column {
  const signs = signOf(b, odd);
  const gone = new Uint8Array(signs.length);
  let any = false;
  signs.forEach((sign, i) => {
    if (sign !== 0) return;
    gone[i] = 1;
    any = true;
  });
  const missing = either(either(a.missing, b.missing), any ? gone : undefined);
  let over = b.under ? times(a.over, b.under) : a.over;
  let under = a.under ? times(a.under, b.over) : b.over;
  if (signs.some((sign) => sign <= 0)) {
    const turn = (x: Integers, atZero: number): Integers =>
      isBig(x)
        ? x.map((n, i) => (signs[i] === 0 ? BigInt(atZero) : (signs[i] as number) < 0 ? -n : n))
        : x.map((n, i) => (signs[i] === 0 ? atZero : (signs[i] as number) < 0 ? -n : n));
    over = turn(over, 0);
    under = turn(under, 1);
  }
  const noisy = a.noisy || b.noisy || b.under !== undefined || enlarges(a, b.size && 1 / b.size);
  return column({ over, under, scale: a.scale - b.scale, noisy }, missing);
}

/** Nearer to a boundary than this, a quotient may be on the other side of it for the scalar path. */
const TOO_CLOSE = 1e-25;
const TOO_CLOSE_IF_NOISY = 1e-9;

/** −1, 0 or 1 for each row. `odd` gets the rows in which it is too close to say. */
export function signOf(a: Column, odd: Uint8Array): Int8Array {
  const { over, under, missing } = a;
  const signs = new Int8Array(over.length);
  for (let i = 0; i < signs.length; i++) {
    const x = over[i] as number | bigint;
    signs[i] = x > 0 ? 1 : x < 0 ? -1 : 0;
  }
  if (!under && !a.noisy) return signs;
  const unit = 10 ** -a.scale;
  for (let i = 0; i < signs.length; i++) {
    if (missing?.[i]) continue;
    const size = Math.abs(Number(over[i]) / Number(under?.[i] ?? 1)) * unit;
    const sure = a.noisy ? size > TOO_CLOSE_IF_NOISY : signs[i] === 0 || size > TOO_CLOSE;
    if (!sure) odd[i] = 1; // NaN, where even doubles are too small, is not sure either
  }
  return signs;
}

/** What holds of the difference of two columns. */
export function compareColumns(
  a: Column,
  b: Column,
  holds: (order: number) => boolean,
  odd: Uint8Array,
): Mask {
  const by = difference(a, b);
  return {
    holds: Uint8Array.from(signOf(by, odd), (sign) => Number(holds(sign))),
    ...(by.missing && { missing: by.missing }),
  };
}

/** Of each row `a` where the condition holds, `b` where it does not; the other one need not exist. */
export function pick(when: Mask, a: Column, b: Column): Column {
  const both = alike(a, b);
  const chosen =
    a.missing || b.missing
      ? when.holds.map((first, i) => (first ? a.missing?.[i] : b.missing?.[i]) ?? 0)
      : undefined;
  return column(
    {
      over: choose(when.holds, both.a, both.b),
      under: both.under,
      scale: both.scale,
      noisy: a.noisy || b.noisy,
    },
    either(when.missing, chosen),
  );
}
