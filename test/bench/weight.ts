/** What a page costs: exact brotli-11 sizes of the bodies its first visit fetches, on a phone, until the network rests. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

export interface Weight {
  /** bytes, by what they are; the styles of a page stand in its HTML */
  html: number;
  css: number;
  js: number;
  other: number;
  total: number;
  requests: number;
  /** path and bytes, largest first */
  files: { path: string; bytes: number }[];
}
type Kind = 'html' | 'css' | 'js' | 'other';

export const brotli = (body: Buffer): number =>
  brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  }).length;

const kindOf = (path: string): Kind =>
  path.endsWith('/') || path.endsWith('.html')
    ? 'html'
    : path.endsWith('.css')
      ? 'css'
      : /\.m?js$/.test(path)
        ? 'js'
        : 'other';
/** Already packed; a host sends them as they are. */
const PACKED = /\.(?:png|jpe?g|webp|avif|woff2?)$/;

async function sizeOf(response: Response): Promise<{ path: string; bytes: number; kind: Kind } | undefined> {
  if (response.status() !== 200) return undefined;
  const path = new URL(response.url()).pathname;
  const body = await response.body();
  return { path, bytes: PACKED.test(path) ? body.length : brotli(body), kind: kindOf(path) };
}

/** Notes what a page fetches from now on; `take` waits until the network rests and gives what came since the last time. */
export function scale(page: Page): { take: () => Promise<Weight> } {
  let seen: Response[] = [];
  page.on('response', (response) => seen.push(response));
  return {
    take: async () => {
      await page.waitForLoadState('networkidle');
      const sizes = await Promise.all(seen.map(sizeOf));
      seen = [];
      const files = sizes.filter((size) => size !== undefined).sort((a, b) => b.bytes - a.bytes);
      const sum = (kind?: Kind): number =>
        files.reduce((all, file) => all + (kind === undefined || file.kind === kind ? file.bytes : 0), 0);
      return {
        html: sum('html'),
        css: sum('css'),
        js: sum('js'),
        other: sum('other'),
        total: sum(),
        requests: files.length,
        files: files.map(({ path, bytes }) => ({ path, bytes })),
      };
    },
  };
}

/** One visit of an address. */
export async function weigh(page: Page, address: string): Promise<Weight> {
  const scales = scale(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  return scales.take();
}

/** A chapter with two tools and a quiz. */
export const CHAPTER = 'course/data/metrics/';

/** What a chapter costs at first, and what its parts add as they come into view one by one. */
export async function weighParts(
  page: Page,
  address: string,
): Promise<Record<'first' | 'tool' | 'secondTool' | 'quiz', Weight>> {
  const scales = scale(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  const first = await scales.take();
  // What comes with the first scroll, noting that somebody reads, is no part of a tool.
  await page.mouse.wheel(0, 40);
  await page.waitForFunction(() => scrollY > 0);
  await scales.take();
  const inView = async (part: string, alive: string): Promise<Weight> => {
    await page.locator(part).first().scrollIntoViewIfNeeded();
    await page.locator(alive).first().waitFor({ state: 'attached' });
    return scales.take();
  };
  const [one, two] = ['gmv', 'gmv-change'].map((id) => `form[data-tool="${id}"]`);
  const tool = await inView(one ?? '', `${one}[data-ready]`);
  const secondTool = await inView(two ?? '', `${two}[data-ready]`);
  return { first, tool, secondTool, quiz: await inView('.quiz', 'astro-island:not([ssr]) .quiz') };
}

export const KB = 1024;
