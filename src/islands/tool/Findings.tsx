import { For, type JSX, Show } from 'solid-js';
import type { Finding } from '#logic';
import type { ToolLive } from './ToolFrame.tsx';

/** What a text check found, in order of place; a tap on one selects it in the text. */
export function Findings(props: { live: ToolLive }): JSX.Element {
  const found = (): readonly Finding[] => props.live.output().findings ?? [];
  const select = (event: Event, { at }: Finding): void => {
    const form = (event.currentTarget as HTMLElement).closest('form');
    const field = at && (form?.elements.namedItem(at.field) as HTMLTextAreaElement | null);
    if (!field) return;
    field.focus();
    field.setSelectionRange(at.from, at.to);
  };
  return (
    <section class="findings" aria-label={props.live.view.findings?.label}>
      <Show
        when={found().length > 0}
        fallback={<p class="remark tone-good">{props.live.view.findings?.none}</p>}
      >
        <ol>
          <For each={found()}>
            {(finding) => (
              <li class={`remark tone-${finding.tone}`}>
                <Show when={finding.at} fallback={<b>{finding.what}</b>}>
                  <button type="button" class="finding" onClick={(event) => select(event, finding)}>
                    {finding.what}
                  </button>
                </Show>
                {finding.says}
                <Show when={finding.source}>
                  <small>{finding.source}</small>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}
