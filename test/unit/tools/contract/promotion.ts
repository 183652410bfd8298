/** 推广, from the contract's own table. */
import { contract, ofRows } from './contract.ts';
import { count, percent, real, text, yuan } from './fields.ts';
import { type Maybe, NONE, number, ONE, split, total, TWO, word, ZERO } from './maybe.ts';
import { quantile, root, upperTail } from './second-method.ts';
import { nearly, nearlyUp, token } from './wanted.ts';

/** 贡献毛利率 × (1 − 退款率) − 退款率 × 每单退款损失率 */
const kept = (marginRate: Maybe, refundRate: Maybe, returnCost: Maybe): Maybe =>
  marginRate.times(ONE.minus(refundRate)).minus(refundRate.times(returnCost));
/** 1 / rate, where something is kept at all */
const overKept = (rate: Maybe): Maybe => ONE.by(rate).when(rate.above(ZERO));

export const promotion = [
  contract('roas', {
    fields: {
      spend: yuan('3000'),
      impressions: count('60000'),
      clicks: count('2000'),
      orders: count('70'),
      revenue: yuan('12600'),
      marginRate: percent('45'),
      refundRate: percent('15'),
      returnCost: percent('5'),
      targetNetRate: percent('10', { often: ['37.5', '37.49'] }),
    },
    vectors: [
      {
        given: { spend: '4321.5', revenue: '15999.9', marginRate: '52.3', refundRate: '22.5', orders: '83' },
      },
      { given: { marginRate: '5', refundRate: '50', returnCost: '5' } },
      { given: { marginRate: '5', refundRate: '50', returnCost: '4.99', targetNetRate: '0' } },
      { given: { targetNetRate: '37.5' } },
      { given: { marginRate: '0', refundRate: '100', returnCost: '100' } },
      { given: { spend: '0', impressions: '0', clicks: '0', orders: '0' } },
      { given: { returnCost: '' } },
    ],
    results: (it) => {
      const { spend, impressions, clicks, orders, revenue, refundRate, targetNetRate } = it;
      const roas = revenue.by(spend);
      const keepRate = kept(it.marginRate, refundRate, it.returnCost);
      const adProfit = revenue.times(keepRate).minus(spend);
      return {
        ctr: clicks.by(impressions).percent(),
        cpc: spend.by(clicks),
        cpm: spend.by(impressions).times(number(1000)),
        cvr: orders.by(clicks).percent(),
        cpa: spend.by(orders),
        aov: revenue.by(orders),
        roas,
        netRoas: roas.times(ONE.minus(refundRate)),
        keepRate: keepRate.percent(),
        breakEvenRoas: overKept(keepRate),
        neededRoas: overKept(keepRate.minus(targetNetRate)),
        adProfit,
        roi: adProfit.by(spend).percent(),
      };
    },
  }),

  contract('max-cpc', {
    fields: {
      aov: yuan('180'),
      cvr: percent('3.5'),
      marginRate: percent('45'),
      refundRate: percent('15'),
      returnCost: percent('5'),
      targetRoas: real('3'),
    },
    vectors: [
      { given: { aov: '239', cvr: '2.75', marginRate: '51', refundRate: '18', targetRoas: '2.8' } },
      { given: { targetRoas: '0' } },
      { given: { marginRate: '5', refundRate: '50', returnCost: '5' } },
      { given: { marginRate: '0' } },
    ],
    results: ({ aov, cvr, marginRate, refundRate, returnCost, targetRoas }) => {
      const keepRate = kept(marginRate, refundRate, returnCost);
      const perClick = aov.times(cvr);
      const targetCpc = perClick.by(targetRoas);
      return {
        keepRate: keepRate.percent(),
        breakEvenCpc: perClick.times(keepRate).when(keepRate.above(ZERO)),
        targetCpc,
        breakEvenRoas: overKept(keepRate),
        profitPerClick: perClick.times(keepRate).minus(targetCpc),
      };
    },
  }),

  contract('ad-budget', {
    fields: { total: yuan('30000', { often: ['100', '0.01', '10.005'] }), days: count('30') },
    columns: { name: text(), weight: real('1', { often: ['0', '1', '10', '20'] }) },
    each: ['amount', 'share', 'daily'],
    defaults: [
      ['搜索', '40'],
      ['推荐', '20'],
      ['全站', '20'],
      ['品牌', '10'],
      ['联盟(CPS)', '10'],
    ],
    vectors: [
      {
        given: { total: '10000', days: '7' },
        rows: [
          ['搜索', '1'],
          ['推荐', '1'],
          ['全站', '1'],
        ],
      },
      {
        given: { total: '0.05' },
        rows: [
          ['甲', '1'],
          ['乙', '1'],
          ['', ''],
          ['坏', '-1'],
          ['丙', '1'],
        ],
      },
      {
        given: {},
        rows: [
          ['甲', '0'],
          ['乙', '0'],
        ],
      },
      { given: { days: '0' } },
      { given: { total: '' } },
      {
        given: { total: '100.005' },
        rows: [
          ['甲', '1'],
          ['乙', '2'],
        ],
      },
      { given: {}, rows: [] },
    ],
    results: ({ total: whole, days }, rows) => {
      const weights = rows.map(({ cells }) => cells.weight);
      const amounts = split(whole, weights);
      return ofRows(rows, ({ weight }, i) => ({
        amount: amounts[i],
        share: weight.by(total(weights)).percent(),
        daily: (amounts[i] ?? NONE).by(days),
      }));
    },
  }),

  contract('commission', {
    fields: {
      price: yuan('199', { often: ['100.5', '20', '20.01', '0.25'] }),
      coupon: yuan('20', { often: ['0', '20'] }),
      commissionRate: percent('20', { often: ['10', '5', '50'] }),
      serviceRate: percent('3'),
      platformRate: percent('0.6'),
      unitCost: yuan('60'),
      otherCost: yuan('8'),
      refundRate: percent('20'),
      returnLoss: yuan('8'),
    },
    vectors: [
      { given: { price: '259', coupon: '30', commissionRate: '17.5', serviceRate: '2.5', unitCost: '71.3' } },
      // 0.25 × 50 % = 0.125, 0.25 × 2 % = 0.005: half a fen goes up
      { given: { price: '0.25', coupon: '0', commissionRate: '50', serviceRate: '2', platformRate: '6' } },
      { given: { price: '20', coupon: '20' } },
    ],
    results: (it) => {
      const { price, unitCost, otherCost, refundRate, returnLoss } = it;
      const paid = price.minus(it.coupon);
      const commission = paid.times(it.commissionRate).fen();
      const serviceFee = paid.times(it.serviceRate).fen();
      const platformFee = paid.times(it.platformRate).fen();
      const most = paid.minus(serviceFee, platformFee, unitCost, otherCost);
      const profit = most.minus(commission);
      return {
        paid,
        commission,
        serviceFee,
        platformFee,
        profit,
        margin: profit.by(paid).percent(),
        maxCommissionRate: most.by(paid).percent(),
        profitPlaced: profit.times(ONE.minus(refundRate)).minus(refundRate.times(returnLoss)),
      };
    },
  }),

  contract('live', {
    fields: {
      views: count('20000'),
      clickRate: percent('12'),
      cvr: percent('4'),
      aov: yuan('129'),
      refundRate: percent('25'),
      returnCost: percent('10'),
      slotFee: yuan('5000'),
      adSpend: yuan('0'),
      commissionRate: percent('20', { often: ['55', '54.99'] }),
      marginRate: percent('55'),
    },
    vectors: [
      {
        given: { views: '35100', clickRate: '9.5', cvr: '3.2', aov: '159', slotFee: '3000', adSpend: '1200' },
      },
      // (5000 + 187) / (100 × 0.5187) = 100 exactly: no further order is asked for
      {
        given: {
          aov: '100',
          marginRate: '51.87',
          commissionRate: '0',
          refundRate: '0',
          slotFee: '5187',
          adSpend: '0',
        },
      },
      { given: { commissionRate: '55', refundRate: '0' } },
      { given: { views: '0', aov: '0' } },
      { given: { commissionRate: '100' } },
    ],
    results: (it) => {
      const { views, aov, refundRate, slotFee, adSpend } = it;
      const clicks = views.times(it.clickRate);
      const orders = clicks.times(it.cvr);
      const gmv = orders.times(aov);
      const keepRate = kept(it.marginRate.minus(it.commissionRate), refundRate, it.returnCost);
      return {
        clicks,
        orders,
        gmv,
        netGmv: gmv.times(ONE.minus(refundRate)),
        gpm: gmv.by(views).times(number(1000)),
        uvValue: gmv.by(views),
        keepRate: keepRate.percent(),
        profit: gmv.times(keepRate).minus(slotFee, adSpend),
        breakEvenOrders: slotFee.plus(adSpend).by(aov.times(keepRate)).ceil().when(keepRate.above(ZERO)),
      };
    },
  }),

  contract('ab-test', {
    fields: {
      aTrials: count('5000', { often: ['1', '1000', '4999'] }),
      aHits: count('200', { often: ['0', '1', '250'] }),
      bTrials: count('5000', { often: ['1', '1000'] }),
      bHits: count('245', { often: ['0', '1', '200'] }),
      confidence: percent('95', { aboveMin: true, belowMax: true, often: ['90', '99', '99.9'] }),
      mde: percent('10', { often: ['0', '20', '100'] }),
      power: percent('80', { aboveMin: true, belowMax: true, often: ['90', '50', '20'] }),
    },
    runs: 60,
    vectors: [
      {
        given: { aTrials: '8200', aHits: '287', bTrials: '7900', bHits: '331', confidence: '90', mde: '15' },
      },
      { given: { bHits: '200' } },
      { given: { aTrials: '0', aHits: '0' } },
      { given: { aHits: '0', bHits: '0' } },
      { given: { aHits: '5000', bHits: '5000' } },
      { given: { aHits: '5001' } },
      { given: { mde: '0' } },
      // 4600 / 5000 × 1.1 is more than all
      { given: { aHits: '4600' } },
      { given: { confidence: '100' } },
      { given: { confidence: '0' } },
      { given: { power: '100' } },
      { given: { power: '2.5' } },
      { given: { aHits: '100', bHits: '4900' } },
    ],
    results: (it) => {
      const { aTrials, bTrials, confidence, mde } = it;
      const aHits = it.aHits.when(it.aHits.atMost(aTrials));
      const bHits = it.bHits.when(it.bHits.atMost(bTrials));
      const [a, b] = [aHits.by(aTrials), bHits.by(bTrials)];
      const pooled = aHits.plus(bHits).by(aTrials.plus(bTrials));
      const spread = (rate: Maybe): Maybe => rate.times(ONE.minus(rate));
      const variance = spread(pooled).times(ONE.by(aTrials).plus(ONE.by(bTrials)));
      const sd = root(variance.when(variance.above(ZERO)).fraction);
      const difference = b.minus(a);
      const z = sd && difference.fraction?.by(sd);
      const pValue = z && upperTail(z.abs()).plus(upperTail(z.abs()));
      const alpha = ONE.minus(confidence);
      const significance = quantile(ONE.minus(alpha.by(TWO)).fraction);
      const own = root(spread(a).by(aTrials).plus(spread(b).by(bTrials)).fraction);
      const margin = own && significance?.times(own);
      const target = a.times(ONE.plus(mde));
      const step = target.minus(a);
      const possible = target.atMost(ONE) && step.above(ZERO);
      const mean = a.plus(target).by(TWO);
      const noise = root(TWO.times(spread(mean)).when(possible).fraction);
      const both = root(spread(a).plus(spread(target)).when(possible).fraction);
      const powerful = quantile(it.power.fraction);
      const need =
        noise && both && significance && powerful
          ? significance.times(noise).plus(powerful.times(both))
          : undefined;
      const share = step.fraction;
      return {
        rateA: a.percent(),
        rateB: b.percent(),
        lift: difference.by(a).percent(),
        z: nearly(z),
        pValue: nearly(pValue),
        diffLow: nearly(margin && difference.percent().fraction?.minus(margin.times(number(100).fraction!))),
        diffHigh: nearly(margin && difference.percent().fraction?.plus(margin.times(number(100).fraction!))),
        significant: token(pValue && alpha.fraction && word(pValue.cmp(alpha.fraction) < 0, 'yes', 'no')),
        needPerGroup: nearlyUp(need && share && need.times(need).by(share.times(share))),
      };
    },
  }),

  contract('incremental', {
    fields: {
      gmvBefore: yuan('60000'),
      gmvAfter: yuan('78000'),
      spendBefore: yuan('9000', { often: ['14000'] }),
      spendAfter: yuan('14000', { often: ['9000'] }),
      keepRate: percent('37.5'),
    },
    vectors: [
      {
        given: {
          gmvBefore: '51230.5',
          gmvAfter: '66789',
          spendBefore: '7000',
          spendAfter: '10300',
          keepRate: '33',
        },
      },
      { given: { spendAfter: '9000' } },
      { given: { spendAfter: '8000', gmvAfter: '50000' } },
      { given: { keepRate: '0' } },
    ],
    results: ({ gmvBefore, gmvAfter, spendBefore, spendAfter, keepRate }) => {
      const more = gmvAfter.minus(gmvBefore);
      const cost = spendAfter.minus(spendBefore);
      return {
        iroas: more.by(cost),
        breakEvenRoas: overKept(keepRate),
        incrementalProfit: more.times(keepRate).minus(cost),
      };
    },
  }),
];
