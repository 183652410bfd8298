import type { Figure } from '../figures/index.ts';
import type { TypingRule } from '../number/typing.ts';

/** 工具的分组，目录页按它排。 */
export const GROUPS = {
  traffic: '流量与成交',
  promotion: '推广',
  profit: '定价与利润',
  service: '客户与服务',
  supply: '供应链',
  page: '页面与文案',
} as const;
export type GroupId = keyof typeof GROUPS;

/** The readers' roles, as paths and chapters name them. */
export const ROLES = {
  assistant: '运营助理',
  service: '客服',
  promotion: '推广',
  design: '美工',
  manager: '店长',
} as const;
export type Role = keyof typeof ROLES;

export type Tone = 'good' | 'caution' | 'bad' | 'plain';

interface Named {
  /** what people read: 支付转化率 */
  label: string;
  /** one sentence under the field: where to find the number, what counts */
  help?: string;
}

/** A number a person types. `default` is typed text, as in the field. */
export interface NumberInput extends Named, TypingRule {
  kind?: 'number';
  default: string;
  /** shown behind the field: 天, 次 */
  suffix?: string;
  /** may stay empty without anybody being asked for it */
  optional?: boolean;
  /** filled anew whenever that choice changes: option → typed text; still free to edit */
  follows?: { choice: string; values: Readonly<Record<string, string>> };
}
/** A day, typed and shown as 2026-11-22; in formulas the number of days since 1970-01-01, so that days can be subtracted. */
export interface DateInput extends Named {
  kind: 'date';
  unit: 'date';
  default: string;
  optional?: boolean;
}
/** One of a few words. */
export interface ChoiceInput extends Named {
  kind: 'choice';
  options: Readonly<Record<string, string>>;
  default: string;
}
/** A list of numbers in one field, such as twelve monthly weights: `1,1,2`. */
export interface ListInput extends Named {
  kind: 'list';
  length: number;
  default: string;
  presets?: Readonly<Record<string, string>>;
}
/** Words: in a row a product or keyword; with `long` a text of several lines. */
export interface TextInput extends Named {
  kind: 'text';
  default: string;
  long?: true;
  optional?: boolean;
  /** names or numbers of customers: never in links, QR codes or the names of files */
  private?: true;
}
export type Input = NumberInput | DateInput | ChoiceInput | ListInput | TextInput;

/** A number or word the tool works out. */
export interface Result extends Named {
  unit: TypingRule['unit'];
  /** over keys of inputs and other results; the one place the formula is written */
  formula: string;
  suffix?: string;
  /** said instead of a formula that nobody could read */
  told?: string;
  /** a condition without which the result does not exist: `keepRate > 0`; say why in `none` */
  needs?: string;
  /** the figure people came for; the first such result stands large */
  main?: true;
  /** a step on the way: shown in the explanation, not among the results */
  step?: true;
  /** for `unit: 'word'`: what each token says and how it sounds */
  words?: Readonly<Record<string, { says: string; tone: Tone }>>;
  /** said instead of the general sentence when it is this formula, not one it rests on, that has no value */
  none?: string;
}

/** What to say, and the condition over inputs and results. `{key}` in `says` prints that value; without it nothing is said. */
export interface Remark {
  /** absent: always */
  when?: string;
  /** not said when this holds; a value that does not exist makes it not hold */
  unless?: string;
  says: string;
  tone: Tone;
  /** whose judgement it is: 经验值 and how to test it, a definition, a rule with its date */
  source?: string;
}

/** A condition that makes one field wrong although it reads well alone. `{key}` prints a value. */
export interface Check {
  when: string;
  field: string;
  says: string;
}

/** Worked by hand or taken from a source, never copied from the program. Typed text in, machine values out. */
export interface WorkedCase {
  given: Readonly<Record<string, string>>;
  rows?: readonly (readonly string[])[];
  /** `null`: the result does not exist */
  expect: Readonly<Record<string, string | null>>;
  because: string;
}

/**
 * Columns and results of a table whose every row is computed alike. Formulas of a row may use inputs and results of the
 * tool; those of the tool speak of all rows through `sum`, `count`, `largest`, `smallest` (see ../expression/aggregate.ts).
 * A row counts once all its numbers and days are there.
 */
