import { kept } from './store.ts';

/** Turns the list of a chapter's summary into boxes to tick; which are ticked stays on the device. */
const ticks = kept<Record<string, string[]>>({
  key: 'ticks',
  version: 1,
  check: (data) =>
    typeof data === 'object' &&
    data !== null &&
    Object.values(data).every((v) => Array.isArray(v) && v.every((t) => typeof t === 'string'))
      ? (data as Record<string, string[]>)
      : undefined,
  empty: () => ({}),
});

for (const summary of document.querySelectorAll<HTMLElement>('[data-ticks]')) {
  const chapter = summary.dataset['ticks'] ?? '';
  for (const item of summary.querySelectorAll('li')) {
    const text = item.textContent.trim();
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = (ticks.read()[chapter] ?? []).includes(text);
    box.addEventListener('change', () => {
      const all = ticks.read();
      const others = (all[chapter] ?? []).filter((t) => t !== text);
      ticks.write({ ...all, [chapter]: box.checked ? [...others, text] : others });
    });
    label.append(box, ...item.childNodes);
    item.replaceChildren(label);
  }
}
