import { createEffect, createSignal, For, type JSX, onMount, Show, untrack } from 'solid-js';
import { favouriteIds } from '#src/device/favourites.ts';

export interface FilterProps {
  scenes: string[];
  customers: { id: string; label: string }[];
  total: number;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Narrows the list of replies that stands in the page: by any characters, pinyin or initials, by scene and customer. */
export default function Filter(props: FilterProps): JSX.Element {
  const [text, setText] = createSignal('');
  const [scene, setScene] = createSignal('');
  const [customer, setCustomer] = createSignal('');
  const [onlyFavourites, setOnlyFavourites] = createSignal(false);
  const [shown, setShown] = createSignal(untrack(() => props.total));
  let place: HTMLDivElement | undefined;
  let records: { element: HTMLElement; words: string }[] = [];

  onMount(() => {
    records = [...document.querySelectorAll<HTMLElement>('[data-script]')].map((element) => ({
      element,
      words: plain(`${element.dataset['find'] ?? ''} ${element.textContent}`),
    }));
    // What was typed or chosen before this came alive counts.
    const [typed, chosenScene, chosenCustomer] = [
      ...(place?.querySelectorAll<HTMLInputElement>('input, select') ?? []),
    ];
    setText(typed?.value ?? '');
    setScene(chosenScene?.value ?? '');
    setCustomer(chosenCustomer?.value ?? '');
  });
  createEffect(() => {
    const wanted = plain(text());
    const favourites = onlyFavourites() ? favouriteIds('script') : undefined;
    let count = 0;
    for (const { element, words } of records) {
      const { script, scene: itsScene, customer: itsCustomer } = element.dataset;
      const fits =
        (!wanted || words.includes(wanted)) &&
        (!scene() || itsScene === scene()) &&
        (!customer() || itsCustomer === customer() || itsCustomer === 'any') &&
        (!favourites || favourites.includes(script ?? ''));
      element.hidden = !fits;
      if (fits) count++;
    }
    if (records.length > 0) setShown(count);
  });
  const clear = (): void => {
    setText('');
    setScene('');
    setCustomer('');
    setOnlyFavourites(false);
  };
  return (
    <div class="filter needs-js" role="search" aria-label="找话术" ref={place}>
      <div class="field">
        <label for="script-find">顾客说了什么</label>
        <input
          id="script-find"
          type="search"
          autocomplete="off"
          placeholder="两个字就行，如 起球、tuihuo、qqma"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="script-scene">场景</label>
        <select id="script-scene" onInput={(event) => setScene(event.currentTarget.value)}>
          <option value="" selected={scene() === ''}>
            全部
          </option>
          <For each={props.scenes}>
            {(name) => (
              <option value={name} selected={scene() === name}>
                {name}
              </option>
            )}
          </For>
        </select>
      </div>
      <div class="field">
        <label for="script-customer">顾客的风格</label>
        <select id="script-customer" onInput={(event) => setCustomer(event.currentTarget.value)}>
          <option value="" selected={customer() === ''}>
            全部
          </option>
          <For each={props.customers}>
            {({ id, label }) => (
              <option value={id} selected={customer() === id}>
                {label}
              </option>
            )}
          </For>
        </select>
      </div>
      <button
        type="button"
        class="chip"
        aria-pressed={onlyFavourites()}
        onClick={() => setOnlyFavourites(!onlyFavourites())}
      >
        只看收藏
      </button>
      <p class="count" aria-live="polite">
        {shown()}条
        <Show when={shown() === 0}>
          ：没有合适的。换个说法，或
          <button type="button" class="link" onClick={clear}>
            清空条件
          </button>
        </Show>
      </p>
    </div>
  );
}
