import { type Decimal, HUNDRED, sound, toMachine, ZERO } from './decimal.ts';
import { isoOfDay } from './day.ts';
import type { Unit } from './units.ts';

/** `ledger` for results (¥98,000.00), `prose` inside sentences (¥98,000), `formula` where six places or digits still matter. */
export type Style = 'ledger' | 'prose' | 'formula';

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** How many decimals people see of a number, a percentage in percent. */
export function places(value: Decimal, unit: Unit, style: Style = 'ledger'): number {
  if (style === 'formula') return Math.max(6, 5 - value.e);
  if (unit === 'money' || unit === 'percent' || unit === 'count') return 2;
  return value.abs().lt(1) ? 4 : 2;
}

/** The only place that rounds for people: money and percentages to 2 places, ratios to 2 to 4, half away from zero. */
export function formatNumber(value: Decimal, unit: Unit, style: Style = 'ledger', suffix = ''): string {
  if (unit === 'date') return isoOfDay(value.toNumber());
  const shown = sound(unit === 'percent' ? value.times(HUNDRED) : value);
  const rounded = shown.round(places(shown, unit, style));
  const sign = rounded.lt(ZERO) ? '-' : '';
  let [whole = '0', part = ''] = rounded.abs().toFixed().split('.');
  if (unit === 'money' && (style === 'ledger' || part)) part = part.padEnd(2, '0');
  if (unit !== 'ordinal') whole = group(whole);
  const digits = part ? `${whole}.${part}` : whole;
  if (unit === 'money') return `${sign}¥${digits}${suffix}`;
  if (unit === 'percent') return `${sign}${digits}%${suffix}`;
  return `${sign}${digits}${suffix}`;
}

/** The same number for machines, in the unit people see: percentages in percent. */
export const machineNumber = (value: Decimal, unit: Unit): string =>
  unit === 'date' ? isoOfDay(value.toNumber()) : toMachine(unit === 'percent' ? value.times(HUNDRED) : value);
