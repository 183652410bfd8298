import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { run } from '#logic/tools/run.ts';
import { Fraction, sumOf } from '../fraction.ts';
import { machines, stateOf, toolNamed } from './support.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const of = Fraction.of;
const [ZERO, ONE, FIVE, HUNDRED] = [of(0), of(1), of(5), of(100)];
const cents = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
/** Text of a whole number, and of an amount to the fen. */
const count = (max: number, min = 0) => fc.integer({ min, max }).map(String);
const money = (max: number, min = 0) => fc.integer({ min: min * 100, max: max * 100 }).map(cents);
const ceil = ({ over, under }: Fraction): Fraction =>
  new Fraction(over > 0n ? (over + under - 1n) / under : over / under);
const larger = (a: Fraction, b: Fraction): Fraction => (a.cmp(b) >= 0 ? a : b);

/** A machine number and the fraction it stands for: equal but for what a division cut off after 20 places. */
function expectSame(got: string | undefined, want: Fraction) {
  const off = of(got || 'nothing')
    .minus(want)
    .abs();
  expect(off.cmp(new Fraction(1n, 10n ** 18n)), `${got} ≠ ${want.over}/${want.under}`).toBeLessThanOrEqual(0);
}
const said = (id: string, given: Record<string, string>): string =>
  run(toolNamed(id), stateOf(toolNamed(id), given))
    .reading.map(({ text }) => text)
    .join('\n');
const warned = (id: string, given: Record<string, string>): string =>
  run(toolNamed(id), stateOf(toolNamed(id), given))
    .warnings.map(({ text }) => text)
    .join('\n');

describe('buy-gift', () => {
  const deal = fc.record({
    buyQty: count(20, 1),
    giftQty: count(20),
    price: money(900),
    unitCost: money(400),
    giftCost: money(400),
  });

  test('折合单价 times all pieces is what the buyer pays; so is 几折 of their full price', () => {
    fc.assert(
      fc.property(deal, (given) => {
        const got = machines('buy-gift', given);
        const pieces = of(given.buyQty).plus(of(given.giftQty));
        const paid = of(given.price).times(of(given.buyQty));
        expect(of(got['revenue'] ?? '').cmp(paid)).toBe(0);
        expectSame(got['effectivePrice'], paid.by(pieces));
        expectSame(got['zhe'], of(10).times(of(given.buyQty)).by(pieces));
        const full = of(given.price).times(pieces);
        if (full.over > 0n) expectSame(got['zhe'], paid.by(full).times(of(10)));
      }),
    );
  });

  test('profit and cost make the revenue; nothing given is full price', () => {
    fc.assert(
      fc.property(deal, (given) => {
        const got = machines('buy-gift', given);
        const cost = of(given.unitCost)
          .times(of(given.buyQty))
          .plus(of(given.giftCost).times(of(given.giftQty)));
        expect(of(got['cost'] ?? '').cmp(cost)).toBe(0);
        expect(
          of(got['profit'] ?? '')
            .plus(cost)
            .cmp(of(got['revenue'] ?? '')),
        ).toBe(0);
        expect(got['margin'] === '').toBe(of(given.price).over === 0n);
        expect(of(machines('buy-gift', { ...given, giftQty: '0' })['zhe'] ?? '').cmp(of(10))).toBe(0);
      }),
    );
  });

  test('says how many times the orders make up for the gift', () => {
    // 2 pieces without a gift earn 128, with it 93: 128 ÷ 93 = 1.376.
    expect(said('buy-gift', {})).toContain('毛利¥128；送了剩¥93。单数要做到原来的1.38倍');
    expect(said('buy-gift', { giftQty: '0' })).not.toContain('倍');
    expect(said('buy-gift', { price: '50' })).toContain('商品毛利-¥5，');
  });
});

