/** Opens the search: by the link in the header, by `/`, by Ctrl or ⌘ with K. Everything else is loaded when it is wanted. */
import { notify } from '../notice.ts';

const load = () => import('./dialog.ts');

function open(link: HTMLAnchorElement, query = ''): void {
  load().then(
    ({ openSearch }) => openSearch({ sheet: link.dataset['sheet'] ?? '', query }),
    () => notify('搜索没能打开，多半是网络断了。', { label: '重试', run: () => open(link, query) }),
  );
}

/** Where a key is text, not a command. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
if (link) {
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    open(link);
  });
  for (const hint of ['pointerenter', 'focus'] as const)
    link.addEventListener(hint, () => void load().catch(() => {}), { once: true });
  addEventListener('keydown', (event) => {
    const isSlash =
      event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
    const isK =
      event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
    if ((!isSlash && !isK) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    open(link);
  });
}
