import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadTools } from '#logic/tools/catalog.ts';
import { fireEvent, lastNotice, type Opened, openTool, pasteInto, waitFor, within } from './tool-support.tsx';

vi.mock('#src/device/bigTable.ts', async () => import('./bigTableHere.ts'));

beforeEach(() => localStorage.clear());

const rowCount = ({ form }: Opened): number => form.querySelectorAll('tbody tr').length;
/** Numbers of the rows, from above. */
const order = ({ form }: Opened): string[] =>
  within(form)
    .getAllByRole('rowheader')
    .map((head) => head.textContent.trim());
const headOf = ({ form }: Opened, name: string): HTMLElement =>
  within(form).getByRole('columnheader', { name });
const sortBy = (tool: Opened, name: string): void =>
  void fireEvent.click(within(headOf(tool, name)).getByRole('button', { name }));
const key = (tool: Opened, cell: string, pressed: string, more: KeyboardEventInit = {}): boolean =>
  fireEvent.keyDown(tool.field(cell), { key: pressed, ...more });
const undo = (): void => lastNotice()!.action!.run();

describe('typing', () => {
  test('cells compute their row; a bad cell is an error that leaves the other rows alone', async () => {
    const { type, result, field } = await openTool('keyword');
    type('searches.0', '16000');
    expect(result('multiple.0').machine).toBe('2');
    type('searches.1', '很多');
    expect(field('searches.1').getAttribute('aria-invalid')).toBe('true');
    expect(result('multiple.1')).toMatchObject({ machine: '', text: '—' });
    expect(result('multiple.1').why).toContain('日搜索人气');
    expect(result('multiple.2').machine).toBe('1.5');
  });

  test('the totals follow the rows', async () => {
    const { type, result } = await openTool('sku-health');
    // 40 belts at 8 yuan have not sold; of three products two have.
    expect(result('deadStock').machine).toBe('320');
    type('sold.2', '4');
    expect(result('deadStock').machine).toBe('0');
    expect(result('activeRate').machine).toBe('100');
  });

  test('rows that are not counted are named, blank ones are not', async () => {
    const tool = await openTool('sku-health');
    const named = (): string | undefined =>
      within(tool.form)
        .queryByText(/没填完或有错/)
        ?.textContent.replace(/\s/g, '');
    expect(named()).toBeUndefined();
    tool.press(/加一行/);
    expect(named(), 'a blank row lacks nothing').toBeUndefined();
    tool.type('sold.1', '两件');
    tool.type('name.3', '围巾');
    expect(named()).toBe('第2、4行没填完或有错，没有算进合计。');
    // Only 连衣裙 and 腰带 are left: 50 × 60 + 40 × 8.
    expect(tool.result('allStock').machine).toBe('3320');
    tool.type('sold.1', '12');
    expect(named()).toBe('第4行没填完或有错，没有算进合计。');
  });

  test('what is to be said of a row stands in it', async () => {
    const tool = await openTool('keyword');
    const said = (cell: string): string => tool.field(cell).closest('tr')!.textContent;
    expect(said('searches.0')).toContain('过了0.5，进下一步');
    expect(said('searches.1')).toContain('货多人少');
    tool.type('searches.1', '90000');
    expect(said('searches.1')).toContain('过了0.5，进下一步');
    expect(said('searches.1')).not.toContain('货多人少');
    tool.type('searches.1', '');
    expect(said('searches.1')).not.toContain('0.5');
  });
});

