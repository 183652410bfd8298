// npm run build: generates, builds, and records the success, so that `npm start` and `npm test` need not build again.
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/project.mjs';
import { build } from './lib/site.mjs';

await run(async () => {
  await ensureInstalled();
  await build(process.argv.slice(2));
});
