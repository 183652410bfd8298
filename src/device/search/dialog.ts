import { href } from '../../site.ts';
import { action, make } from './dom.ts';
import { followArrows } from './keys.ts';
import { createPanel } from './panel.ts';

/** The sheet of the search, loaded with it: pages that nobody searches on do without. */
function dressed(sheet: string): Promise<void> {
  if (sheet === '' || document.querySelector(`link[href="${CSS.escape(sheet)}"]`)) return Promise.resolve();
  const link = make('link', { rel: 'stylesheet', href: sheet });
  return new Promise((resolve) => {
    // Undressed it still works: a sheet that does not come must not keep the search away.
    for (const end of ['load', 'error'] as const) link.addEventListener(end, () => resolve(), { once: true });
    document.head.append(link);
  });
}

let dialog: { box: HTMLDialogElement; begin: (query: string) => void } | undefined;

function build(): NonNullable<typeof dialog> {
  const all = make('a', { className: 'search-all', href: href('/search/') }, '在搜索页打开');
  const setAll = (query: string): void => {
    all.href = href(query === '' ? '/search/' : `/search/?q=${encodeURIComponent(query)}`);
  };
  const panel = createPanel({ batch: 8, answered: setAll });
  const [field, ...others] = panel.nodes;
  const close = action('关闭', 'search-close', () => box.close());
  const form = make('form', { className: 'search-form', role: 'search' }, ...(field ? [field] : []), close);
  const body = make('div', { className: 'search-body' }, ...others);
  const foot = make('p', { className: 'search-foot' }, make('span', {}, '↑↓ 选，回车打开，Esc 关闭'), all);
  const box = make('dialog', { className: 'search-box' }, form, body, foot);
  box.setAttribute('aria-label', '搜索');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    panel.follow();
  });
  // A search field keeps the first Esc for itself; here it closes, as everywhere.
  panel.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    box.close();
  });
  box.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a[href]') !== null;
    if (event.target === box || (isLink && !event.metaKey && !event.ctrlKey)) box.close();
  });
  followArrows(box, panel.input);
  document.body.append(box);
  return {
    box,
    begin: (query) => {
      setAll('');
      box.showModal();
      panel.ask(query || panel.input.value);
      panel.input.select();
    },
  };
}

/** Shows the search over the page, with what was typed last still there. Focus goes back by itself when it closes. */
export async function openSearch({ sheet, query }: { sheet: string; query: string }): Promise<void> {
  await dressed(sheet);
  dialog ??= build();
  if (!dialog.box.open) dialog.begin(query);
}
