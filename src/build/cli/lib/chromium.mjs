// Finds the browser that the end-to-end tests drive; on a bare Debian or Ubuntu it can install one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './node.mjs';
import { say } from './project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function candidates() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const homes = [
      process.env.ProgramFiles,
      process.env['ProgramFiles(x86)'],
      process.env.LOCALAPPDATA,
    ].filter(Boolean);
    const apps = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return apps.flatMap((app) => homes.map((home) => path.win32.join(home, app)));
  }
  return names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]);
}

/** On Linux a `chromium` may be a stub that only tells people to install a snap, so it is asked for its version. */
const starts = (file) =>
  process.platform !== 'linux' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

/**
 * The executable of an installed Chromium, Chrome or Edge; `CHROME` overrides the search.
 * @returns {string | undefined}
 */
export function findChromium() {
  const wanted = process.env.CHROME;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return candidates().find((file) => existsSync(file) && starts(file));
}

/**
 * Finds a browser, and as root on a system with apt installs one when there is none.
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const found = findChromium();
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (found !== undefined || process.env.CHROME || !mayInstall) return found;
  say('没有找到浏览器，正在用 apt-get 安装 chromium 和中文字体……');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    // Its output goes to stderr: the last line of stdout belongs to the test result.
    if ((await runCommand('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] })) !== 0) break;
  }
  return findChromium();
}
