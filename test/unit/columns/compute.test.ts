import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchOf } from '#logic/tools/batch.ts';
import { computeRows } from '#logic/tools/columns/compute.ts';
import { MOST_ERRORS, rowEngine } from '#logic/tools/columns/engine.ts';
import { textOf } from '#logic/tools/columns/results.ts';
import type { ToolDefinition } from '#logic/tools/define.ts';
import { output } from '#logic/tools/output.ts';
import { defaultState } from '#logic/tools/state.ts';
import { toolNamed, tools } from '../tools/support.ts';
import { typedInto } from '../tools/typed.ts';
import { formulas } from './sample.ts';

fc.configureGlobal({ seed: 20_261_126 });

const computed = (tool: ToolDefinition, rows: string[][], report = (_: number): void => undefined) =>
  computeRows(
    tool,
    defaultState(tool).fields,
    { rows, at: Object.keys(tool.rows!.columns).map((_, i) => i) },
    report,
  );

/** Rows that mostly read: the tool's own, with a cell of something else now and then. */
function tableFor(tool: ToolDefinition): fc.Arbitrary<string[][]> {
  const columns = Object.values(tool.rows!.columns);
  const usual = tool.rows!.defaults[0] ?? columns.map((column) => column.default);
  const row = fc.tuple(
    ...columns.map((column, i) =>
      fc.oneof({ weight: 9, arbitrary: fc.constant(usual[i] ?? '') }, typedInto(column)),
    ),
  );
  return fc.array(row, { maxLength: 8 });
}

const everyTable = tools.flatMap((tool) =>
  tool.rows ? [tool] : [batchOf({ ...tool, batch: { each: '商品' } })],
);

test.each(everyTable)('$id: every table comes to what the page shows of it', (tool) => {
  fc.assert(
    fc.property(tableFor(tool), (rows) => {
      const all = computed(tool, rows);
      const page = output(tool, { fields: defaultState(tool).fields, rows });
      const texts = rows.map((_, row) => all.columns.map((column) => [column.key, textOf(column, row)]));
      expect(texts).toEqual(
        page.rows.map(({ results }) => Object.entries(results).map(([key, { text }]) => [key, text])),
      );
      expect(all.wrong).toBe(page.rows.reduce((sum, { errors }) => sum + Object.keys(errors).length, 0));
      if (!all.alone) expect(all.output).toEqual(page);
    }),
    { numRuns: 15 },
  );
});

describe('which way', () => {
  const fields = (tool: ToolDefinition) => defaultState(tool).fields;

  test('rows that depend on each other are computed together, others a few at a time', () => {
    const abc = toolNamed('abc');
    expect(computed(abc, [['甲', '100', '5']]).alone).toBe(false);
    const done: number[] = [];
    const ltv = batchOf({ ...toolNamed('ltv'), batch: { each: '客群' } });
    expect(rowEngine(ltv, fields(ltv)).why).toBe('the result firstOrderPays is no number');
    const row = ['老客', ...Object.values(toolNamed('ltv').inputs).map((input) => input.default)];
    const all = computed(
      ltv,
      Array.from({ length: 450 }, () => row),
      (rows) => done.push(rows),
    );
    expect(all.alone).toBe(true);
    expect(done).toEqual([200, 400, 450]);
    expect(new Set([...all.columns[0]!.exists])).toEqual(new Set([1]));
  });

  test('what columns cannot do is named', () => {
    const why = (change: Partial<ToolDefinition['rows']>): string | undefined => {
      const tool = formulas[0]!.tool;
      return rowEngine({ ...tool, rows: { ...tool.rows!, ...change } }, {}).why;
    };
    const result = (formula: string, needs?: string) => ({
      results: { x: { label: 'x', unit: 'money' as const, formula, ...(needs && { needs }) } },
    });
    expect(why({})).toBeUndefined();
    expect(why(result('a ^ 2'))).toBe('powers');
    expect(why(result("a > 1 ? 'yes' : 'no'"))).toBe('words');
    expect(why(result('a > 1'))).toBe('words');
    expect(why(result('name * 2'))).toBe('name is no number of the row');
    expect(why(result('x + 1'))).toBe('x comes back to itself');
    expect(why(result('a', "name == 'x' and a > 1"))).toBe('name is no number of the row');
    expect(why(result('a', 'a'))).toBe('a condition that compares nothing');
    expect(why(result('max(a, -nope)'))).toBe('nope is no number of the row');
    expect(why(result('sum(a)'))).toBe('the function sum');
    expect(why({ checks: [{ when: "name != 'x'", field: 'a', says: '' }] })).toMatch(/^name/);
    expect(why({ columns: { z: { kind: 'choice', label: 'z', options: {}, default: '' } } })).toMatch(
      /^the column z/,
    );
    expect(why({ results: { x: { label: 'x', unit: 'word', formula: 'a' } } })).toMatch(/^the result x/);
    expect(rowEngine(toolNamed('gmv'), {}).why).toBe('no rows');
  });
});

test('more errors than anybody reads are counted, not kept', () => {
  const rows = Array.from({ length: 700 }, () => ['x', '-1', '二']);
  expect(computed(toolNamed('keyword'), rows)).toMatchObject({ wrong: 1400 });
  expect(computed(toolNamed('keyword'), rows).errors).toHaveLength(MOST_ERRORS);
  const traffic = Array.from({ length: 600 }, () => ['渠道', '-1', '二', '1', '1']);
  expect(computed(toolNamed('traffic-mix'), traffic)).toMatchObject({ wrong: 1200 });
  expect(computed(toolNamed('traffic-mix'), traffic).errors).toHaveLength(MOST_ERRORS);
});
