import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadTools } from '../../src/logic/index.ts';
import { terms } from '../../src/records/records.ts';
import { describeInBrowser, openSite, type Site, type WatchedPage } from '../e2e/browser.ts';
import { ask, openSearchPage } from './site.ts';

const HAN = /\p{Script=Han}/u;
const wide = (text: string): string =>
  [...text]
    .map((one) => (/[!-~]/.test(one) ? String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0) : one))
    .join('');
const spaced = (text: string): string => [...text].map((one) => (HAN.test(one) ? ` ${one} ` : one)).join('');
/** every way one and the same thing may be written */
const forms = (text: string): string[] => [
  spaced(text),
  `　${text}　`,
  wide(text),
  text.toUpperCase(),
  text.toLowerCase(),
  `“${text}”？`,
  text.normalize('NFD'),
];

describeInBrowser('the same word in another form', () => {
  let site: Site;
  let page: WatchedPage;
  beforeAll(async () => {
    site = await openSite();
    page = await openSearchPage(site);
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });

  it('gives the same first result', async () => {
    const named = terms().flatMap(({ name, abbreviations }) => [name, ...abbreviations]);
    const mixed = named.filter((name) => !/^\p{Script=Han}+$/u.test(name));
    const han = named.filter((name) => /^\p{Script=Han}+$/u.test(name));
    const words = [
      ...mixed.slice(0, 25),
      ...han.filter((_, at) => at % 5 === 0).slice(0, 25),
      ...(await loadTools()).map(({ name }) => name),
    ];
    expect(words.length).toBeGreaterThanOrEqual(50);
    const different: string[] = [];
    for (const word of words) {
      const [first] = (await ask(page, site, word)).results;
      for (const form of forms(word)) {
        const [other] = (await ask(page, site, form)).results;
        if (first === undefined || other !== first)
          different.push(`${word} → ${String(first)}, ${form} → ${String(other)}`);
      }
    }
    expect(different).toEqual([]);
  });
});
