import BigJs from 'big.js';

/** Decimal arithmetic for money and rates: 40 places on division, half away from zero. */
export const Decimal = BigJs();
Decimal.DP = 40;
Decimal.RM = 1;

export type Decimal = BigJs;

/** `decimal('3.5')`; throws on anything that is not a plain number. */
export const decimal = (value: BigJs.BigSource): Decimal => new Decimal(value);

export const ZERO = decimal(0);
export const ONE = decimal(1);
export const HUNDRED = decimal(100);

const PLACES = 40;
/** Ten places short of division: beyond them stands only what cut-off quotients leave (100 ÷ 3 × 3). */
const SOUND_PLACES = 30;
const TO_ZERO = 0;

const places = (value: Decimal): number => value.c.length - 1 - value.e;

/** Rounds only where there is something to round, which is rare and takes time. */
const roundTo = (value: Decimal, most: number): Decimal => (places(value) > most ? value.round(most) : value);

/** The value without what divisions cut off: what rounding and comparing must start from. */
export const sound = (value: Decimal): Decimal => roundTo(value, SOUND_PLACES);

/** −1, 0 or 1; numbers that differ only by what divisions cut off are equal. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const exact = Math.max(places(a), places(b)) <= SOUND_PLACES;
  return exact ? a.cmp(b) : sound(a.minus(b)).cmp(ZERO);
}

/** Largest whole number ≤ value. */
export function floor(value: Decimal): Decimal {
  const whole = sound(value).round(0, TO_ZERO);
  return compare(whole, value) > 0 ? whole.minus(ONE) : whole;
}

/** Smallest whole number ≥ value. */
export const ceil = (value: Decimal): Decimal => floor(value.neg()).neg();

/** 四舍五入到分: rounds half away from zero to 0.01, where the platform itself rounds. */
export const fen = (value: Decimal): Decimal => sound(value).round(2);

/** Whole-number powers, rounded to 40 places at each step so that a hundred steps stay quick; 0⁰ is 1. */
export function power(base: Decimal, exponent: number): Decimal {
  if (!Number.isInteger(exponent) || exponent < 0)
    throw new RangeError('exponent must be a whole number ≥ 0');
  let result = ONE;
  for (let i = 0; i < exponent; i++) result = result.times(base).round(PLACES);
  return result;
}

const MACHINE_DIGITS = 28;
/** Decimals a machine number keeps however large it is, so that parts still add up to their total. */
export const MACHINE_PLACES = 20;

/**
 * Plain decimal notation for machines: no exponent, no `-0`; 28 significant digits and at least 20 decimals
 * where it does not end sooner, never more decimals than are sound.
 */
export function toMachine(value: Decimal): string {
  const most = Math.max(MACHINE_PLACES, Math.min(SOUND_PLACES, MACHINE_DIGITS - 1 - value.e));
  const rounded = roundTo(value, most);
  return rounded.eq(ZERO) ? '0' : rounded.toFixed();
}
