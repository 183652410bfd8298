import { z } from 'astro/zod';
import { factIdSchema, textSchema } from './shared.ts';

export const factKinds = ['概念', '公式', '流程', '规则', '经验值', '职责', '话术'] as const;

/** content/syllabus/<part>.yaml: everything the course must teach, one 知识点 a record. */
export const syllabusSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: factIdSchema,
      statement: textSchema.describe('一句话，用我们自己的话'),
      kind: z.enum(factKinds).describe('概念、公式、流程、规则、经验值、职责、话术'),
      group: z
        .string()
        .regex(/^C\d{2}$/)
        .describe('内容分组，C01–C23'),
      also: z.array(factIdSchema).optional().describe('合并进来的近似知识点'),
      correction: z
        .array(z.string().regex(/^D\d{2}$/))
        .optional()
        .describe('讲之前必须先改正的地方'),
    }),
  ),
});
export type Fact = z.output<typeof syllabusSchema>['facts'][number];
