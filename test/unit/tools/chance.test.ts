import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '#logic/tools/run.ts';
import { Fraction } from '../fraction.ts';
import { machines, stateOf, toolNamed } from './support.ts';

const of = Fraction.of;
const cents = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
const count = (max: number, min = 0) => fc.integer({ min, max }).map(String);
const amount = (max: number, min = 0) => fc.integer({ min: min * 100, max: max * 100 }).map(cents);
const ratio = (typed: string): Fraction => of(typed).by(of(100));
const near = (got: string | undefined, want: number, digits = 9): void => {
  expect(Math.abs(Number(got || NaN) - want)).toBeLessThanOrEqual(
    10 ** -digits * Math.max(1, Math.abs(want)),
  );
};
/** To 18 digits, or 20 places: what a chain of divisions and a root of forty places leave far behind. */
const expectClose = (got: Fraction, want: Fraction): void => {
  const allowed = want
    .abs()
    .times(of(`0.${'0'.repeat(17)}1`))
    .plus(of(`0.${'0'.repeat(19)}1`));
  expect(got.minus(want).abs().cmp(allowed)).toBeLessThanOrEqual(0);
};
const at = (id: string, given: Record<string, string>) => run(toolNamed(id), stateOf(toolNamed(id), given));
const why = (id: string, given: Record<string, string>, key: string): string => {
  const outcome = at(id, given).results[key];
  return outcome?.exists === false ? outcome.why : '';
};

