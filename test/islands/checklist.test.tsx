import { cleanup, fireEvent, render, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { today } from '#src/device/checklist-runs.ts';
import { NOTICE, type Notice } from '#src/device/notice.ts';
import Checklist, { type ChecklistProps } from '#src/islands/checklist/Checklist.tsx';

const KEY = 'youshu:checklist-runs';
const copied: string[] = [];
const said: Notice[] = [];
addEventListener(NOTICE, (event) => said.push((event as CustomEvent<Notice>).detail));

beforeEach(() => {
  localStorage.clear();
  copied.length = said.length = 0;
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const daily: ChecklistProps['template'] = {
  id: 'daily',
  title: '运营每日',
  version: 1,
  rhythm: 'daily',
  scored: false,
  sections: [
    {
      title: '上午',
      items: [
        { id: 'plan', text: '写好当日清单', must: true, hint: '昨天没做完的先抄过来。' },
        {
          id: 'visitors',
          text: '记下昨日访客数',
          must: true,
          value: { label: '昨日访客数', unit: 'count' },
          tool: { address: '/tools/gmv/', name: '成交总额' },
        },
      ],
    },
    { title: '下班前', items: [{ id: 'report', text: '发日报', must: false }] },
  ],
};
const scored: ChecklistProps['template'] = {
  ...daily,
  id: 'page',
  rhythm: 'per-task',
  scored: true,
  sections: [
    {
      title: '首屏',
      items: [
        {
          id: 'a',
          text: '主图说得清',
          must: true,
          weight: 6,
          chapter: 'x/y',
          read: { address: '/course/x/y/', name: '详情页' },
        },
        { id: 'b', text: '价格看得见', must: false, weight: 4 },
      ],
    },
  ],
};

const open = (template = daily) => {
  const { container } = render(() => <Checklist template={template} />);
  const form = container.querySelector('form')!;
  const list = within(form);
  return {
    form,
    ...list,
    box: (name: RegExp) => list.getByRole<HTMLInputElement>('checkbox', { name }),
    press: (name: string) => fireEvent.click(list.getByRole('button', { name })),
    state: () => form.querySelector('.checklist-state')!.textContent.replace(/\s+/g, ''),
    item: (id: string) => within(form.querySelector<HTMLElement>(`#${id}`)!),
  };
};
const change = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } });

