// What every command needs to know about this checkout. Plain JavaScript for Node 20: it runs before anything is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/[\\/]$/, '');
export const inRoot = (...parts) => path.join(root, ...parts);
export const dist = inRoot('dist');

/** The scripts of package.json, so that commands only run steps this checkout has. */
export const packageScripts = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).scripts ?? {};

/**
 * `sub`, `/sub`, `/sub/` → `/sub/`; nothing → `/`.
 * @param {string | undefined} base the address below which the site is served
 */
export function normalizeBase(base) {
  const inner = (base ?? '').trim().replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Says one thing on stderr, so that stdout keeps only what other programs read. */
export const say = (text = '') => void process.stderr.write(`${text}\n`);

/** Columns a text takes in a terminal: a Han character or full-width mark takes two. */
const columns = (text) =>
  [...text].reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );

/** Frames lines so that a notice is not lost among the output of other tools. */
export function framed(lines) {
  const width = Math.max(...lines.map(columns));
  const edge = '═'.repeat(width + 2);
  const body = lines.map((line) => `║ ${line}${' '.repeat(width - columns(line))} ║`);
  return [`╔${edge}╗`, ...body, `╚${edge}╝`].join('\n');
}

/** An error whose message is written for the person at the keyboard; commands print it without a stack. */
export class PlainError extends Error {}

/**
 * Runs a command's main function; a PlainError is printed as its message, anything else with its stack.
 * @param {() => Promise<unknown> | unknown} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    say(error instanceof PlainError ? framed(error.message.split('\n')) : (error?.stack ?? String(error)));
    process.exitCode = 1;
  }
}

/** True when the module is the command being run, false when it is imported. */
export const isMain = (moduleUrl) =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl);
