import { type Lexicon, markUp } from '../../logic/search/index.ts';
import { action, make } from './dom.ts';
import type { FoundPage, FullText } from './pagefind.ts';
import { rememberSearch } from './recent.ts';

/** with less of the query than this, a page is called partial */
const PARTIAL = 0.6;
/** characters of the query shown on the button */
const SHOWN = 24;

const shorten = (query: string): string => (query.length > SHOWN ? `${query.slice(0, SHOWN)}…` : query);

export interface FullTextOffer {
  node: HTMLElement;
  /** offers the search for a query; for the one already offered nothing changes */
  offer: (query: string, lexicon: Lexicon) => void;
  withdraw: () => void;
}

const marked = (text: string, marks: readonly string[]): (Node | string)[] =>
  markUp(text, marks).map((stretch) => (stretch.marked ? make('mark', {}, stretch.text) : stretch.text));

function item(
  { title, address, section, excerpt, whole, cover }: FoundPage,
  marks: readonly string[],
): HTMLLIElement {
  const link = make(
    'a',
    { href: address },
    make('span', { className: 'search-head' }, make('b', {}, ...marked(title, marks))),
    make('span', { className: 'search-excerpt' }, ...marked(excerpt, marks)),
  );
  const about = [
    section === undefined ? '' : `小节：${section}`,
    !whole && cover < PARTIAL ? '部分匹配' : '',
  ].filter(Boolean);
  if (about.length > 0) link.append(make('small', {}, about.join(' · ')));
  return make('li', {}, link);
}

function summary({ pages }: FullText, query: string): string {
  if (pages.length === 0) return `全文里也没有“${shorten(query)}”。`;
  const whole = pages.filter((page) => page.whole).length;
  return whole > 0
    ? `全文里找到${pages.length}页，${whole}页有一模一样的字句。`
    : `没有一模一样的字句，下面${pages.length}页最接近。`;
}

/**
 * The search of all prose, word for word. It weighs more than the rest of the search together, so that nothing of it is
 * loaded before somebody asks for it.
 */
export function createFullText(): FullTextOffer {
  let offered: { query: string; lexicon: Lexicon } | undefined;
  let turn = 0;
  let busy = false;
  const status = make('p', { role: 'status' });
  const button = action('', 'search-more', () => void run());
  const node = make('div', { className: 'search-full', hidden: true }, button, status);
  const drop = (): void => node.querySelector('ol')?.remove();

  function begin(): void {
    turn++;
    busy = false;
    drop();
    status.replaceChildren();
    button.hidden = false;
  }

  async function run(): Promise<void> {
    if (!offered || busy) return;
    const { query, lexicon } = offered;
    const own = ++turn;
    busy = true;
    status.replaceChildren('正在全文里找，头一次要先载入…');
    try {
      const { searchFullText } = await import('./pagefind.ts');
      const found = await searchFullText(query, lexicon);
      if (own === turn) show(found, query);
    } catch {
      if (own !== turn) return;
      status.replaceChildren('全文没能载入，多半是网络断了。打过的字还在。');
      button.replaceChildren('重试');
    } finally {
      if (own === turn) busy = false;
    }
  }

  function show(found: FullText, query: string): void {
    const hadFocus = document.activeElement === button;
    status.replaceChildren(summary(found, query));
    if (found.pages.length === 0) return;
    button.hidden = true;
    const list = make(
      'ol',
      { className: 'search-results' },
      ...found.pages.map((page) => item(page, found.marks)),
    );
    list.addEventListener('click', () => rememberSearch(query));
    node.append(list);
    // Who was on the button goes on to what it brought; who went on typing is left alone.
    if (hadFocus) list.querySelector('a')?.focus();
  }

  return {
    node,
    offer: (query, lexicon) => {
      if (offered?.query === query) return;
      offered = { query, lexicon };
      begin();
      button.replaceChildren(`在全文里逐字找“${shorten(query)}”`);
      node.hidden = false;
    },
    withdraw: () => {
      offered = undefined;
      begin();
      node.hidden = true;
    },
  };
}
