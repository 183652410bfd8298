import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  on,
  onCleanup,
  Show,
  untrack,
} from 'solid-js';
import { writeDelimited } from '#logic/exchange/delimited.ts';
import { ENCODINGS, type Encoding, type Refused } from '#logic/exchange/encoding.ts';
import type { Mapping } from '#logic/exchange/table.ts';
import { BigTable, type Opened, type Unsettled } from '#src/device/bigTable.ts';
import { copy } from '#src/device/clipboard.ts';
import { saveBlob } from '#src/device/files.ts';
import { notify } from '#src/device/notice.ts';
import { BigRows } from './BigRows.tsx';
import type { ToolLive } from './ToolFrame.tsx';

/** Text that was pasted, or a file. */
type Source = string | File;
type Found = Opened | Unsettled | Refused;
type Ask = Parameters<BigTable['open']>[0];

/** Rows that stand in the page, each to be typed into; more are shown as they scroll by. */
const MOST_IN_PAGE = 200;
const PREVIEW = 5;

const isRefused = (answer: object): answer is Refused => 'refused' in answer;

/** Tables in and out: paste, a file, which column is which, a look at the first rows; and the results as a file. */
export default function Sheet(props: { live: ToolLive; close: () => void; pasted?: string }): JSX.Element {
  const id = createUniqueId();
  const [source, setSource] = createSignal<Source | undefined>(untrack(() => props.pasted));
  const take = (file: File | undefined): void => {
    if (file) setSource(file);
  };
  return (
    <Show
      when={source()}
      keyed
      fallback={
        <div
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take(event.dataTransfer?.files[0]);
          }}
        >
          <p class="panel-lead">
            在Excel或WPS里选中几列复制，直接粘到表格的任何一格就行；或者选一个.xlsx、.csv文件，拖进来也可以。文件只在这台设备上读，不会上传。
          </p>
          <div class="actions">
            <input
              id={`${id}-file`}
              class="sr-only"
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,text/csv"
              onChange={(event) => take(event.currentTarget.files?.[0])}
            />
            <label class="button button-main" for={`${id}-file`}>
              选文件
            </label>
            <Export live={props.live} />
            <button type="button" class="button" onClick={() => props.close()}>
              收起
            </button>
          </div>
        </div>
      }
    >
      {(from) => (
        <Incoming
          live={props.live}
          close={() => props.close()}
          source={from}
          back={() => setSource(undefined)}
        />
      )}
    </Show>
  );
}

