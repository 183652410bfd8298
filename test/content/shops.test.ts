import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Shop } from '../../src/schemas/shops.ts';
import { shopSchema } from '../../src/schemas/shops.ts';

/*
 * Every example of the course quotes these shops, so their months must add up to the fen.
 * All money is compared as whole fen. With, for product i,
 *   net_i      = price_i − discount_i
 *   returned_i = units_i × returnRate_i, rounded half up to whole pieces (one piece a refund order)
 *   kept_i     = units_i − returned_i
 * a month obeys
 *   gmv          = Σ units_i × net_i
 *   refunds      = Σ returned_i × net_i
 *   refundOrders = Σ returned_i
 *   cogs         = Σ kept_i × unitCost_i                     (returned goods go back on the shelf …)
 *   returnLosses = Σ returned_i × returnLoss_i               (… what that costs, or their scrapping, is here)
 *   platformFees = Σ kept_i × net_i × (platformRate_i + commissionRate_i), rounded half up to the fen
 *   fulfilment   = orders × Σ units_i × (shipping_i + packaging_i) ÷ pieces, rounded half up to the fen
 *   profit       = gmv − refunds − cogs − platformFees − fulfilment − returnLosses − adSpend − fixedCosts
 */
type ShopData = Omit<Shop, 'id'>;
type Month = Shop['months'][string];
type Product = Shop['products'][string];

const folder = new URL('../../content/shops/', import.meta.url);
const shops = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const raw: unknown = parse(readFileSync(new URL(file, folder), 'utf8'));
    return { id: file.replace('.yaml', ''), shop: shopSchema.parse(raw) };
  });
const months = shops.flatMap(({ id, shop }) =>
  Object.entries(shop.months).map(([month, data]) => ({ name: `${id} ${month}`, shop, data })),
);

