/**
 * What a number is counted in. Inside formulas a percentage is its ratio (3.5 % is 0.035);
 * people, links and machines see 3.5.
 */
export type Unit =
  /** 元 */
  | 'money'
  /** %, typed and shown as 3.5 */
  | 'percent'
  /** whole things: 人, 单, 件 */
  | 'count'
  /** a whole number that names rather than counts, never grouped: 2026年, 3月 */
  | 'ordinal'
  /** a day, as whole days since 1970-01-01: typed and shown as 2026-11-22 */
  | 'date'
  /** a real number: 天, 页, 折 */
  | 'number'
  /** a multiple: 投产比, 倍数 */
  | 'ratio'
  /** a token in words, such as pass or fail */
  | 'word';

/** Largest amount anybody may type. */
export const MAX_TYPED = '1000000000000';
