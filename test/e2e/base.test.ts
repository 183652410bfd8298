/** Under a path such as /sub/ everything is where it should be. Builds the site once more, beside dist. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runNode } from '../../src/build/cli/lib/node.mjs';
import { inRoot } from '../../src/build/cli/lib/project.mjs';
import { readPages } from '../../src/build/pages.ts';
import { describeInBrowser, openSite, type Site } from './browser.ts';
import { soon, toolOn } from './people.ts';

describeInBrowser('under /sub/', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  let site: Site;
  beforeAll(async () => {
    const args = [
      inRoot('node_modules', 'astro', 'bin', 'astro.mjs'),
      'build',
      '--outDir',
      folder,
      '--silent',
    ];
    // Vitest's own settings would tell Astro another base and mode.
    const ours = Object.fromEntries(
      ['NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'TEST', 'VITEST', 'BASE_URL'].map((name) => [
        name,
        undefined,
      ]),
    );
    expect(await runNode(args, { ...ours, BASE: '/sub/' })).toBe(0);
    site = await openSite({ folder, base: '/sub/' });
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('no address of the site forgets where it stands', () => {
    const pages = readPages(folder);
    expect(pages.length).toBeGreaterThan(40);
    const forgetful = pages.flatMap(({ address, html }) =>
      [...html.matchAll(/\s(?:href|src|action|data-code|data-sheet|data-resume)="(\/[^"]*)"/g)]
        .map(([, written = '']) => written)
        .filter((written) => !written.startsWith('/sub/'))
        .map((written) => `${address} → ${written}`),
    );
    expect(forgetful).toEqual([]);
    const published = pages.flatMap(({ address, html }) =>
      [...html.matchAll(/<link rel="canonical" href="https?:\/\/[^/"]+([^"]*)"/g)]
        .filter(([, where = '']) => !where.startsWith('/sub/'))
        .map(() => address),
    );
    expect(published).toEqual([]);
  });

  test('pages lead to each other, a tool works, a link comes back, search finds', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.url);
    await page.getByRole('link', { name: '学课程' }).click();
    await page.getByRole('main').getByRole('link', { name: '指标体系与GMV' }).click();
    await page.waitForURL('**/sub/course/data/metrics/');
    const tool = await toolOn(page, 'gmv');
    await tool.field('uv').fill('20000');
    await soon(() => tool.result('gmv')).toBe('196000');
    await tool.form.getByRole('button', { name: /链接/ }).click();
    const link = await page.getByRole('dialog').getByRole('textbox', { name: '链接' }).inputValue();
    expect(link).toBe(`${site.url}tools/gmv/#uv=20000&cvr=3.5&aov=280`);
    await page.goto(link);
    const same = await toolOn(page, 'gmv');
    await soon(() => same.result('gmv')).toBe('196000');

    // What a chapter's text links to by an address from the root.
    await page.goto(site.at('course/data/metrics/'));
    await page.getByRole('main').locator('a[href*="/course/storefront/"]').first().click();
    await page.waitForURL('**/sub/course/storefront/detail-page/');

    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: '搜索' });
    await dialog.getByRole('searchbox').fill('转化率');
    const first = dialog.locator('.search-results a').first();
    await soon(() => first.getAttribute('href')).toMatch(/^\/sub\//);
    await first.click();
    await soon(() => new URL(page.url()).pathname).not.toContain('detail-page');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);

    await page.goto(site.url);
    await soon(() => page.locator('[data-resume] a').getAttribute('href')).toMatch(/^\/sub\/course\//);
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
