import { z } from 'astro/zod';
import { asOfSchema, chapterIdSchema, idSchema, textSchema } from './shared.ts';

/** One dated statement of a cell. What is hardly known is named, never stated. */
const partSchema = z.union([
  z.strictObject({
    text: textSchema.describe('一句话，整句'),
    asOf: asOfSchema,
    confidence: z.enum(['high', 'medium']).describe('把握；low 的不能写成话，改用 varies'),
  }),
  z.strictObject({
    param: z.string().describe('参数编号：费率、工具名、规则都从参数里取，日期和把握也随它'),
  }),
  z.strictObject({
    varies: textSchema.describe('说不准的事，如 保证金；页面写成“保证金：随类目变，看后台。”'),
    asOf: asOfSchema,
    confidence: z.literal('low'),
  }),
]);
export type CellPart = z.output<typeof partSchema>;
const cellSchema = z.array(partSchema).min(1);

/** What platforms are compared by, in the order of the table. */
export const platformAspects = {
  traffic: '顾客怎么来',
  people: '人群和价格',
  content: '内容要求',
  tools: '付费工具',
  fees: '费用',
  entry: '开店条件',
  logistics: '发货',
  aftersales: '售后',
  fit: '适合谁',
  unfit: '不适合谁',
} as const;
export type PlatformAspect = keyof typeof platformAspects;

const cell = (aspect: PlatformAspect): typeof cellSchema => cellSchema.describe(platformAspects[aspect]);
const platformIds = z.array(idSchema).min(1);

/** content/platforms.yaml: the comparison of platforms, and the rules that help to choose one. */
export const platformsSchema = z.strictObject({
  platforms: z
    .array(
      z.strictObject({
        id: idSchema.describe('平台编号，出现在链接里'),
        name: textSchema.describe('平台名'),
        market: z.enum(['home', 'abroad']).describe('国内、跨境'),
        chapter: chapterIdSchema.optional().describe('细讲它的章；还没写出来就先不出链接'),
        cells: z.strictObject({
          traffic: cell('traffic'),
          people: cell('people'),
          content: cell('content'),
          tools: cell('tools'),
          fees: cell('fees'),
          entry: cell('entry'),
          logistics: cell('logistics'),
          aftersales: cell('aftersales'),
          fit: cell('fit'),
          unfit: cell('unfit'),
        }),
      }),
    )
    .min(2),
  everywhere: z.array(z.string()).min(1).describe('各平台都一样的规则：参数编号'),
  choice: z.strictObject({
    questions: z
      .array(
        z.strictObject({
          id: idSchema,
          short: textSchema.describe('问的是什么，两三个字，用在结果里'),
          ask: textSchema.describe('问题'),
          options: z.array(z.strictObject({ id: idSchema, label: textSchema })).min(2),
        }),
      )
      .min(1)
      .max(6, '选平台最多问六个问题'),
    rules: z
      .array(
        z
          .strictObject({
            id: idSchema,
            when: z
              .record(idSchema, z.array(idSchema).min(1))
              .describe('问题 → 选了其中一个就算；几个问题都要合'),
            for: platformIds.optional().describe('合适的平台'),
            against: platformIds.optional().describe('不合适的平台，和合适相抵'),
            stops: platformIds.optional().describe('这一条成立就先不看的平台'),
            text: textSchema.describe('为什么，整句；没有列平台的是提醒'),
            tool: idSchema.optional().describe('要用的工具'),
            chapter: chapterIdSchema.optional().describe('细讲的章'),
          })
          .refine(({ when }) => Object.keys(when).length > 0, 'when 至少写一个问题'),
      )
      .min(1),
    none: z.strictObject({
      text: textSchema.describe('一个都不合适时怎么说'),
      steps: z.array(textSchema).min(1).describe('那时先做什么'),
    }),
    tie: textSchema.describe('不分高低时怎么选'),
    closing: textSchema.describe('结果最后一句：不许诺'),
  }),
});