describe('ab-test', () => {
  const group = fc
    .tuple(fc.integer({ min: 1, max: 20000 }), fc.integer({ min: 0, max: 1000 }))
    .map(([trials, share]) => ({ trials, hits: Math.floor((trials * share) / 1000) }));
  const typed = (a: { trials: number; hits: number }, b: { trials: number; hits: number }) => ({
    aTrials: String(a.trials),
    aHits: String(a.hits),
    bTrials: String(b.trials),
    bHits: String(b.hits),
  });

  // Penn State STAT 415, lesson 9.4: of 605 non-smokers 351 and of 195 smokers 41 were for a tax; Z = 8.99.
  test('a textbook test: the cigarette tax', () => {
    const got = machines('ab-test', typed({ trials: 195, hits: 41 }, { trials: 605, hits: 351 }));
    expect(Number(got['z']).toFixed(2)).toBe('8.99');
    expect(got['significant']).toBe('yes');
  });

  // Agresti, An Introduction to Categorical Data Analysis, 2.2: heart attacks, 189 of 11 034 on placebo and 104 of
  // 11 037 on aspirin; difference 0.0077, 95 % interval (0.005, 0.011).
  test('a textbook interval: the Physicians’ Health Study', () => {
    const got = machines('ab-test', typed({ trials: 11037, hits: 104 }, { trials: 11034, hits: 189 }));
    const ends = ['diffLow', 'diffHigh'].map((key) => (Number(got[key]) / 100).toFixed(3));
    expect(ends).toEqual(['0.005', '0.011']);
  });

  // R, power.prop.test: p1 = .50, p2 = .75, power = .90 needs n = 76.7.
  test('a published sample size, and more for a smaller effect', () => {
    const half = { aTrials: '1000', aHits: '500', mde: '50', power: '90' };
    expect(machines('ab-test', half)['needPerGroup']).toBe('77');
    const needs = ['40', '20', '10', '5', '1'].map((mde) =>
      Number(machines('ab-test', { mde })['needPerGroup']),
    );
    expect([...needs].sort((a, b) => a - b)).toEqual(needs);
    expect(new Set(needs).size).toBe(needs.length);
  });

  /** Tables of the normal distribution: two-sided, by confidence. */
  const TABLE = { '90': '1.6448536', '95': '1.9599640', '99': '2.5758293' } as const;

  test('significant is |z| beyond the table, with z² in exact fractions', () => {
    const confidences = fc.constantFrom('90' as const, '95' as const, '99' as const);
    fc.assert(
      fc.property(group, group, confidences, (a, b, confidence) => {
        const got = machines('ab-test', { ...typed(a, b), confidence });
        const [nA, nB, hA, hB] = [a.trials, b.trials, a.hits, b.hits].map((n) => of(n));
        const pooled = hA!.plus(hB!).by(nA!.plus(nB!));
        const variance = pooled.times(of(1).minus(pooled)).times(of(1).by(nA!).plus(of(1).by(nB!)));
        if (variance.over === 0n) {
          expect([got['z'], got['pValue'], got['significant']]).toEqual(['', '', '']);
          return;
        }
        const difference = hB!.by(nB!).minus(hA!.by(nA!));
        const square = difference.times(difference).by(variance);
        expectClose(of(got['z'] ?? '').times(of(got['z'] ?? '')), square);
        const bound = of(TABLE[confidence]);
        const beyond = square.minus(bound.times(bound));
        fc.pre(beyond.abs().cmp(of('0.00001')) > 0);
        expect(got['significant']).toBe(beyond.over > 0n ? 'yes' : 'no');
      }),
      { numRuns: 500 },
    );
  });

  test('swapping the pictures turns every sign and leaves p; p is a share; the interval holds the difference', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const [one, two] = [machines('ab-test', typed(a, b)), machines('ab-test', typed(b, a))];
        near(one['diffLow'], -Number(two['diffHigh']), 12);
        near(one['diffHigh'], -Number(two['diffLow']), 12);
        const difference = (b.hits / b.trials - a.hits / a.trials) * 100;
        expect(Number(one['diffLow'])).toBeLessThanOrEqual(difference + 1e-9);
        expect(Number(one['diffHigh'])).toBeGreaterThanOrEqual(difference - 1e-9);
        if (one['z'] === '') return;
        near(one['z'], -Number(two['z']), 12);
        near(one['pValue'], Number(two['pValue']), 12);
        expect(Number(one['pValue'])).toBeGreaterThanOrEqual(0);
        expect(Number(one['pValue'])).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the sample size is the least that reaches the power, by its definition', () => {
    // z for 95 % two-sided and for a power of 80 %, from tables.
    const [zConfidence, zPower] = [1.959963984540054, 0.8416212335729142];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 100 }), (thousandths, mde) => {
        const [p1, p2] = [thousandths / 1000, (thousandths / 1000) * (1 + mde / 100)];
        const got = machines('ab-test', { aTrials: '1000', aHits: String(thousandths), mde: String(mde) });
        const mean = (p1 + p2) / 2;
        const asked =
          zConfidence * Math.sqrt(2 * mean * (1 - mean)) + zPower * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        const reaches = (n: number): boolean => (p2 - p1) * Math.sqrt(n) >= asked;
        const need = Number(got['needPerGroup']);
        expect(reaches(need * (1 + 1e-12))).toBe(true);
        expect(reaches((need - 1) * (1 - 1e-12))).toBe(false);
      }),
    );
  });

  test('each missing number says why', () => {
    expect(why('ab-test', { aHits: '0', bHits: '0' }, 'z')).toBe(
      '两张图都没人点，或者次次都点，没有波动可比。',
    );
    expect(why('ab-test', { aHits: '0' }, 'lift')).toContain('点击率是0');
    expect(why('ab-test', { aTrials: '0', aHits: '0' }, 'significant')).toContain('「A图展现量」是0');
    expect(why('ab-test', { mde: '0' }, 'needPerGroup')).toContain('想测出的提升填了0');
    expect(why('ab-test', { aHits: '4900', mde: '10' }, 'needPerGroup')).toContain('超过100%');
  });

  test('a rate of just 100% can still be planned for', () => {
    expect(machines('ab-test', { aTrials: '100', aHits: '50', mde: '100' })['needPerGroup']).not.toBe('');
  });

  test.each([
    ['aHits', '5001', '点击量不能比展现量（5,000次）多'],
    ['bHits', '5001', '点击量不能比展现量（5,000次）多'],
    ['confidence', '100', '要小于100%'],
    ['confidence', '0', '要大于0%'],
    ['power', '100', '要小于100%'],
    ['power', '0', '要大于0%'],
  ])('%s %s is an error: %s', (key, text, says) => {
    expect(at('ab-test', { [key]: text }).fields[key]).toEqual({ state: 'error', says });
  });
});

