import { evaluate } from '../expression/evaluate.ts';
import { None } from '../expression/none.ts';
import { type Decimal, decimal, toMachine } from '../number/decimal.ts';
import { formatNumber, machineNumber } from '../number/format.ts';
import { compile } from '../tools/compile.ts';
import type { Result, ToolDefinition } from '../tools/define.ts';
import { explain } from '../tools/explain.ts';
import { run, type ToolScope } from '../tools/run.ts';
import { defaultState } from '../tools/state.ts';
import { readNumber, within } from './numeric-answer.ts';
import type { NumericView } from './numeric-view.ts';
import type { Draw, NumericQuestion } from './question.ts';
import { random } from './seed.ts';

/** How often numbers are drawn anew before a question counts as impossible. */
const TRIES = 400;

/** Why a draw was thrown away; the last one is told when all are. */
class Rejected extends Error {}

function drawn(draw: Draw, next: () => number): string {
  if (typeof draw === 'string') return draw;
  const { from, to, step } = draw;
  const count = decimal(to).minus(from).div(step).round(0, 0).toNumber() + 1;
  return toMachine(
    decimal(Math.floor(next() * count))
      .times(step)
      .plus(from),
  );
}

const suffixOf = ({ unit, suffix }: Result): string =>
  suffix ?? (unit === 'percent' ? '%' : unit === 'money' ? '元' : '');

/** `{key}` becomes the number: inputs in full, results as they read in a sentence. @throws SyntaxError for an unknown key */
const fillIn = (text: string, tool: ToolDefinition, scope: ToolScope): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => scope.show(key, key in tool.inputs ? 'formula' : 'prose'));

/** The shortest way to write a value that is itself a right answer, with at most four decimals. */
function written(value: Decimal, result: Result, tolerance: string): string | undefined {
  const { unit } = result;
  const { suffix = '' } = result;
  const exact = value.round(unit === 'percent' ? 6 : 4);
  return [formatNumber(value, unit, 'prose', suffix), formatNumber(exact, unit, 'formula', suffix)].find(
    (text) => {
      const typed = readNumber(text, { unit, suffix: suffixOf(result) });
      return typed.state === 'ok' && within(typed.value, machineNumber(value, unit), tolerance);
    },
  );
}

function number(formula: string, scope: ToolScope): Decimal {
  const value = evaluate(compile(formula), scope);
  if (typeof value === 'string' || Array.isArray(value)) throw new RangeError(`「${formula}」得不出一个数`);
  return value as Decimal;
}

/** One draw. @throws Rejected or None when these numbers will not do */
function attempt(
  question: NumericQuestion,
  seed: string,
  tool: ToolDefinition,
  next: () => number,
): NumericView {
  const { ask, given, tolerance } = question;
  const result = tool.results[ask];
  if (!result) throw new RangeError(`工具 ${tool.id} 没有结果「${ask}」`);
  const state = defaultState(tool);
  for (const [key, draw] of Object.entries(given)) {
    if (!(key in tool.inputs)) throw new RangeError(`工具 ${tool.id} 没有输入「${key}」`);
    state.fields[key] = drawn(draw, next);
  }
  const { fields, scope } = run(tool, state);
  for (const field of Object.values(fields)) if (field.state === 'error') throw new Rejected(field.says);
  const value = number(ask, scope);
  const shown = written(value, result, tolerance);
  if (shown === undefined) throw new Rejected(`答案 ${machineNumber(value, result.unit)} 写不短`);
  const key = machineNumber(value, result.unit);
  const wrong = question.misconceptions.map(({ formula, name, says }) => {
    const off = number(formula, scope);
    const text = machineNumber(off, result.unit);
    // Twice the tolerance: else one answer could be both right and the misconception.
    if (within(decimal(text), key, decimal(tolerance).times(2)))
      throw new Rejected(`「${name}」也得到 ${shown}`);
    const { suffix = '' } = result;
    return {
      name,
      says: fillIn(says, tool, scope),
      value: text,
      shown: formatNumber(off, result.unit, 'prose', suffix),
    };
  });
  return {
    kind: 'numeric',
    id: question.id,
    stem: fillIn(question.stem, tool, scope),
    explain: fillIn(question.explain, tool, scope),
    seed,
    label: result.label,
    unit: result.unit,
    suffix: suffixOf(result),
    key,
    shown,
    tolerance,
    working: explain(tool.results, ask, scope).map(
      (step) => `${step.label} = ${step.formula} = ${step.numbers} = ${step.text}`,
    ),
    wrong,
  };
}

/**
 * Puts numbers into a numeric question. The key is the tool's own result; draws whose result does not exist, takes
 * more than four decimals to say, or equals a known wrong answer are thrown away and drawn again, in a fixed order.
 * @throws RangeError when no draw will do: the ranges need another look
 */
export function draw(question: NumericQuestion, seed: string, tool: ToolDefinition): NumericView {
  const next = random(`${seed}/${question.id}`);
  let why = '';
  for (let i = 0; i < TRIES; i++) {
    try {
      return attempt(question, seed, tool, next);
    } catch (error) {
      if (error instanceof None) why = error.why;
      else if (error instanceof Rejected) why = error.message;
      else throw error;
    }
  }
  throw new RangeError(`题目 ${question.id} 抽了 ${TRIES} 次都没有合适的数：${why}`);
}
