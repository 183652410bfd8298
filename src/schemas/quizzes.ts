import { z } from 'astro/zod';
import { chapterIdSchema, factIdSchema, givenValueSchema, idSchema, textSchema } from './shared.ts';

const common = {
  id: idSchema.describe('题目编号，全站不重复，发布后不改'),
  facts: z.array(factIdSchema).min(1).describe('考哪些知识点'),
  difficulty: z.int().min(1).max(3).describe('难度：1 认得，2 会用，3 会判断'),
  stem: textSchema.describe('题干：给场景和数据'),
  explain: textSchema.describe('解析：先说为什么对，再说错的为什么诱人'),
  see: textSchema.describe('看原文：本章哪个小节标题回答它，一字不差'),
};
const option = z.strictObject({
  text: textSchema.describe('选项'),
  right: z.boolean().default(false).describe('对不对'),
  reason: textSchema.describe('为什么对，或者错在哪'),
});

/** A draw for a numeric question: a fixed value, a `@shop…` reference, or a range with a step. */
const drawSchema = z.union([
  givenValueSchema,
  z
    .strictObject({ from: z.number(), to: z.number(), step: z.number().positive() })
    .describe('从 from 到 to，每隔 step 取一个'),
]);

export const questionSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ ...common, kind: z.literal('single'), options: z.array(option).min(3).max(5) })
    .describe('单选'),
  z
    .strictObject({ ...common, kind: z.literal('multiple'), options: z.array(option).min(3).max(6) })
    .describe('多选'),
  z
    .strictObject({
      ...common,
      kind: z.literal('boolean'),
      right: z.boolean().describe('这句话对不对'),
      whenTrue: textSchema.describe('选“对”的人看到的理由'),
      whenFalse: textSchema.describe('选“错”的人看到的理由'),
    })
    .describe('判断'),
  z
    .strictObject({
      ...common,
      kind: z.literal('numeric'),
      tool: idSchema.describe('答案由哪个工具算'),
      given: z.record(z.string(), drawSchema).describe('工具的输入；没写的用工具默认值'),
      ask: z.string().describe('问工具的哪个结果'),
      tolerance: z
        .union([z.string(), z.number()])
        .transform(String)
        .default('0.01')
        .describe('允许的误差，用结果的单位，含两端'),
      misconceptions: z
        .array(
          z.strictObject({
            formula: textSchema.describe('常见的错误算式，用工具的键写，如 revenue / spend'),
            name: textSchema.describe('这个误解的名字'),
            says: textSchema.describe('答成这样的人看到的话'),
          }),
        )
        .default([]),
    })
    .describe('计算：题干里用 {键} 放数字'),
  z
    .strictObject({
      ...common,
      kind: z.literal('order'),
      items: z
        .array(z.strictObject({ id: idSchema, text: textSchema, reason: textSchema }))
        .min(3)
        .max(8)
        .describe('按正确顺序写'),
    })
    .describe('排序'),
  z
    .strictObject({
      ...common,
      kind: z.literal('match'),
      pairs: z
        .array(z.strictObject({ id: idSchema, left: textSchema, right: textSchema, reason: textSchema }))
        .min(3)
        .max(6),
    })
    .describe('配对'),
  z
    .strictObject({
      ...common,
      kind: z.literal('fill'),
      accept: z.array(textSchema).min(1).describe('都算对的写法'),
      near: z
        .array(z.strictObject({ text: textSchema, says: textSchema }))
        .default([])
        .describe('常见的错答和要对他说的话'),
    })
    .describe('填空'),
  z
    .strictObject({
      ...common,
      kind: z.literal('scenario'),
      customer: z.enum(['driver', 'expressive', 'amiable', 'analytical']).describe('顾客的沟通风格'),
      start: idSchema.describe('从哪一步开始'),
      steps: z
        .record(
          idSchema,
          z.strictObject({
            says: textSchema.describe('顾客说什么'),
            replies: z
              .array(
                z.strictObject({
                  text: textSchema.describe('可选的回复'),
                  score: z.int().min(0).max(3).describe('0 踩线或激怒，1 没帮上，2 还行，3 好'),
                  reason: textSchema.describe('为什么'),
                  next: idSchema.optional().describe('顾客接着到哪一步；不写就是结束'),
                }),
              )
              .min(2)
              .max(4),
          }),
        )
        .describe('对话的每一步'),
    })
    .describe('情景对话'),
]);
export type Question = z.output<typeof questionSchema>;

/** content/quizzes/<part>-<chapter>.yaml */
export const quizSchema = z.strictObject({
  chapter: chapterIdSchema,
  version: z.int().min(1).default(1).describe('题目改到影响答案时加一'),
  questions: z.array(questionSchema).min(4, '每章至少四题'),
});
export type Quiz = z.output<typeof quizSchema>;
