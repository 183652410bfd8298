import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOM, writeDelimited } from '#logic/exchange/delimited.ts';
import { decode } from '#logic/exchange/encoding.ts';
import {
  linesOf,
  linesOfText,
  type Mapping,
  MOST_ROWS,
  readTable,
  type TableIn,
} from '#logic/exchange/table.ts';
import type { Input } from '#logic/tools/define.ts';
import { columnsOf } from '#logic/tools/state.ts';
import { toolNamed } from '../tools/support.ts';

fc.configureGlobal({ seed: 20_261_126 });

const keyword = columnsOf(toolNamed('keyword'));
const unitProfit = columnsOf({ ...toolNamed('unit-profit'), batch: { each: '商品' } });

function table(text: string, columns: Readonly<Record<string, Input>> = keyword, chosen?: Mapping): TableIn {
  const read = readTable(text, columns, chosen, { items: ['商品数', '竞品数'] });
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

describe('which column is which', () => {
  test('by label, key or other name, in any order, among others', () => {
    const read = table('备注,在线商品数（件）,关键词,SEARCHES\n旺,"8,000",连衣裙 夏,5000\n');
    expect(read).toEqual({
      header: ['备注', '在线商品数（件）', '关键词', 'SEARCHES'],
      rows: [['旺', '8,000', '连衣裙 夏', '5000']],
      lines: [2],
      width: 4,
      at: [2, 3, 1],
      settled: true,
      problems: [],
    });
    expect(table('日搜索人气*\t竞品数\n5\t6\n').at).toEqual([-1, 0, 1]);
    expect(table('日搜索人气*\t竞品数\n5\t6\n').settled).toBe(true); // a row without its name still has numbers
  });

  test('without names in the order of the tool, when there are as many', () => {
    expect(table('连衣裙,5000,8000\n手机壳,12000,90000,,\n')).toMatchObject({
      at: [0, 1, 2],
      settled: true,
      lines: [1, 2],
      width: 3,
    });
    expect(table('关键词,5000,8000\n')).toMatchObject({ settled: true, at: [0, 1, 2], lines: [1] });
  });

  test('else somebody has to say', () => {
    expect(table('连衣裙,夏,5000,8000\n')).toMatchObject({ settled: false, at: [0, 1, 2] });
    expect(table('连衣裙,5000\n')).toMatchObject({ settled: false, at: [0, 1, -1] });
    expect(table('词,热度,件\n连衣裙,5000,8000\n')).toMatchObject({
      settled: false,
      header: ['词', '热度', '件'],
      at: [0, 1, 2],
      rows: [['连衣裙', '5000', '8000']],
    });
    expect(table('关键词,热度\n连衣裙,5000\n')).toMatchObject({ settled: false, at: [0, -1, -1] });
  });

  test('what somebody said is done', () => {
    const chosen = { header: false, at: [1, 2, 0] };
    expect(table('8000,连衣裙,5000\n', keyword, chosen)).toMatchObject({
      at: [1, 2, 0],
      settled: true,
      lines: [1],
    });
    expect(table('件,词,热度\n8000,连衣裙,5000\n', keyword, { header: true, at: [1, 2] })).toMatchObject({
      at: [1, 2, -1],
      settled: true,
      lines: [2],
    });
  });
});

describe('what looks wrong is named by its line', () => {
  test('a row wider than the names; a quote never closed; Excel’s sep= counts as a line', () => {
    expect(table('关键词,日搜索人气,在线商品数\n裙, 红,5000,8000\n裤,1,2,,\n').problems).toEqual([
      { line: 2, says: '比表头多出1格，多半是格子里的逗号没有加引号' },
    ]);
    expect(table('sep=;\n裙;5;8\n"裤;1;2\n')).toMatchObject({
      lines: [2, 3],
      problems: [{ line: 3, says: '这一行的引号没有关上，后面的内容都算进了这一格' }],
    });
  });

  test('nothing in it; too many rows', () => {
    expect(readTable(' \n,,\n', keyword)).toEqual({ refused: '里面没有数据。' });
    expect(readTable('关键词,日搜索人气,在线商品数\n', keyword)).toEqual({ refused: '里面没有数据。' });
    const many = 'a,1,2\n'.repeat(MOST_ROWS);
    expect(table(many).rows).toHaveLength(MOST_ROWS);
    expect(table(`关键词,日搜索人气,在线商品数\n${many}`).rows).toHaveLength(MOST_ROWS);
    expect(readTable(`${many}a,1,2\n`, keyword)).toEqual({ refused: '超过20万行，请拆成几个文件再导入。' });
  });
});

test('rows of a sheet keep the numbers they have there', () => {
  expect(linesOf([['a', '1'], ['', ' '], [], ['b', '2']])).toEqual({
    rows: [
      ['a', '1'],
      ['b', '2'],
    ],
    lines: [1, 4],
  });
});

test('a file of our own comes back identical, results beside it and all', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('=1+1', '-5%', "'=x", '¥1,280', '商品"甲"', '-'),
  );
  const row = fc
    .array(cell, { minLength: 12, maxLength: 12 })
    .filter((cells) => cells.some((text) => text.trim() !== ''));
  const header = Object.values(unitProfit).map(({ label }) => label);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const out = [[...header, '单品利润', '毛利率'], ...rows.map((cells) => [...cells, '73.33', '66.48%'])];
      const bytes = new TextEncoder().encode(BOM + writeDelimited(out, 'csv'));
      const decoded = decode(bytes);
      if ('refused' in decoded) throw new Error(decoded.refused);
      const read = table(decoded.text, unitProfit);
      expect(read.settled).toBe(true);
      expect(read.rows.map((cells) => read.at.map((at) => cells[at]))).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test('any text gives a table or a sentence, and never throws', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '"',
        ',',
        '\n',
        '\t',
        ';',
        'sep=',
        '关键词',
        '日搜索人气',
        '5',
        '=',
        "'",
        ' ',
        '\uFEFF',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
      const read = readTable(any, keyword);
      if ('refused' in read) expect(read.refused).toMatch(/\p{Script=Han}/u);
      else {
        expect(read.rows).toHaveLength(read.lines.length);
        expect(read.at).toHaveLength(3);
        for (const at of read.at) expect(at).toBeLessThan(Math.max(read.width, read.header?.length ?? 0));
      }
    }),
    { numRuns: 2000 },
  );
  expect(linesOfText('a'.repeat(10))).toMatchObject({ rows: [['aaaaaaaaaa']] });
});
