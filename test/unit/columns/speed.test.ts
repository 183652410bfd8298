import { expect, test, vi } from 'vitest';
import { decode } from '#logic/exchange/encoding.ts';
import { readTable } from '#logic/exchange/table.ts';
import { batchOf } from '#logic/tools/batch.ts';
import { computeRows } from '#logic/tools/columns/compute.ts';
import { textOf } from '#logic/tools/columns/results.ts';
import { output } from '#logic/tools/output.ts';
import { toolNamed } from '../tools/support.ts';

vi.setConfig({ testTimeout: 60_000 });

const ROWS = 100_000;

/** Numbers without a pattern, the same in every run. */
function* drawn(): Generator<number, never> {
  for (let seed = 7; ;) yield (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

test('100 000 rows of unit-profit, from the bytes of a file to results', () => {
  const tool = batchOf(toolNamed('unit-profit'));
  const columns = tool.rows!.columns;
  const numbers = drawn();
  const most = { price: 500, unitCost: 100, returnRate: 40, platformRate: 8, commissionRate: 20 };
  const cell = (key: string): string =>
    (numbers.next().value * (most[key as keyof typeof most] ?? 20)).toFixed(2);
  const keys = Object.keys(columns).slice(1);
  const header = Object.values(columns).map(({ label }) => label);
  const lines = Array.from({ length: ROWS }, (_, i) => [`商品${i}`, ...keys.map(cell)].join());
  const bytes = new TextEncoder().encode([header.join(), ...lines].join('\r\n'));

  const start = performance.now();
  const decoded = decode(bytes);
  if ('refused' in decoded) throw new Error(decoded.refused);
  const table = readTable(decoded.text, columns);
  if ('refused' in table) throw new Error(table.refused);
  const results = computeRows(tool, {}, table, () => undefined);
  const took = performance.now() - start;
  console.info(`${ROWS} rows of unit-profit in ${took.toFixed(0)} ms`);

  expect(results).toMatchObject({ count: ROWS, wrong: 0 });
  for (const row of [0, 4095, 4096, ROWS - 1]) {
    const { rows } = output(tool, { fields: {}, rows: [table.rows[row]!] });
    for (const column of results.columns)
      expect(textOf(column, row)).toBe(rows[0]?.results[column.key]?.text);
  }
  // One second is the budget on an idle machine of two cores; tests share theirs, and coverage doubles it.
  expect(took).toBeLessThan(5000);
});
