import type { ToolDefinition } from '../tools/define.ts';
import { draw } from './draw.ts';
import { type MultipleRule, SETTINGS } from './kind.ts';
import { MULTIPLE_RULES } from './rules.ts';
import type { NumericView } from './numeric-view.ts';
import { PLAIN, type PlainQuestion, type PlainView } from './plain.ts';
import type { NumericQuestion, Question, QuizData } from './question.ts';
import { seedOf } from './seed.ts';

/** A question with its view in one, which saves saying everything twice; numeric ones have theirs in `drawn`. */
export type SheetQuestion = ((PlainQuestion & PlainView) | NumericQuestion) & {
  /** address of the heading that answers it */
  href: string;
};

/** A quiz ready for a page: plain data, prepared with the seed everybody starts with. */
export interface Sheet extends QuizData {
  questions: readonly SheetQuestion[];
  seed: string;
  drawn: Readonly<Record<string, NumericView>>;
  rule: MultipleRule;
  /** the rule of 多选 in words */
  ruleText: string;
}

export interface SheetSource {
  chapter: string;
  version: number;
  questions: readonly Question[];
}

function prepared(
  question: Question & { facts?: unknown; difficulty?: unknown },
  seed: string,
): (PlainQuestion & PlainView) | NumericQuestion {
  // What answering does not need stays at home.
  const { facts: _facts, difficulty: _difficulty, ...lean } = question;
  if (lean.kind === 'numeric') return lean;
  // A view holds all of its question, kind by kind; that two unions go together so is beyond the type checker.
  return PLAIN[lean.kind].prepare(lean, seed) as PlainQuestion & PlainView;
}

/**
 * @param toolOf finds the tool of a numeric question
 * @param hrefOf the address of a heading of the chapter (看原文)
 * @throws RangeError when a numeric question cannot be drawn
 */
export async function sheetOf(
  { chapter, version, questions }: SheetSource,
  toolOf: (id: string) => Promise<ToolDefinition>,
  hrefOf: (see: string) => string,
  rule: MultipleRule = SETTINGS.multiple,
): Promise<Sheet> {
  const seed = seedOf(`${chapter}@${version}`);
  const numeric = questions.filter((question): question is NumericQuestion => question.kind === 'numeric');
  const views = await Promise.all(
    numeric.map(async (question) => draw(question, seed, await toolOf(question.tool))),
  );
  // A tool or a range may change without anybody touching the quiz: then the numbers do, and old answers no longer fit.
  const numbers = views.map((view) => `${view.stem} ${view.key}`).join();
  return {
    id: chapter,
    version: numbers ? `${version}.${seedOf(numbers)}` : String(version),
    questions: questions.map((question) => ({ ...prepared(question, seed), href: hrefOf(question.see) })),
    seed,
    drawn: Object.fromEntries(views.map((view) => [view.id, view])),
    rule,
    ruleText: MULTIPLE_RULES[rule],
  };
}
