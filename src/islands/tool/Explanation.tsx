import { createMemo, For, type JSX, Show, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import { type Step, stepsOf } from '#logic/tools/explain.ts';
import { pageParts } from '#logic/tools/page-parts.ts';
import type { ToolLive } from './ToolFrame.tsx';

/** How the results come about: each formula in words and with the numbers typed. */
export default function Explanation(props: { live: ToolLive }): JSX.Element {
  const steps = createMemo((): readonly Step[] => {
    if (isServer) return pageParts.get(untrack(() => props.live.view.initial))?.steps ?? [];
    const tool = props.live.tool();
    return tool ? stepsOf(tool, props.live.state) : [];
  });
  return (
    <details class="explanation" open={props.live.place === 'page' && !props.live.view.rows}>
      <summary>怎么算的</summary>
      <ol>
        <For each={steps()}>
          {(step) => (
            <li>
              <b>{step.label}</b> = {step.formula}
              <Show when={step.numbers}>
                <span class="step-numbers">
                  = {step.numbers} = <b>{step.text}</b>
                </span>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </details>
  );
}
