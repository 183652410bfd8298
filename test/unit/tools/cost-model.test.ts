import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { run } from '#logic/tools/run.ts';
import { Fraction, sumOf } from '../fraction.ts';
import { machines, stateOf, toolNamed } from './support.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const of = (text = ''): Fraction => Fraction.of(text);
const ZERO = of('0');
const ONE = of('1');
const HUNDRED = of('100');
const FEN = of('0.01');
const times = (...factors: Fraction[]): Fraction => factors.reduce((a, b) => a.times(b), ONE);
const less = (from: Fraction, ...parts: Fraction[]): Fraction => from.minus(sumOf(parts));
/** 3.5 → 7/200 */
const ratio = (typed = ''): Fraction => of(typed).by(HUNDRED);
/** A whole number of hundredths as people type it. */
const hundredths = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
const count = (max: number) => fc.integer({ min: 0, max }).map(String);
const upTo = (max: number) => fc.integer({ min: 0, max: max * 100 }).map(hundredths);
const percent = upTo(100);

/** Typed text of a fraction ≥ 0, rounded to so many places. */
const typed = (value: Fraction, places: number): string => {
  const digits = String(value.units(places)).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

type Given = Record<string, string>;
/** The field as a fraction: a percentage as its ratio when `rate`. */
const read = (given: Given) => ({
  rate: (key: string) => ratio(given[key]),
  x: (key: string) => of(given[key]),
});

function expectExactly(got: string | undefined, want: Fraction, what?: string) {
  expect(of(got).cmp(want), `${what ?? ''} ${got} ≠ ${want.over}/${want.under}`).toBe(0);
}
/** Equal but for what a quotient loses when it is cut at 28 digits. */
function expectSame(got: string | undefined, want: Fraction, digits = 20) {
  const allowed = want.abs().times(new Fraction(1n, 10n ** BigInt(digits)));
  const close = !!got && of(got).minus(want).abs().cmp(allowed) <= 0;
  expect(close, `${got} ≠ ${want.over}/${want.under}`).toBe(true);
}

/** 留存毛利率: of the sales kept their margin, less what the refunded ones cost. */
const kept = (margin: Fraction, refund: Fraction, cost: Fraction): Fraction =>
  times(margin, ONE.minus(refund)).minus(times(refund, cost));

const rates = fc.record({ marginRate: percent, refundRate: percent, returnCost: percent });
const keptOf = (given: { marginRate: string; refundRate: string; returnCost: string }): Fraction =>
  kept(ratio(given.marginRate), ratio(given.refundRate), ratio(given.returnCost));

describe('what stays of the sales', () => {
  test('roas, max-cpc and live without commission agree, and so does incremental at that rate', () => {
    fc.assert(
      fc.property(rates, (given) => {
        const keep = keptOf(given);
        const [roas, cpc] = [machines('roas', given), machines('max-cpc', given)];
        const live = machines('live', { ...given, commissionRate: '0' });
        for (const got of [roas, cpc, live]) expectExactly(got['keepRate'], keep.times(HUNDRED));
        expect(cpc['breakEvenRoas']).toBe(roas['breakEvenRoas']);
        expect(roas['breakEvenRoas'] === '').toBe(keep.cmp(ZERO) <= 0);
        if (keep.cmp(ZERO) < 0) return;
        const typed = roas['keepRate'] ?? '';
        expect(machines('incremental', { keepRate: typed })['breakEvenRoas']).toBe(roas['breakEvenRoas']);
        if (keep.cmp(ZERO) > 0) expectSame(roas['breakEvenRoas'], ONE.by(keep));
      }),
    );
  });

  test('a commission comes off the margin: live at 55 − 20 is roas at 35', () => {
    fc.assert(
      fc.property(rates, percent, (given, commissionRate) => {
        const margin = ratio(given.marginRate).minus(ratio(commissionRate));
        const live = machines('live', { ...given, commissionRate });
        const keep = kept(margin, ratio(given.refundRate), ratio(given.returnCost));
        expectExactly(live['keepRate'], keep.times(HUNDRED));
        if (margin.cmp(ZERO) < 0) return;
        const left = Math.round(Number(given.marginRate) * 100) - Math.round(Number(commissionRate) * 100);
        expect(machines('roas', { ...given, marginRate: hundredths(left) })['keepRate']).toBe(
          live['keepRate'],
        );
      }),
    );
  });

  test('whoever has no line says why in the same words', () => {
    const given = { marginRate: '20', refundRate: '40', returnCost: '30' };
    const why = (id: string, fields: Given): unknown =>
      run(toolNamed(id), stateOf(toolNamed(id), fields)).results['breakEvenRoas'];
    for (const outcome of [why('roas', given), why('max-cpc', given), why('incremental', { keepRate: '0' })])
      expect(outcome).toMatchObject({
        exists: false,
        why: '留存毛利不是正数，任何投放都亏：先改毛利和退款，再谈推广。',
      });
  });

  test('every click paid at the break-even price: the campaign earns exactly nothing', () => {
    fc.assert(
      fc.property(rates, upTo(900), percent, count(50000), (given, aov, cvr, clicks) => {
        const { breakEvenCpc } = machines('max-cpc', { ...given, aov, cvr });
        expect(breakEvenCpc === '').toBe(keptOf(given).cmp(ZERO) <= 0);
        fc.pre(!!breakEvenCpc && times(of(clicks), of(aov), ratio(cvr)).cmp(ZERO) > 0);
        // A break-even price has at most 14 places, so nothing is rounded here.
        const spend = typed(of(breakEvenCpc).times(of(clicks)), 14);
        const revenue = typed(times(of(clicks), ratio(cvr), of(aov)), 6);
        const roas = machines('roas', { ...given, clicks, spend, revenue });
        expect(roas['adProfit']).toBe('0');
        expectSame(roas['roas'], of(roas['breakEvenRoas']));
      }),
    );
  });

  test('live: the break-even number is the least whole number of orders that pays slot and ads', () => {
    fc.assert(
      fc.property(rates, percent, upTo(900), upTo(9000), upTo(9000), (given, com, aov, slotFee, adSpend) => {
        const fields = { ...given, commissionRate: com, aov, slotFee, adSpend };
        const got = machines('live', fields);
        const margin = ratio(given.marginRate).minus(ratio(com));
        const each = of(aov).times(kept(margin, ratio(given.refundRate), ratio(given.returnCost)));
        const fixed = of(slotFee).plus(of(adSpend));
        expect(got['breakEvenOrders'] === '').toBe(each.cmp(ZERO) <= 0);
        expectExactly(got['profit'], times(of(got['orders']), each).minus(fixed));
        if (!got['breakEvenOrders']) return;
        const least = of(got['breakEvenOrders']);
        expect(least.under).toBe(1n);
        expect(least.times(each).cmp(fixed)).toBeGreaterThanOrEqual(0);
        if (least.over > 0n) expect(least.minus(ONE).times(each).cmp(fixed)).toBeLessThan(0);
      }),
    );
  });

  test('incremental: more spent pays exactly when the extra return passes the line', () => {
    fc.assert(
      fc.property(
        fc.tuple(upTo(90000), upTo(90000), upTo(9000), upTo(9000)),
        percent,
        ([gmvBefore, gmvAfter, spendBefore, spendAfter], keepRate) => {
          const got = machines('incremental', { gmvBefore, gmvAfter, spendBefore, spendAfter, keepRate });
          const [sales, spend] = [of(gmvAfter).minus(of(gmvBefore)), of(spendAfter).minus(of(spendBefore))];
          const profit = sales.times(ratio(keepRate)).minus(spend);
          expectExactly(got['incrementalProfit'], profit);
          expect(got['iroas'] === '').toBe(spend.over === 0n);
          if (spend.over === 0n) return;
          expectSame(got['iroas'], sales.by(spend));
          if (spend.cmp(ZERO) > 0 && got['breakEvenRoas'])
            expect(sales.by(spend).cmp(ONE.by(ratio(keepRate))) >= 0).toBe(profit.cmp(ZERO) >= 0);
        },
      ),
    );
  });
});

describe('from yuan an order to shares of the sale', () => {
  const shop = fc.record({
    price: upTo(900),
    discount: upTo(50),
    unitCost: upTo(200),
    shipping: upTo(15),
    packaging: upTo(5),
    platformRate: upTo(10),
    commissionRate: upTo(20),
    adPerOrder: upTo(60),
    returnRate: percent,
    returnLoss: upTo(20),
    otherCost: upTo(5),
  });

  test("unit-profit's line is roas' at its contribution rate, return rate and return cost", () => {
    fc.assert(
      fc.property(shop, (given) => {
        const { x, rate } = read(given);
        const paid = x('price').minus(x('discount'));
        fc.pre(paid.over > 0n);
        const sent = sumOf([x('shipping'), x('packaging'), x('otherCost')]);
        const fees = rate('platformRate').plus(rate('commissionRate'));
        const contribution = less(times(paid, ONE.minus(fees)), x('unitCost'), sent).by(paid);
        const cost = sent.plus(x('returnLoss')).by(paid);
        const keep = kept(contribution, rate('returnRate'), cost);
        const unit = machines('unit-profit', given);
        expectSame(unit['contributionRate'], contribution.times(HUNDRED));
        expectSame(unit['returnCost'], cost.times(HUNDRED));
        // The law itself: what an order leaves before ads is 留存毛利率 × 实付单价.
        expectExactly(unit['profit'], times(keep, paid).minus(x('adPerOrder')));
        expect(unit['breakEvenRoas'] === '').toBe(keep.cmp(ZERO) <= 0);
        if (keep.cmp(ZERO) > 0) expectSame(unit['breakEvenRoas'], ONE.by(keep));
        const within = (share: Fraction): boolean => share.cmp(ZERO) >= 0 && share.cmp(ONE) <= 0;
        // Carried percentages are cut at 28 digits: at the very edge they may tell 0 from a hair above it.
        if (!within(contribution) || !within(cost) || keep.abs().cmp(new Fraction(1n, 10n ** 10n)) <= 0)
          return;
        const roas = machines('roas', {
          marginRate: unit['contributionRate'] ?? '',
          refundRate: given.returnRate,
          returnCost: unit['returnCost'] ?? '',
        });
        expect(roas['breakEvenRoas'] === '').toBe(unit['breakEvenRoas'] === '');
        if (unit['breakEvenRoas']) expectSame(roas['breakEvenRoas'], of(unit['breakEvenRoas']), 12);
      }),
      { numRuns: 500 },
    );
  });

  test('净售价100、成本40、费率5.6%、每单5元、退20%、退一单亏8元：保本投产比2.64，转化3%最高出1.14元', () => {
    const order = { price: '100', discount: '0', unitCost: '40', platformRate: '5.6', commissionRate: '0' };
    // The 8 yuan a refunded order costs are the 5 it was sent for and 3 more.
    const costs = { shipping: '5', packaging: '0', otherCost: '0', returnRate: '20', returnLoss: '3' };
    const unit = machines('unit-profit', { ...order, ...costs, adPerOrder: '0' });
    // 100 − 40 − 5.6 − 5 = 49.4; 0.494 × 0.8 − 0.2 × 0.08 = 0.3792
    expect(unit).toMatchObject({ contributionRate: '49.4', returnCost: '8', profit: '37.92' });
    const shares = { marginRate: '49.4', refundRate: '20', returnCost: '8' };
    const shown = (id: string, given: Given, key: string): string | undefined =>
      run(toolNamed(id), stateOf(toolNamed(id), given)).results[key]?.text;
    expect(machines('roas', shares)['keepRate']).toBe('37.92');
    expect(shown('unit-profit', { ...order, ...costs, adPerOrder: '0' }, 'breakEvenRoas')).toBe('2.64');
    expect(shown('roas', shares, 'breakEvenRoas')).toBe('2.64');
    expect(machines('max-cpc', { ...shares, aov: '100', cvr: '3' })['breakEvenCpc']).toBe('1.1376');
    expect(shown('max-cpc', { ...shares, aov: '100', cvr: '3' }, 'breakEvenCpc')).toBe('¥1.14');
    // Without the cost of returns 100 × 49.4% × 80% × 3% = 1.1856
    expect(shown('max-cpc', { ...shares, returnCost: '0', aov: '100', cvr: '3' }, 'breakEvenCpc')).toBe(
      '¥1.19',
    );
  });
});

describe('pricing', () => {
  const goal = fc.record({
    unitCost: upTo(300),
    shipping: upTo(20),
    packaging: upTo(5),
    otherCost: upTo(5),
    adRate: upTo(40),
    platformRate: upTo(10),
    commissionRate: upTo(30),
    returnRate: upTo(60),
    returnLoss: upTo(20),
    targetMargin: upTo(40),
  });
  const leftOf = (given: Given): Fraction => {
    const { rate } = read(given);
    const rest = less(ONE, rate('platformRate'), rate('commissionRate'), rate('targetMargin'));
    return ONE.minus(rate('returnRate')).times(rest).minus(rate('adRate'));
  };

  test('put into unit-profit its price gives the target margin; rounding up adds less than a fen, a fen less misses it', () => {
    fc.assert(
      fc.property(goal, (given) => {
        const { x, rate } = read(given);
        const left = leftOf(given);
        const got = machines('pricing', given);
        expect(got['price'] === '').toBe(left.cmp(ZERO) <= 0);
        if (!got['price']) return;
        const price = of(got['price']);
        expect(price.times(HUNDRED).under).toBe(1n);
        const keep = ONE.minus(rate('returnRate'));
        const wanted = (at: Fraction): Fraction => times(at, keep, rate('targetMargin'));
        expectExactly(got['profit'], wanted(price));
        const unit = machines('unit-profit', {
          ...given,
          price: got['price'],
          discount: '0',
          adPerOrder: typed(price.times(rate('adRate')), 6),
        });
        // Of each yuan of price `left` reaches profit beyond the target, and rounding up adds less than a fen of price.
        const over = of(unit['profit']).minus(wanted(price));
        expect(over.cmp(ZERO)).toBeGreaterThanOrEqual(0);
        expect(over.cmp(left.times(FEN))).toBeLessThan(0);
        if (price.cmp(ZERO) === 0) return;
        const cost = sumOf([
          times(x('unitCost'), keep),
          x('shipping'),
          x('packaging'),
          x('otherCost'),
          times(rate('returnRate'), x('returnLoss')),
        ]);
        expect(price.minus(FEN).times(left).cmp(cost)).toBeLessThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('rates that leave nothing: no price, and the sum that is too high is named', () => {
    const tool = toolNamed('pricing');
    const given = {
      adRate: '40',
      platformRate: '5',
      commissionRate: '20',
      returnRate: '30',
      targetMargin: '30',
    };
    const { results, reading } = run(tool, stateOf(tool, given));
    for (const key of ['price', 'profit', 'markup', 'margin'])
      expect(results[key]).toMatchObject({
        exists: false,
        why: '扣点、佣金、目标利润率和推广费率加起来，把留住的收入分光了，标多少钱都不够。',
      });
    // 70% × (5% + 20% + 30%) + 40% = 78.5%, more than the 70% that stays
    expect(reading.map(({ text }) => text)).toEqual([
      expect.stringMatching(/能留住70%.*合计要78\.5%，一分钱都留不给货款/) as string,
    ]);
  });
});

describe('commission', () => {
  const deal = fc.record({
    price: upTo(900),
    coupon: upTo(50),
    commissionRate: upTo(50),
    serviceRate: upTo(10),
    platformRate: upTo(10),
    unitCost: upTo(200),
    otherCost: upTo(20),
    refundRate: percent,
    returnLoss: upTo(30),
  });

  test('what the customer pays is the sum of the parts, each fee in whole fen', () => {
    fc.assert(
      fc.property(deal, (given) => {
        const { x, rate } = read(given);
        const paid = x('price').minus(x('coupon'));
        const got = machines('commission', given);
        expectExactly(got['paid'], paid);
        for (const [key, by] of [
          ['commission', 'commissionRate'],
          ['serviceFee', 'serviceRate'],
          ['platformFee', 'platformRate'],
        ] as const)
          expectExactly(got[key], new Fraction(times(paid, rate(by)).units(2), 100n), key);
        const parts = ['commission', 'serviceFee', 'platformFee', 'profit'].map((key) => of(got[key]));
        expect(sumOf([...parts, x('unitCost'), x('otherCost')]).cmp(paid)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('per order placed it obeys the law of roas: (margin kept − cost of refunds) × what is paid', () => {
    fc.assert(
      fc.property(deal, (given) => {
        const { x, rate } = read(given);
        const got = machines('commission', given);
        const [paid, refund] = [of(got['paid']), rate('refundRate')];
        fc.pre(paid.over > 0n);
        const cost = x('returnLoss').by(paid);
        expectExactly(got['profitPlaced'], kept(of(got['profit']).by(paid), refund, cost).times(paid));
        if (of(got['margin']).cmp(ZERO) < 0 || cost.cmp(ONE) > 0) return;
        const roas = machines('roas', {
          marginRate: got['margin'] ?? '',
          refundRate: given.refundRate,
          returnCost: typed(cost.times(HUNDRED), 30),
        });
        const off = of(roas['keepRate']).minus(of(got['profitPlaced']).by(paid).times(HUNDRED)).abs();
        expect(off.cmp(new Fraction(1n, 10n ** 18n))).toBeLessThan(0);
      }),
    );
  });

  test('at the break-even rate, which makes a whole number of fen, a kept order earns exactly nothing', () => {
    fc.assert(
      fc.property(deal, (given) => {
        const { maxCommissionRate: most = '' } = machines('commission', given);
        fc.pre(most !== '' && of(most).cmp(ZERO) >= 0 && of(most).cmp(HUNDRED) <= 0);
        expect(machines('commission', { ...given, commissionRate: most })['profit']).toBe('0');
      }),
    );
  });
});

describe('returns', () => {
  const batch = fc.record({
    paid: fc.integer({ min: 1, max: 50000 }),
    gone: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    netPrice: upTo(900),
    outbound: upTo(15),
    packaging: upTo(5),
    reverse: upTo(15),
    damage: upTo(30),
    insurancePayout: upTo(15),
    insurancePremium: upTo(3),
  });
  /** Refunds before and after shipping as shares in percent of what there is, in whole orders. */
  const fieldsOf = ({
    paid,
    gone: [pre, post],
    ...rest
  }: { paid: number; gone: [number, number] } & Record<
    'netPrice' | 'outbound' | 'packaging' | 'reverse' | 'damage' | 'insurancePayout' | 'insurancePremium',
    string
  >) => {
    const preShip = Math.floor((paid * pre) / 100);
    const postShip = Math.floor(((paid - preShip) * post) / 100);
    return { ...rest, paid: String(paid), preShip: String(preShip), postShip: String(postShip) };
  };

  test('rates, losses and what is left, as counted', () => {
    fc.assert(
      fc.property(batch, (drawn) => {
        const given = fieldsOf(drawn);
        const { x } = read(given);
        const got = machines('returns', given);
        const [paid, pre, post] = [x('paid'), x('preShip'), x('postShip')];
        const shipped = paid.minus(pre);
        const refunds = pre.plus(post);
        const each = less(
          sumOf([x('outbound'), x('packaging'), x('reverse'), x('damage')]),
          x('insurancePayout'),
        );
        const loss = times(post, each).plus(times(shipped, x('insurancePremium')));
        expectSame(got['preRate'], pre.by(paid).times(HUNDRED));
        expectSame(got['totalRate'], refunds.by(paid).times(HUNDRED));
        expectExactly(got['signed'], paid.minus(refunds));
        expectExactly(got['totalLoss'], loss);
        expect(got['postRate'] === '').toBe(shipped.over === 0n);
        if (shipped.over !== 0n) expectSame(got['postRate'], post.by(shipped).times(HUNDRED));
        expect(got['lossPerRefund'] === '').toBe(refunds.over === 0n);
        expect(got['returnCost'] === '').toBe(refunds.over === 0n || x('netPrice').over === 0n);
        if (got['lossPerRefund']) expectSame(got['lossPerRefund'], loss.by(refunds));
        if (got['returnCost'])
          expectSame(got['returnCost'], loss.by(refunds).by(x('netPrice')).times(HUNDRED));
      }),
    );
  });

  test('carried into roas for the sales of the same orders, its return cost lowers the profit by just the total loss', () => {
    fc.assert(
      fc.property(batch, percent, (drawn, marginRate) => {
        const given = fieldsOf(drawn);
        const { totalRate = '', returnCost = '', totalLoss } = machines('returns', given);
        fc.pre(returnCost !== '' && of(returnCost).cmp(ZERO) >= 0 && of(returnCost).cmp(HUNDRED) <= 0);
        const sales = of(given.paid).times(of(given.netPrice));
        const profit = (cost: string): Fraction =>
          of(
            machines('roas', {
              marginRate,
              refundRate: totalRate,
              returnCost: cost,
              revenue: typed(sales, 2),
            })['adProfit'],
          );
        // 退款率 × 退货损耗率 × 成交额 = 总损耗; the two percentages are cut at 28 digits, of up to 45 million yuan.
        const off = profit('0').minus(profit(returnCost)).minus(of(totalLoss)).abs();
        expect(off.cmp(new Fraction(1n, 10n ** 15n))).toBeLessThan(0);
      }),
    );
  });
});

describe('cross-border', () => {
  const KEYS = ['netPrice', 'referral', 'adCost', 'returnCost', 'profitUsd', 'profit'] as const;
  const parcel = fc.record({
    price: upTo(400),
    fx: fc.integer({ min: 1, max: 1500 }).map(hundredths),
    referralRate: fc.oneof(fc.constant('0'), upTo(45)),
    fbaFee: upTo(20),
    storageFee: upTo(3),
    adRate: percent,
    returnRate: percent,
    returnFee: upTo(10),
    vatRate: upTo(27),
    unitCost: upTo(500),
    inbound: upTo(90),
  });

  test('every amount, by fractions', () => {
    fc.assert(
      fc.property(parcel, (given) => {
        const { x, rate } = read(given);
        const least = (a: Fraction, b: Fraction): Fraction => (a.cmp(b) < 0 ? a : b);
        const netPrice = x('price').by(ONE.plus(rate('vatRate')));
        const share = times(x('price'), rate('referralRate'));
        const floor = of('0.3');
        const referral = rate('referralRate').over === 0n ? ZERO : share.cmp(floor) < 0 ? floor : share;
        const adCost = times(x('price'), rate('adRate'));
        const refundFee = least(referral.by(of('5')), of('5'));
        const back = sumOf([netPrice, refundFee, x('returnFee')]).minus(referral);
        const returnCost = rate('returnRate').times(back);
        const profitUsd = less(netPrice, referral, x('fbaFee'), x('storageFee'), adCost, returnCost);
        const profit = less(times(profitUsd, x('fx')), x('unitCost'), x('inbound'));
        const want = { netPrice, referral, adCost, returnCost, profitUsd, profit };
        const got = machines('cross-border', given);
        for (const key of KEYS) {
          const off = of(got[key]).minus(want[key]).abs();
          expect(off.cmp(new Fraction(1n, 10n ** 18n)), `${key} ${got[key]}`).toBeLessThan(0);
        }
        const base = times(netPrice, x('fx'));
        const outlay = x('unitCost').plus(x('inbound'));
        expect(got['margin'] === '').toBe(base.over === 0n);
        expect(got['roi'] === '').toBe(outlay.over === 0n);
        for (const [key, by] of [
          ['margin', base],
          ['roi', outlay],
        ] as const) {
          if (!got[key]) continue;
          const off = of(got[key]).minus(profit.by(by).times(HUNDRED)).abs();
          expect(off.cmp(new Fraction(1n, 10n ** 14n)), `${key} ${got[key]}`).toBeLessThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
