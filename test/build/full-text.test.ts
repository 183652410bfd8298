import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dist, pages } from './site.ts';

const files = readdirSync(path.join(dist, 'pagefind')).filter((name) => name.includes('.'));

test('Pagefind comes with its index and without its interfaces', () => {
  expect(files.filter((name) => /\.(?:js|css)$/.test(name)).sort()).toEqual([
    'pagefind-worker.js',
    'pagefind.js',
  ]);
  expect(files.some((name) => /^pagefind\.zh-cn_\w+\.pf_meta$/.test(name))).toBe(true);
  expect(files).toContain('wasm.unknown.pagefind');
});

test('no page asks for Pagefind by itself, and every page may run it', () => {
  for (const { address, html } of pages) {
    expect(html, address).not.toMatch(/(?:src|href)="[^"]*\/pagefind\//);
    expect(html, address).toContain("'wasm-unsafe-eval'");
  }
});
