import { z } from 'astro/zod';
import { textSchema } from './shared.ts';

/** What a result is, as its label says; also the order of the filters. */
export const searchKinds = ['章节', '工具', '话术', '检查表', '岗位', '路径', '术语', '题', '页面'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** content/search.yaml: what the search knows of words beyond the glossary. */
export const searchSchema = z.strictObject({
  stops: z.array(textSchema).describe('问句里不指任何事物的词'),
  says: z
    .array(
      z.strictObject({
        say: z.array(textSchema).min(1).describe('嘴上的说法，几种都写'),
        mean: z.array(textSchema).min(1).max(4).describe('课里的说法，也按它们找一遍'),
      }),
    )
    .describe('口语 → 课里的说法'),
  typos: z.record(textSchema, textSchema).describe('别字、错读 → 正确的写法'),
  intents: z.partialRecord(z.enum(searchKinds), z.array(textSchema).min(1)).describe('种类 → 会带出它的问法'),
  popular: z
    .array(
      z
        .string()
        .regex(/^\/(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/, '写站内地址，如 /tools/roas/ 或 /glossary/#ctr'),
    )
    .describe('还没输入时给的去处'),
});
export type SearchWords = z.output<typeof searchSchema>;
