import type { queries } from '@solidjs/testing-library';
import {
  type BoundFunctions,
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GRADED, type Graded } from '#src/islands/quiz/createQuiz.ts';
import RichQuiz from '#src/islands/quiz/RichQuiz.tsx';
import type { Question } from '#src/logic/quiz/question.ts';
import type { Sheet } from '#src/logic/quiz/sheet.ts';
import { NOTICE, type Notice } from '#src/device/notice.ts';
import * as sample from '../unit/quiz/sample.ts';
import { ADDRESS, sheet } from './quizSheet.ts';

const STORED = 'youshu:quiz:data/metrics';
const notices: string[] = [];
const graded: Graded[] = [];
const onNotice = (event: Event): void => void notices.push((event as CustomEvent<Notice>).detail.text);
const onGraded = (event: Event): void => void graded.push((event as CustomEvent<Graded>).detail);

beforeEach(() => {
  localStorage.clear();
  notices.length = 0;
  graded.length = 0;
  history.replaceState(null, '', '/practice/data/metrics/');
  addEventListener(NOTICE, onNotice);
  addEventListener(GRADED, onGraded);
});
afterEach(() => {
  cleanup();
  removeEventListener(NOTICE, onNotice);
  removeEventListener(GRADED, onGraded);
});

async function show(questions?: readonly Question[]): Promise<Sheet> {
  const quiz = await sheet(questions);
  render(() => <RichQuiz quiz={quiz} address={ADDRESS} />);
  return quiz;
}
/** The question whose stem holds these words. */
const question = (words: string): HTMLElement =>
  screen.getByRole('group', { name: new RegExp(words) }).closest('li') as HTMLElement;
const inside = (words: string): BoundFunctions<typeof queries> => within(question(words));
const submit = (words: string): void =>
  void fireEvent.click(inside(words).getByRole('button', { name: '提交' }));
const status = (): string => screen.getByRole('status').textContent;
const progress = (text: string): Promise<void> => waitFor(() => expect(status()).toContain(text));
const lines = (words: string): string[] =>
  [...question(words).querySelectorAll('details li')].map((line) => line.textContent);
const type = (words: string, text: string): void =>
  void fireEvent.input(inside(words).getByRole('textbox'), { target: { value: text } });

