import { type Component, createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import { notify } from '#src/device/notice.ts';
import type { ToolLive, ToolProps } from './ToolFrame.tsx';

type Panel = Component<{ live: ToolLive }>;

/** Loaded when opened, so that a page pays only for what is used. */
const PANELS: { id: string; label: string; scalar?: true; load: () => Promise<{ default: Panel }> }[] = [
  { id: 'solve', label: '反推', scalar: true, load: () => import('./panels/Solve.tsx') },
  { id: 'compare', label: '方案对比', scalar: true, load: () => import('./panels/Compare.tsx') },
  { id: 'sensitivity', label: '敏感度', scalar: true, load: () => import('./panels/Sensitivity.tsx') },
  { id: 'records', label: '我的记录', load: () => import('./panels/Records.tsx') },
];

const NOT_LOADED = '这一块没有加载出来，请检查网络后再点一次。';

const loadActs = () => import('./act.ts');
/** Ahead of the click: Safari lets a page copy only while a click is being handled, not after something was fetched. */
const prepare = (): void => void loadActs().catch(() => undefined);

export function Actions(props: { live: ToolLive; place: ToolProps['place']; address: string }): JSX.Element {
  const [panel, setPanel] = createSignal<{ id: string; view: Panel }>();
  createEffect(on(() => props.live.state, prepare, { defer: true }));
  const toggle = async (id: string): Promise<void> => {
    if (panel()?.id === id) {
      setPanel(undefined);
      return;
    }
    const chosen = PANELS.find((candidate) => candidate.id === id);
    if (!chosen || !props.live.tool()) return;
    try {
      const loaded = await chosen.load();
      setPanel({ id, view: loaded.default });
    } catch {
      notify(NOT_LOADED);
    }
  };
  const act = async (what: 'copyResult' | 'shareState' | 'keepRun' | 'reset'): Promise<void> => {
    try {
      const acts = await loadActs();
      await acts[what]({ live: props.live, place: props.place, address: props.address });
    } catch {
      notify(NOT_LOADED);
    }
  };
  const hasFields = (): boolean => props.live.view.fields.length > 0;
  return (
    <div class="tool-actions needs-js" onPointerEnter={prepare} onFocusIn={prepare}>
      <div class="actions">
        <button type="button" class="button button-main" onClick={() => void act('copyResult')}>
          复制结果
        </button>
        <button type="button" class="button" onClick={() => void act('shareState')}>
          链接和二维码
        </button>
        <button type="button" class="button" onClick={() => void act('keepRun')}>
          存一次
        </button>
        <button type="button" class="button" onClick={() => void act('reset')}>
          重置
        </button>
        <Show when={props.place !== 'chapter'}>
          <button type="button" class="button" onClick={() => print()}>
            打印
          </button>
        </Show>
      </div>
      <div class="actions">
        <For each={PANELS.filter(({ scalar }) => !scalar || hasFields())}>
          {({ id, label }) => (
            <button
              type="button"
              class="tab"
              aria-expanded={panel()?.id === id}
              onClick={() => void toggle(id)}
            >
              {label}
            </button>
          )}
        </For>
      </div>
      <Show when={panel()}>
        {(open) => <section class="panel">{open().view({ live: props.live })}</section>}
      </Show>
    </div>
  );
}
