import { copy } from './clipboard.ts';

/** A modal box with a title and what `fill` puts in; closes on Esc, on the button and on a tap outside. */
function open(title: string, fill: (body: HTMLElement) => void): void {
  const box = document.createElement('dialog');
  box.className = 'box';
  box.setAttribute('aria-label', title);
  const heading = document.createElement('h2');
  heading.textContent = title;
  const body = document.createElement('div');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.textContent = '关闭';
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', (event) => {
    if (event.target === box) box.close();
  });
  box.addEventListener('close', () => box.remove());
  fill(body);
  box.append(heading, body, close);
  document.body.append(box);
  box.showModal();
}

/** Text to select by hand. */
export function showText(title: string, text: string): void {
  open(title, (body) => {
    const area = document.createElement('textarea');
    area.readOnly = true;
    area.value = text;
    area.rows = Math.min(12, text.split('\n').length + 1);
    area.setAttribute('aria-label', '要复制的文字');
    body.append(area);
    queueMicrotask(() => area.select());
  });
}

/** Longest address worth a QR code: beyond it phones at arm's length fail to read it. */
const QR_LIMIT = 2000;

/** The link of an exact place: to copy, and as a QR code drawn on the device. */
export function share(title: string, address: string): void {
  open(title, (body) => {
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = address;
    field.setAttribute('aria-label', '链接');
    field.addEventListener('focus', () => field.select());
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-main';
    button.textContent = '复制链接';
    button.addEventListener('click', () => void copy(address, '链接已复制'));
    body.append(field, button);
    if (address.length > QR_LIMIT) body.append(paragraph('内容太多，二维码会密得扫不出来，请用链接。'));
    // Without network the part that draws may not come, and the link is enough.
    else drawQr(body, address).catch(() => body.append(paragraph('二维码没有画出来，请用链接。')));
  });
}

const paragraph = (text: string): HTMLElement =>
  Object.assign(document.createElement('p'), { textContent: text });

async function drawQr(body: HTMLElement, address: string): Promise<void> {
  const { generate } = await import('lean-qr');
  const canvas = document.createElement('canvas');
  canvas.className = 'qr';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', '这个链接的二维码');
  generate(address).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], padX: 3, padY: 3 });
  body.append(canvas, paragraph('用微信或相机扫一扫，打开的就是这里。'));
}
