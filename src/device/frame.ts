/** What the frame of every page does: the theme chosen, the header that gets out of the way, the place one stopped at. */
const root = document.documentElement;
const KEY = 'starlight-theme';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const select = document.querySelector<HTMLSelectElement>('#theme');

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
function show(theme: string): void {
  root.dataset['theme'] = theme || (prefersDark.matches ? 'dark' : 'light');
}
if (select) {
  select.value = stored();
  select.addEventListener('change', () => {
    try {
      localStorage.setItem(KEY, select.value);
    } catch {
      // Nothing can be kept: the choice holds for this page.
    }
    show(select.value);
  });
  prefersDark.addEventListener('change', () => show(select.value));
}

let last = scrollY;
addEventListener(
  'scroll',
  () => {
    const moved = scrollY - last;
    if (Math.abs(moved) < 8) return;
    root.classList.toggle('top-away', moved > 0 && scrollY > 120);
    last = scrollY;
  },
  { passive: true },
);

// Opened and left at once is not read: a visit counts once somebody scrolls, or has stayed a while.
const page = document.querySelector<HTMLElement>('[data-chapter], [data-tool][data-place="page"]');
if (page) {
  let begun = false;
  const begin = (): void => {
    if (!begun) void import('./reading.ts').then(({ follow }) => follow(page));
    begun = true;
  };
  addEventListener('scroll', begin, { once: true, passive: true });
  setTimeout(begin, 10_000);
}
