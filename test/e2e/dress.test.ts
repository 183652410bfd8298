/** Styles in two steps: a page brings what it shows until it is touched; its whole sheets come with the first touch. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHAPTER } from '../bench/weight.ts';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';

/** Of each kind of page one. */
const PAGES = [
  ...['', CHAPTER, 'tools/', 'tools/roas/', 'tools/traffic-mix/', 'tools/ad-law/', 'embed/roas/'],
  ...['playbook/scripts/', 'playbook/platforms/', 'search/', '404.html'],
];

/** How every element looks: its box and all its computed styles. */
const look = (page: WatchedPage): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const properties = [...style].filter((name) => !name.startsWith('--'));
      return [
        `${element.tagName} ${element.getAttribute('class') ?? ''}`,
        ...[x, y, width, height].map(Math.round),
        ...properties.map((name) => `${name}: ${style.getPropertyValue(name)}`),
      ].join('\n');
    }),
  );
const late = (page: WatchedPage): Promise<number> => page.locator('link[rel="late"]').count();

describeInBrowser('the sheets that come with the first touch', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(PAGES.flatMap((address) => [360, 1200].map((width) => ({ address, width }))))(
    'change nothing on /$address at $width px',
    async ({ address, width }) => {
      const page = await site.newPage({ width, reducedMotion: true });
      await page.goto(site.at(address), { waitUntil: 'networkidle' });
      expect(await late(page)).toBeGreaterThan(0);
      const before = await look(page);
      await page.keyboard.press('Shift');
      await page.waitForFunction(() => !document.querySelector('link[rel="late"]'));
      await page.waitForLoadState('networkidle');
      expect(await look(page)).toEqual(before);
      expect(page.faults).toEqual([]);
      await page.close();
    },
  );

  test('that could not be fetched are asked for again by the next part', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('tools/gmv/'), { waitUntil: 'networkidle' });
    const all = await late(page);
    await page.route('**/*.css', (route) => route.abort());
    await page.keyboard.press('Shift');
    await expect.poll(() => late(page)).toBe(all);
    await page.unroute('**/*.css');
    await page.getByRole('button', { name: '反推' }).click();
    await page.locator('.panel').waitFor();
    expect(await late(page)).toBe(0);
    await page.close();
  });
});
