import { reading } from './reading.ts';

/** Marks the lines of chapters (`data-line`) that were read on this device, and tells them from those that were not. */
export function markRead(): { read: HTMLElement[]; left: HTMLElement[] } {
  const done = new Set(reading.read().chapters);
  const read: HTMLElement[] = [];
  const left: HTMLElement[] = [];
  for (const line of document.querySelectorAll<HTMLElement>('[data-line]')) {
    const isRead = done.has(line.dataset['line'] ?? '');
    (isRead ? read : left).push(line);
    if (!isRead) continue;
    line.classList.add('read');
    const said = document.createElement('b');
    said.className = 'sr-only';
    said.textContent = '读过';
    line.append(said);
  }
  return { read, left };
}
