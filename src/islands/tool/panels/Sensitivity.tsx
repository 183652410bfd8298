import { createMemo, createSignal, createUniqueId, For, type JSX, Show, untrack } from 'solid-js';
import { render } from '#logic/figures/render.ts';
import { tornado } from '#logic/figures/tornado.ts';
import { type Moved, type Sensitivity as Effects, sensitivity } from '#logic/tools/sensitivity.ts';
import type { ToolLive } from '../ToolFrame.tsx';
import { numberResults, ResultSelect } from './ResultSelect.tsx';

/** 敏感度: each input ±10 %, which moves the result most. */
export default function Sensitivity(props: { live: ToolLive }): JSX.Element {
  const id = createUniqueId();
  const results = numberResults(untrack(() => props.live.tool()));
  const [result, setResult] = createSignal(
    results.find(([, { main }]) => main)?.[0] ?? results[0]?.[0] ?? '',
  );
  const effects = createMemo(() => {
    const tool = props.live.tool();
    return tool && sensitivity(tool, props.live.state, result());
  });
  return (
    <>
      <p class="panel-lead">每个数单独加减一成，其余不变，看结果动多少。条最长的那个，最值得先管。</p>
      <div class="panel-fields">
        <ResultSelect id={id} label="看哪个结果" results={results} value={result()} onChange={setResult} />
      </div>
      <Show when={effects()} fallback={<p class="remark">这个结果现在算不出来，先把上面的数填好。</p>}>
        {(found) => (
          <Show
            when={found().effects.length > 0}
            fallback={<p class="remark">各个数动一成，这个结果都不变。</p>}
          >
            {/* Our own drawing; every text in it is escaped by the figure module. */}
            {/* eslint-disable-next-line solid/no-innerhtml */}
            <div class="figure-box" innerHTML={chart(props.live, result(), found())} />
            <table>
              <thead>
                <tr>
                  <th scope="col">改哪个数</th>
                  <th scope="col">减一成</th>
                  <th scope="col">加一成</th>
                </tr>
              </thead>
              <tbody>
                <For each={found().effects}>
                  {(effect) => (
                    <tr>
                      <th scope="row">{effect.label}</th>
                      <td class="figure-cell">{moved(effect.low)}</td>
                      <td class="figure-cell">{moved(effect.high)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </Show>
        )}
      </Show>
    </>
  );
}

/** A result, and where its input could not move by a tenth. */
const moved = ({ text, until }: Moved): string => (until ? `${text}（只到${until}）` : text);

const LARGEST = 8;

function chart(live: ToolLive, key: string, { base, effects }: Effects): string {
  const result = live.tool()?.results[key];
  if (!result || result.unit === 'word') return '';
  const items = effects
    .slice(0, LARGEST)
    .map(({ label, low, high }) => ({ label, low: low.value, high: high.value }));
  return render(tornado, {
    title: `各个数动一成，${result.label}怎么变`,
    data: { result: result.label, base: base.value, unit: result.unit, by: '一成', items },
  }).svg;
}
