// Runs Vitest projects and counts what they did.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNode } from './node.mjs';
import { inRoot, root } from './project.mjs';

/** Which project a folder below test/ belongs to; test/vitest.config.ts is built from the same table. */
export const folders = {
  unit: ['unit', 'fixed'],
  content: ['content'],
  dom: ['islands', 'device'],
  ssr: ['islands'],
  dist: ['build'],
  e2e: ['e2e', 'a11y', 'search'],
};
export const projects = Object.keys(folders);

/** @param {string} file path of a test file */
export function projectOf(file) {
  if (/\.ssr\.test\.tsx?$/.test(file)) return 'ssr';
  const [, folder] = path.relative(root, path.resolve(root, file)).split(path.sep);
  return projects.find((name) => name !== 'ssr' && folders[name].includes(folder));
}

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {Set<string>} ran projects in which a test ran or could not be loaded
 * @property {boolean} [unexplained] the run ended badly although no test failed
 */
/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, ran: new Set() });

function count(report) {
  const counts = noCounts();
  for (const file of report.testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    const of = (...wanted) => statuses.filter((status) => wanted.includes(status)).length;
    counts.passed += of('passed');
    counts.failed += of('failed');
    counts.skipped += statuses.length - of('passed', 'failed');
    // A file that could not be loaded has failed without a failed test in it.
    if (file.status === 'failed' && of('failed') === 0) counts.failed += 1;
    if (of('passed', 'failed') > 0 || file.status === 'failed') counts.ran.add(projectOf(file.name));
  }
  return counts;
}

/**
 * @param {string[]} names projects to run
 * @param {string[]} args handed on to Vitest
 * @param {NodeJS.ProcessEnv} [env] added environment
 * @returns {Promise<Counts>} a run that ended badly has at least one failure, whatever its report says
 */
export async function runVitest(names, args, env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitest-'));
  const output = path.join(folder, 'report.json');
  try {
    const code = await runNode(
      [
        inRoot('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        `--config=${inRoot('test', 'vitest.config.ts')}`,
        ...names.map((name) => `--project=${name}`),
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${output}`,
        ...args,
      ],
      env,
    );
    let counts;
    try {
      counts = count(JSON.parse(readFileSync(output, 'utf8')));
    } catch {
      return { ...noCounts(), failed: 1, ran: new Set(names), unexplained: true }; // it ended before it could report
    }
    // A threshold missed, or an error outside any test.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1, unexplained: true } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
