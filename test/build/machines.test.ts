/** What the site says to machines: sitemap, robots, the catalogue of tools, the manifest. */
import { describe, expect, test } from 'vitest';
import { loadTools } from '#logic/tools/catalog.ts';
import { base, isEmbed, isMissing, isServed, pages, read } from './site.ts';

const tools = await loadTools();
const robots = (html: Document): string =>
  html.querySelector('meta[name="robots"]')?.getAttribute('content') ?? '';

describe('sitemap', () => {
  const addresses = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => {
    const { pathname } = new URL(address);
    expect(pathname.startsWith(base)).toBe(true);
    return `/${decodeURIComponent(pathname).slice(base.length)}`;
  });

  test('lists every page people should find, and no other', () => {
    const found = pages.filter((page) => !isEmbed(page) && !isMissing(page) && page.address !== '/search/');
    expect(addresses.sort()).toEqual(found.map(({ address }) => address).sort());
  });

  test('is named by its index and by every page', () => {
    expect(read('sitemap-index.xml')).toContain('sitemap-0.xml');
    for (const { document, address } of pages.filter((page) => !isEmbed(page)))
      expect(document.querySelector('link[rel="sitemap"]')?.getAttribute('href'), address).toContain(
        'sitemap-index.xml',
      );
  });
});

test('frames and the search page are not for search engines; everything else is', () => {
  for (const page of pages) {
    const hidden = isEmbed(page) || page.address === '/search/';
    if (hidden) expect(robots(page.document), page.address).toContain('noindex');
    else if (!isMissing(page)) expect(robots(page.document), page.address).not.toContain('noindex');
  }
});

test('a frame names the tool’s own page as the one to keep', () => {
  for (const { document, address } of pages.filter(isEmbed)) {
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
    expect(new URL(canonical).pathname).toBe(`${base}tools/${address.split('/')[2] ?? ''}/`);
  }
});

test('robots.txt keeps machines out of nothing they should read', () => {
  const text = read('robots.txt');
  expect(text).toMatch(/^User-agent: \*$/m);
  expect(text).not.toMatch(/^Disallow: \/$/m);
});

describe('tools/catalog.json', () => {
  interface Entry {
    id: string;
    name: string;
    group: string;
    address: string;
    inputs: {
      key: string;
      label: string;
      default: string;
      unit?: string;
      options?: Record<string, string>;
    }[];
    results: { key: string; label: string; unit: string }[];
    rows?: { columns: { key: string }[]; results: { key: string }[]; defaults: string[][] };
  }
  const catalog = JSON.parse(read('tools/catalog.json')) as Entry[];

  test('lists every tool once', () => {
    expect(catalog.map(({ id }) => id).sort()).toEqual(tools.map(({ id }) => id).sort());
  });

  test.each(tools)('$id with its inputs, results, units and defaults', (tool) => {
    const entry = catalog.find(({ id }) => id === tool.id)!;
    expect(entry.name).toBe(tool.name);
    expect(entry.address).toBe(`${base}tools/${tool.id}/`);
    expect(isServed(entry.address.slice(base.length))).toBe(true);
    expect(Object.fromEntries(entry.inputs.map(({ key, default: value }) => [key, value]))).toEqual(
      Object.fromEntries(Object.entries(tool.inputs).map(([key, input]) => [key, input.default])),
    );
    for (const { key, unit, options } of entry.inputs) expect(unit ?? options ?? key).toBeTruthy();
    const shown = Object.entries(tool.results).filter(([, { step }]) => !step);
    expect(entry.results.map(({ key, unit }) => [key, unit])).toEqual(
      shown.map(([key, { unit }]) => [key, unit]),
    );
    expect(entry.rows?.defaults ?? []).toEqual(tool.rows?.defaults ?? []);
    expect(entry.rows?.columns.map(({ key }) => key) ?? []).toEqual(Object.keys(tool.rows?.columns ?? {}));
  });
});

test('the manifest names the site, and icons that are there', () => {
  const manifest = JSON.parse(read('manifest.webmanifest')) as {
    name: string;
    lang: string;
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest.name).toContain('开店有数');
  expect(manifest.lang).toBe('zh-CN');
  expect(manifest.start_url, 'wherever it is hosted').not.toMatch(/^\//);
  for (const { src } of manifest.icons) expect(isServed(src.replace(/^\.\//, '')), src).toBe(true);
});
