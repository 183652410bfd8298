import type { BuiltPage } from './pages.ts';
import { reach, readScripts } from './scripts.ts';

/** What Astro puts before the first island of a page: what each `client:` waits for, and its <astro-island>. */
const RUNTIME =
  /<script>(?:(?!<\/script>).)*(?:self\.Astro\|\|\(self\.Astro=\{\}\)|customElements\.define\("astro-island")(?:(?!<\/script>).)*<\/script>/gs;
const ISLAND = /<astro-island\b([^>]*)>/g;
const END = /<!--astro:end-->/g;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' };

const unescape = (text: string): string =>
  text.replace(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
const inQuotes = (json: string): string =>
  json.replace(/&/g, '&amp;').replace(/'/g, '&#39;').replace(/</g, '\\u003c').replace(/>/g, '\\u003e');

/** Kinds of values in Astro's notation of props; ours are data that JSON can hold. */
const [VALUE, ARRAY] = [0, 1];

function plain([kind, value]: readonly [number, unknown]): unknown {
  if (kind === ARRAY) return (value as [number, unknown][]).map(plain);
  if (kind !== VALUE) throw new Error(`群岛的属性里有 JSON 装不下的东西（Astro 的第 ${kind} 种）`);
  return typeof value === 'object' && value !== null ? plainRecord(value) : value;
}
const plainRecord = (record: object): object =>
  Object.fromEntries(
    Object.entries(record as Record<string, [number, unknown]>).map(([key, each]) => [key, plain(each)]),
  );

function leanTag(attributes: string): string {
  const given = new Map(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', text = '']) => [name, unescape(text)]),
  );
  const when = given.get('client') ?? '';
  if (!['visible', 'load'].includes(when) || given.get('component-export') !== 'default')
    throw new Error(`src/islands/start.ts 不认得这样的群岛：${attributes.slice(0, 200)}`);
  const props = plainRecord(JSON.parse(given.get('props') ?? '{}') as object);
  return [
    '<astro-island ssr',
    `data-solid-render-id="${given.get('data-solid-render-id')}"`,
    `data-code="${given.get('component-url')}"`,
    ...(when === 'load' ? ['data-at="load"'] : []),
    `data-props='${inQuotes(JSON.stringify(props))}'>`,
  ].join(' ');
}

/**
 * Leaves of Astro's islands only what src/islands/start.ts needs, which the page's own script brings: 1.4 KB less on
 * every page with an island.
 * @throws Error when an island asks for more, or when Astro's script looks different
 */
export function leanIslands(pages: readonly BuiltPage[]): void {
  for (const page of pages) {
    const lean = page.html.replace(ISLAND, (_, attributes: string) => leanTag(attributes));
    if (lean === page.html) continue;
    page.html = lean.replace(END, '').replace(RUNTIME, '');
    if (/astro:visible|customElements/.test(page.html))
      throw new Error(`${page.address} 里还有 Astro 的群岛脚本，见 src/build/islands.ts`);
  }
}

/** A page of one tool, and a frame of one; the definition of a text tool waits to be wanted. */
const OF_ONE_TOOL = /<form\b[^>]*\bdata-place="(?:page|embed)"/;
const CODE = /\bdata-code="([^"]*\/)([^"/]+)"/;
const DEFINITION = /\btool-[\w.-]+\.js\b/;
/** fetched by src/islands/start.ts */
const HYDRATE = /^hydrate\./;
const FINDINGS = 'class="findings"';
const staticImports = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)].map(([, name = '']) => name);

/**
 * Lets the page of a tool ask for all its scripts at once: each names the next, and on a phone every step is a wait.
 */
export function preloadTools(dist: string, pages: readonly BuiltPage[]): void {
  const texts = readScripts(dist);
  for (const page of pages) {
    const [, folder = '', code = ''] = CODE.exec(page.html) ?? [];
    if (!OF_ONE_TOOL.test(page.html) || !code) continue;
    const definition = page.html.includes(FINDINGS) ? [] : (DEFINITION.exec(page.html) ?? []);
    const hydrate = [...texts.keys()].filter((name) => HYDRATE.test(name));
    const links = reach(texts, [code, ...hydrate, ...definition], staticImports).map(
      (name) => `<link rel="modulepreload" href="${folder}${name}">`,
    );
    page.html = page.html.replace('</head>', `${links.join('')}</head>`);
  }
}
