import { z } from 'astro/zod';
import { asOfSchema, textSchema } from './shared.ts';

/** content/parameters/<topic>.yaml: dated facts (rates, rules, names). Nothing dated is typed anywhere else. */
export const parametersSchema = z.strictObject({
  topic: textSchema.describe('这一组参数讲什么'),
  parameters: z.array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/)
        .describe('稳定编号，如 tb_base'),
      name: textSchema.describe('名称'),
      kind: z
        .enum(['fee', 'rule', 'name', 'law', 'figure', 'rule-of-thumb'])
        .describe('费率、规则、工具名、法条、统计数、经验值'),
      platform: textSchema.optional().describe('平台'),
      value: z
        .union([z.string(), z.number()])
        .transform(String)
        .optional()
        .describe('数值，百分比写 0.6 表示 0.6%'),
      unit: z.enum(['percent', 'money', 'count', 'number', 'usd', 'eur']).optional().describe('数值的单位'),
      range: textSchema.optional().describe('合理范围'),
      base: textSchema.optional().describe('费率的基数'),
      text: textSchema.optional().describe('规则、名称的说法，直接印给读者'),
      former: z.array(textSchema).optional().describe('旧称'),
      asOf: asOfSchema,
      confidence: z.enum(['high', 'medium', 'low']).describe('把握：low 只作可编辑的默认值，不当事实印出来'),
      source: textSchema.describe('依据'),
      hint: textSchema.optional().describe('给使用者的提示'),
    }),
  ),
});
export type Parameter = z.output<typeof parametersSchema>['parameters'][number];
