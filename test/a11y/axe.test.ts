/** axe finds nothing on any kind of page, light and dark, on a phone and at a desk, with everything open that can be opened. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from '../e2e/browser.ts';
import { soon, toolOn } from '../e2e/people.ts';
import { KINDS, violations } from './axe.ts';

describeInBrowser('axe', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());
  const open = (width: number, dark = false): Promise<WatchedPage> =>
    site.newPage({ width, dark, bypassCSP: true });

  test('it would notice', async () => {
    const page = await open(360);
    await page.goto(site.at('about/'));
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    expect(await violations(page)).toEqual([expect.stringContaining('button-name')]);
    await page.close();
  });

  // Each theme once and each width once: between them every colour and every layout is seen.
  test.each([
    ['on a phone, light', 360, false],
    ['at a desk, dark', 1280, true],
  ])('every kind of page %s', { timeout: 120_000 }, async (_, width, dark) => {
    const page = await open(width, dark);
    const wrong: string[] = [];
    for (const path of KINDS) {
      await page.goto(site.at(path), { waitUntil: 'load' });
      if (path.startsWith('search/')) await page.locator('.search-results a').first().waitFor();
      expect(await page.locator('html').getAttribute('data-theme')).toBe(dark ? 'dark' : 'light');
      wrong.push(...(await violations(page)).map((line) => `/${path} ${line}`));
    }
    expect(wrong).toEqual([]);
    await page.close();
  });

  // The other two pairs, for one page of each look.
  test.each([
    ['on a phone, dark', 360, true],
    ['at a desk, light', 1280, false],
  ])('a chapter, a tool, a list %s', async (_, width, dark) => {
    const page = await open(width, dark);
    for (const path of [
      '',
      'course/data/metrics/',
      'tools/roas/',
      'playbook/checklists/detail-page/',
      'practice/data/metrics/',
    ]) {
      await page.goto(site.at(path), { waitUntil: 'load' });
      expect(await violations(page), `/${path}`).toEqual([]);
    }
    await page.close();
  });

  test.each([false, true])('with dialogs, panels, cards, notices and errors open, dark: %s', async (dark) => {
    const page = await open(360, dark);
    await page.goto(site.at('tools/roas/'));
    const tool = await toolOn(page, 'roas');
    await tool.field('spend').fill('乱写');
    await tool.field('refundRate').fill('100');
    await soon(() => tool.field('spend').getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page), 'errors').toEqual([]);
    await tool.field('spend').fill('3000');
    await tool.field('refundRate').fill('15');
    await tool.form.getByRole('button', { name: '存一次' }).click();
    await soon(() => page.locator('#notices').innerText()).not.toBe('');
    for (const name of ['反推', '方案对比', '敏感度', '我的记录']) {
      await tool.form.getByRole('button', { name, exact: true }).click();
      await tool.form.locator(`button[aria-expanded="true"]:text-is("${name}")`).waitFor();
      if (name === '反推') await tool.form.getByLabel(/做到多少/).fill('1');
      expect(await violations(page), name).toEqual([]);
    }
    await tool.form.getByRole('button', { name: /链接/ }).click();
    await page.getByRole('img', { name: '这个链接的二维码' }).waitFor();
    expect(await violations(page), 'share').toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog', { name: '搜索' });
    await search.getByRole('searchbox').fill('转化率');
    await soon(() => search.getByRole('listitem').first().innerText()).toContain('转化率');
    expect(await violations(page), 'search').toEqual([]);
    await page.close();
  });

  test.each([
    ['on a phone, light', 360, false],
    ['on a phone, dark', 360, true],
    ['at a desk, light', 1280, false],
    ['at a desk, dark', 1280, true],
  ])('tables coming in, a large one, what a check found, fees and a batch %s', async (_, width, dark) => {
    const page = await open(width, dark);
    await page.goto(site.at('tools/keyword/'));
    const keyword = await toolOn(page, 'keyword');
    await keyword.field('searches.1').fill('很多');
    await keyword.form.getByRole('button', { name: '导入、导出表格' }).click();
    const sheet = page.getByRole('region', { name: '导入、导出表格' });
    await sheet.getByText('选文件').waitFor();
    expect(await violations(page), 'import').toEqual([]);
    const take = (text: string): Promise<void> =>
      sheet
        .getByLabel('选文件')
        .setInputFiles({ name: '词.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await take('词,人气,件数\n裙,5000,8000\n裤,900,600,1\n');
    await sheet.getByText(/有几项对不上/).waitFor();
    expect(await violations(page), 'which column is which').toEqual([]);
    await sheet.getByRole('button', { name: '换一个文件' }).click();
    const many = Array.from({ length: 300 }, (_, i) => `词${i},${i},${i === 7 ? '很多' : 100}`);
    await take(`关键词,日搜索人气,在线商品数\n${many.join('\n')}\n`);
    const big = page.getByRole('region', { name: '大表' });
    await big.getByRole('cell', { name: '词3', exact: true }).waitFor();
    await big.getByRole('button', { name: '关键词倍数' }).click();
    await big.getByRole('cell', { name: '词299', exact: true }).waitFor();
    expect(await violations(page), 'a large table').toEqual([]);

    for (const id of ['ad-law', 'title-check']) {
      await page.goto(site.at(`tools/${id}/`));
      const check = await toolOn(page, id);
      if (id === 'title-check') await check.field('title').fill('全网第一防晒衣女防晒衣');
      await soon(() => check.form.locator('.findings li').count()).toBeGreaterThan(1);
      await check.form.locator('.findings button').first().click();
      expect(await violations(page), id).toEqual([]);
    }

    await page.goto(site.at('tools/unit-profit/'));
    const profit = await toolOn(page, 'unit-profit');
    await profit.form.getByRole('button', { name: '平台费率' }).click();
    await profit.form.getByLabel('平台', { exact: true }).selectOption('天猫');
    expect(await violations(page), 'fees').toEqual([]);
    await profit.form.getByRole('button', { name: '批量算' }).click();
    await profit.form.getByRole('button', { name: '把上面这一单放进来' }).click();
    await profit.form.getByLabel('第1行售价').fill('乱写');
    expect(await violations(page), 'a batch').toEqual([]);
    await profit.form.getByRole('button', { name: '嵌到别处' }).click();
    await profit.form.getByRole('textbox', { name: '嵌入代码' }).waitFor();
    expect(await violations(page), 'a frame').toEqual([]);
    await page.close();
  });

  test.each([false, true])('a chapter being worked through, dark: %s', async (dark) => {
    const page = await open(360, dark);
    await page.goto(site.at('course/data/metrics/'));
    await page.getByRole('button', { name: '访客数', exact: true }).first().click();
    expect(await violations(page), 'card').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('[data-ticks]').getByRole('checkbox').first().check();
    await page.locator('.quiz').scrollIntoViewIfNeeded();
    await page.locator('astro-island:not([ssr]) .quiz').waitFor({ state: 'attached' });
    for (const question of await page.locator('.quiz .q').all()) {
      const options = question.locator('.q-option');
      if ((await options.count()) === 0) continue;
      await options.first().click();
      await question.getByRole('button', { name: '提交' }).click();
      await soon(() => question.locator('.q-said').innerText()).not.toBe('');
    }
    expect(await violations(page), 'answered').toEqual([]);
    await page.close();
  });

  test('a checklist half done, a reply being filled in', async () => {
    const page = await open(360);
    await page.goto(site.at('playbook/checklists/detail-page/'));
    await page.locator('form.checklist[data-ready]').waitFor();
    await page.getByRole('checkbox').first().check();
    await page.locator('.item-note summary').first().click();
    expect(await violations(page)).toEqual([]);
    await page.goto(site.at('playbook/scripts/'));
    await page.locator('astro-island:not([ssr]) .reply').first().waitFor();
    await page.locator('.fill summary').first().click();
    await page.locator('.script-more summary').first().click();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
