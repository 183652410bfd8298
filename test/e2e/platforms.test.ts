/** Comparing platforms, choosing one, and the path of a role: at a desk, on a phone, without scripts, on paper. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KB, weigh } from '../bench/weight.ts';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { clipboardOf, noticeOf, scrollsSideways, soon } from './people.ts';

const TABLE = 'playbook/platforms/';

describeInBrowser('platforms and paths', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const alive = (page: WatchedPage, part: string): Promise<void> =>
    page.locator(`astro-island:not([ssr]) ${part}`).first().waitFor({ state: 'attached' });
  /** the platforms a row shows, from left to right */
  const shown = (page: WatchedPage, aspect = 'fees'): Promise<string[]> =>
    page.locator(`[data-aspect="${aspect}"] [data-platform]:visible`).evaluateAll((cells) =>
      cells
        .map((cell) => ({ id: cell.getAttribute('data-platform') ?? '', x: cell.getBoundingClientRect().x }))
        .sort((a, b) => a.x - b.x)
        .map(({ id }) => id),
    );
  const rows = (page: WatchedPage): Promise<(string | null)[]> =>
    page
      .locator('[data-aspect]:visible')
      .evaluateAll((all) => all.map((row) => row.getAttribute('data-aspect')));

  test('at a desk: the whole table, narrowed by the keyboard, and the address opens as it was', async () => {
    const page = await site.newPage();
    await page.goto(site.at('playbook/'));
    await page.getByRole('main').getByRole('link', { name: '平台对比表' }).click();
    await page.waitForURL(`**/${TABLE}`);
    await alive(page, '.compare-filter');
    expect((await shown(page)).length).toBeGreaterThan(10);
    expect((await rows(page)).length).toBeGreaterThan(10);
    expect(await scrollsSideways(page), 'the table scrolls in itself').toBe(false);
    const table = page.getByRole('table', { name: '对着看' });
    expect(await table.getByRole('columnheader').count()).toBe((await shown(page)).length);
    expect(await table.getByRole('rowheader', { name: '费用' }).count()).toBe(1);

    // The heads stay in sight while it scrolls in both directions.
    const region = page.getByRole('region', { name: '对着看' });
    await region.focus();
    await region.evaluate((element) => element.scrollTo(900, 900));
    const heads = await region.evaluate((element) => {
      const { x, y } = element.getBoundingClientRect();
      const at = (selector: string): DOMRect => element.querySelector(selector)!.getBoundingClientRect();
      return [at('thead [data-platform="jd"]').y - y, at('[data-aspect="fees"] th').x - x];
    });
    expect(
      heads.every((distance) => Math.abs(distance) < 3),
      heads.join(),
    ).toBe(true);

    for (const name of ['京东', '拼多多', '费用']) {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Space');
    }
    await soon(() => shown(page)).toEqual(['pdd', 'jd']);
    await soon(() => rows(page)).toEqual(['fees']);
    expect(new URL(page.url()).hash).toBe('#a=pdd&b=jd&show=fees');
    expect(await page.getByText('2个平台').locator('..').innerText()).toContain('1项');
    await page.reload();
    await alive(page, '.compare-filter');
    await soon(() => shown(page)).toEqual(['pdd', 'jd']);

    await page.getByRole('button', { name: '链接和二维码' }).click();
    const link = page.getByRole('dialog').getByRole('textbox', { name: '链接' });
    expect(await link.inputValue()).toMatch(/#a=pdd&b=jd&show=fees$/);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '看全部' }).click();
    await soon(async () => (await shown(page)).length).toBeGreaterThan(10);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('on a phone: two side by side from the first paint, chosen left and right', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at(TABLE));
    expect(await shown(page), 'before anything comes alive').toEqual(['taobao', 'douyin']);
    await alive(page, '.compare-sides');
    expect(await shown(page)).toEqual(['taobao', 'douyin']);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByLabel('左边的平台').selectOption('京东');
    await soon(() => shown(page)).toEqual(['jd', 'douyin']);
    await page.getByLabel('右边的平台').selectOption('京东');
    await soon(() => shown(page)).toEqual(['douyin', 'jd']);
    expect(new URL(page.url()).hash).toBe('#a=douyin&b=jd');
    // Two columns of one width, and what is said of one thing begins at one height.
    const boxes = await page
      .locator('[data-aspect="fees"] td:visible')
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes[0]!.top).toBe(boxes[1]!.top);
    expect(Math.abs(boxes[0]!.width - boxes[1]!.width)).toBeLessThan(1);

    // The heads stay in sight; whatever one touches is as large as a finger.
    await page.locator('[data-aspect="aftersales"]').scrollIntoViewIfNeeded();
    expect(
      await page.getByLabel('左边的平台').evaluate((one) => one.getBoundingClientRect().top),
    ).toBeLessThan(120);
    const small = await page
      .locator(
        '.compare :is(button, select):visible, .choose .check:visible, .choose button:visible, .rules > summary',
      )
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent.trim()),
      );
    expect(small).toEqual([]);

    await page.goto(site.at(`${TABLE}#a=kuaishou&b=wechat&show=fees`));
    await page.reload();
    await soon(() => shown(page)).toEqual(['kuaishou', 'wechat']);
    await soon(() => rows(page)).toEqual(['fees']);
    const fees = await page.locator('[data-aspect="fees"]').innerText();
    expect(fees, 'what is hardly known is not stated').toContain('随类目变，看后台');
    expect(fees).not.toMatch(/\d%/);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each([360, 1280])('choosing at %i px: answered, changed, copied, begun again', async (width) => {
    const page = await site.newPage({ width });
    const clipboard = await clipboardOf(page);
    await page.goto(site.at(`${TABLE}#choose`));
    await page.locator('.choose').scrollIntoViewIfNeeded();
    await alive(page, '.choose');
    expect(new URL(page.url()).hash, 'an anchor stays').toBe('#choose');
    const pick = (name: RegExp): Promise<void> => page.getByRole('radio', { name }).check();
    for (const name of [/授权书/, /别家也有/, /^没有人做/, /^没有，或者/, /^算过，有/]) await pick(name);
    const state = page.locator('.choose-state');
    await soon(() => state.innerText()).toContain('还有1题');
    await pick(/只卖国内/);
    await soon(() => state.innerText()).toContain('先看 京东');
    const result = page.locator('.choose-result');
    expect(await result.innerText()).toContain('授权、报告、售后正是它要的');
    await result.locator('summary').click();
    expect(await result.innerText()).toContain('别家也有的货');

    await pick(/都没有/);
    await soon(() => state.innerText()).toContain('没有哪个平台合适');
    expect(await result.getByRole('listitem').count()).toBeGreaterThan(1);
    await pick(/按时开播/);
    await soon(() => state.innerText()).toContain('先看 抖音');
    await page.getByRole('button', { name: '复制结果' }).click();
    await soon(() => noticeOf(page)).toContain('已复制');
    const text = await clipboard();
    expect(text).toContain('先看：抖音\n＋ ');
    expect(text).toContain('不保证卖得好');
    await page.getByRole('button', { name: '重新开始' }).click();
    await soon(() => state.innerText()).toContain('还有6题');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('what comes alive after something else was used takes its clicks', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at(TABLE));
    await alive(page, '.compare-filter');
    // The button that appears makes Solid take hydration for finished.
    await page.getByRole('button', { name: '费用', exact: true }).click();
    await page.getByRole('button', { name: '看全部' }).waitFor();
    await page.locator('.choose').scrollIntoViewIfNeeded();
    await alive(page, '.choose');
    await page.getByRole('radio', { name: /都没有/ }).check();
    await soon(() => page.locator('.choose-state').innerText()).toContain('还有5题');
    await page.getByRole('button', { name: '看全部' }).click();
    await soon(async () => (await rows(page)).length).toBeGreaterThan(10);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('without scripts: one list a platform on a phone, a table at a desk, the rules to read', async () => {
    const page = await site.newPage({ width: 360, javaScriptEnabled: false });
    await page.goto(site.at(TABLE));
    const text = await page.locator('.platforms').innerText();
    expect(await page.locator('.platforms [data-aspect="fees"] td:visible').count()).toBeGreaterThan(10);
    expect(await scrollsSideways(page)).toBe(false);
    // Everything of one platform stands together, under its name.
    const tops = await page
      .locator('.platforms [data-platform="douyin"]')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const next = await page
      .locator('.platforms thead [data-platform="kuaishou"]')
      .evaluate((one) => one.getBoundingClientRect().top);
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
    expect(tops.every((top) => top < next)).toBe(true);
    expect(text).toContain('TikTok Shop');
    expect(await page.locator('button:visible, select:visible, input:visible').count()).toBe(0);
    const rules = page.locator('.rules');
    await rules.locator('summary').click();
    expect(await rules.innerText()).toContain('合适：京东');

    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await page.getByRole('columnheader', { name: '抖音' }).isVisible()).toBe(true);
    expect((await shown(page)).length).toBeGreaterThan(10);
    await page.close();
  });

  test('on paper: what is shown, as lists, and no controls', async () => {
    const page = await site.newPage();
    await page.goto(site.at(`${TABLE}#a=jd&b=temu`));
    await alive(page, '.compare-filter');
    await soon(() => shown(page)).toEqual(['jd', 'temu']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-aspect="fit"] td:visible').count()).toBe(2);
    expect(await page.locator('main button:visible, main select:visible').count()).toBe(0);
    const widths = await page
      .locator('[data-aspect="fees"] td:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(Math.min(...widths), 'as wide as the paper').toBeGreaterThan(600);
    await page.close();
  });

  test('a path knows what was read here: minutes left and what comes next', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('course/'));
    await page.getByRole('main').getByRole('link', { name: '客服', exact: true }).click();
    await page.waitForURL('**/paths/service/');
    const lines = page.locator('[data-line]');
    const minutes = (
      await lines.evaluateAll((all) => all.map((one) => one.getAttribute('data-minutes')))
    ).map(Number);
    const sum = minutes.reduce((all, one) => all + one, 0);
    expect(await page.locator('.page-facts').innerText()).toBe(`共${minutes.length}章，约${sum}分钟`);
    expect(await page.getByRole('link', { name: /岗位卡/ }).count()).toBe(1);

    const next = page.locator('[data-next]');
    const first = (await next.getByRole('link').innerText()).trim();
    expect(first).toBe((await lines.first().getByRole('link').innerText()).trim());
    await next.getByRole('link').click();
    await page.waitForURL('**/course/**');
    await soon(() => page.evaluate(() => localStorage.getItem('youshu:reading'))).not.toBeNull();
    // A chapter says which paths it is on.
    await page.locator('.aims').getByRole('link', { name: '客服', exact: true }).click();
    await page.waitForURL('**/paths/service/');
    await soon(() => page.locator('.page-facts').innerText()).toBe(
      `共${minutes.length}章，约${sum}分钟；读过1章，还剩约${sum - minutes[0]!}分钟`,
    );
    expect(await lines.first().getAttribute('class')).toContain('read');
    expect(await next.innerText()).toContain('接着读');
    expect((await next.getByRole('link').innerText()).trim()).toBe(
      (await lines.nth(1).getByRole('link').innerText()).trim(),
    );
    await page.goto(site.at('paths/'));
    await soon(() => page.getByRole('main').innerText()).toContain('读过1章');
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(5);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('is found by search', async () => {
    const page = await site.newPage();
    const results = page.locator('.search-results a');
    for (const [query, address] of [
      ['平台对比表', TABLE],
      ['店长 学习路径', 'paths/manager/'],
    ] as const) {
      await page.goto(site.at(`search/?q=${encodeURIComponent(query)}`));
      await soon(() =>
        results.evaluateAll((all) => all.slice(0, 3).map((one) => one.getAttribute('href'))),
      ).toContain(new URL(site.at(address)).pathname);
    }
    await page.close();
  });

  test.each([TABLE, 'paths/', 'paths/assistant/', 'paths/manager/'])('%s is light', async (address) => {
    const page = await site.newPage({ width: 360 });
    const weight = await weigh(page, site.at(address));
    expect(weight.total, JSON.stringify(weight.files, undefined, 1)).toBeLessThanOrEqual(38 * KB);
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
