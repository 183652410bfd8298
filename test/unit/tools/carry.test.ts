/** Figures carried into another tool: what it works out from them is what this one worked out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carried } from '#logic/tools/carry.ts';
import type { Carry } from '#logic/tools/define.ts';
import { output } from '#logic/tools/output.ts';
import { readState } from '#logic/tools/link.ts';
import { Fraction } from '../fraction.ts';
import { stateOf, toolNamed, tools } from './support.ts';

const of = Fraction.of;
const HUNDRED = of(100);
/** Of what is carried a percentage keeps six decimals. */
const CLOSE = new Fraction(1n, 1_000_000n);

const carryOf = (from: string, to: string): Carry => {
  const carry = toolNamed(from).carries?.find((each) => each.to === to);
  if (!carry) throw new RangeError(`${from} carries nothing into ${to}`);
  return carry;
};
/** Machine values by key; empty where there is none. */
const valuesOf = (result: ReturnType<typeof output>): Record<string, string> =>
  Object.fromEntries(Object.entries(result.results).map(([key, { machine }]) => [key, machine]));

fc.configureGlobal({ seed: 20_261_126 });

interface Carried {
  /** what this tool gave */
  from: Record<string, string>;
  /** what the other gives, opened by the link */
  to: Record<string, string>;
  /** what the other says of values it cannot use */
  notices: string[];
  fragment: string;
}
function carry(from: string, to: string, given: Readonly<Record<string, string>> = {}): Carried {
  const state = stateOf(toolNamed(from), given);
  const out = output(toolNamed(from), state);
  const fragment = carried(carryOf(from, to), state, out);
  const read = readState(toolNamed(to), `#${fragment}`);
  return {
    from: valuesOf(out),
    to: valuesOf(output(toolNamed(to), read.state)),
    notices: read.notices,
    fragment,
  };
}

/** Whether the first is the second to a millionth of it. */
const isClose = (got: Fraction, wanted: Fraction): boolean =>
  got.minus(wanted).abs().cmp(wanted.abs().times(CLOSE)) <= 0;
const expectClose = (got: string | undefined, wanted: Fraction, what: string): void => {
  expect(got && isClose(of(got), wanted), `${what}: ${got} ≠ ${wanted.over}/${wanted.under}`).toBe(true);
};

const cents = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
const money = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map(cents);
const percent = (max: number) => fc.integer({ min: 0, max: max * 100 }).map(cents);
const count = (min: number, max: number) => fc.integer({ min, max }).map(String);

const everyCarry = tools.flatMap(({ id, carries = [] }) => carries.map(({ to }) => [id, to] as const));

test.each(everyCarry)('%s → %s: with the numbers of the example the link is taken as it is', (from, to) => {
  const { notices, fragment } = carry(from, to);
  expect(notices).toEqual([]);
  const { fields, set = {} } = carryOf(from, to);
  expect([...new URLSearchParams(fragment).keys()].sort()).toEqual(
    [...Object.keys(fields), ...Object.keys(set)].sort(),
  );
});

