import { z } from 'astro/zod';
import { idSchema, textSchema } from './shared.ts';

/** content/course.yaml: the one table of contents. A chapter appears everywhere once it has a line here and a file. */
export const courseSchema = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        id: idSchema.describe('部分的地址，例如 data'),
        title: textSchema.describe('部分的名字，例如 数据'),
        gist: textSchema.describe('一句话：学完这一部分能做什么'),
        complete: z.boolean().default(false).describe('写齐了：从此每个知识点都要有落处、该出题的都要有题'),
        chapters: z.array(idSchema).describe('章的地址，按学习顺序；标题写在章自己的文件里'),
      }),
    )
    .min(1),
});
export type Course = z.output<typeof courseSchema>;
