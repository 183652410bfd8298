/**
 * `npm run published`: whether everything that was ever published is still there, in dist as it is built.
 * `npm run published -- --update` adds what is new; nothing is ever taken out.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe } from '../../records/problem.ts';
import { readOne, root } from '../../records/read.ts';
import { idsOf, LIST, MOVED, published, readList, updateList } from '../checks/published.ts';
import { readPages } from '../pages.ts';

const movedSchema = z.record(z.string().startsWith('/'), z.string().startsWith('/'));

export function checkPublished(dist: string): { problems: ReturnType<typeof published>; unlisted: string[] } {
  const pages = readPages(dist);
  const list = existsSync(join(root, LIST)) ? readFileSync(join(root, LIST), 'utf8') : '';
  const moved = existsSync(join(root, MOVED)) ? readOne(MOVED, movedSchema).data : {};
  const listed = new Set(readList(list).map(({ id }) => id));
  return {
    problems: published(pages, list, moved),
    unlisted: idsOf(pages).filter((id) => !listed.has(id)),
  };
}

function update(dist: string): void {
  const file = join(root, LIST);
  const before = existsSync(file)
    ? readFileSync(file, 'utf8')
    : '# 发布过的地址和锚点，只加不减：npm run published -- --update\n';
  writeFileSync(file, updateList(before, idsOf(readPages(dist))));
}

function main(args: readonly string[]): void {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html'))) {
    console.error('还没有构建过，先 npm run build');
    process.exitCode = 1;
    return;
  }
  const { problems, unlisted } = checkPublished(dist);
  for (const problem of problems) console.error(describe(problem));
  if (problems.length > 0) process.exitCode = 1;
  if (args.includes('--update')) {
    update(dist);
    console.log(`${LIST}：新登记 ${unlisted.length} 个`);
  } else if (unlisted.length > 0) {
    console.log(
      `${unlisted.length} 个还没登记，发布前运行 npm run published -- --update，例如 ${unlisted.slice(0, 3).join('、')}`,
    );
  } else if (problems.length === 0) console.log('发布过的地址和锚点都在。');
}

if (import.meta.main) main(process.argv.slice(2));
