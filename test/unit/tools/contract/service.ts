/** 客户与服务, from the contract's own table. */
import { contract, ofRows } from './contract.ts';
import { count, date, percent, real, text, yuan } from './fields.ts';
import { either, type Maybe, NONE, number, ONE, total, word, ZERO } from './maybe.ts';
import { queue } from './second-method.ts';
import { nearly, token } from './wanted.ts';
import { Fraction } from '../../fraction.ts';

const [FIVE, SIXTY, MOST_LOAD] = [number(5), number(60), number(10000)];

const SEGMENTS: Readonly<Record<string, string>> = {
  HHH: '重要价值',
  HLH: '重要发展',
  LHH: '重要保持',
  LLH: '重要挽留',
  HHL: '一般价值',
  HLL: '一般发展',
  LHL: '一般保持',
  LLL: '一般挽留',
};
const tierOf = (code: string): string =>
  code.startsWith('L') ? '沉睡' : code === 'HHH' ? '高价值' : code === 'HLL' ? '低价值' : '中价值';

/** Σ of annual × (retention / (1 + rate))^t for t from 0, with 0⁰ = 1. */
function present(annual: Maybe, factor: Maybe, years: number): Maybe {
  let sum = ZERO;
  for (let t = 0; t < years; t++) sum = sum.times(factor).plus(annual);
  return sum;
}

interface Staffing {
  agents: bigint;
  serviceLevel: Fraction;
  wait: Fraction;
}
/** The least number of agents: doubled until they do, then halved in; with more of them the level only rises. */
function staffing(load: Fraction, slots: bigint, patience: Fraction, target: Fraction): Staffing | undefined {
  const at = (agents: bigint): Staffing => ({ agents, ...queue(load, agents * slots, patience) });
  // Somebody may always have to wait longer.
  if (load.over > 0n && target.cmp(new Fraction(1n)) >= 0) return undefined;
  const least = load.over / (load.under * slots) + 1n;
  let high = at(least);
  for (let more = 1n; high.serviceLevel.cmp(target) < 0; more *= 2n) {
    if (more > 20000n) return undefined;
    high = at(least + more);
  }
  let low = least - 1n;
  while (high.agents - low > 1n) {
    const middle = at((low + high.agents) / 2n);
    if (middle.serviceLevel.cmp(target) < 0) low = middle.agents;
    else high = middle;
  }
  return high;
}

