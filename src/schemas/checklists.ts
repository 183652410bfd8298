import { z } from 'astro/zod';
import { chapterIdSchema, factIdSchema, idSchema, roleIdSchema, textSchema } from './shared.ts';

/** content/checklists/<id>.yaml: a template; running one makes a dated copy pinned to its version. */
export const checklistSchema = z.strictObject({
  title: textSchema.describe('检查表的名字'),
  gist: textSchema.describe('一句话：什么时候用、能防住什么'),
  version: z.int().min(1).describe('改了条目就加一；跑到一半的不受影响'),
  rhythm: z.enum(['daily', 'weekly', 'monthly', 'per-task']).describe('每日、每周、每月、每次任务'),
  scored: z.boolean().default(false).describe('是否按权重打分'),
  roles: z.array(roleIdSchema).default([]).describe('哪些岗位用'),
  minutes: z.int().min(1).describe('跑一遍大约几分钟'),
  chapters: z.array(chapterIdSchema).default([]).describe('讲它的章'),
  sections: z
    .array(
      z.strictObject({
        title: textSchema.describe('小节，如 上午'),
        items: z
          .array(
            z.strictObject({
              id: idSchema.describe('条目锚点，发布后不改'),
              text: textSchema.describe('做什么，动词开头，一看就知道做没做完'),
              must: z.boolean().default(false).describe('必做：没勾时完成前会点名'),
              weight: z.int().min(1).max(20).optional().describe('打分的检查表才写：权重'),
              value: z
                .strictObject({ label: textSchema, unit: z.enum(['count', 'money', 'percent', 'number']) })
                .optional()
                .describe('要记下的数'),
              tool: idSchema.optional().describe('要打开的工具'),
              chapter: chapterIdSchema.optional().describe('没做好时看哪一章'),
              hint: textSchema.optional().describe('怎么做、做到什么程度'),
              facts: z.array(factIdSchema).default([]).describe('对应的知识点'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type Checklist = z.output<typeof checklistSchema> & { id: string };
