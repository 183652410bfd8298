import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangC, lateShare, leastAgents, MOST_LOAD } from '#logic/statistics/erlang.ts';
import { Fraction } from '../fraction.ts';

const off = (got: number, want: number): number => Math.abs(got / want - 1);

/** Erlang C as its definition has it, a^c/c!·c/(c−a) against the sum of a^k/k!, in exact fractions. */
function direct(servers: number, load: Fraction): Fraction {
  let term = new Fraction(1n);
  let below = new Fraction(0n);
  for (let k = 1; k <= servers; k++) {
    below = below.plus(term);
    term = term.times(load).by(new Fraction(BigInt(k)));
  }
  const c = new Fraction(BigInt(servers));
  const all = term.times(c).by(c.minus(load));
  return all.by(below.plus(all));
}
const toNumber = (f: Fraction): number => Number((f.over * 10n ** 20n) / f.under) / 1e20;

describe('erlangC', () => {
  test('one line is busy as much as it is loaded; two lines: a²/(2 + a)', () => {
    for (const load of [0.1, 0.5, 0.99]) expect(off(erlangC(1, load), load)).toBeLessThan(1e-15);
    for (const load of [0.1, 1, 1.9])
      expect(off(erlangC(2, load), load ** 2 / (2 + load))).toBeLessThan(1e-15);
  });

  // Call Centre Helper, “Erlang C Formula – Made Simple With an Easy Worked Example”: 10 Erlang, 14 agents,
  // P(wait) = 0.1741, 88.8 % within 20 s of calls of 180 s.
  test('the worked example of Call Centre Helper', () => {
    expect(erlangC(14, 10)).toBeCloseTo(0.1741, 4);
    expect(1 - lateShare(14, 10, 20 / 180)).toBeCloseTo(0.888, 3);
  });

  // The definition summed with 50 digits by mpmath 1.3.
  test.each([
    [110, 100, 0.23700750028505274],
    [1000, 999.5, 0.9804842961888158],
    [10001, 10000, 0.9875568701565485],
    [10100, 10000, 0.22476290646653221],
    [10500, 10000, 3.733636002539883e-7],
  ])('%s servers for %s Erlang: %s', (servers, load, share) => {
    expect(off(erlangC(servers, load), share)).toBeLessThan(1e-12);
  });

  test('agrees with its definition in exact fractions', () => {
    const few = fc.integer({ min: 1, max: 25 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 999 }), (servers, thousandths) => {
        const load = new Fraction(BigInt(thousandths * servers), 1000n);
        const want = toNumber(direct(servers, load));
        fc.pre(want > 1e-8);
        expect(off(erlangC(servers, (thousandths * servers) / 1000), want)).toBeLessThan(1e-11);
      }),
      { numRuns: 300 },
    );
  });

  test('is a share; more load raises it, more servers lower it', () => {
    const load = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(load, load, fc.integer({ min: 1, max: 400 }), (a, b, servers) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((x) => erlangC(servers, x));
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
        expect(less).toBeLessThanOrEqual((more ?? NaN) * (1 + 1e-12));
        expect(erlangC(servers + 1, a)).toBeLessThanOrEqual(erlangC(servers, a) * (1 + 1e-12));
      }),
      { numRuns: 500 },
    );
  });

  test('nobody waits without load or with servers beyond counting; everybody does when they cannot keep up', () => {
    expect([erlangC(1, 0), erlangC(1e15, MOST_LOAD), erlangC(4, 4), erlangC(4, 4.1)]).toEqual([0, 0, 1, 1]);
  });
});

describe('leastAgents', () => {
  test('keeps up and meets the target; one agent fewer does not', () => {
    const cases = fc.record({
      load: fc.double({ min: 0.01, max: 200, noNaN: true }),
      concurrency: fc.integer({ min: 1, max: 9 }),
      patience: fc.double({ min: 0, max: 3, noNaN: true }),
      allowed: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ load, concurrency, patience, allowed }) => {
        const agents = leastAgents(load, concurrency, patience, allowed);
        const good = (n: number, slack: number): boolean =>
          n * concurrency > load && lateShare(n * concurrency, load, patience) <= allowed * (1 + slack);
        expect(Number.isInteger(agents) && agents >= 1 && good(agents, 1e-9)).toBe(true);
        expect(agents > 1 && good(agents - 1, -1e-9)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('a target met exactly is met: one agent at half load answers half at once', () => {
    expect([leastAgents(0.5, 1, 0, 0.5), leastAgents(0.2, 1, 0, 0.2)]).toEqual([1, 1]);
    expect(leastAgents(0.5, 1, 0, 0.4999999)).toBe(2);
  });

  test('without a target it is enough to keep up, and as many as the load is not', () => {
    expect([leastAgents(4, 4, 0, 1), leastAgents(3.9, 4, 0, 1), leastAgents(3, 1, 0, 1)]).toEqual([2, 1, 4]);
  });

  test('one agent stays when nobody asks', () => {
    expect([leastAgents(0, 1, 1, 0.2), leastAgents(0, 3, 0, 0)]).toEqual([1, 1]);
  });

  test('ends for the heaviest load, the strictest target and any number of talks at a time', () => {
    const strict = leastAgents(MOST_LOAD, 1, 0, 1e-40);
    expect(strict).toBeGreaterThan(MOST_LOAD);
    expect(erlangC(strict, MOST_LOAD)).toBeLessThanOrEqual(1e-40);
    expect(erlangC(strict - 1, MOST_LOAD)).toBeGreaterThan(1e-40);
    expect(leastAgents(MOST_LOAD, 1, 0, Number.MIN_VALUE)).toBeLessThan(14_000);
    expect(leastAgents(MOST_LOAD, 1e12, 0, 1e-40)).toBe(1);
    expect(leastAgents(MOST_LOAD, 9_999, 0, 0.2)).toBe(2);
  });
});