export const service = [
  contract('repurchase', {
    fields: {
      buyers: count('2000'),
      repeatBuyers: count('520'),
      orders: count('2900'),
      newBuyers: count('1480'),
      acquisitionSpend: yuan('52000'),
      retentionSpend: yuan('9000'),
    },
    vectors: [
      {
        given: {
          buyers: '3170',
          repeatBuyers: '611',
          orders: '4222',
          newBuyers: '2559',
          acquisitionSpend: '78901.5',
        },
      },
      { given: { buyers: '0', repeatBuyers: '0', newBuyers: '0', orders: '0' } },
      { given: { retentionSpend: '0' } },
    ],
    results: ({ buyers, repeatBuyers, orders, newBuyers, acquisitionSpend, retentionSpend }) => {
      const newCost = acquisitionSpend.by(newBuyers);
      const repeatCost = retentionSpend.by(repeatBuyers);
      return {
        repurchaseRate: repeatBuyers.by(buyers).percent(),
        avgOrders: orders.by(buyers),
        newCost,
        repeatCost,
        costRatio: newCost.by(repeatCost),
      };
    },
  }),

  contract('ltv', {
    fields: {
      aov: yuan('280', { often: ['100'] }),
      marginRate: percent('45', { often: ['60'] }),
      ordersPerYear: real('1.5'),
      maintainCost: yuan('0'),
      retention: percent('40', { often: ['0', '100'] }),
      years: count('3', { min: '1', max: '100', often: ['1', '2', '5', '10'] }),
      discountRate: percent('8', { often: ['0', '100'] }),
      cac: yuan('60', { often: ['0', '126'] }),
    },
    runs: 200,
    vectors: [
      {
        given: {
          aov: '199',
          marginRate: '38',
          ordersPerYear: '2.2',
          maintainCost: '15',
          years: '5',
          cac: '95',
        },
      },
      { given: { retention: '0' } },
      { given: { retention: '100', discountRate: '0', years: '100' } },
      { given: { years: '100' } },
      { given: { years: '101' } },
      { given: { years: '0' } },
      // 280 × 45 % = 126: what pays for itself on the very line
      { given: { cac: '126' } },
      { given: { cac: '126.01' } },
      { given: { cac: '0' } },
      { given: { maintainCost: '189' } },
      { given: { maintainCost: '200' } },
    ],
    results: ({ aov, marginRate, ordersPerYear, maintainCost, retention, years, discountRate, cac }) => {
      const firstOrderProfit = aov.times(marginRate);
      const annualProfit = firstOrderProfit.times(ordersPerYear).minus(maintainCost);
      const factor = retention.by(ONE.plus(discountRate));
      const ltv = years.fraction ? present(annualProfit, factor, Number(years.fraction.over)) : NONE;
      return {
        firstOrderProfit,
        firstOrderPays: word(firstOrderProfit.atLeast(cac), 'yes', 'no'),
        annualProfit,
        ltv,
        ratio: ltv.by(cac),
        paybackMonths: cac.by(annualProfit.by(number(12))).when(annualProfit.above(ZERO)),
      };
    },
  }),

  contract('rfm', {
    fields: {
      asOf: date('2026-11-22', ['2026-11-22', '2027-01-01', '2024-03-01']),
      recentDays: count('90', { often: ['0', '1', '60'] }),
      frequentOrders: count('2', { often: ['1', '3'] }),
      amountCut: yuan('0', { often: ['1900', '300'] }),
    },
    columns: {
      customer: text(),
      lastOrder: date('', [
        '2026-11-22',
        '2026-08-24',
        '2026-08-23',
        '2024-02-29',
        '2023-12-01',
        '2026-10-01',
      ]),
      orders: count('1', { often: ['1', '2', '3'] }),
      amount: yuan('100', { often: ['300', '1900', '299.99', '0'] }),
    },
    each: ['segment', 'tier'],
    defaults: [
      ['甲', '2026-11-10', '5', '2600'],
      ['乙', '2026-10-02', '1', '1500'],
      ['丙', '2026-03-15', '4', '1900'],
      ['丁', '2026-09-20', '3', '300'],
      ['戊', '2025-12-01', '1', '120'],
    ],
    vectors: [
      {
        given: { recentDays: '60', frequentOrders: '3', amountCut: '500' },
        rows: [
          ['客户甲', '2026-10-20', '3', '500'],
          ['客户乙', '2026-10-20', '1', '800'],
          ['客户丙', '2026-05-20', '6', '900'],
          ['客户丁', '2026-05-20', '2', '499.99'],
          ['客户戊', '2026-11-20', '1', '60'],
          ['', '', '', ''],
          ['坏', '2026-02-29', '1', '60'],
          ['客户己', '2026-11-20', '4', '60'],
        ],
      },
      // 24 August is 90 days before 22 November, 23 August 91
      {
        given: {},
        rows: [
          ['甲', '2026-08-24', '2', '100'],
          ['乙', '2026-08-23', '2', '100'],
        ],
      },
      // the mean of 100, 200, 300 is 200: who spends as much as the mean is high
      {
        given: {},
        rows: [
          ['甲', '2026-11-01', '1', '100'],
          ['乙', '2026-11-01', '1', '200'],
          ['丙', '2026-11-01', '1', '300'],
          ['坏', '2026-11-01', '', '9000'],
        ],
      },
      {
        given: { recentDays: '0' },
        rows: [
          ['甲', '2026-11-22', '2', '1'],
          ['乙', '2026-11-21', '2', '1'],
        ],
      },
      { given: { asOf: '' } },
      { given: { amountCut: '' } },
    ],
    results: ({ asOf, recentDays, frequentOrders, amountCut }, rows) => {
      const mean = total(rows.map(({ cells }) => cells.amount)).by(number(rows.length));
      const cut = either(
        amountCut.isZero(),
        () => mean,
        () => amountCut,
      );
      return ofRows(rows, ({ lastOrder, orders, amount }) => {
        const days = asOf.minus(lastOrder);
        const letters = [
          word(days.atMost(recentDays), 'H', 'L'),
          word(orders.atLeast(frequentOrders), 'H', 'L'),
          word(amount.atLeast(cut), 'H', 'L'),
        ];
        const code = letters.includes(undefined) ? undefined : letters.join('');
        return { segment: code && SEGMENTS[code], tier: code && tierOf(code) };
      });
    },
  }),

  contract('shop-score', {
    fields: {
      score: real('4.72', { min: '1', max: '5', often: ['4.8', '4.5', '5'] }),
      ratings: count('800'),
      target: real('4.8', { min: '1', max: '5', often: ['4.72', '5', '4.9', '4.71'] }),
      newFive: count('0'),
      newOne: count('0'),
    },
    vectors: [
      { given: { score: '4.63', ratings: '1270', target: '4.75', newFive: '210', newOne: '9' } },
      { given: { target: '4.72' } },
      { given: { target: '5' } },
      { given: { score: '5', target: '5' } },
      // 100 × 0.5 / 0.5 = 100 exactly
      { given: { score: '4', ratings: '100', target: '4.5' } },
      { given: { score: '4', ratings: '101', target: '4.75' } },
      { given: { ratings: '0' } },
      { given: { score: '5.01' } },
      { given: { target: '0.99' } },
    ],
    results: ({ score, ratings, target, newFive, newOne }) => ({
      neededFive: either(
        target.atMost(score),
        () => ZERO,
        () => ratings.times(target.minus(score)).by(FIVE.minus(target)).ceil(),
      ),
      projected: score
        .times(ratings)
        .plus(FIVE.times(newFive), newOne)
        .by(total([ratings, newFive, newOne])),
    }),
  }),

  contract('service-staffing', {
    fields: {
      inquiries: real('120', { often: ['30', '200', '0', '7.5'] }),
      handleMinutes: real('6', { aboveMin: true, often: ['3', '4.5'] }),
      concurrency: count('4', { min: '1', often: ['1', '2', '3'] }),
      targetSeconds: real('30', { often: ['0', '180', '60'] }),
      targetRate: percent('80', { often: ['90', '95', '0', '99.9', '99.9999'] }),
      shrinkage: percent('15', { belowMax: true, often: ['0', '20', '50'] }),
    },
    runs: 60,
    vectors: [
      {
        given: {
          inquiries: '95',
          handleMinutes: '7.5',
          concurrency: '3',
          targetSeconds: '60',
          targetRate: '90',
        },
      },
      { given: { inquiries: '0' } },
      // 120 × 6 / 60 = 12 = 3 × 4: as many slots as load never catch up
      { given: { targetRate: '0' } },
      { given: { targetSeconds: '0' } },
      { given: { targetRate: '100' } },
      { given: { targetRate: '100', inquiries: '0' } },
      { given: { concurrency: '1', inquiries: '10' } },
      { given: { shrinkage: '0' } },
      { given: { shrinkage: '20' } },
      { given: { shrinkage: '100' } },
      { given: { handleMinutes: '0' } },
      { given: { inquiries: '100000', handleMinutes: '6' } },
      { given: { inquiries: '100001', handleMinutes: '6' } },
      { given: { inquiries: '6000', handleMinutes: '5', concurrency: '5' } },
      { given: { concurrency: '1000000' } },
    ],
    results: ({ inquiries, handleMinutes, concurrency, targetSeconds, targetRate, shrinkage }) => {
      const load = inquiries.times(handleMinutes).by(SIXTY);
      const bearable = load.when(load.atMost(MOST_LOAD));
      const patience = targetSeconds.by(SIXTY.times(handleMinutes));
      const known =
        bearable.fraction && concurrency.fraction && patience.fraction && targetRate.fraction
          ? staffing(bearable.fraction, concurrency.fraction.over, patience.fraction, targetRate.fraction)
          : undefined;
      const agents = known ? number(known.agents) : NONE;
      return {
        load: bearable,
        agents,
        serviceLevel: nearly(known?.serviceLevel.times(Fraction.of(100))),
        waitSeconds: nearly(known && SIXTY.times(handleMinutes).fraction?.times(known.wait)),
        occupancy: bearable.by(agents.times(concurrency)).percent(),
        staff: agents.by(ONE.minus(shrinkage)).ceil(),
      };
    },
  }),

  contract('service-kpi', {
    fields: {},
    columns: {
      name: text(),
      weight: real('1', { often: ['0', '1', '10', '25'] }),
      score: real('80', { max: '100', often: ['60', '80', '90', '59.99', '89.99', '100', '0'] }),
    },
    defaults: [
      ['询单转化', '30', '82'],
      ['响应速度', '25', '90'],
      ['满意度', '25', '88'],
      ['客单价', '10', '75'],
      ['纪律', '10', '100'],
    ],
    vectors: [
      {
        given: {},
        rows: [
          ['转化', '3', '71.5'],
          ['响应', '2.5', '93'],
          ['', '', ''],
          ['坏', '10', '101'],
          ['满意', '2', '84'],
        ],
      },
      { given: {}, rows: [['甲', '1', '90']] },
      { given: {}, rows: [['甲', '1', '89.99']] },
      { given: {}, rows: [['甲', '1', '80']] },
      { given: {}, rows: [['甲', '1', '79.99']] },
      { given: {}, rows: [['甲', '1', '60']] },
      { given: {}, rows: [['甲', '1', '59.99']] },
      // (90 × 1 + 90 × 2) / 3 is 90, however the thirds are cut
      {
        given: {},
        rows: [
          ['甲', '1', '89'],
          ['乙', '1', '90'],
          ['丙', '1', '91'],
        ],
      },
      { given: {}, rows: [['甲', '0', '90']] },
      { given: {}, rows: [] },
    ],
    results: (_, rows) => {
      const weights = total(rows.map(({ cells }) => cells.weight));
      const score = total(rows.map(({ cells }) => cells.weight.times(cells.score))).by(weights);
      const grade = ['A', 'B', 'C', 'D'].find((_, i) => score.atLeast(number([90, 80, 60, 0][i] ?? 0)));
      return { total: score, grade: token(grade) };
    },
  }),

  contract('order-quality', {
    fields: {
      orders: count('1000'),
      paidOrders: count('900'),
      validOrders: count('870'),
      refundOrders: count('90'),
      sales: yuan('162000'),
      refundAmount: yuan('15000'),
      cogs: yuan('88000'),
    },
    vectors: [
      {
        given: {
          orders: '1311',
          paidOrders: '1207',
          validOrders: '1150',
          refundOrders: '131',
          sales: '198765.4',
        },
      },
      { given: { orders: '0', paidOrders: '0', sales: '0' } },
      { given: { refundAmount: '162000' } },
    ],
    results: ({ orders, paidOrders, validOrders, refundOrders, sales, refundAmount, cogs }) => {
      const netSales = sales.minus(refundAmount);
      const grossProfit = netSales.minus(cogs);
      return {
        payRate: paidOrders.by(orders).percent(),
        validRate: validOrders.by(orders).percent(),
        refundRate: refundOrders.by(paidOrders).percent(),
        refundAmountRate: refundAmount.by(sales).percent(),
        netSales,
        grossProfit,
        grossMargin: grossProfit.by(netSales).percent(),
      };
    },
  }),

  contract('returns', {
    fields: {
      paid: count('1000'),
      preShip: count('80'),
      postShip: count('150'),
      netPrice: yuan('159'),
      outbound: yuan('5'),
      packaging: yuan('2'),
      reverse: yuan('6'),
      damage: yuan('4'),
      insurancePayout: yuan('6'),
      insurancePremium: yuan('0.8'),
    },
    vectors: [
      {
        given: {
          paid: '2345',
          preShip: '171',
          postShip: '402',
          netPrice: '128.6',
          reverse: '7.5',
          insurancePayout: '9',
        },
      },
      { given: { preShip: '0', postShip: '0' } },
      { given: { preShip: '1000', postShip: '0' } },
      { given: { insurancePayout: '30', insurancePremium: '0' } },
      { given: { netPrice: '0' } },
      { given: { paid: '0', preShip: '0', postShip: '0' } },
    ],
    results: (it) => {
      const { paid, preShip, postShip, insurancePremium } = it;
      const shipped = paid.minus(preShip);
      const refunds = preShip.plus(postShip);
      const perRefund = total([it.outbound, it.packaging, it.reverse, it.damage]).minus(it.insurancePayout);
      const totalLoss = postShip.times(perRefund).plus(shipped.times(insurancePremium));
      const lossPerRefund = totalLoss.by(refunds);
      return {
        preRate: preShip.by(paid).percent(),
        postRate: postShip.by(shipped).percent(),
        totalRate: refunds.by(paid).percent(),
        signed: paid.minus(refunds),
        totalLoss,
        lossPerRefund,
        returnCost: lossPerRefund.by(it.netPrice).percent(),
      };
    },
  }),
];
