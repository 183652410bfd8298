import { z } from 'astro/zod';
import { factIdSchema, idSchema, textSchema } from './shared.ts';

export const stages = {
  'pre-sale': '售前',
  'in-sale': '售中',
  'after-sale': '售后',
  review: '评价',
  complaint: '投诉',
  payment: '催付',
  bargain: '议价',
  live: '直播',
  community: '社群',
} as const;
export const customerTypes = {
  any: '通用',
  driver: '支配型',
  expressive: '表现型',
  amiable: '温和型',
  analytical: '分析型',
} as const;
export const tones = { warm: '亲切', plain: '干脆', formal: '正式' } as const;

/** content/scripts/<stage>.yaml: customer replies. Blanks stand in braces: {买家昵称}. */
export const scriptsSchema = z.strictObject({
  stage: z.enum(Object.keys(stages) as [keyof typeof stages]).describe('环节'),
  blanks: z
    .record(
      textSchema,
      z.strictObject({
        default: z.string().describe('没填时先放什么，可为空'),
        hint: textSchema.describe('填什么，举个例子'),
      }),
    )
    .describe('这个文件用到的空：名字 → 默认值和提示'),
  scripts: z.array(
    z.strictObject({
      id: idSchema.describe('锚点：/playbook/scripts/#id'),
      title: textSchema.describe('一眼能认出的标题，12 个字以内为好'),
      scene: textSchema.describe('场景，如 尺码、质量、比价、优惠、物流、支付、退换、犹豫'),
      customer: z
        .enum(Object.keys(customerTypes) as [keyof typeof customerTypes])
        .describe('适合哪种沟通风格的顾客'),
      tone: z.enum(Object.keys(tones) as [keyof typeof tones]).describe('语气'),
      asks: z.array(textSchema).min(1).describe('顾客的原话，两三种问法'),
      body: textSchema.describe('回复：先接住情绪，再说事实，再给下一步，最后一句是问题或动作'),
      variants: z
        .array(z.strictObject({ label: textSchema.describe('语气或平台'), body: textSchema }))
        .default([])
        .describe('同一条的其他语气、平台说法'),
      shortcut: z
        .string()
        .regex(/^[a-z0-9]{2,6}$/)
        .describe('快捷编码：两到六个小写字母或数字，全库不重复'),
      when: textSchema.describe('什么时候用'),
      avoid: textSchema.describe('什么时候别用'),
      why: textSchema.describe('为什么管用'),
      bad: textSchema.describe('反例：真有人会这么回'),
      compliance: textSchema.optional().describe('合规提示'),
      facts: z.array(factIdSchema).default([]).describe('对应的知识点'),
    }),
  ),
});
export type ScriptFile = z.output<typeof scriptsSchema>;
export type Script = ScriptFile['scripts'][number];
