import { type Component, createComponent, sharedConfig } from 'solid-js';
import { hydrate } from 'solid-js/web';

type Props = Record<string, unknown>;

declare global {
  interface Window {
    /** what Solid's inline script gathers until islands are alive: events with the element they belong to */
    _$HY: { done: boolean; events: [Element, Event][] | null; completed: WeakSet<Element> | null };
  }
}

/** What is alive. Solid drops it when it takes hydration for finished, and its queue cannot do without it. */
const { completed } = window._$HY;

/** Takes the buttons of an island that were pressed too early out of Solid's queue, which cannot press them again. */
function pressedEarly(element: HTMLElement): (HTMLElement | null)[] {
  const queue = window._$HY.events ?? [];
  const isOwn = ([, { target }]: [Element, Event]): boolean => element.contains(target as Element);
  window._$HY.events = queue.filter((entry) => !isOwn(entry));
  window._$HY.completed = completed;
  return queue
    .filter(isOwn)
    .map(([, { type, target }]) => (type === 'click' ? (target as Element).closest('button') : null));
}

/**
 * Brings an island alive: what @astrojs/solid-js does in the browser, for islands without slots that are never given
 * new props. The library's own also keeps props in a store and wraps each island in a Suspense, which costs every page
 * 2.4 KB that none of ours needs. The server does so, too: hence the two more steps in the numbers of its nodes.
 */
export default (element: HTMLElement) => (island: Component<Props>, props: Props) => {
  if (!element.hasAttribute('ssr')) return;
  // Solid takes hydration for finished with the first event on any island and would draw later ones anew, throwing
  // away what was typed into them. Ours come alive one by one, whenever they scroll into view.
  sharedConfig.done = window._$HY.done = false;
  const pressed = pressedEarly(element);
  hydrate(() => createComponent(island, props), element, {
    renderId: `${element.dataset['solidRenderId'] ?? ''}00`,
  });
  // Once the island has run its own first steps.
  queueMicrotask(() => pressed.forEach((button) => button?.click()));
};