describe('running a list', () => {
  test('it is live, of today, with nothing done', () => {
    const list = open();
    expect(list.form.dataset['ready']).toBe('');
    expect(list.state()).toContain('0/3项');
    expect(list.state()).toContain(today());
    expect(list.getAllByRole('group').length).toBeGreaterThanOrEqual(2);
    expect(list.getByRole('link', { name: '打开「成交总额」' }).getAttribute('href')).toBe('/tools/gmv/');
  });

  test('ticks, values and notes are kept from visit to visit', () => {
    const first = open();
    fireEvent.click(first.box(/写好当日清单/));
    change(first.getByLabelText('昨日访客数'), '1.2万');
    change(first.item('report').getByLabelText('备注'), '晚点发');
    expect(first.state()).toContain('1/3项');
    cleanup();
    const again = open();
    expect(again.box(/写好当日清单/).checked).toBe(true);
    expect(again.getByLabelText<HTMLInputElement>('昨日访客数').value).toBe('1.2万');
    expect(again.item('report').getByLabelText<HTMLInputElement>('备注').value).toBe('晚点发');
    fireEvent.click(again.box(/写好当日清单/));
    expect(again.state()).toContain('0/3项');
  });

  test('a reason takes an item out of the count, emptying it brings it back', () => {
    const list = open();
    const reason = list.item('report').getByLabelText(/今天不适用/);
    change(reason, '  ');
    expect(list.state()).toContain('0/3项');
    change(reason, '休假');
    expect(list.state()).toContain('0/2项');
    expect(list.form.querySelector('#report')!.classList).toContain('skipped');
    change(reason, '');
    expect(list.state()).toContain('0/3项');
  });

  test('the report is text for a chat', async () => {
    const list = open();
    fireEvent.click(list.box(/写好当日清单/));
    change(list.getByLabelText('昨日访客数'), '１２０００');
    list.press('复制日报');
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toContain(`【运营每日】${today()}`);
    expect(copied[0]).toMatch(/完成\s?1\/3/);
    expect(copied[0]).toContain('✓ 写好当日清单');
    expect(copied[0]).toMatch(/✗ 记下昨日访客数｜昨日访客数\s?12,000/);
    expect(copied[0]).not.toMatch(/undefined|\[object|[{}]/);
  });

  test('clearing empties today and can be taken back', () => {
    const list = open();
    fireEvent.click(list.box(/写好当日清单/));
    list.press('清空');
    expect(list.state()).toContain('0/3项');
    expect(list.box(/写好当日清单/).checked).toBe(false);
    expect(said.at(-1)!.action!.label).toBe('撤销');
    said.at(-1)!.action!.run();
    expect(list.box(/写好当日清单/).checked).toBe(true);
    cleanup();
    expect(open().box(/写好当日清单/).checked).toBe(true);
  });

  test('finishing waits for what must be done, and goes to it', () => {
    const list = open();
    fireEvent.click(list.box(/写好当日清单/));
    list.press('完成');
    expect(said.at(-1)!.text).toMatch(/还有\s?1\s?项必做没做：记下昨日访客数/);
    expect(document.activeElement).toBe(list.box(/记下昨日访客数/));
    expect(list.state()).not.toContain('已完成');
    fireEvent.click(list.box(/记下昨日访客数/));
    list.press('完成');
    expect(list.state()).toContain('已完成');
  });
});

describe('scores', () => {
  test('weights that apply make the score; the heaviest gaps come first with where to read', () => {
    const list = open(scored);
    expect(list.state()).toMatch(/得分0/);
    fireEvent.click(list.box(/价格看得见/));
    expect(list.state()).toMatch(/得分40/);
    const gaps = within(list.form.querySelector<HTMLElement>('.gaps')!);
    expect(gaps.getByRole('listitem').textContent).toContain('主图说得清');
    expect(gaps.getByRole('link').getAttribute('href')).toBe('/course/x/y/');
    change(list.item('a').getByLabelText(/今天不适用/), '没有主图位');
    expect(list.state()).toMatch(/得分100/);
  });
});

describe('other days, other versions, other tabs', () => {
  test('a daily list begins anew each day; earlier days stay to be reported', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 21, 9) });
    const first = open();
    fireEvent.click(first.box(/写好当日清单/));
    cleanup();
    vi.setSystemTime(new Date(2026, 10, 22, 9));
    const next = open();
    expect(next.box(/写好当日清单/).checked).toBe(false);
    expect(next.getByText(/以前的\s?1\s?次/)).toBeDefined();
    const past = within(next.form.querySelector<HTMLElement>('.past')!);
    expect(past.getByRole('listitem').textContent).toMatch(/2026-11-21：1\s?\/\s?3\s?项/);
    fireEvent.click(past.getByRole('button', { name: '复制日报' }));
    await waitFor(() => expect(copied[0]).toContain('2026-11-21'));
  });

  test('a run keeps the list it began with', () => {
    const first = open(scored);
    fireEvent.click(first.box(/价格看得见/));
    cleanup();
    const edited = {
      ...scored,
      version: 2,
      sections: [{ title: '首屏', items: [{ id: 'c', text: '新的一条', must: true, weight: 1 }] }],
    };
    const again = open(edited);
    expect(again.box(/价格看得见/).checked).toBe(true);
    expect(again.queryByText('新的一条')).toBeNull();
    expect(again.state()).toContain('用的是第1版的条目');
    again.press('清空');
    expect(again.getByText('新的一条')).toBeDefined();
  });

  test('what another tab ticks shows here', () => {
    const list = open();
    fireEvent.click(list.box(/写好当日清单/));
    const mine = localStorage.getItem(KEY)!;
    localStorage.setItem(
      KEY,
      mine.replace('"plan":{"done":true}', '"plan":{"done":true},"report":{"done":true}'),
    );
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(list.box(/发日报/).checked).toBe(true);
    expect(list.state()).toContain('2/3项');
  });

  test('a damaged record is no blank page', () => {
    localStorage.setItem(KEY, '{"version":1,"data":"坏"}');
    const list = open();
    expect(list.state()).toContain('0/3项');
    expect(said.at(-1)!.text).toContain('坏了');
    fireEvent.click(list.box(/写好当日清单/));
    cleanup();
    expect(open().box(/写好当日清单/).checked).toBe(true);
  });

  test('where nothing can be kept the ticks hold for this page, and it is told once', () => {
    const list = open();
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    fireEvent.click(list.box(/写好当日清单/));
    fireEvent.click(list.box(/发日报/));
    set.mockRestore();
    expect(list.state()).toContain('2/3项');
    expect(said.filter(({ text }) => text.includes('存不下'))).toHaveLength(1);
  });
});
