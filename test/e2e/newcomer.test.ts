/** 新人: from the front door to a chapter read, tried out, tested and taken up again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site } from './browser.ts';
import { noticeOf, scrollsSideways, soon, toolOn, WIDTHS } from './people.ts';

describeInBrowser('新人', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(WIDTHS)('learns a chapter at %i px', async (width) => {
    const page = await site.newPage({ width });
    await page.goto(site.url);
    await page.getByRole('link', { name: '学课程' }).click();
    await page.waitForURL('**/course/');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('课程');
    await page.getByRole('main').getByRole('link', { name: '指标体系与GMV' }).click();
    await page.waitForURL('**/course/data/metrics/');
    expect(await scrollsSideways(page)).toBe(false);

    // Tries the chapter's own tool with other numbers.
    const tool = await toolOn(page, 'gmv');
    const before = await tool.result('gmv');
    await tool.field('uv').fill('2万');
    await soon(() => tool.result('gmv')).toBe('196000');
    expect(before).toBe('98000');
    expect(await tool.text('gmv')).toContain('196,000');
    expect(new URL(page.url()).hash, 'the address belongs to the headings').toBe('');

    // Answers a question, wrongly or not, and is told why.
    const quiz = page.getByRole('region', { name: '自测题' });
    await quiz.scrollIntoViewIfNeeded();
    await page.locator('astro-island:not([ssr]) .quiz').waitFor({ state: 'attached' });
    const id = await quiz
      .locator('.q')
      .filter({ has: page.getByRole('radio', { name: '错' }) })
      .first()
      .getAttribute('id');
    const question = page.locator(`[id="${id ?? ''}"]`);
    await question.locator('.q-option').first().click();
    await question.getByRole('button', { name: '提交' }).click();
    await soon(() => question.locator('.q-said').innerText()).toMatch(/^(对|不对)。/);
    expect(
      await question.locator('details').evaluate((details) => (details as HTMLDetailsElement).open),
    ).toBe(true);
    expect(await question.locator('details').innerText()).toContain('解析：');
    await soon(() => quiz.innerText()).toMatch(/已答\s*1/);

    // Ticks a line of the summary.
    const summary = page.locator('[data-ticks]');
    const line = summary.getByRole('checkbox').first();
    await line.check();

    await page.reload();
    await soon(() => summary.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(await summary.getByRole('checkbox').nth(1).isChecked()).toBe(false);
    await quiz.scrollIntoViewIfNeeded();
    await soon(() => question.locator('.q-said').innerText()).toMatch(/^(对|不对)。/);

    // The front door knows where to go on.
    await page.goto(site.url);
    const resume = page.locator('[data-resume]').getByRole('link');
    await soon(() => resume.getAttribute('href')).toContain('course/data/metrics/');
    await page.goto(site.at('course/'));
    await soon(() => page.locator('[data-line="data/metrics"]').getAttribute('class')).toContain('read');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('a heading’s link is copied with its QR code, and leads there', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('course/data/metrics/'));
    await page.locator('h2#成交额不等于收入 + a').click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const link = await dialog.getByRole('textbox', { name: '链接' }).inputValue();
    expect(decodeURIComponent(link)).toBe(site.at('course/data/metrics/#成交额不等于收入'));
    await dialog.getByRole('img', { name: '这个链接的二维码' }).waitFor();
    await page.keyboard.press('Escape');
    await soon(() => dialog.count()).toBe(0);
    await page.goto(link);
    await soon(() =>
      page.locator('h2#成交额不等于收入').evaluate((h) => h.getBoundingClientRect().top),
    ).toBeLessThan(400);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('a term explains itself where it stands', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('course/data/metrics/'));
    await page.getByRole('button', { name: '访客数', exact: true }).first().click();
    const card = page.locator('.term-card:popover-open');
    expect(await card.innerText()).toContain('去重人数');
    await page.keyboard.press('Escape');
    await soon(() => card.count()).toBe(0);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('practice: a numeric question with other numbers, and the link that opens the same', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('practice/data/metrics/'));
    await page.locator('astro-island:not([ssr]) .quiz').waitFor({ state: 'attached' });
    const id = await page
      .locator('.q')
      .filter({ has: page.getByRole('button', { name: '换一组数' }) })
      .first()
      .getAttribute('id');
    const question = page.locator(`[id="${id ?? ''}"]`);
    const stem = await question.locator('legend').first().innerText();
    await question.getByRole('button', { name: '换一组数' }).click();
    await soon(() => question.locator('legend').first().innerText()).not.toBe(stem);
    const drawn = await question.locator('legend').first().innerText();
    await question.getByRole('textbox', { name: '你的答案' }).fill('乱写');
    await question.getByRole('button', { name: '提交' }).click();
    await soon(() => question.locator('.q-said').innerText()).toMatch(/请|填/);
    await question.getByRole('textbox', { name: '你的答案' }).fill('1');
    await question.getByRole('button', { name: '提交' }).click();
    await soon(() => question.locator('.q-said').innerText()).toMatch(/^不对。/);
    const href = (await question.getByRole('link', { name: '复制链接' }).getAttribute('href')) ?? '';

    const other = await site.newPage({ width: 360 });
    await other.goto(new URL(href, site.url).href);
    await soon(() =>
      other
        .locator(`[id="${id ?? ''}"] legend`)
        .first()
        .innerText(),
    ).toBe(drawn);
    expect(await noticeOf(other)).toBe('');
    expect([...page.faults, ...other.faults]).toEqual([]);
    await page.close();
    await other.close();
  });
});
