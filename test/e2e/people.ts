/** What the people of these tests do and look at, again and again. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Looks again until it is so; nothing here waits for a time to pass. */
export const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000, interval: 40 });

/** A phone held upright and a desk. */
export const WIDTHS = [360, 1280];

export interface OpenTool {
  form: Locator;
  field: (key: string) => Locator;
  /** machine value of a result */
  result: (key: string) => Promise<string | null>;
  /** what people read */
  text: (key: string) => Promise<string>;
}

/** The tool of a page, once it is alive. */
export async function toolOn(page: Page, id: string): Promise<OpenTool> {
  await page.locator(`form[data-tool="${id}"]`).first().scrollIntoViewIfNeeded();
  const form = page.locator(`form[data-tool="${id}"][data-ready]`).first();
  await form.waitFor({ state: 'attached' });
  const output = (key: string): Locator => form.locator(`output[name="${key}"]`);
  return {
    form,
    field: (key) => form.locator(`[name="${key}"]`),
    result: (key) => output(key).locator('data').getAttribute('value'),
    text: (key) => output(key).innerText(),
  };
}

export const noticeOf = (page: Page): Promise<string> => page.locator('#notices').innerText();

/** Lets the page write to the clipboard, and reads what it wrote. */
export async function clipboardOf(page: Page): Promise<() => Promise<string>> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return () => page.evaluate(() => navigator.clipboard.readText());
}

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
