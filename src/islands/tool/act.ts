import { copy } from '#src/device/clipboard.ts';
import { share } from '#src/device/dialogs.ts';
import { notify } from '#src/device/notice.ts';
import { addRun } from '#src/device/runs.ts';
import { writeDelimited } from '#logic/exchange/delimited.ts';
import { sharedRows, writeState } from '#logic/tools/link.ts';
import { columnsOf, defaultState } from '#logic/tools/state.ts';
import { saveFile } from '#src/device/files.ts';
import type { ToolLive } from './ToolFrame.tsx';

/** What the buttons of a tool do; loaded with the first click on one of them. */
function linkOf(live: ToolLive): string {
  const { address } = live;
  const tool = live.tool();
  const fragment = tool ? writeState(tool, live.state) : '';
  return new URL(address + (fragment && `#${fragment}`), location.href).href;
}

/** Beyond it apps and chats cut a link off. */
const LONGEST_LINK = 8192;

/** More rows nobody reads in a chat. */
const MOST_ROWS = 30;

/** The results as text for a chat: inputs, results and the link that reopens them; customers only by number. */
export function resultText(live: ToolLive, link: string): string {
  const { view, state } = live;
  const inputs = view.fields
    .filter(({ key }) => state.fields[key])
    .map(({ key, label, options, unit, suffix }) => {
      const typed = state.fields[key] ?? '';
      return `${label}：${options?.[typed] ?? typed}${unit === 'percent' && !typed.includes('%') ? '%' : unit === 'money' && !/[¥￥元]/.test(typed) ? '元' : (suffix ?? '')}`;
    });
  const tool = live.tool();
  const shared = tool ? sharedRows(tool, state.rows) : [];
  const rows = shared.slice(0, MOST_ROWS).map((cells, index) => {
    const results =
      view.rows?.results.map(
        ({ key, label }) => `${label} ${live.output().rows[index]?.results[key]?.text ?? '—'}`,
      ) ?? [];
    return [...cells, ...results].join('  ');
  });
  if (shared.length > MOST_ROWS) rows.push(`……共${shared.length}行`);
  const results = view.results.map(
    ({ key, label }) => `${label}：${live.output().results[key]?.text ?? '—'}`,
  );
  return [
    `【${view.name}】`,
    ...inputs,
    ...rows,
    ...(results.length > 0 ? ['—— 结果 ——', ...results] : []),
    ...(live.output().findings ?? []).map(({ what, says }) => what + says),
    ...(link.length <= LONGEST_LINK ? [link] : []),
  ].join('\n');
}

export const copyResult = (live: ToolLive): Promise<boolean> =>
  copy(resultText(live, linkOf(live)), '结果已复制，可以粘到群里。');

/** The link of what stands in the tool; too much for a link is saved as a file. */
export function shareState(live: ToolLive): void {
  const link = linkOf(live);
  if (link.length <= LONGEST_LINK) {
    share(live.view.name, link);
    return;
  }
  const { view, state } = live;
  const tool = live.tool();
  if (!tool) return;
  const header = Object.values(columnsOf(tool)).map(({ label }) => label);
  saveFile(`${view.name}.csv`, writeDelimited([header, ...sharedRows(tool, state.rows)], 'csv'), 'text/csv');
  notify('内容太多，放不进链接，已存成文件，把文件发给对方就行。');
}

/** Prints what is filled in, or the same sheet with empty lines to fill by hand. */
function printSheet(kind: 'filled' | 'blank'): void {
  const root = document.documentElement;
  root.dataset['sheet'] = kind;
  addEventListener('afterprint', () => delete root.dataset['sheet'], { once: true });
  print();
}
export const printFilled = (): void => printSheet('filled');
export const printBlank = (): void => printSheet('blank');

export function keepRun(live: ToolLive): void {
  const results = live.view.results.map(({ key, label }) => ({
    label,
    text: live.output().results[key]?.text ?? '—',
  }));
  if (addRun({ tool: live.view.id, at: Date.now(), state: live.state, results }) === 'saved')
    notify('已存到这台设备的「我的记录」。');
}

export function reset(live: ToolLive): void {
  const tool = live.tool();
  if (!tool) return;
  const before = live.state;
  live.setState(live.place === 'chapter' ? live.view.initial.state : defaultState(tool));
  notify('已恢复成例子里的数。', { label: '撤销', run: () => live.setState(before) });
}
