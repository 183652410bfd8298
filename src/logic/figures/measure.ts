import { Decimal, decimal } from '../number/decimal.ts';
import { formatNumber } from '../number/format.ts';
import type { Unit } from '../number/units.ts';

/** A number in a figure; null where there is none (shown as —). Percentages as people write them: 3.5 is 3.5 %. */
export type Amount = number | null;

export interface Measure {
  /** what the numbers are counted in; plain numbers where it is left out */
  unit?: Exclude<Unit, 'word'>;
  /** put after the number: 人, 单, 天 */
  suffix?: string;
}

const NONE = '—';
const LARGEST_WHOLE = 1e16;

const raised = (exponent: number): string =>
  String(exponent).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));

export const isAmount = (value: Amount | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const LARGEST_DRAWN = 1e200;

/** The number as it may be drawn with: 0 where there is none, small enough that differences don't overflow. */
export const amount = (value: Amount | undefined): number =>
  isAmount(value) ? Math.min(Math.max(value, -LARGEST_DRAWN), LARGEST_DRAWN) : 0;

/** The number as people read it: 10,000, ¥98,000, 3.5%, 1.2亿; — where there is none. */
export function say(value: Amount | undefined, measure: Measure = {}): string {
  if (!isAmount(value)) return NONE;
  const { unit = 'number', suffix = '' } = measure;
  const size = Math.abs(value);
  const percent = unit === 'percent';
  if (size >= (percent ? 1e8 : LARGEST_WHOLE)) {
    const exponent = Math.floor(Math.log10(size));
    const mantissa = new Decimal(value).div(new Decimal(`1e${exponent}`)).round(1);
    const power = `×10${raised(exponent)}${percent ? '%' : ''}${suffix}`;
    return formatNumber(mantissa, percent ? 'number' : unit, 'prose', power);
  }
  if (percent) return formatNumber(decimal(value).div(100), unit, 'prose', suffix);
  if (size >= 1e12) return formatNumber(decimal(value).div(1e12), unit, 'prose', `万亿${suffix}`);
  if (size >= 1e8) return formatNumber(decimal(value).div(1e8), unit, 'prose', `亿${suffix}`);
  return formatNumber(decimal(value), unit, 'prose', suffix);
}

/** The same with + before what adds: for changes. */
export const sayChange = (value: Amount | undefined, measure: Measure = {}): string =>
  `${isAmount(value) && value > 0 ? '+' : ''}${say(value, measure)}`;

const DECIMALS = /^(\D*[\d,]+)(?:\.(\d+))?(\D*)$/;

/** Figures that stand in one column, with as many decimals each: ¥54.00 above ¥0.97. */
export function inColumn(words: readonly string[]): string[] {
  const read = words.map((word) => DECIMALS.exec(word));
  const most = Math.max(0, ...read.map((match) => match?.[2]?.length ?? 0));
  const ends = new Set(read.flatMap((match) => (match ? [match[3]] : [])));
  if (most === 0 || ends.size > 1) return [...words];
  return words.map((word) =>
    word.replace(
      DECIMALS,
      (_, whole: string, part: string | undefined, end: string) =>
        `${whole}.${(part ?? '').padEnd(most, '0')}${end}`,
    ),
  );
}

/** Part of a whole in percent, null where there is no whole. */
export const rate = (part: Amount | undefined, whole: Amount | undefined): Amount =>
  isAmount(part) && isAmount(whole) && whole !== 0
    ? Number(decimal(part).div(decimal(whole)).times(100))
    : null;

/** Sums that agree with the numbers shown (0.1 + 0.2 is 0.3). */
export const sum = (values: readonly (Amount | undefined)[]): number =>
  Number(
    values.reduce<Decimal>((total, value) => total.plus(decimal(isAmount(value) ? value : 0)), decimal(0)),
  );