describe('moving about', () => {
  test('Enter and the arrows go down and up a column', async () => {
    const tool = await openTool('keyword');
    tool.field('searches.0').focus();
    expect(key(tool, 'searches.0', 'Enter'), 'the key is used up').toBe(false);
    expect(document.activeElement).toBe(tool.field('searches.1'));
    key(tool, 'searches.1', 'ArrowDown');
    expect(document.activeElement).toBe(tool.field('searches.2'));
    key(tool, 'searches.2', 'ArrowDown');
    expect(document.activeElement, 'there is nothing below').toBe(tool.field('searches.2'));
    key(tool, 'searches.2', 'ArrowUp');
    expect(document.activeElement).toBe(tool.field('searches.1'));
    expect(key(tool, 'searches.1', 'ArrowLeft'), 'left and right move in the text').toBe(true);
    expect(document.activeElement).toBe(tool.field('searches.1'));
    expect(rowCount(tool)).toBe(3);
  });

  test('Enter below the last row adds one and stays in the column', async () => {
    const tool = await openTool('keyword');
    key(tool, 'items.2', 'Enter');
    expect(rowCount(tool)).toBe(4);
    expect(document.activeElement).toBe(tool.field('items.3'));
  });

  test('Enter that only takes a word from the input method stays where it is', async () => {
    const tool = await openTool('keyword');
    tool.field('keyword.0').focus();
    expect(key(tool, 'keyword.0', 'Enter', { isComposing: true })).toBe(true);
    expect(document.activeElement).toBe(tool.field('keyword.0'));
  });

  test('in a sorted table down is the row seen below', async () => {
    const tool = await openTool('keyword');
    sortBy(tool, '关键词倍数');
    expect(order(tool)).toEqual(['3', '1', '2']);
    key(tool, 'searches.2', 'Enter');
    expect(document.activeElement).toBe(tool.field('searches.0'));
    key(tool, 'searches.0', 'ArrowUp');
    expect(document.activeElement).toBe(tool.field('searches.2'));
  });
});

describe('rows come and go', () => {
  test('one is added, another deleted, the deletion taken back', async () => {
    const tool = await openTool('keyword');
    tool.press('加一行关键词');
    expect(rowCount(tool)).toBe(4);
    expect(document.activeElement).toBe(tool.field('keyword.3'));
    tool.type('searches.3', '10');
    tool.type('items.3', '4');
    expect(tool.result('multiple.3').machine).toBe('2.5');
    tool.press('删掉第2行');
    expect(rowCount(tool)).toBe(3);
    expect(tool.result('multiple.1').machine).toBe('1.5');
    expect(lastNotice()).toMatchObject({ text: '已删掉第2行。', action: { label: '撤销' } });
    undo();
    expect(rowCount(tool)).toBe(4);
    expect(tool.field('keyword.1').value).toBe('手机壳 透明');
    expect(tool.result('multiple.2').machine).toBe('1.5');
  });

  test('all rows deleted is no error, and there is a way on', async () => {
    const tool = await openTool('sku-health');
    for (const _ of [1, 2, 3]) tool.press('删掉第1行');
    expect(rowCount(tool)).toBe(0);
    expect(tool.result('activeRate').why).toContain('还没有商品');
    tool.press('加一行商品');
    expect(tool.field('name.0').value).toBe('');
  });

  test('a named set of rows to start from replaces the table and can be taken back', async () => {
    const tool = await openTool('ad-budget');
    tool.type('weight.0', '77');
    tool.press('重成交');
    // 30000 by 45 : 15 : 25 : 5 : 10.
    const amounts = (): string[] => [0, 1, 2, 3, 4].map((row) => tool.result(`amount.${row}`).machine);
    expect(amounts()).toEqual(['13500', '4500', '7500', '1500', '3000']);
    expect(lastNotice()!.text).toBe('已换成“重成交”。');
    tool.press('重曝光');
    // 25 : 30 : 15 : 25 : 5.
    expect(amounts()).toEqual(['7500', '9000', '4500', '7500', '1500']);
    undo();
    expect(amounts()[0]).toBe('13500');
    expect(within(tool.form).queryAllByRole('button', { name: '重成交' })).toHaveLength(1);
  });
});

