import { nearestTerms } from '../../logic/search/index.ts';
import { href } from '../../site.ts';
import { action, make } from './dom.ts';
import type { Shelf } from './library.ts';
import { forgetSearches, recentSearches } from './recent.ts';

const links = (entries: readonly [label: string, address: string][]): HTMLUListElement =>
  make(
    'ul',
    { className: 'search-links' },
    ...entries.map(([label, address]) => make('li', {}, make('a', { href: href(address) }, label))),
  );

/** Before anything is typed: what was searched for here, and what others come for. */
export function beginning(shelf: Shelf, search: (query: string) => void, redraw: () => void): Node[] {
  const recent = recentSearches();
  const nodes: Node[] = [];
  if (recent.length > 0) {
    const again = recent.map((query) =>
      make(
        'li',
        {},
        action(query, 'search-again', () => search(query)),
      ),
    );
    const forget = action('清除', 'search-forget', () => {
      forgetSearches();
      redraw();
    });
    nodes.push(make('h2', {}, '最近搜过', forget), make('ul', { className: 'search-links' }, ...again));
  }
  if (shelf.popular.length > 0)
    nodes.push(
      make('h2', {}, '常用'),
      links(shelf.popular.map(([kind, title, address]): [string, string] => [`${kind}：${title}`, address])),
    );
  nodes.push(make('h2', {}, '去看看'), links(shelf.ways));
  return nodes;
}

/** Nothing was found: the terms nearest to what was typed, and the ways to look for oneself. */
export function nothing(shelf: Shelf, query: string): Node[] {
  const near = nearestTerms(query, shelf.lexicon);
  return [
    make('p', {}, `没有找到“${query}”。换个说法，或者少打几个字试试。`),
    ...(near.length > 0
      ? [
          make('h2', {}, '是不是在找'),
          links(near.map(({ id, name }): [string, string] => [name, `/glossary/#${id}`])),
        ]
      : []),
    make('h2', {}, '去看看'),
    links(shelf.ways),
  ];
}
