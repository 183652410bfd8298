import {
  bestWindow,
  excerptOf,
  markUp,
  type Plan,
  type Ranked,
  type RecordText,
  type Stretch,
} from '../../logic/search/index.ts';
import { href } from '../../site.ts';
import { make } from './dom.ts';
import type { Shelf } from './library.ts';

/** characters of an excerpt: two lines on a phone */
const EXCERPT = 76;
/** with less of the query than this, a result is called partial */
const PARTIAL = 0.6;

const marked = (stretches: readonly Stretch[]): (Node | string)[] =>
  stretches.map(({ text, marked: isMarked }) => (isMarked ? make('mark', {}, text) : text));

/** The section of a page that speaks most of what was searched for. */
function sectionOf(
  { text, sections = [] }: RecordText,
  marks: readonly string[],
): [id: string, title: string] | undefined {
  const { from, worth } = bestWindow(text, marks, EXCERPT);
  if (worth === 0) return undefined;
  const section = sections.findLast(([, , start]) => start <= from + EXCERPT / 4);
  return section && [section[0], section[1]];
}

/** One result: a link with its kind, title, place and excerpt, and for a long page a second one to the section. */
function item(shelf: Shelf, plan: Plan, { record, cover }: Ranked, read: RecordText): HTMLLIElement {
  const place = shelf.places[record];
  if (!place) return make('li');
  const head = make(
    'span',
    { className: 'search-head' },
    make('span', { className: 'search-kind' }, place.kind),
    make('b', {}, ...marked(markUp(place.title, plan.marks))),
  );
  const link = make('a', { href: href(place.address) }, head);
  const excerpt = excerptOf(read.text.replaceAll('\n', ' '), plan.marks, EXCERPT);
  if (read.text !== '') link.append(make('span', { className: 'search-excerpt' }, ...marked(excerpt)));
  const about = [place.crumbs, ...(cover < PARTIAL ? ['部分匹配'] : [])].filter(Boolean);
  if (about.length > 0) link.append(make('small', {}, about.join(' · ')));
  const section = sectionOf(read, plan.marks);
  return make(
    'li',
    {},
    link,
    ...(section
      ? [
          make(
            'a',
            { className: 'search-section', href: `${href(place.address)}#${encodeURIComponent(section[0])}` },
            `小节：${section[1]}`,
          ),
        ]
      : []),
  );
}

/** The results as list items; texts that cannot be loaded are left out, the links still stand. */
export async function items(shelf: Shelf, plan: Plan, ranked: readonly Ranked[]): Promise<HTMLLIElement[]> {
  const texts = await Promise.all(
    ranked.map(({ record }) => shelf.text(record).catch((): RecordText => ({ text: '' }))),
  );
  return ranked.map((one, at) => item(shelf, plan, one, texts[at] ?? { text: '' }));
}
