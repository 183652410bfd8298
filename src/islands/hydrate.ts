import { type Component, createComponent, Suspense } from 'solid-js';
import { hydrate } from 'solid-js/web';

type Props = Record<string, unknown>;

/**
 * Brings an island alive: what @astrojs/solid-js does in the browser, for islands without slots that are never given
 * new props. The library's own also keeps props in a store, which costs every page 1.8 KB that none of ours needs.
 * The Suspense is the one the server wraps around each island: without it the two would count their nodes differently.
 */
export default (element: HTMLElement) => (island: Component<Props>, props: Props) => {
  if (!element.hasAttribute('ssr')) return;
  const dispose = hydrate(
    () =>
      createComponent(Suspense, {
        get children() {
          return createComponent(island, props);
        },
      }),
    element,
    { renderId: element.dataset['solidRenderId'] ?? '' },
  );
  element.addEventListener('astro:unmount', dispose, { once: true });
};
