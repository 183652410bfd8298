import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A built page. */
export interface BuiltPage {
  file: string;
  /** below the site's base: /course/data/metrics/ */
  address: string;
  html: string;
}

export const readPages = (dist: string): BuiltPage[] =>
  globSync('**/*.html', { cwd: dist })
    .sort()
    .map((name) => ({
      file: join(dist, name),
      address: `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
      html: readFileSync(join(dist, name), 'utf8'),
    }));

export function writePages(pages: readonly BuiltPage[]): void {
  for (const { file, html } of pages) writeFileSync(file, html);
}