describe('sorting', () => {
  test('a head sorts downwards, upwards, and back to the order the rows came in', async () => {
    const tool = await openTool('keyword');
    const state = (): string | null => headOf(tool, '关键词倍数').getAttribute('aria-sort');
    expect([order(tool), state()]).toEqual([['1', '2', '3'], null]);
    sortBy(tool, '关键词倍数');
    expect([order(tool), state()]).toEqual([['3', '1', '2'], 'descending']);
    sortBy(tool, '关键词倍数');
    expect([order(tool), state()]).toEqual([['2', '1', '3'], 'ascending']);
    sortBy(tool, '关键词倍数');
    expect([order(tool), state()]).toEqual([['1', '2', '3'], null]);
    sortBy(tool, '关键词倍数');
    sortBy(tool, '在线商品数');
    expect([order(tool), state()]).toEqual([['2', '1', '3'], null]);
    expect(headOf(tool, '在线商品数').getAttribute('aria-sort')).toBe('descending');
  });

  test('it changes the view only: a row keeps its number, its names and its results', async () => {
    const tool = await openTool('keyword');
    sortBy(tool, '关键词倍数');
    const first = tool.form.querySelector('tbody tr')!;
    expect(
      within(first as HTMLElement)
        .getAllByRole('textbox')
        .map((cell) => [cell.getAttribute('name'), cell.getAttribute('aria-label')]),
    ).toEqual([
      ['keyword.2', '第3行关键词'],
      ['searches.2', '第3行日搜索人气'],
      ['items.2', '第3行在线商品数'],
    ]);
    expect(tool.result('multiple.0').machine).toBe('0.625');
    tool.press('删掉第3行');
    expect(order(tool)).toEqual(['1', '2']);
    expect(tool.field('keyword.0').value).toBe('连衣裙 夏');
  });

  test('words are sorted as Chinese is, by sound', async () => {
    const tool = await openTool('keyword');
    sortBy(tool, '关键词');
    sortBy(tool, '关键词');
    // bīng, lián, shǒu
    expect(order(tool)).toEqual(['3', '1', '2']);
  });

  test('numbers are sorted by size, however they were typed', async () => {
    const tool = await openTool('keyword');
    for (const [row, typed] of ['1.2万', '９００', '5,000'].entries()) tool.type(`searches.${row}`, typed);
    sortBy(tool, '日搜索人气');
    expect(order(tool)).toEqual(['1', '3', '2']);
  });

  test('other rows come in their own order', async () => {
    const tool = await openTool('ad-budget');
    sortBy(tool, '权重');
    sortBy(tool, '权重');
    tool.press('重曝光');
    expect(order(tool)).toEqual(['1', '2', '3', '4', '5']);
    expect(headOf(tool, '权重').getAttribute('aria-sort')).toBeNull();
  });

  test('rows without the figure come last from the top, and no row runs away while it is typed into', async () => {
    const tool = await openTool('keyword');
    tool.type('items.0', '');
    sortBy(tool, '关键词倍数');
    expect(order(tool)).toEqual(['3', '2', '1']);
    tool.type('items.0', '1');
    expect(order(tool)).toEqual(['3', '2', '1']);
    expect(tool.result('multiple.0').machine).toBe('5000');
  });
});

describe('pasting', () => {
  test('several cells from a spreadsheet open the import with the table recognised', async () => {
    const tool = await openTool('keyword');
    expect(
      pasteInto(tool.field('keyword.1'), '裙\t5000\t8000\r\n裤\t900\t600\r\n'),
      'not into the cell',
    ).toBe(false);
    const panel = within(await within(tool.form).findByRole('region', { name: '导入、导出表格' }));
    expect(await panel.findByText('共2行，没有表头。')).toBeDefined();
    expect(tool.field('keyword.1').value, 'nothing is replaced before it is asked for').toBe('手机壳 透明');
    fireEvent.click(panel.getByRole('button', { name: '换成这2行' }));
    await waitFor(() => expect(rowCount(tool)).toBe(2));
    expect(tool.result('multiple.1').machine).toBe('1.5');
  });

  test('words pasted into a cell are just typed', async () => {
    const tool = await openTool('keyword');
    expect(pasteInto(tool.field('keyword.1'), '连衣裙 夏\n')).toBe(true);
    expect(within(tool.form).queryByRole('region', { name: '导入、导出表格' })).toBeNull();
  });
});

const rowTools = (await loadTools()).filter(({ rows }) => rows);

test.each(rowTools)('$id: a head for every column and result, each sortable', async ({ id, rows }) => {
  const tool = await openTool(id);
  const shown = Object.values({ ...rows!.columns, ...rows!.results }).filter(
    (each) => !('step' in each && each.step),
  );
  const labels = shown.map(({ label }) => label);
  expect(
    within(tool.form)
      .getAllByRole('columnheader')
      .slice(1, -1)
      .map((head) => head.textContent.trim()),
  ).toEqual(labels);
  const all = order(tool);
  for (const label of labels) {
    sortBy(tool, label);
    expect(headOf(tool, label).getAttribute('aria-sort')).toBe('descending');
    expect([...order(tool)].sort(), 'the same rows').toEqual([...all].sort());
  }
});
