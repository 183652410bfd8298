/** 定价与利润, from the contract's own table. */
import { contract, ofRows } from './contract.ts';
import { choice, count, percent, real, text, yuan } from './fields.ts';
import { all, either, type Maybe, NONE, number, ONE, type Perhaps, TEN, total, word, ZERO } from './maybe.ts';

const DEFAULT_UNIT = {
  price: yuan('199'),
  discount: yuan('20', { often: ['0', '199'] }),
  unitCost: yuan('60'),
  shipping: yuan('5'),
  packaging: yuan('2'),
  platformRate: percent('0.6'),
  commissionRate: percent('0'),
  adPerOrder: yuan('25'),
  returnRate: percent('10'),
  returnLoss: yuan('8'),
  otherCost: yuan('0'),
};

/** How often a layer takes its amount off. */
function times(threshold: Maybe, base: Maybe, repeat: string | undefined): Maybe {
  return either(
    threshold.above(ZERO),
    () =>
      repeat === undefined
        ? NONE
        : repeat === 'yes'
          ? base.by(threshold).floor()
          : either(
              base.atLeast(threshold),
              () => ONE,
              () => ZERO,
            ),
    () => ZERO,
  );
}

export const pricing = [
  contract('unit-profit', {
    fields: DEFAULT_UNIT,
    vectors: [
      {
        given: {
          price: '268',
          discount: '35.5',
          unitCost: '82.4',
          platformRate: '1.2',
          commissionRate: '6.5',
          returnRate: '22',
          otherCost: '1.3',
        },
      },
      { given: { returnRate: '100' } },
      { given: { discount: '199' } },
      { given: { adPerOrder: '0', returnRate: '0', returnLoss: '0' } },
      { given: { price: '60', unitCost: '60' } },
      { given: { platformRate: '50', commissionRate: '50' } },
      { given: { platformRate: '60', commissionRate: '50' } },
    ],
    results: (it) => {
      const { price, discount, unitCost, shipping, packaging, adPerOrder, returnRate, returnLoss } = it;
      const paid = price.minus(discount);
      const keep = ONE.minus(returnRate);
      const rest = ONE.minus(it.platformRate, it.commissionRate);
      const netRevenue = paid.times(keep);
      const cogs = unitCost.times(keep);
      const fees = netRevenue.times(it.platformRate.plus(it.commissionRate));
      const fulfilment = total([shipping, packaging, adPerOrder, it.otherCost]);
      const returns = returnRate.times(returnLoss);
      const grossProfit = netRevenue.minus(cogs);
      const profit = grossProfit.minus(fees, fulfilment, returns);
      const beforeAds = profit.plus(adPerOrder);
      return {
        paid,
        netRevenue,
        cogs,
        fees,
        fulfilment,
        returns,
        grossProfit,
        grossMargin: grossProfit.by(netRevenue).percent(),
        profit,
        netMargin: profit.by(netRevenue).percent(),
        breakEvenPrice: total([cogs, fulfilment, returns]).by(keep.times(rest)).plus(discount),
        contributionRate: paid
          .times(rest)
          .minus(unitCost, shipping, packaging, it.otherCost)
          .by(paid)
          .percent(),
        returnCost: total([shipping, packaging, it.otherCost, returnLoss]).by(paid).percent(),
        breakEvenRoas: paid.by(beforeAds).when(all(paid.above(ZERO), beforeAds.above(ZERO))),
      };
    },
  }),

  contract('pricing', {
    fields: {
      unitCost: yuan('60'),
      shipping: yuan('5'),
      packaging: yuan('2'),
      otherCost: yuan('0'),
      adRate: percent('15', { often: ['10', '20'] }),
      platformRate: percent('0.6', { often: ['1'] }),
      commissionRate: percent('0', { often: ['10'] }),
      returnRate: percent('10', { often: ['0', '20'] }),
      returnLoss: yuan('8'),
      targetMargin: percent('18', { often: ['20', '30'] }),
    },
    vectors: [
      {
        given: { unitCost: '48.7', adRate: '12', commissionRate: '5', returnRate: '15', targetMargin: '20' },
      },
      // 50 / (1 − 20 % − 20 % − 10 %) = 100 to the fen: nothing to round up
      {
        given: {
          unitCost: '50',
          shipping: '0',
          packaging: '0',
          returnRate: '0',
          platformRate: '20',
          targetMargin: '20',
          adRate: '10',
        },
      },
      // 50 / 0.45 = 111.11…: up to 111.12
      {
        given: {
          unitCost: '50',
          shipping: '0',
          packaging: '0',
          returnRate: '0',
          platformRate: '20',
          targetMargin: '20',
          adRate: '15',
        },
      },
      { given: { returnRate: '0', platformRate: '20', targetMargin: '60', adRate: '20' } },
      { given: { returnRate: '0', platformRate: '20', targetMargin: '60', adRate: '20.01' } },
      { given: { returnRate: '100' } },
      { given: { unitCost: '0' } },
      { given: { unitCost: '0', shipping: '0', packaging: '0', returnLoss: '0' } },
    ],
    results: (it) => {
      const { unitCost, returnRate, targetMargin } = it;
      const k = ONE.minus(returnRate);
      const costs = total([
        unitCost.times(k),
        it.shipping,
        it.packaging,
        it.otherCost,
        returnRate.times(it.returnLoss),
      ]);
      const left = k.times(ONE.minus(it.platformRate, it.commissionRate, targetMargin)).minus(it.adRate);
      const price = costs.by(left).ceilFen().when(left.above(ZERO));
      return {
        price,
        profit: price.times(k, targetMargin),
        markup: price.by(unitCost).minus(ONE).percent(),
        margin: price.minus(unitCost).by(price).percent(),
      };
    },
  }),

  contract('promo-stack', {
    fields: {
      listPrice: yuan('299', { often: ['100', '150', '300', '299.5', '0.05'] }),
      qty: count('2', { min: '1', often: ['1', '3'] }),
      itemType: choice('zhe', 'none', 'amount'),
      itemValue: real('8.5', { often: ['9', '10', '0', '7.77'] }),
      storeThreshold: yuan('0', { often: ['100', '300', '600'] }),
      storeOff: yuan('0', { often: ['10', '30'] }),
      storeRepeat: choice('no', 'yes'),
      crossThreshold: yuan('0', { often: ['200', '300'] }),
      crossOff: yuan('50'),
      crossRepeat: choice('yes', 'no'),
      couponThreshold: yuan('0', { often: ['299', '500'] }),
      coupon: yuan('0', { often: ['5', '20'] }),
      redPacket: yuan('0', { often: ['3', '8.88'] }),
      basis: choice('parallel', 'sequential'),
      crossShare: percent('0'),
      couponShare: percent('0'),
      redShare: percent('100'),
      unitCost: yuan('120'),
    },
    runs: 600,
    vectors: [
      {
        given: {
          listPrice: '259',
          qty: '3',
          itemValue: '8.8',
          storeThreshold: '300',
          storeOff: '30',
          crossThreshold: '200',
          crossOff: '30',
          couponThreshold: '500',
          coupon: '20',
          redPacket: '6.6',
          basis: 'sequential',
          crossShare: '50',
          couponShare: '100',
        },
      },
      { given: { itemValue: '9', crossThreshold: '300' } },
      // exactly at the threshold, and a fen below it
      { given: { itemType: 'none', listPrice: '150', crossThreshold: '300' } },
      { given: { itemType: 'none', listPrice: '299.99', qty: '1', crossThreshold: '300' } },
      {
        given: {
          itemType: 'none',
          listPrice: '300',
          storeThreshold: '600',
          storeOff: '1',
          crossThreshold: '300',
        },
      },
      {
        given: {
          itemType: 'none',
          listPrice: '300',
          storeThreshold: '600',
          storeOff: '1',
          crossThreshold: '300',
          basis: 'sequential',
        },
      },
      { given: { itemType: 'none', couponThreshold: '598', coupon: '10' } },
      { given: { itemType: 'none', couponThreshold: '598.01', coupon: '10' } },
      { given: { itemType: 'amount', itemValue: '300' } },
      { given: { itemType: 'amount', itemValue: '20.5' } },
      // 0.05 × 8.5 折 = 0.0425 → 0.04; 0.1 × 8.5 折 = 0.085 → 0.09, three times
      { given: { listPrice: '0.05', itemValue: '8.5', qty: '3' } },
      { given: { listPrice: '0.1', itemValue: '8.5', qty: '3' } },
      { given: { itemValue: '10' } },
      { given: { itemValue: '10.1' } },
      { given: { qty: '0' } },
      { given: { redPacket: '1000' } },
      { given: { listPrice: '0' } },
    ],
    results: (it) => {
      const { listPrice, qty, itemType, basis, crossShare, couponShare, redShare } = it;
      // 折 is 0 to 10.
      const itemValue = it.itemValue.when(itemType !== 'zhe' || it.itemValue.atMost(TEN));
      const s0 = listPrice.times(qty);
      const off = (amount: Maybe, by: Maybe): Maybe => amount.minus(by).larger(ZERO);
      const priced = {
        none: () => s0,
        zhe: () => listPrice.times(itemValue).by(TEN).fen().times(qty),
        amount: () => off(listPrice, itemValue).times(qty),
      };
      const s1 = itemType ? priced[itemType]() : NONE;
      const base = (remainder: Maybe): Maybe =>
        basis === undefined ? NONE : basis === 'parallel' ? s1 : remainder;
      const s2 = off(s1, it.storeOff.times(times(it.storeThreshold, s1, it.storeRepeat)));
      const s3 = off(s2, it.crossOff.times(times(it.crossThreshold, base(s2), it.crossRepeat)));
      const s4 = either(
        base(s3).atLeast(it.couponThreshold),
        () => off(s3, it.coupon),
        () => s3,
      );
      const s5 = off(s4, it.redPacket);
      const receive = s5.plus(
        s2.minus(s3).times(crossShare),
        s3.minus(s4).times(couponShare),
        s4.minus(s5).times(redShare),
      );
      const profit = receive.minus(it.unitCost.times(qty));
      return {
        s0,
        s1,
        s2,
        s3,
        s4,
        s5,
        pay: s5,
        saved: s0.minus(s5),
        zhe: s5.by(s0).times(TEN),
        perUnit: s5.by(qty),
        receive,
        profit,
        margin: profit.by(receive).percent(),
      };
    },
  }),

  contract('bundle', {
    fields: { bundlePrice: yuan('249', { often: ['0', '367'] }) },
    columns: {
      name: text(),
      price: yuan('99', { often: ['0', '199'] }),
      cost: yuan('30', { often: ['0', '60'] }),
      qty: count('1', { often: ['0', '1', '2'] }),
    },
    defaults: [
      ['连衣裙', '199', '60', '1'],
      ['开衫', '129', '45', '1'],
      ['腰带', '39', '8', '1'],
    ],
    vectors: [
      {
        given: { bundlePrice: '399.9' },
        rows: [
          ['杯子', '89.5', '21.3', '2'],
          ['壶', '259', '98', '1'],
          ['', '', '', ''],
          ['坏', '1', '1', '0.5'],
          ['垫', '19.9', '4.2', '4'],
        ],
      },
      { given: { bundlePrice: '0' } },
      { given: {}, rows: [['赠品', '0', '5', '1']] },
    ],
    results: ({ bundlePrice }, rows) => {
      const separateTotal = total(rows.map(({ cells }) => cells.price.times(cells.qty)));
      const costTotal = total(rows.map(({ cells }) => cells.cost.times(cells.qty)));
      const saving = separateTotal.minus(bundlePrice);
      const bundleProfit = bundlePrice.minus(costTotal);
      return {
        separateTotal,
        costTotal,
        saving,
        savingRate: saving.by(separateTotal).percent(),
        bundleProfit,
        bundleMargin: bundleProfit.by(bundlePrice).percent(),
        separateMargin: separateTotal.minus(costTotal).by(separateTotal).percent(),
      };
    },
  }),

  contract('buy-gift', {
    fields: {
      buyQty: count('2', { min: '1' }),
      giftQty: count('1'),
      price: yuan('99'),
      unitCost: yuan('35'),
      giftCost: yuan('35'),
    },
    vectors: [
      { given: { buyQty: '3', giftQty: '2', price: '68.8', unitCost: '24.5', giftCost: '11.2' } },
      { given: { giftQty: '0' } },
      { given: { buyQty: '0' } },
      { given: { price: '0' } },
    ],
    results: ({ buyQty, giftQty, price, unitCost, giftCost }) => {
      const revenue = price.times(buyQty);
      const cost = unitCost.times(buyQty).plus(giftCost.times(giftQty));
      const profit = revenue.minus(cost);
      return {
        revenue,
        effectivePrice: revenue.by(buyQty.plus(giftQty)),
        zhe: TEN.times(buyQty).by(buyQty.plus(giftQty)),
        cost,
        profit,
        margin: profit.by(revenue).percent(),
      };
    },
  }),

  contract('break-even', {
    fields: {
      fixedCost: yuan('30000'),
      price: yuan('179', { often: ['110', '110.01'] }),
      variableCost: yuan('110', { often: ['179'] }),
      units: count('600'),
    },
    vectors: [
      { given: { fixedCost: '43210', price: '129.9', variableCost: '81.35', units: '1020' } },
      // 30000 / 60 = 500 exactly
      { given: { price: '170' } },
      { given: { price: '110' } },
      { given: { price: '100' } },
      { given: { units: '0' } },
      { given: { fixedCost: '0' } },
    ],
    results: ({ fixedCost, price, variableCost, units }) => {
      const contribution = price.minus(variableCost);
      const earns = contribution.above(ZERO);
      const point = fixedCost.by(contribution).when(earns);
      return {
        contribution,
        contributionRate: contribution.by(price).percent(),
        beUnits: point.ceil(),
        beRevenue: fixedCost.by(contribution.by(price)).when(earns),
        profit: units.times(contribution).minus(fixedCost),
        safetyMargin: units.minus(point).by(units).percent(),
      };
    },
  }),

  contract('price-ladder', {
    fields: { lowMax: yuan('99', { often: ['59', '0'] }), midMax: yuan('299', { often: ['159', '99'] }) },
    columns: {
      name: text(),
      price: yuan('99', { often: ['99', '99.01', '299', '299.01', '59', '0'] }),
      units: count('10', { often: ['0', '600'] }),
    },
    defaults: [
      ['引流短袖', '59', '600'],
      ['基础连衣裙', '159', '220'],
      ['真丝连衣裙', '599', '18'],
      ['腰带', '39', '90'],
    ],
    vectors: [
      {
        given: { lowMax: '50', midMax: '120' },
        rows: [
          ['袜子', '19.9', '800'],
          ['帽子', '50', '210'],
          ['围巾', '50.01', '140'],
          ['外套', '120', '66'],
          ['大衣', '120.01', '9'],
          ['', '', ''],
          ['坏', '-1', '1'],
        ],
      },
      { given: {}, rows: [['赠品', '0', '0']] },
      { given: { lowMax: '299' } },
    ],
    results: ({ lowMax, midMax }, rows) => {
      const ofTier = (within: (price: Maybe) => Perhaps, key: string) => {
        const tier = rows.filter(({ cells }) => within(cells.price));
        const known = rows.every(({ cells }) => within(cells.price) !== undefined);
        const sales = (some: typeof rows): Maybe =>
          total(some.map(({ cells }) => cells.price.times(cells.units)));
        const counted = number(tier.length).when(known);
        const sold = sales(tier).when(known);
        return {
          [`${key}Count`]: counted,
          [`${key}CountShare`]: counted.by(number(rows.length)).percent(),
          [`${key}Sales`]: sold,
          [`${key}SalesShare`]: sold.by(sales(rows)).percent(),
        };
      };
      return {
        ...ofTier((price) => price.atMost(lowMax), 'low'),
        ...ofTier((price) => all(price.above(lowMax), price.atMost(midMax)), 'mid'),
        ...ofTier((price) => all(price.above(lowMax), price.above(midMax)), 'high'),
      };
    },
  }),

  contract('abc', {
    fields: {},
    columns: {
      name: text(),
      sales: yuan('100', { often: ['0', '50', '150', '800', '5'] }),
      profit: yuan('10', { signed: true, often: ['-5', '-0.01', '0'] }),
    },
    each: ['share', 'cumulative', 'class'],
    defaults: [
      ['A1', '52000', '9000'],
      ['A2', '31000', '-800'],
      ['B1', '9800', '2100'],
      ['B2', '4700', '600'],
      ['C1', '1500', '90'],
      ['C2', '1000', '-20'],
    ],
    vectors: [
      {
        given: {},
        rows: [
          ['甲', '700', '10'],
          ['乙', '4100', '-5.5'],
          ['', '', ''],
          ['丙', '2300', '90'],
          ['坏', '12x', '1'],
          ['丁', '700', '0'],
          ['戊', '260', '3'],
        ],
      },
      // 80 % before the second row is not below 80; 95 % before the third is not below 95
      {
        given: {},
        rows: [
          ['甲', '80', '1'],
          ['乙', '15', '1'],
          ['丙', '5', '1'],
        ],
      },
      {
        given: {},
        rows: [
          ['甲', '79.99', '1'],
          ['乙', '15', '1'],
          ['丙', '5.01', '1'],
        ],
      },
      // ties keep the order typed
      { given: {}, rows: Array.from({ length: 5 }, () => ['同', '20', '1']) },
      {
        given: {},
        rows: [
          ['甲', '0', '1'],
          ['乙', '0', '-1'],
        ],
      },
    ],
    results: (_, rows) => {
      const sum = total(rows.map(({ cells }) => cells.sales));
      const order = [...rows.keys()].sort(
        (a, b) => (rows[b]?.cells.sales.compare(rows[a]?.cells.sales ?? NONE) ?? 0) || a - b,
      );
      const before = new Map<number, Maybe>();
      let run = ZERO;
      for (const i of order) {
        before.set(i, run.by(sum));
        run = run.plus(rows[i]?.cells.sales ?? NONE);
      }
      return ofRows(rows, ({ sales }, i) => {
        const share = sales.by(sum);
        const start = before.get(i) ?? NONE;
        const later = word(start.below(number('0.95')), 'B', 'C');
        return {
          share: share.percent(),
          cumulative: start.plus(share).percent(),
          class: later && word(start.below(number('0.8')), 'A', later),
        };
      });
    },
  }),

  contract('cross-border', {
    fields: {
      price: real('29.99', { often: ['2', '1.99', '0'] }),
      fx: real('7.1'),
      referralRate: percent('15', { often: ['0', '8'] }),
      fbaFee: real('5'),
      storageFee: real('0.3'),
      adRate: percent('12'),
      returnRate: percent('5'),
      returnFee: real('0'),
      vatRate: percent('0', { often: ['20', '19'] }),
      unitCost: yuan('45'),
      inbound: yuan('12'),
    },
    vectors: [
      {
        given: {
          price: '34.5',
          fx: '7.25',
          referralRate: '12',
          returnRate: '8',
          returnFee: '1.2',
          vatRate: '19',
        },
      },
      // 2 × 15 % is the least fee itself, 1.99 × 15 % is below it
      { given: { price: '2' } },
      { given: { price: '1.99' } },
      { given: { referralRate: '0' } },
      // a fifth of the fee is more than 5 from a price of 166.67 on
      { given: { price: '200' } },
      { given: { price: '0' } },
      { given: { fx: '0', unitCost: '0', inbound: '0' } },
    ],
    results: (it) => {
      const { price, fx, referralRate, returnRate, unitCost, inbound } = it;
      const netPrice = price.by(ONE.plus(it.vatRate));
      const referral = either(
        referralRate.isZero(),
        () => ZERO,
        () => price.times(referralRate).larger(number('0.3')),
      );
      const adCost = price.times(it.adRate);
      const refundFee = referral.by(number(5)).smaller(number(5));
      const returnCost = returnRate.times(netPrice.minus(referral).plus(refundFee, it.returnFee));
      const profitUsd = netPrice.minus(referral, it.fbaFee, it.storageFee, adCost, returnCost);
      const profit = profitUsd.times(fx).minus(unitCost, inbound);
      return {
        netPrice,
        referral,
        adCost,
        returnCost,
        profitUsd,
        profit,
        margin: profit.by(netPrice.times(fx)).percent(),
        roi: profit.by(unitCost.plus(inbound)).percent(),
      };
    },
  }),
];
