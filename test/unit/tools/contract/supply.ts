/** 供应链, from the contract's own table. */
import { contract, ofRows } from './contract.ts';
import { count, percent, real, text, yuan } from './fields.ts';
import { either, number, ONE, total, TWO, word, ZERO } from './maybe.ts';
import { quantile, root } from './second-method.ts';
import { nearly, nearlyUp, token } from './wanted.ts';

export const supply = [
  contract('inventory-turnover', {
    fields: {
      sales: yuan('360000'),
      cogs: yuan('200000'),
      opening: yuan('90000'),
      closing: yuan('70000'),
      days: count('90', { min: '1' }),
    },
    vectors: [
      { given: { sales: '412345.6', cogs: '233333', opening: '81000', closing: '95500', days: '92' } },
      { given: { opening: '0', closing: '0' } },
      { given: { cogs: '0', sales: '0' } },
      { given: { days: '0' } },
    ],
    results: ({ sales, cogs, opening, closing, days }) => {
      const average = opening.plus(closing).by(TWO);
      const turnoverCogs = cogs.by(average);
      const turnoverSales = sales.by(average);
      return {
        average,
        turnoverCogs,
        daysCogs: days.by(turnoverCogs),
        turnoverSales,
        daysSales: days.by(turnoverSales),
      };
    },
  }),

  contract('reorder', {
    fields: {
      dailyMean: real('40'),
      dailySd: real('12'),
      leadDays: real('7'),
      leadSd: real('1', { often: ['0'] }),
      reviewDays: real('0'),
      serviceLevel: percent('95', { min: '50', aboveMin: true, belowMax: true, often: ['90', '99', '97.5'] }),
      onHand: count('350', { often: ['280', '364', '365', '366'] }),
      inTransit: count('0'),
      orderCost: yuan('80'),
      holdingCost: yuan('6'),
    },
    runs: 150,
    vectors: [
      {
        given: {
          dailyMean: '33.5',
          dailySd: '9.4',
          leadDays: '12',
          leadSd: '2.5',
          reviewDays: '7',
          serviceLevel: '98',
        },
      },
      { given: { onHand: '365' } },
      { given: { onHand: '366' } },
      // nothing varies: 40 × 7 = 280 and not one more
      { given: { dailySd: '0', leadSd: '0', onHand: '280' } },
      { given: { dailySd: '0', leadSd: '0', onHand: '281' } },
      { given: { dailyMean: '0' } },
      { given: { holdingCost: '0' } },
      { given: { serviceLevel: '50' } },
      { given: { serviceLevel: '50.01' } },
      { given: { serviceLevel: '100' } },
      { given: { serviceLevel: '99.999999' } },
      // √(2 × 10 × 365 × 80 / 1.46) = √400000 and √(… / 0.584) = 1000 exactly
      { given: { dailyMean: '10', orderCost: '80', holdingCost: '0.584' } },
    ],
    results: (it) => {
      const { dailyMean, leadDays, reviewDays } = it;
      const cover = leadDays.plus(reviewDays);
      const z = quantile(it.serviceLevel.fraction);
      const variance = cover
        .times(it.dailySd, it.dailySd)
        .plus(dailyMean.times(dailyMean, it.leadSd, it.leadSd));
      const sigma = root(variance.fraction);
      const safety = z && sigma && z.times(sigma);
      const point = safety && dailyMean.times(cover).fraction?.plus(safety);
      const stock = it.onHand.plus(it.inTransit);
      const nearPoint = nearlyUp(point);
      const lot = TWO.times(dailyMean, number(365), it.orderCost).by(it.holdingCost);
      return {
        z: nearly(z),
        sigma: nearly(sigma),
        safetyStock: nearlyUp(safety),
        reorderPoint: nearPoint,
        coverDays: stock.by(dailyMean),
        // Both stand where the point itself may be either of two whole numbers.
        orderNow: point
          ? token(...nearPoint.whole.map((whole) => word(stock.atMost(number(whole)), 'yes', 'no')))
          : undefined,
        eoq: nearlyUp(root(lot.fraction)),
      };
    },
  }),

  contract('promo-stock', {
    fields: {
      baseDaily: real('40'),
      daysUntilWarm: count('10'),
      warmMultiplier: real('1.5'),
      warmDays: count('7'),
      promoMultiplier: real('6'),
      promoDays: count('3'),
      safetyRate: percent('20', { max: '300', often: ['0', '150'] }),
      onHand: count('350'),
      inTransit: count('200'),
    },
    vectors: [
      {
        given: {
          baseDaily: '37.5',
          warmMultiplier: '1.8',
          promoMultiplier: '7.5',
          safetyRate: '15',
          onHand: '420',
        },
      },
      { given: { onHand: '1648' } },
      { given: { onHand: '1649' } },
      { given: { safetyRate: '300' } },
      { given: { safetyRate: '300.01' } },
      { given: { baseDaily: '0' } },
    ],
    results: (it) => {
      const { baseDaily, daysUntilWarm, warmMultiplier, warmDays, promoMultiplier, promoDays } = it;
      const demand = baseDaily.times(
        total([daysUntilWarm, warmMultiplier.times(warmDays), promoMultiplier.times(promoDays)]),
      );
      const need = demand.times(ONE.plus(it.safetyRate)).ceil();
      return { demand, need, toOrder: need.minus(it.onHand, it.inTransit).larger(ZERO) };
    },
  }),

  contract('shipping', {
    fields: {
      length: real('40'),
      width: real('30'),
      height: real('20'),
      weight: real('2.3', { often: ['1', '4', '4.01', '0'] }),
      divisor: count('6000', { min: '1', often: ['8000', '12000'] }),
      firstKg: real('1', { aboveMin: true, often: ['0.5', '3'] }),
      firstPrice: yuan('6'),
      stepKg: real('1', { aboveMin: true, often: ['0.5', '0.1', '0.3'] }),
      stepPrice: yuan('2'),
    },
    vectors: [
      {
        given: {
          length: '52',
          width: '38',
          height: '31',
          weight: '6.4',
          divisor: '8000',
          firstPrice: '7.5',
          stepPrice: '1.8',
        },
      },
      { given: { length: '0', weight: '1' } },
      { given: { length: '0', weight: '1.001' } },
      { given: { length: '0', weight: '0' } },
      { given: { length: '10', width: '10', height: '40', weight: '0', divisor: '3000', stepKg: '0.1' } },
      { given: { weight: '1.3', length: '0', stepKg: '0.1' } },
      { given: { divisor: '0' } },
      { given: { firstKg: '0' } },
      { given: { stepKg: '0' } },
    ],
    results: ({ length, width, height, weight, divisor, firstKg, firstPrice, stepKg, stepPrice }) => {
      const volumeKg = length.times(width, height).by(divisor);
      const chargeableKg = weight.larger(volumeKg);
      const billedKg = either(
        chargeableKg.atMost(firstKg),
        () => firstKg,
        () => firstKg.plus(chargeableKg.minus(firstKg).by(stepKg).ceil().times(stepKg)),
      );
      const fee = firstPrice.plus(billedKg.minus(firstKg).by(stepKg).times(stepPrice));
      // Whether what needs no step exists without one is left open.
      const open = stepKg.fraction === undefined && chargeableKg.atMost(firstKg);
      return { volumeKg, chargeableKg, ...(!open && { billedKg, fee }) };
    },
  }),

  contract('sku-health', {
    fields: { days: count('30', { min: '1' }) },
    columns: {
      name: text(),
      opening: count('100', { often: ['0'] }),
      inflow: count('10', { often: ['0'] }),
      sold: count('5', { often: ['0', '0', '12'] }),
      stock: count('50', { often: ['0', '40'] }),
      unitCost: yuan('60'),
    },
    each: ['sellThrough', 'coverDays'],
    defaults: [
      ['连衣裙', '120', '80', '150', '50', '60'],
      ['开衫', '60', '0', '12', '48', '45'],
      ['腰带', '40', '0', '0', '40', '8'],
    ],
    vectors: [
      {
        given: { days: '28' },
        rows: [
          ['杯', '210', '60', '133', '137', '21.3'],
          ['', '', '', '', '', ''],
          ['壶', '35', '0', '0', '35', '98.5'],
          ['坏', '35', '0', '0', '35', ''],
          ['垫', '0', '0', '0', '0', '4'],
        ],
      },
      { given: { days: '0' } },
      { given: {}, rows: [['杯', '1', '1', '1', '1', '1']] },
    ],
    results: ({ days }, rows) => ({
      ...ofRows(rows, ({ opening, inflow, sold, stock }) => ({
        sellThrough: sold.by(opening.plus(inflow)).percent(),
        coverDays: stock.by(sold.by(days)),
      })),
      activeRate: number(rows.filter(({ cells }) => cells.sold.above(ZERO)).length)
        .by(number(rows.length))
        .percent(),
      deadStock: total(
        rows.flatMap(({ cells }) => (cells.sold.isZero() ? [cells.stock.times(cells.unitCost)] : [])),
      ),
    }),
  }),
];
