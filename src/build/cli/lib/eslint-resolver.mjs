// Tells eslint-plugin-boundaries which file an import means: relative paths and the `#…` names of package.json.
import { statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { inRoot, root } from './project.mjs';
import { readFileSync } from 'node:fs';

const { imports = {} } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** `#logic/number.ts` → the path it stands for; undefined when package.json has no such name. */
function expand(name) {
  if (typeof imports[name] === 'string') return path.join(root, imports[name]);
  const star = Object.keys(imports)
    .filter((key) => key.endsWith('*') && name.startsWith(key.slice(0, -1)))
    .sort((a, b) => b.length - a.length)[0];
  return star && path.join(root, imports[star].replace('*', name.slice(star.length - 1)));
}

export const interfaceVersion = 2;

/** @param {string} source what stands in the import @param {string} file the importing file */
export function resolve(source, file) {
  if (isBuiltin(source)) return { found: true, path: null };
  const name = source.replace(/\?.*$/, ''); // Vite's ?raw and ?url
  const target = name.startsWith('#')
    ? expand(name)
    : /^\.{1,2}(\/|$)/.test(name)
      ? path.resolve(path.dirname(file), name)
      : undefined;
  // Packages are left unresolved: the plugin then takes them by name as external, which is all the rules need.
  return target !== undefined && statSync(target, { throwIfNoEntry: false })?.isFile()
    ? { found: true, path: target }
    : { found: false };
}
