import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalQuantile, normalTail } from '#logic/statistics/normal.ts';

const off = (got: number, want: number): number => Math.abs(got / want - 1);

describe('normalQuantile', () => {
  // Wichura (1988), the three values his paper gives for checking PPND16, one for each of its pieces.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
  ])('the paper: %s → %s', (p, z) => {
    expect(off(normalQuantile(p), z)).toBeLessThan(1e-15);
  });

  // √2·erf⁻¹(2p − 1) by mpmath 1.3 with 50 digits.
  test.each([
    [0.025, -1.9599639845400543],
    [0.05, -1.6448536269514726],
    [0.1, -1.2815515655446004],
    [0.4, -0.2533471031357998],
    [0.6, 0.2533471031357998],
    [0.95, 1.6448536269514726],
    [0.975, 1.9599639845400543],
    [0.99, 2.326347874040841],
    [0.995, 2.575829303548901],
  ])('mpmath: %s → %s', (p, z) => {
    expect(off(normalQuantile(p), z)).toBeLessThan(1e-15);
  });

  test('half lies on either side of 0, and both sides mirror each other', () => {
    expect(normalQuantile(0.5)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (n) => {
        const p = n / 2 ** 30;
        expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
      }),
    );
  });

  test('grows with p, also where its pieces meet', () => {
    const share = fc.double({ min: 1e-300, max: 1 - 1e-15, noNaN: true });
    fc.assert(
      fc.property(share, share, (p, q) => {
        expect(Math.sign(normalQuantile(p) - normalQuantile(q)) * Math.sign(p - q)).toBeGreaterThanOrEqual(0);
      }),
    );
    for (const seam of [0.075, 0.925, Math.exp(-25)]) {
      const [below, at, above] = [1 - 1e-9, 1, 1 + 1e-9].map((f) => normalQuantile(seam * f));
      expect(below).toBeLessThan(at ?? NaN);
      expect(at).toBeLessThan(above ?? NaN);
    }
  });
});

describe('normalTail', () => {
  // ½·erfc(x/√2) by mpmath 1.3 with 50 digits.
  test.each([
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145705],
    [1.5, 0.06680720126885807],
    [1.96, 0.024997895148220435],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [8, 6.220960574271784e-16],
    [10, 7.619853024160525e-24],
    [20, 2.7536241186062337e-89],
    [30, 4.906713927148187e-198],
    [37, 5.725571222524577e-300],
    [-1, 0.8413447460685429],
    [-3, 0.9986501019683699],
  ])('mpmath: above %s lies %s', (x, share) => {
    expect(off(normalTail(x), share)).toBeLessThan(1e-14);
  });

  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1: area between 0 and x, five places.
  test.each([
    [1, 0.34134],
    [1.28, 0.39973],
    [1.64, 0.4495],
    [1.96, 0.475],
    [2.58, 0.49506],
  ])('the NIST table: between 0 and %s lie %s', (x, area) => {
    expect(0.5 - normalTail(x)).toBeCloseTo(area, 5);
  });

  // Abramowitz & Stegun, Handbook of Mathematical Functions, table 26.2: −log₁₀ Q(x), five places.
  test.each([
    [5, 6.54265],
    [10, 23.11805],
    [20, 88.5601],
    [30, 197.30921],
  ])('far out, Abramowitz & Stegun: −lg Q(%s) = %s', (x, lg) => {
    expect(Math.abs(-Math.log10(normalTail(x)) - lg)).toBeLessThan(6e-6);
  });

  test('half lies above 0, nothing above 40, everything above −40', () => {
    expect([0, 40, 1e300, -40, -1e300].map(normalTail)).toEqual([0.5, 0, 0, 1, 1]);
  });

  test('falls with x, also where its pieces meet; both sides make 1', () => {
    const any = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(any, any, (x, y) => {
        expect(Math.sign(normalTail(x) - normalTail(y)) * Math.sign(x - y)).toBeLessThanOrEqual(0);
        expect(Math.abs(normalTail(x) + normalTail(-x) - 1)).toBeLessThan(1e-15);
      }),
    );
    for (const seam of [0.66291, Math.sqrt(32)]) {
      const [below, above] = [seam - 1e-9, seam + 1e-9].map(normalTail);
      expect(below).toBeGreaterThan(above ?? NaN);
      expect(off(below ?? NaN, above ?? NaN)).toBeLessThan(1e-7);
    }
  });
});

test('the quantile undoes the distribution', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 37, noNaN: true }), (x) => {
      expect(Math.abs(-normalQuantile(normalTail(x)) - x)).toBeLessThan(1e-9);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 300, noNaN: true }), (places) => {
      const p = 10 ** -places;
      expect(off(normalTail(-normalQuantile(p)), p)).toBeLessThan(1e-9);
    }),
    { numRuns: 1000 },
  );
});
