// A small static server for dist, used by `npm start`, `npm run preview` and the tests. It behaves as a plain web host does.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { PlainError, dist, isMain, normalizeBase, run, say } from './lib/project.mjs';

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  pdf: 'application/pdf',
  zip: 'application/zip',
};
// Everything else, Pagefind's .pagefind, .pf_fragment, .pf_index and .pf_meta included, is bytes.
const typeOf = (file) => types[path.extname(file).slice(1).toLowerCase()] ?? 'application/octet-stream';
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

const statFile = (file) => statSync(file, { throwIfNoEntry: false });

/** The path below the base, decoded and without tricks; undefined when it is malformed, outside the base or climbs out. */
function innerPath(pathname, base) {
  if (!pathname.startsWith(base)) return undefined;
  try {
    const inner = decodeURIComponent(pathname.slice(base.length));
    if (/[\0\\]/.test(inner) || inner.split('/').some((part) => part === '..' || part === '.'))
      return undefined;
    return inner.startsWith('/') || inner.includes('//') ? undefined : inner;
  } catch {
    return undefined;
  }
}

/** What to answer to a path: a file with a status, or the address to go to instead. */
function find(folder, pathname, base) {
  const inner = innerPath(pathname, base);
  const file = inner === undefined ? undefined : path.join(folder, inner);
  let stat;
  try {
    stat = file === undefined ? undefined : statFile(file);
  } catch {
    stat = undefined; // a name too long, or a file used as a folder
  }
  if (stat?.isDirectory()) {
    const index = path.join(file, 'index.html');
    if (statFile(index)?.isFile())
      return pathname.endsWith('/') ? { file: index, status: 200 } : { location: `${pathname}/` };
  } else if (stat?.isFile() && !pathname.endsWith('/')) {
    return { file, status: 200 };
  }
  return { file: path.join(folder, '404.html'), status: 404 };
}

/** The compressed copy beside a file that the browser can take, or the file itself. */
function chooseEncoding(file, accepted) {
  for (const [encoding, suffix] of encodings) {
    if (!new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted)) continue;
    if (statFile(file + suffix)?.isFile()) return { body: file + suffix, encoding };
  }
  return { body: file };
}

function answer(request, response, folder, base) {
  const plain = (status, text, headers = {}) => {
    response.writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-cache',
      ...headers,
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, '只能读取。\n', { Allow: 'GET, HEAD' });
  const [, pathname = '/', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(request.url ?? '/') ?? [];
  if (pathname === base.slice(0, -1)) return plain(301, '', { Location: base + query });
  const { file, status, location } = find(folder, pathname, base);
  if (location !== undefined) return plain(301, '', { Location: location + query });
  if (!statFile(file)?.isFile())
    return plain(404, base === '/' ? '没有这个页面。\n' : `没有这个页面。网站在 ${base} 下面。\n`);

  const { body, encoding } = chooseEncoding(file, String(request.headers['accept-encoding'] ?? ''));
  const { size, mtimeMs } = statSync(body);
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}${encoding ? `-${encoding}` : ''}"`;
  const headers = {
    'Content-Type': typeOf(file),
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ETag: etag,
    ...(encoding && { 'Content-Encoding': encoding }),
  };
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers);
    return response.end();
  }
  response.writeHead(status, { ...headers, 'Content-Length': size });
  if (request.method === 'HEAD') return response.end();
  return pipeline(createReadStream(body), response, () => {}); // a visitor who leaves half-way is no error
}

/**
 * Serves a folder until `close` is called.
 * @param {{ folder?: string, base?: string, port?: number, host?: string }} [options]
 *   `folder`: what to serve, dist unless told; `base`: the address it stands under; `port`: 0 takes any free one
 * @returns {Promise<{ url: string, origin: string, base: string, port: number, close: () => Promise<void> }>}
 *   `url` is the home page, `origin` has no slash at its end
 * @throws the error of `listen`, EADDRINUSE when the port is taken
 */
export async function serve({ folder = dist, base: wantedBase, port = 0, host = '127.0.0.1' } = {}) {
  const base = normalizeBase(wantedBase);
  const server = createServer(
    (request, response) => void answer(request, response, path.resolve(folder), base),
  );
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const used = server.address().port;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${used}`;
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: origin + base, origin, base, port: used, close };
}

/**
 * Serves on the given port, or on the first free one from 4321.
 * @param {{ folder?: string, base?: string, port?: string }} options `port` as typed by a person
 * @throws {PlainError} when the port is not a number or is taken
 */
export async function serveForPeople({ port, ...options }) {
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
    throw new PlainError(`端口要写 0 到 65535 的整数，现在写的是“${port}”。`);
  }
  for (let candidate = port === undefined ? 4321 : Number(port); ; candidate += 1) {
    try {
      return await serve({ ...options, port: candidate });
    } catch (error) {
      if (error.code === 'EADDRINUSE' && port === undefined && candidate < 4421) continue;
      if (error.code === 'EADDRINUSE')
        throw new PlainError(`端口 ${candidate} 已被占用。换一个：PORT=4400 npm start`);
      if (error.code === 'EACCES')
        throw new PlainError(`没有权限使用端口 ${candidate}。换一个 1024 以上的：PORT=4400 npm start`);
      throw error;
    }
  }
}

if (isMain(import.meta.url)) {
  await run(async () => {
    const folder = path.resolve(process.argv[2] ?? dist);
    if (!statFile(folder)?.isDirectory())
      throw new PlainError(`没有这个文件夹：${folder}\n先构建：npm run build`);
    const site = await serveForPeople({ folder, base: process.env.BASE, port: process.env.PORT });
    say(`${folder}\n${site.url}\n按 Ctrl+C 停止。`);
  });
}
