/**
 * Roots, exponentials, the normal distribution and Erlang's queue in whole numbers of 10^-120: slow, and with nothing in
 * common with the program's doubles and approximations.
 */
import { Fraction } from '../../fraction.ts';

const UNIT = 10n ** 120n;
const ZERO = new Fraction(0n);
const HALF = new Fraction(1n, 2n);

const scaled = ({ over, under }: Fraction): bigint => (over * UNIT) / under;
const back = (units: bigint): Fraction => new Fraction(units, UNIT);
const product = (a: bigint, b: bigint): bigint => (a * b) / UNIT;

/** Largest whole number whose square is not above it, by Newton's steps from above. */
function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let guess = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + square / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** √x, of nothing nothing. */
export const root = (x: Fraction | undefined): Fraction | undefined =>
  x && back(wholeRoot((x.over * UNIT * UNIT) / x.under));

/** e^-x for x ≥ 0: the series at x / 2^k, squared k times. */
function decay(x: bigint): bigint {
  if (x > 300n * UNIT) return 0n;
  let halvings = 0n;
  while (x >> halvings > UNIT >> 4n) halvings++;
  const small = x >> halvings;
  let term = UNIT;
  let sum = UNIT;
  for (let n = 1n; term !== 0n; n++) {
    term = -product(term, small) / n;
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) sum = product(sum, sum);
  return sum;
}

/** arctan(1/n) by its series */
function arctan(n: bigint): bigint {
  let power = UNIT / n;
  let sum = power;
  for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
    power /= n * n;
    sum += (sign * power) / k;
  }
  return sum;
}
/** Machin: π = 16 arctan(1/5) − 4 arctan(1/239) */
const PI = 16n * arctan(5n) - 4n * arctan(239n);
const ROOT_TWO_PI = wholeRoot(2n * PI * UNIT);

/** Φ(x) − ½ for x ≥ 0: φ(x)·(x + x³/3 + x⁵/(3·5) + …), all terms positive. */
function fromMiddle(x: bigint): bigint {
  if (x > 20n * UNIT) return UNIT / 2n;
  const square = product(x, x);
  let term = x;
  let sum = x;
  for (let n = 3n; term !== 0n; n += 2n) {
    term = product(term, square) / n;
    sum += term;
  }
  return product((decay(square / 2n) * UNIT) / ROOT_TWO_PI, sum);
}

/** P(Z > x) of the standard normal distribution, for x ≥ 0. */
export const upperTail = (x: Fraction): Fraction => back(UNIT / 2n - fromMiddle(scaled(x)));

/** The x with P(Z ≤ x) = p, by bisection to 10^-40; nothing outside 0 < p < 1. */
export function quantile(p: Fraction | undefined): Fraction | undefined {
  if (!p || p.cmp(ZERO) <= 0 || p.cmp(new Fraction(1n)) >= 0) return undefined;
  const wanted = scaled(p.minus(HALF).abs());
  let [low, high] = [0n, 20n * UNIT];
  while (high - low > UNIT / 10n ** 40n) {
    const middle = (low + high) / 2n;
    if (fromMiddle(middle) < wanted) low = middle;
    else high = middle;
  }
  return back(p.cmp(HALF) < 0 ? -low : low);
}

/** Probability that somebody waits, with c servers and a load of a Erlang, a < c: Erlang's own sum from its last term down. */
function waits(load: Fraction, servers: bigint): bigint {
  if (load.over === 0n) return 0n;
  // All terms as multiples of the last, a^c/c!.
  let term = UNIT;
  let below = 0n;
  for (let k = servers; k > 0n && term !== 0n; k--) {
    term = (term * k * load.under) / load.over;
    below += term;
    if (below > UNIT * UNIT) return 0n; // less than 10^-120: with so many servers nobody waits
  }
  const c = new Fraction(servers);
  const last = scaled(c.by(c.minus(load)));
  return (last * UNIT) / (last + below);
}

interface Queue {
  serviceLevel: Fraction;
  /** in units of the mean service time */
  wait: Fraction;
}
/** Erlang C: the share answered within `patience` mean service times, and the mean wait. */
export function queue(load: Fraction, servers: bigint, patience: Fraction): Queue {
  const spare = new Fraction(servers).minus(load);
  const waiting = waits(load, servers);
  const beyond = product(waiting, decay(scaled(spare.times(patience))));
  return { serviceLevel: back(UNIT - beyond), wait: back(waiting).by(spare) };
}
