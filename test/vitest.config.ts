import { fileURLToPath } from 'node:url';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { folders } from '../src/build/cli/lib/vitest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** All test files of a project's folders; `npm test` counts by the same table. */
const within = (project: keyof typeof folders, suffix = 'test.ts') =>
  folders[project].map((folder) => `test/${folder}/**/*.${suffix}`);
const ssrTests = within('ssr', 'ssr.test.tsx');

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'unit', environment: 'node', include: within('unit') } },
      { root, test: { name: 'content', environment: 'node', include: within('content') } },
      {
        root,
        plugins: [solid({ hot: false })],
        resolve: { conditions: ['development', 'browser'] },
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: within('dom', 'test.{ts,tsx}'),
          exclude: ssrTests,
        },
      },
      {
        // What the server sends: the same islands rendered to text, as the build does.
        root,
        plugins: [solid({ hot: false, ssr: true })],
        test: { name: 'ssr', environment: 'node', include: ssrTests },
      },
      { root, test: { name: 'dist', environment: 'node', include: within('dist'), testTimeout: 60_000 } },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          include: within('e2e'),
          // One browser at a time: on two cores two of them make each other's timings meaningless.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/logic/**/*.ts'],
      exclude: ['src/logic/tools/registry.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'coverage',
      thresholds: { branches: 95 },
    },
  },
});
