import { createEffect, createSignal, For, type JSX, Show, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import { drawLoaded } from '#logic/figures/load.ts';
import { figureRegistry } from '#logic/tools/figure-registry.ts';
import { figuresOf } from '#logic/tools/figures.ts';
import { type Drawing as Drawn, pageParts } from '#logic/tools/page-parts.ts';
import type { ToolLive } from './ToolFrame.tsx';

/** How the result looks, drawn. */
export default function Drawing(props: { live: ToolLive; was?: JSX.Element }): JSX.Element {
  const [drawn, setDrawn] = createSignal<readonly Drawn[] | undefined>(
    isServer ? pageParts.get(untrack(() => props.live.view.initial))?.drawings : undefined,
  );
  let latest: unknown;
  createEffect(() => {
    const [tool, state] = [props.live.tool(), props.live.state];
    if (!tool) return;
    latest = state;
    const draw = async (): Promise<void> => {
      const definition = await figureRegistry[tool.id]?.();
      const figures = figuresOf(tool, state, definition?.default.figures);
      const svgs = await Promise.all(figures.map((figure) => drawLoaded(figure.kind, figure)));
      // A slower drawing of an earlier state must not replace that of a later one.
      if (latest === state) setDrawn(figures.map(({ title }, i) => ({ title, svg: svgs[i]?.svg ?? '' })));
    };
    // A drawing that cannot be made anew would show another state's numbers.
    draw().catch(() => setDrawn([]));
  });
  return (
    <Show when={drawn()} fallback={props.was}>
      {(figures) => (
        <For each={figures()}>
          {({ title, svg }) => (
            <figure class="figure">
              {/* Our own drawing; every text in it is escaped by the figure module. */}
              {/* eslint-disable-next-line solid/no-innerhtml */}
              <div innerHTML={svg} />
              <figcaption>{title}</figcaption>
            </figure>
          )}
        </For>
      )}
    </Show>
  );
}
