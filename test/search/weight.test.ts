import { brotliCompressSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openSite, type Site } from '../e2e/browser.ts';

const KB = 1024;
/** Before anything is typed, and with the first results of a word and of a long sentence. */
const CORE = 90 * KB;
const FIRST = 130 * KB;
const isSearch = (url: string): boolean => /\/search\/|\/(?:dialog|panel|search)\.[^/]*$/.test(url);

describeInBrowser('the weight of the first search', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it.each(['客单价', '直通车点击率低怎么办'])('with %s', async (query) => {
    const page = await site.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(site.at('glossary/'));
    await page.waitForLoadState('networkidle');
    expect(responses.map((response) => response.url()).filter(isSearch)).toEqual([]);

    responses.length = 0;
    await page.locator('[data-search]').click();
    await page.locator('dialog .search-links a').first().waitFor();
    await page.waitForLoadState('networkidle');
    const core = await weigh(responses);
    await page.locator('.search-field').fill(query);
    await page.locator('.search-results mark').first().waitFor();
    await page.waitForLoadState('networkidle');
    const first = await weigh(responses);
    console.info(`search: core ${(core / KB).toFixed(1)} KB, with “${query}” ${(first / KB).toFixed(1)} KB`);
    expect(core).toBeLessThanOrEqual(CORE);
    expect(first).toBeLessThanOrEqual(FIRST);
    expect(page.faults).toEqual([]);
    await page.close();
  });
});

async function weigh(responses: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(
    responses.map(async (response) => brotliCompressSync(await response.body()).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
