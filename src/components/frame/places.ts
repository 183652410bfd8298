import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A place of the site: in the header, and on phones in the bar below. */
export interface Place {
  address: string;
  name: string;
}

/** Whether src/pages has a page for an address of ours, such as /tools/. */
export const pageExists = (address: string): boolean =>
  existsSync(join(process.cwd(), 'src/pages', address, 'index.astro'));

const all: Place[] = [
  { address: '/course/', name: '课程' },
  { address: '/tools/', name: '工具' },
  { address: '/playbook/', name: '手册' },
  { address: '/practice/', name: '练习' },
];

/** Only what exists is shown. */
export const places = all.filter(({ address }) => pageExists(address));

/** Pages that belong to a place without standing below its address. */
const ELSEWHERE: Readonly<Record<string, string>> = { '/glossary/': '/playbook/', '/paths/': '/course/' };

/** The place an address belongs to, without the site's base. */
export const placeOf = (path: string): string =>
  Object.entries(ELSEWHERE).find(([start]) => path.startsWith(start))?.[1] ??
  places.find(({ address }) => path.startsWith(address))?.address ??
  '';
