import { createEffect, createSignal, For, type JSX, on, onMount, Show, untrack } from 'solid-js';
import type { BigTable, Opened, RowShown } from '#src/device/bigTable.ts';
import { saveBlob } from '#src/device/files.ts';
import { notify } from '#src/device/notice.ts';
import type { ToolLive } from './ToolFrame.tsx';

/** Height of a row in CSS pixels, and rows kept ready above and below those in sight. */
const ROW = 44;
const SPARE = 10;
const SIGHT = 420;
const MOST_ERRORS_SHOWN = 20;

interface Sorting {
  by: string;
  largestFirst: boolean;
}

/** A table of more rows than can stand in the page: its totals, what is wrong in it, and its rows as they scroll by. */
export function BigRows(props: { live: ToolLive; table: BigTable; opened: Opened }): JSX.Element {
  const { columns = [], results = [] } = untrack(() => props.live.view.rows) ?? {};
  const [count, setCount] = createSignal(untrack(() => props.opened.count));
  const [from, setFrom] = createSignal(0);
  const [rows, setRows] = createSignal<RowShown[]>([]);
  const [sorting, setSorting] = createSignal<Sorting>();
  const [leftOut, setLeftOut] = createSignal(false);
  const [saving, setSaving] = createSignal<number>();
  let place: HTMLDivElement | undefined;

  /** The latest question counts: answers to earlier ones come too late. */
  let asked = 0;
  const look = async (): Promise<void> => {
    const first = Math.max(0, Math.floor((place?.scrollTop ?? 0) / ROW) - SPARE);
    const turn = ++asked;
    const to = first + Math.ceil(SIGHT / ROW) + 2 * SPARE;
    const answer = await props.table.ask('rows', { from: first, to });
    if (turn !== asked || 'refused' in answer) return;
    setFrom(first);
    setRows(answer.rows);
  };
  onMount(() => void look());
  const reorder = async (): Promise<void> => {
    const only = leftOut() && props.opened.leftOut > 0;
    const answer = await props.table.ask('order', { ...sorting(), leftOut: only });
    if ('refused' in answer) return;
    setCount(answer.count);
    if (place) place.scrollTop = 0;
    await look();
  };
  // A table computed anew comes in the order of its source.
  createEffect(on([sorting, leftOut, () => props.opened], () => void reorder(), { defer: true }));
  const sortBy = (key: string): void => {
    const now = sorting();
    if (now?.by !== key) setSorting({ by: key, largestFirst: true });
    else setSorting(now.largestFirst ? { by: key, largestFirst: false } : undefined);
  };
  const sorted = (key: string): 'ascending' | 'descending' | undefined => {
    const now = sorting();
    return now?.by === key ? (now.largestFirst ? 'descending' : 'ascending') : undefined;
  };
  const save = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    setSaving(0);
    const answer = await props.table.ask('file', { kind }, setSaving);
    setSaving(undefined);
    if ('refused' in answer) notify(answer.refused);
    else if (!saveBlob(`${props.live.view.name}.${kind}`, answer.blob))
      notify('这里不能下载文件，换到电脑的浏览器里打开再导出。');
  };
  const labelOf = (key: string): string => columns.find((one) => one.key === key)?.label ?? key;
  return (
    <section aria-label="大表">
      <p class="panel-lead">
        超过200行，不放进上面的表，在这里单独算：往下滚就能看，点表头排序，算完整张导出。
      </p>
      <Show when={props.live.view.results.length > 0}>
        <dl class="totals">
          <For each={props.live.view.results}>
            {({ key, label }) => (
              <div>
                <dt>{label}</dt>
                <dd>{props.opened.whole.results[key]?.text ?? '—'}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <For each={[...props.opened.whole.warnings, ...props.opened.whole.reading]}>
        {({ tone, text }) => <p class={`remark tone-${tone}`}>{text}</p>}
      </For>
      <Show when={props.opened.leftOut > 0}>
        <p class="remark tone-caution" role="status">
          有{props.opened.leftOut}行没填完或有错，没有算进合计。
          <Show when={props.opened.wrong > MOST_ERRORS_SHOWN}>下面列出前{MOST_ERRORS_SHOWN}处。</Show>
        </p>
        <ul class="row-errors">
          <For each={props.opened.errors.slice(0, MOST_ERRORS_SHOWN)}>
            {({ line, column, says }) => (
              <li>
                第{line}行「{labelOf(column)}」：{says}
              </li>
            )}
          </For>
        </ul>
        <label class="row-check">
          <input
            type="checkbox"
            checked={leftOut()}
            onChange={(event) => setLeftOut(event.currentTarget.checked)}
          />
          只看没算进去的行
        </label>
      </Show>
      <div
        class="big-rows"
        ref={place}
        tabIndex={0}
        role="region"
        aria-label={`${count()}行，可以滚动`}
        onScroll={() => void look()}
      >
        <table aria-rowcount={count() + 1}>
          <thead>
            <tr>
              <th scope="col">行</th>
              <For each={columns}>{({ label }) => <th scope="col">{label}</th>}</For>
              <For each={results}>
                {({ key, label }) => (
                  <th scope="col" aria-sort={sorted(key)}>
                    <button type="button" class="sort" onClick={() => sortBy(key)}>
                      {label}
                    </button>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <tr aria-hidden="true" style={{ height: `${from() * ROW}px` }} />
            <For each={rows()}>
              {(row, index) => (
                <tr aria-rowindex={from() + index() + 2}>
                  <th scope="row">{row.line}</th>
                  <For each={row.cells}>
                    {(cell, column) => (
                      <td
                        class="figure-cell"
                        classList={{ wrong: Boolean(row.errors[columns[column()]?.key ?? '']) }}
                      >
                        {cell}
                      </td>
                    )}
                  </For>
                  <For each={results}>
                    {({ key }) => <td class="figure-cell">{row.results[key]?.text ?? '—'}</td>}
                  </For>
                </tr>
              )}
            </For>
            <tr
              aria-hidden="true"
              style={{ height: `${Math.max(0, count() - from() - rows().length) * ROW}px` }}
            />
          </tbody>
        </table>
      </div>
      <div class="actions">
        <button type="button" class="button" onClick={() => void save('csv')}>
          整张导出.csv
        </button>
        <button type="button" class="button" onClick={() => void save('xlsx')}>
          整张导出.xlsx
        </button>
        <Show when={saving() !== undefined}>
          <span role="status">正在写文件……</span>
        </Show>
      </div>
    </section>
  );
}
