import { type Decimal, decimal, HUNDRED } from '../number/decimal.ts';
import { parseTyped, type Typed } from '../number/typing.ts';
import type { NumericView, WrongValue } from './numeric-view.ts';

type Asked = Pick<NumericView, 'unit' | 'suffix' | 'key' | 'tolerance'>;

/**
 * Reads a typed answer by the unit of the result: ¥, 元, %, 万, commas and full-width digits all read, and so does
 * the suffix shown behind the field. A multiple may be typed as a percentage. The value comes back in the unit people see.
 */
export function readNumber(text: string, { unit, suffix }: Pick<Asked, 'unit' | 'suffix'>): Typed {
  let rest = text.normalize('NFKC').trim();
  if (suffix && suffix !== '%' && rest.endsWith(suffix)) rest = rest.slice(0, -suffix.length).trim();
  if (unit === 'ratio') rest = rest.replace(/(倍|:1)$/, '');
  const percent = unit === 'percent' || (unit === 'ratio' && rest.endsWith('%'));
  // A result may have decimals and be a loss, whatever its unit.
  const typed = parseTyped(rest, {
    unit: percent ? 'percent' : unit === 'money' ? 'money' : 'number',
    signed: true,
  });
  return typed.state === 'ok' && unit === 'percent'
    ? { state: 'ok', value: typed.value.times(HUNDRED) }
    : typed;
}

/** Both ends included. */
export const within = (value: Decimal, aim: string, tolerance: Decimal | string): boolean =>
  value.minus(aim).abs().lte(tolerance);

const FACTORS = [
  ['100', '100倍'],
  ['0.01', '100倍'],
  ['10000', '一万倍'],
  ['0.0001', '一万倍'],
] as const;

/** Whether the digits are right and only the unit is not: 0.25 where 25 % is meant, 9.8 where 98000 is. */
export function unitHint(value: Decimal, { key, tolerance, suffix }: Asked, shown: string): string {
  // A digit or two may have been lost on the way to the wrong unit: half a percent either side.
  const near = decimal(key).abs().div(200);
  const slack = near.gt(tolerance) ? near : decimal(tolerance);
  const found = FACTORS.find(([factor]) => !value.eq(0) && within(value.times(factor), key, slack));
  if (!found) return '';
  return `数字对，单位差了${found[1]}：这里${suffix ? `用「${suffix}」` : '不带单位'}，要写成${shown}。`;
}

/** The misconception whose number this is. */
export const wrongOf = (
  value: Decimal,
  view: Pick<NumericView, 'wrong' | 'tolerance'>,
): WrongValue | undefined => view.wrong.find((wrong) => within(value, wrong.value, view.tolerance));
