import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import type { BuiltPage } from './pages.ts';
import { reach, readScripts } from './scripts.ts';

const SHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;
const HREF = /\bhref="([^"]+)"/;
const SCRIPT_NAME = /[\w.@$-]+\.js\b/g;
/** Starlight's own print sheet; ours is part of src/styles. */
const isPrint = (link: string): boolean => link.includes('media="print"');

/** Scripts that nothing but a touch brings, when the whole sheets come, too. */
const ASKED =
  /^(?:act|Batch|catalog|Compare|dialogs?|Drawing|Embed|Fees|Picture|Records|Sensitivity|Sheet|Solve)\./;

/** Names of scripts that one may load unasked, at once or later. */
const unasked = (text: string): string[] =>
  (text.match(SCRIPT_NAME) ?? []).filter((name) => !ASKED.test(name));

/**
 * Puts before the linked sheets one `<style>` with only what pages of that kind show until they are touched: first
 * paint then needs one response. The sheets themselves wait for the first touch (src/device/dress.ts). Pages of one kind
 * share markup: the first part of the address, the sheets they link and the scripts they name. Class names that scripts
 * add are found in the scripts themselves.
 */
export async function inlineStyles(dist: string, pages: readonly BuiltPage[]): Promise<void> {
  const texts = readScripts(dist);
  const kinds = new Map<string, { links: string[]; scripts: string[]; pages: BuiltPage[] }>();
  for (const page of pages) {
    const links = (page.html.match(SHEET) ?? [])
      .filter((link) => !isPrint(link))
      .map((link) => HREF.exec(link)?.[1] ?? '');
    const scripts = [...new Set(page.html.match(SCRIPT_NAME) ?? [])].sort();
    const kind = [page.address.split('/')[1] ?? '', ...links, ...scripts].join(' ');
    const entry = kinds.get(kind) ?? { links, scripts, pages: [] };
    entry.pages.push(page);
    kinds.set(kind, entry);
  }
  for (const { links, scripts, pages: same } of kinds.values()) {
    const css = links.map((link) => readSheet(dist, link)).join('\n');
    const content = [
      ...same.map(({ html }) => ({ raw: html, extension: 'html' })),
      ...reach(texts, scripts, unasked).map((name) => ({ raw: texts.get(name) ?? '', extension: 'js' })),
    ];
    const [purged] = await new PurgeCSS().purge({
      content,
      css: [{ raw: css }],
      variables: true,
      keyframes: true,
      safelist: { standard: [/^data-theme/, /^tone-/], greedy: [/:popover-open/, /::backdrop/] },
    });
    const style = `<style>${minify(purged?.css ?? css)}</style>`;
    for (const page of same) {
      let placed = false;
      page.html = page.html.replace(SHEET, (link) => {
        if (isPrint(link)) return '';
        const late = link.replace('rel="stylesheet"', 'rel="late"');
        if (placed) return late;
        placed = true;
        return style + late;
      });
    }
  }
}

/** Sheets are linked below the base, whatever it is; their files lie below dist. */
function readSheet(dist: string, link: string): string {
  const path = link.replace(/^.*?\/_astro\//, '_astro/');
  const file = join(dist, path);
  if (!existsSync(file)) throw new Error(`样式表 ${link} 不在 dist 里`);
  return readFileSync(file, 'utf8');
}

/** What purging leaves between rules. */
const minify = (css: string): string => css.replace(/\s*\n\s*/g, '').replace(/@layer [^{;]+\{\}/g, '');
