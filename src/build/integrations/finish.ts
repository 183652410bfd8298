import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addPolicy } from '../csp.ts';
import { nameDefinitions } from '../definitions.ts';
import { leanIslands, preloadTools } from '../islands.ts';
import { readPages, writePages } from '../pages.ts';
import { buildSearch } from '../search/index.ts';
import { inlineStyles } from '../styles.ts';

/**
 * Everything done to the finished pages, in the one order that works: islands and the scripts they name, styles by what
 * those use, then the search index, and last the policy, which hashes what is really there.
 */
export const finish = (): AstroIntegration => ({
  name: 'finish',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const dist = fileURLToPath(dir);
      const pages = readPages(dist);
      leanIslands(pages);
      nameDefinitions(dist, pages);
      preloadTools(dist, pages);
      await inlineStyles(dist, pages);
      await buildSearch(dist, pages);
      for (const page of pages) page.html = addPolicy(page.html);
      writePages(pages);
      logger.info(`${pages.length} 页已收尾`);
    },
  },
});
