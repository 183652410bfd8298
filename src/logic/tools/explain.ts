import { type Expression, keysOf } from '../expression/ast.ts';
import { evaluate, test } from '../expression/evaluate.ts';
import { FUNCTIONS, number } from '../expression/functions.ts';
import { unlessNone } from '../expression/none.ts';
import { sound } from '../number/decimal.ts';
import { type Faces, labelText, plain, write } from '../expression/text.ts';
import { compile } from './compile.ts';
import type { Result, ToolDefinition } from './define.ts';
import { type Run, run } from './run.ts';
import type { ToolScope } from './scope.ts';
import type { ToolState } from './state.ts';

/** One line of an explanation: `label = formula = numbers = text`. */
export interface Step {
  key: string;
  label: string;
  /** in words: 访客数 × 支付转化率 × 客单价 */
  formula: string;
  /** with the person's own numbers; empty when some are missing */
  numbers: string;
  text: string;
}

/** Decimals of a sum over rows inside a formula. */
const SHOWN_PLACES = 6;

type Results = Readonly<Record<string, Result>>;
type Labels = Pick<Faces, 'label'> & Partial<Faces>;
/** The formula of a result in words. */
export const formulaInWords = (results: Results, key: string, labels: Labels): string =>
  results[key]?.told ??
  labelText(compile(results[key]?.formula ?? ''), {
    label: (name) => labels.label(name),
    word: (token) => labels.word?.(token) ?? token,
  });

/** Of a choice the branch that holds; of what speaks of all rows the value. */
const pickIn =
  (scope: ToolScope) =>
  (e: Expression): Expression => {
    if (e.type === 'choose') return test(e.when, scope) ? e.then : e.otherwise;
    if (e.type !== 'call' || !('over' in (FUNCTIONS.get(e.name) ?? {}))) return e;
    return { type: 'number', value: sound(number(evaluate(e, scope))).round(SHOWN_PLACES) };
  };

/** The formula of a result with numbers in place of names, of a choice only the branch that holds; nothing when it reads a text. */
export function formulaInNumbers(results: Results, key: string, scope: ToolScope): string {
  const formula = compile(results[key]?.formula ?? '');
  if (keysOf(formula).some((name) => scope.isWritten(name))) return '';
  return unlessNone(
    () =>
      write(
        formula,
        (e) => {
          if (e.type === 'word') return scope.word(e.value);
          if (e.type === 'number') return plain(e);
          const shown = scope.show(e.key, 'formula');
          return shown.startsWith('-') ? `(${shown})` : shown;
        },
        pickIn(scope),
      ),
    () => '',
  );
}

/** How a result comes about: the results it rests on first, each once. */
export function explain(results: Results, key: string, scope: ToolScope, seen = new Set<string>()): Step[] {
  const result = results[key];
  if (!result || seen.has(key)) return [];
  seen.add(key);
  const before = keysOf(compile(result.formula)).flatMap((name) => explain(results, name, scope, seen));
  const step: Step = {
    key,
    label: result.label,
    formula: formulaInWords(results, key, scope),
    numbers: formulaInNumbers(results, key, scope),
    text: scope.outcome(key).text,
  };
  return [...before, step];
}

/** The steps behind every result, each once, those a later one rests on first. */
function allSteps(tool: ToolDefinition, result: Run): Step[] {
  const seen = new Set<string>();
  return Object.keys(tool.results).flatMap((key) => explain(tool.results, key, result.scope, seen));
}

/** Formulas of rows are explained in words; each row has its own numbers. */
function rowSteps(tool: ToolDefinition, result: Run): Step[] {
  const { rows } = tool;
  if (!rows) return [];
  return Object.entries(rows.results).map(([key, row]) => ({
    key,
    label: row.label,
    formula: formulaInWords(rows.results, key, result.scope),
    numbers: '',
    text: '',
  }));
}

/** How everything a tool shows comes about, for one state. */
export function stepsOf(tool: ToolDefinition, state: ToolState): Step[] {
  const result = run(tool, state);
  return [...rowSteps(tool, result), ...allSteps(tool, result)];
}
