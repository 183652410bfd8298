import { createEffect, createSignal, For, type JSX, on, Show, untrack } from 'solid-js';
import type { Step } from '#logic';
import type { ToolLive } from './ToolFrame.tsx';

const inWords = (steps: readonly Step[]): Step[] => steps.map((step) => ({ ...step, numbers: '' }));

/**
 * How the results come about: each formula in words and with the numbers typed. The page brings the example's steps;
 * what writes others is loaded with the first change.
 */
export function Explanation(props: { live: ToolLive; open?: boolean }): JSX.Element {
  const first = untrack(() => props.live.view.initial);
  const [steps, setSteps] = createSignal<Step[]>(first.steps);
  let write: ((state: ToolLive['state']) => Step[]) | undefined;
  const update = async (): Promise<void> => {
    const tool = props.live.tool();
    if (!tool) return;
    if (!write) {
      setSteps(inWords(first.steps));
      const { stepsOf } = await import('#logic/tools/explain.ts');
      write = (state) => stepsOf(tool, state);
    }
    setSteps(write(props.live.state));
  };
  createEffect(
    on(
      () => [props.live.tool(), props.live.state] as const,
      // What does not load leaves the formulas in words: numbers of another state would be wrong.
      ([, state]) => void (state !== first.state && update().catch(() => undefined)),
      { defer: true },
    ),
  );
  return (
    <details class="explanation" open={props.open}>
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
