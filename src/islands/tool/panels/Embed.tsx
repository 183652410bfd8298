import type { JSX } from 'solid-js';
import { copy } from '#src/device/clipboard.ts';
import { writeState } from '#logic/tools/link.ts';
import type { ToolLive } from '../ToolFrame.tsx';

const HEIGHT = 900;

/** 嵌到别处: a frame with these numbers for somebody else's page, and the lines that fit its height. */
export default function Embed(props: { live: ToolLive }): JSX.Element {
  const snippet = (): string => {
    const { view, state } = props.live;
    const tool = props.live.tool();
    const page = new URL(props.live.address, location.href);
    const frame = new URL(`../../embed/${view.id}/`, page);
    frame.hash = tool ? writeState(tool, state) : '';
    return [
      `<iframe id="youshu-${view.id}" src="${frame.href.replaceAll('&', '&amp;')}" title="${view.name}" style="width:100%;height:${HEIGHT}px;border:0" loading="lazy"></iframe>`,
      '<script>',
      "addEventListener('message', (event) => {",
      `  const frame = document.getElementById('youshu-${view.id}');`,
      "  if (event.source === frame.contentWindow && event.data?.type === 'youshu:height')",
      "    frame.style.height = event.data.height + 'px';",
      '});',
      '</script>',
    ].join('\n');
  };
  return (
    <>
      <p class="panel-lead">
        把下面几行贴进自己的网页，打开就是现在这些数。后面几行让框跟着内容长高，不要也行。
      </p>
      <div class="box">
        <textarea
          readonly
          rows={8}
          aria-label="嵌入代码"
          value={snippet()}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div class="actions">
        <button type="button" class="button" onClick={() => void copy(snippet(), '代码已复制')}>
          复制代码
        </button>
      </div>
    </>
  );
}
