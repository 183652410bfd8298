import type { Problem } from '../../records/problem.ts';
import type { BuiltPage } from '../pages.ts';

/** Where the ids that were ever published stand, and where those that moved went. */
export const LIST = 'content/published.txt';
export const MOVED = 'content/moved.yaml';

/** Old address → new address, each below the base, with or without an anchor. */
export type Moved = Readonly<Record<string, string>>;

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What gets an id that people link to: headings everywhere; scripts, checklist items, questions and terms on their own pages. */
const HEADINGS = /<h[23]\b[^>]*\sid="([^"]+)"/g;
const ITEMS = /<(?:article|li)\b[^>]*\sid="([^"]+)"/g;
const TERMS = /<div id="([^"]+)" class="term-entry"/g;
const anchorsOf = ({ address, html }: BuiltPage): string[] => {
  const kinds = [
    HEADINGS,
    ...(/^\/(?:playbook|practice)\//.test(address) ? [ITEMS] : []),
    ...(address === '/glossary/' ? [TERMS] : []),
  ];
  return kinds.flatMap((kind) => [...html.matchAll(kind)].map(([, id = '']) => unescape(id)));
};

const isLinked = ({ address }: BuiltPage): boolean => !/^\/(?:404|search\/)/.test(address);

/** Every address and every `address#anchor` of the built site, sorted, each once. */
export const idsOf = (pages: readonly BuiltPage[]): string[] =>
  [
    ...new Set(
      pages
        .filter(isLinked)
        .flatMap((page) => [page.address, ...anchorsOf(page).map((id) => `${page.address}#${id}`)]),
    ),
  ].sort();

/** The list as it stands in the file: one id a line; `# ` begins a remark. */
export const readList = (text: string): { id: string; line: number }[] =>
  text
    .split('\n')
    .map((id, index) => ({ id: id.trim(), line: index + 1 }))
    .filter(({ id }) => id !== '' && !id.startsWith('# '));

/** The list with what is new, under the remarks it began with. Nothing is ever taken out. */
export function updateList(text: string, ids: readonly string[]): string {
  const remarks = text.split('\n').filter((line) => line.startsWith('# '));
  const all = new Set([...readList(text).map(({ id }) => id), ...ids]);
  return [...remarks, ...[...all].sort(), ''].join('\n');
}

/** Where an address leads now: itself, or where it or its page moved to. */
function follow(id: string, moved: Moved): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const [page = '', anchor] = at.split('#');
    const next = moved[at] ?? (anchor !== undefined && moved[page] ? `${moved[page]}#${anchor}` : at);
    at = next;
  }
  return at;
}

/**
 * Ids that were published and are gone without a trace. An anchor is kept by a line in moved.yaml; a whole page also
 * has to answer at its old address, as the pages do that `redirects` of astro.config.mjs makes.
 */
export function published(pages: readonly BuiltPage[], list: string, moved: Moved): Problem[] {
  const now = new Set(idsOf(pages));
  const fix = `改回原来的编号或标题；真要换，就在 ${MOVED} 写一行「旧地址: 新地址」，整页搬家还要在 astro.config.mjs 的 redirects 里加上`;
  const gone = readList(list).filter(
    ({ id }) => !now.has(id) && (!id.includes('#') || !now.has(follow(id, moved))),
  );
  const astray = Object.entries(moved).filter(([from]) => !now.has(follow(from, moved)));
  return [
    ...gone.map(({ id, line }) => ({
      file: LIST,
      line,
      rule: 'published',
      message: `发布过的 ${id} 不见了，别人存的链接会失效`,
      fix,
    })),
    ...astray.map(([from, to]) => ({
      file: MOVED,
      line: 1,
      rule: 'published',
      message: `${from} 说搬到了 ${to}，那里没有东西`,
      fix: '新地址要照网址栏里的写，锚点写中文原文；从站点根开始，不带 BASE',
    })),
  ];
}
