/**
 * What the pages weigh, as a table in test/bench/RESULTS.md and on screen. Needs a built site and a Chromium:
 * `npm run bench`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { format } from 'prettier';
import { findChromium } from '../../src/build/cli/lib/chromium.mjs';
import { serve } from '../../src/build/cli/serve.mjs';
import { CHAPTER, KB, weigh, type Weight, weighParts } from './weight.ts';

const FILE = join(process.cwd(), 'test/bench/RESULTS.md');
const BEGIN = '<!-- weight -->';
const END = '<!-- /weight -->';
const PAGES = [
  '',
  CHAPTER,
  'course/promotion/roi/',
  'tools/',
  'tools/gmv/',
  'tools/roas/',
  'tools/promo-stack/',
  'tools/keyword/',
  'embed/gmv/',
  'playbook/',
  'playbook/scripts/',
  'playbook/checklists/assistant-daily/',
  'glossary/',
  'practice/data/metrics/',
  'search/',
];

const kb = (bytes: number): string => (bytes / KB).toFixed(1);
const line = (name: string, { total, js, html, css, other, requests }: Weight): string =>
  `| ${[name, ...[total, html + css, js, other].map(kb), requests].join(' | ')} |`;

async function table(open: () => Promise<Page>, at: (path: string) => string): Promise<string[]> {
  const rows: string[] = [];
  for (const path of PAGES) {
    const page = await open();
    rows.push(line(`/${path}`, await weigh(page, at(path))));
    await page.context().close();
  }
  const page = await open();
  const { tool, secondTool, quiz } = await weighParts(page, at(CHAPTER));
  rows.push(line('+ first tool in view', tool), line('+ second tool', secondTool), line('+ quiz', quiz));
  await page.context().close();
  return rows;
}

/** Puts a section between its marks, or at the end of a new file. */
async function record(section: string): Promise<void> {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : `# Measured\n\n${BEGIN}\n${END}\n`;
  const [head = '', rest = ''] = before.includes(BEGIN) ? before.split(BEGIN) : [`${before}\n`, `${END}\n`];
  const text = `${head}${BEGIN}\n${section}\n${END}${rest.split(END)[1] ?? '\n'}`;
  writeFileSync(FILE, await format(text, { parser: 'markdown' }));
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('没有找到 Chromium；用 CHROME=/路径/chrome 指给它。');
const site = await serve(process.env['BASE'] === undefined ? {} : { base: process.env['BASE'] });
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const open = async (): Promise<Page> =>
    (
      await browser.newContext({
        viewport: { width: 360, height: 740 },
        serviceWorkers: 'block',
        locale: 'zh-CN',
      })
    ).newPage();
  const rows = await table(open, (path) => site.url + path);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const section = [
    '## Weight of a first visit',
    '',
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}. Brotli-11 KB of the bodies fetched until the network rests, phone, empty cache; "+" rows are what comes on top in the chapter ${CHAPTER} as it is scrolled.`,
    '',
    '| page | total | HTML + CSS | JS | other | requests |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
  await record(section);
  console.log(section);
} finally {
  await browser.close();
  await site.close();
}
