/** Every tool in a browser: the example of the contract and a vector worked out a second time, through links. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree } from '../unit/fraction.ts';
import type { Vector } from '../unit/tools/contract/contract.ts';
import { contracts } from '../unit/tools/contract/index.ts';
import examples from '../unit/tools/examples.json' with { type: 'json' };
import { describeInBrowser, openSite, type Site, type WatchedPage } from './browser.ts';
import { toolOn } from './people.ts';

interface Example {
  id: string;
  inputs: Readonly<Record<string, string>>;
  rows?: readonly (readonly string[])[];
  outputs: Readonly<Record<string, string | number | null>>;
}
const PLACES = ['tools', 'embed'];

/** RFC 4180 without a header. */
const csv = (rows: readonly (readonly string[])[], lineEnd: string): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join(lineEnd);
const parameters = ({ given, rows }: Vector, lineEnd = '\n'): string =>
  new URLSearchParams({ ...given, ...(rows && { rows: csv(rows, lineEnd) }) }).toString();
/** Blank lines of a link are skipped and not counted. */
const counted = ({ given, rows }: Vector): Vector => ({
  given,
  ...(rows && { rows: rows.filter((row) => row.some((cell) => cell.trim() !== '')) }),
});

/** A machine value right to 1e-9, a word exactly, nothing where there is no result. */
const isRight = (got: string, want: string | number | null): boolean => {
  if (want === null || got === '') return got === (want ?? '');
  return typeof want === 'number' ? agree(got, String(want), 9) : got === want;
};

describeInBrowser('every tool through its link', () => {
  let site: Site;
  let page: WatchedPage;
  beforeAll(async () => {
    site = await openSite();
    page = await site.newPage({ width: 360 });
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });

  /** Machine values by name, once the tool has read its address. */
  async function open(id: string, address: string): Promise<Record<string, string>> {
    await page.goto('about:blank'); // another fragment alone would load nothing
    await page.goto(site.at(address));
    const { form } = await toolOn(page, id);
    return form.evaluate((element) =>
      Object.fromEntries(
        [...element.querySelectorAll<HTMLOutputElement>('output[name]')].map((output) => [
          output.name,
          output.querySelector('data')?.getAttribute('value') ?? 'no data',
        ]),
      ),
    );
  }

  test.each((examples as Example[]).map((example) => ({ ...example })))(
    '$id: its example',
    async ({ id, inputs, rows, outputs }) => {
      const link = parameters({ given: inputs, ...(rows && { rows }) });
      for (const place of PLACES) {
        const got = await open(id, `${place}/${id}/#${link}`);
        for (const [key, want] of Object.entries(outputs))
          expect(isRight(got[key] ?? 'no output', want), `${place} ${key}: ${got[key]}, not ${want}`).toBe(
            true,
          );
      }
      expect(page.faults).toEqual([]);
    },
  );

  test.each(contracts.map((contract) => ({ id: contract.id, contract })))(
    '$id: another vector',
    async ({ id, contract: { vectors, wanted } }) => {
      const [vector] = vectors;
      const wants = Object.entries(wanted(counted(vector)));
      for (const place of PLACES) {
        const got = await open(
          id,
          `${place}/${id}/#${parameters(vector, place === 'tools' ? '\n' : '\r\n')}`,
        );
        for (const [key, { says, admits }] of wants)
          expect(admits(got[key] ?? 'no output'), `${place} ${key}: ${got[key]}, not ${says}`).toBe(true);
      }
      expect(page.faults).toEqual([]);
    },
  );

  test.each(PLACES.flatMap((place) => ['roas', 'price-basis'].map((id) => ({ place, id }))))(
    '/$place/$id/: a query says the same and moves into the fragment',
    async ({ place, id }) => {
      const { vectors, wanted } = contracts.find((contract) => contract.id === id)!;
      const got = await open(id, `${place}/${id}/?${parameters(vectors[0])}`);
      for (const [key, { says, admits }] of Object.entries(wanted(counted(vectors[0]))))
        expect(admits(got[key] ?? 'no output'), `${key}: ${got[key]}, not ${says}`).toBe(true);
      expect(new URL(page.url()).search).toBe('');
      expect(new URL(page.url()).hash).toContain(Object.keys(vectors[0].given)[0]);
    },
  );
});
