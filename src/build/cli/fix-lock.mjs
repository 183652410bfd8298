// npm run lock:fix: repairs package-lock.json after an `npm install` that changed it. Runs on Node 20 with nothing installed.
//
// npm leaves optional packages it cannot find for other platforms out of the lock and then refuses the lock in `npm ci`
// (npm/cli#9846). Each one gets an inert entry: enough for `npm ci`, filtered out by os and cpu when installing.
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot, isMain, run, say } from './lib/project.mjs';

const platforms =
  /(?:^|[-/])(android|darwin|linux|win32|windows|freebsd|openbsd|netbsd|sunos|aix|openharmony)(?:$|[-/])/;
const processors = /(?:^|[-/])(arm64|x64|arm|ia32|riscv64|ppc64|s390x|loong64)(?:$|[-/])/;

/** Which machines a package is for, read from its name; what names no system is WebAssembly in these families. */
function platformOf(name) {
  const os = platforms.exec(name)?.[1];
  if (os === undefined) return { cpu: ['wasm32'] };
  const cpu = processors.exec(name)?.[1];
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined;
  return { ...(cpu && { cpu: [cpu] }), os: [os === 'windows' ? 'win32' : os], ...(libc && { libc: [libc] }) };
}

/** The entry that the package at `from` gets for `name`: there or in the nearest folder above, as Node looks it up. */
function lookUp(packages, from, name) {
  for (let folder = from; ;) {
    const entry = packages[placeOf(folder, name)];
    if (entry !== undefined || folder === '') return entry;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above === -1 ? '' : folder.slice(0, above);
  }
}

const placeOf = (folder, name) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;

/**
 * Repairs a lock in place; running it again changes nothing.
 * @param {{ packages: Record<string, any> }} lock
 * @returns {{ added: string[], stripped: number }} entries added and registry addresses removed
 */
export function fixLock(lock) {
  const { packages } = lock;
  const added = [];
  let stripped = 0;
  for (const [place, entry] of Object.entries({ ...packages })) {
    if (/^https?:/.test(entry.resolved ?? '')) {
      delete entry.resolved; // everyone installs from their own registry; integrity still proves the content
      stripped += 1;
    }
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version)) continue;
      const locked = lookUp(packages, place, name);
      if (locked?.version === version) continue;
      // At the top if nothing stands there, beside its owner if another version does.
      packages[placeOf(locked === undefined ? '' : place, name)] = {
        version,
        ...platformOf(name),
        ...(entry.dev && { dev: true }),
        optional: true,
      };
      added.push(`${name}@${version}`);
    }
  }
  // npm writes them sorted; sorting here keeps its next write from moving them about.
  if (added.length > 0)
    lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { added, stripped };
}

function main() {
  const file = process.argv[2] ?? inRoot('package-lock.json');
  const text = readFileSync(file, 'utf8');
  const lock = JSON.parse(text);
  const { added, stripped } = fixLock(lock);
  const fixed = `${JSON.stringify(lock, null, 2)}\n`;
  if (fixed !== text) writeFileSync(file, fixed);
  say(
    `补上 ${added.length} 个其他平台的占位，去掉 ${stripped} 个下载地址${fixed === text ? '，清单本来就是好的。' : '。'}`,
  );
  for (const entry of added) say(`  ${entry}`);
}

if (isMain(import.meta.url)) await run(main);
