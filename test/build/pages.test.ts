import { describe, expect, test } from 'vitest';
import { isEmbed, isMissing, pages, visibleText } from './site.ts';

/** Words of the frame, of frameworks and of machinery that a Chinese page has no use for. */
const ENGLISH =
  /\b(?:Section titled|On this page|Overview|Search|Skip to content|Previous|Next|Menu|Main|Theme|Select theme|Select language|Dark|Light|Auto|Close|Open|Cancel|Clear|Copy|Copied|Edit page|Last updated|Table of contents|Back to top|Toggle|Built with|Note|Tip|Caution|Danger|Warning|Loading|Error|Submit|Reset|Untitled|Lorem|TODO|FIXME|TBD|null|true|false)\b/;
const MACHINERY =
  /\bundefined\b|\bNaN\b|\bInfinity\b|\[object |\{\{|\}\}|\$\{|<\/?\w+>|&(?:amp|lt|gt|quot|#\d+);/;
/** A blank of a script that nobody filled, or an expression that was not evaluated. */
const BLANK = /\{[^{}\n]{1,24}\}/;
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

test('there are pages', () => expect(pages.length).toBeGreaterThan(40));

describe.each(pages)('$address', (page) => {
  const { html } = page;
  const document = (): Document => page.document;

  test('is zh-CN, UTF-8, fits the screen', () => {
    expect(html).toMatch(/^<!doctype html>/i);
    expect(document().documentElement.lang).toBe('zh-CN');
    expect(document().characterSet).toBe('UTF-8');
    expect(document().querySelectorAll('meta[charset]')).toHaveLength(1);
    const viewport = document().querySelector('meta[name="viewport"]')?.getAttribute('content') ?? '';
    expect(viewport).toContain('width=device-width');
    expect(viewport, 'people may zoom').not.toMatch(/maximum-scale|user-scalable/);
  });

  test('has one title, one main, one h1, and headings that skip no level', () => {
    expect(document().querySelectorAll('head title')).toHaveLength(1);
    expect(document().title.trim()).toMatch(/\p{Script=Han}/u);
    expect(document().querySelectorAll('main')).toHaveLength(1);
    const levels = [...document().querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('says what it is about', () => {
    if (isMissing(page)) return;
    const description = document().querySelector('meta[name="description"]')?.getAttribute('content') ?? '';
    expect(description).toMatch(/\p{Script=Han}{4}/u);
    expect(document().querySelector('link[rel="canonical"]')).not.toBeNull();
  });

  test('shows no English of the frame, no machinery and no unfilled blank', () => {
    const text = lines(visibleText(document().body));
    expect(text.filter((line) => ENGLISH.test(line))).toEqual([]);
    expect(text.filter((line) => MACHINERY.test(line))).toEqual([]);
    expect(text.filter((line) => BLANK.test(line))).toEqual([]);
  });

  test('brings its styles along: one response for the first paint', () => {
    expect(document().querySelectorAll('link[rel="stylesheet"]')).toHaveLength(0);
    expect(document().querySelectorAll('style').length).toBeGreaterThan(0);
  });

  test('no picture without words, no link or button without a name', () => {
    for (const picture of document().querySelectorAll('svg[role="img"], [role="img"]'))
      expect(picture.getAttribute('aria-label') ?? picture.querySelector('title')?.textContent).toBeTruthy();
    for (const image of document().querySelectorAll('img')) expect(image.hasAttribute('alt')).toBe(true);
    for (const control of document().querySelectorAll('a[href], button'))
      expect(
        control.textContent.trim() + (control.getAttribute('aria-label') ?? ''),
        control.outerHTML,
      ).not.toBe('');
  });
});

test('titles are told apart', () => {
  const titles = pages.filter((page) => !isEmbed(page)).map(({ document }) => document.title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
