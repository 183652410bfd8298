import { type Expression, keysOf } from '../expression/ast.ts';
import { None } from '../expression/none.ts';
import { asRational, rootsOf } from '../expression/rational.ts';
import { ceil, type Decimal, decimal, floor, HUNDRED, ONE, toMachine, ZERO } from '../number/decimal.ts';
import { formatNumber } from '../number/format.ts';
import { MAX_TYPED } from '../number/units.ts';
import { compile } from './compile.ts';
import { isNumber, type NumberInput, type ToolDefinition } from './define.ts';
import { read } from './run.ts';
import type { Outcome, ToolScope } from './scope.ts';
import type { ToolState } from './state.ts';

/** A value for the field, as typed text and for people, and the result it gives. */
export interface SolvedValue {
  typed: string;
  text: string;
  gives: string;
}
export type Solution =
  /** these values give the target */
  | { kind: 'found'; answers: SolvedValue[]; more: boolean }
  /** no allowed value gives it; the nearest on offer */
  | { kind: 'nearest'; answers: SolvedValue[]; says: string }
  | { kind: 'none'; says: string };

/** Whether a result rests on an input, directly or through others. */
function restsOn(tool: ToolDefinition, result: string, input: string, seen = new Set<string>()): boolean {
  const formula = (tool.results[result] ?? tool.rows?.results[result])?.formula;
  if (formula === undefined || seen.has(result)) return false;
  seen.add(result);
  return keysOf(compile(formula)).some((key) => key === input || restsOn(tool, key, input, seen));
}

/** Bounds in formula units. */
function bounds(input: NumberInput): [Decimal, Decimal] {
  const percent = input.unit === 'percent';
  const low = decimal(input.min ?? (input.signed ? `-${MAX_TYPED}` : '0'));
  const high = decimal(input.max ?? (percent && !input.signed ? '100' : MAX_TYPED));
  return percent ? [low.div(HUNDRED), high.div(HUNDRED)] : [low, high];
}

/** What formulas that use doubles promise. */
const DOUBLES = decimal('1e-9');

/** One question of 反推: which value of an input makes a result reach a target. */
class Question {
  readonly #tool: ToolDefinition;
  readonly #state: ToolState;
  readonly #result: string;
  readonly #key: string;
  readonly input: NumberInput;

  constructor(tool: ToolDefinition, state: ToolState, result: string, key: string) {
    const input = tool.inputs[key];
    if (!input || !isNumber(input)) throw new RangeError(`「${key}」不是可以反推的数字`);
    this.#tool = tool;
    this.#state = state;
    this.#result = result;
    this.#key = key;
    this.input = input;
  }

  typed(x: Decimal): string {
    return toMachine(this.input.unit === 'percent' ? x.times(HUNDRED) : x);
  }

