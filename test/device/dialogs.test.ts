import { screen, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copy } from '../../src/device/clipboard.ts';
import { share, showText } from '../../src/device/dialogs.ts';
import { NOTICE, type Notice } from '../../src/device/notice.ts';

let said: string[] = [];
const hear = (event: Event): void => void said.push((event as CustomEvent<Notice>).detail.text);
const clipboard = (writeText: (text: string) => Promise<void>): void => {
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
};

beforeEach(() => {
  said = [];
  addEventListener(NOTICE, hear);
  // jsdom draws no modal boxes; open and close are what the code relies on.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(() => {
  removeEventListener(NOTICE, hear);
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('copied text is told', async () => {
  const written: string[] = [];
  clipboard((text) => Promise.resolve(void written.push(text)));
  expect(await copy('亲，在的', '已复制，直接粘贴就能发。')).toBe(true);
  expect(written).toEqual(['亲，在的']);
  expect(said).toEqual(['已复制，直接粘贴就能发。']);
});

test.each([
  ['forbids it', () => clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')))],
  ['has no clipboard', () => vi.stubGlobal('navigator', {})],
])('where a browser %s, the text stands selected to copy by hand', async (_, forbid) => {
  forbid();
  expect(await copy('第一行\n第二行')).toBe(false);
  const box = screen.getByRole('dialog', { name: /复制/ });
  const area = within(box).getByRole<HTMLTextAreaElement>('textbox', { name: '要复制的文字' });
  expect(area.value).toBe('第一行\n第二行');
  expect(area.readOnly).toBe(true);
  await Promise.resolve();
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('第一行\n第二行');
  expect(said).toEqual([]);
});

test('a box is gone once closed, by its button or by a tap outside', () => {
  showText('标题', '文字');
  screen.getByRole('button', { name: '关闭' }).click();
  expect(screen.queryByRole('dialog')).toBeNull();
  showText('标题', '文字');
  const box = screen.getByRole('dialog');
  within(box).getByRole('textbox').click();
  expect(screen.getByRole('dialog')).toBe(box);
  box.click();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('text put into a box is text', () => {
  showText('<b>标题</b>', '<img src=x onerror=alert(1)>');
  share('<script>x</script>', `https://a.example/#<b>${'x'.repeat(2000)}`);
  expect(document.querySelectorAll('b, img, script')).toHaveLength(0);
});

test('a link too long to scan comes without a QR code, and says why', () => {
  share('工具', `https://a.example/#${'x'.repeat(2000)}`);
  expect(screen.getByRole('textbox', { name: '链接' })).toBeInstanceOf(HTMLInputElement);
  expect(document.body.textContent).toContain('二维码会密得扫不出来');
  expect(screen.queryByRole('img')).toBeNull();
});

test('a QR code that cannot be drawn is said, the link stays', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  share('工具', 'https://a.example/#uv=1');
  expect(await screen.findByText('二维码没有画出来，请用链接。')).toBeInstanceOf(HTMLElement);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '链接' }).value).toBe(
    'https://a.example/#uv=1',
  );
});
