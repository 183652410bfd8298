// Brings node_modules in line with package-lock.json, and does nothing when it already is.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { runCommand } from './node.mjs';
import { PlainError, framed, inRoot, say } from './project.mjs';

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** Why an install is needed, in words for people; undefined when none is. */
export function whyInstall() {
  const lock = inRoot('package-lock.json');
  const installed = inRoot('node_modules', '.package-lock.json');
  // npm writes this file last, so an interrupted install has none.
  if (!existsSync(installed)) return '还没有安装依赖';
  if (!existsSync(lock) || statSync(lock).mtimeMs <= statSync(installed).mtimeMs) return undefined;
  // A checkout touches the lock without changing it, so the date alone would reinstall for nothing.
  const have = readPackages(installed);
  const differs = Object.entries(readPackages(lock)).some(
    ([name, wanted]) =>
      name !== '' && !(wanted.optional && have[name] === undefined) && have[name]?.version !== wanted.version,
  );
  return differs ? '依赖清单比已安装的新' : undefined;
}

/** npm as a child process: the one that started us if there is one, else the one on PATH. */
function npm(args) {
  const cli = process.env.npm_execpath;
  // npm's own Node, not the one in node_modules, which npm is about to replace.
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return runCommand(node, [cli, ...args]);
  return runCommand('npm', args, { shell: process.platform === 'win32' });
}

/**
 * Installs what the lock file names. Development packages are always included: the site is built with them.
 * @throws {PlainError} when neither `npm ci` nor `npm install` succeeds
 */
export async function ensureInstalled() {
  const reason = whyInstall();
  if (reason === undefined) return;
  say(`${reason}，正在安装（npm ci，大约半分钟）……`);
  const flags = ['--include=dev', '--include=optional'];
  if ((await npm(['ci', ...flags])) === 0) return;
  say(
    framed([
      'npm ci 没有成功，改用 npm install。',
      '装出来的版本可能与 package-lock.json 不完全一致。',
      '清单需要修时：npm install && npm run lock:fix',
    ]),
  );
  // --no-save: a fallback on one machine must not change what others install.
  if ((await npm(['install', '--no-save', ...flags])) !== 0) {
    throw new PlainError('依赖没有装上。上面是 npm 的报错；多半是网络或镜像的问题，连上网再运行一次。');
  }
}
