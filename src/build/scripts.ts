import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts of the browsers' scripts by file name. */
export const readScripts = (dist: string): ReadonlyMap<string, string> =>
  new Map(
    globSync('_astro/**/*.js', { cwd: dist }).map((file) => [
      file.replace(/^.*[\\/]/, ''),
      readFileSync(join(dist, file), 'utf8'),
    ]),
  );

/** These scripts and all they bring along; `next` gives the names that stand in a script. */
export function reach(
  scripts: ReadonlyMap<string, string>,
  names: readonly string[],
  next: (text: string) => readonly string[],
): string[] {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const text = scripts.get(name);
    if (text === undefined || reached.has(name)) return;
    reached.add(name);
    next(text).forEach(visit);
  };
  names.forEach(visit);
  return [...reached];
}
