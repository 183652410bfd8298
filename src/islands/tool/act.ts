import { copy } from '#src/device/clipboard.ts';
import { share } from '#src/device/dialogs.ts';
import { notify } from '#src/device/notice.ts';
import { addRun } from '#src/device/runs.ts';
import { defaultState, writeState } from '#logic/tools/state.ts';
import type { ToolLive, ToolProps } from './ToolFrame.tsx';

/** What the buttons of a tool do; loaded with the first click on one of them. */
export interface Acting {
  live: ToolLive;
  place: ToolProps['place'];
  /** path of the tool's own page */
  address: string;
}

function linkOf({ live, address }: Acting): string {
  const tool = live.tool();
  const fragment = tool ? writeState(tool, live.state) : '';
  return new URL(address + (fragment && `#${fragment}`), location.href).href;
}

/** The results as text for a chat: inputs, results and the link that reopens them. */
export function resultText(live: ToolLive, link: string): string {
  const { view, state } = live;
  const inputs = view.fields
    .filter(({ key }) => state.fields[key])
    .map(({ key, label, options, unit, suffix }) => {
      const typed = state.fields[key] ?? '';
      return `${label}：${options?.[typed] ?? typed}${unit === 'percent' && !typed.includes('%') ? '%' : unit === 'money' && !/[¥￥元]/.test(typed) ? '元' : (suffix ?? '')}`;
    });
  const rows = state.rows.map((cells, index) => {
    const results =
      view.rows?.results.map(
        ({ key, label }) => `${label} ${live.output().rows[index]?.results[key]?.text ?? '—'}`,
      ) ?? [];
    return [...cells, ...results].join('  ');
  });
  const results = view.results.map(
    ({ key, label }) => `${label}：${live.output().results[key]?.text ?? '—'}`,
  );
  return [
    `【${view.name}】`,
    ...inputs,
    ...rows,
    ...(results.length > 0 ? ['—— 结果 ——', ...results] : []),
    link,
  ].join('\n');
}

export const copyResult = (acting: Acting): Promise<boolean> =>
  copy(resultText(acting.live, linkOf(acting)), '结果已复制，可以粘到群里。');

export const shareState = (acting: Acting): void => share(acting.live.view.name, linkOf(acting));

export function keepRun({ live }: Acting): void {
  const results = live.view.results.map(({ key, label }) => ({
    label,
    text: live.output().results[key]?.text ?? '—',
  }));
  if (addRun({ tool: live.view.id, at: Date.now(), state: live.state, results }) === 'saved')
    notify('已存到这台设备的「我的记录」。');
}

export function reset({ live, place }: Acting): void {
  const tool = live.tool();
  if (!tool) return;
  const before = live.state;
  live.setState(place === 'chapter' ? live.view.initial.state : defaultState(tool));
  notify('已恢复成例子里的数。', { label: '撤销', run: () => live.setState(before) });
}
