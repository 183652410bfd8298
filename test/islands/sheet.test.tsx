import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readTable } from '#logic/exchange/table.ts';
import keyword from '#logic/tools/keyword.ts';
import { readSheet } from '../../src/device/sheets.ts';
import { gb18030 } from '../unit/exchange/gb18030.ts';
import {
  type BoundQueries,
  fireEvent,
  lastNotice,
  type Opened,
  openTool,
  pasteInto,
  said,
  waitFor,
  within,
} from './tool-support.tsx';

vi.mock('#src/device/bigTable.ts', async () => import('./bigTableHere.ts'));

/** Files that were handed to the browser. */
const saved: { name: string; blob: Blob }[] = [];
let downloads = true;
vi.mock('#src/device/files.ts', async (original) => ({
  ...(await original<object>()),
  saveBlob: (name: string, blob: Blob) => {
    if (downloads) saved.push({ name, blob });
    return downloads;
  },
}));

beforeEach(() => {
  localStorage.clear();
  saved.length = 0;
  downloads = true;
});

const region = async ({ form }: Opened): Promise<BoundQueries> =>
  within(await within(form).findByRole('region', { name: '导入、导出表格' }));
const undo = (): void => lastNotice()!.action!.run();
const rowCount = ({ form }: Opened): number =>
  within(form).queryAllByRole('button', { name: /^删掉第\d+行$/ }).length;
/** What stands in the table's own rows. */
const cellsOf = (tool: Opened): string[][] =>
  Array.from({ length: rowCount(tool) }, (_, row) =>
    within(tool.form)
      .getAllByRole<HTMLInputElement>('textbox', { name: new RegExp(`^第${row + 1}行`) })
      .map(({ value }) => value),
  );
const press = (panel: BoundQueries, name: string): void =>
  void fireEvent.click(panel.getByRole('button', { name }));
const choose = (panel: BoundQueries, column: string, place: string): void => {
  const select = panel.getByLabelText<HTMLSelectElement>(column);
  const option = within(select).getByRole<HTMLOptionElement>('option', { name: place });
  fireEvent.input(select, { target: { value: option.value } });
};

/** A tool with a table pasted into its first cell. */
async function pasted(id: string, text: string): Promise<{ tool: Opened; panel: BoundQueries }> {
  const tool = await openTool(id);
  pasteInto(within(tool.form).getAllByRole('textbox', { name: /^第1行/ })[0]!, text);
  const panel = await region(tool);
  await panel.findByText(/^共\d+行/);
  return { tool, panel };
}
/** The same with a file that was chosen. */
async function withFile(
  id: string,
  bytes: Uint8Array | string,
  name = '表.csv',
): Promise<{ tool: Opened; panel: BoundQueries }> {
  const tool = await openTool(id);
  tool.press('导入、导出表格');
  const panel = await region(tool);
  const file = new File([bytes as BlobPart], name);
  fireEvent.change(panel.getByLabelText('选文件'), { target: { files: [file] } });
  return { tool, panel };
}

