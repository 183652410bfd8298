import { createHash } from 'node:crypto';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const DATA_TYPES = /\stype\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/template)/i;

/** Hashes of the inline scripts or styles a page really has, each once. */
const hashesOf = (html: string, tag: 'script' | 'style'): string[] => [
  ...new Set(
    [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'gi'))]
      .filter(([, attributes = '']) => !/\ssrc\s*=/.test(attributes) && !DATA_TYPES.test(attributes))
      .map(([, , body = '']) => hash(body)),
  ),
];

/**
 * Puts a strict Content-Security-Policy first in the head. Scripts and style elements run only from our own files or
 * by hash; style attributes are allowed, since Starlight and charts set custom properties in them.
 * @throws Error when the page has no head
 */
export function addPolicy(html: string): string {
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'wasm-unsafe-eval' ${hashesOf(html, 'script').join(' ')}`.trim(),
    `style-src-elem 'self' ${hashesOf(html, 'style').join(' ')}`.trim(),
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
  ].join('; ');
  const done = html.replace(
    /<head\b[^>]*>(?:\s*<meta charset[^>]*>)?/i,
    (head) => `${head}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
  if (done === html) throw new Error('这一页没有 <head>，加不上安全策略');
  return done;
}
