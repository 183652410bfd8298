import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { pages } from './site.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Directive → its sources. */
const read = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );

/** Tags with their attributes and what stands between, read off the text itself: the hashes are of exactly that. */
const tags = (html: string, tag: string): { attributes: string; body: string }[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'gi'))].map(
    ([, attributes = '', body = '']) => ({ attributes, body }),
  );
const META = /<meta http-equiv="content-security-policy" content="([^"]*)">/gi;

describe.each(pages)('$address', ({ html }) => {
  const metas = [...html.matchAll(META)];
  const policy = read(metas[0]?.[1] ?? '');

  test('states one policy before anything it should hold for', () => {
    expect(metas).toHaveLength(1);
    expect(html).toMatch(
      /<head[^>]*>\s*(?:<meta charset="utf-8"\s*\/?>)?\s*<meta http-equiv="content-security-policy"/i,
    );
  });

  test('lets nothing in from elsewhere and nothing inline that is not ours', () => {
    for (const directive of [
      'default-src',
      'connect-src',
      'worker-src',
      'manifest-src',
      'base-uri',
      'form-action',
    ])
      expect(policy.get(directive), directive).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    const sources = [...policy].flatMap(([name, list]) => list.map((source) => `${name} ${source}`));
    expect(sources.filter((source) => /https?:|\*| 'unsafe-eval'/.test(source))).toEqual([]);
    expect(sources.filter((source) => source.includes('unsafe-inline'))).toEqual([
      "style-src-attr 'unsafe-inline'",
    ]);
  });

  test('has the hash of every inline script and style it holds, and of no other', () => {
    const inline = (tag: string): string[] =>
      tags(html, tag)
        .filter(({ attributes }) => !/\bsrc=|json/.test(attributes))
        .map(({ body }) => hash(body));
    const allowed = (directive: string): string[] =>
      (policy.get(directive) ?? []).filter((source) => source.startsWith("'sha"));
    expect(allowed('script-src').sort()).toEqual([...new Set(inline('script'))].sort());
    expect(allowed('style-src-elem').sort()).toEqual([...new Set(inline('style'))].sort());
  });

  test('has no handler in an attribute and no address that is code', () => {
    const bare = ['script', 'style'].reduce(
      (text, tag) => text.replace(new RegExp(`<${tag}\\b[\\s\\S]*?</${tag}>`, 'gi'), ''),
      html,
    );
    expect(
      bare.match(/<[a-z][^>]*\s(?:on[a-z]+\s*=|(?:href|src|action)\s*=\s*["']?\s*javascript:)/gi),
    ).toBeNull();
  });
});