describe('which column is which', () => {
  test.each([
    ['their labels, in any order, beside others', '备注\t在线商品数\t关键词\t日搜索人气\n红\t8000\t裙\t5000'],
    [
      'their labels with units and stars as templates have them',
      '关键词*\t日搜索人气（次）\t在线商品数:\n裙\t5000\t8000',
    ],
    ['the names links use', 'items\tkeyword\tsearches\n8000\t裙\t5000'],
  ])('%s', async (_, text) => {
    const { tool, panel } = await pasted('keyword', text);
    expect(panel.getByText('共1行，第一行是表头。')).toBeDefined();
    press(panel, '换成这1行');
    await waitFor(() => expect(cellsOf(tool)).toEqual([['裙', '5000', '8000']]));
    expect(tool.result('multiple.0').machine).toBe('0.625');
  });

  test('no header: as many columns as the tool has, in its order', async () => {
    const { tool, panel } = await pasted('keyword', '裙\t5,000\t8000\n裤\t1.2万\t6000');
    expect(panel.getByText('共2行，没有表头。')).toBeDefined();
    press(panel, '换成这2行');
    await waitFor(() =>
      expect(cellsOf(tool)).toEqual([
        ['裙', '5,000', '8000'],
        ['裤', '1.2万', '6000'],
      ]),
    );
    expect(tool.result('multiple.1').machine).toBe('2');
  });

  test('names nobody knows: a person says which is which, column by column, then reads it', async () => {
    const { tool, panel } = await pasted('keyword', '人气\t件\t词\n5000\t8000\t裙\n900\t600\t裤');
    expect(panel.getByText(/有几项对不上，请选一下各是哪一列/)).toBeDefined();
    expect(panel.queryByRole('button', { name: /^换成/ }), 'not before it is settled').toBeNull();
    choose(panel, '关键词', '词');
    choose(panel, '日搜索人气', '人气');
    expect(panel.queryByRole('button', { name: /^换成/ }), 'one column is left to say').toBeNull();
    choose(panel, '在线商品数', '件');
    // The preview shows what would be read.
    expect(
      panel
        .getAllByRole('row')
        .slice(1)
        .map((row) =>
          within(row)
            .getAllByRole('cell')
            .map((cell) => cell.textContent),
        ),
    ).toEqual([
      ['裙', '5000', '8000'],
      ['裤', '900', '600'],
    ]);
    press(panel, '就按上面的对应读');
    fireEvent.click(await panel.findByRole('button', { name: '换成这2行' }));
    await waitFor(() =>
      expect(cellsOf(tool)).toEqual([
        ['裙', '5000', '8000'],
        ['裤', '900', '600'],
      ]),
    );
  });

  test('read as it is, a column the file lacks stays empty', async () => {
    const { tool, panel } = await pasted('keyword', '人气\t件\n5000\t8000');
    choose(panel, '日搜索人气', '人气');
    choose(panel, '在线商品数', '件');
    choose(panel, '关键词', '没有这一列');
    press(panel, '就按上面的对应读');
    fireEvent.click(await panel.findByRole('button', { name: '换成这1行' }));
    await waitFor(() => expect(cellsOf(tool)).toEqual([['', '5000', '8000']]));
    expect(tool.result('multiple.0').machine).toBe('0.625');
  });

  test('what was recognised can be changed', async () => {
    const { tool, panel } = await pasted(
      'keyword',
      '关键词\t日搜索人气\t在线商品数\t昨日搜索\n裙\t5000\t8000\t4000',
    );
    choose(panel, '日搜索人气', '昨日搜索');
    await waitFor(() => expect(panel.getByRole('cell', { name: '4000' })).toBeDefined());
    press(panel, '换成这1行');
    await waitFor(() => expect(tool.result('multiple.0').machine).toBe('0.5'));
  });

  test('a first row that is no header after all', async () => {
    const { tool, panel } = await pasted('keyword', '关键词\t日搜索人气\t在线商品数\n裙\t5000\t8000');
    fireEvent.click(panel.getByRole('checkbox', { name: '第一行是表头' }));
    expect(await panel.findByText('共2行，没有表头。')).toBeDefined();
    press(panel, '换成这2行');
    await waitFor(() => expect(rowCount(tool)).toBe(2));
    expect(tool.field('searches.0').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('what is put into the page', () => {
  test('bad rows are kept as they are, with their errors, and named', async () => {
    const { tool, panel } = await pasted('keyword', '裙\t5000\t8000\n裤\t八百\t400\n袜\t900\t');
    press(panel, '换成这3行');
    await waitFor(() => expect(tool.field('searches.1').value).toBe('八百'));
    expect(tool.field('searches.1').getAttribute('aria-invalid')).toBe('true');
    const error = document.getElementById(tool.field('searches.1').getAttribute('aria-describedby')!)!;
    expect(error.textContent).toContain('请填数字');
    expect(tool.result('multiple.0').machine).toBe('0.625');
    expect(
      within(tool.form)
        .getByText(/没填完或有错/)
        .textContent.replace(/\s/g, ''),
    ).toContain('第2、3行');
  });

  test('rows with more cells than the header are pointed out by their line', async () => {
    const { panel } = await pasted('keyword', '关键词,日搜索人气,在线商品数\n裙,5000,8000\n裤,1,200,900\n');
    expect(panel.getByText(/^第3行：比表头多出1格/)).toBeDefined();
  });

  test('instead of the rows there were, or behind them; either can be taken back', async () => {
    const { tool, panel } = await pasted('keyword', '裙\t5000\t8000');
    const before = cellsOf(tool);
    press(panel, '换成这1行');
    await waitFor(() => expect(cellsOf(tool)).toEqual([['裙', '5000', '8000']]));
    expect(lastNotice()).toMatchObject({ text: '读进1行。', action: { label: '撤销' } });
    expect(within(tool.form).queryByRole('region', { name: '导入、导出表格' }), 'it closes').toBeNull();
    undo();
    expect(cellsOf(tool)).toEqual(before);

    pasteInto(tool.field('searches.1'), '裙\t5000\t8000');
    const again = await region(tool);
    fireEvent.click(await again.findByRole('button', { name: '接在后面' }));
    await waitFor(() => expect(cellsOf(tool)).toEqual([...before, ['裙', '5000', '8000']]));
    undo();
    expect(cellsOf(tool)).toEqual(before);
  });

  test('behind the others only while there is room in the page', async () => {
    const text = Array.from({ length: 198 }, (_, i) => `词${i}\t${i}\t9`).join('\n');
    const { panel } = await pasted('keyword', text);
    expect(panel.getByRole('button', { name: '换成这198行' })).toBeDefined();
    expect(panel.queryByRole('button', { name: '接在后面' }), '3 + 198 are more than 200').toBeNull();
  });

  test('it can be left without a change, or another table taken', async () => {
    const { tool, panel } = await pasted('keyword', '裙\t5000\t8000');
    const before = cellsOf(tool);
    press(panel, '换一个文件');
    expect(panel.getByLabelText('选文件')).toBeDefined();
    press(panel, '收起');
    expect(within(tool.form).queryByRole('region', { name: '导入、导出表格' })).toBeNull();
    expect(cellsOf(tool)).toEqual(before);
  });
});

describe('files', () => {
  /** As Excel saves a CSV. */
  const GBK = gb18030('关键词,日搜索人气,在线商品数\r\n裙子,5000,8000\r\n');

  test('GBK is read as such; another reading can be chosen and taken back', async () => {
    const { tool, panel } = await withFile('keyword', GBK);
    expect(await panel.findByText('共1行，第一行是表头。')).toBeDefined();
    const encoding = panel.getByLabelText<HTMLSelectElement>('字看着不对就换编码');
    expect(encoding.selectedOptions[0]!.textContent).toContain('GB18030');
    fireEvent.input(encoding, { target: { value: 'utf-8' } });
    expect(await panel.findByText(/有些字读不出来/)).toBeDefined();
    expect(panel.getByLabelText<HTMLSelectElement>('字看着不对就换编码').value).toBe('utf-8');
    fireEvent.input(panel.getByLabelText('字看着不对就换编码'), { target: { value: 'gb18030' } });
    await waitFor(() => expect(panel.queryByText(/有些字读不出来/)).toBeNull());
    press(panel, '换成这1行');
    await waitFor(() => expect(cellsOf(tool)).toEqual([['裙子', '5000', '8000']]));
  });

  test.each([
    ['an empty file', '', /没有数据/],
    ['a header and nothing below', '关键词,日搜索人气,在线商品数\n', /没有数据/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /旧的\.xls格式.*另存为\.xlsx/],
    ['a page that calls itself .xls', '<html><table></table></html>', /其实是网页/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /不是表格文件/],
    ['a broken workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /读不出来/],
  ])('%s is refused with a sentence and another can be taken', async (_, bytes, says) => {
    const { tool, panel } = await withFile('keyword', bytes);
    expect(await panel.findByText(says)).toBeDefined();
    expect(panel.queryByRole('button', { name: /^换成/ })).toBeNull();
    press(panel, '换一个文件');
    fireEvent.change(panel.getByLabelText('选文件'), {
      target: { files: [new File(['裙,5,8\n'], '好.csv')] },
    });
    expect(await panel.findByText('共1行，没有表头。')).toBeDefined();
    expect(rowCount(tool)).toBe(3);
  });

  test('one dropped onto the panel', async () => {
    const tool = await openTool('keyword');
    tool.press('导入、导出表格');
    const panel = await region(tool);
    fireEvent.drop(panel.getByText(/文件只在这台设备上读/), {
      dataTransfer: { files: [new File(['裙,5,8\n'], '词.csv')] },
    });
    expect(await panel.findByText('共1行，没有表头。')).toBeDefined();
  });

  test('while it is read it can be cancelled', async () => {
    const { tool, panel } = await withFile('keyword', '裙,5,8\n'.repeat(2000));
    expect(panel.getByRole('progressbar').closest('p')!.textContent).toMatch(/正在读和算，\d+%/);
    press(panel, '取消');
    expect(panel.getByLabelText('选文件')).toBeDefined();
    // Nothing comes after all.
    await new Promise((later) => setTimeout(later, 50));
    expect(panel.queryByText(/^共/)).toBeNull();
    expect(rowCount(tool)).toBe(3);
    expect(said).toEqual([]);
  });
});

describe('more rows than stand in the page', () => {
  const HEADER = '商品,期初库存,期间进货,卖出,现有库存,单件成本';
  /** Of 301 products one has not sold: 40 pieces at 8 yuan; one line has a word for a number. */
  const LINES = [
    HEADER,
    '腰带,40,0,0,40,8',
    ...Array.from({ length: 299 }, (_, i) => `款${i + 1},${i + 1},0,1,${i},10`),
    '坏了,很多,0,0,0,1',
  ];
  const open = async (lines = LINES): Promise<{ tool: Opened; panel: BoundQueries; big: BoundQueries }> => {
    const { tool, panel } = await pasted('sku-health', lines.join('\n'));
    return { tool, panel, big: within(await panel.findByRole('region', { name: '大表' })) };
  };
  const firstName = (big: BoundQueries): string =>
    within(big.getAllByRole('row')[1]!).getAllByRole('cell')[0]!.textContent;
  const total = (big: BoundQueries, label: string): string =>
    within(big.getByText(label, { selector: 'dt' }).parentElement!).getByRole('definition').textContent;

  test('are computed on their own: totals, what is wrong and where; the page’s own rows stay', async () => {
    const { tool, panel, big } = await open();
    expect(panel.getByText('共301行，第一行是表头。')).toBeDefined();
    expect(panel.queryByRole('button', { name: /^换成/ })).toBeNull();
    expect(big.getByText(/超过200行/)).toBeDefined();
    expect(total(big, '一件没卖的货值')).toBe('¥320.00');
    // 299 of 300 that count.
    expect(total(big, '动销率')).toBe('99.67%');
    expect(big.getByText(/^有1行没填完或有错，没有算进合计/)).toBeDefined();
    expect(big.getByText(/^第302行「期初库存」：请填数字/)).toBeDefined();
    expect(rowCount(tool)).toBe(3);
    expect(big.getByRole('region', { name: '301行，可以滚动' })).toBeDefined();
  });

  test('a head sorts, rows without the figure last; those left out can be looked at alone', async () => {
    const { big } = await open();
    await waitFor(() => expect(firstName(big)).toBe('腰带'));
    const head = (): HTMLElement => big.getByRole('columnheader', { name: '还能卖几天' });
    const sort = (): void => void fireEvent.click(within(head()).getByRole('button'));
    sort();
    // 298 pieces at one in thirty days.
    await waitFor(() => expect(firstName(big)).toBe('款299'));
    expect(head().getAttribute('aria-sort')).toBe('descending');
    sort();
    await waitFor(() => expect(firstName(big)).toBe('款1'));
    expect(head().getAttribute('aria-sort')).toBe('ascending');
    sort();
    await waitFor(() => expect(firstName(big)).toBe('腰带'));
    expect(head().getAttribute('aria-sort')).toBeNull();
    fireEvent.click(big.getByRole('checkbox', { name: '只看没算进去的行' }));
    await waitFor(() => expect(firstName(big)).toBe('坏了'));
    expect(big.getByRole('region', { name: '1行，可以滚动' })).toBeDefined();
    fireEvent.click(big.getByRole('checkbox', { name: '只看没算进去的行' }));
    await waitFor(() => expect(firstName(big)).toBe('腰带'));
  });

  test('only rows in sight stand in the page; others come as it scrolls', async () => {
    const { big } = await open();
    const body = (): number => big.getAllByRole('row').length - 1;
    await waitFor(() => expect(body()).toBeGreaterThan(9));
    expect(body()).toBeLessThan(60);
    const frame = big.getByRole('region', { name: '301行，可以滚动' });
    frame.scrollTop = 250 * 44;
    fireEvent.scroll(frame);
    expect(await big.findByRole('cell', { name: '款250' })).toBeDefined();
    expect(body()).toBeLessThan(60);
    expect(big.queryByRole('cell', { name: '腰带' })).toBeNull();
  });

  test('follow the numbers beside the table, with what was said of the columns', async () => {
    const lines = [
      '甲\t乙\t丙\t丁\t戊\t己',
      ...LINES.slice(1, 300).map((line) => line.replaceAll(',', '\t')),
    ];
    const { tool, panel } = await pasted('sku-health', lines.join('\n'));
    for (const [column, place] of Object.entries({
      商品: '甲',
      期初库存: '乙',
      期间进货: '丙',
      卖出: '丁',
      现有库存: '戊',
      单件成本: '己',
    }))
      choose(panel, column, place);
    press(panel, '就按上面的对应读');
    const big = within(await panel.findByRole('region', { name: '大表' }));
    fireEvent.click(within(big.getByRole('columnheader', { name: '还能卖几天' })).getByRole('button'));
    // 款298 stands last but is the slowest: 297 pieces, one in thirty days.
    const slowest = (): string =>
      within(big.getAllByRole('row')[1]!).getAllByRole('cell').at(-1)!.textContent;
    await waitFor(() => expect(slowest()).toBe('8,910天'));
    tool.type('days', '10');
    await waitFor(() => expect(slowest(), 'sorted as before').toBe('2,970天'));
    // Typed while the last is still being computed.
    tool.type('days', '20');
    tool.type('days', '1');
    await waitFor(() => expect(slowest()).toBe('297天'));
    expect(panel.queryByText(/有几项对不上/)).toBeNull();
  });

  test('are exported whole, in the order they came', async () => {
    const { big } = await open();
    fireEvent.click(big.getByRole('button', { name: '整张导出.csv' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.name).toBe('动销与滞销.csv');
    const lines = (await saved[0]!.blob.text()).replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines).toHaveLength(302);
    expect(lines[0]).toBe(`${HEADER},售罄率,还能卖几天`);
    expect(lines[1]).toBe('腰带,40,0,0,40,8,0%,');
    expect(lines[3]).toBe('款2,2,0,1,1,10,50%,30');
    expect(lines[301]).toBe('坏了,很多,0,0,0,1,,');
    fireEvent.click(big.getByRole('button', { name: '整张导出.xlsx' }));
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(saved[1]!.name).toBe('动销与滞销.xlsx');
    const sheet = await readSheet(new Uint8Array(await saved[1]!.blob.arrayBuffer()));
    expect('rows' in sheet && sheet.rows[3]).toEqual(['款2', '2', '0', '1', '1', '10', '50%', '30']);
  });
});

describe('export', () => {
  test('the table with its results as a file that can be read in again', async () => {
    const tool = await openTool('keyword');
    tool.type('searches.1', '=1+1');
    tool.press('导入、导出表格');
    const panel = await region(tool);
    press(panel, '导出.csv');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.name).toBe('关键词倍数.csv');
    const text = (await saved[0]!.blob.text()).replace('\uFEFF', '');
    expect(text).toBe(
      [
        '关键词,日搜索人气,在线商品数,关键词倍数',
        '连衣裙 夏,5000,8000,0.625',
        // What a spreadsheet would compute is guarded.
        "手机壳 透明,'=1+1,90000,",
        '冰丝凉席 儿童,900,600,1.5\r\n',
      ].join('\r\n'),
    );
    press(panel, '导出.xlsx');
    await waitFor(() => expect(saved).toHaveLength(2));
    const sheet = await readSheet(new Uint8Array(await saved[1]!.blob.arrayBuffer()));
    expect('rows' in sheet && sheet.rows[3]).toEqual(['冰丝凉席 儿童', '900', '600', '1.5']);
  });

  test('for another spreadsheet, through the clipboard', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    const tool = await openTool('keyword');
    tool.press('导入、导出表格');
    press(await region(tool), '复制到表格');
    await waitFor(() => expect(copied).toHaveLength(1));
    vi.unstubAllGlobals();
    const table = readTable(copied[0]!, keyword.rows!.columns);
    expect('rows' in table && table.rows[2]).toEqual(['冰丝凉席 儿童', '900', '600', '1.5']);
    expect(lastNotice()!.text).toContain('粘贴');
  });

  test('where nothing can be downloaded it says what to do instead', async () => {
    downloads = false;
    const tool = await openTool('keyword');
    tool.press('导入、导出表格');
    press(await region(tool), '导出.csv');
    await waitFor(() => expect(lastNotice()?.text).toContain('不能下载'));
    expect(lastNotice()!.text).toContain('复制到表格');
  });

  test('of no rows there is nothing to export', async () => {
    const tool = await openTool('keyword');
    for (const _ of [1, 2, 3]) tool.press('删掉第1行');
    tool.press('导入、导出表格');
    press(await region(tool), '导出.csv');
    await waitFor(() => expect(lastNotice()?.text).toContain('没有数据'));
    expect(saved).toEqual([]);
  });
});
