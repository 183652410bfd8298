import { describe, expect, test } from 'vitest';
import { loadTools } from '#logic/tools/catalog.ts';
import { readState } from '#logic/tools/link.ts';
import { base, isServed, type Page, pages } from './site.ts';

const ORIGIN = 'https://site.invalid';
const tools = new Map((await loadTools()).map((tool) => [tool.id, tool]));
const byAddress = new Map(pages.map((page) => [page.address, page]));

interface Link {
  page: Page;
  /** as written */
  written: string;
  /** where it leads; undefined when it leaves the site */
  url: URL;
}
const ATTRIBUTES = ['href', 'src', 'action', 'data-sheet', 'component-url', 'renderer-url', 'data-resume'];
/** Addresses with the host the site is published under: for machines, checked on their own. */
const PUBLISHED = 'link[rel="canonical"], link[rel="sitemap"], meta';

const links: Link[] = pages.flatMap((page) =>
  ATTRIBUTES.flatMap((name) =>
    [...page.document.querySelectorAll(`[${name}]`)]
      .filter((element) => !element.matches(PUBLISHED))
      .map((element) => {
        const written = element.getAttribute(name) ?? '';
        return { page, written, url: new URL(written, ORIGIN + base + page.address.slice(1)) };
      }),
  ),
);
const inside = links.filter(({ url }) => url.origin === ORIGIN);
const outside = links.filter(({ url }) => url.origin !== ORIGIN && url.protocol !== 'data:');
const tell = ({ page, written }: Link): string => `${page.address} → ${written}`;

test('there are links to check', () => {
  expect(pages.length).toBeGreaterThan(40);
  expect(inside.length).toBeGreaterThan(1000);
});

test('every link inside the site honours the base', () => {
  expect(inside.filter(({ url }) => !url.pathname.startsWith(base)).map(tell)).toEqual([]);
});

test('every link inside the site leads to a page or a file, with its slash', () => {
  const broken = inside.filter(({ url }) => !isServed(decodeURIComponent(url.pathname).slice(base.length)));
  expect(broken.map(tell)).toEqual([]);
});

test('every anchor exists on the page it points to', () => {
  const broken = inside.filter(({ url }) => {
    const target = byAddress.get(`/${decodeURIComponent(url.pathname).slice(base.length)}`);
    if (!url.hash || !target) return false;
    const id = decodeURIComponent(url.hash.slice(1));
    const tool = /^\/(?:tools|embed)\/([^/]+)\/$/.exec(target.address)?.[1];
    if (tool && id.includes('=')) {
      // State of a tool: every key is one of its own and every value reads.
      const definition = tools.get(tool)!;
      const keys = [...new URLSearchParams(id).keys()];
      return (
        readState(definition, id).notices.length > 0 ||
        keys.some((key) => !(key in definition.inputs) && !(key === 'rows' && definition.rows))
      );
    }
    return target.document.getElementById(id) === null;
  });
  expect(broken.map(tell)).toEqual([]);
});

test('links that leave the site are plain links over https, and only such', () => {
  for (const link of outside) {
    expect(link.url.protocol, tell(link)).toBe('https:');
    expect(link.page.document.querySelector(`a[href="${link.written}"]`), tell(link)).not.toBeNull();
  }
});

test('no page loads anything from elsewhere', () => {
  const loaded =
    'script[src], link[rel~="stylesheet"], link[rel~="preload"], link[rel~="modulepreload"], link[rel~="icon"], img, source, video, audio, iframe, object, embed';
  const from = pages.flatMap(({ address, document }) =>
    [...document.querySelectorAll(loaded)].flatMap((element) => {
      const where =
        element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('data') ?? '';
      return /^(?:[a-z]+:)?\/\//i.test(where) ? [`${address} loads ${where}`] : [];
    }),
  );
  expect(from).toEqual([]);
  const styles = pages.flatMap(({ address, document }) =>
    [...document.querySelectorAll('style')].flatMap((style) =>
      [...style.textContent.matchAll(/@import[^;]*|url\(\s*["']?(?!data:|#)[^)]*/g)].map(
        ([rule]) => `${address} ${rule}`,
      ),
    ),
  );
  expect(styles).toEqual([]);
});

describe.each(pages)('$address', ({ document }) => {
  test('has each id once', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('labels, descriptions and popovers point to what exists', () => {
    const names = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget', 'list'];
    const dangling = names.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
        (element.getAttribute(name) ?? '')
          .split(/\s+/)
          .filter((id) => document.getElementById(id) === null)
          .map((id) => `${name}="${id}"`),
      ),
    );
    expect(dangling).toEqual([]);
  });
});