  #scope(x?: Decimal): ToolScope {
    const { fields } = this.#state;
    const typed = x === undefined ? fields : { ...fields, [this.#key]: this.typed(x) };
    return read(this.#tool, { ...this.#state, fields: typed }).scope;
  }

  /** The result with the unknown at `x`; only this result is worked out. */
  at(x: Decimal): Decimal | undefined {
    const outcome: Outcome = this.#scope(x).outcome(this.#result);
    return outcome.exists && typeof outcome.value !== 'string' ? outcome.value : undefined;
  }

  /** As the field gets it: as short as it can be while the result still reads the same. */
  answer(x: Decimal): SolvedValue {
    const unit = this.#tool.results[this.#result]?.unit ?? 'number';
    const reads = (at: Decimal): string => {
      const gives = this.at(at);
      return gives ? formatNumber(gives, unit) : '—';
    };
    const gives = reads(x);
    const places = this.input.unit === 'percent' ? [4, 6, 8] : [2, 4, 6];
    const short = places.map((n) => x.round(n)).find((candidate) => reads(candidate) === gives) ?? x;
    const { suffix = '' } = this.input;
    return { typed: this.typed(short), text: formatNumber(short, this.input.unit, 'formula', suffix), gives };
  }

  /** Exact roots where the formula is simple in the unknown. */
  exact(target: Decimal): Decimal[] | undefined {
    const scope = this.#scope();
    const value = (key: string): Decimal | 'unknown' | Expression | undefined => {
      if (key === this.#key) return 'unknown';
      const inner = this.#tool.results[key];
      if (inner) return compile(inner.formula);
      try {
        const known = scope.value(key);
        return typeof known === 'object' && 'times' in known ? known : undefined;
      } catch (error) {
        if (error instanceof None) return undefined;
        throw error;
      }
    };
    const formula = this.#tool.results[this.#result]?.formula;
    const rational = formula ? asRational(compile(formula), value) : undefined;
    return rational && rootsOf(rational, target);
  }

  /** Whether `x` gives the target, as exactly as the result is computed. */
  gives(x: Decimal, target: Decimal): boolean {
    const at = this.at(x);
    const inexact = this.#tool.results[this.#result]?.inexact;
    return at !== undefined && near(at, target, inexact ? DOUBLES : TINY);
  }

  get whole(): boolean {
    return this.input.unit === 'count';
  }
}

const TINY = decimal('1e-18');
const near = (a: Decimal, b: Decimal, relative = TINY): boolean =>
  a
    .minus(b)
    .abs()
    .lte(relative.times(b.abs().plus(ONE)));

/**
 * 反推: solves for one input. Exact where the formula is a quotient of polynomials in it, otherwise by bracketing.
 * Every answer is put forward again and kept only if it really gives the target.
 */
export function solve(
  tool: ToolDefinition,
  state: ToolState,
  result: string,
  input: string,
  target: Decimal,
): Solution {
  const question = new Question(tool, state, result, input);
  const label = question.input.label;
  const idle: Solution = { kind: 'none', says: `改「${label}」不影响这个结果，或别的数还没填好。` };
  if (!restsOn(tool, result, input)) return idle;
  const [low, high] = bounds(question.input);
  const inside = (x: Decimal): boolean => x.gte(low) && x.lte(high);
  const roots = question.exact(target);
  const candidates = roots ?? search(question, target, low, high);
  const good = candidates.filter(
    (x) => inside(x) && (!question.whole || x.eq(floor(x))) && question.gives(x, target),
  );
  if (good.length > 0)
    return { kind: 'found', answers: good.slice(0, 3).map((x) => question.answer(x)), more: good.length > 1 };
  const closest = nearest(question, target, candidates.length > 0 ? candidates : [low, high], low, high);
  if (closest.length === 0) return idle;
  const whole = question.whole && candidates.some(inside);
  const says = whole
    ? `「${label}」只能是整数，正好的没有，最接近的是：`
    : `在允许的范围里，改「${label}」到不了这个目标，最接近的是：`;
  return { kind: 'nearest', answers: closest.map((x) => question.answer(x)), says };
}

/** The allowed values around the candidates, nearest result first. */
function nearest(
  question: Question,
  target: Decimal,
  candidates: readonly Decimal[],
  low: Decimal,
  high: Decimal,
): Decimal[] {
  const clamp = (x: Decimal): Decimal => (x.lt(low) ? low : x.gt(high) ? high : x);
  const around = candidates.map(clamp).flatMap((x) => (question.whole ? [floor(x), ceil(x)] : [x]));
  const scored = around
    .filter((x, i) => around.findIndex((y) => y.eq(x)) === i)
    .map((x) => ({ x, off: question.at(x)?.minus(target) }))
    .filter((s): s is { x: Decimal; off: Decimal } => s.off !== undefined)
    .sort((a, b) => a.off.abs().cmp(b.off.abs()));
  // The same result everywhere: the input does nothing. Two results as far off on either side are no such thing.
  const flat = scored.length > 1 && scored.every(({ off }) => scored[0]?.off.eq(off)) && !question.whole;
  return flat ? [] : scored.slice(0, question.whole ? 2 : 1).map((s) => s.x);
}

const GRID = 160;

/** Where the result passes the target: brackets on a grid, each closed by halving; jumps close on their edge. */
function search(question: Question, target: Decimal, low: Decimal, high: Decimal): Decimal[] {
  const grid = gridOf(low, high, question.whole).map((x) => ({ x, y: question.at(x)?.minus(target) }));
  const found: Decimal[] = [];
  const take = (x: Decimal): void => {
    if (!found.some((other) => near(other, x))) found.push(x);
  };
  let best: { x: Decimal; y: Decimal } | undefined;
  for (const [index, { x, y }] of grid.entries()) {
    if (!y) continue;
    if (!best || y.abs().lt(best.y.abs())) best = { x, y };
    if (y.eq(ZERO)) take(x);
    const next = grid[index + 1];
    if (next?.y && !next.y.eq(ZERO) && !y.eq(ZERO) && y.lt(ZERO) !== next.y.lt(ZERO))
      halve(question, target, x, next.x, y.lt(ZERO)).forEach(take);
  }
  return found.length > 0 || !best ? found : [best.x];
}

/** Even steps where the range is short, growing steps where it is long; whole numbers where only those count. */
function gridOf(low: Decimal, high: Decimal, whole: boolean): Decimal[] {
  const span = high.minus(low);
  const short = span.lte(1000);
  const even = (): Decimal[] =>
    Array.from({ length: GRID + 1 }, (_, i) => low.plus(span.times(i).div(GRID)).round(whole ? 0 : 6));
  const growing = (): Decimal[] => {
    const up = Array.from({ length: GRID }, (_, i) =>
      decimal((10 ** (-2 + (14 * i) / (GRID - 1))).toFixed(4)).round(whole ? 0 : 4),
    );
    return [...up.map((x) => x.neg()).reverse(), ZERO, ...up];
  };
  const steps = (short ? even() : growing()).filter((x) => x.gte(low) && x.lte(high));
  return steps.filter((x, i) => i === 0 || !x.eq(steps[i - 1] ?? ZERO));
}

/** Halves a bracket down to the last place people type; gives both sides of a jump. */
function halve(question: Question, target: Decimal, from: Decimal, to: Decimal, rising: boolean): Decimal[] {
  let [a, b] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = a
      .plus(b)
      .div(2)
      .round(question.whole ? 0 : 12);
    if (middle.eq(a) || middle.eq(b)) break;
    const y = question.at(middle)?.minus(target);
    if (!y) break;
    if (y.eq(ZERO)) return [middle];
    if (y.lt(ZERO) === rising) a = middle;
    else b = middle;
  }
  const rounded = (question.whole ? [0] : [2, 4, 6])
    .flatMap((places) => [a.round(places), b.round(places)])
    .find((x) => question.gives(x, target));
  return rounded ? [rounded] : [a, b];
}
