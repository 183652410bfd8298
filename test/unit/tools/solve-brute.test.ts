import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Decimal, decimal, HUNDRED, ONE } from '#logic/number/decimal.ts';
import { formatNumber, places } from '#logic/number/format.ts';
import { isWhole } from '#logic/number/typing.ts';
import type { NumberInput, ToolDefinition } from '#logic/tools/define.ts';
import { read } from '#logic/tools/run.ts';
import { solve, type SolvedValue } from '#logic/tools/solve.ts';
import type { ToolState } from '#logic/tools/state.ts';
import { around, asking, fieldsOf, numbersOf, resultsOf } from './asked.ts';
import { stateOf, toolNamed } from './support.ts';

/*
 * 反推 against brute force: every value of a grid is typed into the field, one after the other, and the tool is run.
 * What solve() says has to agree with what comes out.
 */

// Room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });
fc.configureGlobal({ seed: 20_261_126 });

/** Values to type: `start` and so many steps more, in units of the last decimal. */
interface Grid {
  start: number;
  step: number;
  count: number;
  decimals: number;
}
interface Asked {
  tool: ToolDefinition;
  state: ToolState;
  input: string;
  result: string;
  grid: Grid;
}

const typedOn = ({ start, step, count, decimals }: Grid): string[] =>
  Array.from({ length: count }, (_, i) =>
    decimal(start + i * step)
      .div(10 ** decimals)
      .toFixed(),
  );

/** What the tool gives for a typed value; nothing where there is no result or a field is in error because of it. */
function given({ tool, state, input, result }: Asked, typed: string): Decimal | undefined {
  const { fields, scope } = read(tool, { ...state, fields: { ...state.fields, [input]: typed } });
  const outcome = scope.outcome(result);
  const wrong = Object.values(fields).some((field) => field.state === 'error');
  return wrong || !outcome.exists || typeof outcome.value === 'string' ? undefined : outcome.value;
}

/** Half the last decimal people see of a number near this one. */
function halfShown({ tool, result }: Asked, value: Decimal): Decimal {
  const unit = tool.results[result]!.unit;
  const percent = unit === 'percent' ? HUNDRED : ONE;
  return decimal(0.5)
    .div(decimal(10).pow(places(value.times(percent), unit)))
    .div(percent);
}

const off = (a: Decimal, b: Decimal): Decimal => a.minus(b).abs();
const exact = (value: Decimal, target: Decimal): boolean =>
  off(value, target).lte(target.abs().plus(1).times('1e-9'));
const ends = ({ typed, range }: SolvedValue): [Decimal, Decimal] =>
  range ? [decimal(range[0]), decimal(range[1])] : [decimal(typed), decimal(typed)];
const holds = (answer: SolvedValue, typed: string | Decimal): boolean => {
  const [from, to] = ends(answer);
  return from.lte(typed) && to.gte(typed);
};

/** What comes out on the way from a value to an answer. */
function between(asked: Asked, typed: string, answer: SolvedValue): (Decimal | undefined)[] {
  const decimals = isWhole(asked.tool.inputs[asked.input] as NumberInput) ? 0 : 8;
  const [from, to] = ends(answer);
  const way = (from.gt(typed) ? from : to).minus(typed).div(STOPS);
  return Array.from({ length: STOPS }, (_, i) =>
    given(asked, way.times(i).plus(typed).round(decimals).toFixed()),
  );
}
const STOPS = 12;

/** @returns what solve() came to */
function expectAgrees(asked: Asked, target: Decimal): string {
  const { tool, state, input, result, grid } = asked;
  const unit = tool.results[result]!.unit;
  const reads = (value: Decimal): boolean =>
    formatNumber(value, unit) === formatNumber(target, unit) || exact(value, target);
  const tried = typedOn(grid).flatMap((typed) => {
    const value = given(asked, typed);
    return value ? [{ typed, value }] : [];
  });
  const hits = tried.filter(({ value }) => reads(value));
  const solution = solve(tool, state, result, input, target);
  const told = JSON.stringify({ id: tool.id, fields: state.fields, input, result, target, solution });

  if (solution.kind === 'none') {
    // Nothing comes out, or always the same.
    expect(
      tried.every(({ value }) => exact(value, tried[0]!.value)),
      told,
    ).toBe(true);
    return solution.kind;
  }
  expect(solution.answers.length, told).toBeGreaterThan(0);
  for (const answer of solution.answers) {
    const [from, to] = ends(answer);
    expect(from.lte(to) && holds(answer, answer.typed), told).toBe(true);
    const inside = tried.filter(({ typed }) => holds(answer, typed));
    const values = [from.toFixed(), to.toFixed(), answer.typed].map((typed) => given(asked, typed));
    for (const value of [...values, ...inside.map((each) => each.value)]) {
      expect(value, told).toBeDefined();
      if (solution.kind === 'found') expect(reads(value!), told).toBe(true);
      // Every value of a stretch gives what the answer says, however it is cut off for people.
      expect(formatNumber(value!, unit), told).toBe(formatNumber(values[0]!, unit));
    }
  }
  if (solution.kind === 'found') {
    if (solution.more) return solution.kind;
    // Every value that does is named; or it only reads so, as all do from there to one that is and gives something else.
    for (const { typed, value } of hits) {
      if (solution.answers.some((answer) => holds(answer, typed))) continue;
      const linked = solution.answers.some(
        (answer) =>
          !given(asked, answer.typed)!.eq(value) &&
          between(asked, typed, answer).every((each) => each && reads(each)),
      );
      expect(linked && !off(value, target).lt('1e-20'), `${typed} ${told}`).toBe(true);
    }
  } else {
    expect(hits, told).toEqual([]);
    const nearest = solution.answers.map(({ typed }) => off(given(asked, typed)!, target));
    const best = tried.reduce<Decimal>(
      (least, { value }) => (off(value, target).lt(least) ? off(value, target) : least),
      nearest[0]!,
    );
    // As near as any, to the last decimal people see.
    expect(nearest[0]!.minus(best).lte(halfShown(asked, target).times(2)), `best ${best} ${told}`).toBe(true);
  }
  return solution.kind;
}

