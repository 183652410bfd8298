import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe as group, expect, test } from 'vitest';
import { describe } from '../../src/records/problem.ts';
import { checkPublished } from '../../src/build/cli/published.ts';
import { idsOf, LIST, published, readList, updateList } from '../../src/build/checks/published.ts';
import { root } from '../../src/records/read.ts';
import type { BuiltPage } from '../../src/build/pages.ts';
import { dist } from './site.ts';

test('everything ever published is still there', () => {
  const { problems } = checkPublished(dist);
  expect(problems.map(describe)).toEqual([]);
});

test('the list guards every kind of thing people link to', () => {
  const listed = readList(readFileSync(path.join(root, LIST), 'utf8')).map(({ id }) => id);
  const kinds = [
    /^\/course\/[^/]+\/[^/]+\/#/,
    /^\/tools\/[^/]+\/$/,
    /^\/playbook\/scripts\/#/,
    /^\/playbook\/checklists\/[^/]+\/#/,
    /^\/playbook\/roles\/[^/]+\/#/,
    /^\/practice\/[^/]+\/[^/]+\/#/,
    /^\/glossary\/#/,
  ];
  for (const kind of kinds)
    expect(
      listed.filter((id) => kind.test(id)),
      String(kind),
    ).not.toEqual([]);
  expect(listed).toEqual([...new Set(listed)].sort());
});

group('the check', () => {
  const page = (address: string, html: string): BuiltPage => ({ file: '', address, html });
  const site = [
    page(
      '/course/a/b/',
      '<h2 class="x" id="一节">一节</h2><h3 id="小节"></h3><li class="q" id="q1"></li><h4 id="no"></h4>',
    ),
    page('/practice/a/b/', '<ol><li data-hk="0" class="q" id="q1"></li></ol>'),
    page('/playbook/scripts/', '<article class="script" id="pilling"></article>'),
    page('/glossary/', '<div id="a&amp;b" class="term-entry"></div><div id="box"></div>'),
    page('/404.html', '<h2 id="gone"></h2>'),
  ];

  test('knows pages, headings, questions, scripts and terms', () => {
    expect(idsOf(site)).toEqual([
      '/course/a/b/',
      '/course/a/b/#一节',
      '/course/a/b/#小节',
      '/glossary/',
      '/glossary/#a&b',
      '/playbook/scripts/',
      '/playbook/scripts/#pilling',
      '/practice/a/b/',
      '/practice/a/b/#q1',
    ]);
  });

  const check = (list: string, moved: Record<string, string> = {}): string[] =>
    published(site, list, moved).map(({ file, line }) => `${file}:${line}`);

  test('names what vanished with its line, and how to mend it', () => {
    const [problem] = published(site, '# 说明\n/course/a/b/\n/course/a/b/#旧名\n', {});
    expect(problem).toMatchObject({ line: 3, rule: 'published' });
    expect(problem?.message).toContain('/course/a/b/#旧名');
    expect(problem?.fix).toContain('content/moved.yaml');
  });

  test('an anchor with an alias is kept, over several moves, but not to nowhere', () => {
    const list = '/course/a/b/#旧名';
    expect(check(list, { '/course/a/b/#旧名': '/course/a/b/#一节' })).toEqual([]);
    expect(check(list, { '/course/a/b/#旧名': '/x/#y', '/x/#y': '/course/a/b/#一节' })).toEqual([]);
    expect(check(list, { '/course/a/b/#旧名': '/course/a/b/#没有' })).toHaveLength(2);
    expect(
      check(list, { '/course/a/b/#旧名': '/x/#y', '/x/#y': '/course/a/b/#旧名' }).length,
    ).toBeGreaterThan(0);
  });

  test('a moved page takes its anchors along, and must answer at its old address', () => {
    const moved = { '/course/old/': '/course/a/b/' };
    expect(check('/course/old/#一节', moved)).toEqual([]);
    expect(check('/course/old/', moved)).toEqual(['content/published.txt:1']);
    const answering = [
      ...site,
      page('/course/old/', '<meta http-equiv="refresh" content="0;url=/course/a/b/">'),
    ];
    expect(published(answering, '/course/old/\n/course/old/#一节', moved)).toEqual([]);
  });

  test('updating adds, sorts, keeps remarks and takes nothing out', () => {
    const text = updateList('# 说明\n/b/\n/gone/#x\n', ['/a/', '/b/']);
    expect(text).toBe('# 说明\n/a/\n/b/\n/gone/#x\n');
    expect(updateList(text, [])).toBe(text);
    expect(readList(text).map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});
