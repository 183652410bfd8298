import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, isoOfDay } from '#logic/number/day.ts';

describe('days as people write them', () => {
  test.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    // 56 years and 14 leap days after 1970, then 325 days of 2026.
    ['2026-11-22', 56 * 365 + 14 + 325],
    ['2026/11/22', 20779],
    ['2026.11.2', 20759],
    ['2026年11月22日', 20779],
    ['２０２６－１１－２２', 20779],
    [' 2026-11-22 ', 20779],
    ['2026-11-22 08:30:00', 20779],
    ['2026-11-22T08:30', 20779],
    ['2024-02-29', 19782],
  ])('%s is day %i', (typed, day) => {
    expect(dayOf(typed)).toBe(day);
  });

  test.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-11-22',
    '11/22/2026',
    '2026-11',
    '昨天',
    '20261122',
  ])('%s is no day', (typed) => {
    expect(dayOf(typed)).toBeUndefined();
  });

  test('every day reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100000, max: 100000 }), (day) => {
        expect(dayOf(isoOfDay(day))).toBe(day);
      }),
    );
  });

  test('nothing anybody types makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void dayOf(typed)));
  });
});
