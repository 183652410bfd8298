import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeCsv } from '#logic/tools/csv.ts';
import unitProfit from '#logic/tools/unit-profit.ts';
import { GET as fees } from '../../src/pages/tools/fees.json.ts';
import { parameterOf } from '../../src/records/records.ts';
import { agree } from '../unit/fraction.ts';
import {
  type BoundQueries,
  fireEvent,
  lastNotice,
  openPanel,
  openTool,
  pasteInto,
  waitFor,
  within,
} from './tool-support.tsx';

vi.mock('#src/device/bigTable.ts', async () => import('./bigTableHere.ts'));

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

const choose = (panel: BoundQueries, label: string, value: string): void => {
  fireEvent.input(panel.getByLabelText(label), { target: { value } });
};
const fill = (panel: BoundQueries, label: string | RegExp, value: string): void => {
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

  test('a stretch of values is named as one, and what stands there moves to its near end', async () => {
    const tool = await openTool('break-even');
    const panel = await openPanel(tool, '反推');
    choose(panel, '想让哪个结果', 'beUnits');
    choose(panel, '靠改哪个数', 'price');
    fill(panel, /做到多少/, '500');
    // 30000 ÷ (price − 110) rounds up to 500 from 170.00 to 170.12; ¥179 stands there
    const answer = panel.getByText(/都行/);
    expect(answer.textContent).toBe('「成交单价」做到 ¥170到¥170.12都行');
    fireEvent.click(panel.getByRole('button', { name: '填进去' }));
    expect(tool.field('price').value).toBe('170.12');
    expect(tool.result('beUnits').machine).toBe('500');
  });

  test('more than one answer is said to be so, and so are those that are not named', async () => {
    const tool = await openTool('promo-stack', {
      given: { qty: '1', itemType: 'none', crossThreshold: '300', crossOff: '50', redPacket: '0' },
    });
    const panel = await openPanel(tool, '反推');
    choose(panel, '想让哪个结果', 'pay');
    choose(panel, '靠改哪个数', 'listPrice');
    // paid at 260, and at 310 less 50
    fill(panel, /做到多少/, '260');
    expect(panel.getByText(/不止一个答案/)).toBeDefined();
    expect(panel.getAllByRole('button', { name: '填进去' })).toHaveLength(2);
    tool.type('crossOff', '300');
    // the price modulo 300: as many answers as there are multiples of it
    expect(panel.getByText(/答案还有别的/)).toBeDefined();
    expect(panel.getAllByRole('button', { name: '填进去' })).toHaveLength(3);
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

  test('only numbers people see can be asked about, in both panels alike', async () => {
    const tool = await openTool('reorder');
    const options = async (name: string, label: string): Promise<(string | null)[]> => {
      const panel = await openPanel(tool, name);
      return within(panel.getByLabelText(label))
        .getAllByRole('option')
        .map((option) => option.textContent);
    };
    const solving = await options('反推', '想让哪个结果');
    expect(solving).toContain('补货点');
    // in words, and a step on the way
    expect(solving).not.toContain('现在要不要下单');
    expect(solving).not.toContain('断货的可能');
    expect(await options('敏感度', '看哪个结果')).toEqual(solving);
  });

  test('it says where a number cannot move by a tenth, and shows where the result is lost', async () => {
    const tool = await openTool('break-even', {
      given: { fixedCost: '1000', price: '100', variableCost: '95' },
    });
    const panel = await openPanel(tool, '敏感度');
    const cells = (name: RegExp): (string | null)[] =>
      within(panel.getByRole('row', { name }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    // nothing is left at 90; 1000 ÷ (110 − 95) rounds up to 67
    expect(cells(/^成交单价/)).toEqual(['—', '67件']);
    const other = await openTool('live', { given: { views: '100', clickRate: '95' } });
    const live = await openPanel(other, '敏感度');
    choose(live, '看哪个结果', 'clicks');
    expect(
      within(live.getByRole('row', { name: /^商品点击率/ }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['85.5次', '100次（只到100%）']);
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

describe('平台费率', () => {
  /** What the site serves; asked of where. */
  const serve = (): string[] => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (address: URL) => {
      asked.push(address.pathname);
      return Promise.resolve(fees({} as Parameters<typeof fees>[0]));
    });
    return asked;
  };
  const open = async (id = 'unit-profit') => {
    const asked = serve();
    const tool = await openTool(id);
    const panel = await openPanel(tool, '平台费率');
    await waitFor(() => expect(panel.getAllByRole('listitem').length).toBeGreaterThan(0));
    return { tool, panel, asked };
  };
  const pick = (panel: BoundQueries, platform: string): void =>
    void fireEvent.input(panel.getByLabelText('平台'), { target: { value: platform } });
  const line = (panel: BoundQueries, name: string) =>
    within(panel.getByText(new RegExp(`^${name}`), { selector: 'b' }).closest('li')!);
  /** Dated values, as typed in hundredths. */
  const hundredths = (id: string): number => Math.round(Number(parameterOf(id)!.value) * 100);

  test('each fee with its day and how sure it is; what it can fill is named', async () => {
    const { panel, asked } = await open();
    expect(asked).toEqual(['/tools/fees.json']);
    pick(panel, '抖音');
    const fee = parameterOf('dy_comm')!;
    const { textContent } = panel.getByText(new RegExp(`^${fee.name} `), { selector: 'b' }).closest('li')!;
    expect(textContent.replace(/\s/g, '')).toContain(`${fee.name}${fee.value}%，按${fee.base}`);
    expect(textContent).toContain(`截至${fee.asOf}，把握`);
    expect(line(panel, fee.name).getByRole('button', { name: '填进「平台扣点」' })).toBeDefined();
    expect(panel.getByText(/以自己后台的账单为准/)).toBeDefined();
  });

  test('what 淘宝天猫 takes belongs to both; it is no platform of its own', async () => {
    const { panel } = await open();
    const names = within(panel.getByLabelText('平台'))
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(names).toEqual(expect.arrayContaining(['淘宝', '天猫', '抖音', '通用']));
    expect(names).not.toContain('淘宝天猫');
    expect(new Set(names).size).toBe(names.length);
    const shown = (): string[] =>
      panel.getAllByRole('listitem').map((item) => item.querySelector('b')!.textContent.split(' ')[0]!);
    pick(panel, '淘宝');
    expect(shown().sort()).toEqual(['tb_base', 'tb_comm'].map((id) => parameterOf(id)!.name).sort());
    pick(panel, '天猫');
    expect(shown().sort()).toEqual(['tb_base', 'tm_comm'].map((id) => parameterOf(id)!.name).sort());
  });

  test('one is filled in, another added to it; either can be taken back', async () => {
    const { tool, panel } = await open();
    tool.type('platformRate', '９.５%');
    pick(panel, '天猫');
    const [base, commission] = [parameterOf('tb_base')!, parameterOf('tm_comm')!];
    fireEvent.click(line(panel, base.name).getByRole('button', { name: '填进「平台扣点」' }));
    expect(tool.field('platformRate').value).toBe(base.value);
    fireEvent.click(line(panel, commission.name).getByRole('button', { name: '加到「平台扣点」' }));
    const both = String((hundredths('tb_base') + hundredths('tm_comm')) / 100);
    expect(tool.field('platformRate').value).toBe(both);
    lastNotice()!.action!.run();
    expect(tool.field('platformRate').value).toBe(base.value);
  });

  test('added to a number however it was typed', async () => {
    const { tool, panel } = await open();
    pick(panel, '天猫');
    for (const typed of ['1.25%', '１．２５％', ' 1.25 ']) {
      tool.type('platformRate', typed);
      fireEvent.click(
        line(panel, parameterOf('tm_comm')!.name).getByRole('button', { name: '加到「平台扣点」' }),
      );
      expect(tool.field('platformRate').value, typed).toBe(String((125 + hundredths('tm_comm')) / 100));
    }
    pick(panel, '通用');
    tool.type('otherCost', '￥2元');
    fireEvent.click(
      line(panel, parameterOf('ins')!.name).getByRole('button', { name: '加到「每单其他成本」' }),
    );
    expect(tool.field('otherCost').value).toBe(String((200 + hundredths('ins')) / 100));
    tool.type('otherCost', '');
    fireEvent.click(
      line(panel, parameterOf('ins')!.name).getByRole('button', { name: '加到「每单其他成本」' }),
    );
    expect(tool.field('otherCost').value).toBe(parameterOf('ins')!.value);
  });

  test('only what this tool has a field for is offered', async () => {
    const { panel } = await open('returns');
    expect(panel.getAllByRole('listitem')).toHaveLength(1);
    expect(panel.getByRole('button', { name: '填进「每单运费险保费」' })).toBeDefined();
    const { form } = await openTool('gmv');
    expect(within(form).queryByRole('button', { name: '平台费率' })).toBeNull();
  });

  test('without network it says so', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const panel = await openPanel(await openTool('unit-profit'), '平台费率');
    expect(await panel.findByText(/费率没有加载出来，请检查网络/)).toBeDefined();
  });
});

describe('批量算', () => {
  /** Worked by hand, with the definition: a row each. */
  const cases = unitProfit.cases;
  const rowOf = ({ given }: (typeof cases)[number], n: number): string[] => [
    `例${n + 1}`,
    ...Object.entries(unitProfit.inputs).map(([key, input]) => given[key] ?? input.default),
  ];

  const isSame = (got: string, wanted: string | null): boolean =>
    wanted === null || got === '' ? got === (wanted ?? '') : agree(got, wanted, 12);

  test('takes what stands above as its first row; the row gives what the form gives', async () => {
    const tool = await openTool('unit-profit');
    tool.type('price', '299');
    const panel = await openPanel(tool, '批量算');
    expect(panel.getByText(/还没有行/)).toBeDefined();
    fireEvent.click(panel.getByRole('button', { name: '把上面这一单放进来' }));
    expect(panel.queryByText(/还没有行/)).toBeNull();
    expect(panel.getByLabelText<HTMLInputElement>('第1行商品').value).toBe('商品1');
    expect(panel.getByLabelText<HTMLInputElement>('第1行售价').value).toBe('299');
    for (const [key, { step }] of Object.entries(unitProfit.results))
      if (!step) expect(tool.result(`${key}.0`), key).toEqual(tool.result(key));
    // A row is its own: the form above does not move with it, nor it with the form.
    fireEvent.input(panel.getByLabelText('第1行售价'), { target: { value: '399' } });
    expect(tool.field('price').value).toBe('299');
    tool.type('price', '99');
    expect(panel.getByLabelText<HTMLInputElement>('第1行售价').value).toBe('399');
    expect(tool.result('paid.0').machine).toBe('379');
  });

  test('a link with rows opens it, and every row is worked out as alone', async () => {
    const rows = writeCsv(cases.map(rowOf));
    const tool = await openTool('unit-profit', { fragment: `#${new URLSearchParams({ rows }).toString()}` });
    await waitFor(() =>
      expect(within(tool.form).getByRole('button', { name: '批量算' }).getAttribute('aria-expanded')).toBe(
        'true',
      ),
    );
    await waitFor(() => expect(within(tool.form).getByLabelText('第1行售价')).toBeDefined());
    cases.forEach(({ expect: wanted, because }, n) => {
      for (const [key, machine] of Object.entries(wanted))
        expect(isSame(tool.result(`${key}.${n}`).machine, machine), `${key}: ${because}`).toBe(true);
    });
  });

  test('a table pasted into it, a row deleted, and the link that brings both back', async () => {
    const tool = await openTool('unit-profit');
    const panel = await openPanel(tool, '批量算');
    fireEvent.click(panel.getByRole('button', { name: '把上面这一单放进来' }));
    pasteInto(
      panel.getByLabelText('第1行商品'),
      cases
        .map(rowOf)
        .map((row) => row.join('\t'))
        .join('\n'),
    );
    fireEvent.click(await panel.findByRole('button', { name: `换成这${cases.length}行` }));
    await waitFor(() => expect(panel.getByLabelText<HTMLInputElement>('第1行商品').value).toBe('例1'));
    fireEvent.click(panel.getByRole('button', { name: '删掉第1行' }));
    expect(panel.getByLabelText<HTMLInputElement>('第1行商品').value).toBe('例2');
    await waitFor(() =>
      expect(new URLSearchParams(location.hash.slice(1)).get('rows')).toBe(
        writeCsv(cases.map(rowOf).slice(1)),
      ),
    );
  });

  test('without a row a table can still be brought in', async () => {
    const panel = await openPanel(await openTool('unit-profit'), '批量算');
    expect(panel.getByRole('button', { name: '导入、导出表格' })).toBeDefined();
    expect(panel.getByRole('button', { name: '加一行商品' })).toBeDefined();
  });

  test('what is kept brings its rows back', async () => {
    const tool = await openTool('unit-profit');
    const panel = await openPanel(tool, '批量算');
    fireEvent.click(panel.getByRole('button', { name: '把上面这一单放进来' }));
    tool.press('存一次');
    await waitFor(() => expect(lastNotice()?.text).toContain('我的记录'));
    fireEvent.click(panel.getByRole('button', { name: '删掉第1行' }));
    const records = await openPanel(tool, '我的记录');
    fireEvent.click(await records.findByRole('button', { name: '打开' }));
    const again = await openPanel(tool, '批量算');
    await waitFor(() => expect(again.getByLabelText<HTMLInputElement>('第1行商品').value).toBe('商品1'));
  });

  test('tools of one sum only have it where it makes sense', async () => {
    expect(within((await openTool('target')).form).queryByRole('button', { name: '批量算' })).toBeNull();
    const chapter = await openTool('unit-profit', { place: 'chapter' });
    expect(within(chapter.form).queryByRole('button', { name: '批量算' })).toBeNull();
  });
});

describe('嵌到别处', () => {
  const snippetOf = (panel: BoundQueries): string =>
    panel.getByRole<HTMLTextAreaElement>('textbox', { name: '嵌入代码' }).value;
  const parsed = (snippet: string): Document => new DOMParser().parseFromString(snippet, 'text/html');

  test('the frame opens with these numbers and follows what is typed', async () => {
    const tool = await openTool('gmv');
    const panel = await openPanel(tool, '嵌到别处');
    tool.type('uv', '1.2万');
    const frame = parsed(snippetOf(panel)).querySelector('iframe')!;
    expect(frame.title).toContain('成交总额');
    const { origin, pathname, hash } = new URL(frame.src);
    expect([origin, pathname]).toEqual([location.origin, '/embed/gmv/']);
    expect(Object.fromEntries(new URLSearchParams(hash.slice(1)))).toEqual({
      uv: '1.2万',
      cvr: '3.5',
      aov: '280',
    });
  });

  test('its lines fit the frame to what its own page says, and to nobody else', async () => {
    const panel = await openPanel(await openTool('gmv'), '嵌到别处');
    const page = parsed(snippetOf(panel));
    const frame = document.importNode(page.querySelector('iframe')!, true);
    frame.removeAttribute('src');
    const script = document.createElement('script');
    script.textContent = page.querySelector('script')!.textContent;
    document.body.append(frame, script);
    const tell = (source: Window | null, data: unknown): void =>
      void dispatchEvent(new MessageEvent('message', { source, data }));
    tell(frame.contentWindow, { type: 'youshu:height', height: 1234 });
    expect(frame.style.height).toBe('1234px');
    tell(window, { type: 'youshu:height', height: 1 });
    tell(frame.contentWindow, { type: 'other', height: 2 });
    tell(frame.contentWindow, null);
    expect(frame.style.height).toBe('1234px');
    frame.remove();
    script.remove();
  });

  test('is copied whole', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    const panel = await openPanel(await openTool('gmv'), '嵌到别处');
    fireEvent.click(panel.getByRole('button', { name: '复制代码' }));
    await waitFor(() => expect(copied).toEqual([snippetOf(panel)]));
    expect(lastNotice()!.text).toBe('代码已复制');
  });

  test('customers stay at home', async () => {
    const tool = await openTool('rfm');
    tool.type('customer.0', '王小明');
    const panel = await openPanel(tool, '嵌到别处');
    const { hash } = new URL(parsed(snippetOf(panel)).querySelector('iframe')!.src);
    expect(new URLSearchParams(hash.slice(1)).get('rows')).toContain('客户1');
    for (const text of [snippetOf(panel), decodeURIComponent(hash)]) expect(text).not.toContain('王小明');
  });

  test('a frame and a chapter do not offer it', async () => {
    for (const place of ['embed', 'chapter'] as const) {
      const { form } = await openTool('gmv', { place });
      expect(within(form).queryByRole('button', { name: '嵌到别处' })).toBeNull();
    }
  });
});

describe('看图', () => {
  test('in a chapter the drawing is asked for, and follows what is typed', async () => {
    const tool = await openTool('roas', { place: 'chapter' });
    expect(within(tool.form).queryByRole('img')).toBeNull();
    const panel = await openPanel(tool, '看图');
    const words = async (): Promise<string> => {
      const image = await panel.findByRole('img');
      return image.getAttribute('aria-label') ?? image.textContent;
    };
    expect(await words()).toContain('投产比：4.2；');
    tool.type('revenue', '15000');
    await waitFor(async () => expect(await words()).toContain('投产比：5；'));
    // What cannot be worked out is not drawn as if it were.
    tool.type('revenue', '');
    await waitFor(() => expect(panel.queryByText(/投产比：5；/)).toBeNull());
  });

  test('on its own page the drawing needs no button; a tool without one offers none', async () => {
    const page = await openTool('roas');
    expect(within(page.form).queryByRole('button', { name: '看图' })).toBeNull();
    page.type('revenue', '15000');
    expect(await within(page.form).findByRole('img')).toBeDefined();
    const { form } = await openTool('gmv', { place: 'chapter' });
    expect(within(form).queryByRole('button', { name: '看图' })).toBeNull();
  });
});
