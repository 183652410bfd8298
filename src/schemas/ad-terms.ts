import { z } from 'astro/zod';
import { idSchema, textSchema } from './shared.ts';

const balanced = (pattern: string): boolean => {
  let depth = 0;
  for (const sign of pattern) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};
/** A pattern of the list: （甲｜乙） either, ＃ a number, all else as it is written. Full width for authors, plain for the program. */
const patternSchema = textSchema
  .transform((typed) => typed.normalize('NFKC').toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[\p{Script=Han}、a-z0-9%¥#~()|]+$/u, '只用汉字、字母、数字和（｜）＃～，不留空格')
      .refine(balanced, '括号没有配对'),
  );
const wordSchema = patternSchema.refine((word) => !word.includes('~'), '词里不写～，它只用在不算的写法里');
const harmlessSchema = patternSchema.refine(
  (pattern) => pattern.split('~').length === 2,
  '正好写一个～，代表这个词本身',
);
const harmless = z.array(harmlessSchema).min(1).optional();

/** content/ad-terms.yaml: claims an advertisement must not make, by precision rather than by number. */
export const adTermsSchema = z.strictObject({
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}$/, '写成 2025-10')
    .describe('截至：词表照哪个年月的规定核对过'),
  asides: z
    .strictObject({
      words: z.array(wordSchema).min(1).describe('否定和发问的说法：后面的词就不是自夸'),
      unless: z.array(textSchema).min(1).describe('隔着这些字，前面的否定就不算'),
      reach: z.int().min(1).max(20).describe('最多隔几个字'),
    })
    .describe('词前面的话：否定了它，或者在问'),
  categories: z
    .array(
      z.strictObject({
        id: idSchema.describe('类的编号，发布后不改'),
        name: textSchema.describe('类名'),
        about: textSchema.describe('一句话：这一类是什么'),
        basis: z.array(idSchema).min(1).describe('依据：参数表里法条的编号，要紧的写前面'),
        tone: z.enum(['bad', 'caution']).describe('轻重：bad 先删，caution 有依据才留'),
        harmless: harmless.describe('全类通用的不算的写法，～代表词本身'),
        terms: z
          .array(
            z.strictObject({
              words: z.array(wordSchema).min(1).describe('词，意思和改法一样的写在一起'),
              softer: textSchema.describe('改法：换成什么，或者写什么事实'),
              note: textSchema.optional().describe('补一句：什么情形可以写'),
              harmless: harmless.describe('不算的写法：看着像、其实无害，～代表词本身'),
            }),
          )
          .min(1)
          .describe('这一类的词'),
      }),
    )
    .min(1)
    .describe('分类，按要紧的程度排'),
});