describe('answering', () => {
  it('lists all questions and says how many there are', async () => {
    await show();
    expect(screen.getAllByRole('listitem').filter(({ className }) => className === 'q')).toHaveLength(8);
    expect(status()).toBe('8题');
    expect(screen.queryByRole('button', { name: '再来一遍' })).toBeNull();
  });

  it('单选: tells at once, with the reason of every option, the explanation and the place', async () => {
    await show();
    fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '先加推广费' }));
    submit('从 3.5%');
    await progress('8题，已答1，对0');
    const box = question('从 3.5%').querySelector('details');
    expect(box?.open).toBe(true);
    expect([...lines('从 3.5%')].sort()).toEqual(
      [
        '对按来源拆开看先知道是哪个来源掉的，才知道改哪里。',
        '错先加推广费你选的转化没修好，多来的人也不付钱。',
        '错全店打九折原因还不知道，先少赚了一成。',
      ].sort(),
    );
    expect(box?.textContent).toContain('解析：总数掉了，一定有一个来源掉得更多。');
    expect(inside('从 3.5%').getByRole('link', { name: '看原文：先归因再找原因' })).toHaveProperty(
      'hash',
      `#${encodeURIComponent('先归因再找原因')}`,
    );
    expect(document.activeElement?.textContent).toBe('不对。');
    expect(question('从 3.5%').querySelector('form div[hidden]')).not.toBeNull();
    expect(graded).toEqual([
      {
        quizId: 'data/metrics',
        version: expect.stringMatching(/^1\./) as string,
        questionId: 'drop-first',
        score: 0,
      },
    ]);
  });

  it('asks for an answer first, politely, and takes it back once there is one', async () => {
    await show();
    submit('从 3.5%');
    await progress('先选一个，再提交。');
    expect(question('从 3.5%').textContent).toContain('先选一个，再提交。');
    expect(status()).not.toContain('已答');
    fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '按来源拆开看' }));
    expect(question('从 3.5%').querySelector('.q-said')?.textContent).toBe('');
    submit('从 3.5%');
    await progress('8题，已答1，对1');
  });

  it('多选: prints its rule and marks by it', async () => {
    await show();
    expect(screen.getByRole('group', { name: /漏选得一半，选错不得分/ })).toBeTruthy();
    fireEvent.click(inside('哪几个数').getByRole('checkbox', { name: '访客数' }));
    fireEvent.click(inside('哪几个数').getByRole('checkbox', { name: '客单价' }));
    submit('哪几个数');
    await progress('已答1，对0');
    expect(question('哪几个数').querySelector('.q-said')?.textContent).toBe('对了一部分，得50%。');
    expect(lines('哪几个数')).toContain('对支付转化率漏选付钱的比例。');
  });

  it('判断 and 填空', async () => {
    await show();
    fireEvent.click(inside('支付金额就是收入').getByRole('radio', { name: '错' }));
    submit('支付金额就是收入');
    await progress('已答1，对1');
    type('英文缩写', 'ｇｍｖ');
    submit('英文缩写');
    await progress('已答2，对1');
    expect(question('英文缩写').querySelector('.q-said')?.textContent).toBe(
      '不对。你答的是「ｇｍｖ」。那是成交总额。',
    );
  });

  it('计算: reads the number as typed, knows misconceptions, and has a decimal keyboard', async () => {
    const { drawn } = await show();
    const view = drawn['gmv-plan']!;
    const field = inside('支付金额多少').getByRole('textbox', { name: /你的答案/ });
    expect(field).toHaveProperty('inputMode', 'decimal');
    expect(question('支付金额多少').textContent).toContain('元（差1元以内都算对）');
    type('支付金额多少', '很多');
    submit('支付金额多少');
    await progress('请填金额');
    type('支付金额多少', view.wrong[0]!.shown);
    submit('支付金额多少');
    await progress('已答1，对0');
    expect(question('支付金额多少').querySelector('.q-said')?.textContent).toBe(
      `不对。你答的是「${view.wrong[0]!.shown}」。${view.wrong[0]!.name}。${view.wrong[0]!.says}`,
    );
    expect(lines('支付金额多少')[0]).toContain(view.working[0]);
  });

  it('换一组数: other numbers, the seed shown and in the link, the answer gone', async () => {
    const { drawn, seed } = await show();
    const before = drawn['gmv-plan']!;
    expect(question('支付金额多少').textContent).toContain(`编号${seed}`);
    type('支付金额多少', before.shown);
    submit('支付金额多少');
    await progress('已答1，对1');
    fireEvent.click(inside('支付金额多少').getByRole('button', { name: '换一组数' }));
    await progress('8题');
    await waitFor(() => expect(question('支付金额多少').textContent).not.toContain(before.stem));
    expect(status()).not.toContain('已答');
    expect(inside('支付金额多少').getByRole('textbox')).toHaveProperty('value', '');
    const link = inside('支付金额多少').getByRole('link', { name: '复制链接' });
    const next = /seed=(\w{4})#gmv-plan$/.exec(link.getAttribute('href') ?? '')?.[1];
    expect(next).not.toBe(seed);
    expect(question('支付金额多少').textContent).toContain(`编号${next}`);
    expect(question('从 3.5%').textContent).toContain(`编号${seed}`);
  });

  it('排序: by buttons, keeping the focus, said aloud', async () => {
    await show();
    const right = sample.order.items.map(({ text }) => text);
    const shown = (): string[] =>
      [...question('从大到小').querySelectorAll('.q-order li > span:first-child')].map(
        (item) => item.textContent,
      );
    expect(shown()).not.toEqual(right);
    submit('从大到小');
    await progress('上移、下移');
    for (const [place, text] of right.entries()) {
      while (shown().indexOf(text) > place) {
        const up = inside('从大到小').getByRole('button', { name: `上移：${text}` });
        up.focus();
        fireEvent.click(up);
        expect(document.activeElement).toBe(up);
      }
    }
    expect(shown()).toEqual(right);
    expect(status()).toMatch(/「.+」现在是第\d/);
    expect(
      inside('从大到小')
        .getByRole('button', { name: `上移：${right[0]}` })
        .getAttribute('aria-disabled'),
    ).toBe('true');
    fireEvent.click(inside('从大到小').getByRole('button', { name: `上移：${right[0]}` }));
    fireEvent.click(inside('从大到小').getByRole('button', { name: `下移：${right[3]}` }));
    expect(shown()).toEqual(right);
    submit('从大到小');
    await progress('已答1，对1');
  });

  it('配对: by lists, all of them', async () => {
    await show();
    const choose = (left: string, right: string): void => {
      const list = inside('各该用').getByRole('combobox', { name: new RegExp(left) });
      const option = within(list).getByRole('option', { name: right });
      fireEvent.input(list, { target: { value: option.getAttribute('value') } });
    };
    choose('每个顾客', '客单价');
    submit('各该用');
    await progress('还有没配上的');
    choose('一个包裹', '笔单价');
    choose('一件卖', '笔单价');
    submit('各该用');
    await progress('已答1，对0');
    expect(question('各该用').querySelector('.q-said')?.textContent).toBe('对了一部分，得67%。');
    expect(lines('各该用')).toContain('错一件卖多少 → 件单价你配的是「笔单价」按件算。');
  });

  it('情景: reply by reply, scored at the end', async () => {
    await show();
    const reply = (text?: string): void => {
      if (text) fireEvent.click(inside('晚了两天').getByRole('radio', { name: text }));
      fireEvent.click(inside('晚了两天').getByRole('button', { name: '回复' }));
    };
    reply();
    await progress('先选一句回复。');
    reply('让您久等了，我这就查。');
    const log = inside('晚了两天').getByRole('log');
    await waitFor(() =>
      expect(log.textContent).toBe('顾客：我的货呢？你：让您久等了，我这就查。顾客：到底哪天到？'),
    );
    expect(status()).not.toContain('已答');
    reply('应该快了。');
    await progress('已答1，对0');
    expect(question('晚了两天').querySelector('.q-said')?.textContent).toBe(
      '对了一部分，得67%。这段对话拿到4分，最多能拿6分。',
    );
    expect(lines('晚了两天')).toContain('没帮上应该快了。你回的等于没说。');
    expect(lines('晚了两天').join()).not.toContain('我要投诉');
  });
});

