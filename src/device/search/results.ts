import {
  bestWindow,
  excerptOf,
  keyOf,
  markUp,
  type Place,
  type Plan,
  type Ranked,
  type RecordText,
  type Stretch,
  worthOfTitle,
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

interface Part {
  text: string;
  section?: { id: string; title: string };
}

/** The part of a long page that speaks most of what was searched for; its heading says more than a sentence of it. */
function bestPart({ text, sections = [] }: RecordText, marks: readonly string[]): Part {
  const parts: Part[] = [
    { text: text.slice(0, sections[0]?.[2]) },
    ...sections.map(([id, title, from], at) => ({
      text: text.slice(from, sections[at + 1]?.[2]),
      section: { id, title },
    })),
  ];
  const worth = ({ text: own, section }: Part): number =>
    bestWindow(own, marks, EXCERPT).worth + 2 * worthOfTitle(section?.title ?? '', marks);
  return parts.reduce((best, part) => (worth(part) > worth(best) ? part : best));
}

/** What stands small below a result: where it is, what else it is called when it was found by that, how well it fits. */
function aboutOf({ crumbs, title }: Place, { also = '' }: RecordText, plan: Plan, cover: number): string {
  const byOther =
    plan.key !== keyOf(title) && markUp(also, plan.marks).some(({ marked: isMarked }) => isMarked);
  return [crumbs, byOther ? also : '', cover < PARTIAL ? '部分匹配' : ''].filter(Boolean).join(' · ');
}

/** One result: a link with its kind, title, excerpt and place, and for a long page a second one to the section. */
function item(shelf: Shelf, plan: Plan, { record, cover }: Ranked, read: RecordText): HTMLLIElement {
  const place = shelf.places[record];
  if (!place) return make('li');
  const { text, section } = bestPart(read, plan.marks);
  const address = href(place.address);
  const head = make(
    'span',
    { className: 'search-head' },
    make('span', { className: 'search-kind' }, place.kind),
    make('b', {}, ...marked(markUp(place.title, plan.marks))),
  );
  const excerpt = excerptOf(text.replaceAll('\n', ' ').trim(), plan.marks, EXCERPT);
  const link = make('a', { href: address }, head);
  if (text !== '') link.append(make('span', { className: 'search-excerpt' }, ...marked(excerpt)));
  const about = aboutOf(place, read, plan, cover);
  if (about !== '') link.append(make('small', {}, about));
  const result = make('li', {}, link);
  if (section) {
    const anchor = `${address}#${encodeURIComponent(section.id)}`;
    result.append(make('a', { className: 'search-section', href: anchor }, `小节：${section.title}`));
  }
  return result;
}

/** The results as list items; texts that cannot be loaded are left out, the links still stand. */
export async function items(shelf: Shelf, plan: Plan, ranked: readonly Ranked[]): Promise<HTMLLIElement[]> {
  const texts = await Promise.all(
    ranked.map(({ record }) => shelf.text(record).catch((): RecordText => ({ text: '' }))),
  );
  return ranked.map((one, at) => item(shelf, plan, one, texts[at] ?? { text: '' }));
}