describe('break-even', () => {
  const shop = fc.record({
    fixedCost: money(90000),
    price: money(900),
    variableCost: money(900),
    units: count(3000),
  });
  const profitAt = (units: string, { fixedCost, price, variableCost }: Record<string, string>): Fraction =>
    of(units)
      .times(of(price ?? '').minus(of(variableCost ?? '')))
      .minus(of(fixedCost ?? ''));

  test('保本件数 is the first count that loses nothing; there is none without a contribution', () => {
    fc.assert(
      fc.property(shop, (given) => {
        const got = machines('break-even', given);
        const contribution = of(given.price).minus(of(given.variableCost));
        expect(of(got['contribution'] ?? '').cmp(contribution)).toBe(0);
        if (contribution.over <= 0n) {
          expect([got['beUnits'], got['beRevenue'], got['safetyMargin']]).toEqual(['', '', '']);
          expect(said('break-even', given)).toContain('没有保本点');
          return;
        }
        const units = got['beUnits'] ?? '';
        expect(units).toMatch(/^\d+$/);
        expect(profitAt(units, given).cmp(ZERO)).toBeGreaterThanOrEqual(0);
        if (units !== '0') expect(profitAt(String(BigInt(units) - 1n), given).cmp(ZERO)).toBe(-1);
        const atPoint = machines('break-even', { ...given, units });
        expect(of(atPoint['profit'] ?? '').cmp(profitAt(units, given))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('保本销售额 keeps exactly the fixed cost; 安全边际率 has the sign of the profit', () => {
    fc.assert(
      fc.property(shop, (given) => {
        const contribution = of(given.price).minus(of(given.variableCost));
        fc.pre(contribution.over > 0n && given.units !== '0');
        const got = machines('break-even', given);
        expectSame(got['beRevenue'], of(given.fixedCost).times(of(given.price)).by(contribution));
        const profit = profitAt(given.units, given);
        expect(of(got['profit'] ?? '').cmp(profit)).toBe(0);
        // The part of the contribution that is not needed for the fixed cost.
        expectSame(got['safetyMargin'], profit.by(of(given.units).times(contribution)).times(HUNDRED));
      }),
      { numRuns: 300 },
    );
  });

  test('says there is no break-even point in every place that lacks it', () => {
    const { results } = run(
      toolNamed('break-even'),
      stateOf(toolNamed('break-even'), { price: '110', variableCost: '110' }),
    );
    for (const key of ['beUnits', 'beRevenue', 'safetyMargin']) {
      const outcome = results[key];
      expect(outcome?.exists === false && outcome.why, key).toContain('没有保本点');
    }
    // 179 × 0.9 − 110 = 51.1 and 30000 ÷ 51.1 = 587.08.
    expect(said('break-even', {})).toContain('从435件升到588件');
  });
});

describe('repurchase', () => {
  const window = fc.record({
    buyers: count(9000, 1),
    repeatBuyers: count(3000, 1),
    orders: count(20000),
    newBuyers: count(9000, 1),
    acquisitionSpend: money(90000),
    retentionSpend: money(90000, 1),
  });

  test('rates and costs give back the sums they divide', () => {
    fc.assert(
      fc.property(window, (given) => {
        const got = machines('repurchase', given);
        const [buyers, repeat] = [of(given.buyers), of(given.repeatBuyers)];
        expectSame(got['repurchaseRate'], repeat.by(buyers).times(HUNDRED));
        expectSame(got['avgOrders'], of(given.orders).by(buyers));
        const newCost = of(given.acquisitionSpend).by(of(given.newBuyers));
        const repeatCost = of(given.retentionSpend).by(repeat);
        expectSame(got['newCost'], newCost);
        expectSame(got['repeatCost'], repeatCost);
        expectSame(got['costRatio'], newCost.by(repeatCost));
      }),
    );
  });

  test('names its time window, and quotes no multiple but the shop’s own', () => {
    const tool = toolNamed('repurchase');
    for (const input of Object.values(tool.inputs)) expect(input.help).toContain('近365天');
    expect(said('repurchase', {})).toContain('近365天里，2,000个买家有520个买过两次及以上，复购率26%');
    expect(JSON.stringify(tool)).not.toMatch(/几倍|[三四五六七八九十]倍|\d倍/);
  });

  test.each([
    ['复购买家比全部买家还多', { repeatBuyers: '2001' }],
    ['新客比全部买家还多', { newBuyers: '2001' }],
    // 2000 buyers and 520 of them at least twice: no fewer than 2520 orders.
    ['订单数不该少于两项相加', { orders: '2519' }],
  ])('a pair that cannot be of one window is pointed out: %s', (says, given) => {
    expect(warned('repurchase', given)).toContain(says);
    expect(warned('repurchase', { orders: '2520' })).toBe('');
  });
});

describe('shop-score', () => {
  const stars = fc.integer({ min: 100, max: 500 }).map(cents);
  /** Total of stars above what the target asks for, after so many more fives. */
  const above = (score: string, ratings: string, target: string, fives: bigint): Fraction =>
    of(score)
      .minus(of(target))
      .times(of(ratings))
      .plus(FIVE.minus(of(target)).times(new Fraction(fives)));

  test('so many five-star ratings reach the target, and one fewer does not', () => {
    fc.assert(
      fc.property(stars, count(5000, 1), stars, (score, ratings, target) => {
        const needed = machines('shop-score', { score, ratings, target })['neededFive'] ?? '';
        if (of(target).cmp(of(score)) <= 0) {
          expect(needed).toBe('0');
          return;
        }
        expect(needed === '').toBe(of(target).cmp(FIVE) === 0);
        if (needed === '') return;
        expect(above(score, ratings, target, BigInt(needed)).cmp(ZERO)).toBeGreaterThanOrEqual(0);
        expect(above(score, ratings, target, BigInt(needed) - 1n).cmp(ZERO)).toBe(-1);
      }),
      { numRuns: 500 },
    );
  });

  test('the score projected with exactly those reaches the target', () => {
    fc.assert(
      fc.property(stars, count(5000, 1), stars, (score, ratings, target) => {
        const newFive = machines('shop-score', { score, ratings, target })['neededFive'] ?? '';
        fc.pre(newFive !== '');
        const { projected } = machines('shop-score', { score, ratings, target, newFive });
        const total = of(score)
          .times(of(ratings))
          .plus(FIVE.times(of(newFive)));
        expectSame(projected, total.by(of(ratings).plus(of(newFive))));
        expect(total.by(of(ratings).plus(of(newFive))).cmp(of(target))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test('the projected score is the mean of all stars, and stays between one and five', () => {
    fc.assert(
      fc.property(stars, count(5000), count(500), count(500), (score, ratings, newFive, newOne) => {
        const { projected } = machines('shop-score', { score, ratings, newFive, newOne });
        const all = sumOf([ratings, newFive, newOne].map(of));
        expect(projected === '').toBe(all.over === 0n);
        if (all.over === 0n) return;
        const total = sumOf([of(score).times(of(ratings)), FIVE.times(of(newFive)), of(newOne)]);
        expectSame(projected, total.by(all));
        expect(of(projected ?? '').cmp(ONE)).toBeGreaterThanOrEqual(0);
        expect(of(projected ?? '').cmp(FIVE)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('always says what it is good for, and what one star costs', () => {
    for (const given of [{}, { ratings: '0' }, { score: '' }, { target: '5' }])
      expect(said('shop-score', given)).toContain('仅适用于星级算术平均；平台体验分不能这样反推');
    // At 4.8 one star lacks 3.8 and five stars have 0.2 to spare.
    expect(said('shop-score', {})).toContain('每多一个一星，要19个五星才补得回来');
    expect(warned('shop-score', { ratings: '0' })).toContain('不能用');
  });
});

describe('order-quality', () => {
  const batch = fc.record({
    orders: count(5000, 1),
    paidOrders: count(5000, 1),
    validOrders: count(5000),
    refundOrders: count(5000),
    sales: money(900000, 1),
    refundAmount: money(900000),
    cogs: money(900000),
  });

  test('refunds, cost and gross profit make the sales; the rates are parts of one whole', () => {
    fc.assert(
      fc.property(batch, (given) => {
        const got = machines('order-quality', given);
        const [orders, paid] = [of(given.orders), of(given.paidOrders)];
        expect(
          sumOf([of(given.refundAmount), of(given.cogs), of(got['grossProfit'] ?? '')]).cmp(of(given.sales)),
        ).toBe(0);
        const net = of(given.sales).minus(of(given.refundAmount));
        expect(of(got['netSales'] ?? '').cmp(net)).toBe(0);
        expectSame(got['payRate'], paid.by(orders).times(HUNDRED));
        expectSame(got['validRate'], of(given.validOrders).by(orders).times(HUNDRED));
        expectSame(got['refundRate'], of(given.refundOrders).by(paid).times(HUNDRED));
        // What is not refunded of the sales is what stays.
        expectSame(got['refundAmountRate'], HUNDRED.minus(net.by(of(given.sales)).times(HUNDRED)));
        if (net.over === 0n) expect(got['grossMargin']).toBe('');
        else expectSame(got['grossMargin'], net.minus(of(given.cogs)).by(net).times(HUNDRED));
      }),
    );
  });

  test('by money above by orders: dear things come back; the other way: cheap ones', () => {
    // 90 of 900 orders are 10 %, 16200 of 162000 too.
    expect(said('order-quality', { refundAmount: '16200.01' })).toContain('退的偏贵');
    expect(said('order-quality', { refundAmount: '16199.99' })).toContain('退的偏便宜');
    expect(said('order-quality', { refundAmount: '16200' })).not.toContain('退的偏');
  });

  test.each([
    ['支付的比下单的还多', { paidOrders: '1001' }],
    ['有效订单比支付订单还多', { validOrders: '901' }],
    ['退款订单比支付订单还多', { refundOrders: '901' }],
    ['退的钱比收的还多', { refundAmount: '162000.01' }],
  ])('a part larger than its whole is a warning, not an error: %s', (says, given) => {
    expect(warned('order-quality', given)).toContain(says);
    expect(machines('order-quality', given)['grossMargin']).not.toBe('');
    expect(warned('order-quality', {})).toBe('');
  });
});

describe('promo-stock', () => {
  const tenths = fc.integer({ min: 0, max: 300 }).map((n) => `${Math.floor(n / 10)}.${n % 10}`);
  const plan = fc.record({
    baseDaily: tenths,
    daysUntilWarm: count(60),
    warmMultiplier: tenths,
    warmDays: count(20),
    promoMultiplier: tenths,
    promoDays: count(20),
    safetyRate: fc.integer({ min: 0, max: 30000 }).map(cents),
    onHand: count(9000),
    inTransit: count(9000),
  });

  test('要备到 is the first whole number that covers demand with its safety; with the order it is covered', () => {
    fc.assert(
      fc.property(plan, (given) => {
        const got = machines('promo-stock', given);
        const days = sumOf([
          of(given.daysUntilWarm),
          of(given.warmMultiplier).times(of(given.warmDays)),
          of(given.promoMultiplier).times(of(given.promoDays)),
        ]);
        const demand = of(given.baseDaily).times(days);
        expect(of(got['demand'] ?? '').cmp(demand)).toBe(0);
        const safe = demand.times(ONE.plus(of(given.safetyRate).by(HUNDRED)));
        const need = of(got['need'] ?? '');
        expect(need.cmp(ceil(safe))).toBe(0);
        expect(need.cmp(safe)).toBeGreaterThanOrEqual(0);
        expect(need.minus(ONE).cmp(safe)).toBe(-1);
        const stock = of(given.onHand).plus(of(given.inTransit));
        const covered = stock.plus(of(got['toOrder'] ?? ''));
        expect(covered.cmp(larger(need, stock))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('reminds of goods that come back, whether there is something to order or not', () => {
    expect(said('promo-stock', {})).toContain('退货会陆续回来');
    expect(said('promo-stock', { onHand: '5000' })).toContain('退货会陆续回来');
  });

  test('what does not last until the warm-up is said first', () => {
    // Ten ordinary days of 40 take 400.
    expect(said('promo-stock', { onHand: '199', inTransit: '200' })).toContain('预热还没开始就会断货');
    expect(said('promo-stock', { onHand: '200', inTransit: '200' })).not.toContain('预热还没开始就会断货');
  });
});

describe('shipping', () => {
  const side = fc.integer({ min: 0, max: 1200 }).map((n) => `${Math.floor(n / 10)}.${n % 10}`);
  const kilos = fc.integer({ min: 1, max: 500 }).map(cents);
  const parcel = fc.record({
    length: side,
    width: side,
    height: side,
    weight: money(40),
    divisor: count(12000, 1),
    firstKg: kilos,
    firstPrice: money(30),
    stepKg: kilos,
    stepPrice: money(20),
  });

  test('billed is the first weight and whole steps: enough, and one step less is not', () => {
    fc.assert(
      fc.property(parcel, (given) => {
        const got = machines('shipping', given);
        const volume = of(given.length).times(of(given.width)).times(of(given.height));
        const volumeKg = volume.by(of(given.divisor));
        expectSame(got['volumeKg'], volumeKg);
        const chargeable = larger(of(given.weight), volumeKg);
        expectSame(got['chargeableKg'], chargeable);
        const billed = of(got['billedKg'] ?? '');
        const steps = billed.minus(of(given.firstKg)).by(of(given.stepKg));
        expect(steps.under).toBe(1n);
        expect(steps.over).toBeGreaterThanOrEqual(0n);
        expect(billed.cmp(chargeable)).toBeGreaterThanOrEqual(0);
        if (steps.over > 0n) expect(billed.minus(of(given.stepKg)).cmp(chargeable)).toBe(-1);
        const fee = of(given.firstPrice).plus(steps.times(of(given.stepPrice)));
        expect(of(got['fee'] ?? '').cmp(fee)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['weight', 'length', 'width', 'height'] as const)('a larger %s never costs less', (key) => {
    fc.assert(
      fc.property(parcel, kilos, (given, more) => {
        const sum = Math.round(Number(given[key]) * 100) + Math.round(Number(more) * 100);
        const [small, large] = [given[key], cents(sum)].map(
          (typed) => machines('shipping', { ...given, [key]: typed })['fee'] ?? '',
        );
        expect(of(small ?? '').cmp(of(large ?? ''))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing weighs, nothing measures: the first weight all the same; a first weight of 0 is refused', () => {
    const empty = { length: '0', width: '0', height: '0', weight: '0' };
    expect(machines('shipping', empty)).toMatchObject({ billedKg: '1', fee: '6' });
    for (const key of ['firstKg', 'stepKg'])
      expect(run(toolNamed('shipping'), stateOf(toolNamed('shipping'), { [key]: '0' })).fields[key]).toEqual({
        state: 'error',
        says: '要大于0',
      });
  });

  test('says what the air in the box costs', () => {
    // By weight 2.3 kg: 2 steps, 10 yuan; by volume 4 kg: 12. 2.3 × 6000 = 13800.
    expect(said('shipping', {})).toContain('一票多付¥2。换小箱、抽掉空气，体积压到13,800立方厘米以内');
    // 3.5 kg pay the same three steps as 4 kg.
    expect(said('shipping', { weight: '3.5' })).toContain('一分没多付');
    expect(said('shipping', { weight: '4' })).toContain('按实重收，箱子大小不影响运费');
  });
});

describe('linked-sales: the decision table', () => {
  /** What a row is called in its source, and what it asks: 1 above the shop's average, −1 below. */
  const TABLE: readonly [row: string, asks: Readonly<Record<string, number>>][] = [
    ['流量高、跳失高', { visitors: 1, bounce: 1 }],
    ['流量高、转化低', { visitors: 1, conversion: -1 }],
    ['停留短', { dwell: -1 }],
    ['跳失高', { bounce: 1 }],
    ['转化低', { conversion: -1 }],
  ];
  const SIDES = [-1, 0, 1];
  const tool = toolNamed('linked-sales');
  const rowsSaid = (given: Record<string, string>): string[] =>
    run(tool, stateOf(tool, given)).reading.flatMap(({ source }) => {
      const row = /关联改进表，“(.+)”一条/.exec(source ?? '')?.[1];
      return row ? [row] : [];
    });

  const all = SIDES.flatMap((visitors) =>
    SIDES.flatMap((bounce) =>
      SIDES.flatMap((dwell) => SIDES.map((conversion) => ({ visitors, bounce, dwell, conversion }))),
    ),
  );

  test('each row fires exactly when its conditions hold, strictly; without any it says so', () => {
    expect(all).toHaveLength(81);
    for (const at of all) {
      // The product stands still, 100 of 4000 buying being 2.5 %; the shop's averages move around it.
      const given = {
        visitors: '4000',
        avgVisitors: String(4000 - at.visitors),
        buyers: '100',
        avgCvr: cents(250 - at.conversion),
        bounce: '55',
        avgBounce: cents(5500 - at.bounce),
        dwell: '60',
        avgDwell: cents(6000 - at.dwell),
      };
      const sides: Readonly<Record<string, number>> = at;
      const expected = TABLE.filter(([, asks]) =>
        Object.entries(asks).every(([key, side]) => sides[key] === side),
      ).map(([row]) => row);
      const none = expected.length === 0;
      expect(rowsSaid(given), JSON.stringify(given)).toEqual(none ? ['热销品多搭配'] : expected);
      const text = said('linked-sales', given);
      expect(text.includes('五条都没触发')).toBe(none);
      const both = text.includes('。先改描述') && text.includes('。先换关联款');
      expect(text.includes('一起触发了：先改描述')).toBe(both);
    }
  });

  test('the defaults fire all five, each with what it saw, what to change first and how to test it', () => {
    expect(rowsSaid({})).toEqual(TABLE.map(([row]) => row));
    const { reading } = run(tool, stateOf(tool));
    for (const { text, source } of reading.slice(0, TABLE.length)) {
      expect(text).toMatch(/平均|全店/);
      expect(text).toMatch(/。先(改描述|换关联款)/);
      expect(source).toMatch(/^经验值.*没有统计出处。验证：只(改描述|换关联款)，同一来源前后各看14天，比/);
    }
    expect(reading[0]?.text).toContain('来5,000人，比平均3,000多；跳失率65%，比平均55%高');
    expect(reading[1]?.text).toContain('转化率1.2%，比平均2.5%低');
    expect(reading[2]?.text).toContain('平均看40秒，比全店60秒短');
  });

  test('what is not known fires nothing, and nothing is called well', () => {
    const nobody = { visitors: '0', buyers: '0', bounce: '40', dwell: '90' };
    expect(rowsSaid(nobody)).toEqual([]);
    expect(rowsSaid({ ...nobody, bounce: '60' })).toEqual(['跳失高']);
    expect(rowsSaid({ bounce: '', dwell: '90', buyers: '300' })).toEqual([]);
    expect(rowsSaid({ avgVisitors: '' })).toEqual(['停留短', '跳失高', '转化低']);
  });
});
