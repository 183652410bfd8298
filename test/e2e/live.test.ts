/** Coming alive: nothing moves, nothing typed is lost, and a frame tells its height. */
import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { clipboardOf, noticeOf, soon, toolOn } from './people.ts';

/** Holds back scripts until `release` is called, as a slow network does. */
async function holdScripts(page: WatchedPage, which: string | RegExp = '**/*.js'): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(which, async (route: Route) => {
    await held;
    await route.continue();
  });
  return release;
}

describeInBrowser('coming alive', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('what was typed before the tool is live stays, and counts', async () => {
    const page = await site.newPage({ width: 360 });
    const release = await holdScripts(page);
    await page.goto(site.at('tools/promo-stack/'), { waitUntil: 'commit' });
    const form = page.locator('form[data-tool="promo-stack"]');
    await form.locator('[name="listPrice"]').fill('100');
    await form.locator('[name="qty"]').fill('3');
    await form.locator('[name="itemType"]').selectOption('none');
    release();
    const tool = await toolOn(page, 'promo-stack');
    expect(await tool.field('listPrice').inputValue()).toBe('100');
    expect(await tool.field('itemType').inputValue()).toBe('none');
    await soon(() => tool.result('s1')).toBe('300');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('it wins over the address it was typed upon', async () => {
    const page = await site.newPage({ width: 360 });
    const release = await holdScripts(page);
    await page.goto(site.at('tools/gmv/#uv=500&aov=10'), { waitUntil: 'commit' });
    await page.locator('form [name="uv"]').fill('700');
    release();
    const tool = await toolOn(page, 'gmv');
    await soon(() => tool.result('gmv')).toBe('245');
    expect(await tool.field('aov').inputValue()).toBe('10');
    await page.close();
  });

  test('cells of a table typed before it is live stay too', async () => {
    const page = await site.newPage({ width: 1280 });
    const release = await holdScripts(page);
    await page.goto(site.at('tools/keyword/'), { waitUntil: 'commit' });
    await page.locator('form [name="searches.1"]').fill('180000');
    release();
    const tool = await toolOn(page, 'keyword');
    await soon(() => tool.result('multiple.1')).toBe('2');
    expect(await tool.field('searches.1').inputValue()).toBe('180000');
    await page.close();
  });

  test('an answer chosen before the quiz is live stays chosen', async () => {
    const page = await site.newPage({ width: 360 });
    const release = await holdScripts(page);
    await page.goto(site.at('practice/data/metrics/'), { waitUntil: 'commit' });
    const option = page.locator('.q-option').first();
    const text = await option.innerText();
    await option.click();
    release();
    await page.locator('astro-island:not([ssr]) .quiz').waitFor({ state: 'attached' });
    const chosen = page.locator('.q-option', { has: page.locator('input:checked') }).first();
    expect(await chosen.innerText()).toBe(text);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('a button pressed before it is live does its work once it is', async () => {
    const page = await site.newPage({ width: 360 });
    const clipboard = await clipboardOf(page);
    const release = await holdScripts(page);
    await page.goto(site.at('playbook/scripts/'), { waitUntil: 'commit' });
    const reply = page.locator('[data-script]').first();
    await reply.getByRole('button', { name: '复制', exact: true }).click();
    release();
    await soon(() => noticeOf(page)).toContain('已复制');
    expect((await clipboard()).trim()).toBe((await reply.locator('blockquote').innerText()).trim());
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('words looked for before the list is live narrow it once it is', async () => {
    const page = await site.newPage({ width: 360 });
    const release = await holdScripts(page);
    await page.goto(site.at('playbook/scripts/'), { waitUntil: 'commit' });
    await page.getByRole('searchbox', { name: '顾客说了什么' }).fill('起球');
    const all = await page.locator('[data-script]:visible').count();
    release();
    await soon(() => page.locator('[data-script]:visible').count()).toBeLessThan(all);
    expect(await page.getByRole('searchbox', { name: '顾客说了什么' }).inputValue()).toBe('起球');
    await page.close();
  });

  test('what was ticked and noted before the checklist is live is kept', async () => {
    const page = await site.newPage({ width: 360 });
    const release = await holdScripts(page);
    await page.goto(site.at('playbook/checklists/assistant-daily/'), { waitUntil: 'commit' });
    await page.getByRole('checkbox').first().check();
    await page.getByRole('textbox', { name: '昨日访客数' }).fill('321');
    release();
    await page.locator('form.checklist[data-ready]').waitFor();
    await soon(() => page.locator('.checklist-state b').first().innerText()).toBe('1');
    await page.reload();
    await page.locator('form.checklist[data-ready]').waitFor();
    await soon(() => page.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: '昨日访客数' }).inputValue()).toBe('321');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('what comes alive after somebody began to work keeps what was chosen in it', async () => {
    const page = await site.newPage({ width: 360 });
    const release = await holdScripts(page, /Quiz/);
    await page.goto(site.at('course/data/metrics/'));
    const tool = await toolOn(page, 'gmv');
    await tool.field('uv').fill('20000');
    await soon(() => tool.result('gmv')).toBe('196000');
    const option = page.locator('.q-option').first();
    const text = await option.innerText();
    await option.click();
    const drawn = await option.evaluateHandle((element) => element.closest('.quiz'));
    release();
    await page.locator('astro-island:not([ssr]) .quiz').waitFor({ state: 'attached' });
    expect(await drawn.evaluate((element) => element?.isConnected), 'brought alive, not drawn anew').toBe(
      true,
    );
    const chosen = page.locator('.q-option', { has: page.locator('input:checked') }).first();
    expect(await chosen.innerText()).toBe(text);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each([
    'tools/roas/',
    'tools/keyword/',
    'course/data/metrics/',
    'playbook/scripts/',
    'playbook/checklists/assistant-daily/',
    '',
  ])('nothing moves on /%s', async (path) => {
    const page = await site.newPage({ width: 360 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.at(path), { waitUntil: 'networkidle' });
    const shift = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    );
    expect(Math.round(shift * 100) / 100).toBe(0);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('what the server sent is what stands there once live', async () => {
    const still = await site.newPage({ width: 360, javaScriptEnabled: false });
    const live = await site.newPage({ width: 360 });
    for (const [path, id] of [
      ['tools/unit-profit/', 'unit-profit'],
      ['tools/target/', 'target'],
    ] as const) {
      await still.goto(site.at(path));
      await live.goto(site.at(path));
      await toolOn(live, id);
      const read = (page: WatchedPage): Promise<string[]> =>
        page.locator('form.tool output, form.tool label, form.tool .remark').allInnerTexts();
      expect(await read(live)).toEqual(await read(still));
    }
    expect(live.faults).toEqual([]);
    await still.close();
    await live.close();
  });

  test('a frame tells the page around it how tall it is, and again when it grows', async () => {
    const page = await site.newPage({ width: 1280, bypassCSP: true });
    await page.goto(site.at('about/'));
    await page.evaluate((src) => {
      const heights: number[] = [];
      Object.assign(window, { heights });
      addEventListener('message', (event: MessageEvent<{ type?: string; height?: number }>) => {
        if (event.data.type === 'youshu:height') heights.push(event.data.height ?? 0);
      });
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.width = '400';
      document.body.prepend(frame);
    }, site.at('embed/gmv/#uv=500'));
    const heights = (): Promise<number[]> =>
      page.evaluate(() => (window as unknown as { heights: number[] }).heights);
    await soon(async () => (await heights()).length).toBeGreaterThan(0);
    const frame = page.frameLocator('iframe');
    await frame.locator('form[data-ready]').waitFor({ state: 'attached' });
    expect(await frame.locator('output[name="gmv"] data').getAttribute('value')).toBe('4900');
    const before = (await heights()).at(-1) ?? 0;
    expect(before).toBeGreaterThan(300);
    await frame.locator('summary').first().click();
    await soon(async () => (await heights()).at(-1)).toBeGreaterThan(before);
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