/** A table on its way in: read and computed by a worker, shown before it replaces anything. */
function Incoming(props: {
  live: ToolLive;
  close: () => void;
  source: Source;
  back: () => void;
}): JSX.Element {
  const [found, setFound] = createSignal<Found>();
  /** share that is done, while something is read or computed */
  const [progress, setProgress] = createSignal<number>();
  const [first, setFirst] = createSignal<readonly (readonly string[])[]>([]);
  const [unfolded, setUnfolded] = createSignal(false);
  const table = new BigTable();
  onCleanup(() => table.close());
  /** The latest question counts: answers to earlier ones come too late. */
  let asked = 0;
  /** @param source sent once; asked again, the table knows it and what was said of it */
  const open = async (ask: Ask, source?: Source): Promise<void> => {
    const turn = ++asked;
    setProgress(0);
    const report = (share: number): void => void (turn === asked && setProgress(share));
    const whole = { tool: toolOf(props.live), fields: untrack(() => props.live.state.fields), ...ask };
    const answer = await (source instanceof File
      ? table.openFile(source, whole, report)
      : table.open({ ...whole, ...(source !== undefined && { source }) }, report));
    const rows =
      isRefused(answer) || answer.state !== 'open'
        ? answer
        : await table.ask('rows', { from: 0, to: PREVIEW });
    if (turn !== asked) return;
    setFirst('rows' in rows ? rows.rows.map(({ cells }) => cells) : []);
    if (!isRefused(answer) && answer.state === 'unsettled') setUnfolded(true);
    setFound(answer);
    setProgress(undefined);
  };
  createEffect(
    on(
      () => props.source,
      (source) => void open({}, source),
    ),
  );
  const opened = (): Opened | undefined => {
    const now = found();
    return now && !isRefused(now) && now.state === 'open' ? now : undefined;
  };
  const unsettled = (): Unsettled | undefined => {
    const now = found();
    return now && !isRefused(now) && now.state === 'unsettled' ? now : undefined;
  };
  const isBig = (): boolean => (opened()?.count ?? 0) > MOST_IN_PAGE;
  createEffect(
    on(
      () => props.live.state.fields,
      () => {
        // A batch has no fields beside its rows.
        if (!isBig() || props.live.view.fields.length === 0) return;
        const rested = setTimeout(() => void open({}), 400);
        onCleanup(() => clearTimeout(rested));
      },
      { defer: true },
    ),
  );
  /** While it is not settled a person may have several columns to say; then one is changed at a time. */
  const choose = (mapping: Mapping): void => {
    const now = unsettled();
    if (now) setFound({ ...now, at: [...mapping.at] });
    else void open({ mapping });
  };
  const put = async (keep: boolean): Promise<void> => {
    const now = opened();
    const answer = now && (await table.ask('rows', { from: 0, to: now.count }));
    if (!answer || isRefused(answer)) return;
    const before = props.live.state.rows;
    const rows = answer.rows.map(({ cells }) => cells);
    props.live.setRows(keep ? [...before, ...rows] : rows);
    props.close();
    notify(`读进${rows.length}行。`, { label: '撤销', run: () => props.live.setRows(before) });
  };
  const room = (): number => MOST_IN_PAGE - props.live.state.rows.length;
  return (
    <>
      <Show when={found()}>
        {(now) => (
          <Show
            when={!isRefused(now()) && (now() as Opened | Unsettled)}
            fallback={<p class="remark tone-bad">{(now() as Refused).refused}</p>}
          >
            {(read) => (
              <Columns
                live={props.live}
                read={read()}
                first={first()}
                unfolded={unfolded()}
                unfold={setUnfolded}
                choose={choose}
                open={(ask) => void open(ask)}
              />
            )}
          </Show>
        )}
      </Show>
      <Show when={unsettled()}>
        {(now) => (
          <div class="actions">
            <button
              type="button"
              class="button button-main"
              onClick={() => void open({ mapping: { header: now().header !== undefined, at: now().at } })}
            >
              就按上面的对应读
            </button>
          </div>
        )}
      </Show>
      <Show when={opened()}>
        {(now) => (
          <Show
            when={isBig()}
            fallback={
              <div class="actions">
                <button type="button" class="button button-main" onClick={() => void put(false)}>
                  换成这{now().count}行
                </button>
                <Show when={now().count <= room()}>
                  <button type="button" class="button" onClick={() => void put(true)}>
                    接在后面
                  </button>
                </Show>
              </div>
            }
          >
            <BigRows live={props.live} table={table} opened={now()} />
          </Show>
        )}
      </Show>
      <Show when={progress() !== undefined}>
        <Progress share={progress() ?? 0} />
      </Show>
      <div class="actions">
        <button type="button" class="button" onClick={() => props.back()}>
          {progress() === undefined ? '换一个文件' : '取消'}
        </button>
        <button type="button" class="button" onClick={() => props.close()}>
          收起
        </button>
      </div>
    </>
  );
}

const toolOf = ({ view }: ToolLive): { id: string; batch: boolean } => ({
  id: view.id,
  batch: view.batched === true,
});

function Progress(props: { share: number }): JSX.Element {
  const id = createUniqueId();
  return (
    <p class="panel-lead">
      <label for={id}>正在读和算，{Math.round(props.share * 100)}%</label>
      <progress id={id} max={1} value={props.share} />
    </p>
  );
}

