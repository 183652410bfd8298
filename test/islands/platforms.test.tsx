import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTICE, type Notice } from '#src/device/notice.ts';
import Choose, { type ChooseProps } from '#src/islands/platforms/Choose.tsx';
import Compare from '#src/islands/platforms/Compare.tsx';

const copied: string[] = [];
const said: string[] = [];
addEventListener(NOTICE, (event) => said.push((event as CustomEvent<Notice>).detail.text));

beforeEach(() => {
  copied.length = said.length = 0;
  history.replaceState(null, '', '/playbook/platforms/');
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('the comparison', () => {
  const PLATFORMS = [
    { id: 'taobao', label: '淘宝天猫', market: 'home' },
    { id: 'douyin', label: '抖音', market: 'home' },
    { id: 'jd', label: '京东', market: 'home' },
    { id: 'temu', label: 'Temu', market: 'abroad' },
  ];
  const ASPECTS = [
    { id: 'traffic', label: '顾客怎么来' },
    { id: 'fees', label: '费用' },
    { id: 'fit', label: '适合谁' },
  ];
  /** The table as the page brings it. */
  const open = (fragment = ''): void => {
    if (fragment) history.replaceState(null, '', fragment);
    const table = document.createElement('table');
    table.dataset['compare'] = '';
    for (const { id: aspect } of ASPECTS) {
      const row = table.insertRow();
      row.dataset['aspect'] = aspect;
      for (const { id } of PLATFORMS) row.insertCell().dataset['platform'] = id;
    }
    document.body.append(table);
    render(() => (
      <Compare
        platforms={PLATFORMS}
        markets={[
          { id: 'home', label: '国内' },
          { id: 'abroad', label: '跨境' },
        ]}
        aspects={ASPECTS}
      />
    ));
  };
  const firstRow = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('tr:first-child td')];
  const having = (test: (cell: HTMLElement) => boolean): string[] =>
    firstRow()
      .filter(test)
      .map(({ dataset }) => dataset['platform']!);
  /** at a desk */
  const columns = (): string[] => having(({ classList }) => !classList.contains('out'));
  /** on a phone */
  const pair = (): string[] => [
    ...having(({ classList }) => classList.contains('left')),
    ...having(({ classList }) => classList.contains('right')),
  ];
  const rows = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('tr')]
      .filter(({ hidden }) => !hidden)
      .map(({ dataset }) => dataset['aspect']!);
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const pressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');
  const put = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });

  test('begins with everything, and with the first two side by side', () => {
    open();
    expect(columns()).toEqual(['taobao', 'douyin', 'jd', 'temu']);
    expect(pair()).toEqual(['taobao', 'douyin']);
    expect(rows()).toEqual(['traffic', 'fees', 'fit']);
    expect(location.hash, 'nothing was chosen').toBe('');
    expect(screen.queryByRole('button', { name: '看全部' })).toBeNull();
  });

  test('a platform pressed is shown alone, a second beside it, pressed again it goes', () => {
    open();
    press('京东');
    expect(columns()).toEqual(['jd']);
    expect(pressed('京东')).toBe('true');
    press('抖音');
    expect(columns()).toEqual(['douyin', 'jd']);
    expect(location.hash).toBe('#a=douyin&b=jd');
    press('京东');
    press('抖音');
    expect(columns()).toEqual(['taobao', 'douyin', 'jd', 'temu']);
    expect(location.hash).toBe('');
  });

  test('all of one market at once', () => {
    open();
    press('国内');
    expect(columns()).toEqual(['taobao', 'douyin', 'jd']);
    expect(location.hash).toBe('#a=taobao&b=douyin&more=jd');
    expect(pressed('国内')).toBe('true');
    expect(pressed('跨境')).toBe('false');
  });

  test('aspects narrow the rows, and all comes back', () => {
    open();
    press('费用');
    press('顾客怎么来');
    expect(rows()).toEqual(['traffic', 'fees']);
    expect(location.hash).toBe('#show=traffic,fees');
    expect(
      screen
        .getByText(/2\s?项/)
        .closest('[aria-live]')
        ?.getAttribute('aria-live'),
    ).toBe('polite');
    press('看全部');
    expect(rows()).toEqual(['traffic', 'fees', 'fit']);
    expect(location.hash).toBe('');
  });

  test('left and right are chosen by name; the same one on both sides changes places', () => {
    open();
    put('右边的平台', 'jd');
    expect(pair()).toEqual(['taobao', 'jd']);
    expect(location.hash).toBe('#a=taobao&b=jd');
    put('左边的平台', 'jd');
    expect(pair()).toEqual(['jd', 'taobao']);
    expect(screen.getByLabelText<HTMLSelectElement>('右边的平台').value).toBe('taobao');
  });

  test('an address opens as it was', () => {
    open('#a=jd&b=temu&show=fees');
    expect(columns()).toEqual(['jd', 'temu']);
    expect(pair()).toEqual(['jd', 'temu']);
    expect(rows()).toEqual(['fees']);
    expect(screen.getByLabelText<HTMLSelectElement>('左边的平台').value).toBe('jd');
    expect(pressed('费用')).toBe('true');
  });

  test('a query moves behind #; an anchor is left alone', () => {
    open('?a=temu&from=singlemessage');
    expect(columns()).toEqual(['temu']);
    expect(location.search).toBe('');
    cleanup();
    document.body.replaceChildren();
    open('/playbook/platforms/#choose');
    expect(columns()).toHaveLength(4);
    expect(location.hash).toBe('#choose');
  });

  test('another address typed in is taken up', () => {
    open('#a=jd');
    history.replaceState(null, '', '#a=douyin&show=fit');
    fireEvent(window, new Event('hashchange'));
    expect(columns()).toEqual(['douyin']);
    expect(rows()).toEqual(['fit']);
  });

  test('the link of what is shown stands ready', async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    open('#a=jd&show=fees');
    press('链接和二维码');
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: '链接' });
    expect(field.value).toMatch(/\/playbook\/platforms\/#a=jd&show=fees$/);
  });

  test('every control has a name, and the groups say what they are', () => {
    open();
    for (const name of ['平台', '看哪几项', '并排看哪两个平台'])
      expect(screen.getByRole('group', { name })).toBeDefined();
  });
});

