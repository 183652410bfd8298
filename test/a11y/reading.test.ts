/** Small screens, large text, no motion, forced colours, fingers, and what a screen reader is told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from '../e2e/browser.ts';
import { soon, toolOn } from '../e2e/people.ts';
import { KINDS } from './axe.ts';

describeInBrowser('reading', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  /** What sticks out to the right, when the page scrolls sideways; boxes that scroll on their own may. */
  const tooWide = (page: WatchedPage): Promise<string[]> =>
    page.evaluate(() => {
      if (document.documentElement.scrollWidth <= innerWidth) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => `${element.tagName.toLowerCase()}.${element.className.toString()}`)
        .slice(-5);
    });

  test.each([
    ['320 px', 320, ''],
    ['200 % zoom', 640, ''],
    ['text twice as large', 1280, '200%'],
  ])('nothing is lost at %s', async (_, width, text) => {
    const page = await site.newPage({ width, bypassCSP: true });
    for (const path of KINDS) {
      await page.goto(site.at(path), { waitUntil: 'load' });
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
      expect(await tooWide(page), `/${path}`).toEqual([]);
    }
    await page.close();
  });

  test('whoever wants no motion gets none', async () => {
    const page = await site.newPage({ width: 360, reducedMotion: true });
    for (const path of ['', 'course/data/metrics/', 'tools/gmv/']) {
      await page.goto(site.at(path), { waitUntil: 'networkidle' });
      await page.mouse.wheel(0, 600);
      await page.keyboard.press('Tab');
      const moving = await page.evaluate(() => [
        ...document.getAnimations().map((animation) => animation.constructor.name),
        ...[document.documentElement, ...document.querySelectorAll('body *')].flatMap((element) => {
          const { scrollBehavior, transitionDuration, animationDuration, transitionProperty } =
            getComputedStyle(element);
          const moves = /transform|translate|top|left|height|width|all|margin/.test(transitionProperty);
          return scrollBehavior === 'smooth' ||
            (moves && parseFloat(transitionDuration) > 0.05) ||
            parseFloat(animationDuration) > 0.05
            ? [element.className.toString() || element.tagName]
            : [];
        }),
      ]);
      expect(moving, `/${path}`).toEqual([]);
    }
    await page.close();
  });

  test('forced colours keep edges of fields and buttons, and the focus', async () => {
    const page = await site.newPage({ width: 360, forcedColors: true });
    await page.goto(site.at('tools/roas/'));
    const tool = await toolOn(page, 'roas');
    // Radio buttons and boxes are drawn by the browser itself, edges and all.
    const bare = await tool.form
      .locator('button, input:not([type=radio], [type=checkbox]), select, textarea')
      .evaluateAll((controls) =>
        controls
          .filter((control) => {
            const edged = (element: Element): boolean => {
              const style = getComputedStyle(element);
              return ['top', 'bottom'].some(
                (side) =>
                  parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
                  style.getPropertyValue(`border-${side}-style`) !== 'none',
              );
            };
            return !edged(control) && !edged(control.parentElement ?? control);
          })
          .map((control) => control.outerHTML.slice(0, 80)),
      );
    expect(bare).toEqual([]);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
    expect(outline).toBe(true);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test('fingers: on a phone everything one works with is at least 44 px high', async () => {
    const page = await site.newPage({ width: 360 });
    for (const [path, controls] of [
      ['tools/roas/', 'form.tool :is(button, select, summary), form.tool .field-box, nav.places a'],
      [
        'playbook/scripts/',
        '[data-script]:nth-of-type(1) :is(button, summary), .filter :is(input, select, button)',
      ],
      ['playbook/checklists/assistant-daily/', 'form.checklist .check, form.checklist button'],
      ['course/data/metrics/', '[data-ticks] label'],
      ['practice/data/metrics/', '.q-option, .q-do button'],
    ] as const) {
      await page.goto(site.at(path), { waitUntil: 'networkidle' });
      const small = await page
        .locator(controls)
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
            .map(
              (one) => `${Math.round(one.getBoundingClientRect().height)} px ${one.outerHTML.slice(0, 90)}`,
            ),
        );
      expect(small, `/${path}`).toEqual([]);
    }
    await page.close();
  });

  test('a screen reader’s view of a tool: named fields, named results, one polite voice', async () => {
    const page = await site.newPage({ width: 360 });
    await page.goto(site.at('tools/gmv/'));
    const tool = await toolOn(page, 'gmv');
    const tree = await tool.form.ariaSnapshot();
    for (const name of ['访客数', '支付转化率', '客单价']) expect(tree).toContain(`textbox "${name}"`);
    expect(tree).toMatch(/成交总额/);
    expect(tree).toContain('button "复制结果"');
    expect(tree).toContain('button "反推"');

    // What stands beside a field belongs to it.
    await tool.field('uv').fill('乱写');
    await soon(() => tool.field('uv').getAttribute('aria-invalid')).toBe('true');
    const described = await tool
      .field('uv')
      .evaluate((field) =>
        (field.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? ''),
      );
    expect(described.join()).toContain('请填数字');
    expect(described.join()).toContain('去重');

    // Results are told by one live region, once typing rests; the outputs themselves keep quiet.
    const voices = await tool.form.evaluate((form) =>
      [...form.querySelectorAll('output, [aria-live], [role="status"], [role="alert"]')]
        .filter((element) => (element.getAttribute('aria-live') ?? 'polite') !== 'off')
        .map((element) => element.className),
    );
    expect(voices).toEqual(['sr-only']);
    await tool.field('uv').fill('20000');
    await soon(() => tool.form.locator('.sr-only[aria-live="polite"]').textContent()).toMatch(
      /成交总额.*196,000/,
    );
    await page.close();
  });

  test('a screen reader’s view of a page: landmarks, one way past the header, names of places', async () => {
    const page = await site.newPage({ width: 1280 });
    await page.goto(site.at('course/data/metrics/'));
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toMatch(/^- link "跳到正文"/);
    for (const part of ['banner', 'main', 'contentinfo', 'navigation "主要内容"', 'navigation "本页目录"'])
      expect(tree, part).toContain(`- ${part}`);
    expect(tree).toContain('heading "指标体系与GMV" [level=1]');
    expect(
      await page.getByRole('navigation', { name: '主要内容' }).locator('[aria-current]').innerText(),
    ).toBe('课程');
    for (const figure of await page.getByRole('img').all())
      expect(
        (await figure.getAttribute('aria-label')) ?? (await figure.locator('title').first().textContent()),
      ).toBeTruthy();
    await page.close();
  });
});
