import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openSite, type Site, type WatchedPage } from '../e2e/browser.ts';
import { ask, openSearchPage, queries, type Query } from './site.ts';

/** Kinds where a person typed a name, only in another way: these have to be found. */
const NAMES = ['pinyin', 'initials', 'acronym', 'former'];

interface Outcome extends Query {
  /** place of the first wanted result, from 1; 0 when it is not among the first twenty */
  place: number;
  results: number;
  /** the second time the same was asked: everything is loaded */
  warm: number;
}
const share = (outcomes: readonly Outcome[], test: (outcome: Outcome) => boolean): number =>
  outcomes.filter(test).length / outcomes.length;
const describeMisses = (outcomes: readonly Outcome[]): string[] =>
  outcomes.filter(({ place }) => place === 0 || place > 3).map(({ text, place }) => `${text}: ${place}`);

describeInBrowser('what people type', () => {
  let site: Site;
  let page: WatchedPage;
  const outcomes: Outcome[] = [];

  beforeAll(async () => {
    site = await openSite();
    page = await openSearchPage(site);
    for (const query of queries) {
      const { results } = await ask(page, site, query.text);
      const place = results.findIndex((address) => query.wanted.includes(address)) + 1;
      outcomes.push({ ...query, place, results: results.length, warm: 0 });
    }
    for (const outcome of outcomes) outcome.warm = (await ask(page, site, outcome.text)).milliseconds;
    const line = (name: string, of: readonly Outcome[]): string =>
      [
        name.padEnd(12),
        String(of.length).padStart(4),
        ...[share(of, ({ place }) => place === 1), share(of, ({ place }) => place > 0 && place <= 3)].map(
          (value) => `${(100 * value).toFixed(1)}%`.padStart(7),
        ),
        mean(of).toFixed(3).padStart(6),
      ].join(' ');
    const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
    console.info(
      [
        'search: queries, recall@1, recall@3, MRR',
        ...kinds.map((kind) =>
          line(
            kind,
            outcomes.filter((one) => one.kind === kind),
          ),
        ),
        ...[...new Set(outcomes.map(({ batch }) => batch))].map((batch) =>
          line(
            `batch ${batch}`,
            outcomes.filter((one) => one.batch === batch),
          ),
        ),
        line('all', outcomes),
        `warm p50 ${percentile(0.5).toFixed(1)} ms, p95 ${percentile(0.95).toFixed(1)} ms`,
      ].join('\n'),
    );
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });

  const mean = (of: readonly Outcome[]): number =>
    of.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0) / of.length;
  const percentile = (part: number): number =>
    outcomes.map(({ warm }) => warm).sort((a, b) => a - b)[Math.floor(part * outcomes.length)] ?? Infinity;

  it('is asked often enough to tell', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(140);
  });
  it('is among the first three, mostly first', () => {
    expect(
      share(outcomes, ({ place }) => place > 0 && place <= 3),
      describeMisses(outcomes).join('\n'),
    ).toBeGreaterThanOrEqual(0.95);
    expect(share(outcomes, ({ place }) => place === 1)).toBeGreaterThanOrEqual(0.85);
    expect(mean(outcomes)).toBeGreaterThanOrEqual(0.9);
  });
  it('hardly ever finds nothing', () => {
    expect(share(outcomes, ({ results }) => results === 0)).toBeLessThanOrEqual(0.005);
  });
  it.each(NAMES)('finds a name typed as %s', (kind) => {
    const of = outcomes.filter((outcome) => outcome.kind === kind);
    expect(
      share(of, ({ place }) => place > 0 && place <= 3),
      describeMisses(of).join('\n'),
    ).toBeGreaterThanOrEqual(0.95);
  });
  it('answers at once when warm', () => {
    expect(percentile(0.95)).toBeLessThanOrEqual(150);
  });
  it('leaves no fault behind', () => {
    expect(page.faults).toEqual([]);
  });
});
