// npm start: from a fresh clone to a site in the browser. Runs on Node 20 with nothing installed.
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { PlainError, run } from './lib/project.mjs';
import { ensureBuilt } from './lib/site.mjs';
import { serveForPeople } from './serve.mjs';

const usage = `用法：npm start [-- 选项]
  --build                  不管新旧，先重新构建
  --stop-after <秒>        过这么多秒自己停下
环境变量：PORT 端口（不写就从 4321 起找空着的），BASE 网站所在的路径，如 /kaidian/`;

function options() {
  try {
    return parseArgs({
      options: { build: { type: 'boolean' }, 'stop-after': { type: 'string' }, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new PlainError(`${error.message}\n${usage}`);
  }
}

await run(async () => {
  const { build: force, 'stop-after': stopAfter, help } = options();
  if (help) return console.log(usage);
  const seconds = stopAfter === undefined ? undefined : Number(stopAfter);
  if (seconds !== undefined && !(seconds >= 0))
    throw new PlainError(`--stop-after 后面写秒数，现在写的是“${stopAfter}”。`);

  await ensureInstalled();
  await ensureBuilt({ force });
  const site = await serveForPeople({ base: process.env.BASE, port: process.env.PORT });
  console.log(`\n开店有数：${site.url}\n按 Ctrl+C 停止。`);
  if (seconds !== undefined) setTimeout(() => void site.close(), seconds * 1000);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void site.close());
});
