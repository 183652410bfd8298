import { z } from 'astro/zod';
import { daySchema, factIdSchema, idSchema, roleIdSchema, textSchema } from './shared.ts';

/** Front matter of a chapter, beyond Starlight's own `title` and `description` (the one-sentence gist under the seal). */
export const chapterSchema = z.object({
  minutes: z.int().min(3).max(30).optional().describe('读完大约几分钟'),
  objectives: z
    .array(textSchema)
    .length(3, '学完你能：正好写三条，每条以动词开头')
    .optional()
    .describe('学完你能：三条，动词开头'),
  teaches: z
    .record(factIdSchema, textSchema)
    .optional()
    .describe('知识点 → 讲它的小节标题（与正文标题一字不差）'),
  roles: z.array(roleIdSchema).optional().describe('哪些岗位该读'),
  aliases: z.array(textSchema).default([]).describe('旧称、缩写、俗称、口语问法里的词，给搜索用'),
  terms: z.array(idSchema).default([]).describe('延伸：相关术语'),
  scripts: z.array(idSchema).default([]).describe('延伸：相关话术'),
  checklists: z.array(idSchema).default([]).describe('延伸：相关检查表'),
  tools: z.array(idSchema).default([]).describe('延伸：相关工具'),
  updated: daySchema.optional().describe('最近改动的日期'),
  reviewed: daySchema.optional().describe('最近核对的日期'),
  sources: z.array(textSchema).optional().describe('来源：法条、平台公告或“教学团队编写”'),
});
export type Chapter = z.output<typeof chapterSchema>;
