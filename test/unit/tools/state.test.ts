import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readCsv, writeCsv } from '#logic/tools/csv.ts';
import { isNumber, type ToolDefinition } from '#logic/tools/define.ts';
import { output } from '#logic/tools/output.ts';
import { readFields } from '#logic/tools/run.ts';
import { readState, writeState } from '#logic/tools/link.ts';
import { defaultState } from '#logic/tools/state.ts';
import { stateOf, toolNamed, tools } from './support.ts';
import { anyState } from './typed.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

/** Half a surrogate pair cannot stand in an address. */
const wellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** A cell as a link may hold it: names of customers stay on the device. */
const asShared = (tool: ToolDefinition, column: number, row: number, cell: string): string => {
  const input = Object.values(tool.rows?.columns ?? {})[column];
  return input?.kind === 'text' && input.private && cell.trim() !== '' ? `客户${row + 1}` : cell;
};

describe.each(tools)('$id', (tool) => {
  test('a copied address reopens the same state; fields in error come back as defaults', () => {
    const width = Object.keys(tool.rows?.columns ?? {}).length;
    fc.assert(
      fc.property(anyState(tool), (state) => {
        fc.pre([...Object.values(state.fields), ...state.rows.flat()].every(wellFormed));
        const fields = Object.entries(readFields(tool, state.fields));
        const back = readState(tool, `#${writeState(tool, state)}`);
        // What was right beside a field in error may be wrong beside its default; then it is named.
        const clashes = fields.some(([, field]) => field.state === 'error') ? back.notices.join() : '';
        for (const [key, field] of fields) {
          const input = tool.inputs[key]!;
          const { label } = input;
          const { choice = '', values = {} } = (isNumber(input) && input.follows) || {};
          const chosen = state.fields[choice]?.trim() ?? '';
          const fallback = Object.hasOwn(values, chosen) ? values[chosen] : input.default;
          const kept = field.state !== 'error' && !clashes.includes(`「${label}」`);
          expect(back.state.fields[key], key).toBe(kept ? state.fields[key]?.trim() : fallback);
        }
        const rows = state.rows.filter((row) => row.some((cell) => cell.trim() !== ''));
        const expected = rows.map((row, n) =>
          Array.from({ length: width }, (_, i) => asShared(tool, i, n, row[i] ?? '')),
        );
        if (expected.every((row) => row.some((cell) => cell.trim() !== '')))
          expect(back.state.rows).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('writing what was read changes nothing more', () => {
    const once = writeState(tool, defaultState(tool));
    const { fields, rows } = defaultState(tool);
    const shared = rows.map((row, n) => row.map((cell, i) => asShared(tool, i, n, cell)));
    expect(readState(tool, once)).toEqual({ state: { fields, rows: shared }, found: true, notices: [] });
    expect(writeState(tool, readState(tool, once).state)).toBe(once);
  });
});

describe('reading links', () => {
  const gmv = toolNamed('gmv');

  test('keys are named, unknown ones ignored, a lone ? or # is no state', () => {
    expect(readState(gmv, '#aov=99&utm_source=wx&uv=1%2C200').state.fields).toEqual({
      uv: '1,200',
      cvr: '3.5',
      aov: '99',
    });
    expect(readState(gmv, '?uv=5').found).toBe(true);
    expect(readState(gmv, '#').found).toBe(false);
    expect(readState(gmv, '#_s1-2')).toMatchObject({ found: false, notices: [] });
  });

  test('an empty value is an empty field, a bad one falls back and is named', () => {
    const { state, notices } = readState(gmv, '#uv=&cvr=300&aov=%EF%BF%A5280');
    expect(state.fields).toEqual({ uv: '', cvr: '3.5', aov: '￥280' });
    expect(notices).toEqual(['链接里的「支付转化率」用不了（不能大于100%），先按3.5算。']);
  });

  test('a value that is wrong beside the others is left out and falls back', () => {
    const target = toolNamed('target');
    const state = stateOf(target, { month: '2', asOfDay: '30' });
    expect(new URLSearchParams(writeState(target, state)).has('asOfDay')).toBe(false);
    const read = readState(target, '#year=2026&month=2&asOfDay=29');
    expect(read.state.fields['asOfDay']).toBe('10');
    expect(read.notices).toEqual(['链接里的「已过天数」用不了（这个月只有28天），先按10算。']);
    expect(readState(target, '#year=2024&month=2&asOfDay=29').notices).toEqual([]);
  });

  test('rows are CSV without a header; short rows are filled, long ones cut, blank ones skipped', () => {
    const keyword = toolNamed('keyword');
    const rows = encodeURIComponent('"a,b",5,10\r\n\r\n,,\nc\nd,1,2,3');
    const { state, found } = readState(keyword, `rows=${rows}`);
    expect(found).toBe(true);
    expect(state.rows).toEqual([
      ['a,b', '5', '10'],
      ['c', '', ''],
      ['d', '1', '2'],
    ]);
    expect(output(keyword, state).rows.map((row) => row.results['multiple']?.machine)).toEqual([
      '0.5',
      '',
      '0.5',
    ]);
    expect(readState(keyword, '#rows=').state.rows).toEqual([]);
    expect(readState(keyword, '#other=1').state.rows).toHaveLength(3);
  });
});

describe('CSV', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    ['"a ""quoted"" cell","line\nbreak"', [['a "quoted" cell', 'line\nbreak']]],
    ['5" screen,x', [['5" screen', 'x']]],
    ['"open', [['open']]],
    ['\n\n , \n', []],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  test('what is written reads back', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', ',', '\n', '\r\n', 'a"b', ' x '),
    );
    const row = fc
      .array(cell, { minLength: 1, maxLength: 5 })
      .filter((cells) => cells.some((c) => c.trim() !== ''));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows);
      }),
    );
  });
});
