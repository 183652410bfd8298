import type { Column } from './column.ts';
import { UNSAFE } from './integers.ts';

/** `half`: 四舍五入, half away from zero */
export type Way = 'half' | 'floor' | 'ceil';

/** A double says on which side of a boundary a value lies when it is farther from it than this, in units rounded to. */
const UNSURE = 1e-9;
const UNSURE_IF_NOISY = 1e-6;
const DOUBLE = 2 ** -48;
/** Nearer than this to a boundary, and not on it, the scalar path says it is on it. */
const TOO_CLOSE = 1e-20;

/**
 * Rounds rows of a column to whole units of 10^-places. A double decides where it is sure, exact arithmetic where it is
 * not, and where even that might differ from the scalar path, `odd` gets the row.
 */
export function rounder(
  column: Column,
  places: number,
  way: Way,
  odd: Uint8Array,
): (row: number) => number | bigint {
  const { over, under, noisy } = column;
  const power = places - column.scale;
  const factor = 10 ** power;
  const unsure = noisy ? UNSURE_IF_NOISY : UNSURE;

  return (row) => {
    const value = Number(over[row]);
    const units = (under ? value / Number(under[row]) : value) * factor;
    // Every way is a floor of something: half of |x| + ½, ceil of −x.
    const x = way === 'half' ? Math.abs(units) + 0.5 : way === 'floor' ? units : -units;
    const whole = Math.floor(x);
    const rest = x - whole;
    const margin = unsure + Math.abs(x) * DOUBLE;
    if (rest > margin && rest < 1 - margin) return turned(whole, units < 0);
    if (!noisy) return exactly(row);
    odd[row] = 1;
    return 0;
  };

  function exactly(row: number): number | bigint {
    let top = BigInt(over[row] as number | bigint) * 10n ** BigInt(Math.max(0, power));
    let bottom = BigInt(under?.[row] ?? 1) * 10n ** BigInt(Math.max(0, -power));
    const below = top < 0n;
    if (way === 'half') {
      top = (below ? -top : top) * 2n + bottom;
      bottom *= 2n;
    } else if (way === 'ceil') top = -top;
    let whole = top / bottom;
    let left = top % bottom;
    if (left < 0n) {
      whole -= 1n;
      left += bottom;
    }
    const near = left * 2n > bottom ? bottom - left : left;
    if (near !== 0n && Number(near) / Number(bottom) < TOO_CLOSE) odd[row] = 1;
    return turned(whole < UNSAFE && whole > -UNSAFE ? Number(whole) : whole, below);
  }

  function turned(whole: number | bigint, below: boolean): number | bigint {
    if (way === 'floor' || (way === 'half' && !below)) return whole;
    return typeof whole === 'bigint' ? -whole : 0 - whole; // 0 − 0 is 0, −0 is not
  }
}

/** A column rounded inside a formula: fen, floor, ceil. */
export function roundColumn(a: Column, places: number, way: Way, odd: Uint8Array): Column {
  const round = rounder(a, places, way, odd);
  const rounded = Array.from({ length: a.over.length }, (_, row) => (a.missing?.[row] ? 0 : round(row)));
  const over = rounded.some((x) => typeof x === 'bigint')
    ? rounded.map(BigInt)
    : Float64Array.from(rounded as number[]);
  return { over, scale: places, noisy: false, ...(a.missing && { missing: a.missing }) };
}
