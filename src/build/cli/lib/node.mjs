// Astro and Vitest need a newer Node than many machines have. The lock file brings one for Linux and Windows.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PlainError, inRoot, root } from './project.mjs';

const needed = [22, 12];

/** @param {string} version such as `v22.12.0` */
export function isEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

/** The Node that `npm ci` put into node_modules, if there is one for this platform. */
function bundledNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = inRoot(
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(file)) return undefined;
  // Asked rather than trusted: on Alpine the file is there but cannot start.
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 && isEnough(answer.stdout.trim()) ? file : undefined;
}

let found;
/**
 * A Node that can build: the bundled one, else the current one.
 * @returns {string} path of the executable
 * @throws {PlainError} when neither is new enough
 */
export function findNode() {
  found ??= bundledNode() ?? (isEnough(process.version) ? process.execPath : undefined);
  if (found === undefined) throw new PlainError(advice());
  return found;
}

function advice() {
  const have = `现在用的是 Node ${process.version}，构建需要 Node ${needed.join('.')} 或更新的版本。`;
  if (process.platform === 'darwin') {
    return `${have}\nmacOS 上不随项目附带 Node，请先安装：brew install node@24\n或到 https://nodejs.org/zh-cn/download 下载安装包，再运行一次 npm start。`;
  }
  return `${have}\nnode_modules 里没有能在这台机器上运行的 Node（${process.platform}-${process.arch}）。\n请到 https://nodejs.org/zh-cn/download 安装新版本，再运行一次。`;
}

/** Environment in which child processes find that Node and the project's commands first. */
export function nodeEnvironment(node, extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [path.dirname(node), inRoot('node_modules', '.bin'), process.env[key] ?? ''];
  return { ...process.env, [key]: folders.join(path.delimiter), ...extra };
}

/**
 * Runs a script in the building Node, its output shown as it comes.
 * @param {string[]} args script and arguments
 * @param {NodeJS.ProcessEnv} [extra] added environment
 * @returns {Promise<number>} exit code; 1 when it was killed
 */
export function runNode(args, extra) {
  const node = findNode();
  return runCommand(node, args, { env: nodeEnvironment(node, extra) });
}

/** @returns {Promise<number>} exit code; 1 when it was killed, 127 when it could not start */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
