/** Reads the prose of a built page: what a visitor sees of it, in reading order, with where its sections begin. */

export interface Section {
  /** anchor */
  id: string;
  title: string;
  /** where its text begins */
  from: number;
}
export interface PageText {
  title: string;
  text: string;
  sections: Section[];
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Not prose: code, drawings, ways to elsewhere, and islands, whose tools and questions are records of their own. */
const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'svg',
  'nav',
  'footer',
  'form',
  'select',
  'dialog',
  'noscript',
  'astro-island',
]);
const SKIPPED_BY =
  /\s(?:popover|hidden|data-search-ignore|data-pagefind-ignore)(?=[\s=>/]|$)|\bclass="[^"]*\bsl-anchor-link\b/;
const BUTTON_OF_PROSE = /\bclass="[^"]*\bterm\b/;
/** These end a line of thought: their texts must not run together. */
const BLOCKS = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'summary',
  'section',
  'div',
  'blockquote',
  'legend',
]);
const TOKEN =
  /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>|[^<]+|</g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decode = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return ENTITIES[(name ?? '').toLowerCase()] ?? whole;
    },
  );

const isSkipped = (name: string, attributes: string): boolean =>
  SKIPPED.has(name) ||
  SKIPPED_BY.test(attributes) ||
  (name === 'button' && !BUTTON_OF_PROSE.test(attributes));

/** Elements whose end tag may be missing close with the one around them; Astro writes every end tag, so depth is enough. */
export function readPage(html: string): PageText | undefined {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
  if (main === undefined) return undefined;
  const page: PageText = { title: '', text: '', sections: [] };
  let skipping: { name: string; depth: number } | undefined;
  let heading: { level: string; id: string; text: string } | undefined;
  for (const [token, end, tag, attributes = '', selfClosed] of main.matchAll(TOKEN)) {
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (skipping || token.startsWith('<!--')) continue;
      if (heading) heading.text += decode(token);
      else page.text = append(page.text, decode(token));
      continue;
    }
    const closes = end === '/';
    const empty = VOID.has(name) || selfClosed === '/';
    if (skipping) {
      if (name === skipping.name && !empty) skipping.depth += closes ? -1 : 1;
      if (skipping.depth === 0) skipping = undefined;
      continue;
    }
    if (!closes && !empty && isSkipped(name, attributes)) skipping = { name, depth: 1 };
    else if (!closes && /^h[1-3]$/.test(name))
      heading = { level: name, id: decode(/\sid="([^"]*)"/.exec(attributes)?.[1] ?? ''), text: '' };
    else if (closes && heading?.level === name) {
      addHeading(page, heading);
      heading = undefined;
    }
    if (BLOCKS.has(name)) page.text = breakLine(page.text);
  }
  page.text = page.text.trim();
  return page;
}

function addHeading(page: PageText, { level, id, text }: { level: string; id: string; text: string }): void {
  const title = text.replace(/\s+/g, ' ').trim();
  if (level === 'h1') page.title = title;
  else if (id !== '') page.sections.push({ id, title, from: page.text.length });
}

const append = (text: string, more: string): string =>
  text + (/\s$|^$/.test(text) ? more.trimStart() : more).replace(/\s+/g, ' ');
const breakLine = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : `${text.trimEnd()}\n`;
