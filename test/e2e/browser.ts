/** A real browser over the built site, for the tests in test/e2e, test/a11y and test/search. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { findChromium } from '../../src/build/cli/lib/chromium.mjs';
import { serve } from '../../src/build/cli/serve.mjs';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = findChromium();
if (executablePath === undefined) {
  const message = '没有找到 Chromium、Chrome 或 Edge；装一个，或用 CHROME=/路径/chrome 指给它。';
  if (process.env.REQUIRE_ALL === '1') throw new Error(message);
  console.warn(`${message}这个文件里的浏览器测试跳过。`);
}

/** `describe`, skipped where there is no browser. */
export const describeInBrowser = describe.skipIf(executablePath === undefined);

/** Something no page of ours may do. */
export interface Fault {
  kind: 'console' | 'exception' | 'csp' | 'third-party';
  text: string;
  /** address of the page it happened on */
  page: string;
}

export interface PageOptions {
  /** CSS pixels; the height follows the usual devices */
  width?: number;
  dark?: boolean;
  javaScriptEnabled?: boolean;
  reducedMotion?: boolean;
  forcedColors?: boolean;
  /** lets the service worker in; off unless told, so that one test's cache is not another's */
  serviceWorker?: boolean;
  /** for scripts a test puts into the page, such as axe-core */
  bypassCSP?: boolean;
}

/** A page that notes its faults: a test ends with `expect(page.faults).toEqual([])`. */
export type WatchedPage = Page & { faults: Fault[] };

export interface Site {
  /** home page, with slash */
  url: string;
  /** the full address of a path of the site: `at('tools/gmv/')` */
  at: (path: string) => string;
  browser: Browser;
  /** opens an empty page in a context of its own; closing the page closes the context */
  newPage: (options?: PageOptions) => Promise<WatchedPage>;
  close: () => Promise<void>;
}

function contextOptions(options: PageOptions): BrowserContextOptions {
  const { width = 1280, dark = false, javaScriptEnabled = true, reducedMotion = false } = options;
  return {
    viewport: { width, height: width < 600 ? 780 : 800 },
    hasTouch: width < 600,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: options.forcedColors ? 'active' : 'none',
    javaScriptEnabled,
    bypassCSP: options.bypassCSP ?? false,
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  };
}

function watch(page: Page, origin: string): WatchedPage {
  const faults: Fault[] = [];
  const add = (kind: Fault['kind'], text: string) => faults.push({ kind, text, page: page.url() });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const where = message.location().url;
    if (where === `${origin}/favicon.ico`) return; // the browser's own guess on a page that names no icon
    const text = where && !message.text().includes(where) ? `${message.text()} (${where})` : message.text();
    add(/Content Security Policy/i.test(text) ? 'csp' : 'console', text);
  });
  page.on('pageerror', (error) => add('exception', error.stack ?? error.message));
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    const ours = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!ours) add('third-party', request.url());
  });
  // A browser that is closing takes its contexts along, and this one may be gone already.
  page.on(
    'close',
    () =>
      void page
        .context()
        .close()
        .catch(() => {}),
  );
  return Object.assign(page, { faults });
}

/**
 * Serves dist on a free port and starts a browser. Call it in `beforeAll`, and `close` in `afterAll`.
 * @throws when there is no browser; use `describeInBrowser`, then it is not called
 */
export async function openSite(options: { folder?: string; base?: string } = {}): Promise<Site> {
  if (executablePath === undefined) throw new Error('openSite without a browser: use describeInBrowser');
  const base = options.base ?? process.env.BASE;
  const server = await serve({ ...options, ...(base !== undefined && { base }) });
  const browser = await chromium.launch({ executablePath, args }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return {
    url: server.url,
    at: (path) => server.url + path.replace(/^\//, ''),
    browser,
    newPage: async (pageOptions = {}) => {
      const context = await browser.newContext(contextOptions(pageOptions));
      return watch(await context.newPage(), server.origin);
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
