import { halfWidth } from './typing.ts';

const DAY = 86_400_000;
const TYPED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** Whole days since 1970-01-01 as 2026-11-22. */
export const isoOfDay = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/**
 * A day as people and spreadsheets write it: 2026-11-22, 2026/11/2, 2026.11.22, 2026年11月22日; a time after it is left out.
 * @returns whole days since 1970-01-01, or nothing when there is no such day
 */
export function dayOf(text: string): number | undefined {
  const [day = ''] = halfWidth(text)
    .trim()
    .split(/[\sT]+(?=\d{1,2}:)/);
  const match = TYPED.exec(day.replace(/\s+/g, ''));
  if (!match) return undefined;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const days = Date.UTC(year, month - 1, date) / DAY;
  const back = new Date(days * DAY);
  const exists =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return exists ? days : undefined;
}
