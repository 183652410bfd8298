import { type Found, type Ranked, search } from '../../logic/search/index.ts';
import { whenRested } from '../rested.ts';
import { action, make } from './dom.ts';
import { createFullText } from './fullText.ts';
import { beginning, nothing } from './idle.ts';
import { library, type Shelf } from './library.ts';
import { rememberSearch } from './recent.ts';
import { items } from './results.ts';

/** Typing rests this long before the search runs. */
const REST = 160;
/** Nobody sees “正在找” for what takes less. */
const PATIENCE = 400;

export interface PanelOptions {
  /** results shown at first and more at a time */
  batch: number;
  /** told of each query that was answered */
  answered?: (query: string) => void;
}
export interface Panel {
  input: HTMLInputElement;
  nodes: Node[];
  /** puts a query in and runs it at once; the field takes the focus unless told otherwise */
  ask: (query: string, focus?: boolean) => void;
  /** follows the first result, once there is one for what stands in the field */
  follow: () => void;
}

/** The search itself: field, kinds, results. The dialog and the page each put it where they want it. */
export function createPanel({ batch, answered }: PanelOptions): Panel {
  const input = make('input', {
    type: 'search',
    className: 'search-field',
    placeholder: '搜章节、工具、话术、术语',
    autocomplete: 'off',
    spellcheck: false,
  });
  input.setAttribute('aria-label', '搜索');
  input.setAttribute('enterkeyhint', 'search');
  const kinds = make('div', { className: 'search-kinds', role: 'group', ariaLabel: '只看一种' });
  const status = make('p', { className: 'search-status', role: 'status' });
  const list = make('ol', { className: 'search-results' });
  const rest = make('div', { className: 'search-rest' });
  const fullText = createFullText();

  let asked = 0;
  let shown = '';
  let kind = '';
  let wantsFirst = false;

  const clear = (): void => {
    for (const place of [kinds, status, list, rest]) place.replaceChildren();
  };

  function failed(): void {
    clear();
    fullText.withdraw();
    shown = '';
    // The index is made by the build: in development there is none to load.
    status.replaceChildren(
      import.meta.env.DEV
        ? '开发时没有索引，npm run build 之后才能搜。'
        : '搜索没能载入，多半是网络断了。打过的字还在。',
    );
    rest.replaceChildren(action('重试', 'search-more', run));
  }

  function idle(shelf: Shelf): void {
    clear();
    fullText.withdraw();
    rest.replaceChildren(...beginning(shelf, ask, () => idle(shelf)));
  }

  /** Runs what stands in the field. An answer that comes after a later question is dropped. */
  function run(): void {
    const query = input.value.trim();
    const turn = ++asked;
    const waiting = setTimeout(() => turn === asked && status.replaceChildren('正在找…'), PATIENCE);
    list.ariaBusy = 'true';
    find(query, turn)
      .catch(() => turn === asked && failed())
      .finally(() => {
        clearTimeout(waiting);
        if (turn === asked) list.ariaBusy = 'false';
      });
  }

  async function find(query: string, turn: number): Promise<void> {
    const shelf = await library();
    if (turn !== asked) return;
    if (query === '') {
      shown = '';
      idle(shelf);
      return;
    }
    const found = await search(query, shelf);
    if (turn !== asked) return;
    if (!found.ranked.some(({ record }) => shelf.kindOf(record) === kind)) kind = '';
    await show(shelf, query, found, turn);
    if (turn !== asked) return;
    shown = query;
    answered?.(query);
    if (wantsFirst) follow();
  }

  async function show(shelf: Shelf, query: string, found: Found, turn: number): Promise<void> {
    const chosen = found.ranked.filter(({ record }) => kind === '' || shelf.kindOf(record) === kind);
    const first = await items(shelf, found.plan, chosen.slice(0, batch));
    if (turn !== asked) return;
    clear();
    fullText.offer(query, shelf.lexicon);
    if (found.ranked.length === 0) {
      status.replaceChildren('没有结果');
      rest.replaceChildren(...nothing(shelf, query));
      return;
    }
    status.replaceChildren(
      found.instead === undefined ? `${chosen.length}条` : `按“${found.instead}”找到${chosen.length}条`,
    );
    drawKinds(shelf, query, found, turn);
    list.replaceChildren(...first);
    offerMore(shelf, found, chosen, first.length, turn);
  }

  function drawKinds(shelf: Shelf, query: string, found: Found, turn: number): void {
    const counts = new Map<string, number>();
    for (const { record } of found.ranked)
      counts.set(shelf.kindOf(record), (counts.get(shelf.kindOf(record)) ?? 0) + 1);
    const chip = (name: string, label: string, count: number): HTMLButtonElement => {
      const button = action(`${label} ${count}`, 'search-chip', () => {
        kind = name;
        void show(shelf, query, found, turn).then(() =>
          kinds.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(),
        );
      });
      button.ariaPressed = String(kind === name);
      return button;
    };
    const order = [...new Set(shelf.places.map((place) => place.kind))].filter((name) => counts.has(name));
    if (order.length > 1)
      kinds.replaceChildren(
        chip('', '全部', found.ranked.length),
        ...order.map((name) => chip(name, name, counts.get(name) ?? 0)),
      );
  }

  function offerMore(
    shelf: Shelf,
    found: Found,
    chosen: readonly Ranked[],
    from: number,
    turn: number,
  ): void {
    const next = chosen.slice(from, from + batch);
    if (next.length === 0) return rest.replaceChildren();
    rest.replaceChildren(
      action(`再看${next.length}条`, 'search-more', () => {
        void items(shelf, found.plan, next).then((more) => {
          if (turn !== asked) return;
          list.append(...more);
          more[0]?.querySelector('a')?.focus();
          offerMore(shelf, found, chosen, from + next.length, turn);
        });
      }),
    );
  }

  function ask(query: string, focus = true): void {
    input.value = query;
    if (focus) input.focus();
    run();
  }

  function follow(): void {
    wantsFirst = input.value.trim() !== '' && shown !== input.value.trim();
    if (wantsFirst) return run();
    list.querySelector('a')?.click();
  }

  const later = whenRested(REST, run);
  // While an input method composes, what stands in the field is not yet what the person means.
  input.addEventListener('input', (event) => {
    wantsFirst = false;
    if (!(event instanceof InputEvent && event.isComposing)) later();
  });
  input.addEventListener('compositionend', later);
  list.addEventListener('click', () => rememberSearch(input.value));
  return { input, nodes: [input, kinds, status, list, rest, fullText.node], ask, follow };
}
