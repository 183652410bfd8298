import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadTools } from '#logic/tools/catalog.ts';
import { fireEvent, lastNotice, openTool, said, screen, waitFor, within } from './tool-support.tsx';

const tools = await loadTools();
const copied: string[] = [];

beforeEach(() => {
  localStorage.clear();
  copied.length = 0;
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('form contract', () => {
  test.each(tools)(
    '$id: every input is a named, labelled control and every result an output',
    async (tool) => {
      const { form } = await openTool(tool.id);
      expect(form.dataset['tool']).toBe(tool.id);
      for (const [key, input] of Object.entries(tool.inputs)) {
        const control = form.elements.namedItem(key) as HTMLInputElement;
        expect(control?.labels?.[0]?.textContent, key).toBe(input.label);
        const long = input.kind === 'text' && input.long;
        expect(control.tagName, key).toBe(input.kind === 'choice' ? 'SELECT' : long ? 'TEXTAREA' : 'INPUT');
        if (input.kind === undefined) expect(control.inputMode, key).toBe('decimal');
        expect(control.value, key).toBe(input.default);
      }
      const results = Object.entries(tool.results).filter(([, { step }]) => !step);
      for (const [key, { label }] of results) {
        const output = form.querySelector(`output[name="${key}"]`);
        expect(output?.querySelector('data')?.getAttribute('value'), key).not.toBeNull();
        expect(output?.parentElement?.textContent, key).toContain(label);
      }
      tool.rows?.defaults.forEach((cells, n) => {
        Object.keys(tool.rows?.columns ?? {}).forEach((key, column) => {
          const control = form.elements.namedItem(`${key}.${n}`) as HTMLInputElement;
          expect(control.value).toBe(cells[column]);
          expect(control.getAttribute('aria-label')).toMatch(new RegExp(`^第\\s?${n + 1}\\s?行`));
        });
        for (const [key, { step }] of Object.entries(tool.rows?.results ?? {}))
          expect(form.querySelector(`output[name="${key}.${n}"] data`) !== null, key).toBe(!step);
      });
      // What only a script can do is marked, so that a page without one does not offer it; heads of columns and the words
      // a check found are to be read as well.
      for (const button of form.querySelectorAll('button:not(th button, .findings button)'))
        expect(button.closest('.needs-js'), button.textContent).not.toBeNull();
    },
  );
});

describe('typing', () => {
  test('the result follows each key, in every dress people type numbers in', async () => {
    const { type, result } = await openTool('gmv');
    expect(result('gmv')).toMatchObject({ machine: '98000' });
    for (const [typed, machine] of [
      ['１２，０００', '117600'],
      ['1.2万', '117600'],
      ['12,000', '117600'],
      [' 12000 ', '117600'],
    ]) {
      type('uv', typed!);
      expect(result('gmv').machine, typed).toBe(machine);
    }
    type('aov', '￥100元');
    type('cvr', '５％');
    expect(result('gmv').machine).toBe('60000');
  });

  test.each(['3.', '.5', '3.50', '0'])('what is typed is never changed: %s', async (text) => {
    const { type, field } = await openTool('gmv');
    type('cvr', text);
    expect(field('cvr').value).toBe(text);
    expect(field('cvr').getAttribute('aria-invalid')).toBeNull();
  });

  test('rubbish is an error beside the field; what hangs on it shows —, the rest stays', async () => {
    const { type, field, result } = await openTool('gmv');
    type('uv', '一堆人');
    const control = field('uv');
    expect(control.value).toBe('一堆人');
    expect(control.getAttribute('aria-invalid')).toBe('true');
    const error = document.getElementById(control.getAttribute('aria-describedby')!.split(' ')[0]!)!;
    expect(error.textContent).toContain('请填数字');
    expect(control.closest('.field')!.contains(error)).toBe(true);
    expect(result('gmv')).toMatchObject({ machine: '', text: '—' });
    expect(result('gmv').why).toMatch(/\p{Script=Han}/u);
    expect(result('uvValue').machine).toBe('9.8');
    type('uv', '10000');
    expect(control.getAttribute('aria-invalid')).toBeNull();
    expect(result('gmv').machine).toBe('98000');
  });

  test('an empty field is no error; the result says what is missing', async () => {
    const { type, field, result } = await openTool('gmv');
    type('uv', '');
    expect(field('uv').getAttribute('aria-invalid')).toBeNull();
    expect(result('gmv')).toMatchObject({ machine: '', text: '—' });
    expect(result('gmv').why).toContain('访客数');
  });

  test('a division by zero has no result and says why', async () => {
    const { type, result } = await openTool('roas');
    type('spend', '0');
    expect(result('roas')).toMatchObject({ machine: '', text: '—' });
    expect(result('roas').why).not.toBe('');
    expect(result('ctr').machine).not.toBe('');
  });

  test('the explanation shows the numbers typed', async () => {
    const { form, type } = await openTool('gmv');
    type('uv', '20000');
    const explained = (): string => form.querySelector('.explanation')?.textContent ?? '';
    expect(explained(), 'no numbers of another state').not.toContain('10,000');
    await waitFor(() => expect(explained()).toMatch(/20,?000/));
    expect(explained()).toContain('访客数');
  });

  test('once typing rests the main result is read out politely, once', async () => {
    const { form, type } = await openTool('gmv');
    vi.useFakeTimers();
    const live = form.querySelector('[aria-live="polite"].sr-only')!;
    expect(live.textContent.trim()).toBe('');
    type('uv', '2');
    type('uv', '20000');
    vi.advanceTimersByTime(899);
    expect(live.textContent.trim()).toBe('');
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    expect(live.textContent).toContain('成交总额');
    expect(live.textContent).toMatch(/196,?000/);
  });
});

describe('address', () => {
  test('a fragment opens the state it names; unknown keys are ignored, key= is empty', async () => {
    const { field, result } = await openTool('gmv', { fragment: '#uv=500&cvr=&utm_source=wx' });
    expect(field('uv').value).toBe('500');
    expect(field('cvr').value).toBe('');
    expect(field('aov').value).toBe('280');
    expect(result('gmv').machine).toBe('');
    expect(said).toEqual([]);
  });

  test('a query moves into the fragment', async () => {
    const { field } = await openTool('gmv', { fragment: '?uv=500&from=groupmessage' });
    expect(field('uv').value).toBe('500');
    expect(location.search).toBe('');
  });

  test('a bad value falls back to the default and is named', async () => {
    const { field } = await openTool('gmv', { fragment: '#uv=12e3&aov=99' });
    expect(field('uv').value).toBe('10000');
    expect(field('aov').value).toBe('99');
    expect(lastNotice()?.text).toContain('访客数');
  });

  test('typing is kept in the address once it rests, fields in error left out', async () => {
    const { type } = await openTool('gmv');
    type('uv', '1.5万');
    type('aov', '乱写');
    const params = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));
    expect(params().get('uv'), 'not at every key').toBeNull();
    await waitFor(() => expect(params().get('uv')).toBe('1.5万'));
    expect(params().has('aov')).toBe(false);
  });

  test('another fragment is taken up; our own is not read back over what is typed', async () => {
    const { field, type } = await openTool('gmv');
    history.replaceState(null, '', '#uv=77&cvr=1&aov=1');
    dispatchEvent(new HashChangeEvent('hashchange'));
    await waitFor(() => expect(field('uv').value).toBe('77'));
    vi.useFakeTimers();
    type('uv', ' 88 ');
    vi.advanceTimersByTime(300);
    vi.useRealTimers();
    dispatchEvent(new HashChangeEvent('hashchange'));
    expect(field('uv').value).toBe(' 88 ');
  });

  test('a chapter’s address belongs to its headings', async () => {
    const { field, type } = await openTool('gmv', {
      place: 'chapter',
      given: { uv: '42' },
      fragment: '#uv=500',
    });
    expect(field('uv').value).toBe('42');
    vi.useFakeTimers();
    type('uv', '43');
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(location.hash).toBe('#uv=500');
  });
});

