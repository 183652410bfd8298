/** Tables in and out, a hundred thousand rows, frames on other people's pages, and finding a tool in the catalogue. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write as writeBook } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import unitProfit from '#logic/tools/unit-profit.ts';
import { gb18030 } from '../unit/exchange/gb18030.ts';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { noticeOf, type OpenTool, scrollsSideways, soon, toolOn, WIDTHS } from './people.ts';

const HEADER = ['关键词', '日搜索人气', '在线商品数'];
const ROWS = [
  ['裙', '5000', '8000'],
  ['裤', '1.2万', '6000'],
];

/** A workbook as another program writes it. */
const workbook = (rows: (string | number)[][]): Buffer => {
  const book = utils.book_new(utils.aoa_to_sheet(rows), '表');
  return Buffer.from(writeBook(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
};

const sheetOf = (page: Page): Locator => page.getByRole('region', { name: '导入、导出表格' });
async function openSheet(tool: OpenTool): Promise<Locator> {
  await tool.form.getByRole('button', { name: '导入、导出表格' }).click();
  const sheet = sheetOf(tool.form.page());
  await sheet.getByText('选文件').waitFor();
  return sheet;
}
const cells = (tool: OpenTool, key: string): Promise<string[]> =>
  tool.form
    .locator(`input[name^="${key}."]`)
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
const paste = async (page: Page, into: Locator, text: string): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await into.focus();
  await page.keyboard.press('ControlOrMeta+v');
};

describeInBrowser('tables', () => {
  let site: Site;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
    site = await openSite();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await site.close();
  });

  test.each([
    ['a workbook', '词.xlsx', workbook([HEADER, ['裙', 5000, 8000], ['裤', 12000, 6000]]), '12000'],
    [
      'a CSV as Excel in China saves it',
      '词.csv',
      Buffer.from(gb18030([HEADER, ...ROWS].join('\r\n'))),
      '1.2万',
    ],
  ])('%s comes in', async (_, name, buffer, searches) => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('tools/keyword/'));
    const tool = await toolOn(page, 'keyword');
    const sheet = await openSheet(tool);
    await sheet.getByLabel('选文件').setInputFiles({ name, mimeType: '', buffer });
    await sheet.getByText('共2行，第一行是表头。').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await sheet.getByRole('button', { name: '换成这2行' }).click();
    await soon(() => cells(tool, 'searches')).toEqual(['5000', searches]);
    expect(await cells(tool, 'keyword')).toEqual(['裙', '裤']);
    await soon(() => tool.result('multiple.1')).toBe('2');
    // It stands in the address like anything typed.
    await soon(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('rows')).toBe(
      `裙,5000,8000\n裤,${searches},6000`,
    );
    await page.locator('#notices').getByRole('button', { name: '撤销' }).click();
    await soon(() => cells(tool, 'keyword')).toHaveLength(3);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each(WIDTHS)(
    'several cells pasted into one come in, and which is which can be seen and said at %i px',
    async (width) => {
      const page = await site.newPage({ width });
      await page.goto(site.at('tools/keyword/'));
      const tool = await toolOn(page, 'keyword');
      await paste(page, tool.field('searches.1'), '件数\t词\t人气\r\n8000\t裙\t5000\r\n6000\t裤\t1.2万\r\n');
      const sheet = sheetOf(page);
      await sheet.getByText(/有几项对不上/).waitFor();
      for (const [column, place] of Object.entries({
        关键词: '词',
        日搜索人气: '人气',
        在线商品数: '件数',
      })) {
        expect(await sheet.getByLabel(column).isVisible(), column).toBe(true);
        await sheet.getByLabel(column).selectOption(place);
      }
      expect(await scrollsSideways(page)).toBe(false);
      await sheet.getByRole('button', { name: '就按上面的对应读' }).click();
      await sheet.getByRole('button', { name: '接在后面' }).click();
      await soon(() => cells(tool, 'keyword')).toHaveLength(5);
      await soon(() => tool.result('multiple.4')).toBe('2');
      expect(page.faults).toEqual([]);
      await page.close();
    },
  );

  const MANY = 100_000;
  const labels = ['商品', ...Object.values(unitProfit.inputs).map(({ label }) => label)];
  /** The worked case of the tool with return rates from 0 % to 49 %, over and over. */
  const manyRows = (): string => {
    const rows = Array.from({ length: MANY }, (_, i) => `商品${i},199,20,60,5,2,0.6,0,25,${i % 50},8,0`);
    const file = path.join(folder, '十万行.csv');
    writeFileSync(file, `${[labels.join(), ...rows].join('\n')}\n`);
    return file;
  };
  async function openBatch(page: WatchedPage): Promise<{ tool: OpenTool; sheet: Locator }> {
    await page.goto(site.at('tools/unit-profit/'));
    const tool = await toolOn(page, 'unit-profit');
    await tool.form.getByRole('button', { name: '批量算' }).click();
    return { tool, sheet: await openSheet(tool) };
  }
  /** Notes every stretch in which the page could not answer, in milliseconds. */
  const watchBlocks = async (page: Page): Promise<void> => {
    await page.addInitScript(() => {
      const blocks: number[] = [];
      Object.assign(window, { blocks });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) blocks.push(Math.round(entry.duration));
      }).observe({ type: 'longtask' });
    });
  };
  const blocksOf = (page: Page): Promise<number[]> =>
    page.evaluate(() => (window as unknown as { blocks: number[] }).blocks.splice(0));
  /** Texts of one row in sight, by its place in the view. */
  const rowAt = (big: Locator, place: number): Promise<string[]> =>
    big.locator(`tr[aria-rowindex="${place + 2}"] > *`).allInnerTexts();

  test('a hundred thousand rows are computed while the page stays free', { timeout: 240_000 }, async () => {
    const file = manyRows();
    /** On a machine with other things to do one look may see their work: the best of five counts. */
    const seen: { seconds: number; blocks: number[] }[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const page = await site.newPage();
      await watchBlocks(page);
      const { sheet } = await openBatch(page);
      // It would notice.
      await page.evaluate(() => {
        setTimeout(() => {
          const end = performance.now() + 300;
          while (performance.now() < end);
        });
      });
      await soon(async () => Math.max(0, ...(await blocksOf(page)))).toBeGreaterThan(290);
      const start = performance.now();
      await sheet.getByLabel('选文件').setInputFiles(file);
      const big = page.getByRole('region', { name: '大表' });
      await big.locator('tr[aria-rowindex="2"]').waitFor({ timeout: 60_000 });
      const seconds = (performance.now() - start) / 1000;
      const blocks = await blocksOf(page);
      seen.push({ seconds, blocks });
      expect(await sheet.getByText(/^共100000行/).count()).toBe(1);
      expect(page.faults).toEqual([]);
      await page.close();
      if (blocks.length === 0) break;
    }
    const best = seen.at(-1);
    console.info(
      `100 000 rows: ${seen.map(({ seconds, blocks }) => `${seconds.toFixed(1)} s, blocked ${blocks.join('+') || 0} ms`).join('; ')}`,
    );
    expect(best?.blocks, 'stretches over 50 ms').toEqual([]);
    expect(best?.seconds).toBeLessThan(30);
  });

  test('they are sorted, scrolled through and exported', { timeout: 120_000 }, async () => {
    const page = await site.newPage();
    await watchBlocks(page);
    const { tool, sheet } = await openBatch(page);
    await sheet.getByLabel('选文件').setInputFiles(manyRows());
    const big = page.getByRole('region', { name: '大表' });
    await big.locator('tr[aria-rowindex="2"]').waitFor({ timeout: 60_000 });
    // Line 1 is the header.
    expect((await rowAt(big, 0)).slice(0, 3)).toEqual(['2', '商品0', '199']);
    const profit =
      labels.length +
      1 +
      Object.keys(unitProfit.results)
        .filter((key) => !unitProfit.results[key]?.step)
        .indexOf('profit');
    // The head may carry an arrow, and a longer name begins alike.
    const head = big.getByRole('columnheader', {
      name: new RegExp(`^${unitProfit.results['profit']!.label}(?!率)`),
    });
    await head.getByRole('button').click();
    // None comes back: 179 × 99.4 % − 60 − 5 − 2 − 25 = 85.926.
    await soon(async () => (await rowAt(big, 0))[profit]).toBe('¥85.93');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.getByRole('button').click();
    // 49 of a hundred come back: 51 % × (179 × 99.4 % − 60) − 32 − 49 % × 8 = 24.22226.
    await soon(async () => (await rowAt(big, 0))[profit]).toBe('¥24.22');
    expect((await rowAt(big, 0))[1]).toBe('商品49');
    await head.getByRole('button').click();
    await soon(async () => (await rowAt(big, 0))[1]).toBe('商品0');

    // To the end with the keyboard, and the head is still in sight.
    const frame = big.getByRole('region', { name: '100000行，可以滚动' });
    await frame.focus();
    await page.keyboard.press('End');
    await soon(async () => (await rowAt(big, MANY - 1))[1]).toBe(`商品${MANY - 1}`);
    const last = big.locator(`tr[aria-rowindex="${MANY + 1}"]`);
    expect(
      await last.evaluate(
        (row) =>
          row.getBoundingClientRect().bottom <=
          row.closest('[role=region]')!.getBoundingClientRect().bottom + 1,
      ),
    ).toBe(true);
    expect(await head.isVisible()).toBe(true);
    expect(await big.getByRole('row').count(), 'only what is in sight stands in the page').toBeLessThan(60);

    const download = page.waitForEvent('download', { timeout: 60_000 });
    const start = performance.now();
    await big.getByRole('button', { name: '整张导出.csv' }).click();
    const saved = path.join(folder, 'out.csv');
    const done = await download;
    await done.saveAs(saved);
    console.info(`100 000 rows as CSV: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    expect(done.suggestedFilename()).toBe('单品利润.csv');
    const lines = readFileSync(saved, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines).toHaveLength(MANY + 1);
    expect(lines[0]).toContain(labels.join());
    expect(lines[1]!.split(',').slice(0, 3)).toEqual(['商品0', '199', '20']);
    expect(lines[50]!.split(',')[profit - 1]).toBe('24.22');
    expect(lines.at(-1)).toMatch(new RegExp(`^商品${MANY - 1},`));

    expect(await tool.result('profit'), 'the form above is as it was').toBe('73.3334');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('while it is computed it can be cancelled, and another taken', { timeout: 120_000 }, async () => {
    const page = await site.newPage();
    const { sheet } = await openBatch(page);
    await sheet.getByLabel('选文件').setInputFiles(manyRows());
    await sheet.getByRole('progressbar').waitFor();
    await sheet.getByRole('button', { name: '取消' }).click();
    await sheet.getByText('选文件').waitFor();
    await sheet.getByLabel('选文件').setInputFiles({
      name: '两行.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `${labels.join()}\n甲,199,20,60,5,2,0.6,0,25,10,8,0\n乙,199,20,60,5,2,0.6,0,25,0,8,0\n`,
      ),
    });
    await sheet.getByText('共2行，第一行是表头。').waitFor();
    expect(await page.getByRole('region', { name: '大表' }).count()).toBe(0);
    await sheet.getByRole('button', { name: '换成这2行' }).click();
    const tool = await toolOn(page, 'unit-profit');
    // The worked case of the tool, and the same with nothing coming back.
    await soon(() => tool.result('profit.0')).toBe('73.3334');
    await soon(() => tool.result('profit.1')).toBe('85.926');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('on a phone a large table is still a table', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('tools/keyword/'));
    const tool = await toolOn(page, 'keyword');
    const sheet = await openSheet(tool);
    const rows = Array.from({ length: 300 }, (_, i) => `词${i},${i + 1},100`);
    await sheet.getByLabel('选文件').setInputFiles({
      name: '词.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([HEADER.join(), ...rows].join('\n')),
    });
    const big = page.getByRole('region', { name: '大表' });
    await big.locator('tr[aria-rowindex="2"]').waitFor();
    const row = big.locator('tr[aria-rowindex="2"]');
    const [first, second] = [row.getByRole('cell').nth(0), row.getByRole('cell').nth(1)];
    expect((await first.boundingBox())?.y, 'cells beside each other').toBe((await second.boundingBox())?.y);
    expect((await row.boundingBox())?.height).toBe(44);
    await big.getByRole('columnheader', { name: '关键词倍数' }).getByRole('button').click();
    await soon(async () => (await rowAt(big, 0))[1]).toBe('词299');
    expect(await scrollsSideways(page), 'it scrolls in itself').toBe(false);
    await page.close();
  });

  test('customers’ names never leave the page in a link', async () => {
    const page = await site.newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site.at('tools/rfm/'));
    const tool = await toolOn(page, 'rfm');
    const names = ['王小明', '13800138000'];
    await paste(
      page,
      tool.field('customer.0'),
      names.map((name) => `${name}\t2026-11-10\t5\t2600`).join('\n'),
    );
    await sheetOf(page).getByRole('button', { name: '换成这2行' }).click();
    await soon(() => cells(tool, 'customer')).toEqual(names);
    const holds = (text: string): string[] => names.filter((name) => decodeURIComponent(text).includes(name));
    await soon(() => new URL(page.url()).hash).toContain(encodeURIComponent('客户1'));
    expect(holds(page.url())).toEqual([]);
    await tool.form.getByRole('button', { name: /链接/ }).click();
    const link = await page.getByRole('dialog').getByRole('textbox', { name: '链接' }).inputValue();
    expect(decodeURIComponent(link)).toContain('客户2');
    expect(holds(link)).toEqual([]);
    await page.keyboard.press('Escape');
    await tool.form.getByRole('button', { name: '复制结果' }).click();
    await soon(() => noticeOf(page)).toContain('结果已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('客户1');
    for (const name of names) expect(copied).not.toContain(name);
    await tool.form.getByRole('button', { name: '嵌到别处' }).click();
    const code = await tool.form.getByRole('textbox', { name: '嵌入代码' }).inputValue();
    for (const name of names) expect(code).not.toContain(encodeURIComponent(name));

    // Too many for a link: the file that is sent instead.
    const many = Array.from(
      { length: 180 },
      (_, i) => `王小明${i}\t2026-11-${String((i % 20) + 1).padStart(2, '0')}\t5\t2600`,
    );
    await paste(page, tool.field('customer.0'), many.join('\n'));
    await sheetOf(page).getByRole('button', { name: '换成这180行' }).click();
    await soon(() => cells(tool, 'customer')).toHaveLength(180);
    const download = page.waitForEvent('download');
    await tool.form.getByRole('button', { name: /链接/ }).click();
    const saved = path.join(folder, 'rfm.csv');
    await (await download).saveAs(saved);
    const file = readFileSync(saved, 'utf8');
    expect(file).toContain('客户180');
    expect(file).not.toContain('王小明');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each(['keyword', 'ad-law'])('/embed/%s/ on another page is as tall as what is in it', async (id) => {
    const page = await site.newPage();
    await page.goto(site.at(`tools/${id}/`));
    const tool = await toolOn(page, id);
    await tool.form.getByRole('button', { name: '嵌到别处' }).click();
    const code = await tool.form.getByRole('textbox', { name: '嵌入代码' }).inputValue();

    const other = await site.newPage({ width: 1280 });
    await other.setContent(`<!doctype html><div style="width:700px">${code}</div>`);
    const frame = other.frameLocator('iframe');
    const element = other.locator('iframe');
    await frame.locator('form[data-ready]').waitFor({ state: 'attached' });
    const inside = (): Promise<number> =>
      frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    const outside = async (): Promise<number> => (await element.boundingBox())?.height ?? 0;
    const fits = (): Promise<void> => soon(async () => (await outside()) - (await inside())).toBe(0);
    const summary = frame.locator('summary').first();
    await fits();
    await summary.click();
    await soon(() => summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open)).toBe(true);
    await fits();
    const unfolded = await outside();
    expect(unfolded).toBeGreaterThan(300);
    await summary.click();
    await soon(outside).toBeLessThan(unfolded);
    await fits();
    await summary.click();
    await soon(outside).toBe(unfolded);
    expect([...page.faults, ...other.faults]).toEqual([]);
    await page.close();
    await other.close();
  });
});

describeInBrowser('the catalogue of tools', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const catalogue = async (page: Page): Promise<void> => {
    await page.goto(site.at('tools/'));
    await page.getByRole('searchbox', { name: '想算什么' }).waitFor();
  };
  /** Names of the tools in sight. */
  const shown = (page: Page): Promise<string[]> =>
    page.locator('[data-tool-line]:visible small').allInnerTexts();
  const state = (page: Page): Promise<string> => page.locator('#tool-state').innerText();

  test.each([
    ['lirun', '单品利润'],
    ['dplr', '单品利润'],
    ['ROAS', '推广投产'],
    ['ｒｏａｓ', '推广投产'],
    ['违禁词', '广告用语检查'],
    ['到底赚不赚', '单品利润'],
  ])('%s finds %s', async (typed, name) => {
    const page = await site.newPage({ width: 360 });
    await catalogue(page);
    const all = await shown(page);
    await page.getByRole('searchbox', { name: '想算什么' }).fill(typed);
    await soon(async () => (await shown(page)).length).toBeLessThan(all.length);
    expect(await shown(page)).toContain(name);
    expect(await state(page)).toBe(`共${(await shown(page)).length}个`);
    await page.getByRole('searchbox', { name: '想算什么' }).fill('');
    await soon(() => shown(page)).toEqual(all);
    await page.close();
  });

  test('what nobody calls anything is answered in words', async () => {
    const page = await site.newPage({ width: 360 });
    await catalogue(page);
    await page.getByRole('searchbox', { name: '想算什么' }).fill('量子力学');
    await soon(() => state(page)).toContain('没有对得上的');
    expect(await page.getByRole('heading', { level: 2 }).filter({ visible: true }).count()).toBe(0);
    expect(await scrollsSideways(page)).toBe(false);
    await page.close();
  });

  test('by role, one at a time, together with what is typed', async () => {
    const page = await site.newPage({ width: 360 });
    await catalogue(page);
    const all = await shown(page);
    const roles = page.getByRole('group', { name: '谁在用' });
    const role = (name: string): Locator => roles.getByRole('button', { name, exact: true });
    await role('美工').click();
    const design = await shown(page);
    expect(design).toEqual(expect.arrayContaining(['广告用语检查', '标题检查']));
    expect(design.length).toBeLessThan(all.length);
    await role('推广').click();
    expect(await role('美工').getAttribute('aria-pressed')).toBe('false');
    expect(await role('推广').getAttribute('aria-pressed')).toBe('true');
    const promotion = await shown(page);
    expect(promotion).toContain('推广投产');
    expect(promotion).not.toContain('标题检查');
    await page.getByRole('searchbox', { name: '想算什么' }).fill('出价');
    await soon(() => shown(page)).toContain('保本出价');
    for (const name of await shown(page)) expect(promotion).toContain(name);
    await page.getByRole('searchbox', { name: '想算什么' }).fill('');
    await role('推广').click();
    expect(await shown(page)).toEqual(all);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('a favourite is there after a reload; without one it says how to get one', async () => {
    const page = await site.newPage({ width: 360 });
    await catalogue(page);
    const only = page.getByRole('button', { name: '★收藏' });
    await only.click();
    expect(await shown(page)).toEqual([]);
    expect(await state(page)).toContain('还没有收藏');
    await only.click();
    const star = page.getByRole('button', { name: '收藏成交总额 GMV', exact: true });
    await star.click();
    expect(await star.getAttribute('aria-pressed')).toBe('true');
    await page.reload();
    await soon(() => star.getAttribute('aria-pressed')).toBe('true');
    await only.click();
    expect(await shown(page)).toEqual(['成交总额 GMV']);
    // Together with a role that has no use for it nothing is left, but there is a favourite.
    await page.getByRole('searchbox', { name: '想算什么' }).fill('违禁词');
    await soon(() => state(page)).toContain('没有对得上的');
    await page.getByRole('searchbox', { name: '想算什么' }).fill('');
    await star.click();
    await soon(() => state(page)).toContain('还没有收藏');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('what was used last stands above, on this device only', async () => {
    const page = await site.newPage({ width: 360 });
    await catalogue(page);
    const recent = page.locator('#tool-recent');
    expect(await recent.innerText()).toContain('只记在这台设备上');
    // Opened and left at once is not used.
    await page.goto(site.at('tools/funnel/'));
    for (const id of ['gmv', 'roas']) {
      await page.goto(site.at(`tools/${id}/`));
      await toolOn(page, id);
      await page.mouse.wheel(0, 400);
      await soon(() => page.evaluate(() => localStorage.getItem('youshu:reading') ?? '')).toContain(
        `"${id}"`,
      );
    }
    await catalogue(page);
    await soon(() => recent.getByRole('link').allInnerTexts()).toEqual(['推广投产', '成交总额 GMV']);
    await recent.getByRole('link').first().click();
    await page.waitForURL('**/tools/roas/');
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
