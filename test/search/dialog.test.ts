import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  describeInBrowser,
  openSite,
  type PageOptions,
  type Site,
  type WatchedPage,
} from '../e2e/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeInBrowser('the search over a page', () => {
  let site: Site;
  let page: WatchedPage;
  const open = async (options: PageOptions = {}, path = 'glossary/'): Promise<void> => {
    page = await site.newPage(options);
    await page.goto(site.at(path));
  };
  const field = () => page.locator('dialog .search-field');
  const results = () => page.locator('dialog .search-results > li > a:first-child');
  const focused = (): Promise<string> =>
    page.evaluate(
      () => document.activeElement?.getAttribute('href') ?? document.activeElement?.className ?? '',
    );

  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());
  beforeEach(() => open());
  afterEach(() => page.close());

  it('opens by its button and by keys, takes the focus and gives it back', async () => {
    const button = page.getByRole('button', { name: '搜索' });
    await button.click();
    await expect.poll(focused).toBe('search-field');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await focused()).toContain('/search/');
    for (const keys of ['/', 'Control+k']) {
      await page.keyboard.press(keys);
      await field().waitFor();
      expect(await field().inputValue()).toBe('');
      await page.keyboard.press('Escape');
    }
    expect(page.faults).toEqual([]);
  });

  it('leaves a slash to the field somebody is typing in', async () => {
    await page.evaluate(() => {
      const input = document.createElement('input');
      document.body.append(input);
      input.focus();
    });
    await page.keyboard.press('/');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('goes through results by arrows and opens the first by Enter', async () => {
    await page.keyboard.press('/');
    await field().fill('退货率');
    await results().first().waitFor();
    await page.keyboard.press('ArrowDown');
    const first = await results().first().getAttribute('href');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(await results().nth(1).getAttribute('href'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('search-field');
    await page.keyboard.press('Enter');
    await expect.poll(() => decodeURI(page.url())).toContain(first);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('answers an Enter that comes before the results', async () => {
    await page.keyboard.press('/');
    await field().fill('gmv');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tools\/gmv\/|#gmv$/);
  });

  it('shows one kind alone, with its count', async () => {
    await page.keyboard.press('/');
    await field().fill('利润');
    const chip = page.locator('.search-chip', { hasText: '工具' });
    await chip.click();
    await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true');
    const count = Number(/\d+/.exec(await chip.innerText())?.[0]);
    expect(await page.locator('.search-kind').allInnerTexts()).toEqual(
      Array.from({ length: Math.min(8, count) }, () => '工具'),
    );
    expect(await page.locator('.search-status').innerText()).toBe(`${count}条`);
  });

  it('waits for an input method to finish', async () => {
    await page.keyboard.press('/');
    await page.locator('dialog .search-links a').first().waitFor();
    const compose = (type: string, value: string): Promise<void> =>
      field().evaluate(
        (input: HTMLInputElement, [name, text]) => {
          input.value = text ?? '';
          const init = { bubbles: true, isComposing: name !== 'compositionend' };
          input.dispatchEvent(
            name === 'input' ? new InputEvent('input', init) : new CompositionEvent(name ?? '', init),
          );
        },
        [type, value],
      );
    await compose('compositionstart', '');
    await compose('input', 'ke dan jia');
    await page.waitForLoadState('networkidle');
    expect(await results().count()).toBe(0);
    await compose('compositionend', '客单价');
    await results().first().waitFor();
    expect(await results().first().innerText()).toContain('客单价');
  });

  it('remembers what led somewhere, on this device, until told to forget', async () => {
    await page.keyboard.press('/');
    await field().fill('跳出率');
    await results().first().click();
    await page.goto(site.at('glossary/'));
    await page.keyboard.press('/');
    await page.getByRole('button', { name: '跳出率' }).click();
    await results().first().waitFor();
    await field().fill('');
    await page.getByRole('button', { name: '清除' }).click();
    expect(await page.locator('dialog h2').allInnerTexts()).toEqual(['常用', '去看看']);
  });

  it('never shows an empty panel', async () => {
    await page.keyboard.press('/');
    await field().fill('啊啊啊zzzz');
    await page.getByText('没有结果').waitFor();
    expect(await page.locator('dialog .search-links a').count()).toBeGreaterThan(2);
  });

  it('says what it searched for instead', async () => {
    await page.keyboard.press('/');
    await field().fill('典击律');
    await page.getByText('按“点击率”找到').waitFor();
  });

  it('takes what is typed as text', async () => {
    await page.goto(site.at(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>客单价')}`));
    await page.locator('.search-results mark').first().waitFor();
    expect(await page.locator('#search-here img').count()).toBe(0);
    await page.goto(site.at(`search/?q=${encodeURIComponent('<b>鲸</b>')}`));
    await page
      .locator('.search-status')
      .getByText(/条|没有结果/)
      .waitFor();
    expect(page.faults).toEqual([]);
  });

  it('says when it cannot be loaded, keeps what was typed, and tries again', async () => {
    await page.route('**/search/**', (route) => route.abort());
    await page.keyboard.press('/');
    await page.getByText('搜索没能载入').waitFor();
    await field().fill('客单价');
    await page.unroute('**/search/**');
    await page.getByRole('button', { name: '重试' }).click();
    await results().first().waitFor();
    expect(await field().inputValue()).toBe('客单价');
  });

  it('leans only on tokens that a page keeps', async () => {
    for (const path of ['', 'course/data/metrics/', 'tools/gmv/', 'playbook/scripts/', 'practice/']) {
      await page.goto(site.at(path));
      const missing = await page.evaluate(async () => {
        const sheet = document.querySelector<HTMLElement>('[data-search]')?.dataset['sheet'] ?? '';
        const css = await (await fetch(sheet)).text();
        const names = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name);
        const style = getComputedStyle(document.documentElement);
        return [...new Set(names)].filter((name) => style.getPropertyValue(name) === '');
      });
      expect(missing, path).toEqual([]);
    }
  });

  it.each([{}, { dark: true }, { width: 360 }])('is accessible, %o', async (options) => {
    await page.close();
    await open({ ...options, bypassCSP: true });
    await page.getByRole('button', { name: '搜索' }).click();
    const check = async (): Promise<string[]> => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(async () => {
        const runner = (window as unknown as { axe: { run: (where: string) => Promise<AxeResults> } }).axe;
        return runner.run('dialog');
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    };
    await page.locator('dialog .search-links a').first().waitFor();
    expect(await check()).toEqual([]);
    await field().fill('投产比');
    await results().first().waitFor();
    expect(await check()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describeInBrowser('the search as a page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it('answers a link, and its address follows the field', async () => {
    const page = await site.newPage();
    await page.goto(site.at('search/?q=%E5%AE%A2%E5%8D%95%E4%BB%B7'));
    await page.locator('.search-results > li').first().waitFor();
    expect(await page.locator('#search-here .search-results').evaluate((list) => list.tagName)).toBe('OL');
    await page.locator('.search-field').fill('退货率');
    await expect.poll(() => decodeURI(page.url())).toContain('?q=退货率');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  it('says what it needs without scripts, and shows the ways to look', async () => {
    const page = await site.newPage({ javaScriptEnabled: false });
    await page.goto(site.at('search/'));
    expect(await page.getByText('浏览器没有打开脚本').isVisible()).toBe(true);
    expect(await page.locator('#search-here a').count()).toBeGreaterThan(2);
    await page.goto(site.at('glossary/'));
    await page.locator('a[data-search]').click();
    expect(page.url()).toBe(site.at('search/'));
    await page.close();
  });
});
