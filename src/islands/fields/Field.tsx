import { createUniqueId, For, type JSX, untrack } from 'solid-js';
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

/** One control of a tool, by its kind, with its label, help and error. Only value and error change: another field is another control. */
export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId();
  const { field, label, name = field.key } = untrack(() => ({ ...props }));
  const { kind, long, options, unit, suffix, optional } = field;
  const presets = field.presets && Object.entries(field.presets);
  const help = label ? undefined : field.help;
  const hint = optional ? '可不填' : kind === 'date' ? '2026-11-01' : undefined;
  const describedBy = (): string | undefined =>
    [props.error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined;
  const typed = (event: { currentTarget: { value: string } }): void =>
    props.onChange(event.currentTarget.value);
  const control = options ? (
    <select id={id} name={name} aria-label={label} aria-describedby={describedBy()} onInput={typed}>
      <For each={Object.entries(options)}>
        {([token, word]) => (
          <option value={token} selected={token === props.value}>
            {word}
          </option>
        )}
      </For>
    </select>
  ) : long ? (
    <textarea
      id={id}
      name={name}
      rows={6}
      aria-describedby={describedBy()}
      placeholder={hint}
      value={props.value}
      onInput={typed}
    >
      {untrack(() => props.value)}
    </textarea>
  ) : (
    <input
      id={id}
      name={name}
      type="text"
      inputmode={kind === 'number' ? 'decimal' : undefined}
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy()}
      placeholder={hint}
      value={props.value}
      onInput={typed}
    />
  );
  return (
    <div class={`field${kind === 'text' ? ' field-long' : ''}${props.error ? ' field-wrong' : ''}`}>
      {!label && <label for={id}>{field.label}</label>}
      <span class="field-box">
        <span class="affix">{unit === 'money' ? '¥' : ''}</span>
        {control}
        <span class="affix">{unit === 'percent' ? '%' : suffix}</span>
      </span>
      {presets && (
        <span class="presets needs-js">
          <For each={presets}>
            {([word, value]) => (
              <button type="button" class="chip" onClick={() => props.onChange(value)}>
                {word}
              </button>
            )}
          </For>
        </span>
      )}
      <p class="error" id={props.error && `${id}-error`}>
        {props.error}
      </p>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
