import { createEffect, type JSX, on, onCleanup, onMount, untrack } from 'solid-js';
import { isServer, render } from 'solid-js/web';
import { notify } from '#src/device/notice.ts';
import { type LaterPart, serverParts } from './serverParts.ts';
import type { ToolLive } from './ToolFrame.tsx';

const NOT_LOADED = '这一块没有加载出来，请检查网络后再点一次。';
const PRESSABLE = 'button, summary, a[href], input, select, textarea';
/** Scripts come when the part is this near to being seen. */
const NEAR = '300px';

/**
 * A part of the island that the page shows as the server made it and that comes alive by itself: once it is nearly seen or
 * is touched, or once the numbers change. Until then none of its code is fetched. Where something was pressed meanwhile, it
 * is pressed again.
 */
export function Later(props: {
  live: ToolLive;
  part: keyof typeof serverParts;
  load: () => Promise<{ default: LaterPart }>;
  until: 'seen' | 'changed';
}): JSX.Element {
  let place: HTMLDivElement | undefined;
  let alive = false;
  let waking: Promise<void> | undefined;
  let gone = (): void => undefined;
  const live = untrack(() => props.live);
  const pressable = (): HTMLElement[] => [...(place?.querySelectorAll<HTMLElement>(PRESSABLE) ?? [])];
  const come = async (): Promise<void> => {
    const [{ default: View }] = await Promise.all([props.load(), live.load()]);
    if (!place || !live.tool()) return;
    const focused = pressable().findIndex((element) => element === document.activeElement);
    const unfolded = [...place.querySelectorAll('details')].map(({ open }) => open);
    const was = [...place.childNodes];
    place.replaceChildren();
    gone = render(() => <View live={live} was={was} />, place);
    alive = true;
    for (const [i, details] of place.querySelectorAll('details').entries())
      details.open = unfolded[i] ?? details.open;
    pressable()[focused]?.focus();
  };
  const wake = async (): Promise<void> => {
    await (waking ??= come().catch(() => undefined));
    if (!alive) waking = undefined;
  };
  onCleanup(() => gone());
  /** Numbers of another state go at once, and a drawing of them where no new one can be had. */
  const change = async (): Promise<void> => {
    const drop = (shown: string): void => place?.querySelectorAll(shown).forEach((old) => old.remove());
    drop('.step-numbers');
    await wake();
    if (!alive) drop('figure');
  };
  let pressed = -1;
  const press = async (event: Event): Promise<void> => {
    const index = pressable().findIndex((element) => element.contains(event.target as Node));
    if (alive || index < 0) return;
    event.preventDefault();
    const isFirst = pressed < 0;
    pressed = index;
    if (!isFirst) return;
    await wake();
    if (alive) pressable()[pressed]?.click();
    else notify(NOT_LOADED);
    pressed = -1;
  };
  onMount(() => {
    if (!place || props.until === 'changed') return;
    place.addEventListener('click', (event) => void press(event), { capture: true });
    place.addEventListener('focusin', () => void wake(), { once: true });
    if (!('IntersectionObserver' in window)) {
      void wake();
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void wake();
      },
      { rootMargin: NEAR },
    );
    observer.observe(place);
    onCleanup(() => observer.disconnect());
  });
  createEffect(
    on(
      () => [live.state, live.view],
      () => {
        if (props.until === 'changed' && !alive) void change();
      },
      { defer: true },
    ),
  );
  return <div ref={place}>{isServer && serverParts[props.part]?.({ live })}</div>;
}
