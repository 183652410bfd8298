import type { MultipleRule } from './kind.ts';

/** The rules as they stand above a question. */
export const MULTIPLE_RULES: Readonly<Record<MultipleRule, string>> = {
  half: '漏选得一半，选错不得分',
  all: '全对才得分',
  ratio: '选对几个得几份，选错不得分',
  moodle: '选对加分，选错扣分，最低0分',
};
