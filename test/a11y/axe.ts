/** axe-core over a page as it stands, and the kinds of pages there are. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of every kind. */
export const KINDS = [
  '',
  'course/',
  'course/data/metrics/',
  'course/service/pre-sale/',
  'tools/',
  'tools/roas/',
  'tools/promo-stack/',
  'tools/keyword/',
  'embed/unit-profit/',
  'playbook/',
  'playbook/scripts/',
  'playbook/checklists/assistant-daily/',
  'playbook/checklists/detail-page/',
  'playbook/roles/assistant/',
  'playbook/platforms/',
  'paths/',
  'paths/assistant/',
  'glossary/',
  'practice/',
  'practice/data/metrics/',
  'search/?q=%E8%BD%AC%E5%8C%96%E7%8E%87',
  'about/',
  '404.html',
];

/** Lists whose entries are all made alike: the first few stand for the rest, which would take axe ten seconds a page. */
const ALIKE = [
  '.terms > :nth-child(n+4)',
  'main section:nth-of-type(n+5)',
  '.script-scene article:nth-of-type(n+3)',
];

/** What is wrong, one line each: rule, element, what to do. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations: found } = (await page.evaluate(
    ([exclude]) =>
      (
        window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<unknown> } }
      ).axe.run({ exclude: exclude.map((selector) => [selector]) }, { resultTypes: ['violations'] }),
    [ALIKE] as const,
  )) as AxeResults;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${html.slice(0, 160)} — ${failureSummary.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
}
