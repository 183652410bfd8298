/** Without JavaScript a tool's page shows its default inputs, the formula and the results, as the contract has them. */
import { describe, expect, test } from 'vitest';
import { loadTools } from '#logic/tools/catalog.ts';
import examples from '../unit/tools/examples.json' with { type: 'json' };
import { isChapter, isTool, pageAt, pages } from './site.ts';

interface Example {
  id: string;
  inputs: Readonly<Record<string, string>>;
  rows?: readonly (readonly string[])[];
  outputs: Readonly<Record<string, number | string | null>>;
}
const tools = await loadTools();
const form = (document: Document, id: string): HTMLFormElement =>
  document.querySelector<HTMLFormElement>(`form[data-tool="${id}"]`)!;
/** machine value and text */
const shown = (document: Document, id: string, key: string): [string | null | undefined, string] => {
  const output = form(document, id).querySelector(`output[name="${key}"]`);
  return [output?.querySelector('data')?.getAttribute('value'), output?.textContent.trim() ?? ''];
};

test('every tool has its page, its frame and its example', () => {
  const ids = tools.map(({ id }) => id).sort();
  expect(
    pages
      .filter(isTool)
      .map(({ address }) => address.split('/')[2])
      .sort(),
  ).toEqual(ids);
  // The contract has no example of the tools that look through a text.
  const calculating = tools.filter(({ findings }) => !findings).map(({ id }) => id);
  expect((examples as Example[]).map(({ id }) => id).sort()).toEqual(calculating.sort());
});

describe.each(examples as Example[])('$id', ({ id, inputs, rows, outputs }) => {
  describe.each(['tools', 'embed'])('/%s/', (place) => {
    const { document } = pageAt(`/${place}/${id}/`);

    test('the form holds the default inputs', () => {
      for (const [key, value] of Object.entries(inputs)) {
        const control = form(document, id).elements.namedItem(key) as HTMLInputElement | HTMLSelectElement;
        expect(control.value, key).toBe(value);
      }
      const columns = Object.keys(tools.find((tool) => tool.id === id)?.rows?.columns ?? {});
      rows?.forEach((cells, n) => {
        cells.forEach((cell, column) => {
          const control = form(document, id).elements.namedItem(
            `${columns[column] ?? ''}.${n}`,
          ) as HTMLInputElement;
          expect(control.value).toBe(cell);
        });
      });
    });

    test('the results are those of the contract', () => {
      for (const [key, expected] of Object.entries(outputs)) {
        const [machine, text] = shown(document, id, key);
        if (typeof expected === 'number') {
          expect(machine, key).toMatch(/^-?\d+(\.\d+)?$/);
          expect(Math.abs(Number(machine) - expected), key).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(expected)),
          );
          expect(text, key).toMatch(/\d/);
        } else expect(machine, key).toBe(expected ?? '');
        expect(text, key).not.toBe('');
      }
    });

    test('the formula stands there, in words and with the numbers', () => {
      const explained = form(document, id).querySelector('.explanation')?.textContent ?? '';
      expect(explained).toMatch(/[×÷+−]|如果|÷/);
    });
  });
});

test('a tool in a chapter shows the chapter’s numbers, computed', () => {
  const forms = pages
    .filter(isChapter)
    .flatMap(({ document }) => [...document.querySelectorAll('form[data-tool]')]);
  expect(forms.length).toBeGreaterThan(5);
  for (const tool of forms) {
    const values = [...tool.querySelectorAll('output data')].map((data) => data.getAttribute('value'));
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter(Boolean).length, 'most examples have every result').toBeGreaterThan(
      values.length / 2,
    );
  }
});
