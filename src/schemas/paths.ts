import { z } from 'astro/zod';
import { idSchema, roleIdSchema, textSchema } from './shared.ts';

/** content/paths.yaml: reading paths by role. Which chapters belong to one stands in the chapters themselves (`roles`). */
export const pathsSchema = z.strictObject({
  paths: z
    .array(
      z.strictObject({
        id: roleIdSchema,
        name: textSchema.describe('岗位的短名，如 推广'),
        gist: textSchema.describe('一句话：这条路径读完能做什么'),
        answers: textSchema.optional().describe('对什么结果负责；有岗位卡以后以岗位卡为准'),
        tools: z.array(idSchema).default([]).describe('每天用的工具；有岗位卡以后以岗位卡为准'),
      }),
    )
    .min(1),
});
