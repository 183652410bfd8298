import { createUniqueId, For, type JSX, Show } from 'solid-js';
import type { FieldView } from '#logic';

export interface FieldProps {
  field: FieldView;
  value: string;
  error?: string | undefined;
  /** `KEY` or, in a row, `KEY.N` */
  name?: string;
  /** in a table the column's head is the label */
  label?: string;
  onChange: (value: string) => void;
}

const prefix = (field: FieldView): string => (field.unit === 'money' ? '¥' : '');
const suffix = (field: FieldView): string => (field.unit === 'percent' ? '%' : (field.suffix ?? ''));

/** One control of a tool, by its kind, with its label, help and error. */
export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId();
  const describedBy = (): string | undefined =>
    [props.error && `${id}-error`, !props.label && props.field.help && `${id}-help`]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <div class="field" classList={{ 'field-wrong': Boolean(props.error) }}>
      <Show when={!props.label}>
        <label for={id}>{props.field.label}</label>
      </Show>
      <span class="field-box">
        <Show when={prefix(props.field)}>
          <span class="affix">{prefix(props.field)}</span>
        </Show>
        <Show
          when={props.field.options}
          fallback={
            <input
              id={id}
              name={props.name ?? props.field.key}
              type="text"
              inputmode={props.field.kind === 'number' ? 'decimal' : undefined}
              autocomplete="off"
              spellcheck={false}
              aria-label={props.label}
              aria-invalid={props.error ? 'true' : undefined}
              aria-describedby={describedBy()}
              placeholder={props.field.optional ? '可不填' : undefined}
              value={props.value}
              onInput={(event) => props.onChange(event.currentTarget.value)}
            />
          }
        >
          {(options) => (
            <select
              id={id}
              name={props.name ?? props.field.key}
              aria-label={props.label}
              aria-describedby={describedBy()}
              onInput={(event) => props.onChange(event.currentTarget.value)}
            >
              <For each={Object.entries(options())}>
                {([token, label]) => (
                  <option value={token} selected={token === props.value}>
                    {label}
                  </option>
                )}
              </For>
            </select>
          )}
        </Show>
        <Show when={suffix(props.field)}>
          <span class="affix">{suffix(props.field)}</span>
        </Show>
      </span>
      <Show when={props.field.presets}>
        {(presets) => (
          <span class="presets needs-js">
            <For each={Object.entries(presets())}>
              {([label, value]) => (
                <button type="button" class="chip" onClick={() => props.onChange(value)}>
                  {label}
                </button>
              )}
            </For>
          </span>
        )}
      </Show>
      <Show when={props.error}>
        <p class="error" id={`${id}-error`}>
          {props.error}
        </p>
      </Show>
      <Show when={!props.label && props.field.help}>
        <p class="help" id={`${id}-help`}>
          {props.field.help}
        </p>
      </Show>
    </div>
  );
}
