/** With the keyboard alone: into the content, through a tool, a quiz and the search, and back out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { noticeOf, soon, toolOn } from './people.ts';

describeInBrowser('keyboard alone', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  /** What has the focus: its role or tag, and its name. */
  const focused = (page: WatchedPage): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      const name =
        element?.getAttribute('aria-label') ?? element?.textContent.trim().replace(/\s+/g, ' ') ?? '';
      const value = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
      return `${element?.tagName.toLowerCase() ?? ''} ${name || value}`.trim();
    });
  /** Tabs until the focus is where it should be; fails after a whole page of stops. */
  async function tabTo(page: WatchedPage, wanted: RegExp, key = 'Tab'): Promise<void> {
    for (let stops = 0; stops < 80; stops++) {
      if (wanted.test(await focused(page))) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${String(wanted)} cannot be reached; the last stop was ${await focused(page)}`);
  }

  test('the first stop leads past the header to the page', async () => {
    const page = await site.newPage();
    await page.goto(site.at('course/data/metrics/'));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('a 跳到正文');
    expect(await page.getByRole('link', { name: '跳到正文' }).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await soon(() => focused(page)).toBe('h1 指标体系与GMV');
    await page.close();
  });

  test('from the front door to a result copied', async () => {
    const page = await site.newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site.url);
    await tabTo(page, /^a 工具$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tools/');
    await page.locator('#tool-find').waitFor();
    await tabTo(page, /^a 来这么多人/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tools/gmv/');
    const tool = await toolOn(page, 'gmv');
    await tabTo(page, /^input 访客数/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('20000');
    await soon(() => tool.result('gmv')).toBe('196000');
    await tabTo(page, /^button 复制结果/);
    await page.keyboard.press('Enter');
    await soon(() => noticeOf(page)).toContain('结果已复制');
    await tabTo(page, /^button 敏感度/);
    await page.keyboard.press(' ');
    await tool.form.locator('.panel').waitFor();
    await tabTo(page, /^button 重置/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await soon(() => tool.result('gmv')).toBe('98000');
    // The way back is within reach of the keyboard as well.
    await soon(() => noticeOf(page)).toContain('撤销');
    await page.locator('#notices button').focus();
    await page.keyboard.press('Enter');
    await soon(() => tool.result('gmv')).toBe('196000');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('a question is answered and its reasons are next', async () => {
    const page = await site.newPage();
    await page.goto(site.at('practice/data/metrics/'));
    await page.locator('astro-island:not([ssr]) .quiz').waitFor({ state: 'attached' });
    const id = await page
      .locator('.q')
      .filter({ has: page.getByRole('radio', { name: '错' }) })
      .first()
      .getAttribute('id');
    const question = page.locator(`[id="${id ?? ''}"]`);
    await question.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(() => question.locator('.q-said').innerText()).toMatch(/对。/);
    await soon(() => question.locator('.q-said').evaluate((said) => said === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('答案和理由');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('a dialog keeps the focus while open and gives it back', async () => {
    const page = await site.newPage();
    await page.goto(site.at('tools/gmv/'));
    const tool = await toolOn(page, 'gmv');
    const button = tool.form.getByRole('button', { name: /链接/ });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let stops = 0; stops < 6; stops++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await soon(() => dialog.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each([
    ['/', () => undefined],
    ['Control+k', () => undefined],
  ])('search opens with %s, finds, and gives the focus back', async (key) => {
    const page = await site.newPage();
    await page.goto(site.at('tools/gmv/'));
    await page.getByRole('button', { name: '搜索' }).waitFor();
    const tool = await toolOn(page, 'gmv');
    await tool.field('uv').focus();
    if (key === '/') {
      await page.keyboard.press('/');
      expect(await tool.field('uv').inputValue(), 'in a field / is text').toContain('/');
      await tool.form.getByRole('button', { name: '复制结果' }).focus();
    }
    const before = await focused(page);
    await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name: '搜索' });
    await dialog.waitFor();
    const box = dialog.getByRole('searchbox');
    await soon(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('转化率');
    const results = dialog.getByRole('listitem').getByRole('link');
    await soon(() => results.first().innerText()).toContain('转化率');
    await page.keyboard.press('ArrowDown');
    await soon(() => results.first().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await soon(() => dialog.count()).toBe(0);
    await soon(() => focused(page)).toBe(before);

    await page.keyboard.press('Control+k');
    await dialog.waitFor();
    expect(await box.inputValue(), 'what was asked last is still there').toBe('转化率');
    await soon(() => results.count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(
      (url) => url.href !== site.at('tools/gmv/') && !url.pathname.endsWith('/tools/gmv/'),
    );
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('search opens with a tap as well', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.url);
    await page.getByRole('banner').getByRole('button', { name: '搜索' }).tap();
    const dialog = page.getByRole('dialog', { name: '搜索' });
    await dialog.getByRole('searchbox').fill('zhuanhualv');
    await soon(() => dialog.getByRole('listitem').getByRole('link').first().innerText()).toContain('转化率');
    await dialog.getByRole('button', { name: '关闭' }).tap();
    await soon(() => dialog.count()).toBe(0);
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
