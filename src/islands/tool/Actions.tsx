import { type Component, createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import { notify } from '#src/device/notice.ts';
import type { ToolLive } from './ToolFrame.tsx';

type Panel = Component<{ live: ToolLive }>;

interface PanelSpec {
  id: string;
  label: string;
  /** whether this tool, here, has a use for it; absent: always */
  fits?: (live: ToolLive) => boolean;
  load: () => Promise<{ default: Panel }>;
}
const calculates = ({ view }: ToolLive): boolean =>
  !view.findings && view.fields.some(({ kind }) => kind === 'number') && view.results.length > 0;

/** Loaded when opened, so that a page pays only for what is used. */
const PANELS: readonly PanelSpec[] = [
  { id: 'solve', label: '反推', fits: calculates, load: () => import('./panels/Solve.tsx') },
  { id: 'compare', label: '方案对比', fits: calculates, load: () => import('./panels/Compare.tsx') },
  { id: 'sensitivity', label: '敏感度', fits: calculates, load: () => import('./panels/Sensitivity.tsx') },
  {
    id: 'picture',
    label: '看图',
    fits: ({ view, place }) => Boolean(view.drawn) && place === 'chapter',
    load: () => import('./panels/Picture.tsx'),
  },
  {
    id: 'fees',
    label: '平台费率',
    fits: ({ view }) => Boolean(view.fees),
    load: () => import('./panels/Fees.tsx'),
  },
  {
    id: 'batch',
    label: '批量算',
    fits: ({ view, place }) => Boolean(view.batch) && place !== 'chapter',
    load: () => import('./panels/Batch.tsx'),
  },
  { id: 'records', label: '我的记录', load: () => import('./panels/Records.tsx') },
  {
    id: 'embed',
    label: '嵌到别处',
    fits: ({ place }) => place === 'page',
    load: () => import('./panels/Embed.tsx'),
  },
];

const NOT_LOADED = '这一块没有加载出来，请检查网络后再点一次。';

const loadActs = () => import('./act.ts');
/** Ahead of the click: Safari lets a page copy only while a click is being handled, not after something was fetched. */
const prepare = (): void => void loadActs().catch(() => undefined);

/** What can be done with a tool's results. */
export default function Actions(props: { live: ToolLive }): JSX.Element {
  const [panel, setPanel] = createSignal<{ id: string; view: Panel }>();
  createEffect(on(() => props.live.state, prepare, { defer: true }));
  // A link with rows for the batch opens it.
  createEffect(
    on(
      () => props.live.tool(),
      (tool) => {
        if (tool?.batch && props.live.state.rows.length > 0 && !panel()) void toggle('batch');
      },
    ),
  );
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
  const act = async (
    what: 'copyResult' | 'shareState' | 'keepRun' | 'reset' | 'printFilled' | 'printBlank',
  ): Promise<void> => {
    try {
      const acts = await loadActs();
      await acts[what](props.live);
    } catch {
      notify(NOT_LOADED);
    }
  };
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
        <Show when={props.live.place !== 'chapter'}>
          <button type="button" class="button" onClick={() => void act('printFilled')}>
            打印
          </button>
          <button type="button" class="button" onClick={() => void act('printBlank')}>
            打印空白表
          </button>
        </Show>
      </div>
      <div class="actions">
        <For each={PANELS.filter(({ fits }) => fits?.(props.live) ?? true)}>
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
