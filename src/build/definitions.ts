import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { toolIds } from '../logic/tools/catalog.ts';
import type { BuiltPage } from './pages.ts';

const sourceOf = (id: string): string => fileURLToPath(new URL(`../logic/tools/${id}.ts`, import.meta.url));
const NAMED = /\btool-([a-z0-9-]+)\.js\b/g;

/**
 * Each tool's definition as a file of its own in the browsers' build. A page names the one it shows (`tool-gmv.js`, see
 * src/components/Tool.astro), so that no script need hold the list of all.
 */
export const definitionFiles = (): Plugin => ({
  name: 'definition-files',
  apply: 'build',
  buildStart() {
    if (this.environment.name !== 'client') return;
    for (const id of toolIds) this.emitFile({ type: 'chunk', id: sourceOf(id), name: `tool-${id}` });
  },
});

/**
 * Puts the names those files got, which follow from what is in them, into the pages.
 * @throws Error when a page names one that was not built
 */
export function nameDefinitions(dist: string, pages: readonly BuiltPage[]): void {
  const files = new Map(
    globSync('_astro/tool-*.js', { cwd: dist }).map((path) => {
      const file = path.replace(/^.*[\\/]/, '');
      return [file.slice(0, file.indexOf('.')), file];
    }),
  );
  for (const page of pages)
    page.html = page.html.replace(NAMED, (name, id: string) => {
      const file = files.get(`tool-${id}`);
      if (!file) throw new Error(`${page.address} 要的 ${name} 没有构建出来`);
      return file;
    });
}
