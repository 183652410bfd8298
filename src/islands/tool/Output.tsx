import { type JSX, Show } from 'solid-js';
import type { ResultView, Shown } from '#logic';

/** One result: text for people, `<data value>` for machines, and why where it does not exist. */
export function Output(props: {
  result: ResultView;
  shown: Shown | undefined;
  name?: string;
  bare?: boolean;
}): JSX.Element {
  return (
    <div
      class="result"
      classList={{
        'result-main': Boolean(props.result.main) && !props.bare,
        [`tone-${props.shown?.tone ?? 'plain'}`]: true,
      }}
    >
      <Show when={!props.bare}>
        <span class="result-label">{props.result.label}</span>
      </Show>
      {/* The form tells its main results once typing rests; twenty of these speaking at every key would drown it. */}
      <output name={props.name ?? props.result.key} aria-live="off">
        <data value={props.shown?.machine ?? ''}>{props.shown?.text ?? '—'}</data>
      </output>
      <Show when={props.shown?.why}>
        <small class="why">{props.shown?.why}</small>
      </Show>
      <Show when={!props.bare && props.result.help}>
        <small class="result-help">{props.result.help}</small>
      </Show>
    </div>
  );
}