describe('actions', () => {
  test('the result is copied as text for a chat, with the link that reopens it', async () => {
    const { type, press } = await openTool('gmv');
    type('uv', '12000');
    press('复制结果');
    await waitFor(() => expect(copied).toHaveLength(1));
    const [text = ''] = copied;
    expect(text).toContain('访客数：12000');
    expect(text).toContain('支付转化率：3.5%');
    expect(text).toContain('客单价：280元');
    expect(text).toMatch(/成交总额[^\n]*：¥?117,600/);
    expect(text).toMatch(/\n\S+\/tools\/gmv\/#uv=12000&cvr=3\.5&aov=280$/);
    expect(text).not.toMatch(/undefined|NaN|\[object|[{}]/);
    expect(lastNotice()?.text).toContain('已复制');
  });

  test('a row tool copies its rows', async () => {
    const { press } = await openTool('keyword');
    press('复制结果');
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toContain('连衣裙 夏');
    expect(copied[0]).toMatch(/#rows=/);
  });

  test('reset goes back to the defaults and can be taken back', async () => {
    const { field, type, press } = await openTool('gmv');
    type('uv', '12000');
    type('aov', '坏了');
    press('重置');
    await waitFor(() => expect(field('uv').value).toBe('10000'));
    expect(field('aov').getAttribute('aria-invalid')).toBeNull();
    lastNotice()!.action!.run();
    expect(field('uv').value).toBe('12000');
    expect(field('aov').value).toBe('坏了');
  });

  test('in a chapter reset goes back to the chapter’s example', async () => {
    const { field, type, press } = await openTool('gmv', { place: 'chapter', given: { uv: '4242' } });
    type('uv', '1');
    press('重置');
    await waitFor(() => expect(field('uv').value).toBe('4242'));
    expect(screen.queryByRole('button', { name: '打印' })).toBeNull();
  });

  test('a kept run stands in 我的记录, opens again and can be deleted and brought back', async () => {
    const { form, field, type, press } = await openTool('gmv');
    type('uv', '12000');
    press('存一次');
    await waitFor(() => expect(lastNotice()?.text).toContain('我的记录'));
    type('uv', '1');
    press('我的记录');
    const panel = await waitFor(() =>
      within(form.querySelector<HTMLElement>('.panel')!).getByRole('listitem'),
    );
    expect(panel.textContent).toContain('117,600');
    fireEvent.click(within(panel).getByRole('button', { name: /打开/ }));
    expect(field('uv').value).toBe('12000');
    fireEvent.click(within(panel).getByRole('button', { name: /删除/ }));
    expect(form.querySelector('.records')).toBeNull();
    lastNotice()!.action!.run();
    expect(form.querySelectorAll('.records li')).toHaveLength(1);
  });

  test('where nothing can be kept it says so instead of claiming it did', async () => {
    const { press } = await openTool('gmv');
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    press('存一次');
    await waitFor(() => expect(said.map(({ text }) => text).join()).toContain('存不下'));
    set.mockRestore();
    expect(said.map(({ text }) => text).join()).not.toContain('已存到');
  });
});
