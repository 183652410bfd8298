import { type Component, createMemo, createSignal, For, type JSX, Show, untrack } from 'solid-js';
import type { ToolOutput } from '#logic';
import { parseTyped } from '#logic/number/typing.ts';
import type { Unit } from '#logic/number/units.ts';
import { notify } from '#src/device/notice.ts';
import { Field } from '../fields/Field.tsx';
import { Output } from './Output.tsx';
import type { ToolLive } from './ToolFrame.tsx';

type Sheet = Component<{ live: ToolLive; close: () => void; pasted?: string }>;
interface Sorting {
  key: string;
  largestFirst: boolean;
}

const NOT_LOADED = '这一块没有加载出来，请检查网络后再试一次。';

/** The editable table of a row tool. Sorting changes the view only: a row keeps its number. */
export function Rows(props: { live: ToolLive }): JSX.Element {
  const { columns = [], results = [], presets = [], each = '行' } = untrack(() => props.live.view.rows) ?? {};
  const [sorting, setSorting] = createSignal<Sorting>();
  const [sheet, setSheet] = createSignal<{ view: Sheet; pasted?: string }>();
  let table: HTMLTableElement | undefined;

  const shown = (row: number): ToolOutput['rows'][number] | undefined => props.live.output().rows[row];
  /** What a cell is sorted by: its number however it was typed, else its text. */
  const valueAt = (row: number, key: string): number | string => {
    const index = columns.findIndex((each) => each.key === key);
    const column = columns[index];
    const typed = props.live.state.rows[row]?.[index];
    const text = typed ?? shown(row)?.results[key]?.machine ?? '';
    if (text.trim() === '') return -Infinity;
    if (column?.kind !== 'number') return Number.isNaN(Number(text)) ? text : Number(text);
    const read = parseTyped(text, { unit: column.unit as Unit, signed: true });
    return read.state === 'ok' ? read.value.toNumber() : text;
  };
  const count = createMemo(() => props.live.state.rows.length);
  const order = createMemo(() => {
    const indices = Array.from({ length: count() }, (_, index) => index);
    const by = sorting();
    if (!by) return indices;
    // The order holds while somebody types: a row must not run away from under the cursor.
    const values = untrack(() => indices.map((row) => valueAt(row, by.key)));
    const compare = (a: number | string, b: number | string): number =>
      typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
    return indices.sort(
      (a, b) => compare(values[a] ?? '', values[b] ?? '') * (by.largestFirst ? -1 : 1) || a - b,
    );
  });
  const sortBy = (key: string): void => {
    const now = sorting();
    if (now?.key !== key) setSorting({ key, largestFirst: true });
    else setSorting(now.largestFirst ? { key, largestFirst: false } : undefined);
  };
  const sorted = (key: string): 'ascending' | 'descending' | undefined => {
    const now = sorting();
    return now?.key === key ? (now.largestFirst ? 'descending' : 'ascending') : undefined;
  };

  const set = (next: string[][], said?: string): void => {
    const before = props.live.state.rows.map((cells) => [...cells]);
    props.live.setRows(next);
    if (said) notify(said, { label: '撤销', run: () => props.live.setRows(before) });
  };
  const change = (row: number, column: number, value: string): void =>
    set(
      props.live.state.rows.map((cells, r) =>
        r === row ? columns.map((_, c) => (c === column ? value : (cells[c] ?? ''))) : cells,
      ),
    );
  const blank = (): string[] => columns.map(() => '');
  const add = (): void => {
    set([...props.live.state.rows, blank()]);
    focusOn(props.live.state.rows.length - 1, 0);
  };
  const remove = (row: number): void =>
    set(
      props.live.state.rows.filter((_, index) => index !== row),
      `已删掉第${row + 1}行。`,
    );
  const start = (name: string): void => {
    const preset = props.live.tool()?.rows?.presets?.[name];
    if (!preset) return;
    // Other rows come in their own order.
    setSorting(undefined);
    set(
      preset.map((row) => [...row]),
      `已换成“${name}”。`,
    );
  };

  const focusOn = (row: number, column: number): void => {
    const key = columns[column]?.key;
    table?.querySelector<HTMLInputElement>(`[name="${key}.${row}"]`)?.focus();
  };
  /** Enter and the arrows go down and up the column, as in a spreadsheet. */
  const move = (event: KeyboardEvent, place: number, column: number): void => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || (event.target as HTMLElement).tagName === 'SELECT') return;
    event.preventDefault();
    const next = order()[place + step];
    if (next !== undefined) focusOn(next, column);
    else if (event.key === 'Enter') {
      set([...props.live.state.rows, blank()]);
      focusOn(props.live.state.rows.length - 1, column);
    }
  };

  const openSheet = async (pasted?: string): Promise<void> => {
    try {
      const { default: view } = await import('./Sheet.tsx');
      setSheet({ view, ...(pasted !== undefined && { pasted }) });
    } catch {
      notify(NOT_LOADED);
    }
  };
  /** Several cells pasted into one are a table. */
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    void openSheet(text);
  };

  const leftOut = (): number[] => props.live.output().leftOut;
  const head = (key: string, label: string): JSX.Element => (
    <th scope="col" aria-sort={sorted(key)}>
      <button type="button" class="sort" onClick={() => sortBy(key)}>
        {label}
      </button>
    </th>
  );
  return (
    <div class="rows">
      <div class="actions needs-js">
        <For each={presets}>
          {(name) => (
            <button type="button" class="chip" onClick={() => start(name)}>
              {name}
            </button>
          )}
        </For>
        <button
          type="button"
          class="button"
          aria-expanded={Boolean(sheet())}
          onClick={() => void openSheet()}
        >
          导入、导出表格
        </button>
      </div>
      <Show when={sheet()}>
        {(open) => (
          <section class="panel" aria-label="导入、导出表格">
            {open().view({
              live: props.live,
              close: () => setSheet(undefined),
              ...(open().pasted !== undefined && { pasted: open().pasted ?? '' }),
            })}
          </section>
        )}
      </Show>
      <table ref={table} onPaste={paste}>
        <thead>
          <tr>
            <th scope="col" class="row-number">
              行
            </th>
            <For each={columns}>{({ key, label }) => head(key, label)}</For>
            <For each={results}>{({ key, label }) => head(key, label)}</For>
            <th scope="col" class="needs-js">
              <span class="sr-only">删除</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={order()}>
            {(row, place) => (
              <tr>
                <th scope="row" class="row-number">
                  {row + 1}
                </th>
                <For each={columns}>
                  {(column, index) => (
                    <td data-label={column.label} onKeyDown={(event) => move(event, place(), index())}>
                      <Field
                        field={column}
                        name={`${column.key}.${row}`}
                        label={`第${row + 1}行${column.label}`}
                        value={props.live.state.rows[row]?.[index()] ?? ''}
                        error={shown(row)?.errors[column.key]}
                        onChange={(value) => change(row, index(), value)}
                      />
                    </td>
                  )}
                </For>
                <For each={results}>
                  {(result) => (
                    <td data-label={result.label}>
                      <Output
                        bare
                        result={result}
                        name={`${result.key}.${row}`}
                        shown={shown(row)?.results[result.key]}
                      />
                    </td>
                  )}
                </For>
                <td class="row-end">
                  <For each={shown(row)?.reading}>
                    {(said) => <small class={`row-said tone-${said.tone}`}>{said.text}</small>}
                  </For>
                  <button
                    type="button"
                    class="icon-button needs-js"
                    aria-label={`删掉第${row + 1}行`}
                    onClick={() => remove(row)}
                  >
                    ×
                  </button>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={leftOut().length > 0}>
        <p class="remark tone-caution" role="status">
          第
          {leftOut()
            .map((row) => row + 1)
            .join('、')}
          行没填完或有错，没有算进合计。
        </p>
      </Show>
      <button type="button" class="button needs-js" onClick={add}>
        加一行{each}
      </button>
    </div>
  );
}
