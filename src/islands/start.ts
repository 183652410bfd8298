/** Brings the islands of a built page alive: what Astro's own script does, for islands as src/build/islands.ts leaves them. */
import type { Component } from 'solid-js';
import { notify } from '#src/device/notice.ts';

type Props = Record<string, unknown>;

/** Scripts come when an island is this near to being seen. */
const NEAR = '300px';
const AGAIN_AFTER = 1000;

async function bring(island: HTMLElement): Promise<void> {
  const { code = '', props = '{}' } = island.dataset;
  const [{ default: hydrate }, { default: view }] = await Promise.all([
    import('./hydrate.ts'),
    import(/* @vite-ignore */ code) as Promise<{ default: Component<Props> }>,
  ]);
  hydrate(island)(view, JSON.parse(props) as Props);
  island.removeAttribute('ssr');
}

/** Tries again once: on a phone the network is often away for a moment. */
function begin(island: HTMLElement): void {
  bring(island).catch(() =>
    setTimeout(() => {
      bring(island).catch(() => notify('页面上有一块没有加载出来，点了没有反应。请检查网络后刷新。'));
    }, AGAIN_AFTER),
  );
}

for (const island of document.querySelectorAll<HTMLElement>('astro-island[data-code]')) {
  if (island.dataset['at'] === 'load') {
    begin(island);
    continue;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      begin(island);
    },
    { rootMargin: NEAR },
  );
  // The island itself has no box.
  for (const child of island.children) observer.observe(child);
}
