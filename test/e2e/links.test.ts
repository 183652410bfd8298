/** The link contract: what stands in an address opens as it was, whatever else was hung on it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { noticeOf, soon, toolOn } from './people.ts';

describeInBrowser('links to a tool', () => {
  let site: Site;
  /** for the many addresses; tests of their own have their own */
  let page: WatchedPage;
  beforeAll(async () => {
    site = await openSite();
    page = await site.newPage({ width: 360 });
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });
  const at = (place: string, rest: string): string => site.at(`${place}/gmv/${rest}`);

  test.each(['tools', 'embed'])('/%s/: the fragment is the state', async (place) => {
    const page = await site.newPage({ width: 360 });
    await page.goto(at(place, '#uv=12000&cvr=3.5&aov=280'));
    const tool = await toolOn(page, 'gmv');
    await soon(() => tool.result('gmv')).toBe('117600');

    // Kept current while typing, without a new entry in the history.
    const entries = await page.evaluate(() => history.length);
    await tool.field('uv').fill('1.5万');
    await soon(() => new URL(page.url()).hash).toBe('#uv=1.5%E4%B8%87&cvr=3.5&aov=280');
    expect(await page.evaluate(() => history.length)).toBe(entries);

    // Fields in error are left out, empty ones are kept as empty.
    await tool.field('aov').fill('乱写');
    await tool.field('cvr').fill('');
    await soon(() => new URL(page.url()).hash).toBe('#uv=1.5%E4%B8%87&cvr=');

    // Another fragment typed into the address bar is taken up.
    await page.evaluate(() => (location.hash = '#uv=77&aov=10'));
    await soon(() => tool.field('uv').inputValue()).toBe('77');
    expect(await tool.field('cvr').inputValue(), 'keys not named have their default').toBe('3.5');
    await soon(() => tool.result('gmv')).toBe('26.95');

    // Reloading gives the same.
    await page.reload();
    const again = await toolOn(page, 'gmv');
    await soon(() => again.result('gmv')).toBe('26.95');
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each([
    ['an app appends its own keys', '?from=groupmessage&isappinstalled=0#uv=500', '500', '4900', ''],
    ['a query moves into the fragment', '?uv=500&from=singlemessage', '500', '4900', ''],
    ['the fragment wins over the query', '?uv=500#uv=600', '600', '5880', ''],
    ['unknown keys are ignored', '#uv=500&gmv=1&utm_source=x&__proto__=1', '500', '4900', ''],
    ['an empty value is an empty field', '#uv=', '', '', ''],
    ['a bad value falls back and is named', '#uv=12e3&aov=100', '10000', '35000', '访客数'],
    ['a value out of range falls back and is named', '#cvr=300', '10000', '98000', '支付转化率'],
    ['broken escapes are no exception', '#uv=%E4%&aov=%', '10000', '98000', ''],
    ['an anchor that is no state is left alone', '#_top', '10000', '98000', undefined],
    ['a plus and full-width digits read as typed', '#uv=１+０００', '１ ０００', '9800', ''],
  ])('%s', async (_, rest, uv, gmv, named) => {
    await page.goto('about:blank'); // another fragment alone would load nothing
    await page.goto(at('tools', rest));
    const tool = await toolOn(page, 'gmv');
    await soon(() => tool.field('uv').inputValue()).toBe(uv);
    await soon(() => tool.result('gmv')).toBe(gmv);
    if (rest.includes('?uv=') && !rest.includes('#')) {
      expect(new URL(page.url()).search).toBe('');
      expect(new URL(page.url()).hash).toContain('uv=500');
    }
    if (named) await soon(() => noticeOf(page)).toContain(named);
    expect(page.faults).toEqual([]);
  });

  test('rows travel as CSV, commas, quotes and line ends included', async () => {
    const page = await site.newPage({ width: 360 });
    const rows = '"带,逗号",100,50\r\n"引""号",300,100\n\n只有词';
    await page.goto(site.at(`tools/keyword/#rows=${encodeURIComponent(rows)}`));
    const tool = await toolOn(page, 'keyword');
    await soon(() => tool.result('multiple.0')).toBe('2');
    expect(await tool.field('keyword.0').inputValue()).toBe('带,逗号');
    expect(await tool.field('keyword.1').inputValue()).toBe('引"号');
    expect(await tool.result('multiple.1')).toBe('3');
    expect(await tool.result('multiple.2')).toBe('');
    await tool.field('searches.0').fill('200');
    await soon(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('rows')).toContain(
      '"带,逗号",200,50',
    );
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('somebody’s link overwrites nothing that is kept here', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(at('tools', ''));
    const tool = await toolOn(page, 'gmv');
    await tool.field('uv').fill('123');
    await tool.form.getByRole('button', { name: '存一次' }).click();
    await soon(() => noticeOf(page)).toContain('我的记录');
    const kept = await page.evaluate(() => localStorage.getItem('youshu:runs'));
    await page.goto(at('tools', '?x=1#uv=999'));
    const other = await toolOn(page, 'gmv');
    await soon(() => other.field('uv').inputValue()).toBe('999');
    expect(await page.evaluate(() => localStorage.getItem('youshu:runs'))).toBe(kept);
    await page.close();
  });

  test('a link from a chapter opens the tool’s own page with the same numbers', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('course/data/metrics/'));
    const tool = await toolOn(page, 'gmv');
    await tool.field('uv').fill('4321');
    await tool.form.getByRole('button', { name: /链接/ }).click();
    const link = await page.getByRole('dialog').getByRole('textbox', { name: '链接' }).inputValue();
    expect(link).toMatch(/\/tools\/gmv\/#uv=4321&/);
    await page.goto(link);
    const same = await toolOn(page, 'gmv');
    await soon(() => same.field('uv').inputValue()).toBe('4321');
    expect(page.faults).toEqual([]);
    await page.close();
  });
});
