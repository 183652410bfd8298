import { addFunctions, number, numbers, type Value } from '../expression/functions.ts';
import { None } from '../expression/none.ts';
import { type Decimal, decimal, ZERO } from '../number/decimal.ts';
import { splitByWeight } from '../number/split.ts';

/** 3月 → 2. @throws None when the year has no such month */
function monthIndex(month: Value | undefined): number {
  const index = number(month).toNumber() - 1;
  if (!Number.isInteger(index) || index < 0 || index > 11) throw new None('没有这个月份');
  return index;
}

/** Days in a month of the Gregorian calendar, for any year: 31 and 30 by turns, starting anew in August. */
function daysInMonth(year: Decimal, index: number): Decimal {
  const divides = (by: number): boolean => year.mod(by).eq(ZERO);
  const leap = divides(4) && (!divides(100) || divides(400));
  return decimal(index === 1 ? (leap ? 29 : 28) : 31 - ((index % 7) % 2));
}

/** What falls to some of the months when an amount is split by weight to the fen. */
function partOf(
  amount: Value | undefined,
  weights: Value | undefined,
  first: number,
  count: number,
): Decimal {
  const parts = splitByWeight(number(amount), numbers([weights]));
  if (!parts) throw new None('各月权重全是0，分不下去');
  return parts.slice(first, first + count).reduce((a, b) => a.plus(b), ZERO);
}

/** What the calendar asks of formulas. */
addFunctions({
  daysInMonth: {
    face: '当月天数',
    takes: 2,
    apply: (year, month) => daysInMonth(number(year), monthIndex(month)),
  },
  monthPart: {
    face: '按权重分到当月',
    takes: 3,
    apply: (amount, weights, month) => partOf(amount, weights, monthIndex(month), 1),
  },
  quarterPart: {
    face: '按权重分到当季',
    takes: 3,
    apply: (amount, weights, month) => partOf(amount, weights, Math.floor(monthIndex(month) / 3) * 3, 3),
  },
});
