import { createSignal, createUniqueId, For, type JSX, onMount, Show } from 'solid-js';
import { blanksOf, fill } from '#logic/playbook/blanks.ts';
import { copy } from '#src/device/clipboard.ts';
import { isFavourite, toggleFavourite } from '#src/device/favourites.ts';
import { blanks, setBlanks } from './blanks.ts';

export interface ReplyProps {
  id: string;
  /** the reply itself first, then its other tones and platforms */
  versions: { label: string; body: string }[];
  blanks: Record<string, { default: string; hint: string }>;
}

/** A customer reply to use: choose a version, fill its blanks, see it, copy it, keep it among the favourites. */
export default function Reply(props: ReplyProps): JSX.Element {
  const id = createUniqueId();
  const [version, setVersion] = createSignal(0);
  const [favourite, setFavourite] = createSignal(false);
  const body = (): string => props.versions[version()]?.body ?? '';
  const value = (name: string): string => blanks()[name] ?? props.blanks[name]?.default ?? '';
  const filled = (): ReturnType<typeof fill> =>
    fill(body(), Object.fromEntries(blanksOf(body()).map((name) => [name, value(name)])));
  onMount(() => setFavourite(isFavourite('script', props.id)));
  const copyReply = (): void => {
    const { text, empty } = filled();
    void copy(
      text,
      empty.length > 0 ? `已复制，但「${empty.join('、')}」还空着，发出前补上。` : '已复制，直接粘贴就能发。',
    );
  };
  return (
    <div class="reply">
      <Show when={props.versions.length > 1}>
        <div class="versions needs-js" role="group" aria-label="换个说法">
          <For each={props.versions}>
            {({ label }, index) => (
              <button
                type="button"
                class="chip"
                aria-pressed={index() === version()}
                onClick={() => setVersion(index())}
              >
                {label}
              </button>
            )}
          </For>
        </div>
      </Show>
      <blockquote class="reply-text" aria-live="polite">
        {filled().text}
      </blockquote>
      <div class="reply-actions needs-js">
        <button type="button" class="button button-main" onClick={copyReply}>
          复制
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={favourite()}
          onClick={() => setFavourite(toggleFavourite('script', props.id))}
        >
          {favourite() ? '已收藏' : '收藏'}
        </button>
        <Show when={blanksOf(body()).length > 0}>
          <details class="fill">
            <summary>填空（{filled().empty.length}个还空着）</summary>
            <For each={blanksOf(body())}>
              {(name, index) => (
                <div class="field">
                  <label for={`${id}-${index()}`}>{name}</label>
                  <input
                    id={`${id}-${index()}`}
                    autocomplete="off"
                    placeholder={props.blanks[name]?.hint ?? ''}
                    value={value(name)}
                    onInput={(event) => setBlanks({ ...blanks(), [name]: event.currentTarget.value })}
                  />
                </div>
              )}
            </For>
          </details>
        </Show>
      </div>
    </div>
  );
}
