import { z } from 'astro/zod';
import { factIdSchema, idSchema, textSchema } from './shared.ts';

/** content/roles/<id>.yaml: one role card with its day. The file name is the address /playbook/roles/<id>/. */
export const roleSchema = z.strictObject({
  title: textSchema.describe('岗位名'),
  path: z
    .enum(['assistant', 'service', 'promotion', 'design', 'manager'])
    .optional()
    .describe('对应的学习路径'),
  mission: textSchema.describe('一句话：这个岗位对什么结果负责'),
  duties: z.array(textSchema).min(3).describe('职责'),
  day: z
    .array(
      z.strictObject({
        time: z
          .string()
          .regex(/^\d{2}:\d{2}$/)
          .describe('几点开始，如 09:30'),
        minutes: z.int().min(5).describe('多久'),
        text: textSchema.describe('做什么，写到动作'),
        detail: textSchema.optional().describe('怎么做'),
        checklist: idSchema.optional(),
        tool: idSchema.optional(),
        chapter: z.string().optional(),
      }),
    )
    .min(4)
    .describe('一天的时间表'),
  week: z.array(textSchema).min(1).describe('一周的节奏'),
  numbers: z
    .array(
      z.strictObject({
        name: textSchema.describe('对哪个数负责'),
        how: textSchema.describe('怎么看、和谁比'),
        tool: idSchema.optional().describe('用哪个工具算'),
      }),
    )
    .min(1)
    .describe('对哪些数负责'),
  skills: z
    .array(
      z.strictObject({
        level: textSchema.describe('阶段，如 第一个月'),
        can: z.array(textSchema).min(1).describe('会做什么'),
      }),
    )
    .min(2)
    .describe('各阶段的本事'),
  promotion: textSchema.describe('往哪里升'),
  handover: z
    .array(z.strictObject({ to: textSchema, what: textSchema }))
    .min(1)
    .describe('和谁交接什么'),
  checklists: z.array(idSchema).default([]).describe('用到的检查表'),
  jobAd: z
    .strictObject({
      summary: textSchema,
      does: z.array(textSchema).min(2),
      needs: z.array(textSchema).min(2),
    })
    .describe('招聘启事模板：不写年龄、性别、地域、婚育'),
  facts: z.array(factIdSchema).default([]).describe('对应的知识点'),
});
export type Role = z.output<typeof roleSchema> & { id: string };
