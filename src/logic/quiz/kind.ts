import type { ToolDefinition } from '../tools/define.ts';
import type { QuestionKind } from './question.ts';

/** Options and replies are named by a hash of their text, items and pairs by their id: never by position. */
export type Answer = string | boolean | readonly string[] | Readonly<Record<string, string>>;

/** How 多选 is marked: 漏选得一半 (default), all or nothing, share of hits, or Moodle's sum of fractions. */
export type MultipleRule = 'half' | 'all' | 'ratio' | 'moodle';
export interface Settings {
  multiple: MultipleRule;
}
export const SETTINGS: Settings = { multiple: 'half' };

/** One option, item, pair or reply with its verdict and its reason. */
export interface Line {
  text: string;
  reason: string;
  /** the verdict in words: 对, 错, 还行; colour only repeats it. Empty for what the customer said in a conversation */
  mark: string;
  tone: 'good' | 'caution' | 'bad' | 'plain';
  /** what the person did with it: 你选的, 漏选; empty for nothing */
  note: string;
}
/** A line that is either right or wrong. */
export const line = (right: boolean, text: string, reason: string, note = ''): Line => ({
  text,
  reason,
  mark: right ? '对' : '错',
  tone: right ? 'good' : 'bad',
  note,
});
export interface Grade {
  /** 0…1 */
  score: number;
  lines: readonly Line[];
  /** said to this very answer: a named misconception, a hint about the unit; may be empty */
  feedback: string;
}

/** What every prepared question carries; the rest is the kind's own. */
export interface ViewOf<K extends QuestionKind> {
  kind: K;
  id: string;
  stem: string;
  explain: string;
}

/**
 * All there is to know of a kind of question, short of how it looks. Pure: the same question and seed give the same
 * view on every device. Written as methods, so that kinds of different questions fit one map.
 */
export interface Kind<Q, V, A extends Answer> {
  readonly kind: QuestionKind;
  /** said when it is handed in unanswered */
  readonly asks: string;
  /** the question with its options in the order of this seed. @throws RangeError when it cannot be asked at all */
  prepare(question: Q, seed: string, tool?: ToolDefinition): V;
  /** an answer from a form, a link or storage; undefined unless all of it fits the question as it stands today */
  read(question: Q, raw: unknown): A | undefined;
  /** whether it can be handed in */
  isAnswered(view: V, answer: A | undefined): boolean;
  /** without an answer: the lines are the key */
  grade(view: V, answer: A | undefined, settings?: Settings): Grade;
}

/** A typed answer; longer text is no answer to anything we ask. */
export const readText = (raw: unknown): string | undefined =>
  typeof raw === 'string' && raw.trim() !== '' && raw.length <= 80 ? raw : undefined;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
