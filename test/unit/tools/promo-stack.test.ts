import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decimal } from '#logic/number/decimal.ts';
import { run } from '#logic/tools/run.ts';
import { solve } from '#logic/tools/solve.ts';
import { Fraction } from '../fraction.ts';
import { machines, stateOf, toolNamed } from './support.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

/** Amounts in whole fen; shares in whole percent; 折 in tenths. */
interface Deal {
  listPrice: number;
  qty: number;
  itemType: 'none' | 'zhe' | 'amount';
  itemValue: number;
  store: { threshold: number; off: number; repeat: boolean };
  cross: { threshold: number; off: number; repeat: boolean };
  couponThreshold: number;
  coupon: number;
  redPacket: number;
  sequential: boolean;
  crossShare: number;
  couponShare: number;
  redShare: number;
  unitCost: number;
}

/** The same rules once more, in whole fen, as a cashier would go through them. */
function cashier(deal: Deal) {
  const s0 = deal.listPrice * deal.qty;
  let piece = deal.listPrice;
  // 四舍五入到分 of price × 折 ÷ 10, the 折 counted in tenths.
  if (deal.itemType === 'zhe') piece = Math.floor((deal.listPrice * deal.itemValue + 50) / 100);
  if (deal.itemType === 'amount') piece = Math.max(0, deal.listPrice - deal.itemValue);
  const s1 = piece * deal.qty;
  const off = (base: number, layer: Deal['store']): number => {
    if (layer.threshold === 0 || base < layer.threshold) return 0;
    return layer.off * (layer.repeat ? Math.floor(base / layer.threshold) : 1);
  };
  const s2 = Math.max(0, s1 - off(s1, deal.store));
  const s3 = Math.max(0, s2 - off(deal.sequential ? s2 : s1, deal.cross));
  const reaches = (deal.sequential ? s3 : s1) >= deal.couponThreshold;
  const s4 = reaches ? Math.max(0, s3 - deal.coupon) : s3;
  const s5 = Math.max(0, s4 - deal.redPacket);
  /** in hundredths of a fen */
  const receive =
    s5 * 100 + (s2 - s3) * deal.crossShare + (s3 - s4) * deal.couponShare + (s4 - s5) * deal.redShare;
  return { s0, s1, s2, s3, s4, s5, receive, profit: receive - deal.unitCost * deal.qty * 100 };
}

const yuan = (fen: number): string => String(fen / 100);
const layer = fc.record({
  threshold: fc.constantFrom(0, 5000, 10000, 20000, 29900, 30000),
  off: fc.integer({ min: 0, max: 9000 }),
  repeat: fc.boolean(),
});
const share = fc.integer({ min: 0, max: 100 });
const deals: fc.Arbitrary<Deal> = fc.record({
  listPrice: fc.integer({ min: 0, max: 99999 }),
  qty: fc.integer({ min: 1, max: 6 }),
  itemType: fc.constantFrom('none' as const, 'zhe' as const, 'amount' as const),
  itemValue: fc.integer({ min: 0, max: 100 }),
  store: layer,
  cross: layer,
  couponThreshold: fc.constantFrom(0, 9900, 19900),
  coupon: fc.integer({ min: 0, max: 5000 }),
  redPacket: fc.integer({ min: 0, max: 2000 }),
  sequential: fc.boolean(),
  crossShare: share,
  couponShare: share,
  redShare: share,
  unitCost: fc.integer({ min: 0, max: 30000 }),
});

const typed = (deal: Deal): Record<string, string> => ({
  listPrice: yuan(deal.listPrice),
  qty: String(deal.qty),
  itemType: deal.itemType,
  itemValue: deal.itemType === 'zhe' ? String(deal.itemValue / 10) : yuan(deal.itemValue),
  storeThreshold: yuan(deal.store.threshold),
  storeOff: yuan(deal.store.off),
  storeRepeat: deal.store.repeat ? 'yes' : 'no',
  crossThreshold: yuan(deal.cross.threshold),
  crossOff: yuan(deal.cross.off),
  crossRepeat: deal.cross.repeat ? 'yes' : 'no',
  couponThreshold: yuan(deal.couponThreshold),
  coupon: yuan(deal.coupon),
  redPacket: yuan(deal.redPacket),
  basis: deal.sequential ? 'sequential' : 'parallel',
  crossShare: String(deal.crossShare),
  couponShare: String(deal.couponShare),
  redShare: String(deal.redShare),
  unitCost: yuan(deal.unitCost),
});

test('every layer is what a cashier gets in whole fen', () => {
  fc.assert(
    fc.property(deals, (deal) => {
      const got = machines('promo-stack', typed(deal));
      const want = cashier(deal);
      for (const key of ['s0', 's1', 's2', 's3', 's4', 's5'] as const) {
        expect(Fraction.of(got[key] ?? '').cmp(new Fraction(BigInt(want[key]), 100n)), key).toBe(0);
      }
      for (const key of ['receive', 'profit'] as const) {
        expect(Fraction.of(got[key] ?? '').cmp(new Fraction(BigInt(want[key]), 10000n)), key).toBe(0);
      }
      expect(got['pay']).toBe(got['s5']);
    }),
    { numRuns: 1000 },
  );
});

test('no layer raises the price or takes it below nothing', () => {
  fc.assert(
    fc.property(deals, (deal) => {
      const got = machines('promo-stack', typed(deal));
      const layers = ['s0', 's1', 's2', 's3', 's4', 's5'].map((key) => Number(got[key]));
      for (const [i, layerAfter] of layers.entries()) {
        expect(layerAfter).toBeGreaterThanOrEqual(0);
        if (i > 0) expect(layerAfter).toBeLessThanOrEqual(layers[i - 1]!);
      }
    }),
    { numRuns: 300 },
  );
});

test('a 折 above 10 is an error beside its field; an amount above 10 is not', () => {
  const tool = toolNamed('promo-stack');
  const zhe = run(tool, stateOf(tool, { itemType: 'zhe', itemValue: '85' }));
  expect(zhe.fields['itemValue']).toEqual({ state: 'error', says: '折扣在0到10之间，8.5就是八五折' });
  expect(zhe.results['s0']?.machine).toBe('598');
  expect(zhe.results['pay']).toMatchObject({ exists: false, why: '先改好「单品优惠力度」' });
  expect(machines('promo-stack', { itemType: 'amount', itemValue: '85' })['s1']).toBe('428');
});

test('反推 offers the nearest 折 when two prices lie as far off on either side', () => {
  const tool = toolNamed('promo-stack');
  // 毛利295.13 needs 535.13 for two pieces; they come at 535.12 or 535.14.
  const solution = solve(tool, stateOf(tool), 'profit', 'itemValue', decimal('295.13'));
  expect(solution.kind).toBe('nearest');
  if (solution.kind === 'nearest') expect(['¥295.12', '¥295.14']).toContain(solution.answers[0]?.gives);
});
