/** 流量与成交, from the contract's own table. */
import { contract, ofRows } from './contract.ts';
import { count, daysIn, list, percent, real, text, yuan } from './fields.ts';
import { either, type Maybe, NONE, number, ONE, split, total, ZERO } from './maybe.ts';

const EVEN = '1,1,1,1,1,1,1,1,1,1,1,1';

/** The mean of what a factor adds over the six orders in which three may change. */
function shapley(from: readonly Maybe[], to: readonly Maybe[]): Maybe[] {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const product = (factors: readonly Maybe[]): Maybe => ONE.times(...factors);
  return [0, 1, 2].map((factor) =>
    total(
      orders.map((order) => {
        const changed = order.slice(0, order.indexOf(factor));
        const before = from.map((was, i) => (changed.includes(i) ? (to[i] ?? NONE) : was));
        const after = before.map((was, i) => (i === factor ? (to[i] ?? NONE) : was));
        return product(after).minus(product(before));
      }),
    ).by(number(6)),
  );
}

export const traffic = [
  contract('gmv', {
    fields: { uv: count('10000'), cvr: percent('3.5'), aov: yuan('280') },
    vectors: [
      { given: { uv: '23456', cvr: '2.87', aov: '139.9' } },
      { given: { uv: '1000000000000', cvr: '100', aov: '1000000000000' } },
      { given: { uv: '0', cvr: '0', aov: '0' } },
    ],
    results: ({ uv, cvr, aov }) => ({
      gmv: uv.times(cvr, aov),
      buyers: uv.times(cvr),
      uvValue: cvr.times(aov),
    }),
  }),

  contract('target', {
    fields: {
      annual: yuan('1200000'),
      weights: list(EVEN, 12),
      year: count('2026', { min: '1', max: '9999', often: ['2023', '2024', '1900', '2000'] }),
      month: count('3', { min: '1', max: '12', often: ['2', '4', '12'] }),
      asOfDay: count('10', { often: ['0', '1', '28', '29', '30', '31', '32'] }),
      actual: yuan('30000', { often: ['100000', '99999.99', '0'] }),
    },
    vectors: [
      { given: { annual: '1000000', weights: '1,1,1,1,1,2,1,1,1,1,3,1', month: '11', asOfDay: '11' } },
      { given: { annual: '0.05', weights: EVEN, month: '5' } },
      { given: { annual: '0.05', weights: EVEN, month: '6' } },
      { given: { year: '2024', month: '2', asOfDay: '29' } },
      { given: { year: '2023', month: '2', asOfDay: '29' } },
      { given: { year: '1900', month: '2', asOfDay: '28' } },
      { given: { asOfDay: '0' } },
      { given: { asOfDay: '31' } },
      { given: { asOfDay: '32' } },
      { given: { weights: '0,0,0,0,0,0,0,0,0,0,0,0' } },
      { given: { actual: '200000' } },
      { given: { annual: '100.005', weights: '1,2,0.333,0,0,0,0,0,0,0,0,0', month: '2' } },
    ],
    results: ({ annual, weights = [], year, month, asOfDay, actual }) => {
      const months = split(annual, weights);
      const m = month.fraction && Number(month.fraction.over);
      const quarter = m === undefined ? 0 : Math.floor((m - 1) / 3) * 3;
      const monthTarget = m === undefined ? NONE : (months[m - 1] ?? NONE);
      const days = m === undefined || !year.fraction ? NONE : number(daysIn(year.fraction.over, m));
      const passed = asOfDay.when(asOfDay.atMost(days));
      const dailyTarget = monthTarget.by(days);
      const expected = dailyTarget.times(passed);
      return {
        monthTarget,
        quarterTarget:
          m === undefined || months.length === 0 ? NONE : total(months.slice(quarter, quarter + 3)),
        dailyTarget,
        expected,
        attainment: actual.by(expected).percent(),
        gap: actual.minus(expected),
        requiredDaily: monthTarget.minus(actual).larger(ZERO).by(days.minus(passed)),
        forecast: actual.by(passed).times(days),
      };
    },
  }),

  contract('gmv-change', {
    fields: {
      uv0: count('10000'),
      cvr0: percent('3.5'),
      aov0: yuan('280'),
      uv1: count('12000'),
      cvr1: percent('3.2'),
      aov1: yuan('290'),
    },
    vectors: [
      { given: { uv0: '8123', cvr0: '4.1', aov0: '99.9', uv1: '7777', cvr1: '4.35', aov1: '102.5' } },
      { given: { uv0: '0' } },
      { given: { uv0: '10', cvr0: '10', aov0: '10', uv1: '11', cvr1: '20', aov1: '11' } },
    ],
    results: ({ uv0, cvr0, aov0, uv1, cvr1, aov1 }) => {
      const gmv0 = uv0.times(cvr0, aov0);
      const gmv1 = uv1.times(cvr1, aov1);
      const [effectUv, effectCvr, effectAov] = shapley([uv0, cvr0, aov0], [uv1, cvr1, aov1]);
      const delta = gmv1.minus(gmv0);
      return { gmv0, gmv1, delta, deltaRate: delta.by(gmv0).percent(), effectUv, effectCvr, effectAov };
    },
  }),

  contract('funnel', {
    fields: {
      impressions: count('100000'),
      clicks: count('4000'),
      visitors: count('3800'),
      carts: count('380'),
      orders: count('152'),
      paid: count('133'),
      valid: count('128'),
    },
    vectors: [
      {
        given: {
          impressions: '52000',
          clicks: '1900',
          visitors: '1750',
          carts: '201',
          orders: '77',
          paid: '66',
        },
      },
      { given: { clicks: '100001', carts: '3801', paid: '153', valid: '134' } },
      { given: { impressions: '0', visitors: '0', orders: '0' } },
    ],
    results: ({ impressions, clicks, visitors, carts, orders, paid, valid }) => ({
      ctr: clicks.by(impressions).percent(),
      cartRate: carts.by(visitors).percent(),
      orderRate: orders.by(visitors).percent(),
      payRate: paid.by(orders).percent(),
      validRate: valid.by(orders).percent(),
      overall: paid.by(visitors).percent(),
    }),
  }),

  contract('keyword', {
    fields: {},
    columns: {
      keyword: text(),
      searches: count('1', { often: ['5000', '900'] }),
      items: count('1', { often: ['0', '600'] }),
    },
    each: ['multiple'],
    defaults: [
      ['连衣裙 夏', '5000', '8000'],
      ['手机壳 透明', '12000', '90000'],
      ['冰丝凉席 儿童', '900', '600'],
    ],
    vectors: [
      {
        given: {},
        rows: [
          ['保温杯,大号', '7000', '30000'],
          ['', '', ''],
          ['车载支架', '800', '0'],
          ['"硅胶"刮刀', '450', '900'],
          ['没有数', '450', ''],
        ],
      },
      { given: {}, rows: [] },
    ],
    results: (_, rows) => ofRows(rows, ({ searches, items }) => ({ multiple: searches.by(items) })),
  }),

  contract('visitor-value', {
    fields: {
      visitors: count('10000'),
      paidVisitors: count('4000'),
      revenue: yuan('98000'),
      marginRate: percent('45'),
      adSpend: yuan('12000'),
    },
    vectors: [
      {
        given: {
          visitors: '7300',
          paidVisitors: '2150',
          revenue: '51234.5',
          marginRate: '38.5',
          adSpend: '8765.43',
        },
      },
      { given: { visitors: '0', paidVisitors: '0' } },
      { given: { paidVisitors: '0' } },
      { given: { paidVisitors: '10000' } },
      { given: { marginRate: '', paidVisitors: '3000' } },
    ],
    results: ({ visitors, paidVisitors, revenue, marginRate, adSpend }) => {
      const uvValue = revenue.by(visitors);
      const uvProfit = uvValue.times(marginRate);
      const uvCost = adSpend.by(visitors);
      return {
        uvValue,
        uvProfit,
        uvCost,
        paidUvCost: adSpend.by(paidVisitors),
        uvSurplus: uvProfit.minus(uvCost),
        freeShare: visitors.minus(paidVisitors).by(visitors).percent(),
      };
    },
  }),

  contract('traffic-mix', {
    fields: {},
    columns: {
      channel: text(),
      visitors: count('1', { often: ['0', '600', '5200'] }),
      orders: count('1', { often: ['0', '12'] }),
      revenue: yuan('1', { often: ['0', '3120'] }),
      cost: yuan('1', { often: ['0', '2400'] }),
    },
    each: ['share', 'cvr', 'uvValue', 'roas'],
    defaults: [
      ['自然搜索', '5200', '182', '50960', '0'],
      ['付费推广', '3000', '84', '23520', '7200'],
      ['直播间', '1200', '60', '15480', '2400'],
      ['社交分享', '600', '12', '3120', '0'],
    ],
    vectors: [
      {
        given: {},
        rows: [
          ['搜索', '4100', '130', '38000.5', '0'],
          ['推荐', '0', '0', '0', '600'],
          ['直播', '2300', '99', '21000', '3100.25'],
        ],
      },
      { given: {}, rows: [] },
      { given: {}, rows: [['搜索', '0', '0', '0', '0']] },
      {
        given: {},
        rows: [
          ['搜索', '100', '1', '10', '1'],
          ['坏行', '1.5', '1', '10', '1'],
        ],
      },
    ],
    results: (_, rows) => {
      const visitors = total(rows.map(({ cells }) => cells.visitors));
      const shares = rows.map(({ cells }) => cells.visitors.by(visitors));
      const most = shares.reduce((a, b) => a.larger(b), shares[0] ?? NONE);
      return {
        ...ofRows(rows, (row, i) => ({
          share: (shares[i] ?? NONE).percent(),
          cvr: row.orders.by(row.visitors).percent(),
          uvValue: row.revenue.by(row.visitors),
          roas: row.revenue.by(row.cost),
        })),
        topShare: most.percent(),
        hhi: either(
          visitors.isZero(),
          () => NONE,
          () => total(shares.map((share) => share.times(share))),
        ),
      };
    },
  }),

  contract('linked-sales', {
    fields: {
      visitors: count('5000'),
      avgVisitors: count('3000'),
      buyers: count('60'),
      bounce: percent('65'),
      dwell: real('40'),
      avgCvr: percent('2.5'),
      avgBounce: percent('55'),
      avgDwell: real('60'),
    },
    vectors: [{ given: { visitors: '4321', buyers: '95' } }, { given: { visitors: '0' } }],
    results: ({ visitors, buyers }) => ({ conversion: buyers.by(visitors).percent() }),
  }),
];
