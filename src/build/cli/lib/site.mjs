// Builds dist when it is missing or older than what it is made from.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from './node.mjs';
import { PlainError, dist, inRoot, normalizeBase, packageScripts, say } from './project.mjs';

const sources = [
  'content',
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
// Written after a build that succeeded, removed before one: a build that failed half-way leaves pages but no stamp.
const stampFile = inRoot('node_modules', '.cache', 'site', 'build.json');

/** Latest change below a file or folder, in milliseconds; 0 when it is not there. Folders count: a removed file changes one. */
function newest(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(path.join(file, name))),
    stat.mtimeMs,
  );
}

/** What a build depends on besides files. */
const settings = () => ({ base: normalizeBase(process.env.BASE), site: process.env.SITE ?? '' });

/** Why a build is needed, in words for people; undefined when dist is up to date. */
export function whyBuild() {
  const home = statSync(path.join(dist, 'index.html'), { throwIfNoEntry: false });
  if (home === undefined) return '还没有构建过';
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return '没有找到上次构建成功的记录';
  }
  const { base, site } = settings();
  if (stamp.base !== base || stamp.site !== site) return `网址设置变了（BASE=${base}）`;
  if (home.mtimeMs > stamp.finished) return 'dist 在上次记录之后被改动过';
  if (sources.some((name) => newest(inRoot(name)) > stamp.started)) return '内容或代码有改动';
  return undefined;
}

/**
 * Generates and builds, and records that it succeeded.
 * @throws {PlainError} when a step fails; its own output says why
 */
export async function build(args = []) {
  rmSync(stampFile, { force: true });
  await generate();
  const started = Date.now();
  if ((await runNode([inRoot('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', ...args])) !== 0) {
    throw new PlainError('构建没有成功。上面写着是哪个文件、哪一行、该怎么改；改好再运行一次。');
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ ...settings(), started, finished: Date.now() }));
}

/** Runs `generate` if this checkout has it. @throws {PlainError} when it fails */
export async function generate() {
  const [, script] = /^node (\S+)$/.exec(packageScripts().generate ?? '') ?? [];
  if (script === undefined || !existsSync(inRoot(script))) return;
  if ((await runNode([inRoot(script)])) !== 0)
    throw new PlainError('npm run generate 没有成功，原因见上面的输出。');
}

/** @param {{ force?: boolean }} [options] */
export async function ensureBuilt({ force = false } = {}) {
  const reason = force ? '按要求重新构建' : whyBuild();
  if (reason === undefined) return;
  say(`${reason}，正在构建网站……`);
  await build();
}
