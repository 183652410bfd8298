/**
 * Questions as authors write them, with the shops' numbers already put in. The schema of content/quizzes says more
 * (facts, difficulty) than answering needs; what it gives fits these types, and a test keeps it so.
 */
interface Common {
  id: string;
  stem: string;
  /** why the right answer is right, then why the wrong ones tempt */
  explain: string;
  /** the heading of the chapter that answers it, word for word */
  see: string;
}
export interface Option {
  text: string;
  right: boolean;
  reason: string;
}
export interface ChoiceQuestion extends Common {
  kind: 'single' | 'multiple';
  options: readonly Option[];
}
export interface BooleanQuestion extends Common {
  kind: 'boolean';
  /** whether the statement is true */
  right: boolean;
  /** the reason people read who said it is */
  whenTrue: string;
  whenFalse: string;
}

/** An input of a numeric question: typed text, or a range to draw from, both ends included. */
export type Draw = string | { from: number; to: number; step: number };
export interface Misconception {
  /** a known wrong formula over the tool's keys */
  formula: string;
  name: string;
  says: string;
}
export interface NumericQuestion extends Common {
  kind: 'numeric';
  /** id of the tool that works out the key */
  tool: string;
  given: Readonly<Record<string, Draw>>;
  /** which result is asked for */
  ask: string;
  /** in the unit people see the result in, both ends included */
  tolerance: string;
  misconceptions: readonly Misconception[];
}

export interface OrderQuestion extends Common {
  kind: 'order';
  /** in the right order */
  items: readonly { id: string; text: string; reason: string }[];
}
export interface MatchQuestion extends Common {
  kind: 'match';
  pairs: readonly { id: string; left: string; right: string; reason: string }[];
}
export interface FillQuestion extends Common {
  kind: 'fill';
  /** forms that count, the first is the one shown */
  accept: readonly string[];
  /** common wrong answers and what to say to them */
  near: readonly { text: string; says: string }[];
}

export interface Reply {
  text: string;
  /** 0 踩线或激怒, 1 没帮上, 2 还行, 3 好 */
  score: number;
  reason: string;
  /** the customer's next step; none ends the conversation */
  next?: string | undefined;
}
export interface DialogStep {
  /** what the customer says */
  says: string;
  replies: readonly Reply[];
}
export interface ScenarioQuestion extends Common {
  kind: 'scenario';
  customer: 'driver' | 'expressive' | 'amiable' | 'analytical';
  start: string;
  steps: Readonly<Record<string, DialogStep>>;
}

export type Question =
  | ChoiceQuestion
  | BooleanQuestion
  | NumericQuestion
  | OrderQuestion
  | MatchQuestion
  | FillQuestion
  | ScenarioQuestion;
export type QuestionKind = Question['kind'];

/** What answering needs to know of a quiz. */
export interface QuizData {
  /** the chapter it belongs to: data/metrics */
  id: string;
  /** of the content and its keys; answers given to another version are not marked by this one */
  version: string;
  questions: readonly Question[];
}