/** What was read, which column is which, and the first rows; a person settles what the header does not. */
function Columns(props: {
  live: ToolLive;
  read: Opened | Unsettled;
  first: readonly (readonly string[])[];
  unfolded: boolean;
  unfold: (open: boolean) => void;
  choose: (mapping: Mapping) => void;
  open: (ask: Ask) => void;
}): JSX.Element {
  const id = createUniqueId();
  const columns = (): { label: string }[] => props.live.view.rows?.columns ?? [];
  const nameOf = (column: number): string => props.read.header?.[column]?.trim() || `第${column + 1}列`;
  const choose = (index: number, column: number): void =>
    props.choose({
      header: props.read.header !== undefined,
      at: props.read.at.map((at, i) => (i === index ? column : at)),
    });
  const rows = (): readonly (readonly string[])[] =>
    props.read.state === 'open'
      ? props.first
      : props.read.preview.map((row) => props.read.at.map((column) => row[column] ?? ''));
  return (
    <>
      <p class={`remark tone-${props.read.state === 'open' ? 'good' : 'caution'}`}>
        共{props.read.count}行{props.read.header ? '，第一行是表头' : '，没有表头'}。
        {props.read.state === 'open' ? '' : '有几项对不上，请选一下各是哪一列。'}
      </p>
      <Show when={props.read.notice}>{(says) => <p class="remark tone-caution">{says()}</p>}</Show>
      <details open={props.unfolded} onToggle={(event) => props.unfold(event.currentTarget.open)}>
        <summary>看前{PREVIEW}行，改对应的列</summary>
        <Show when={props.read.encoding}>
          {(now) => (
            <div class="field">
              <label for={`${id}-encoding`}>字看着不对就换编码</label>
              <select
                id={`${id}-encoding`}
                onInput={(event) => props.open({ encoding: event.currentTarget.value as Encoding })}
              >
                <For each={Object.entries(ENCODINGS)}>
                  {([name, label]) => (
                    <option value={name} selected={name === now()}>
                      {label}
                    </option>
                  )}
                </For>
              </select>
            </div>
          )}
        </Show>
        <label class="row-check">
          <input
            type="checkbox"
            checked={props.read.header !== undefined}
            onChange={(event) =>
              props.open({ mapping: { header: event.currentTarget.checked, at: props.read.at } })
            }
          />
          第一行是表头
        </label>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <For each={columns()}>
                  {(column, index) => (
                    <th scope="col">
                      <div class="field">
                        <label for={`${id}-at-${index()}`}>{column.label}</label>
                        <select
                          id={`${id}-at-${index()}`}
                          onInput={(event) => choose(index(), Number(event.currentTarget.value))}
                        >
                          <option value={-1} selected={props.read.at[index()] === -1}>
                            没有这一列
                          </option>
                          <For each={Array.from({ length: props.read.width }, (_, i) => i)}>
                            {(at) => (
                              <option value={at} selected={props.read.at[index()] === at}>
                                {nameOf(at)}
                              </option>
                            )}
                          </For>
                        </select>
                      </div>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {(row) => (
                  <tr>
                    <For each={row}>{(cell) => <td>{cell}</td>}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </details>
      <For each={props.read.problems.slice(0, PREVIEW)}>
        {({ line, says }) => (
          <p class="remark tone-caution">
            第{line}行：{says}。
          </p>
        )}
      </For>
    </>
  );
}

/** The table as it stands, with its results, for text. */
function textRows({ view, state, output }: ToolLive): string[][] {
  const { columns = [], results = [] } = view.rows ?? {};
  const { rows } = output();
  return [
    [...columns, ...results].map(({ label }) => label),
    ...state.rows.map((cells, row) => [
      ...columns.map((_, i) => cells[i] ?? ''),
      ...results.map(({ key }) => rows[row]?.results[key]?.text ?? ''),
    ]),
  ];
}

/** The table with its results as a file or for another spreadsheet. */
function Export(props: { live: ToolLive }): JSX.Element {
  const save = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    const { view, state } = props.live;
    const table = new BigTable();
    // By the way that large tables take, so that both kinds of file are written in one place.
    const source = writeDelimited(
      [(view.rows?.columns ?? []).map(({ label }) => label), ...state.rows],
      'csv',
    );
    const opened = await table.open({ tool: toolOf(props.live), fields: state.fields, source });
    const answer = isRefused(opened) ? opened : await table.ask('file', { kind });
    table.close();
    if (isRefused(answer)) notify(answer.refused);
    else if (!saveBlob(`${view.name}.${kind}`, answer.blob))
      notify('这里不能下载文件。点「复制到表格」，到表格里粘贴也行。');
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void save('xlsx')}>
        导出.xlsx
      </button>
      <button type="button" class="button" onClick={() => void save('csv')}>
        导出.csv
      </button>
      <button
        type="button"
        class="button"
        onClick={() => void copy(writeDelimited(textRows(props.live), 'tsv'), '已复制，到表格里粘贴就行。')}
      >
        复制到表格
      </button>
    </>
  );
}
