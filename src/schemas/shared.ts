import { z } from 'astro/zod';

/** Lower-case words joined by hyphens. It is an address or an anchor, so it never changes once published. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号只用小写字母、数字和连字符，例如 gmv-change')
  .describe('稳定编号：发布后不再改');

/** `F213`: the number of a fact in the syllabus. */
export const factIdSchema = z
  .string()
  .regex(/^F\d{3}$/, '知识点编号写成 F 加三位数字，例如 F213')
  .describe('知识点编号');

/** `data/metrics`: part and slug of a chapter, its address below /course/. */
export const chapterIdSchema = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, '章节写成 部分/章，例如 data/metrics')
  .describe('章节编号：部分/章');

/** A month as 2026-03. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-03')
  .describe('年月');

/** A day as 2026-11-22. Some YAML readers make a Date of it. */
export const daySchema = z
  .preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date())
  .describe('日期，写成 2026-11-22');

/** Until when a statement speaks: `2025`, `2025-08` or `2025-08-29`. */
export const asOfSchema = z
  .string()
  .regex(/^\d{4}(-\d{2})?(-\d{2})?$/, '截至的日期写成 2025、2025-08 或 2025-08-29，加引号')
  .describe('截至：证据说的日期，不是今天');

/** One non-empty line people read. */
export const textSchema = z.string().trim().min(1, '这里要写字，不能空着');

/** A value for a tool's input: typed as a person would, or `@shop.month.key` / `@shop.product.key` / `@fee.tb_base`. */
export const givenValueSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .describe(
    '工具的输入：照人会键入的写，或用 @店铺.月份.项目、@店铺.商品.项目 引用店铺数据，用 @fee.编号 引用参数',
  );

export const roleIds = ['assistant', 'service', 'promotion', 'design', 'manager'] as const;
/** The five readers' roles that paths and chapters speak of. */
export const roleIdSchema = z.enum(roleIds).describe('岗位：运营助理、客服、推广、美工、店长');
