import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { batchOf } from '#logic/tools/batch.ts';
import type { Input, ToolDefinition } from '#logic/tools/define.ts';
import { output } from '#logic/tools/output.ts';
import { type Cells, MOST_ERRORS, rowEngine, type RowResults } from '#logic/tools/columns/engine.ts';
import { textOf } from '#logic/tools/columns/results.ts';
import { defaultState } from '#logic/tools/state.ts';
import { Fraction } from '../fraction.ts';
import { toolNamed, tools } from '../tools/support.ts';
import { typedInto } from '../tools/typed.ts';
import { formulas } from './sample.ts';

// Thousands of drawn rows go the scalar path for comparison.
vi.setConfig({ testTimeout: 120_000 });

fc.configureGlobal({ seed: 20_261_126 });

type Table = string[][];

const asTable = (tool: ToolDefinition): ToolDefinition =>
  tool.rows ? tool : batchOf({ ...tool, batch: { each: '商品' } });
const fieldsOf = (tool: ToolDefinition) => defaultState(tool).fields;
const inOrder = (rows: Table, width: number): Cells => ({ rows, at: [...Array(width).keys()] });

function computed(tool: ToolDefinition, rows: Table, fields = fieldsOf(tool)): RowResults {
  const { engine, why } = rowEngine(tool, fields);
  if (!engine) throw new Error(why);
  return engine.compute(inOrder(rows, Object.keys(tool.rows?.columns ?? {}).length));
}

/** Everything the fast path says of some rows is what the scalar path shows: texts, errors, rows left out. Gives how many have results. */
function expectSame(tool: ToolDefinition, rows: Table, fields = fieldsOf(tool)): number {
  const fast = computed(tool, rows, fields);
  const slow = output(tool, { fields, rows });
  const texts = rows.map((_, row) =>
    Object.fromEntries(fast.columns.map((column) => [column.key, textOf(column, row)])),
  );
  expect(texts).toEqual(
    slow.rows.map(({ results }) =>
      Object.fromEntries(Object.entries(results).map(([key, { text }]) => [key, text])),
    ),
  );
  const errors = slow.rows.flatMap((row, n) =>
    Object.keys(tool.rows?.columns ?? {}).flatMap((column) =>
      row.errors[column] ? [{ row: n, column, says: row.errors[column] }] : [],
    ),
  );
  expect(fast.wrong).toBe(errors.length);
  expect(fast.errors).toEqual(errors.slice(0, MOST_ERRORS));
  // A blank row is none for the page; tables leave it out before it comes this far.
  const lacking = slow.rows.flatMap((_, n) => (fast.leftOut[n] ? [n] : []));
  const filled = lacking.filter((n) => rows[n]?.some((cell) => cell.trim() !== ''));
  expect(filled).toEqual(slow.leftOut);
  return rows.length - lacking.length;
}

const decimals = (most: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most * 10 ** places }).map((n) => (n / 10 ** places).toFixed(places));
/** Numbers as shops have them, with many that end in a half fen once they are multiplied. */
function usual(input: Input): fc.Arbitrary<string> {
  const unit = 'unit' in input ? input.unit : 'word';
  const least = 'min' in input ? Number(input.min) : 0;
  const most = 'max' in input ? Number(input.max) : unit === 'percent' ? 100 : 5000;
  if (unit === 'count' || unit === 'ordinal') return fc.integer({ min: least, max: most }).map(String);
  if (least > 0) return fc.integer({ min: least * 100, max: most * 100 }).map((n) => (n / 100).toFixed(2));
  return fc.oneof(
    fc.integer({ min: 0, max: Math.min(most, 40) }).map(String),
    decimals(most, 2),
    decimals(Math.min(most, 100), 1),
    fc.constantFrom('0', '12.5', '5', '0.5', '2.50', '33.33', '8', '1'),
  );
}
/** Numbers at the edges: long, tiny, huge. */
const edge = fc.oneof(
  fc.constantFrom('1000000000000', '999999999999.99', '0.01', '0.000001', '0.000000000000000000000000001'),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 10n ** 9n }))
    .map((parts) => parts.join('.')),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map((n) => `0.${n}`),
);

