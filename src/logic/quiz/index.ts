/** 练习: questions, chance from seeds, marking, and where a person stands. */
export * as attempts from './attempt.ts';
export type { Attempt, Confidence } from './attempt.ts';
export * from './check.ts';
export { draw as drawNumbers } from './draw.ts';
export type * from './kind.ts';
export { SETTINGS } from './kind.ts';
export * from './kinds.ts';
export { load, type Loaded } from './load.ts';
export { scoreMultiple } from './multiple.ts';
export { MULTIPLE_RULES } from './rules.ts';
export type * from './numeric-view.ts';
export { keyLines, PLAIN, type PlainView, readAnswer, type View } from './plain.ts';
export type * from './question.ts';
export { bestTotal, exchanges, type Exchange } from './scenario.ts';
export { redraw, reset } from './round.ts';
export * from './seed.ts';
export * from './sheet.ts';
