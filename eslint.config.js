import path from 'node:path';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import solid from 'eslint-plugin-solid/configs/typescript';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which room may use which; a room may always use itself. `npm` and `node`: packages and Node's own modules, true for any. */
const rooms = {
  logic: { uses: [], npm: ['big.js'] },
  schemas: { uses: [], types: ['logic'], npm: ['astro/zod'] },
  records: { uses: ['schemas', 'logic'], npm: true, node: true },
  device: { uses: ['logic'], npm: true },
  islands: { uses: ['logic', 'device', 'styles'], npm: true },
  components: { uses: ['islands', 'logic', 'records', 'schemas', 'styles'], npm: true, node: true },
  pages: { uses: ['components', 'islands', 'logic', 'records', 'styles'], npm: true, node: true },
  build: { uses: ['schemas', 'logic', 'records'], npm: true, node: true },
  styles: { uses: [] },
};
const names = Object.keys(rooms);

const from = (type) => ({ element: { type } });
const policies = names.flatMap((room) => {
  const { uses, types = [], npm = [], node = false } = rooms[room];
  return [
    { from: from(room), allow: { to: { element: { types: { anyOf: [room, ...uses] } } } } },
    ...(types.length > 0
      ? [
          {
            from: from(room),
            allow: { to: { element: { types: { anyOf: types } } }, dependency: { kind: 'type' } },
          },
        ]
      : []),
    ...(npm === true ? [{ from: from(room), allow: { to: { module: { origin: 'external' } } } }] : []),
    ...(npm !== true && npm.length > 0
      ? [{ from: from(room), allow: { to: { module: { origin: 'external' } }, dependency: { source: npm } } }]
      : []),
    ...(node ? [{ from: from(room), allow: { to: { module: { origin: 'core' } } } }] : []),
    // Files beside the rooms, such as src/site.ts, are for those who may use anything.
    ...(npm === true
      ? [{ from: from(room), allow: { to: { element: { isUnknown: true }, module: { origin: 'local' } } } }]
      : []),
  ];
});
/** What reaches a browser: these rooms, and the scripts in .astro files, which may use src/device as islands do. */
const inBrowser = [from(['logic', 'device', 'islands']), { file: { categories: 'script' } }];
policies.push(
  { from: inBrowser[1], allow: { to: from('device') } },
  { from: inBrowser[1], disallow: { to: from(['records', 'schemas']) } },
  { from: inBrowser[1], disallow: { to: { module: { origin: 'core' } } } },
  // Zod would be 60 KB to say what a page already knows.
  ...inBrowser.map((browser) => ({
    from: browser,
    disallow: { dependency: { source: ['zod', 'zod/**', 'astro/zod', 'astro:*', 'yaml'] } },
  })),
);

const boundaryRules = {
  files: [`src/{${names.join(',')}}/**/*.{ts,tsx,astro,mjs}`],
  plugins: { boundaries },
  settings: {
    'boundaries/root-path': import.meta.dirname,
    'boundaries/elements': names.map((type) => ({ type, pattern: `src/${type}`, partialMatch: false })),
    'boundaries/files': [{ category: 'script', pattern: 'src/**/*.astro/*.ts' }],
    'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
    'import/resolver': { [path.join(import.meta.dirname, 'src/build/cli/lib/eslint-resolver.mjs')]: {} },
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        checkUnknownLocals: true,
        policies,
        message:
          '{{from.element.type}} must not import "{{dependency.source}}". What each room may use stands in eslint.config.js.',
      },
    ],
  },
};

/** The logic gets everything as an argument: it must give the same answer in Node, in a page and in a worker. */
const outside =
  'src/logic knows no browser, network or storage; take it as an argument, or do it in src/device.';
const pureLogic = {
  files: ['src/logic/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...[
        'window',
        'document',
        'navigator',
        'location',
        'history',
        'localStorage',
        'sessionStorage',
        'indexedDB',
        'caches',
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'Worker',
        'self',
        'globalThis',
        'process',
        'performance',
        'crypto',
        'setTimeout',
        'setInterval',
        'queueMicrotask',
        'requestAnimationFrame',
        'console',
      ].map((name) => ({ name, message: outside })),
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'The time comes in as an argument; then a test can say what day it is.',
      },
      { selector: "CallExpression[callee.name='Date']", message: 'The time comes in as an argument.' },
      {
        selector: "MemberExpression[object.name='Date'][property.name='now']",
        message: 'The time comes in as an argument; then a test can say what day it is.',
      },
      {
        selector: "MemberExpression[object.name='Math'][property.name='random']",
        message: 'Chance comes from a seed given as an argument; then a quiz can be drawn again.',
      },
    ],
  },
};

/** Rules that need types, kept to those that find mistakes: a promise nobody waits for, an `any` slipping in, a kind forgotten. */
const typed = {
  files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
  ignores: ['**/*.astro/*.ts'], // scripts in .astro files are no files of their own to TypeScript
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    '@typescript-eslint/no-base-to-string': 'error',
    '@typescript-eslint/no-for-in-array': 'error',
    '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    '@typescript-eslint/no-unsafe-argument': 'error',
    '@typescript-eslint/no-unsafe-assignment': 'error',
    '@typescript-eslint/no-unsafe-call': 'error',
    '@typescript-eslint/no-unsafe-member-access': 'error',
    '@typescript-eslint/no-unsafe-return': 'error',
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'coverage/', 'content/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-fallthrough': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-loss-of-precision': 'error',
      'no-sparse-arrays': 'error',
      'no-control-regex': 'off', // control characters are what the importers look for
      'no-useless-escape': 'error',
      'no-duplicate-imports': 'off', // the TypeScript way of `import type` beside `import` needs two lines
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  { files: ['src/islands/**/*.tsx', 'test/islands/**/*.tsx'], ...solid },
  typed,
  // In a test an absent value is a failed test, which is what it should be.
  { files: ['test/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  boundaryRules,
  pureLogic,
);