export interface Rows {
  /** what one row is: 关键词, 商品 */
  each: string;
  columns: Readonly<Record<string, Input>>;
  results: Readonly<Record<string, Result>>;
  defaults: readonly (readonly string[])[];
  /** named sets of rows to start from: 重成交, 重曝光 */
  presets?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** conditions that make one cell wrong beside the others */
  checks?: readonly Check[];
  /** how to read one row */
  reading?: readonly Remark[];
}

/** Results in money that add up to another: their roundings on screen do too, by largest remainder. */
export interface Sum {
  total: string;
  parts: readonly string[];
}

/** One thing a text check found. */
export interface Finding {
  tone: Tone;
  /** what was found: 「最好」 */
  what: string;
  /** which rule it is about, and what to write instead */
  says: string;
  source?: string;
  /** the input it stands in and where */
  at?: { field: string; from: number; to: number };
}

/** What a drawing may read: numbers as people see them (percentages in percent), `null` where there is none. */
export interface Reading {
  number: (key: string) => number | null;
  text: (key: string) => string;
  rows: readonly Reading[];
}

/** Rival definitions of one figure: choosing one puts its results first and calls things by its names. */
export interface Definition {
  name: string;
  /** what it counts and which threshold belongs to it */
  says: string;
  main: readonly string[];
  labels?: Readonly<Record<string, string>>;
}

/** A dated fee or cost from content/parameters that can fill a field. */
export interface Fee {
  id: string;
  platform: string;
  name: string;
  /** in the unit people type */
  value: string;
  unit: string;
  base: string | undefined;
  range: string | undefined;
  asOf: string;
  confidence: 'high' | 'medium' | 'low';
  hint: string | undefined;
}

/** Figures another tool starts from: its input ← one of this tool's inputs or results. */
export interface Carry {
  to: string;
  fields: Readonly<Record<string, string>>;
  /** typed as it stands: what this tool has already counted */
  set?: Readonly<Record<string, string>>;
}

/** Everything there is to know of a tool; pages, links, quizzes, tests and search derive from it. */
export interface ToolDefinition {
  /** file name, address and name in links */
  id: string;
  name: string;
  group: GroupId;
  /** one sentence: which question it answers */
  answers: string;
  /** who uses it when */
  when: string;
  /** whose tool it is, the first most of all */
  roles: readonly Role[];
  /** former names, abbreviations and everyday words, for search */
  aliases: readonly string[];
  inputs: Readonly<Record<string, Input>>;
  rows?: Rows;
  results: Readonly<Record<string, Result>>;
  sums?: readonly Sum[];
  checks?: readonly Check[];
  /** the same formulas for many at once: rows of a name and all inputs */
  batch?: { each: string };
  /** what a text check found, in order of place; `none` is said when it found nothing */
  findings?: { label: string; none: string; find: (text: (key: string) => string) => readonly Finding[] };
  /** 口径: the first is the one the tool opens with */
  definitions?: readonly [Definition, Definition, ...Definition[]];
  /** input → fee parameters (content/parameters) that can fill it */
  fees?: Readonly<Record<string, readonly string[]>>;
  carries?: readonly Carry[];
  /** how the result is drawn; nothing where there is nothing to draw */
  figures?: readonly ((read: Reading) => Figure | undefined)[];
  warnings?: readonly Remark[];
  /** how to read the result */
  reading: readonly Remark[];
  /** where platforms or people define the figure differently */
  differs?: string;
  /** chapters that teach it: data/metrics */
  chapters: readonly string[];
  related: readonly string[];
  /** pairs of inputs and results 反推 opens with; every numeric pair can be chosen */
  solve?: { result: string; input: string };
  cases: readonly [WorkedCase, WorkedCase, WorkedCase, ...WorkedCase[]];
}

/** Marks a definition; only gives the type, so that a wrong key is an error in the file that has it. */
export const defineTool = (definition: ToolDefinition): ToolDefinition => definition;

/** Whether an input holds one number: what 反推, 方案对比 and 敏感度 work on. */
export const isNumber = (input: Input): input is NumberInput =>
  input.kind === undefined || input.kind === 'number';
