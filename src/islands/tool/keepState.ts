import { createEffect, on, onCleanup } from 'solid-js';
import type { ToolDefinition } from '#logic';
import { onFragment, readFragment, replaceFragment } from '#src/device/address.ts';
import { notify } from '#src/device/notice.ts';
import { whenRested } from '#src/device/rested.ts';
import { readState, writeState } from '#logic/tools/link.ts';
import type { ToolLive } from './ToolFrame.tsx';

/** Takes up the state in the address, and from then on keeps there what is typed. */
export function keepState(tool: ToolDefinition, live: ToolLive): void {
  const take = (text: string): boolean => {
    const { state, found, notices } = readState(tool, text);
    if (found) live.setState(state);
    if (notices.length > 0) notify(notices.join(''));
    return found;
  };
  let own = '';
  const write = whenRested(300, () => {
    own = writeState(tool, live.state);
    replaceFragment(own);
  });
  const found = take(readFragment((query) => readState(tool, query).found));
  if (!found && live.state !== live.view.initial.state) write();
  createEffect(on(() => live.state, write, { defer: true }));
  onCleanup(onFragment(() => location.hash.slice(1) !== own && take(location.hash)));
}
