import { createEffect, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import {
  isView,
  onSide,
  pairOf,
  type PlatformTable,
  type PlatformView,
  readView,
  toggled,
  writeView,
} from '#logic/playbook/platform-view.ts';
import { onFragment, readFragment, replaceFragment } from '#src/device/address.ts';
import { notify } from '#src/device/notice.ts';

interface Named {
  id: string;
  label: string;
}
export interface CompareProps {
  platforms: (Named & { market: string })[];
  /** ways to choose many at once: 国内, 跨境 */
  markets: Named[];
  aspects: Named[];
}

const SIDES = ['左边', '右边'] as const;
const ALL: PlatformView = { platforms: [], aspects: [] };

async function shareView(): Promise<void> {
  const address = location.href;
  try {
    const { share } = await import('#src/device/dialogs.ts');
    share('平台对比', address);
  } catch {
    notify('没有打开，请直接复制地址栏里的网址。');
  }
}

/**
 * Narrows the table that stands in the page (`data-compare`): by platform and by aspect; on a phone two platforms side
 * by side. Cells carry `data-platform`, rows `data-aspect`; what stands where is said by classes the styles know.
 */
export default function Compare(props: CompareProps): JSX.Element {
  const [view, setView] = createSignal<PlatformView>(ALL);
  const [alive, setAlive] = createSignal(false);
  let sides: HTMLDivElement | undefined;
  const table = (): PlatformTable => ({
    platforms: props.platforms.map(({ id }) => id),
    aspects: props.aspects.map(({ id }) => id),
  });
  const pair = (): [string, string] => pairOf(view(), table());
  const filtered = (): boolean => view().platforms.length + view().aspects.length > 0;
  const change = (next: PlatformView): void => {
    setView(next);
    replaceFragment(writeView(next));
  };

  onMount(() => {
    // What was chosen before this came alive counts, unless the address says otherwise.
    const early = [...(sides?.querySelectorAll('select') ?? [])].map(({ value }) => value);
    if (early.join() !== pair().join()) setView({ ...ALL, platforms: [...new Set(early)] });
    const read = (): void => {
      const text = readFragment(isView);
      if (isView(text)) setView(readView(text, table()));
    };
    read();
    setAlive(true);
    onCleanup(onFragment(read));
  });
  createEffect(() => {
    if (!alive()) return;
    const { platforms, aspects } = view();
    const [left, right] = pair();
    for (const cell of document.querySelectorAll<HTMLElement>('[data-compare] [data-platform]')) {
      const { platform = '' } = cell.dataset;
      cell.classList.toggle('left', platform === left);
      cell.classList.toggle('right', platform === right);
      cell.classList.toggle('out', platforms.length > 0 && !platforms.includes(platform));
    }
    for (const row of document.querySelectorAll<HTMLElement>('[data-compare] [data-aspect]'))
      row.hidden = aspects.length > 0 && !aspects.includes(row.dataset['aspect'] ?? '');
  });

  const marketIds = (market: string): string[] =>
    props.platforms.filter((platform) => platform.market === market).map(({ id }) => id);
  const many = (count: number, all: number, unit: string): string =>
    count > 0 ? `${count}${unit}` : `全部${all}${unit}`;
  return (
    <>
      <div class="compare-filter needs-js" role="group" aria-label="看哪些">
        <div class="chips compare-wide" role="group" aria-label="平台">
          <small aria-hidden="true">平台</small>
          <For each={props.markets}>
            {({ id, label }) => (
              <button
                type="button"
                class="chip"
                aria-pressed={view().platforms.join() === marketIds(id).join()}
                onClick={() => change({ ...view(), platforms: marketIds(id) })}
              >
                {label}
              </button>
            )}
          </For>
          <For each={props.platforms}>
            {({ id, label }) => (
              <button
                type="button"
                class="chip"
                aria-pressed={view().platforms.includes(id)}
                onClick={() =>
                  change({ ...view(), platforms: toggled(view().platforms, id, table().platforms) })
                }
              >
                {label}
              </button>
            )}
          </For>
        </div>
        <div class="chips" role="group" aria-label="看哪几项">
          <small aria-hidden="true">看哪几项</small>
          <For each={props.aspects}>
            {({ id, label }) => (
              <button
                type="button"
                class="chip"
                aria-pressed={view().aspects.includes(id)}
                onClick={() => change({ ...view(), aspects: toggled(view().aspects, id, table().aspects) })}
              >
                {label}
              </button>
            )}
          </For>
        </div>
        <div class="compare-state">
          <p class="count" aria-live="polite">
            <span class="compare-wide">
              {many(view().platforms.length, props.platforms.length, '个平台')}，
            </span>
            {many(view().aspects.length, props.aspects.length, '项')}
          </p>
          <button type="button" class="button" onClick={() => void shareView()}>
            链接和二维码
          </button>
          <Show when={filtered()}>
            <button type="button" class="button" onClick={() => change(ALL)}>
              看全部
            </button>
          </Show>
        </div>
      </div>
      <div class="compare-sides needs-js" role="group" aria-label="并排看哪两个平台" ref={sides}>
        <For each={SIDES}>
          {(side, index) => (
            <select
              aria-label={`${side}的平台`}
              onInput={(event) =>
                change(onSide(view(), table(), index() === 0 ? 0 : 1, event.currentTarget.value))
              }
            >
              <For each={props.platforms}>
                {({ id, label }) => (
                  <option value={id} selected={pair()[index()] === id}>
                    {label}
                  </option>
                )}
              </For>
            </select>
          )}
        </For>
      </div>
    </>
  );
}