describe('rounds', () => {
  const two = [sample.single, sample.boolean];
  async function finish(): Promise<void> {
    await show(two);
    fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '按来源拆开看' }));
    submit('从 3.5%');
    await progress('2题，已答1，对1');
    expect(screen.getByRole('link', { name: '第2题' })).toHaveProperty('hash', '#gmv-is-income');
    fireEvent.click(inside('支付金额就是收入').getByRole('radio', { name: '对' }));
    fireEvent.click(inside('支付金额就是收入').getByRole('radio', { name: '很有' }));
    submit('支付金额就是收入');
    await progress('2题，已答2，对1');
  }

  it('says how it went, and which to look at first', async () => {
    await finish();
    const end = document.querySelector('.quiz-end') as HTMLElement;
    expect(end.textContent).toContain('这一遍50分（整章最近50分，最好50分）。');
    expect(end.textContent).toContain('很有把握却没答对，先看：第2题');
    expect(graded.at(-1)).toMatchObject({ questionId: 'gmv-is-income', score: 0, confidence: 3 });
  });

  it('只练错题 asks those only; its points are not those of the chapter', async () => {
    await finish();
    fireEvent.click(screen.getByRole('button', { name: '只练错题' }));
    await waitFor(() => expect(status()).toBe('1题'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: '自测题' })));
    expect(screen.queryByText(/从 3.5%/)).toBeNull();
    fireEvent.click(inside('支付金额就是收入').getByRole('radio', { name: '错' }));
    submit('支付金额就是收入');
    await progress('1题，已答1，对1');
    expect(document.querySelector('.quiz-end')?.textContent).toContain(
      '这一遍100分（整章最近50分，最好50分）',
    );
    expect(screen.queryByRole('button', { name: '只练错题' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '再来一遍' }));
    await waitFor(() => expect(status()).toBe('2题'));
    for (const radio of screen.getAllByRole('radio')) expect(radio).toHaveProperty('checked', false);
    expect(question('从 3.5%').querySelector('details')?.open).toBe(false);
  });

  it('goes on after the page was left, with what was typed and where one was', async () => {
    await show(two);
    fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '按来源拆开看' }));
    submit('从 3.5%');
    await progress('已答1，对1');
    fireEvent.click(inside('支付金额就是收入').getByRole('radio', { name: '对' }));
    fireEvent.click(inside('支付金额就是收入').getByRole('radio', { name: '猜的' }));
    await waitFor(() => expect(localStorage.getItem(STORED)).toContain('"gmv-is-income":1'));
    cleanup();
    await show(two);
    await progress('2题，已答1，对1');
    expect(question('从 3.5%').querySelector('details')?.open).toBe(true);
    expect(inside('支付金额就是收入').getByRole('radio', { name: '对' })).toHaveProperty('checked', true);
    expect(inside('支付金额就是收入').getByRole('radio', { name: '猜的' })).toHaveProperty('checked', true);
    expect(screen.getByRole('link', { name: '第2题' })).toHaveProperty('hash', '#gmv-is-income');
  });

  it('goes on with a numeric question answered in other numbers', async () => {
    await show([sample.numeric]);
    fireEvent.click(screen.getByRole('button', { name: '换一组数' }));
    await waitFor(() => expect(localStorage.getItem(STORED)).toContain('"seeds":{"gmv-plan"'));
    const stem = screen.getByRole('group', { name: /支付金额多少/ }).textContent;
    type('支付金额多少', '5');
    submit('支付金额多少');
    await progress('已答1，对0');
    cleanup();
    await show([sample.numeric]);
    await progress('已答1，对0');
    expect(screen.getByRole('group', { name: /支付金额多少/ }).textContent).toBe(stem);
  });

  it('follows another tab', async () => {
    await show(two);
    fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '按来源拆开看' }));
    await waitFor(() => expect(localStorage.getItem(STORED)).toContain('drop-first'));
    const kept = JSON.parse(localStorage.getItem(STORED)!) as { data: { answers: object } };
    localStorage.setItem(
      STORED,
      JSON.stringify({
        ...kept,
        data: { ...kept.data, answers: { ...kept.data.answers, 'gmv-is-income': false } },
      }),
    );
    dispatchEvent(new StorageEvent('storage', { key: STORED }));
    await waitFor(() =>
      expect(inside('支付金额就是收入').getByRole('radio', { name: '错' })).toHaveProperty('checked', true),
    );
  });
});