/** Steps people count in: fen and yuan, whole things, tenths and hundredths. */
function gridOf(input: NumberInput, count: number): fc.Arbitrary<Grid> {
  const steps = isWhole(input)
    ? [[0, 1]]
    : input.unit === 'money'
      ? [
          [2, 1],
          [2, 100],
        ]
      : [
          [2, 1],
          [2, 10],
          [1, 10],
        ];
  return fc
    .tuple(fc.constantFrom(...(steps as [number, number][])), around(input))
    .map(([[decimals, step], start]) => ({
      start: Math.round(Number(start) * 10 ** decimals),
      step,
      count,
      decimals,
    }));
}

/** A target for a result: one that comes out somewhere, as people would round it, one between, or one out of reach. */
const wishes = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('as it is', 'rounded', 'beside', 'beyond'),
});
type Wish = typeof wishes extends fc.Arbitrary<infer T> ? T : never;
function targetOf(asked: Asked, { at, kind }: Wish): Decimal | undefined {
  const typed = typedOn(asked.grid);
  const value = given(asked, typed[Math.floor(at * (typed.length - 1))]!);
  if (!value || kind === 'as it is') return value;
  const half = halfShown(asked, value);
  const shown = value.div(half.times(2)).round(0).times(half).times(2);
  if (kind === 'rounded') return shown;
  return kind === 'beside' ? shown.plus(half.times(Math.round(at * 20) * 2)) : shown.times(3).plus(1);
}

/** A question: one input, one result, the other fields drawn, what to type one after the other. */
const questions = (
  tool: ToolDefinition,
  count: number,
  fields = fieldsOf(tool),
  ofInput: (key: string) => fc.Arbitrary<Grid> = (key) => gridOf(tool.inputs[key] as NumberInput, count),
): fc.Arbitrary<{ asked: Asked; wish: Wish }> =>
  fc.constantFrom(...numbersOf(tool)).chain((input) =>
    fc
      .record({ fields, result: fc.constantFrom(...resultsOf(tool)), grid: ofInput(input), wish: wishes })
      .map(({ fields, result, grid, wish }) => ({
        asked: { tool, state: stateOf(tool, fields), input, result, grid },
        wish,
      })),
  );

/** @returns what solve() came to, each once */
function expectAllAgree(drawn: fc.Arbitrary<{ asked: Asked; wish: Wish }>, numRuns: number): string[] {
  const seen = new Set<string>();
  fc.assert(
    fc.property(drawn, ({ asked, wish }) => {
      const target = targetOf(asked, wish);
      if (target) seen.add(expectAgrees(asked, target));
    }),
    { numRuns },
  );
  return [...seen].sort();
}

/** Where rounding, steps, thresholds and powers stand between an input and a result. */
const STEPPED = [
  ...['break-even', 'reorder', 'shop-score', 'promo-stock', 'shipping', 'commission', 'pricing'],
  ...['service-staffing', 'ltv', 'unit-profit', 'roas'],
];

test.each(STEPPED.map(toolNamed))('$id: says what trying one value after the other comes to', (tool) => {
  expect(expectAllAgree(questions(tool, 120), 24)).toContain('found');
});

test.each(asking.filter(({ id }) => !STEPPED.includes(id)))('$id: the same', (tool) => {
  expectAllAgree(questions(tool, 120), 8);
});

test('满减, 券 and 红包 in every combination: the same', () => {
  const tool = toolNamed('promo-stack');
  const money = (most: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: most }).map((fen) => decimal(fen).div(100).toFixed());
  const threshold = fc.constantFrom('0', '50', '99.99', '200', '300');
  const fields = fc.record({
    listPrice: money(60000),
    qty: fc.integer({ min: 1, max: 4 }).map(String),
    itemType: fc.constantFrom('none', 'zhe', 'amount'),
    itemValue: fc.constantFrom('0', '5', '8.5', '8.88', '9.9'),
    storeThreshold: threshold,
    storeOff: fc.constantFrom('0', '5', '30', '49.9'),
    storeRepeat: fc.constantFrom('yes', 'no'),
    crossThreshold: threshold,
    crossOff: fc.constantFrom('10', '50', '120'),
    crossRepeat: fc.constantFrom('yes', 'no'),
    couponThreshold: fc.constantFrom('0', '99', '199'),
    coupon: money(3000),
    redPacket: money(1000),
    basis: fc.constantFrom('parallel', 'sequential'),
    crossShare: fc.constantFrom('0', '33', '100'),
    couponShare: fc.constantFrom('0', '50', '100'),
    redShare: fc.constantFrom('0', '100'),
    unitCost: money(20000),
  });
  // Around the thresholds by the fen, or over several of them by the yuan.
  const byFen = fc
    .constantFrom(5000, 9999, 20000, 30000)
    .map((at) => ({ start: at - 60, step: 1, count: 120, decimals: 2 }));
  const byYuan = fc
    .integer({ min: 0, max: 30000 })
    .map((start) => ({ start, step: 500, count: 120, decimals: 2 }));
  const grid = (key: string): fc.Arbitrary<Grid> =>
    key === 'listPrice' ? fc.oneof(byFen, byYuan) : gridOf(tool.inputs[key] as NumberInput, 120);
  expect(expectAllAgree(questions(tool, 120, fields, grid), 60)).toEqual(['found', 'nearest', 'none']);
});
