/** Every page reads without JavaScript, and offers nothing that would do nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { scrollsSideways } from './people.ts';

describeInBrowser('without JavaScript', () => {
  let site: Site;
  let page: WatchedPage;
  beforeAll(async () => {
    site = await openSite();
    page = await site.newPage({ width: 360, javaScriptEnabled: false });
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });
  const main = (): Promise<string> => page.getByRole('main').innerText();

  test('a chapter: text, figures, the tool with its results, questions with answers and reasons', async () => {
    await page.goto(site.at('course/data/metrics/'));
    const text = await main();
    expect(text.match(/\p{Script=Han}/gu)!.length).toBeGreaterThan(2000);
    expect(await page.getByRole('img').count()).toBeGreaterThan(1);
    expect(await page.locator('form[data-tool="gmv"] output[name="gmv"]').innerText()).toContain('98,000');
    for (const question of await page.locator('.quiz .q').all()) {
      const answer = question.locator('details');
      expect(await answer.locator('summary').isVisible()).toBe(true);
      await answer.locator('summary').click();
      expect(await answer.innerText()).toContain('解析：');
    }
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('a tool: its defaults, formula, numbers and results', async () => {
    await page.goto(site.at('tools/roas/'));
    expect(await page.locator('form [name="spend"]').inputValue()).toBe('3000');
    expect(await page.locator('output[name="roas"]').innerText()).toContain('4.2');
    const explained = await page.locator('.explanation').innerText();
    expect(explained).toContain('÷');
    expect(explained).toMatch(/12,?600/);
  });

  test('a table tool: its rows and their results', async () => {
    await page.goto(site.at('tools/keyword/'));
    expect(await page.locator('form [name="keyword.0"]').inputValue()).toBe('连衣裙 夏');
    expect(await page.locator('output[name="multiple.0"]').innerText()).toMatch(/0\.63|0\.625/);
  });

  test('all replies, with what they are for', async () => {
    await page.goto(site.at('playbook/scripts/'));
    const replies = page.locator('[data-script] blockquote');
    expect(await replies.count()).toBeGreaterThan(50);
    const texts = await replies.allInnerTexts();
    expect(texts.every((text) => /\p{Script=Han}{4}/u.test(text) && !/[{}]/.test(text))).toBe(true);
    const more = page.locator('[data-script] details.script-more').first();
    await more.locator('summary').click();
    expect(await more.innerText()).toContain('什么时候别用');
  });

  test('a checklist with its hints, the glossary, a role, the map, search', async () => {
    await page.goto(site.at('playbook/checklists/assistant-daily/'));
    expect(await page.getByRole('checkbox').count()).toBeGreaterThan(10);
    expect(await main()).toContain('记下昨日访客数');
    await page.goto(site.at('glossary/#cvr'));
    expect(await page.locator('#cvr').innerText()).toContain('支付转化率');
    await page.goto(site.at('playbook/roles/assistant/'));
    expect((await main()).length).toBeGreaterThan(500);
    await page.goto(site.at('course/'));
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(5);
    await page.goto(site.at('search/'));
    expect(await main()).toContain('脚本');
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(3);
  });

  test('no control that only a script could work stands in sight', async () => {
    for (const path of [
      '',
      'tools/gmv/',
      'embed/gmv/',
      'course/data/metrics/',
      'playbook/scripts/',
      'playbook/checklists/assistant-daily/',
      'practice/data/metrics/',
      'tools/',
    ]) {
      await page.goto(site.at(path));
      const buttons = await page.locator('button:visible:not([popovertarget])').allInnerTexts();
      // The home page's search is a plain form that leads to the search page.
      expect(
        buttons.filter((name) => !(path === '' && name === '搜索')),
        path,
      ).toEqual([]);
    }
  });

  test('it asks for nothing elsewhere', () => {
    expect(page.faults.filter(({ kind }) => kind === 'third-party')).toEqual([]);
  });
});