function tableFor(tool: ToolDefinition, most: number): fc.Arbitrary<Table> {
  const columns = Object.values(tool.rows?.columns ?? {});
  const row = (cell: (input: Input) => fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
    fc.tuple(...columns.map(cell));
  const sometimes = (input: Input, other: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.oneof({ weight: columns.length, arbitrary: usual(input) }, { weight: 1, arbitrary: other });
  const rows = fc.oneof(
    { weight: 6, arbitrary: row(usual) },
    { weight: 3, arbitrary: row((input) => sometimes(input, edge)) },
    { weight: 2, arbitrary: row((input) => sometimes(input, typedInto(input))) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom('1', ''), { maxLength: columns.length + 2 }) },
  );
  return fc.array(rows, { maxLength: most });
}

function expectSameOfMany(tool: ToolDefinition, runs: number): void {
  let [drawn, counted] = [0, 0];
  fc.assert(
    fc.property(tableFor(tool, 30), (rows) => {
      drawn += rows.length;
      counted += expectSame(tool, rows);
    }),
    { numRuns: runs },
  );
  expect(counted, 'rows with results, or nothing was compared').toBeGreaterThan(drawn / 3);
}

/** Fen as they stand on screen, without point: -5 → -005 */
const money = (fen: bigint): string => (fen < 0n ? '-' : '') + String(fen < 0n ? -fen : fen).padStart(3, '0');
/** 45.5% → 4550 */
function hundredths(percent: string): bigint {
  const [whole = '', part = ''] = percent.replace(/[%,]/g, '').split('.');
  return BigInt(whole + part.padEnd(2, '0'));
}

const able = tools.map(asTable).filter((tool) => rowEngine(tool, fieldsOf(tool)).engine);

describe('the scalar path shows the same', () => {
  test('of the tools whose formulas are plain arithmetic, at least these', () => {
    const ids = able.map(({ id }) => id);
    for (const id of ['unit-profit', 'roas', 'max-cpc', 'keyword', 'gmv', 'inventory-turnover'])
      expect(ids).toContain(id);
  });

  describe.each(able)('$id', (tool) => {
    test('any rows', () => {
      expectSameOfMany(tool, 30);
    });
  });

  const unitProfit = asTable(toolNamed('unit-profit'));

  test('unit-profit, a thousand rows and more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...Object.values(unitProfit.rows!.columns).map(usual)), {
          minLength: 300,
          maxLength: 300,
        }),
        (rows) => {
          expect(expectSame(unitProfit, rows)).toBe(300);
        },
      ),
      { numRuns: 10 },
    );
  });

  test('no fen wrong: profit and margin by exact fractions', () => {
    const of = Fraction.of;
    const part = (text: string): Fraction => of(text).by(of(100));
    const row = fc.tuple(...Object.values(unitProfit.rows!.columns).map(usual));
    fc.assert(
      fc.property(fc.array(row, { minLength: 100, maxLength: 100 }), (rows) => {
        const { columns } = computed(unitProfit, rows);
        const shown = (key: string, n: number) =>
          textOf(
            columns.find((c) => c.key === key)!,
            n,
          );
        rows.forEach((cells, n) => {
          const [
            ,
            price,
            discount,
            unitCost,
            shipping,
            packaging,
            platform,
            commission,
            ad,
            returned,
            loss,
            other,
          ] = cells as [string, ...string[]] & Record<number, string>;
          const paid = of(price!).minus(of(discount!));
          const keep = of(1).minus(part(returned!));
          const net = paid.times(keep);
          const spent = [
            of(unitCost!).times(keep),
            net.times(part(platform!).plus(part(commission!))),
            ...[shipping!, packaging!, ad!, other!].map(of),
            part(returned!).times(of(loss!)),
          ];
          const profit = spent.reduce((left, x) => left.minus(x), net);
          expect(shown('profit', n).replace(/[¥,.]/g, '')).toBe(money(profit.units(2)));
          if (net.over === 0n) expect(shown('netMargin', n)).toBe('—');
          else expect(hundredths(shown('netMargin', n))).toBe(profit.by(net).units(4));
        });
      }),
      { numRuns: 40 },
    );
  });

  test('a few rows with huge or long numbers among many usual ones', () => {
    const odd = [
      ['巨', '1000000000000', '0', '999999999999.99', '5', '2', '0.6', '0', '25', '10', '8', '0'],
      ['长', '199.123456789012', '20', '60', '5', '2', '0.66666666666', '0', '25', '10', '8', '0'],
      ['退光', '199', '20', '60', '5', '2', '0.6', '0', '25', '100', '8', '0'],
      ['错', '199', '二十', '60', '5', '2', '0.6', '0', '25', '101', '8', '1000000000000.001'],
    ];
    const usualRows = Array.from({ length: 900 }, (_, i) => [
      `商品${i}`,
      ...[199 + i / 100, 20, 60 + i / 10, 5, 2, 0.6, i % 20, 25, i % 101, 8, 0].map(String),
    ]);
    expectSame(unitProfit, [...usualRows.slice(0, 400), ...odd, ...usualRows.slice(400)]);
  });

  test('rows the columns cannot finish are done one at a time, and their errors stand in order', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ['x', String(i), i % 7 === 0 ? '' : String(i % 90)]);
    rows[4200] = ['x', '-1', '0.5'];
    rows[10] = ['x', '八百', '1e5'];
    const fast = computed(toolNamed('keyword'), rows);
    expect(fast.errors.map(({ row, column }) => [row, column])).toEqual([
      [10, 'searches'],
      [10, 'items'],
      [4200, 'searches'],
      [4200, 'items'],
    ]);
    expect(fast.errors[0]?.says).toBe('请填数字，例如1200、1,200或1.2万');
    expect(textOf(fast.columns[0]!, 4999)).toBe('102.02'); // 4999 ÷ 49
  });
});

describe('formulas', () => {
  test.each(formulas)('$name: any rows', ({ tool }) => {
    expectSameOfMany(tool, 40);
  });
});
