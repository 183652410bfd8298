import {
  askedOf,
  coverOf,
  fullTextTokens,
  holds,
  isHan,
  type Lexicon,
  type RankedPage,
  rankPages,
  readExcerpt,
  worthOfTitle,
} from '../../logic/search/index.ts';
import { base } from '../../site.ts';

/** What we use of Pagefind's door. */
interface Excerpt {
  /** with `<mark>`, see `readExcerpt` */
  excerpt: string;
  url: string;
  title: string;
}
interface PageData extends Excerpt {
  content: string;
  meta: { title?: string };
  sub_results: (Excerpt & { anchor?: { id: string } })[];
}
interface Hit {
  id: string;
  score: number;
  data: () => Promise<PageData>;
}
interface Pagefind {
  search: (query: string) => Promise<{ results: Hit[] }>;
}
interface PagefindModule {
  createInstance: (options: { baseUrl: string; excerptLength: number }) => Pagefind;
}

/** Pages shown. */
const MOST = 8;
/** words of an excerpt: about two lines on a phone */
const EXCERPT = 24;
/** Of a long query, the rarest words of a page say where to look on it. */
const MOST_LOOKS = 6;

let tries = 0;
let instance: Promise<Pagefind> | undefined;

async function open(): Promise<Pagefind> {
  // Browsers remember a module that did not come: another try needs another address.
  const again = tries++ === 0 ? '' : `?${tries}`;
  const address = `${base}/pagefind/pagefind.js${again}`;
  const { createInstance } = (await import(/* @vite-ignore */ address)) as PagefindModule;
  return createInstance({ baseUrl: `${base}/`, excerptLength: EXCERPT });
}

export interface FoundPage {
  title: string;
  /** with the base, and the anchor of the section where there is one */
  address: string;
  section?: string;
  /** text only */
  excerpt: string;
  /** the query stands there word for word */
  whole: boolean;
  /** share of the query's tokens it has, 0–1 */
  cover: number;
}
export interface FullText {
  pages: readonly FoundPage[];
  /** what to mark in excerpts */
  marks: readonly string[];
}

/** Latin words in quotes, or the index would answer with whatever begins with their first letter. */
const questionOf = (token: string): string => (isHan(token.charAt(0)) ? token : `"${token}"`);

/** Pagefind cuts what it is asked for with the browser's own words, where the browser has any. */
const words =
  'Segmenter' in Intl
    ? new Intl.Segmenter('zh', { granularity: 'word' })
    : { segment: (token: string) => [token] };
const isWord = (token: string): boolean => [...words.segment(token)].length === 1;

/** All prose of the site, word for word; pages that have the query whole come first. @throws what loading throws */
export async function searchFullText(query: string, lexicon: Lexicon): Promise<FullText> {
  try {
    instance ??= open();
    const pagefind = await instance;
    const tokens = fullTextTokens(query, lexicon);
    const answers = await Promise.all(
      askedOf(tokens, isWord).map(async (token) => ({
        token,
        hits: (await pagefind.search(questionOf(token))).results,
      })),
    );
    const hits = new Map(
      answers.flatMap((answer) => answer.hits.map((hit) => [`${answer.token} ${hit.id}`, hit])),
    );
    const ranked = rankPages(answers).slice(0, MOST);
    const read = await Promise.all(ranked.map((page) => readHit(page, hits, query, tokens)));
    const pages = read.filter(({ cover }) => cover > 0);
    // Pagefind passes over parts of the index that do not come: without a network “nothing” would be a guess.
    if (pages.length === 0 && !navigator.onLine) throw new Error('offline');
    return {
      pages: [...pages.filter(({ whole }) => whole), ...pages.filter(({ whole }) => !whole)],
      marks: tokens,
    };
  } catch (error) {
    instance = undefined;
    throw error;
  }
}

/** A page, with the place on it that has the most of the query. */
async function readHit(
  { id, tokens: own }: RankedPage,
  hits: ReadonlyMap<string, Hit>,
  query: string,
  tokens: readonly string[],
): Promise<FoundPage> {
  const textOf = ({ excerpt }: Excerpt): string =>
    readExcerpt(excerpt)
      .map(({ text }) => text)
      .join('');
  let page: PageData | undefined;
  let best: { text: string; place: PageData['sub_results'][number]; worth: number } | undefined;
  // One after another: Pagefind keeps one record a page and writes each answer into it.
  for (const token of own.slice(0, MOST_LOOKS)) {
    page = await hits.get(`${token} ${id}`)?.data();
    for (const place of page?.sub_results ?? []) {
      const text = textOf(place);
      const worth = worthOfTitle(text, tokens);
      if (!best || worth > best.worth) best = { text, place, worth };
    }
  }
  if (!page) throw new Error(`no data of page ${id}`);
  // The anchor of the page's own title is no section.
  const anchored = best?.place.anchor !== undefined && best.place.anchor.id !== '_top';
  return {
    title: page.meta.title ?? page.url,
    address: anchored && best ? best.place.url : page.url,
    ...(anchored && best && { section: best.place.title }),
    excerpt: best?.text ?? textOf(page),
    whole: holds(page.content, query),
    cover: coverOf(page.content, tokens),
  };
}
