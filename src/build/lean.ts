import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What pages and tests need of a tool's definition, but a browser does not. */
const SERVER_ONLY = new Set(['cases', 'aliases', 'answers', 'when', 'differs', 'chapters', 'related']);
const DEFINITION = /\/src\/logic\/tools\/[a-z0-9-]+\.ts$/;

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** Leaves the worked cases and the words of the page out of the definitions that browsers load: about a third of each. */
export const leanDefinitions = (): Plugin => ({
  name: 'lean-definitions',
  apply: 'build',
  transform(code, id) {
    if (
      this.environment.name !== 'client' ||
      !DEFINITION.test(id) ||
      !code.includes('export default defineTool(')
    )
      return null;
    const program = this.parse(code) as unknown as { body: Node[] };
    const exported = program.body.find(({ type }) => type === 'ExportDefaultDeclaration')?.[
      'declaration'
    ] as Node;
    const definition = (exported['arguments'] as Node[])[0];
    const properties = (definition?.['properties'] ?? []) as Node[];
    let lean = code;
    for (const property of properties.reverse()) {
      const key = property['key'] as { name?: string } | undefined;
      if (!SERVER_ONLY.has(key?.name ?? '')) continue;
      const comma = /^\s*,/.exec(lean.slice(property.end))?.[0].length ?? 0;
      lean = lean.slice(0, property.start) + lean.slice(property.end + comma);
    }
    return { code: lean, map: null };
  },
});

const hydrate = fileURLToPath(new URL('../islands/hydrate.ts', import.meta.url));

/** Our own way to bring islands alive in place of the library's: see src/islands/hydrate.ts. */
export const leanHydration = (): Plugin => ({
  name: 'lean-hydration',
  enforce: 'pre',
  resolveId: (source) => (source === '@astrojs/solid-js/client.js' ? hydrate : null),
});

/**
 * No lists of what to preload with each dynamic import: a page's few scripts arrive in one or two steps anyway, and the
 * lists cost every page more than they save. Astro sets its own value late, hence the hook.
 */
export const withoutPreload = (): Plugin => ({
  name: 'without-preload',
  configResolved(config) {
    const client = config.environments['client'];
    if (client) client.build.modulePreload = false;
  },
});