const expectedMonths = [
  ...['2025-11', '2025-12'],
  ...Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`),
];

/** Yuan to whole fen; the schema has already refused parts of a fen. */
const fen = (yuan: number): number => Math.round(yuan * 100);
/** numerator ÷ denominator of whole numbers ≥ 0, half up, without passing through a fraction. */
const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));
const net = (product: Product): number => fen(product.price) - fen(product.discount);

function derive(shop: ShopData, month: Month) {
  const sum = {
    pieces: 0,
    gmv: 0,
    refunds: 0,
    refundOrders: 0,
    cogs: 0,
    returnLosses: 0,
    fees: 0,
    parcels: 0,
  };
  for (const [id, product] of Object.entries(shop.products)) {
    const units = month.units[id] ?? 0;
    const returned = halfUp(units * Math.round(product.returnRate * 100), 10_000);
    const kept = units - returned;
    sum.pieces += units;
    sum.gmv += units * net(product);
    sum.refunds += returned * net(product);
    sum.refundOrders += returned;
    sum.cogs += kept * fen(product.unitCost);
    sum.returnLosses += returned * fen(product.returnLoss);
    sum.fees += kept * net(product) * Math.round((product.platformRate + product.commissionRate) * 100);
    sum.parcels += units * (fen(product.shipping) + fen(product.packaging));
  }
  return {
    ...sum,
    platformFees: halfUp(sum.fees, 10_000),
    fulfilment: halfUp(month.orders * sum.parcels, sum.pieces),
  };
}

/** What one yuan of sales leaves after goods, refunds, fees, freight and return losses, before ads and fixed costs. */
const keepRate = (m: Month): number =>
  (m.gmv - m.refunds - m.cogs - m.platformFees - m.fulfilment - m.returnLosses) / m.gmv;
const adsLose = (m: Month): boolean => m.adRevenue * keepRate(m) < m.adSpend;

function shopOf(id: string): ShopData {
  const found = shops.find((entry) => entry.id === id);
  if (!found) throw new Error(`content/shops/${id}.yaml is missing`);
  return found.shop;
}

test('the three shops of the course are there', () => {
  expect(shops.map(({ id }) => id).sort()).toEqual(['ganquan', 'mianxian', 'shanyan']);
});

describe.each(shops)('$id', ({ shop }) => {
  test('has the twelve months in order', () => {
    expect(Object.keys(shop.months)).toEqual(expectedMonths);
  });

  test('has four to six products in all three roles, inside its price band', () => {
    const products = Object.values(shop.products);
    expect(products.length).toBeGreaterThanOrEqual(4);
    expect(products.length).toBeLessThanOrEqual(6);
    expect(new Set(products.map(({ role }) => role))).toEqual(new Set(['traffic', 'profit', 'image']));
    const [low = 0, high = 0] = shop.priceBand.match(/\d+/g)?.map(Number) ?? [];
    for (const { name, price, discount, unitCost } of products) {
      expect(price, name).toBeGreaterThanOrEqual(low);
      expect(price, name).toBeLessThanOrEqual(high);
      expect(unitCost, name).toBeLessThan(price - discount);
    }
  });

  test('ads lose money in exactly one month, which says why', () => {
    const losing = Object.values(shop.months).filter(adsLose);
    expect(losing).toHaveLength(1);
    expect(losing[0]?.note).toMatch(/推广/);
  });

  test('never sells what it has not bought: purchases are not negative', () => {
    const all = Object.values(shop.months);
    all.slice(1).forEach((month, index) => {
      const before = all[index];
      expect(fen(month.stock) - fen(before?.stock ?? 0) + fen(month.cogs)).toBeGreaterThanOrEqual(0);
    });
  });
});

describe.each(months)('$name', ({ shop, data: m }) => {
  const sums = derive(shop, m);

  test('counts units of every product and of no other', () => {
    expect(Object.keys(m.units).sort()).toEqual(Object.keys(shop.products).sort());
    expect(sums.pieces).toBe(m.pieces);
  });

  test('amounts follow from the units, to the fen', () => {
    expect(fen(m.gmv)).toBe(sums.gmv);
    expect(fen(m.refunds)).toBe(sums.refunds);
    expect(m.refundOrders).toBe(sums.refundOrders);
    expect(fen(m.cogs)).toBe(sums.cogs);
    expect(fen(m.returnLosses)).toBe(sums.returnLosses);
    expect(fen(m.platformFees)).toBe(sums.platformFees);
    expect(fen(m.fulfilment)).toBe(sums.fulfilment);
  });

  test('profit is what the costs leave', () => {
    const costs = [m.refunds, m.cogs, m.platformFees, m.fulfilment, m.returnLosses, m.adSpend, m.fixedCosts];
    expect(fen(m.profit)).toBe(fen(m.gmv) - costs.reduce((total, cost) => total + fen(cost), 0));
  });

  test('no step of the funnel is larger than the one before', () => {
    const steps = [m.impressions, m.clicks, m.visitors, m.carts, m.orderBuyers, m.buyers];
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(m.buyers).toBeLessThanOrEqual(m.orders);
    expect(m.orders).toBeLessThanOrEqual(m.pieces);
    expect(m.refundOrders).toBeLessThanOrEqual(m.orders);
    expect(m.paidVisitors).toBeLessThanOrEqual(m.visitors);
    expect(m.refunds).toBeLessThanOrEqual(m.gmv);
    expect(m.adRevenue).toBeLessThanOrEqual(m.gmv);
  });

  test('rates are those of a shop that could exist', () => {
    const within = (value: number, low: number, high: number): void => {
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
    };
    within(m.buyers / m.visitors, 0.01, 0.05);
    within(m.carts / m.visitors, 0.03, 0.13);
    within(m.buyers / m.orderBuyers, 0.75, 0.97);
    within(m.adRevenue / m.adSpend, 1, 5);
    within(keepRate(m), 0.3, 0.55);
    // Paid visitors are worth about as much as the others: not several times more.
    within(m.adRevenue / m.gmv / (m.paidVisitors / m.visitors), 0.6, 1.3);
  });

  test('percentages quoted in the note are those of this month or the one before', () => {
    const all = Object.values(shop.months);
    const known = [m, all[all.indexOf(m) - 1]].flatMap((month) =>
      month ? [((month.buyers / month.visitors) * 100).toFixed(2), month.bounceRate.toFixed(1)] : [],
    );
    for (const [, quoted] of m.note?.matchAll(/([\d.]+)%/g) ?? []) expect(known).toContain(quoted);
  });
});

test('the worked examples of the tools stand in 棉线小店', () => {
  const { products, months: byMonth } = shopOf('mianxian');
  expect(products['sunshirt']).toMatchObject({
    price: 199,
    discount: 20,
    unitCost: 60,
    shipping: 5,
    packaging: 2,
  });
  expect(products['sunshirt']).toMatchObject({ platformRate: 0.6, commissionRate: 0, adPerOrder: 25 });
  expect(products['sunshirt']).toMatchObject({ returnRate: 10, returnLoss: 8 });
  expect(byMonth['2026-03']).toMatchObject({ visitors: 10000, buyers: 350, gmv: 98000 });
  expect(byMonth['2026-03']).toMatchObject({ paidVisitors: 4000, adSpend: 12000 });
  expect(byMonth['2026-04']).toMatchObject({ visitors: 12000, buyers: 384, gmv: 111360 });
});
