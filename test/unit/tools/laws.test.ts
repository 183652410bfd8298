import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { run } from '#logic/tools/run.ts';
import { agree, Fraction, sumOf } from '../fraction.ts';
import { machines, stateOf, toolNamed } from './support.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const of = Fraction.of;
const ONE = of(1);
const cents = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
/** Text of a whole number, of an amount to the fen, of a percentage to a hundredth. */
const count = (max: number) => fc.integer({ min: 0, max }).map(String);
const money = (max: number) => fc.integer({ min: 0, max: max * 100 }).map(cents);
const percent = fc.integer({ min: 0, max: 10000 }).map(cents);
const ratio = (typed: string): Fraction => of(typed).by(of(100));

const expectSame = (got: string | undefined, expected: Fraction, digits = 12) => {
  const text = `${expected.over}/${expected.under}`;
  expect(
    got === undefined || got === '' ? got : agreeFraction(got, expected, digits),
    `${got} ≠ ${text}`,
  ).toBe(true);
};
const agreeFraction = (got: string, want: Fraction, digits: number): boolean =>
  of(got)
    .minus(want)
    .abs()
    .cmp(want.abs().times(new Fraction(1n, 10n ** BigInt(digits)))) <= 0;

describe('target', () => {
  const weights = fc.array(fc.oneof(count(40), money(30)), { minLength: 12, maxLength: 12 });

  test('twelve months add up to the year to the fen, three to their quarter, by largest remainder', () => {
    fc.assert(
      fc.property(money(9999999), weights, (annual, list) => {
        const sum = sumOf(list.map(of));
        fc.pre(sum.over > 0n);
        const parts = Array.from({ length: 12 }, (_, i) =>
          machines('target', { annual, weights: list.join(), month: String(i + 1), asOfDay: '1' }),
        );
        const months = parts.map((part) => of(part['monthTarget'] ?? ''));
        expect(sumOf(months).cmp(of(annual))).toBe(0);
        for (const [i, part] of parts.entries()) {
          const first = Math.floor(i / 3) * 3;
          expect(of(part['quarterTarget'] ?? '').cmp(sumOf(months.slice(first, first + 3)))).toBe(0);
        }
        // Independently: whole fen first, the fen left over to the largest remainders, earlier months first.
        const exact = list.map((weight) => of(annual).times(of(100)).times(of(weight)).by(sum));
        const whole = exact.map((share) => share.over / share.under);
        const left = Number(of(annual).times(of(100)).over - whole.reduce((a, b) => a + b, 0n));
        const order = exact
          .map((share, i) => ({ i, rest: share.minus(new Fraction(whole[i]!)) }))
          .sort((a, b) => b.rest.cmp(a.rest) || a.i - b.i);
        for (const { i } of order.slice(0, left)) whole[i]! += 1n;
        expect(months.map((month) => month.times(of(100)).over)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['2023', '2', '28'],
    ['2024', '2', '29'],
    ['1900', '2', '28'],
    ['2000', '2', '29'],
    ['2026', '4', '30'],
    ['2026', '12', '31'],
  ])('%s-%s has %s days: the last day passes, the next does not', (year, month, days) => {
    const at = (asOfDay: string) =>
      run(toolNamed('target'), stateOf(toolNamed('target'), { year, month, asOfDay }));
    const last = at(days);
    expect(last.fields['asOfDay']?.state).toBe('ok');
    expect(last.results['requiredDaily']).toMatchObject({
      exists: false,
      why: '这个月已经过完，没有剩下的日子可以分。',
    });
    const beyond = at(String(Number(days) + 1));
    expect(beyond.fields['asOfDay']).toEqual({ state: 'error', says: `这个月只有${days}天` });
    expect(beyond.results['monthTarget']?.exists).toBe(true);
    expect(beyond.results['attainment']).toMatchObject({ exists: false, why: '先改好「已过天数」' });
  });
});

describe('gmv-change', () => {
  const side = fc.tuple(count(300000), percent, money(3000));
  const KEYS = ['effectUv', 'effectCvr', 'effectAov'] as const;

  test('effects are the mean over the six orders of change, and add up to the change', () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const [uv0, cvr0, aov0] = before;
        const [uv1, cvr1, aov1] = after;
        const got = machines('gmv-change', { uv0, cvr0, aov0, uv1, cvr1, aov1 });
        const from = [of(uv0), ratio(cvr0), of(aov0)];
        const to = [of(uv1), ratio(cvr1), of(aov1)];
        const product = (factors: Fraction[]): Fraction => factors.reduce((a, b) => a.times(b), ONE);
        const effects = [of(0), of(0), of(0)];
        for (const order of [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ]) {
          const now = [...from];
          for (const i of order) {
            const was = product(now);
            now[i] = to[i]!;
            effects[i] = effects[i]!.plus(product(now).minus(was).by(of(6)));
          }
        }
        KEYS.forEach((key, i) => expectSame(got[key], effects[i]!));
        const delta = product(to).minus(product(from));
        expect(of(got['delta'] ?? '').cmp(delta)).toBe(0);
        expect(sumOf(KEYS.map((key) => of(got[key] ?? ''))).cmp(delta)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('what stands on screen adds up too', () => {
    const shown = (text: string): Fraction => of(text.replace(/[¥,]/g, ''));
    fc.assert(
      fc.property(side, side, ([uv0, cvr0, aov0], [uv1, cvr1, aov1]) => {
        const { results } = run(
          toolNamed('gmv-change'),
          stateOf(toolNamed('gmv-change'), { uv0, cvr0, aov0, uv1, cvr1, aov1 }),
        );
        const parts = KEYS.map((key) => shown(results[key]?.text ?? ''));
        expect(sumOf(parts).cmp(shown(results['delta']?.text ?? ''))).toBe(0);
      }),
      { numRuns: 300 },
    );
    const { results, reading } = run(
      toolNamed('gmv-change'),
      stateOf(toolNamed('gmv-change'), {
        uv0: '10',
        cvr0: '10',
        aov0: '10',
        uv1: '11',
        cvr1: '20',
        aov1: '11',
      }),
    );
    expect(['delta', ...KEYS].map((key) => results[key]?.text)).toEqual([
      '¥14.20',
      '¥1.59',
      '¥11.03',
      '¥1.58',
    ]);
    expect(reading[0]?.text).toContain('多卖¥14.20：访客数¥1.59，转化率¥11.03，客单价¥1.58');
  });
});

describe('funnel, visitor-value, inventory-turnover', () => {
  test('支付转化率 is 下单转化率 times 付款转化率', () => {
    fc.assert(
      fc.property(count(90000), count(9000), count(900), (visitors, orders, paid) => {
        fc.pre(visitors !== '0' && orders !== '0');
        const got = machines('funnel', { visitors, orders, paid });
        expectSame(got['overall'], of(paid).by(of(visitors)).times(of(100)));
        const chained = of(got['orderRate'] ?? '')
          .times(of(got['payRate'] ?? ''))
          .by(of(100));
        expect(
          chained
            .minus(of(got['overall'] ?? ''))
            .abs()
            .cmp(new Fraction(1n, 10n ** 15n)),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each([
    ['clicks', '100001', '点击量比展现量还多'],
    ['visitors', '4001', '访客数比点击量多'],
    ['carts', '3801', '加购人数比访客数多'],
    ['orders', '381', '下单的人比加购的多'],
    ['paid', '153', '付款的人比下单的多'],
    ['valid', '134', '有效的人比付款的多'],
  ])('a step larger than the one before it is a warning, not an error: %s', (key, typed, says) => {
    const { warnings, fields } = run(toolNamed('funnel'), stateOf(toolNamed('funnel'), { [key]: typed }));
    expect(warnings.map(({ text }) => text).join()).toContain(says);
    expect(Object.values(fields).every(({ state }) => state === 'ok')).toBe(true);
    expect(run(toolNamed('funnel'), stateOf(toolNamed('funnel'))).warnings).toEqual([]);
  });

  test('每个访客剩下 times 访客数 is margin less spend', () => {
    fc.assert(
      fc.property(
        count(90000),
        money(900000),
        percent,
        money(90000),
        (visitors, revenue, marginRate, adSpend) => {
          fc.pre(visitors !== '0');
          const got = machines('visitor-value', { visitors, revenue, marginRate, adSpend });
          const whole = of(revenue).times(ratio(marginRate)).minus(of(adSpend));
          const off = of(got['uvSurplus'] ?? '')
            .minus(whole.by(of(visitors)))
            .abs();
          expect(off.cmp(new Fraction(1n, 10n ** 18n))).toBeLessThanOrEqual(0);
          expect(of(got['uvSurplus'] ?? '').cmp(of(0))).toBe(whole.cmp(of(0)));
        },
      ),
    );
  });

  test('周转天数 is average stock over the cost sold a day', () => {
    fc.assert(
      fc.property(
        money(900000),
        money(90000),
        money(90000),
        fc.integer({ min: 1, max: 366 }),
        (cogs, opening, closing, days) => {
          const average = of(opening).plus(of(closing)).by(of(2));
          fc.pre(average.over > 0n && of(cogs).over > 0n);
          const got = machines('inventory-turnover', { cogs, opening, closing, days: String(days) });
          expectSame(got['daysCogs'], average.by(of(cogs).by(of(days))));
        },
      ),
    );
  });
});

describe('the break-even line is one and the same', () => {
  const rates = fc.record({ marginRate: percent, refundRate: percent, returnCost: percent });

  test('roas and max-cpc agree', () => {
    fc.assert(
      fc.property(rates, (given) => {
        const a = machines('roas', given);
        const b = machines('max-cpc', given);
        expect([b['keepRate'], b['breakEvenRoas']]).toEqual([a['keepRate'], a['breakEvenRoas']]);
        expect(a['breakEvenRoas'] === '').toBe(of(a['keepRate'] ?? '').cmp(of(0)) <= 0);
      }),
    );
  });

  test('unit-profit carries into roas: its contribution rate, return rate and return cost give the same line', () => {
    const shop = fc.record({
      price: money(900),
      discount: money(50),
      unitCost: money(200),
      shipping: money(15),
      packaging: money(5),
      platformRate: fc.integer({ min: 0, max: 1000 }).map(cents),
      commissionRate: fc.integer({ min: 0, max: 2000 }).map(cents),
      adPerOrder: money(60),
      returnRate: percent,
      returnLoss: money(20),
      otherCost: money(5),
    });
    fc.assert(
      fc.property(shop, (given) => {
        fc.pre(of(given.price).cmp(of(given.discount)) > 0);
        const unit = machines('unit-profit', given);
        const within = (typed = ''): boolean => of(typed).cmp(of(0)) >= 0 && of(typed).cmp(of(100)) <= 0;
        fc.pre(within(unit['contributionRate']) && within(unit['returnCost']));
        const carried = machines('roas', {
          marginRate: unit['contributionRate'] ?? '',
          refundRate: given.returnRate,
          returnCost: unit['returnCost'] ?? '',
        });
        const keep = of(carried['keepRate'] ?? '');
        // At the very edge the carried percentages, cut at 28 digits, may tell 0 from a hair above it.
        fc.pre(keep.abs().cmp(new Fraction(1n, 10n ** 10n)) > 0);
        expect(carried['breakEvenRoas'] === '').toBe(unit['breakEvenRoas'] === '');
        if (unit['breakEvenRoas'])
          expect(agree(carried['breakEvenRoas'] ?? '', unit['breakEvenRoas'], 12)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('投产比 at the line earns nothing; 广告毛利ROI is 投产比 × 留存毛利率 − 1', () => {
    fc.assert(
      fc.property(rates, money(9000), money(90000), (given, spend, revenue) => {
        fc.pre(of(spend).over > 0n);
        const got = machines('roas', { ...given, spend, revenue });
        const keep = ratio(given.marginRate)
          .times(ONE.minus(ratio(given.refundRate)))
          .minus(ratio(given.refundRate).times(ratio(given.returnCost)));
        const profit = of(revenue).times(keep).minus(of(spend));
        expect(of(got['adProfit'] ?? '').cmp(profit)).toBe(0);
        expectSame(got['roi'], of(revenue).by(of(spend)).times(keep).minus(ONE).times(of(100)), 11);
        if (!got['breakEvenRoas']) return;
        expect(of(got['roas'] ?? '').cmp(ONE.by(keep)) > 0).toBe(profit.cmp(of(0)) > 0);
      }),
    );
  });

  test('max-cpc: paying the break-even price a click leaves nothing of the margin a click brings', () => {
    fc.assert(
      fc.property(rates, money(900), percent, (given, aov, cvr) => {
        const got = machines('max-cpc', { ...given, aov, cvr });
        if (!got['breakEvenCpc']) return;
        const perClick = of(aov)
          .times(ratio(cvr))
          .times(of(got['keepRate'] ?? '').by(of(100)));
        expect(of(got['breakEvenCpc']).cmp(perClick)).toBe(0);
      }),
    );
  });
});

describe('monotone laws', () => {
  const number = (text = ''): number => Number(text);
  const ends = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

  test.each([
    ['gmv', 'gmv', 'uv', 'up'],
    ['gmv', 'gmv', 'aov', 'up'],
    ['roas', 'keepRate', 'refundRate', 'down'],
    ['roas', 'roas', 'revenue', 'up'],
    ['roas', 'adProfit', 'spend', 'down'],
    ['max-cpc', 'targetCpc', 'targetRoas', 'down'],
    ['unit-profit', 'profit', 'price', 'up'],
    ['unit-profit', 'profit', 'unitCost', 'down'],
    ['unit-profit', 'breakEvenPrice', 'adPerOrder', 'up'],
    ['promo-stack', 'pay', 'listPrice', 'up'],
    ['promo-stack', 'pay', 'redPacket', 'down'],
    ['visitor-value', 'uvSurplus', 'adSpend', 'down'],
    ['inventory-turnover', 'daysCogs', 'closing', 'up'],
    ['target', 'attainment', 'actual', 'up'],
    ['page-health', 'aovRatio', 'shopAov', 'up'],
  ])('%s.%s moves one way with %s: %s', (id, result, key, way) => {
    const unit = toolNamed(id).inputs[key];
    const scale = unit && 'unit' in unit && unit.unit === 'percent' ? 100 : 1;
    fc.assert(
      fc.property(ends, ([a = 0, b = 0]) => {
        const [low, high] = [a, b].map((n) => machines(id, { [key]: String(n / scale) })[result]);
        if (!low || !high) return;
        if (way === 'up') expect(number(low)).toBeLessThanOrEqual(number(high));
        else expect(number(low)).toBeGreaterThanOrEqual(number(high));
      }),
      { numRuns: 60 },
    );
  });
});
