import { brotliCompressSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from '../e2e/browser.ts';

const KB = 1024;
/** Everything of Pagefind for one sentence: its program, parts of the index, the pages shown. */
const MOST = 400 * KB;
const CHAPTER = 'course/service/pre-sale/';
const offerOf = (page: WatchedPage) => page.getByRole('button', { name: /^在全文里逐字找/ });
const found = (page: WatchedPage) => page.locator('.search-full .search-results > li > a');

interface Passage {
  text: string;
  /** of the section it stands in */
  anchor: string;
}
/** A sentence from the middle of a chapter, read from the page itself, so that it follows the content. */
const passageOf = (page: WatchedPage): Promise<Passage> =>
  page.evaluate(() => {
    let anchor = '';
    const passages: { text: string; anchor: string }[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('main h2[id], main h3[id], main p')) {
      if (element.tagName !== 'P') anchor = element.id;
      else if (
        anchor !== '' &&
        !element.closest('astro-island, nav, footer, .quiz, .bad-example, .contrast-bad')
      ) {
        const [text = ''] = (element.textContent ?? '').split(/[。！？]/);
        if (/^[\p{Script=Han}，、：]{16,30}$/u.test(text)) passages.push({ text, anchor });
      }
    }
    const middle = passages[Math.floor(passages.length / 2)];
    if (!middle) throw new Error('the chapter has no plain sentence');
    return middle;
  });

describeInBrowser('the search of the full text', () => {
  let site: Site;
  let page: WatchedPage;
  let responses: Response[];
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    page = await site.newPage();
    responses = [];
    page.context().on('response', (response) => {
      if (response.url().includes('/pagefind/')) responses.push(response);
    });
  });
  afterEach(() => page.close());

  it('loads nothing before it is asked for, then finds a sentence on its page, under its heading', async () => {
    await page.goto(site.at(CHAPTER));
    const { text, anchor } = await passageOf(page);
    await page.goto(site.at('glossary/'));
    await page.keyboard.press('/');
    await page.locator('dialog .search-field').fill(text);
    await offerOf(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(responses).toEqual([]);

    await offerOf(page).focus();
    await page.keyboard.press('Enter');
    await found(page).first().waitFor();
    expect(await page.locator('.search-full [role="status"]').innerText()).toMatch(/\d页有一模一样的字句/);
    expect(
      await found(page)
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    expect(await found(page).count()).toBeLessThanOrEqual(8);
    expect((await found(page).first().locator('mark').allInnerTexts()).join('').length).toBeGreaterThan(7);
    await page.waitForLoadState('networkidle');
    const size = await weigh(responses);
    console.info(`full text: ${responses.length} files, ${(size / KB).toFixed(1)} KB for “${text}”`);
    expect(size).toBeLessThanOrEqual(MOST);

    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.startsWith(site.at(CHAPTER)));
    expect(decodeURIComponent(new URL(page.url()).hash.slice(1))).toBe(anchor);
    expect(page.faults).toEqual([]);
  });

  it('is offered where nothing else was found, and says when it has nothing either', async () => {
    await page.goto(site.at(`search/?q=${encodeURIComponent('啊啊啊zzzz')}`));
    await page.getByText('没有结果').waitFor();
    await offerOf(page).click();
    await page.getByText(/^全文里也没有|^没有一模一样的字句/).waitFor();
    await page.locator('.search-field').fill('客单价');
    await page.getByRole('button', { name: '在全文里逐字找“客单价”' }).waitFor();
    expect(await found(page).count()).toBe(0);
    expect(page.faults).toEqual([]);
  });

  it('weighs less for a word', async () => {
    await page.goto(site.at('search/?q=%E5%AE%A2%E5%8D%95%E4%BB%B7'));
    await offerOf(page).click();
    await found(page).first().waitFor();
    await page.waitForLoadState('networkidle');
    const size = await weigh(responses);
    console.info(`full text: ${responses.length} files, ${(size / KB).toFixed(1)} KB for “客单价”`);
    expect(size).toBeLessThanOrEqual(MOST);
    expect(await found(page).first().locator('mark').count()).toBeGreaterThan(0);
    expect(page.faults).toEqual([]);
  });

  it('is reached by arrows', async () => {
    await page.goto(site.at('search/?q=%E5%AE%A2%E5%8D%95%E4%BB%B7'));
    await offerOf(page).waitFor();
    await page.locator('.search-field').focus();
    for (let presses = 0; presses < 40; presses++) await page.keyboard.press('ArrowDown');
    expect(await offerOf(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('says when it cannot be loaded, and tries again', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(site.at('search/?q=%E5%AE%A2%E5%8D%95%E4%BB%B7'));
    await offerOf(page).click();
    await page.getByText('全文没能载入').waitFor();
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: '重试' }).click();
    await found(page).first().waitFor();
    expect(page.faults.filter(({ kind }) => kind !== 'console')).toEqual([]);
  });
});

/** As a host sends it: scripts compressed, the index as it is, since it is compressed already. */
async function weigh(responses: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(
    responses.map(async (response) => {
      const body = await response.body();
      return Math.min(body.length, brotliCompressSync(body).length);
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