describe('what goes wrong', () => {
  it('a damaged record is put aside and the quiz starts afresh', async () => {
    localStorage.setItem(
      STORED,
      JSON.stringify({
        version: 1,
        data: { quizId: 'data/metrics', version: '1', answers: { gone: 1 }, submitted: ['gone'] },
      }),
    );
    await show([sample.single]);
    await waitFor(() => expect(notices).toEqual(['有1道题改过或撤下了，它们的作答没有留下。']));
    expect(status()).toBe('1题');
    expect(inside('从 3.5%').getAllByRole('radio', { checked: false })).toHaveLength(6);
  });
  it.each([
    '{',
    '{"version":1,"data":7}',
    '{"version":1,"data":{"quizId":"other"}}',
    '{"version":9,"data":{}}',
    'null',
  ])('a record %s does no harm', async (text) => {
    localStorage.setItem(STORED, text);
    await show([sample.single]);
    await waitFor(() => expect(notices.length).toBeGreaterThan(0));
    fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '按来源拆开看' }));
    submit('从 3.5%');
    await progress('1题，已答1，对1');
  });

  it('works where nothing can be kept, and says so', async () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await show([sample.single]);
    fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '按来源拆开看' }));
    submit('从 3.5%');
    await progress('1题，已答1，对1');
    expect(notices.join()).toContain('存不下');
    full.mockRestore();
  });
});

describe('links and reports', () => {
  it('a link may carry the seed of a question’s numbers', async () => {
    history.replaceState(null, '', '/practice/data/metrics/?seed=k7q2&from=chat#gmv-plan');
    await show([sample.single, sample.numeric]);
    await waitFor(() => expect(question('支付金额多少').textContent).toContain('编号K7Q2'));
    expect(question('从 3.5%').textContent).not.toContain('编号K7Q2');
  });
  it.each(['?seed=K7Q2#drop-first', '?seed=K7Q2#gone', '?seed=%F0%9F%92%A9#gmv-plan', '?seed=K7Q2#%E4%'])(
    'a link %s does no harm',
    async (tail) => {
      history.replaceState(null, '', `/practice/data/metrics/${tail}`);
      const { seed } = await show([sample.single, sample.numeric]);
      fireEvent.click(inside('从 3.5%').getByRole('radio', { name: '按来源拆开看' }));
      submit('从 3.5%');
      await progress('2题，已答1，对1');
      expect(question('支付金额多少').textContent).toContain(`编号${seed}`);
    },
  );

  it('marks its links for sharing', async () => {
    await show([sample.single]);
    const link = screen.getByRole('link', { name: '复制链接' });
    expect(link.getAttribute('href')).toBe('/practice/data/metrics/#drop-first');
    expect(link.getAttribute('data-share')).toBe('自测第1题');
  });

  it('报错 copies the id, the version and the seed', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    const { version, seed } = await show([sample.single]);
    fireEvent.click(screen.getByRole('button', { name: '报错' }));
    await waitFor(() =>
      expect(writeText).toHaveBeenCalledWith(
        `报错：题目drop-first，data/metrics第${version}版，编号${seed}。\n哪里不对：`,
      ),
    );
    expect(notices.join()).toContain('报错文字已复制');
    vi.unstubAllGlobals();
  });
});
