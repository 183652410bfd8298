import { createMemo, type JSX, Show, untrack } from 'solid-js';
import { batchOf, batchView } from '#logic/tools/batch.ts';
import { output } from '#logic/tools/output.ts';
import type { ToolDefinition } from '#logic';
import { Rows } from '../Rows.tsx';
import type { ToolLive } from '../ToolFrame.tsx';

/** 批量算: the same formulas for many at once, each with a name and all inputs in a row. */
export default function Batch(props: { live: ToolLive }): JSX.Element {
  return (
    <Show when={props.live.tool()} keyed>
      {(own) => <Many live={props.live} own={own} />}
    </Show>
  );
}

function Many(props: { live: ToolLive; own: ToolDefinition }): JSX.Element {
  const tool = batchOf(untrack(() => props.own));
  const view = batchView(untrack(() => props.live.view));
  const out = createMemo(() => output(tool, props.live.state));
  const live: ToolLive = {
    ...untrack(() => props.live),
    view,
    tool: () => tool,
    get state() {
      return props.live.state;
    },
    output: out,
  };
  const takeAbove = (): void => {
    const { fields, rows } = props.live.state;
    const cells = Object.keys(props.own.inputs).map((key) => fields[key] ?? '');
    props.live.setRows([...rows, [`${view.rows?.each ?? ''}${rows.length + 1}`, ...cells]]);
  };
  return (
    <>
      <p class="panel-lead">一行一个商品，公式和上面一样。可以从表格里整片粘贴，也可以导入文件。</p>
      <button type="button" class="button" onClick={takeAbove}>
        把上面这一单放进来
      </button>
      <Show when={live.state.rows.length === 0}>
        <p class="remark">还没有行。先放一单进来照着改，或者导入一张表。</p>
      </Show>
      <Rows live={live} />
    </>
  );
}