describe('service-staffing', () => {
  /**
   * Erlang C from its definition: its inverse is 1 + (1 − a/c)·Σ c!/(k!·a^(c−k)), summed term by term. Shares nothing
   * with the recursion.
   */
  function direct(servers: number, load: number): number {
    let term = 1;
    let sum = 0;
    for (let k = servers - 1; k >= 0; k--) {
      term *= (k + 1) / load;
      sum += term;
    }
    return 1 / (1 + (1 - load / servers) * sum);
  }
  const shop = fc.record({
    inquiries: amount(900, 1),
    handleMinutes: amount(15, 1),
    concurrency: count(8, 1),
    targetSeconds: count(300),
    targetRate: count(99),
    shrinkage: count(60),
  });

  test('the answer is the least: it holds at n, not at n − 1; what else is shown follows from n', () => {
    fc.assert(
      fc.property(shop, (given) => {
        const got = machines('service-staffing', given);
        const perHour = Number(given.inquiries);
        const minutes = Number(given.handleMinutes);
        const concurrency = Number(given.concurrency);
        const seconds = Number(given.targetSeconds);
        const rate = Number(given.targetRate);
        const load = (perHour * minutes) / 60;
        const level = (n: number): number => {
          const c = n * concurrency;
          return c > load ? 1 - direct(c, load) * Math.exp((-(c - load) * seconds) / (60 * minutes)) : -1;
        };
        const agents = Number(got['agents']);
        expect(agents).toBeGreaterThanOrEqual(1);
        expect(level(agents)).toBeGreaterThanOrEqual(rate / 100 - 1e-9);
        if (agents > 1) expect(level(agents - 1)).toBeLessThan(rate / 100 + 1e-9);
        const slots = agents * concurrency;
        near(got['load'], load);
        near(got['serviceLevel'], level(agents) * 100);
        // Close to full the wait hangs on the last digit of the load.
        if (slots - load > 0.01)
          near(got['waitSeconds'], (direct(slots, load) * 60 * minutes) / (slots - load));
        near(got['occupancy'], (load / slots) * 100);
        const staff = of(agents).by(of(1).minus(ratio(given.shrinkage)));
        expect(of(got['staff'] ?? '').cmp(staff)).toBeGreaterThanOrEqual(0);
        expect(
          of(got['staff'] ?? '')
            .minus(of(1))
            .cmp(staff),
        ).toBeLessThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('a load of 10 000 is worked out, a hair more is an error beside its field', () => {
    const most = at('service-staffing', { inquiries: '100000', concurrency: '1' });
    expect(Number(most.results['agents']?.machine)).toBeGreaterThan(10000);
    const beyond = at('service-staffing', { inquiries: '100000.01', concurrency: '1' });
    expect(beyond.fields['inquiries']).toMatchObject({ state: 'error' });
    expect(beyond.results['agents']).toMatchObject({ exists: false, why: '先改好「每小时咨询」' });
  });

  test('100% is for nobody but an empty shop', () => {
    expect(why('service-staffing', { targetRate: '100' }, 'staff')).toContain('做不到100%');
    expect(machines('service-staffing', { targetRate: '100', inquiries: '0' })['agents']).toBe('1');
    expect(Number(machines('service-staffing', { targetRate: '99.9999' })['agents'])).toBeGreaterThan(4);
  });

  test('the strictest target typed with forty digits, and a million million talks at once, are answered at once', () => {
    const strict = { inquiries: '100000', targetRate: `99.${'9'.repeat(36)}` };
    expect(Number(machines('service-staffing', { ...strict, concurrency: '1' })['agents'])).toBeGreaterThan(
      10000,
    );
    const crowd = machines('service-staffing', { ...strict, concurrency: '1000000000000' });
    expect([crowd['agents'], crowd['serviceLevel'], crowd['waitSeconds']]).toEqual(['1', '100', '0']);
  });

  test.each([
    ['handleMinutes', '0', '要大于0'],
    ['concurrency', '0', '不能小于1'],
    ['shrinkage', '100', '要小于100%'],
  ])('%s %s is an error: %s', (key, text, says) => {
    expect(at('service-staffing', { [key]: text }).fields[key]).toEqual({ state: 'error', says });
  });
});

describe('reorder', () => {
  const stock = fc.record({
    dailyMean: amount(300),
    dailySd: amount(90),
    leadDays: amount(60),
    leadSd: amount(9),
    reviewDays: count(14),
    serviceLevel: fc.integer({ min: 5001, max: 9999 }).map(cents),
    onHand: count(9000),
    inTransit: count(9000),
    orderCost: amount(900),
    holdingCost: amount(90, 1),
  });
  const exact = (given: Record<string, string>, key: string): Fraction => of(given[key] ?? '');

  test('the point covers the mean demand; variance and order quantity in exact fractions', () => {
    fc.assert(
      fc.property(stock, (given) => {
        const got = machines('reorder', given);
        const [mean, sd, lead, leadSd] = ['dailyMean', 'dailySd', 'leadDays', 'leadSd'].map((k) =>
          exact(given, k),
        );
        const days = lead!.plus(exact(given, 'reviewDays'));
        const variance = days.times(sd!).times(sd!).plus(mean!.times(mean!).times(leadSd!).times(leadSd!));
        const sigma = of(got['sigma'] ?? '');
        expect(sigma.times(sigma).minus(variance).abs().cmp(of('0.000000000001'))).toBeLessThan(0);
        const [point, safety, demand] = [
          of(got['reorderPoint'] ?? ''),
          of(got['safetyStock'] ?? ''),
          mean!.times(days),
        ];
        expect(point.cmp(demand)).toBeGreaterThanOrEqual(0);
        // Rounding up the sum or each of its parts differs by one at most.
        expect(point.cmp(demand.plus(safety).plus(of(1)))).toBeLessThan(0);
        expect(point.cmp(demand.plus(safety).minus(of(1)))).toBeGreaterThanOrEqual(0);
        expect(Number(got['safetyStock'])).toBe(Math.ceil(Number(got['z']) * Number(got['sigma']) - 1e-9));
        const best = of(2)
          .times(mean!)
          .times(of(365))
          .times(exact(given, 'orderCost'))
          .by(exact(given, 'holdingCost'));
        const eoq = of(got['eoq'] ?? '');
        expect(eoq.times(eoq).cmp(best)).toBeGreaterThanOrEqual(0);
        if (eoq.over > 0n) {
          const less = eoq.minus(of(1));
          expect(less.times(less).cmp(best)).toBeLessThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  // Standard normal tables.
  test.each([
    ['90', '1.2816'],
    ['97.5', '1.9600'],
    ['99', '2.3263'],
    ['99.9', '3.0902'],
  ])('%s%% is %s standard deviations', (serviceLevel, z) => {
    expect(Number(machines('reorder', { serviceLevel })['z']).toFixed(4)).toBe(z);
  });

  test('99 point twenty nines keeps its tail: 1e-22 of the distribution lies beyond 9.74', () => {
    // Abramowitz & Stegun, table 26.2: −lg Q(9) = 18.94746, −lg Q(10) = 23.11805.
    const z = Number(machines('reorder', { serviceLevel: `99.${'9'.repeat(20)}` })['z']);
    expect(z).toBeGreaterThan(9);
    expect(z).toBeLessThan(10);
  });

  test('at the point one orders, one piece above it not yet', () => {
    const given = { dailySd: '0', leadSd: '0', dailyMean: '50', leadDays: '7' };
    expect(machines('reorder', { ...given, onHand: '300', inTransit: '50' })['orderNow']).toBe('yes');
    expect(machines('reorder', { ...given, onHand: '301', inTransit: '50' })['orderNow']).toBe('no');
  });

  test.each([
    ['50', '要大于50%'],
    ['49.9', '不能小于50%'],
    ['100', '要小于100%'],
  ])('%s%% is an error: %s', (serviceLevel, says) => {
    expect(at('reorder', { serviceLevel }).fields['serviceLevel']).toEqual({ state: 'error', says });
  });

  test('nothing sold, nothing paid for keeping: said in words', () => {
    expect(why('reorder', { dailyMean: '0' }, 'coverDays')).toBe('日均销量是0，卖不完，天数算不出来。');
    expect(why('reorder', { holdingCost: '0' }, 'eoq')).toContain('存放成本是0');
  });
});

describe('ltv', () => {
  const customer = fc.record({
    aov: amount(3000),
    marginRate: amount(100),
    ordersPerYear: amount(12),
    maintainCost: amount(500),
    retention: amount(100),
    years: fc.integer({ min: 1, max: 40 }).map(String),
    discountRate: amount(100),
    cac: amount(900),
  });

  test('is the sum over the years in exact fractions', () => {
    fc.assert(
      fc.property(customer, (given) => {
        const got = machines('ltv', given);
        const first = of(given.aov).times(ratio(given.marginRate));
        const annual = first.times(of(given.ordersPerYear)).minus(of(given.maintainCost));
        const kept = ratio(given.retention).by(of(1).plus(ratio(given.discountRate)));
        let [sum, share] = [of(0), of(1)];
        for (let t = 0; t < Number(given.years); t++) {
          sum = sum.plus(annual.times(share));
          share = share.times(kept);
        }
        expectClose(of(got['ltv'] ?? ''), sum);
        expect(of(got['annualProfit'] ?? '').cmp(annual)).toBe(0);
        expect(got['firstOrderPays']).toBe(first.cmp(of(given.cac)) >= 0 ? 'yes' : 'no');
        expect(got['paybackMonths'] === '').toBe(annual.over <= 0n);
        expect(got['ratio'] === '').toBe(of(given.cac).over === 0n);
      }),
      { numRuns: 300 },
    );
  });

  test('nobody stays: the first year alone counts, 0⁰ is 1', () => {
    for (const years of ['1', '2', '100'])
      expect(machines('ltv', { retention: '0', years })['ltv']).toBe('189');
  });

  test('everybody stays and money keeps its worth: as many years as there are', () => {
    const all = machines('ltv', { retention: '100', discountRate: '0', years: '100' });
    expect(all['ltv']).toBe('18900');
  });

  test('more years, more customers kept and cheaper money never lower it', () => {
    const keys = fc.constantFrom(
      ['years', 1] as const,
      ['retention', 1] as const,
      ['discountRate', -1] as const,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), keys, (n, [key, way]) => {
        const [low, high] = [n, n + 1].map((value) =>
          Number(machines('ltv', { [key]: String(value) })['ltv']),
        );
        expect(Math.sign((high ?? NaN) - (low ?? NaN)) * way).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each([
    ['0', '不能小于1'],
    ['101', '不能大于100'],
    ['2.5', '这里要填整数'],
  ])('%s years are an error: %s', (years, says) => {
    expect(at('ltv', { years }).fields['years']).toEqual({ state: 'error', says });
  });
});
