import { createSignal, For, type JSX, Show, untrack } from 'solid-js';
import { output } from '#logic/tools/output.ts';
import type { ToolState } from '#logic';
import type { ToolLive } from '../ToolFrame.tsx';

const NAMES = ['方案一', '方案二', '方案三'];

/** 方案对比: up to three sets of inputs side by side; the first is the one above. */
export default function Compare(props: { live: ToolLive }): JSX.Element {
  const [others, setOthers] = createSignal<ToolState[]>([untrack(() => props.live.state)]);
  const states = (): ToolState[] => [props.live.state, ...others()];
  const results = (index: number): ReturnType<typeof output> | undefined => {
    const tool = props.live.tool();
    const state = states()[index];
    return tool && state ? output(tool, state) : undefined;
  };
  const change = (index: number, key: string, value: string): void => {
    if (index === 0) props.live.setField(key, value);
    else
      setOthers(
        others().map((state, i) =>
          i === index - 1 ? { ...state, fields: { ...state.fields, [key]: value } } : state,
        ),
      );
  };
  return (
    <>
      <p class="panel-lead">改一改方案里的数，看结果差多少。方案一就是上面的表。</p>
      <div class="scroll">
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <For each={NAMES.slice(0, states().length)}>{(name) => <th scope="col">{name}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.live.view.fields}>
              {(field) => (
                <tr>
                  <th scope="row">{field.label}</th>
                  <For each={NAMES.slice(0, states().length)}>
                    {(name, index) => (
                      <td>
                        <Show
                          when={field.options}
                          fallback={
                            <input
                              aria-label={`${name} ${field.label}`}
                              inputmode="decimal"
                              autocomplete="off"
                              value={states()[index()]?.fields[field.key] ?? ''}
                              aria-invalid={results(index())?.errors[field.key] ? 'true' : undefined}
                              onChange={(event) => change(index(), field.key, event.currentTarget.value)}
                            />
                          }
                        >
                          {(options) => (
                            <select
                              aria-label={`${name} ${field.label}`}
                              onInput={(event) => change(index(), field.key, event.currentTarget.value)}
                            >
                              <For each={Object.entries(options())}>
                                {([token, label]) => (
                                  <option
                                    value={token}
                                    selected={token === states()[index()]?.fields[field.key]}
                                  >
                                    {label}
                                  </option>
                                )}
                              </For>
                            </select>
                          )}
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
            <For each={props.live.view.results}>
              {(result) => (
                <tr class={result.main ? 'compare-main' : undefined}>
                  <th scope="row">{result.label}</th>
                  <For each={NAMES.slice(0, states().length)}>
                    {(_, index) => (
                      <td class="figure-cell">{results(index())?.results[result.key]?.text ?? '—'}</td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="actions">
        <Show when={others().length < 2}>
          <button type="button" class="button" onClick={() => setOthers([...others(), props.live.state])}>
            再加一个方案
          </button>
        </Show>
        <Show when={others().length > 1}>
          <button type="button" class="button" onClick={() => setOthers(others().slice(0, -1))}>
            去掉方案三
          </button>
        </Show>
      </div>
    </>
  );
}
