import type { Expression } from '../expression/ast.ts';
import { evaluate, test } from '../expression/evaluate.ts';
import { unlessNone } from '../expression/none.ts';
import { asRational, isConstant, type Rational, rootsOf } from '../expression/rational.ts';
import { ceil, type Decimal, decimal, floor, HUNDRED, ONE, sound, toMachine } from '../number/decimal.ts';
import { formatNumber, places } from '../number/format.ts';
import { boundsOf, isWhole, parseTyped } from '../number/typing.ts';
import { MAX_TYPED } from '../number/units.ts';
import { compile } from './compile.ts';
import { isNumber, type NumberInput, type Result, type ToolDefinition } from './define.ts';
import { readField } from './field.ts';
import { outward, reachOf, restingOn, type Span, type Spread } from './reach.ts';
import { type Outcome, read, type ToolScope } from './run.ts';
import type { ToolState } from './state.ts';

/** A value for the field, or a stretch of values that all do. */
export interface SolvedValue {
  /** for the field; of a stretch the value nearest to what stands there */
  typed: string;
  /** ¥160; of a stretch ¥160到¥169.99 or ¥160以上 */
  text: string;
  /** the first and the last value of a stretch, as typed */
  range?: readonly [from: string, to: string];
  /** the result it gives */
  gives: string;
}
export type Solution =
  /** these give the target, the lowest first; `more` do */
  | { kind: 'found'; answers: SolvedValue[]; more: boolean }
  /** no allowed value gives it; the nearest on offer, nearest first */
  | { kind: 'nearest'; answers: SolvedValue[]; says: string }
  | { kind: 'none'; says: string };

/** Values side by side, to be looked through: whole numbers with their point moved by `places`. */
interface Cell {
  from: number;
  to: number;
  places: number;
}
type Reached = Cell & { span: Span };
/** Cells side by side. */
interface Stretch {
  from: Decimal;
  to: Decimal;
  /** the result at `from` */
  gives: Decimal;
  cells: readonly Reached[];
}

/** Answers named; there may be more. */
const NAMED = 3;
/** Digits a double tells apart. */
const DIGITS = 15;
/** Decimals of what is neither whole nor money. */
const FINEST = 8;
/** Decimals an answer is tried with, the fewest that will do. */
const TRIED = [2, 4, 6, FINEST];
/** Cells looked at together; of more the nearest, of those the lowest. */
const MOST_CELLS = 400;
/** Taken as reached: what formulas that use doubles promise, and far below what anybody sees. */
const REACHED = 1e-9;

const valueOf = (n: number, { places }: Cell): Decimal => decimal((n / 10 ** places).toFixed(places));
const distance = (a: Decimal, b: Decimal): Decimal => a.minus(b).abs();
const reaches = (value: Decimal, target: Decimal): boolean =>
  distance(value, target).lte(target.abs().plus(ONE).times(REACHED));

/** One question of 反推: which value of an input makes a result reach a target. Values of the input are as typed. */
class Question {
  readonly #tool: ToolDefinition;
  readonly #state: ToolState;
  readonly #result: Result;
  readonly #name: string;
  readonly #input: NumberInput;
  readonly #key: string;
  readonly #low: Decimal;
  readonly #high: Decimal;
  readonly #rests: (expression: Expression) => boolean;
  readonly #known: ToolScope;
  readonly #reach: Spread;

  constructor(tool: ToolDefinition, state: ToolState, name: string, key: string) {
    const input = tool.inputs[key];
    const result = tool.results[name];
    if (!input || !isNumber(input) || !result) throw new RangeError(`「${key}」不是可以反推的数字`);
    this.#tool = tool;
    this.#state = state;
    this.#result = result;
    this.#name = name;
    this.#input = input;
    this.#key = key;
    const [low, high] = boundsOf(input);
    this.#low = decimal(low);
    this.#high = decimal(high);
    this.#rests = restingOn(tool, key);
    // Checks depend on the unknown: what the other fields hold is asked without them.
    const known = read({ ...tool, checks: [] }, state);
    this.#known = known.scope;
    this.#reach = reachOf(tool, known, this.#rests, name, key);
  }

  solve(target: Decimal): Solution {
    const { label } = this.#input;
    const idle: Solution = { kind: 'none', says: `改「${label}」不影响这个结果。` };
    if (!this.#rests({ type: 'key', key: this.#name })) return idle;
    const rational = this.#rational();
    if (rational && isConstant(rational)) return idle;
    if (rational && !isWhole(this.#input)) {
      const roots = this.#roots(rational, target);
      if (roots.length > 0) return { kind: 'found', answers: roots.map((x) => this.#answer(x)), more: false };
    }
    const { unit } = this.#result;
    const percent = unit === 'percent' ? HUNDRED : ONE;
    const digits = places(target.times(percent), unit);
    const shown = sound(target.times(percent)).round(digits).div(percent);
    const text = formatNumber(target, unit);
    const half = 0.5 / 10 ** digits / percent.toNumber();
    const reads = (gives: Decimal): boolean => formatNumber(gives, unit) === text || reaches(gives, target);

    const { cells, complete } = this.#search(this.#cells(), shown.toNumber(), half);
    const valued = cells.flatMap((cell) => {
      const gives = this.#at(valueOf(cell.from, cell));
      return gives ? [{ ...cell, gives }] : [];
    });
    const best = valued.reduce<Decimal|undefined>
  }
}
