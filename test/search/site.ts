/** The search page in a browser, as the tests of this folder use it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Site, WatchedPage } from '../e2e/browser.ts';

export interface Query {
  batch: string;
  kind: string;
  text: string;
  /** addresses a person would be content with */
  wanted: readonly string[];
}

type Written = Record<string, Record<string, Record<string, string>>>;
export const queries: Query[] = Object.entries(
  parse(readFileSync(new URL('queries.yaml', import.meta.url), 'utf8')) as Written,
).flatMap(([batch, kinds]) =>
  Object.entries(kinds).flatMap(([kind, entries]) =>
    Object.entries(entries).map(([text, wanted]) => ({ batch, kind, text, wanted: wanted.split(' ') })),
  ),
);

export interface Asked {
  /** addresses of the results, below the base */
  results: string[];
  /** from the question to the last result on the page */
  milliseconds: number;
}

/** Opens /search/ and waits until it can be asked. */
export async function openSearchPage(site: Site): Promise<WatchedPage> {
  const page = await site.newPage();
  await page.goto(site.at('search/'));
  await page.locator('.search-links a').first().waitFor();
  return page;
}

/** Asks one question as a person who types it and presses Enter. */
export const ask = (page: WatchedPage, site: Site, text: string): Promise<Asked> =>
  page.evaluate(
    async ([query, base]) => {
      const field = document.querySelector<HTMLInputElement>('.search-field');
      const list = document.querySelector<HTMLElement>('.search-results');
      if (!field || !list) throw new Error('this is not the search page');
      field.value = query;
      const start = performance.now();
      field.form?.requestSubmit();
      while (list.ariaBusy === 'true') await new Promise((resolve) => setTimeout(resolve));
      const milliseconds = performance.now() - start;
      const links = [...list.querySelectorAll<HTMLAnchorElement>('li > a:first-child')];
      return { milliseconds, results: links.map(({ href }) => decodeURI(href.replace(base, '/'))) };
    },
    [text, site.url] as const,
  );
