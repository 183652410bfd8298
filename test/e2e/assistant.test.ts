/** 助理: at work with a phone, a reply in three taps, today's list, a number for the group chat. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site } from './browser.ts';
import { clipboardOf, noticeOf, scrollsSideways, soon, toolOn, WIDTHS } from './people.ts';

describeInBrowser('助理', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(WIDTHS)('a reply from the front door to the clipboard at %i px', async (width) => {
    const page = await site.newPage({ width });
    const clipboard = await clipboardOf(page);
    await page.goto(site.url);
    await page.getByRole('navigation', { name: '主要内容' }).getByRole('link', { name: '手册' }).click();
    await page.getByRole('main').getByRole('link', { name: '话术库', exact: true }).click();
    await page.waitForURL('**/playbook/scripts/');
    expect(await scrollsSideways(page)).toBe(false);
    await page.locator('astro-island:not([ssr]) .filter').waitFor({ state: 'attached' });
    await page.getByRole('searchbox', { name: '顾客说了什么' }).fill('起球');
    const found = page.locator('[data-script]:visible');
    await soon(() => found.count()).toBeLessThan(10);
    expect(await found.count()).toBeGreaterThan(0);
    const reply = found.first();
    expect(await reply.innerText()).toContain('球');
    await reply.getByRole('button', { name: '复制', exact: true }).click();
    await soon(() => noticeOf(page)).toContain('已复制');
    const text = await clipboard();
    expect(text).toMatch(/\p{Script=Han}{8}/u);
    expect(text).not.toMatch(/[{}]/);
    expect(text.trim()).toBe((await reply.locator('blockquote').innerText()).trim());

    // Fills the blanks: the reply shows it and the clipboard gets it.
    const blanks = reply.locator('.fill');
    if ((await blanks.count()) > 0) {
      await blanks.locator('summary').click();
      await blanks.locator('input').last().fill('锦纶88%');
      await soon(() => reply.locator('blockquote').innerText()).toContain('锦纶88%');
      await reply.getByRole('button', { name: '复制', exact: true }).click();
      await soon(clipboard).toContain('锦纶88%');
    }
    // A favourite is there next time.
    await reply.getByRole('button', { name: '收藏' }).click();
    const id = (await reply.getAttribute('data-script')) ?? '';
    await page.reload();
    await page.locator('astro-island:not([ssr]) .filter').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '只看收藏' }).click();
    await soon(() =>
      page.locator('[data-script]:visible').evaluateAll((all) => all.map((one) => one.id)),
    ).toEqual([id]);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('a reply linked from elsewhere is three taps from the clipboard', async () => {
    const page = await site.newPage({ width: 360 });
    const clipboard = await clipboardOf(page);
    await page.goto(site.url);
    const link = page.getByRole('main').locator('a[href*="/playbook/scripts/#"]').first();
    await link.click();
    const id = new URL(page.url()).hash.slice(1);
    const reply = page.locator(`[id="${id}"]`);
    await soon(() => reply.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
    await reply.getByRole('button', { name: '复制', exact: true }).click();
    await soon(clipboard).toMatch(/\p{Script=Han}{8}/u);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each(WIDTHS)(
    'today’s list: ticks, a value, the report, clearing and taking it back at %i px',
    async (width) => {
      const page = await site.newPage({ width });
      const clipboard = await clipboardOf(page);
      await page.goto(site.at('playbook/'));
      await page.getByRole('link', { name: '运营每日' }).click();
      await page.waitForURL('**/playbook/checklists/assistant-daily/');
      await page.locator('form.checklist[data-ready]').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      const boxes = page.getByRole('checkbox');
      const total = await boxes.count();
      await boxes.first().check();
      await page.getByRole('textbox', { name: '昨日访客数' }).fill('1.2万');
      await page.keyboard.press('Tab');
      const state = async (): Promise<string> =>
        (await page.locator('.checklist-state').innerText()).replace(/\s/g, '');
      await soon(state).toContain(`1/${total}项`);

      await page.getByRole('button', { name: '复制日报' }).first().click();
      await soon(() => noticeOf(page)).toContain('日报已复制');
      const report = await clipboard();
      expect(report).toMatch(/^【运营每日】\d{4}-\d\d-\d\d\n/);
      expect(report).toMatch(new RegExp(`完成\\s?1/${total}`));
      expect(report).toMatch(/昨日访客数\s?12,000/);
      expect(report).not.toMatch(/undefined|NaN|[{}]/);

      await page.getByRole('button', { name: '清空' }).click();
      await soon(state).toContain(`0/${total}项`);
      await page.locator('#notices').getByRole('button', { name: '撤销' }).click();
      await soon(state).toContain(`1/${total}项`);

      await page.reload();
      await page.locator('form.checklist[data-ready]').waitFor();
      await soon(state).toContain(`1/${total}项`);
      expect(await page.getByRole('textbox', { name: '昨日访客数' }).inputValue()).toBe('1.2万');
      expect(page.faults).toEqual([]);
      await page.close();
    },
  );

  test.each(WIDTHS)('a number for the chat at %i px', async (width) => {
    const page = await site.newPage({ width });
    const clipboard = await clipboardOf(page);
    await page.goto(site.at('tools/'));
    await page.locator('a[href$="/tools/gmv/"]').first().click();
    const tool = await toolOn(page, 'gmv');
    expect(await scrollsSideways(page)).toBe(false);
    for (const [typed, machine] of [
      ['１２，０００', '117600'],
      ['1.5万', '147000'],
      [' 2 000 ', '19600'],
    ] as const) {
      await tool.field('uv').fill(typed);
      await soon(() => tool.result('gmv')).toBe(machine);
      expect(await tool.field('uv').inputValue()).toBe(typed);
    }
    await tool.field('aov').fill('￥100元');
    await tool.field('cvr').fill('５％');
    await soon(() => tool.result('gmv')).toBe('10000');

    await tool.field('uv').fill('好多人');
    await soon(() => tool.field('uv').getAttribute('aria-invalid')).toBe('true');
    expect(await tool.text('gmv')).toBe('—');
    expect(await tool.result('uvValue')).toBe('5');
    const described = (await tool.field('uv').getAttribute('aria-describedby'))?.split(' ')[0] ?? '';
    const error = page.locator(`[id="${described}"]`);
    expect(await error.isVisible()).toBe(true);
    expect(await error.innerText()).toContain('请填数字');

    await tool.field('uv').fill('3000');
    await tool.form.getByRole('button', { name: '复制结果' }).click();
    await soon(() => noticeOf(page)).toContain('结果已复制');
    const text = await clipboard();
    expect(text).toMatch(/成交总额[^\n]*15,000/);
    const link = text.split('\n').at(-1) ?? '';
    expect(link).toMatch(/^http.*\/tools\/gmv\/#/);

    const other = await site.newPage({ width });
    await other.goto(link);
    const same = await toolOn(other, 'gmv');
    await soon(() => same.result('gmv')).toBe('15000');
    expect(await same.field('cvr').inputValue()).toBe('５％');
    expect([...page.faults, ...other.faults]).toEqual([]);
    await page.close();
    await other.close();
  });

  test('the main result stays in sight on a phone while the last field is typed', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('tools/roas/'));
    const tool = await toolOn(page, 'roas');
    const last = tool.form.locator('.tool-fields input').last();
    await last.fill('12');
    const main = tool.form.locator('.result-main').first();
    await soon(async () => {
      const box = await main.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 780;
    }).toBe(true);
    await page.close();
  });

  test('反推, 方案对比, 敏感度, and a run kept in 我的记录', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('tools/roas/'));
    const tool = await toolOn(page, 'roas');
    const open = async (name: string): Promise<void> => {
      await tool.form.getByRole('button', { name, exact: true }).click();
      await tool.form.locator(`button[aria-expanded="true"]:text-is("${name}")`).waitFor();
    };
    const panel = tool.form.locator('.panel');

    await open('反推');
    await panel.getByLabel('想让哪个结果').selectOption('roas');
    await panel.getByLabel('靠改哪个数').selectOption('spend');
    await panel.getByLabel(/做到多少/).fill('5');
    await panel.getByRole('button', { name: '填进去' }).click();
    await soon(() => tool.result('roas')).toBe('5');
    expect(await tool.field('spend').inputValue()).toBe('2520');

    await open('方案对比');
    await panel.getByLabel('方案二 推广花费').fill('1260');
    await page.keyboard.press('Tab');
    await soon(() => panel.getByRole('row', { name: /^投产比/ }).innerText()).toMatch(/\b5\b[\s\S]*\b10\b/);

    await open('敏感度');
    await panel.getByRole('img').waitFor();
    expect(await panel.getByRole('row').count()).toBeGreaterThan(2);
    expect(await scrollsSideways(page)).toBe(false);

    await tool.form.getByRole('button', { name: '存一次' }).click();
    await soon(() => noticeOf(page)).toContain('我的记录');
    await page.reload();
    const again = await toolOn(page, 'roas');
    await again.form.getByRole('button', { name: '我的记录', exact: true }).click();
    await soon(() => panel.getByRole('listitem').count()).toBe(1);
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: /导出/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await panel.getByRole('button', { name: /删除/ }).click();
    await soon(() => panel.getByRole('listitem').count()).toBe(0);
    await page.locator('#notices').getByRole('button', { name: '撤销' }).click();
    await soon(() => panel.getByRole('listitem').count()).toBe(1);
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
