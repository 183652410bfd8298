import { beforeEach, describe, expect, test } from 'vitest';
import { fireEvent, lastNotice, type Opened, openTool, waitFor, within } from './tool-support.tsx';

beforeEach(() => localStorage.clear());

/** Opens a panel and gives its queries. */
async function openPanel(tool: Opened, name: string) {
  tool.press(name);
  const panel = await waitFor(() => {
    const button = within(tool.form).getByRole('button', { name });
    if (button.getAttribute('aria-expanded') !== 'true') throw new Error('not open');
    return tool.form.querySelector<HTMLElement>('.panel')!;
  });
  return within(panel);
}
type Panel = Awaited<ReturnType<typeof openPanel>>;
const choose = (panel: Panel, label: string, value: string): void => {
  fireEvent.input(panel.getByLabelText(label), { target: { value } });
};
const fill = (panel: Panel, label: string | RegExp, value: string): void => {
  fireEvent.input(panel.getByLabelText(label), { target: { value } });
};

test('a panel closes with the button that opened it, and only one is open', async () => {
  const tool = await openTool('gmv');
  await openPanel(tool, '反推');
  await openPanel(tool, '敏感度');
  await waitFor(() => expect(tool.form.querySelectorAll('.panel')).toHaveLength(1));
  tool.press('敏感度');
  await waitFor(() => expect(tool.form.querySelector('.panel')).toBeNull());
});

test('a row tool has no single fields to solve or compare', async () => {
  const tool = await openTool('keyword');
  for (const name of ['反推', '方案对比', '敏感度'])
    expect(within(tool.form).queryByRole('button', { name })).toBeNull();
  expect(within(tool.form).getByRole('button', { name: '我的记录' })).toBeDefined();
});

describe('反推', () => {
  test('a target gives the input that reaches it, and it can be put into the form', async () => {
    const tool = await openTool('gmv');
    const panel = await openPanel(tool, '反推');
    expect(panel.getByText(/填上目标/)).toBeDefined();
    choose(panel, '想让哪个结果', 'gmv');
    choose(panel, '靠改哪个数', 'uv');
    fill(panel, /做到多少/, '19.6万');
    expect(panel.getByText(/20,?000/)).toBeDefined();
    fireEvent.click(panel.getByRole('button', { name: '填进去' }));
    expect(tool.field('uv').value).toBe('20000');
    expect(tool.result('gmv').machine).toBe('196000');
    lastNotice()!.action!.run();
    expect(tool.field('uv').value).toBe('10000');
  });

  test('a target out of reach says so and offers the nearest', async () => {
    const tool = await openTool('gmv');
    const panel = await openPanel(tool, '反推');
    choose(panel, '想让哪个结果', 'gmv');
    choose(panel, '靠改哪个数', 'cvr');
    fill(panel, /做到多少/, '1亿');
    const answer = panel.getByText(/结果是/);
    expect(answer.textContent).toContain('100%');
    expect(answer.textContent).toMatch(/2,800,000|280万/);
  });

  test('rubbish as a target is answered in words', async () => {
    const tool = await openTool('gmv');
    const panel = await openPanel(tool, '反推');
    fill(panel, /做到多少/, '很多');
    expect(panel.getByText(/请填/)).toBeDefined();
    expect(panel.queryByRole('button', { name: '填进去' })).toBeNull();
  });
});

describe('方案对比', () => {
  test('the first set is the form; others change alone, up to three', async () => {
    const tool = await openTool('gmv');
    const panel = await openPanel(tool, '方案对比');
    expect(panel.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      '项目',
      '方案一',
      '方案二',
    ]);
    fireEvent.change(panel.getByLabelText('方案二 访客数'), { target: { value: '20000' } });
    const row = (name: RegExp): string[] =>
      within(panel.getByRole('row', { name }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(row(/^成交总额/)).toEqual([expect.stringContaining('98,000'), expect.stringContaining('196,000')]);
    expect(tool.field('uv').value).toBe('10000');
    fireEvent.change(panel.getByLabelText('方案一 访客数'), { target: { value: '5000' } });
    expect(tool.field('uv').value).toBe('5000');
    fireEvent.click(panel.getByRole('button', { name: '再加一个方案' }));
    expect(panel.queryByRole('button', { name: '再加一个方案' })).toBeNull();
    expect(row(/^成交总额/)).toHaveLength(3);
    fireEvent.click(panel.getByRole('button', { name: '去掉方案三' }));
    expect(row(/^成交总额/)).toHaveLength(2);
  });

  test('a value that does not read is marked and its results show —', async () => {
    const tool = await openTool('gmv');
    const panel = await openPanel(tool, '方案对比');
    fireEvent.change(panel.getByLabelText('方案二 访客数'), { target: { value: '乱写' } });
    expect(panel.getByLabelText('方案二 访客数').getAttribute('aria-invalid')).toBe('true');
    const cells = within(panel.getByRole('row', { name: /^成交总额/ })).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)[1]).toBe('—');
  });
});

describe('敏感度', () => {
  test('each input by a tenth, the largest effect first, as a drawing and as a table', async () => {
    const tool = await openTool('roas');
    const panel = await openPanel(tool, '敏感度');
    expect(panel.getByRole('img').getAttribute('aria-label') ?? panel.getByRole('img').textContent).toMatch(
      /\p{Script=Han}/u,
    );
    choose(panel, '看哪个结果', 'roas');
    const rows = panel.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.querySelector('th')!.textContent).sort()).toEqual(
      ['推广成交金额', '推广花费'].sort(),
    );
    for (const row of rows) expect(within(row).getAllByRole('cell')).toHaveLength(2);
  });

  test('it follows what is typed, and says so where there is nothing to show', async () => {
    const tool = await openTool('gmv');
    const panel = await openPanel(tool, '敏感度');
    tool.type('uv', '乱写');
    expect(panel.getByText(/算不出来/)).toBeDefined();
    tool.type('uv', '10000');
    expect(panel.queryByText(/算不出来/)).toBeNull();
  });
});
