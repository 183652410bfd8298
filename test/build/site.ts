/** The built site as the tests of this folder read it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { type BuiltPage, readPages } from '../../src/build/pages.ts';
import { dist, normalizeBase } from '../../src/build/cli/lib/project.mjs';

export { dist };
/** `/` or `/sub/`, as the site was built */
export const base: string = normalizeBase(process.env.BASE);

export interface Page extends BuiltPage {
  /** parsed when first asked for: jsdom takes its time over large pages */
  readonly document: Document;
}

const parser = new new JSDOM().window.DOMParser();
function lazily(page: BuiltPage): Page {
  let parsed: Document | undefined;
  return {
    ...page,
    get document() {
      return (parsed ??= parser.parseFromString(page.html, 'text/html'));
    },
  };
}
export const pages: readonly Page[] = readPages(dist).map(lazily);
export const pageAt = (address: string): Page => {
  const page = pages.find((one) => one.address === address);
  if (!page) throw new RangeError(`no page ${address} in dist`);
  return page;
};

export const isEmbed = ({ address }: BuiltPage): boolean => address.startsWith('/embed/');
export const isMissing = ({ address }: BuiltPage): boolean => address === '/404.html';
export const isChapter = ({ address }: BuiltPage): boolean => /^\/course\/[^/]+\/[^/]+\/$/.test(address);
export const isTool = ({ address }: BuiltPage): boolean => /^\/tools\/[^/]+\/$/.test(address);

export const read = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

/** Whether a host gives something for a path below the base; a folder needs its slash. */
export function isServed(inner: string): boolean {
  const file = path.join(dist, inner);
  if (inner === '' || inner.endsWith('/')) return existsSync(path.join(file, 'index.html'));
  return existsSync(file) && statSync(file).isFile();
}

/** What a person can come to read, with JavaScript or without: no markup, no data of scripts, nothing for machines. */
export function visibleText(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('script, style, template, [hidden]')) hidden.remove();
  for (const block of copy.querySelectorAll(
    'p, li, dt, dd, h1, h2, h3, td, th, div, summary, label, button, text',
  ))
    block.append('\n');
  const attributes = ['alt', 'aria-label', 'title', 'placeholder'].flatMap((name) =>
    [...copy.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
  );
  return [copy.textContent, ...attributes].join('\n');
}