describe('单品利润', () => {
  const order = fc.record({
    price: money(60, 500),
    discount: money(0, 20),
    unitCost: money(0, 60),
    shipping: money(0, 8),
    packaging: money(0, 4),
    platformRate: percent(10),
    commissionRate: percent(25),
    adPerOrder: money(0, 30),
    returnRate: percent(60),
    returnLoss: money(0, 15),
    otherCost: money(0, 5),
  });

  test.each(['roas', 'max-cpc'])('→ %s: the same break-even, though worked out in shares', (to) => {
    let seen = 0;
    fc.assert(
      fc.property(order, (given) => {
        const { from, to: other, notices } = carry('unit-profit', to, given);
        const own = from['breakEvenRoas'];
        // Below one percent that stays, a millionth of the share is no longer a millionth of its inverse.
        fc.pre(own !== undefined && own !== '' && of(own).cmp(HUNDRED) < 0);
        fc.pre(!from['contributionRate']?.startsWith('-'));
        expect(notices).toEqual([]);
        expectClose(other['breakEvenRoas'], of(own), JSON.stringify(given));
        seen += 1;
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('→ live: what stays of a sale is the inverse of the break-even, the commission taken off once', () => {
    fc.assert(
      fc.property(order, (given) => {
        const { from, to: other, fragment } = carry('unit-profit', 'live', given);
        const own = from['breakEvenRoas'];
        fc.pre(own !== undefined && own !== '' && of(own).cmp(HUNDRED) < 0);
        fc.pre(!from['contributionRate']?.startsWith('-'));
        expect(new URLSearchParams(fragment).get('commissionRate')).toBe('0');
        expectClose(other['keepRate'], HUNDRED.by(of(own)), JSON.stringify(given));
      }),
      { numRuns: 200 },
    );
  });

  test('worked by hand', () => {
    // Paid 179; kept it leaves 179 − 0.6 % − 60 − 5 − 2 = 110.926, 61.969832 %; coming back it costs 5 + 2 + 8 = 15.
    expect(carry('unit-profit', 'roas').fragment).toBe(
      'marginRate=61.969832&refundRate=10&returnCost=8.379888',
    );
  });
});

test('退款结构 → 推广投产: what stays is the margin of what is kept, less all losses over all sales', () => {
  const batch = fc.record({
    paid: count(100, 5000),
    preShip: count(0, 40),
    postShip: count(1, 50),
    netPrice: money(50, 400),
    outbound: money(0, 10),
    packaging: money(0, 3),
    reverse: money(0, 10),
    damage: money(0, 10),
    insurancePayout: fc.constant('0'),
    insurancePremium: money(0, 1),
  });
  fc.assert(
    fc.property(batch, (given) => {
      const { from, to, notices } = carry('returns', 'roas', given);
      // Insurance of all orders on the few that come back can be more than these cost: no share the other tool takes.
      fc.pre(of(from['returnCost'] ?? '').cmp(HUNDRED) <= 0);
      expect(notices).toEqual([]);
      const n = (key: keyof typeof given): Fraction => of(given[key]);
      const back = n('preShip').plus(n('postShip'));
      const each = n('outbound').plus(n('packaging')).plus(n('reverse')).plus(n('damage'));
      const lost = n('postShip')
        .times(each)
        .plus(n('paid').minus(n('preShip')).times(n('insurancePremium')));
      const margin = of('0.45'); // as 推广投产 comes
      const keep = margin
        .times(n('paid').minus(back).by(n('paid')))
        .minus(lost.by(n('paid').times(n('netPrice'))));
      fc.pre(keep.cmp(of('0.01')) > 0);
      expectClose(to['keepRate'], keep.times(HUNDRED), JSON.stringify(given));
      expectClose(to['breakEvenRoas'], of(1).by(keep), JSON.stringify(given));
    }),
    { numRuns: 200 },
  );
});

test('复购与新老客成本 → 客户终身价值: what a new customer costs is paid back by the months of margin', () => {
  fc.assert(
    fc.property(money(100, 90000), count(1, 3000), (acquisitionSpend, newBuyers) => {
      const { to, notices } = carry('repurchase', 'ltv', { acquisitionSpend, newBuyers });
      expect(notices).toEqual([]);
      // As 客户终身价值 comes: 280 × 45 % × 1.5 = 189 a year, 15.75 a month.
      const cost = of(acquisitionSpend).by(of(newBuyers));
      fc.pre(cost.cmp(of('0.1')) > 0);
      expect(
        of(to['paybackMonths'] ?? '')
          .minus(cost.by(of('15.75')))
          .abs()
          .cmp(CLOSE) <= 0,
        `${to['paybackMonths']}`,
      ).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('what is wrong or does not exist is not carried: the other tool keeps its own', () => {
  const { fragment, to } = carry('unit-profit', 'roas', { price: '20', returnRate: '乱写' });
  // Nothing was paid, so there are no shares of it.
  expect(fragment).toBe('');
  expect(to['breakEvenRoas']).toBe(
    valuesOf(output(toolNamed('roas'), stateOf(toolNamed('roas'))))['breakEvenRoas'],
  );
});
