import { For, type JSX } from 'solid-js';
import type { Result, ToolDefinition } from '#logic';

/** The results a panel can be about: numbers people see. */
export const numberResults = (tool: ToolDefinition | undefined): [key: string, result: Result][] =>
  Object.entries(tool?.results ?? {}).filter(
    ([, { step, unit }]) => !step && unit !== 'word' && unit !== 'date',
  );

/** Which of them it is about. */
export function ResultSelect(props: {
  id: string;
  label: string;
  results: readonly [key: string, result: Result][];
  value: string;
  onChange: (key: string) => void;
}): JSX.Element {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select id={props.id} onInput={(event) => props.onChange(event.currentTarget.value)}>
        <For each={props.results}>
          {([key, { label }]) => (
            <option value={key} selected={key === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}
