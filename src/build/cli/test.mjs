// npm test: everything, from a fresh clone, ending in one line of counts. Runs on Node 20 with nothing installed.
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { PlainError, framed, run, say } from './lib/project.mjs';
import { ensureBuilt, generate } from './lib/site.mjs';
import { noCounts, projectOf, projects, runVitest } from './lib/vitest.mjs';

const usage = `用法：npm test [-- 测试组……] [文件……] [Vitest 的选项]
测试组：${projects.join(' ')}，不写就全跑；dist 和 e2e 会先构建网站
例：npm test -- unit    npm test -- test/unit/number    npm test -- unit --coverage`;

/** What to run: named groups, else the groups of the named files, else everything. */
function plan(args) {
  const named = args.filter((arg) => projects.includes(arg));
  const rest = args.filter((arg) => !projects.includes(arg));
  const files = rest.filter((arg) => !arg.startsWith('-'));
  const ofFiles = projects.filter((name) =>
    files.some((file) => projectOf(file) === name || (name === 'ssr' && projectOf(file) === 'dom')),
  );
  const wanted = named.length > 0 ? named : ofFiles.length > 0 ? ofFiles : projects;
  return {
    wanted: new Set(wanted),
    rest,
    narrowed: rest.some((arg) => !arg.startsWith('-') || /^-(-testNamePattern|t)\b/.test(arg)),
  };
}

const total = noCounts();
const notices = [];

function fail(...lines) {
  total.failed += 1;
  notices.push(...lines);
}

async function stage(names, args, env) {
  const counts = await runVitest(names, args, env);
  for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
  for (const name of counts.ran) total.ran.add(name);
  if (counts.unexplained) {
    notices.push(`${names.join('、')}：没有哪条测试失败，但运行没有正常结束，算一次失败；原因见上面的输出。`);
  }
}

/** Coverage belongs to the unit tests; measured over a browser run it would say nothing. */
const withoutCoverage = (args) => args.filter((arg) => !arg.startsWith('--coverage'));

async function browserStage(args) {
  const chrome = await ensureChromium();
  if (chrome !== undefined) return stage(['e2e'], args, { CHROME: chrome });
  total.ran.add('e2e'); // that it did not run is told here, not as an empty group
  const missing = process.env.CHROME
    ? `CHROME 指的文件不存在：${process.env.CHROME}`
    : '没有找到 Chromium、Chrome 或 Edge。';
  if (process.env.REQUIRE_ALL === '1') {
    return fail(missing, '要求全跑（REQUIRE_ALL=1），所以算一次失败：e2e（含 a11y、search）没有跑。');
  }
  notices.push(
    missing,
    '没有跑的测试组：e2e（含 a11y、search 和要浏览器的预算）。',
    '装一个浏览器，或用 CHROME=/路径/chrome npm test 指给它。',
  );
  return stage(['e2e'], args); // each file skips itself, so that the skipped ones are counted
}

async function testAll(wanted, rest) {
  await ensureInstalled();
  await generate();
  const quick = ['unit', 'content', 'dom', 'ssr'].filter((name) => wanted.has(name));
  if (quick.length > 0) await stage(quick, rest);
  if (!wanted.has('dist') && !wanted.has('e2e')) return;
  await ensureBuilt();
  if (wanted.has('dist')) await stage(['dist'], withoutCoverage(rest));
  if (wanted.has('e2e')) await browserStage(withoutCoverage(rest));
}

await run(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return console.log(usage);
  const { wanted, rest, narrowed } = plan(args);
  try {
    await testAll(wanted, rest);
    const idle = [...wanted].filter((name) => !total.ran.has(name));
    if (!narrowed && idle.length > 0)
      fail(`没有跑到任何测试的组：${idle.join('、')}。一个组里一条测试都没跑，按失败算。`);
    if (narrowed && total.passed + total.failed + total.skipped === 0) fail('没有测试符合这些条件。');
  } catch (error) {
    fail(...(error instanceof PlainError ? error.message.split('\n') : [error.stack]), '后面的测试没有跑。');
  }
  if (notices.length > 0) say(`\n${framed(notices)}\n`);
  const { passed, failed, skipped } = total;
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
});
