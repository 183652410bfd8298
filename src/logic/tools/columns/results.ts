import { decimal } from '../../number/decimal.ts';
import { formatNumber } from '../../number/format.ts';
import type { Unit } from '../../number/units.ts';
import type { Result } from '../define.ts';
import type { Shown } from '../output.ts';
import { UNSAFE } from './integers.ts';

interface Named {
  key: string;
  label: string;
  /** 1 where the result exists */
  exists: Uint8Array;
}
/** One result of all rows, as it is shown: whole numbers of 10^-places (of percentages, of the ratio). */
export interface NumberResults extends Named {
  unit: Unit;
  suffix: string;
  places: number;
  values: Float64Array;
  /** those too large for a double, by row; `values` then has the nearest */
  wide: Map<number, bigint>;
}
/** A result in words or days, as it is shown. */
export interface WordResults extends Named {
  texts: string[];
}
export type ResultColumn = NumberResults | WordResults;

export const isWords = (column: ResultColumn): column is WordResults => 'texts' in column;

/** Decimals a number of this unit is shown with, found by showing one: below 1 and from 1 on. */
export function shownPlaces(unit: Unit): { below: number; above: number; kept: number } {
  const decimals = (sample: string): number =>
    /\.(\d+)/.exec(formatNumber(decimal(sample), unit))?.[1]?.length ?? 0;
  const more = unit === 'percent' ? 2 : 0;
  const [below, above] = [decimals('0.123456789') + more, decimals('1.123456789') + more];
  return { below, above, kept: Math.max(below, above) };
}

/** A place for one result of `count` rows. */
export function emptyColumn(key: string, result: Result, count: number): ResultColumn {
  const named = { key, label: result.label, exists: new Uint8Array(count) };
  if (result.unit === 'word' || result.unit === 'date') return { ...named, texts: [] };
  return {
    ...named,
    unit: result.unit,
    suffix: result.suffix ?? '',
    places: shownPlaces(result.unit).kept,
    values: new Float64Array(count),
    wide: new Map(),
  };
}

/** Puts a number in, as whole units of 10^-places; `fewer`: of so many places less. */
export function putWhole(column: NumberResults, row: number, units: number | bigint, fewer = 0): void {
  const value = Number(units) * (fewer === 0 ? 1 : 10 ** fewer);
  column.exists[row] = 1;
  column.values[row] = value;
  if (value >= UNSAFE || value <= -UNSAFE) column.wide.set(row, BigInt(units) * 10n ** BigInt(fewer));
}

const NUMBER = /^(-?)¥?([\d,]+)(?:\.(\d+))?/;

/** Puts in what the scalar path shows. */
export function putShown(column: ResultColumn, row: number, shown: Shown | undefined): void {
  column.exists[row] = 0;
  if (!shown || shown.machine === '') return;
  if (isWords(column)) {
    column.exists[row] = 1;
    column.texts[row] = shown.text;
    return;
  }
  column.wide.delete(row);
  const [, sign = '', whole = '', part = ''] = NUMBER.exec(shown.text) ?? [];
  const places = column.unit === 'percent' ? column.places - 2 : column.places;
  putWhole(column, row, BigInt(`${sign}${whole.replaceAll(',', '')}${part.padEnd(places, '0')}`));
}

const wholeOf = (column: NumberResults, row: number): number | bigint =>
  column.wide.get(row) ?? column.values[row] ?? 0;

const textOfWhole = ({ unit, suffix, places }: NumberResults, whole: number | bigint): string =>
  formatNumber(decimal(`${whole}e-${places}`), unit, 'ledger', suffix);

/** The result as the page shows it: ¥1,280.50, 45.52%, 1.82次; a dash where there is none. */
export function textOf(column: ResultColumn, row: number): string {
  if (!column.exists[row]) return '—';
  return isWords(column) ? (column.texts[row] ?? '') : textOfWhole(column, wholeOf(column, row));
}

/** Whole units of 10^-places in plain notation, with at least so many decimals. */
function plain(whole: number | bigint, places: number, least: number): string {
  const digits = String(whole < 0 ? -whole : whole).padStart(places + 1, '0');
  const point = digits.length - places;
  const part = digits.slice(point, point + least) + digits.slice(point + least).replace(/0+$/, '');
  return `${whole < 0 ? '-' : ''}${digits.slice(0, point)}${part && `.${part}`}`;
}

/** The number as shown, in plain notation and formula units: 1280.5, 0.4552 for 45.52%. */
export const cellNumber = (column: NumberResults, row: number): string =>
  plain(wholeOf(column, row), column.places, 0);

/** The result as text of a spreadsheet, which reads it as the number it is: 1280.50, 45.52%, 1.82; empty where there is none. */
export function cellText(column: ResultColumn, row: number): string {
  if (!column.exists[row]) return '';
  if (isWords(column)) return column.texts[row] ?? '';
  if (column.unit === 'percent') return `${plain(wholeOf(column, row), column.places - 2, 0)}%`;
  return plain(wholeOf(column, row), column.places, column.unit === 'money' ? 2 : 0);
}

/** What a column comes to over all rows in which the result exists. */
export interface Total {
  key: string;
  /** rows that have it */
  count: number;
  /** of the amounts as shown, so that it is what anybody gets who adds them up; not for rates and multiples */
  sum?: string;
  smallest?: string;
  largest?: string;
}

export function totalOf(column: ResultColumn): Total {
  let rows = 0;
  for (const exists of column.exists) rows += exists;
  if (isWords(column) || rows === 0) return { key: column.key, count: rows };
  let sum = 0n;
  /** part of the sum that is still exact as a double */
  let part = 0;
  let [smallest, largest] = [-1, -1];
  for (let row = 0; row < column.exists.length; row++) {
    if (!column.exists[row]) continue;
    const value = column.values[row] ?? 0;
    if (Math.abs(part) + Math.abs(value) >= UNSAFE) {
      sum += BigInt(part) + BigInt(wholeOf(column, row));
      part = 0;
    } else part += value;
    if (smallest < 0 || inOrder(column, row, smallest) < 0) smallest = row;
    if (largest < 0 || inOrder(column, row, largest) > 0) largest = row;
  }
  const adds = column.unit === 'money' || column.unit === 'count';
  return {
    key: column.key,
    count: rows,
    ...(adds && { sum: textOfWhole(column, sum + BigInt(part)) }),
    smallest: textOf(column, smallest),
    largest: textOf(column, largest),
  };
}

/** Below 0: row a has the smaller value. Both exist. */
function inOrder(column: ResultColumn, a: number, b: number): number {
  if (isWords(column)) return (column.texts[a] ?? '').localeCompare(column.texts[b] ?? '', 'zh');
  const apart = (column.values[a] ?? 0) - (column.values[b] ?? 0);
  if (apart !== 0 || column.wide.size === 0) return apart;
  const exactly = BigInt(wholeOf(column, a)) - BigInt(wholeOf(column, b));
  return exactly < 0n ? -1 : exactly > 0n ? 1 : 0;
}

/** Rows ordered by a result: those that have none come last, equal ones keep the order typed. */
export function orderBy(column: ResultColumn, largestFirst: boolean): Uint32Array {
  const all = Uint32Array.from(column.exists.keys());
  const turn = largestFirst ? -1 : 1;
  return all.sort((a, b) => {
    const [has, other] = [column.exists[a] ?? 0, column.exists[b] ?? 0];
    if (!has || !other) return other - has || a - b;
    return turn * inOrder(column, a, b) || a - b;
  });
}
