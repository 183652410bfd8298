import { createMemo, createSignal, For, Index, type JSX, Show } from 'solid-js';
import { notify } from '#src/device/notice.ts';
import { Field } from '../fields/Field.tsx';
import { Output } from './Output.tsx';
import type { ToolLive } from './ToolFrame.tsx';

/** The editable table of a row tool. Sorting changes the view only: a row keeps its number. */
export function Rows(props: { live: ToolLive }): JSX.Element {
  const rows = (): NonNullable<ToolLive['view']['rows']> =>
    props.live.view.rows ?? { each: '行', columns: [], results: [] };
  const [sorted, setSorted] = createSignal(false);
  const order = createMemo(() => {
    const key = rows().sortBy;
    const results = props.live.output().rows;
    const indices = props.live.state.rows.map((_, index) => index);
    if (!sorted() || !key) return indices;
    const machines = results.map((row) => Number(row.results[key]?.machine || -Infinity));
    return indices.sort((a, b) => (machines[b] ?? 0) - (machines[a] ?? 0) || a - b);
  });
  const change = (row: number, column: number, value: string): void =>
    props.live.setRows(
      props.live.state.rows.map((cells, r) =>
        r === row ? rows().columns.map((_, c) => (c === column ? value : (cells[c] ?? ''))) : cells,
      ),
    );
  const add = (): void =>
    props.live.setRows([...props.live.state.rows.map((row) => [...row]), rows().columns.map(() => '')]);
  const remove = (row: number): void => {
    const before = props.live.state.rows.map((cells) => [...cells]);
    props.live.setRows(before.filter((_, index) => index !== row));
    notify(`已删掉第${row + 1}行。`, { label: '撤销', run: () => props.live.setRows(before) });
  };
  return (
    <div class="rows">
      <table>
        <thead>
          <tr>
            <th scope="col" class="row-number">
              行
            </th>
            <For each={rows().columns}>{(column) => <th scope="col">{column.label}</th>}</For>
            <For each={rows().results}>
              {(result) => (
                <th scope="col">
                  {result.label}
                  <Show when={rows().sortBy === result.key}>
                    <button
                      type="button"
                      class="sort needs-js"
                      aria-pressed={sorted()}
                      onClick={() => setSorted(!sorted())}
                    >
                      从大到小
                    </button>
                  </Show>
                </th>
              )}
            </For>
            <th scope="col" class="needs-js">
              <span class="sr-only">删除</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Index each={order()}>
            {(row) => (
              <tr>
                <th scope="row" class="row-number">
                  {row() + 1}
                </th>
                <Index each={rows().columns}>
                  {(column, index) => (
                    <td data-label={column().label}>
                      <Field
                        field={column()}
                        name={`${column().key}.${row()}`}
                        label={`第${row() + 1}行${column().label}`}
                        value={props.live.state.rows[row()]?.[index] ?? ''}
                        error={props.live.output().rows[row()]?.errors[column().key]}
                        onChange={(value) => change(row(), index, value)}
                      />
                    </td>
                  )}
                </Index>
                <For each={rows().results}>
                  {(result) => (
                    <td data-label={result.label}>
                      <Output
                        bare
                        result={result}
                        name={`${result.key}.${row()}`}
                        shown={props.live.output().rows[row()]?.results[result.key]}
                      />
                    </td>
                  )}
                </For>
                <td class="needs-js">
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={`删掉第${row() + 1}行`}
                    onClick={() => remove(row())}
                  >
                    ×
                  </button>
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
      <button type="button" class="button needs-js" onClick={add}>
        加一行{rows().each}
      </button>
    </div>
  );
}
