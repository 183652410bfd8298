/**
 * Whole numbers, one for each row of a chunk: doubles while every one of them stays below 2⁵³ and so is exact, BigInt as
 * soon as one would not. Powers of ten are exact doubles up to 10²².
 */
export type Integers = Float64Array | bigint[];

/** From here on a double may stand for more than one whole number. */
export const UNSAFE = 2 ** 53;
const MOST_EXACT_POWER = 22;

export const isBig = (a: Integers): a is bigint[] => Array.isArray(a);
const big = (a: Integers): bigint[] => (isBig(a) ? a : Array.from(a, BigInt));
export const same = (length: number, value: number): Float64Array => new Float64Array(length).fill(value);

/** One operation on two columns: with doubles, and anew with BigInt when a double was not large enough. */
function combine(
  a: Integers,
  b: Integers,
  doubles: (x: Float64Array, y: Float64Array, out: Float64Array) => number,
  exactly: (x: bigint, y: bigint) => bigint,
): Integers {
  if (!isBig(a) && !isBig(b)) {
    const out = new Float64Array(a.length);
    if (doubles(a, b, out) < UNSAFE) return out;
  }
  const others = big(b);
  return big(a).map((x, i) => exactly(x, others[i] as bigint));
}

/** Each of these gives the largest size it met, so that `combine` knows whether all of it was exact. */
function multiply(a: Float64Array, b: Float64Array, out: Float64Array): number {
  let most = 0;
  for (let i = 0; i < out.length; i++) {
    const x = (a[i] as number) * (b[i] as number);
    out[i] = x;
    if (Math.abs(x) > most) most = Math.abs(x);
  }
  return most;
}
function add(a: Float64Array, b: Float64Array, out: Float64Array): number {
  let most = 0;
  for (let i = 0; i < out.length; i++) {
    const x = (a[i] as number) + (b[i] as number);
    out[i] = x;
    if (Math.abs(x) > most) most = Math.abs(x);
  }
  return most;
}

export const times = (a: Integers, b: Integers): Integers => combine(a, b, multiply, (x, y) => x * y);
export const plus = (a: Integers, b: Integers): Integers => combine(a, b, add, (x, y) => x + y);
export function negative(a: Integers): Integers {
  if (isBig(a)) return a.map((x) => -x);
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = -(a[i] as number);
  return out;
}

/** a · 10^power */
export function shift(a: Integers, power: number): Integers {
  if (power === 0) return a;
  if (!isBig(a) && power <= MOST_EXACT_POWER) return times(a, same(a.length, 10 ** power));
  const factor = 10n ** BigInt(power);
  return big(a).map((x) => x * factor);
}

/** Of each row the one that `first` chooses. */
export function choose(first: Uint8Array, a: Integers, b: Integers): Integers {
  if (!isBig(a) && !isBig(b)) return a.map((x, i) => (first[i] ? x : (b[i] as number)));
  const others = big(b);
  return big(a).map((x, i) => (first[i] ? x : (others[i] as bigint)));
}