describe('choosing', () => {
  const PROPS: ChooseProps = {
    platforms: [
      { id: 'taobao', label: '淘宝天猫' },
      { id: 'douyin', label: '抖音', read: { address: '/course/platforms/douyin/', name: '抖音怎么做' } },
    ],
    questions: [
      {
        id: 'content',
        short: '内容',
        ask: '内容由谁来做？',
        options: [
          { id: 'host', label: '有人开播' },
          { id: 'none', label: '没有人做' },
        ],
      },
      {
        id: 'margin',
        short: '毛利',
        ask: '算过一单吗？',
        options: [
          { id: 'yes', label: '算过' },
          { id: 'unknown', label: '没算过' },
        ],
      },
    ],
    rules: [
      { id: 'host', when: { content: ['host'] }, for: ['douyin'], text: '推荐接得住。', links: [] },
      { id: 'none', when: { content: ['none'] }, against: ['douyin'], text: '没有人来。', links: [] },
      {
        id: 'count',
        when: { margin: ['unknown'] },
        text: '先算一单。',
        links: [{ address: '/tools/unit-profit/', name: '单品利润' }],
      },
    ],
    words: {
      none: { text: '没有哪个平台合适。', steps: ['先攒一样。', '再来答一遍。'] },
      tie: '不分高低。',
      closing: '先只做一个，不保证卖得好。',
    },
  };
  const open = () => {
    const { container } = render(() => <Choose {...PROPS} />);
    return within(container);
  };
  const pick = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
  const state = () => document.querySelector('[aria-live]')!.textContent.trim();

  test('says what is still to be answered, politely, and gives no result before', () => {
    const page = open();
    expect(state()).toContain('还有2题：内容、毛利');
    expect(page.getAllByRole('group').map((group) => group.querySelector('legend')?.textContent)).toEqual([
      '1. 内容由谁来做？',
      '2. 算过一单吗？',
    ]);
    pick('有人开播');
    expect(state()).toContain('还有1题：毛利');
    expect(page.queryByRole('heading')).toBeNull();
    expect(page.queryByRole('button', { name: '复制结果' })).toBeNull();
  });

  test('the result names the platform, every rule for it, what to know and where to read', () => {
    const page = open();
    pick('有人开播');
    pick('没算过');
    expect(state()).toBe('先看 抖音。');
    expect(page.getByRole('heading', { name: '抖音' })).toBeDefined();
    expect(page.getByText(/推荐接得住/).textContent).toContain('合适：');
    expect(page.getByRole('link', { name: '抖音怎么做' }).getAttribute('href')).toBe(
      '/course/platforms/douyin/',
    );
    expect(page.getByRole('link', { name: '单品利润' }).getAttribute('href')).toBe('/tools/unit-profit/');
    expect(page.getByText('先只做一个，不保证卖得好。')).toBeDefined();
  });

  test('an answer given before can be changed in place, and the result follows', () => {
    const page = open();
    pick('有人开播');
    pick('算过');
    expect(state()).toBe('先看 抖音。');
    pick('没有人做');
    expect(state()).toBe('没有哪个平台合适。');
    expect(page.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '先攒一样。',
      '再来答一遍。',
    ]);
    expect(page.getByText(/没有人来/).textContent).toContain('不合适：');
    expect(page.getByRole<HTMLInputElement>('radio', { name: '算过' }).checked, 'the others stay').toBe(true);
  });

  test('begins again', () => {
    const page = open();
    pick('有人开播');
    pick('算过');
    fireEvent.click(page.getByRole('button', { name: '重新开始' }));
    expect(state()).toContain('还有2题');
    expect(page.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([]);
    expect(document.activeElement).toBe(page.getAllByRole('radio')[0]);
  });

  test('is copied as text', async () => {
    const page = open();
    pick('有人开播');
    pick('没算过');
    fireEvent.click(page.getByRole('button', { name: '复制结果' }));
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toBe(
      '【选一个主平台】\n内容：有人开播\n毛利：没算过\n\n先看：抖音\n＋ 推荐接得住。\n\n还要知道：\n· 先算一单。\n\n先只做一个，不保证卖得好。',
    );
    expect(said.at(-1)).toContain('已复制');
  });

  test('nothing is kept', () => {
    localStorage.clear();
    open();
    pick('有人开播');
    pick('算过');
    expect({ ...localStorage }).toEqual({});
    expect(location.hash).toBe('');
  });
});
