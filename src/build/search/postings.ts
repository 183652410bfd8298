import { encode, type Posting, shardOf, writeShard } from '../../logic/search/index.ts';
import type { TokenFields } from './fields.ts';

/** raw size of a shard: some 4 KB once compressed, so that a long sentence costs some 40 KB */
const SHARD = 9_000;

/** The whole index as the texts of its shards; the same records give the same texts. */
export function shardsOf(records: readonly TokenFields[]): string[] {
  const postings = new Map<string, Posting[]>();
  records.forEach((fields, record) => {
    for (const [token, field] of fields) {
      const list = postings.get(token) ?? [];
      list.push({ record, ...field });
      postings.set(token, list);
    }
  });
  const lines = [...postings]
    .map(([token, list]): [string, string] => [token, encode(list)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const size = lines.reduce((sum, [token, text]) => sum + 3 * token.length + text.length, 0);
  const shards = Math.max(1, Math.ceil(size / SHARD));
  const parts: [string, string][][] = Array.from({ length: shards }, () => []);
  for (const line of lines) parts[shardOf(line[0], shards)]?.push(line);
  return parts.map(writeShard);
}
