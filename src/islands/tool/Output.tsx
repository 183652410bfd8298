import { type JSX, untrack } from 'solid-js';
import type { ResultView, Shown } from '#logic';

/** One result: text for people, `<data value>` for machines, and why where it does not exist. Only these change. */
export function Output(props: {
  result: ResultView;
  shown: Shown | undefined;
  name?: string;
  bare?: boolean;
}): JSX.Element {
  const { result, name = result.key, bare } = untrack(() => ({ ...props }));
  const help = bare ? undefined : result.help;
  return (
    <div class={`result tone-${props.shown?.tone ?? 'plain'}${result.main && !bare ? ' result-main' : ''}`}>
      {!bare && <span class="result-label">{result.label}</span>}
      {/* The form tells its main results once typing rests; twenty of these speaking at every key would drown it. */}
      <output name={name} aria-live="off">
        <data value={props.shown?.machine ?? ''}>{props.shown?.text ?? '—'}</data>
      </output>
      <small class="why">{props.shown?.why}</small>
      {help && <small class="result-help">{help}</small>}
    </div>
  );
}
