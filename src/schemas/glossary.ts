import { z } from 'astro/zod';
import { chapterIdSchema, factIdSchema, idSchema, textSchema } from './shared.ts';

/** content/glossary/<letter>.yaml: terms by the first letter of their pinyin or abbreviation. */
export const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: idSchema.describe('锚点：/glossary/#id'),
      name: textSchema.describe('全书统一的叫法'),
      abbreviations: z.array(textSchema).default([]).describe('英文或缩写，如 UV、CVR'),
      synonyms: z.array(textSchema).default([]).describe('同义说法、口语'),
      former: z.array(textSchema).default([]).describe('旧称和常见误写'),
      definition: textSchema.describe('一句人话，说得清分子分母和时间窗'),
      example: textSchema.optional().describe('一个小例子'),
      formula: z
        .strictObject({ tool: idSchema, result: z.string() })
        .optional()
        .describe('公式：取自哪个工具的哪个结果，不另写一遍'),
      differs: textSchema.optional().describe('各平台口径有何不同'),
      related: z.array(idSchema).default([]).describe('相关术语'),
      chapters: z.array(chapterIdSchema).default([]).describe('讲它的章'),
      facts: z.array(factIdSchema).default([]).describe('对应的知识点'),
    }),
  ),
});
export type Term = z.output<typeof glossarySchema>['terms'][number];
