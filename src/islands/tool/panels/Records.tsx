import { createSignal, For, type JSX, Show, untrack } from 'solid-js';
import { writeDelimited } from '#logic/exchange/delimited.ts';
import { saveFile } from '#src/device/files.ts';
import { notify } from '#src/device/notice.ts';
import { type SavedRun, savedRuns } from '#src/device/runs.ts';
import type { ToolLive } from '../ToolFrame.tsx';

const when = (at: number): string =>
  new Date(at).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });

/** 我的记录 of this tool: open again, delete, export. */
export default function Records(props: { live: ToolLive }): JSX.Element {
  const id = untrack(() => props.live.view.id);
  const [all, setAll] = createSignal(savedRuns.read());
  const mine = (): SavedRun[] => all().filter((run) => run.tool === id);
  const keep = (runs: SavedRun[]): void => {
    savedRuns.write(runs);
    setAll(runs);
  };
  const reopen = (saved: SavedRun): void => {
    const before = props.live.state;
    props.live.setState(saved.state);
    notify('已放回表里。', { label: '撤销', run: () => props.live.setState(before) });
  };
  const remove = (saved: SavedRun): void => {
    const before = savedRuns.read();
    keep(before.filter(({ at, tool }) => at !== saved.at || tool !== saved.tool));
    notify('已删掉一条记录。', { label: '撤销', run: () => keep(before) });
  };
  const exportAll = (): void => {
    const head = [
      '时间',
      ...props.live.view.fields.map(({ label }) => label),
      ...props.live.view.results.map(({ label }) => label),
    ];
    const body = mine().map((run) => [
      when(run.at),
      ...props.live.view.fields.map(({ key }) => run.state.fields[key] ?? ''),
      ...props.live.view.results.map(
        ({ label }) => run.results.find((result) => result.label === label)?.text ?? '',
      ),
    ]);
    saveFile(`${props.live.view.name}.csv`, writeDelimited([head, ...body], 'csv'), 'text/csv');
  };
  return (
    <Show
      when={mine().length > 0}
      fallback={<p class="panel-lead">还没有记录。算好一次后点「存一次」，就会留在这台设备上，不会上传。</p>}
    >
      <p class="panel-lead">只存在这台设备上，不会上传。</p>
      <ul class="records">
        <For each={mine()}>
          {(run) => (
            <li>
              <span>
                <time>{when(run.at)}</time>
                {run.results
                  .slice(0, 2)
                  .map(({ label, text }) => `${label} ${text}`)
                  .join('，')}
              </span>
              <button type="button" class="button" onClick={() => reopen(run)}>
                打开
              </button>
              <button type="button" class="button" onClick={() => remove(run)}>
                删除
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="actions">
        <button type="button" class="button" onClick={exportAll}>
          导出 CSV
        </button>
      </div>
    </Show>
  );
}
