/** A device that keeps nothing, is full, or kept something broken: told once, nothing lost that could be kept, never a blank page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { noticeOf, soon, toolOn } from './people.ts';

/** Runs in the page before anything else. */
const troubles: Record<string, () => void> = {
  denied: () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};
const KEYS = ['runs', 'checklist-runs', 'favourites', 'reading', 'ticks', 'quiz:data/metrics', 'searches'];

describeInBrowser('storage', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  /** Everything that keeps something, used once. */
  async function useAll(page: WatchedPage, said: () => Promise<void>): Promise<void> {
    await page.goto(site.at('course/data/metrics/'));
    await page.locator('[data-ticks]').getByRole('checkbox').first().check();
    await said();
    await page.locator('.quiz').scrollIntoViewIfNeeded();
    await page.locator('astro-island:not([ssr]) .quiz').waitFor({ state: 'attached' });
    const id = await page
      .locator('.q')
      .filter({ has: page.getByRole('radio', { name: '错' }) })
      .first()
      .getAttribute('id');
    const question = page.locator(`[id="${id ?? ''}"]`);
    await question.locator('.q-option').first().click();
    await question.getByRole('button', { name: '提交' }).click();
    await soon(() => question.locator('.q-said').innerText()).toMatch(/对。/);

    await page.goto(site.at('tools/gmv/'));
    const tool = await toolOn(page, 'gmv');
    await tool.field('uv').fill('2000');
    await soon(() => tool.result('gmv')).toBe('19600');
    await tool.form.getByRole('button', { name: '存一次' }).click();
    await said();

    await page.goto(site.at('playbook/checklists/assistant-daily/'));
    await page.locator('form.checklist[data-ready]').waitFor();
    await page.getByRole('checkbox').first().check();
    await said();
    await soon(async () => (await page.locator('.checklist-state').innerText()).replace(/\s/g, '')).toMatch(
      /^1\//,
    );

    await page.goto(site.at('playbook/scripts/'));
    await page.locator('astro-island:not([ssr]) .filter').waitFor({ state: 'attached' });
    await page.locator('[data-script]').first().getByRole('button', { name: '收藏' }).click();
    await said();

    await page.goto(site.url);
    await page.getByRole('combobox', { name: '外观' }).selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  }

  test.each(Object.keys(troubles))(
    '%s: everything works for this page, and it says that it does not last',
    async (trouble) => {
      const page = await site.newPage({ width: 360 });
      await page.addInitScript(troubles[trouble]!);
      await useAll(page, () => soon(() => noticeOf(page)).toContain('存不下'));
      expect(page.faults).toEqual([]);
      await page.close();
    },
  );

  test('damaged records are set aside and told; the rest of the page is there', async () => {
    const page = await site.newPage({ width: 360 });
    await page.addInitScript((keys) => {
      if (sessionStorage.getItem('broken')) return;
      sessionStorage.setItem('broken', 'yes');
      for (const key of keys) localStorage.setItem(`youshu:${key}`, '{"version":1,"data":[[{"x":');
      localStorage.setItem('starlight-theme', '<img src=x onerror=alert(1)>');
    }, KEYS);
    await page.goto(site.at('playbook/checklists/assistant-daily/'));
    await page.locator('form.checklist[data-ready]').waitFor();
    await soon(() => noticeOf(page)).toContain('坏了');
    await useAll(page, () => Promise.resolve());
    const left = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith('youshu-damaged:')),
    );
    expect(left).toContain('youshu-damaged:checklist-runs');
    expect(left).toContain('youshu-damaged:ticks');
    await page.goto(site.at('playbook/checklists/assistant-daily/'));
    await page.locator('form.checklist[data-ready]').waitFor();
    await soon(() => page.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('records of a newer version are left as they are', async () => {
    const page = await site.newPage({ width: 360 });
    await page.addInitScript((keys) => {
      for (const key of keys) localStorage.setItem(`youshu:${key}`, '{"version":99,"data":{"from":"明天"}}');
    }, KEYS);
    await useAll(page, () => soon(() => noticeOf(page)).toMatch(/更新版本|存不下/));
    const kept = await page.evaluate(
      (keys) => keys.map((key) => localStorage.getItem(`youshu:${key}`)),
      KEYS,
    );
    expect(kept).toEqual(KEYS.map(() => '{"version":99,"data":{"from":"明天"}}'));
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('two tabs: what one ticks the other shows, and neither loses the other’s', async () => {
    const first = await site.newPage({ width: 360 });
    const second = (await first.context().newPage()) as WatchedPage;
    for (const page of [first, second]) {
      await page.goto(site.at('playbook/checklists/assistant-daily/'));
      await page.locator('form.checklist[data-ready]').waitFor();
    }
    await first.getByRole('checkbox').nth(0).check();
    await soon(() => second.getByRole('checkbox').nth(0).isChecked()).toBe(true);
    await second.getByRole('checkbox').nth(1).check();
    await soon(() => first.getByRole('checkbox').nth(1).isChecked()).toBe(true);
    expect(await first.getByRole('checkbox').nth(0).isChecked()).toBe(true);
    expect(first.faults).toEqual([]);
    await first.close();
  });

  test('what is stored or linked is shown as text', async () => {
    const page = await site.newPage({ width: 360 });
    const evil = '<img src=x onerror="document.title=1">';
    await page.addInitScript((html) => {
      localStorage.setItem(
        'youshu:runs',
        JSON.stringify({
          version: 1,
          data: [
            {
              tool: 'gmv',
              at: 1,
              state: { fields: { uv: html }, rows: [] },
              results: [{ label: html, text: html }],
            },
          ],
        }),
      );
      localStorage.setItem(
        'youshu:reading',
        JSON.stringify({
          version: 1,
          data: {
            last: { chapter: 'data/metrics', title: html, anchor: html, heading: html },
            chapters: [html],
            tools: [html],
          },
        }),
      );
    }, evil);
    await page.goto(site.url);
    await soon(() => page.locator('[data-resume]').innerText()).toContain('<img');
    await page.goto(site.at('tools/'));
    await page.goto(site.at('course/'));
    await page.goto(site.at(`tools/gmv/#uv=${encodeURIComponent(evil)}`));
    const tool = await toolOn(page, 'gmv');
    await tool.form.getByRole('button', { name: '我的记录', exact: true }).click();
    await soon(() => tool.form.locator('.panel').innerText()).toContain('<img');
    await tool.form.locator('.panel').getByRole('button', { name: /打开/ }).click();
    await soon(() => tool.field('uv').inputValue()).toBe(evil);
    await page.goto(site.at(`search/?q=${encodeURIComponent(evil)}`));
    await page.getByRole('searchbox').first().waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
