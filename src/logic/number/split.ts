import { compare, type Decimal, decimal, floor, ZERO } from './decimal.ts';

/**
 * Rounds parts so that they still add up to their rounded total: largest remainder first, ties to the earlier part.
 * @param parts add up to `total`, but for what divisions cut off
 * @param places decimals to keep
 */
export function roundTogether(parts: readonly Decimal[], total: Decimal, places: number): Decimal[] {
  const unit = decimal(10).pow(places);
  const exact = parts.map((part, index) => {
    const whole = floor(part.times(unit));
    return { index, whole, rest: part.times(unit).minus(whole) };
  });
  const left = exact.reduce((rest, { whole }) => rest.minus(whole), total.times(unit).round(0)).toNumber();
  const order = [...exact].sort((a, b) => compare(b.rest, a.rest) || a.index - b.index);
  const more = new Set(order.slice(0, left).map(({ index }) => index));
  return exact.map(({ index, whole }) => (more.has(index) ? whole.plus(1) : whole).div(unit));
}

/**
 * Splits an amount into parts by weight, to the fen, so that the parts add up to it exactly.
 * @returns one part a weight, or nothing when the weights add up to zero
 */
export function splitByWeight(amount: Decimal, weights: readonly Decimal[]): Decimal[] | undefined {
  const sum = weights.reduce((a, b) => a.plus(b), ZERO);
  if (sum.lte(ZERO)) return undefined;
  return roundTogether(
    weights.map((weight) => amount.times(weight).div(sum)),
    amount,
    2,
  );
}
