/** A large table through the worker's own code, with messages copied and handed over as a browser does it. */
import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES } from '#logic/exchange/encoding.ts';
import { batchOf } from '#logic/tools/batch.ts';
import { output } from '#logic/tools/output.ts';
import { loadTool } from '#logic/tools/catalog.ts';
import { defaultState } from '#logic/tools/state.ts';
import { BigTable, type Opened, type Unsettled } from '../../src/device/bigTable.ts';
import type { Questions } from '../../src/device/rowsProtocol.ts';
import { WorkerHere } from './workerHere.ts';

const start = (): { table: BigTable; worker: WorkerHere } => {
  const worker = new WorkerHere();
  return { table: new BigTable(() => worker as unknown as Worker), worker };
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const keyword = { tool: { id: 'keyword', batch: false } };

async function opened(ask: Questions['open']['ask'], table = start().table): Promise<Opened> {
  const answer = await table.open(ask);
  if ('refused' in answer) throw new Error(answer.refused);
  if (answer.state !== 'open') throw new Error('unsettled');
  return answer;
}
async function asked<Q extends keyof Questions>(
  table: BigTable,
  question: Q,
  ask: Questions[Q]['ask'],
): Promise<Questions[Q]['answer']> {
  const answer = await table.ask(question, ask);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `词${from + i},${from + i},100\n`).join('');

describe('opening', () => {
  test('a CSV file: counts, errors by line, totals, what is said of the whole', async () => {
    const { table } = start();
    const shares: number[] = [];
    const source = utf8('关键词,日搜索人气,在线商品数\n裙,5000,8000\n\n裤,八百,400\n袜,900,\n帽,0,300\n');
    const answer = await table.open({ ...keyword, source }, (share) => shares.push(share));
    expect(answer).toMatchObject({
      state: 'open',
      header: ['关键词', '日搜索人气', '在线商品数'],
      at: [0, 1, 2],
      width: 3,
      encoding: 'utf-8',
      problems: [],
      count: 4,
      leftOut: 2,
      wrong: 1,
      errors: [{ row: 1, line: 4, column: 'searches', says: '请填数字，例如1200、1,200或1.2万' }],
      totals: [{ key: 'multiple', count: 2, smallest: '0', largest: '0.625' }],
    });
    expect((answer as Opened).whole.reading.length).toBeGreaterThan(0);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    expect(source.byteLength, 'handed over, not copied').toBe(0);
  });

  test('text pasted from a spreadsheet, beside fields of its own', async () => {
    const tool = await loadTool('sku-health');
    const { fields, rows } = defaultState(tool);
    const { table } = start();
    const pasted = rows.map((row) => row.join('\t')).join('\r\n');
    const given = { ...fields, days: '60' };
    const answer = await opened(
      { tool: { id: 'sku-health', batch: false }, fields: given, source: pasted },
      table,
    );
    const page = output(tool, { fields: given, rows });
    expect(answer.whole).toMatchObject({
      results: page.results,
      warnings: page.warnings,
      reading: page.reading,
    });
    const { rows: shown } = await asked(table, 'rows', { from: 0, to: 50 });
    expect(shown.map(({ results }) => results)).toEqual(page.rows.map(({ results }) => results));
    // The same table with another number of days: nothing is sent again.
    const again = await opened({ fields: { ...fields, days: '30' } }, table);
    expect(again.count).toBe(rows.length);
    expect(again.whole.results).toEqual(output(tool, { fields: { ...fields, days: '30' }, rows }).results);
  });

  test('GBK read as such, and as what the person says instead', async () => {
    const { table } = start();
    const gbk = Uint8Array.from([0xc8, 0xb9, 0xd7, 0xd3, 0x2c, 0x35, 0x2c, 0x38, 0x0a]); // 裙子,5,8
    expect(await opened({ ...keyword, source: gbk }, table)).toMatchObject({ encoding: 'gb18030', count: 1 });
    const { rows } = await asked(table, 'rows', { from: 0, to: 1 });
    expect(rows[0]?.cells).toEqual(['裙子', '5', '8']);
    const other = await opened({ encoding: 'utf-8' }, table);
    expect(other).toMatchObject({ encoding: 'utf-8', notice: expect.stringContaining('�') as string });
  });

  test('.xlsx, percentages and all, for a tool in batch', async () => {
    const tool = batchOf(await loadTool('unit-profit'));
    const inputs = Object.values(tool.rows!.columns);
    const sheet = utils.aoa_to_sheet([
      inputs.map(({ label }) => label),
      ['连衣裙', 199, 20, 60, 5, 2, 0.006, 0, 25, 0.1, 8, 0],
    ]);
    for (const cell of ['G2', 'H2', 'J2']) (sheet[cell] as { z: string }).z = '0.00%';
    const book = utils.book_new(sheet, '表');
    const source = new Uint8Array(
      writeBook(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
    );
    const { table } = start();
    const answer = await opened({ tool: { id: 'unit-profit', batch: true }, source }, table);
    expect(answer).toMatchObject({ count: 1, leftOut: 0, wrong: 0 });
    const { rows } = await asked(table, 'rows', { from: 0, to: 9 });
    // The worked case of the tool: 73.3334 a piece.
    expect(rows).toMatchObject([
      {
        row: 0,
        line: 2,
        cells: ['连衣裙', '199', '20', '60', '5', '2', '0.6%', '0%', '25', '10%', '8', '0'],
      },
    ]);
    expect(rows[0]?.results['profit']).toMatchObject({ text: '¥73.33', machine: '73.3334' });
  });

  test('who is which is asked for, then told', async () => {
    const { table } = start();
    const first = await table.open({ ...keyword, source: '人气,词,件\n5,裙,8\n6,裤,9\n' });
    expect(first).toMatchObject({
      state: 'unsettled',
      header: ['人气', '词', '件'],
      preview: [
        ['5', '裙', '8'],
        ['6', '裤', '9'],
      ],
    } satisfies Partial<Unsettled>);
    expect(await table.ask('rows', { from: 0, to: 1 })).toEqual({ refused: '还没有打开表格。' });
    await opened({ mapping: { header: true, at: [1, 0, 2] } }, table);
    const { rows } = await asked(table, 'rows', { from: 0, to: 1 });
    expect(rows[0]?.cells).toEqual(['裙', '5', '8']);
    expect(rows[0]?.results['multiple']?.text).toBe('0.625');
    const named = await opened(
      { source: '人气,词,件\n5,裙,8\n', aliases: { searches: ['人气'], items: ['件'] } },
      table,
    );
    expect(named.at).toEqual([-1, 0, 2]);
  });

  test.each([
    ['nothing', utf8(''), '没有数据'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), '不是表格'],
    ['a broken .xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), '读不出来'],
  ])('%s is refused with a sentence', async (_, source, says) => {
    expect(await start().table.open({ ...keyword, source })).toEqual({
      refused: expect.stringContaining(says) as string,
    });
  });

  test('a tool that is not there, a table that never came', async () => {
    expect(await start().table.open({ tool: { id: 'nope', batch: false }, source: 'a' })).toHaveProperty(
      'refused',
    );
    expect(await start().table.open({})).toEqual({ refused: '还没有打开表格。' });
  });
});

describe('a table that is open', () => {
  const rowsOf = async (table: BigTable, from: number, to: number): Promise<number[]> =>
    (await asked(table, 'rows', { from, to })).rows.map(({ row }) => row);

  test('rows of the view, ordered by a result or as they came, all or those left out', async () => {
    const { table } = start();
    await opened({ ...keyword, source: `甲,1,0\n${words(1, 300)}乙,x,1\n` }, table);
    expect(await rowsOf(table, 0, 3)).toEqual([0, 1, 2]);
    expect(await asked(table, 'order', { by: 'multiple' })).toEqual({ count: 302 });
    expect(await rowsOf(table, 0, 2)).toEqual([300, 299]);
    expect(await rowsOf(table, 300, 400)).toEqual([0, 301]); // no result, in the order they came
    await asked(table, 'order', { by: 'multiple', largestFirst: false });
    expect(await rowsOf(table, 0, 2)).toEqual([1, 2]);
    expect(await asked(table, 'order', { leftOut: true })).toEqual({ count: 1 });
    const { rows } = await asked(table, 'rows', { from: 0, to: 10 });
    expect(rows).toMatchObject([{ row: 301, line: 302, errors: { searches: expect.any(String) as string } }]);
    expect(rows[0]?.results['multiple']).toMatchObject({ machine: '', why: '先改好「日搜索人气」' });
    await asked(table, 'order', {});
    expect(await rowsOf(table, 0, 1)).toEqual([0]);
  });

  test('one result of all rows as numbers', async () => {
    const { table } = start();
    await opened({ ...keyword, source: '甲,1,0\n乙,1,4\n' }, table);
    const { places, exists, values } = await asked(table, 'column', { key: 'multiple' });
    expect([places, [...exists], [...values]]).toEqual([4, [0, 1], [0, 2500]]);
    expect(await table.ask('column', { key: 'nope' })).toHaveProperty('refused');
  });

  const source = '关键词,日搜索人气,在线商品数\n=裙,"5,000",８０００\n裤,八百,400\n"多\n行",1.2万,0.5\n';

  test('everything as CSV, which opens to the same table', async () => {
    const { table } = start();
    await opened({ ...keyword, source }, table);
    const { blob } = await asked(table, 'file', { kind: 'csv' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      '关键词,日搜索人气,在线商品数,关键词倍数\r\n\'=裙,"5,000",８０００,0.625\r\n裤,八百,400,\r\n"多\n行",1.2万,0.5,\r\n',
    );
    await opened({ source: bytes }, table);
    const { rows } = await asked(table, 'rows', { from: 0, to: 9 });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['=裙', '5,000', '８０００'],
      ['裤', '八百', '400'],
      ['多\n行', '1.2万', '0.5'],
    ]);
  });

  test('everything as .xlsx: what reads as a number is one', async () => {
    const { table } = start();
    await opened({ ...keyword, source }, table);
    const { blob } = await asked(table, 'file', { kind: 'xlsx' });
    const { Sheets } = readBook(new Uint8Array(await blob.arrayBuffer()), { type: 'array' });
    expect(utils.sheet_to_json(Sheets['表格']!, { header: 1, defval: '' })).toEqual([
      ['关键词', '日搜索人气', '在线商品数', '关键词倍数'],
      ['=裙', 5000, 8000, 0.625],
      ['裤', '八百', 400, ''],
      ['多\n行', 12000, '0.5', ''],
    ]);
  });

  test('words and days in a table whose rows depend on each other', async () => {
    const tool = await loadTool('abc');
    const { fields, rows } = defaultState(tool);
    const { table } = start();
    await opened(
      { tool: { id: 'abc', batch: false }, fields, source: rows.map((row) => row.join()).join('\n') },
      table,
    );
    const page = output(tool, { fields, rows });
    await asked(table, 'order', { by: 'class' });
    const { rows: shown } = await asked(table, 'rows', { from: 0, to: 100 });
    for (const { row, results } of shown) expect(results).toEqual(page.rows[row]?.results);
    expect(await table.ask('column', { key: 'class' })).toHaveProperty('refused');
    const { blob } = await asked(table, 'file', { kind: 'csv' });
    const [, first = ''] = (await blob.text()).split('\r\n');
    expect(first.split(',').at(-1)).toBe(page.rows[0]?.results['class']?.text);
  });
});

describe('the worker', () => {
  test('closing cancels: whoever waits is told, nothing runs on', async () => {
    const { table, worker } = start();
    const waiting = table.open({ ...keyword, source: words(0, 1000) });
    table.close();
    expect(await waiting).toEqual({ refused: '已取消。' });
    expect(worker.ended).toBe(true);
    expect(await table.ask('rows', { from: 0, to: 1 })).toEqual({ refused: '已取消。' });
  });

  test('when it breaks, whoever waits is told', async () => {
    const { table, worker } = start();
    const waiting = table.open({ ...keyword, source: words(0, 10) });
    worker.dispatchEvent(new Event('error'));
    expect(await waiting).toEqual({ refused: expect.stringContaining('没有算成') as string });
  });

  test('files too large are not even read', async () => {
    const large = { size: MOST_BYTES + 1 } as File;
    expect(await start().table.openFile(large, keyword)).toEqual({
      refused: expect.stringContaining('50MB') as string,
    });
    const long = 'x'.repeat(MOST_BYTES + 1);
    expect(await start().table.open({ ...keyword, source: long })).toEqual({
      refused: expect.stringContaining('50MB') as string,
    });
  });

  test('a file that is gone is answered in words', async () => {
    const gone = { size: 9, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
    expect(await start().table.openFile(gone as unknown as File, keyword)).toEqual({
      refused: expect.stringContaining('打不开') as string,
    });
  });

  test('a file the person chose', async () => {
    const file = new File(['裙,5,8\n'], '词.csv');
    expect(await start().table.openFile(file, keyword)).toMatchObject({ state: 'open', count: 1 });
  });

  test('questions are answered in their order', async () => {
    const { table } = start();
    const answers = await Promise.all([
      table.open({ ...keyword, source: words(1, 5) }),
      table.ask('order', { by: 'multiple' }),
      table.ask('rows', { from: 0, to: 1 }),
    ]);
    expect(answers[2]).toMatchObject({ rows: [{ row: 4 }] });
  });
});
