import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What pages and tests need of a tool's definition, but a browser does not: it has the words in the page already. */
const SERVER_ONLY = new Set([
  ...['cases', 'roles', 'aliases', 'answers', 'when', 'differs', 'chapters', 'related', 'group'],
  ...['definitions', 'fees', 'carries'],
]);
const TOOLS = /\/src\/logic\/tools\/[a-z0-9-]+\.ts$/;
const DEFINITION = 'export default defineTool(';
/** Of a definition only what draws; loaded with the first change. */
const FIGURES = '?figures';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nameOf = (property: Node): string => (property['key'] as { name?: string } | undefined)?.name ?? '';

/** Every property of every object literal below a node. */
function propertiesIn(node: Node): Node[] {
  const own = node.type === 'Property' ? [node] : [];
  const below = Object.values(node).flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]));
  return [...own, ...below.filter(isNode).flatMap(propertiesIn)];
}

/** The code without some properties and the commas after them. */
function without(code: string, properties: readonly Node[]): string {
  let lean = code;
  for (const { start, end } of [...properties].sort((a, b) => b.start - a.start)) {
    const comma = /^\s*,/.exec(lean.slice(end))?.[0].length ?? 0;
    lean = lean.slice(0, start) + lean.slice(end + comma);
  }
  return lean;
}

/**
 * Leaves out of the definitions that browsers load what stands in the page anyway (help under the fields, worked cases,
 * words about the tool) and what draws, which comes on its own when it is needed: more than half of each.
 */
export const leanDefinitions = (): Plugin => ({
  name: 'lean-definitions',
  apply: 'build',
  transform(code, id) {
    const figures = id.endsWith(FIGURES);
    const file = figures ? id.slice(0, -FIGURES.length) : id;
    if (this.environment.name !== 'client' || !TOOLS.test(file)) return null;
    const program = this.parse(code) as unknown as Node & { body: Node[] };
    const exported = program.body.find(({ type }) => type === 'ExportDefaultDeclaration')?.['declaration'];
    const definition = code.includes(DEFINITION) ? ((exported as Node)['arguments'] as Node[])[0] : undefined;
    const top = (definition?.['properties'] ?? []) as Node[];
    const unused = top.filter((property) =>
      figures
        ? nameOf(property) !== 'figures'
        : SERVER_ONLY.has(nameOf(property)) || nameOf(property) === 'figures',
    );
    const inside = (property: Node): boolean =>
      unused.some(({ start, end }) => property.start > start && property.end <= end);
    const helps = propertiesIn(program).filter(
      (property) => nameOf(property) === 'help' && !inside(property),
    );
    return { code: without(code, [...unused, ...helps]), map: null };
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

const dress = fileURLToPath(new URL('../device/dress.ts', import.meta.url));

/** What Vite wraps around each dynamic import, in our short form: with the page's styles, without lists of files. */
export const dressedImports = (): Plugin => ({
  name: 'dressed-imports',
  enforce: 'pre',
  apply: 'build',
  load(id) {
    if (this.environment.name !== 'client' || id !== '\0vite/preload-helper.js') return null;
    return `export { dressed as __vitePreload } from ${JSON.stringify(dress)};`;
  },
});

/** Parts of libraries that nothing here uses but a bundler cannot tell from the rest. */
const UNUSED: readonly { file: RegExp; cuts: readonly (readonly [part: RegExp, left: string])[] }[] = [
  {
    // Transitions, which nothing here starts: a fifth of Solid's core asks whether one is running.
    file: /\/solid-js\/dist\/solid\.js$/,
    cuts: [
      [/^let Transition = null;$/m, ''],
      [/\(Transition = \{/, '({'],
      [/^ +Transition = null;$/m, ''],
      [/\bTransition\b/g, 'null'],
    ],
  },
  {
    // Notations of decimals other than the plain one.
    file: /\/big\.js\/big\.mjs$/,
    cuts: [
      [/^P\.(?:prec|toExponential|toPrecision|valueOf) = function [^]*?^\};$/gm, ''],
      [/^if \(typeof Symbol [^]*?^\}$/m, ''],
    ],
  },
];

/**
 * Libraries without what nothing here uses.
 * @throws Error when a version of a library no longer looks as it did
 */
export const leanLibraries = (): Plugin => ({
  name: 'lean-libraries',
  apply: 'build',
  transform(code, id) {
    const cuts = UNUSED.find(({ file }) => file.test(id))?.cuts;
    if (this.environment.name !== 'client' || !cuts) return null;
    let lean = code;
    for (const [part, left] of cuts) {
      const less = lean.replace(part, left);
      if (less === lean) throw new Error(`${id} 里找不到 ${String(part)}，见 src/build/lean.ts`);
      lean = less;
    }
    return { code: lean, map: null };
  },
});
