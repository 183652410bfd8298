import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { BuiltPage } from '../pages.ts';

/** Pages of prose: chapters, the playbook, terms, what a tool says beside its fields, about us. */
const PROSE = /^\/(?:(?:course|playbook|tools|about)\/.+|about\/|glossary\/)$/;

/** Not prose of the page: tools and questions, ways to elsewhere, what is hidden, and wordings nobody should quote. */
const LEFT_OUT = [
  'astro-island',
  'nav',
  'footer',
  'form',
  'svg',
  'button:not(.term)',
  '[popover]',
  '[hidden]',
  '[data-search-ignore]',
  '.sl-anchor-link',
  '.quiz',
  '.bad-example',
  '.contrast-bad',
];

/** Pagefind's own interfaces, which we do not use: 430 KB. */
const INTERFACES = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

const checked = <T extends { errors: string[] }>(answer: T): T => {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
};

/**
 * Writes Pagefind's index of all prose into `dist/pagefind`, for the search that is word for word and runs on demand.
 * The language is each page's own, `zh-CN`: forcing it would lose the pairs of characters.
 * @throws Error what Pagefind says of a page or of writing
 */
export async function buildFullText(dist: string, pages: readonly BuiltPage[]): Promise<void> {
  const outputPath = join(dist, 'pagefind');
  rmSync(outputPath, { recursive: true, force: true });
  try {
    const { index } = checked(await createIndex({ rootSelector: 'main', excludeSelectors: LEFT_OUT }));
    if (!index) throw new Error('Pagefind: no index');
    // One after another: the order decides the numbers of pages, and with them the names of files.
    for (const { address, html } of pages)
      if (PROSE.test(address)) checked(await index.addHTMLFile({ url: address, content: html }));
    checked(await index.writeFiles({ outputPath }));
  } finally {
    await close();
  }
  for (const name of readdirSync(outputPath)) if (INTERFACES.test(name)) rmSync(join(outputPath, name));
}
