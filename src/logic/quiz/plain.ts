import { boolean, type BooleanView } from './boolean.ts';
import type { ChoiceView } from './choice.ts';
import { fill, type FillView } from './fill.ts';
import { type Answer, type Kind, type Line, readText } from './kind.ts';
import { match, type MatchView } from './match.ts';
import { multiple } from './multiple.ts';
import { numericLines, type NumericView } from './numeric-view.ts';
import { order, type OrderView } from './order.ts';
import type { NumericQuestion, Question, QuestionKind } from './question.ts';
import { scenario, type ScenarioView } from './scenario.ts';
import { single } from './single.ts';

export type PlainQuestion = Exclude<Question, NumericQuestion>;
export type PlainView = ChoiceView | BooleanView | OrderView | MatchView | FillView | ScenarioView;
export type View = PlainView | NumericView;

/** The kinds that need no tool and no arithmetic; a page loads 计算 only when somebody answers one. */
export const PLAIN: Readonly<
  Record<Exclude<QuestionKind, 'numeric'>, Kind<PlainQuestion, PlainView, Answer>>
> = { single, multiple, boolean, fill, order, match, scenario };

/** The right answer and the reason of every option, as shown to who has not answered. */
export const keyLines = (view: View): readonly Line[] =>
  view.kind === 'numeric' ? numericLines(view) : PLAIN[view.kind].grade(view, undefined).lines;

/** An answer as it comes from a form, a link or storage. */
export const readAnswer = (question: Question, raw: unknown): Answer | undefined =>
  question.kind === 'numeric' ? readText(raw) : PLAIN[question.kind].read(question, raw);
