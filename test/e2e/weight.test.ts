/** Budgets of what a first visit costs, in brotli bytes; test/bench/RESULTS.md has the figures. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toolIds } from '#logic/tools/catalog.ts';
import { CHAPTER, KB, type Weight, weigh, weighParts } from '../bench/weight.ts';
import { describeInBrowser, openSite, type Site } from './browser.ts';

describeInBrowser('weight of a first visit', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const visit = async (address: string): Promise<Weight> => {
    const page = await site.newPage({ width: 360 });
    const weight = await weigh(page, site.at(address));
    expect(page.faults).toEqual([]);
    await page.close();
    return weight;
  };
  /** Fails with the list of what was fetched. */
  const within = (weight: Weight, part: 'total' | 'js' | 'html', budget: number): void => {
    expect(weight[part], JSON.stringify(weight.files, undefined, 1)).toBeLessThanOrEqual(budget * KB);
  };

  test('home', async () => {
    within(await visit(''), 'total', 24);
  });

  test('a chapter: what it shows first, then its tools and its quiz as they come into view', async () => {
    const page = await site.newPage({ width: 360 });
    const { first, tool, secondTool, quiz } = await weighParts(page, site.at(CHAPTER));
    within(first, 'html', 28);
    expect(first.css, 'the styles stand in the page').toBe(0);
    const early = first.files.filter(({ path }) => /Tool|Quiz|dialog|lean-qr|\/search\//.test(path));
    expect(early, 'nothing before it is asked for').toEqual([]);
    within(tool, 'total', 20);
    within(secondTool, 'total', 2);
    within(quiz, 'total', 9);
    expect(page.faults).toEqual([]);
    await page.close();
  });

  test.each(toolIds)('tool %s', async (id) => {
    const weight = await visit(`tools/${id}/`);
    within(weight, 'total', 38);
    within(weight, 'js', 24);
  });

  test('a frame costs no more than the tool’s page', async () => {
    const [frame, page] = [await visit('embed/roas/'), await visit('tools/roas/')];
    expect(frame.total).toBeLessThanOrEqual(page.total);
  });
});
