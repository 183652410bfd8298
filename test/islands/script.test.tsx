import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { reconcile } from 'solid-js/store';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTICE, type Notice } from '#src/device/notice.ts';
import { setBlanks } from '#src/islands/script/blanks.ts';
import Filter from '#src/islands/script/Filter.tsx';
import Reply, { type ReplyProps } from '#src/islands/script/Reply.tsx';

const copied: string[] = [];
const said: string[] = [];
addEventListener(NOTICE, (event) => said.push((event as CustomEvent<Notice>).detail.text));

beforeEach(() => {
  localStorage.clear();
  copied.length = said.length = 0;
  setBlanks(reconcile({}));
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

const pilling: ReplyProps = {
  id: 'pilling',
  versions: [
    { label: '原话', body: '亲，{商品名}会不会起球看{面料}。' },
    { label: '更短', body: '按{面料}看，建议翻面洗。' },
    { label: '没有空', body: '在的，请讲。' },
  ],
  blanks: {
    商品名: { default: '这款', hint: '顾客看中的商品' },
    面料: { default: '', hint: '吊牌上的成分' },
  },
};
const show = (props: Partial<ReplyProps> = {}) => {
  const { container } = render(() => <Reply {...pilling} {...props} />);
  const reply = within(container);
  return {
    ...reply,
    text: () => container.querySelector('blockquote')!.textContent.trim(),
    press: (name: string) => fireEvent.click(reply.getByRole('button', { name })),
    fill: (name: string, value: string) => fireEvent.input(reply.getByLabelText(name), { target: { value } }),
  };
};

describe('a reply', () => {
  test('shows defaults, never a raw brace, and says what is still empty', () => {
    const reply = show();
    expect(reply.text()).toBe('亲，这款会不会起球看＿＿。');
    expect(reply.getByText(/填空（1\s?个还空着）/)).toBeDefined();
    expect(reply.getByLabelText('面料').getAttribute('placeholder')).toBe('吊牌上的成分');
  });

  test('is copied as it stands; an empty blank is named', async () => {
    const reply = show();
    reply.press('复制');
    await waitFor(() => expect(copied).toEqual(['亲，这款会不会起球看＿＿。']));
    expect(said.at(-1)).toContain('面料');
    reply.fill('面料', '锦纶88%');
    reply.press('复制');
    await waitFor(() => expect(copied.at(-1)).toBe('亲，这款会不会起球看锦纶88%。'));
    expect(said.at(-1)).toBe('已复制，直接粘贴就能发。');
  });

  test('another version keeps what was filled in', () => {
    const reply = show();
    reply.fill('面料', '全棉');
    reply.press('更短');
    expect(reply.text()).toBe('按全棉看，建议翻面洗。');
    expect(reply.getByRole('button', { name: '更短' }).getAttribute('aria-pressed')).toBe('true');
    expect(reply.getByRole('button', { name: '原话' }).getAttribute('aria-pressed')).toBe('false');
    reply.press('没有空');
    expect(reply.text()).toBe('在的，请讲。');
    expect(reply.queryByText(/填空/)).toBeNull();
  });

  test('a blank filled once is filled in every reply of the page', () => {
    const first = show();
    const second = show({ id: 'other', versions: [{ label: '原话', body: '{面料}不起球。' }] });
    first.fill('面料', '涤纶');
    expect(second.text()).toBe('涤纶不起球。');
    expect(second.queryByRole('group', { name: '换个说法' }), 'one version needs no choice').toBeNull();
  });

  test('what is filled in is text, whatever it looks like', () => {
    const reply = show();
    reply.fill('面料', '<b>粗</b>{商品名}');
    expect(reply.text()).toBe('亲，这款会不会起球看<b>粗</b>{商品名}。');
    expect(document.querySelector('b')).toBeNull();
  });

  test('what is filled in is kept nowhere', () => {
    const reply = show();
    reply.fill('面料', '张三13800000000');
    expect(JSON.stringify({ ...localStorage }) + location.href).not.toContain('张三');
  });

  test('a favourite stays one', () => {
    const reply = show();
    reply.press('收藏');
    expect(reply.getByRole('button', { name: '已收藏' }).getAttribute('aria-pressed')).toBe('true');
    cleanup();
    const again = show();
    again.press('已收藏');
    expect(again.getByRole('button', { name: '收藏' }).getAttribute('aria-pressed')).toBe('false');
  });

  test('where the clipboard is refused the reply stands ready to be copied by hand', async () => {
    vi.stubGlobal('navigator', {});
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    show().press('复制');
    const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '要复制的文字' });
    expect(area.value).toBe('亲，这款会不会起球看＿＿。');
  });
});

describe('the filter', () => {
  const RECORDS = [
    { id: 'pilling', scene: '质量', customer: 'any', find: 'qiqiu qq', text: '会不会起球' },
    { id: 'discount', scene: '价格', customer: 'price', find: 'pianyidian pyd', text: '能便宜点吗' },
    { id: 'size', scene: '尺码', customer: 'careful', find: 'chima cm', text: 'Ｌ码合适吗 QQ' },
  ];
  const open = () => {
    for (const { id, scene, customer, find, text } of RECORDS) {
      const article = document.createElement('article');
      Object.assign(article.dataset, { script: id, scene, customer, find });
      article.textContent = text;
      document.body.append(article);
    }
    render(() => (
      <Filter
        scenes={['质量', '价格', '尺码']}
        customers={[
          { id: 'price', label: '看价格' },
          { id: 'careful', label: '看细节' },
        ]}
        total={RECORDS.length}
      />
    ));
  };
  const shown = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('[data-script]')]
      .filter(({ hidden }) => !hidden)
      .map(({ dataset }) => dataset['script']!);
  const set = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });

  test.each([
    ['起球', ['pilling']],
    ['便 宜', ['discount']],
    ['qiqiu', ['pilling']],
    ['PYD', ['discount']],
    ['l码', ['size']],
    ['ｑｑ', ['pilling', 'size']],
    ['', ['pilling', 'discount', 'size']],
  ])('%s finds %j', (words, ids) => {
    open();
    set('顾客说了什么', words);
    expect(shown()).toEqual(ids);
    expect(screen.getByText(new RegExp(`^${ids.length}\\s?条`))).toBeDefined();
  });

  test('scene and customer narrow together; replies for everybody fit every customer', () => {
    open();
    set('顾客的风格', 'price');
    expect(shown()).toEqual(['pilling', 'discount']);
    set('场景', '价格');
    expect(shown()).toEqual(['discount']);
  });

  test('nothing found says so and can be cleared', () => {
    open();
    set('顾客说了什么', '没有这句');
    expect(shown()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '清空条件' }));
    expect(shown()).toHaveLength(3);
    expect(screen.getByLabelText<HTMLInputElement>('顾客说了什么').value).toBe('');
  });

  test('favourites alone', () => {
    localStorage.setItem('youshu:favourites', '{"version":1,"data":{"tool":[],"script":["size"]}}');
    open();
    fireEvent.click(screen.getByRole('button', { name: '只看收藏' }));
    expect(shown()).toEqual(['size']);
  });

  test('the count is announced politely', () => {
    open();
    expect(
      screen
        .getByText(/^3\s?条/)
        .closest('[aria-live]')
        ?.getAttribute('aria-live'),
    ).toBe('polite');
    expect(screen.getByRole('search', { name: '找话术' })).toBeDefined();
  });
});
