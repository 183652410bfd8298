/** What every page needs of the device: notices, sharing of marked links, ticks of summaries. Small, since it is everywhere. */
import './dress.ts';
import { NOTICE, type Notice } from './notice.ts';

function showNotice({ text, action }: Notice): void {
  const place = document.querySelector('#notices');
  if (!place) return;
  const line = document.createElement('p');
  line.textContent = text;
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.label;
    button.addEventListener('click', () => {
      action.run();
      line.remove();
    });
    line.append(button);
  }
  place.replaceChildren(line);
  setTimeout(() => line.remove(), action ? 8000 : 4000);
}
addEventListener(NOTICE, (event) => showNotice((event as CustomEvent<Notice>).detail));

addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>(
    'a[data-share], a.sl-anchor-link',
  );
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const title =
    link.dataset['share'] ?? link.parentElement?.querySelector('h2,h3,h4')?.textContent ?? document.title;
  history.replaceState(history.state, '', link.hash || location.hash);
  import('./dialogs.ts').then(
    ({ share }) => share(title, link.href),
    () => location.assign(link.href), // without network: the plain link it is
  );
});

if (document.querySelector('[data-ticks]')) void import('./ticks.ts');
