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
import { reachOf } from './reach.ts';
import { restingOn } from './resting.ts';
import { type Outcome, read, type ToolScope } from './run.ts';
import { beyond, FINEST, Seeker, type Stretch, within } from './seek.ts';
import type { ToolState } from './state.ts';
import { trial } from './trial.ts';

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
  /** these give the target, the lowest first; with `more` others do too, farther from what stands there */
  | { kind: 'found'; answers: SolvedValue[]; more: boolean }
  /** no allowed value gives it; the nearest on offer, nearest first */
  | { kind: 'nearest'; answers: SolvedValue[]; says: string }
  | { kind: 'none'; says: string };

/** Answers named; there may be more. */
const NAMED = 3;
/** Decimals an answer is tried with, the fewest that will do. */
const TRIED = [2, 4, 6, FINEST];
/** Taken as reached: what formulas that use doubles promise, and far below what anybody sees. */
const REACHED = 1e-9;
/** How much nearer is worth a look, in halves of the last decimal people see. */
const WORTH = 0.1;

const reaches = (value: Decimal, target: Decimal): boolean =>
  value.minus(target).abs().lte(target.abs().plus(ONE).times(REACHED));

/** One question of 反推: which value of an input makes a result reach a target. Values of the input are as typed. */
class Question {
  readonly #tool: ToolDefinition;
  readonly #result: Result;
  readonly #name: string;
  readonly #input: NumberInput;
  readonly #key: string;
  /** what a typed percentage is in formulas is so much less */
  readonly #percent: Decimal;
  readonly #rests: (expression: Expression) => boolean;
  readonly #known: ToolScope;
  readonly #tried: ReturnType<typeof trial>;
  /** what stands in the field; the least it takes where that is nothing */
  readonly #now: Decimal;
  readonly #seeker: Seeker;

  constructor(tool: ToolDefinition, state: ToolState, name: string, key: string) {
    const input = tool.inputs[key];
    const result = tool.results[name];
    if (!input || !isNumber(input) || !result) throw new RangeError(`「${key}」不是可以反推的数字`);
    this.#tool = tool;
    this.#result = result;
    this.#name = name;
    this.#input = input;
    this.#key = key;
    this.#percent = input.unit === 'percent' ? HUNDRED : ONE;
    const now = parseTyped(state.fields[key] ?? '', input);
    this.#now = now.state === 'ok' ? now.value.times(this.#percent) : decimal(boundsOf(input)[0]);
    this.#rests = restingOn(tool, key);
    // Whether a check fails depends on the unknown: what the other fields hold is read without them.
    const alone = read({ ...tool, checks: [] }, state);
    this.#known = alone.scope;
    this.#tried = trial(tool, state, name);
    const reach = reachOf(tool, alone, this.#rests, name, key);
    this.#seeker = new Seeker(input, reach, (x) => this.#at(x), this.#now.toNumber());
  }

  solve(target: Decimal): Solution {
    const idle: Solution = { kind: 'none', says: `改「${this.#input.label}」不影响这个结果。` };
    if (!this.#rests({ type: 'key', key: this.#name })) return idle;
    const rational = this.#rational();
    if (rational && isConstant(rational)) return idle;
    const roots = rational && !isWhole(this.#input) ? this.#roots(rational, target) : [];
    if (roots.length > 0) return { kind: 'found', answers: roots.map((x) => this.#value(x)), more: false };

    const { found, complete } = this.#reading(target);
    const exact = found.slice(0, NAMED).flatMap((stretch) => this.#exactly(stretch, target));
    const stretches = this.#seeker.nearestFirst(exact).slice(0, NAMED);
    if (stretches.some((stretch) => this.#seeker.isEverything(stretch))) return idle;
    if (stretches.length > 0) {
      const answers = stretches.sort((a, b) => a.from.cmp(b.from)).map((stretch) => this.#answer(stretch));
      return { kind: 'found', answers, more: exact.length > NAMED || found.length > NAMED || !complete };
    }
    return this.#nearest(target, complete, idle);
  }

  /** What people see of a result, and between which results they see just that. */
  #seen(value: Decimal): { shown: number; low: number; high: number } {
    const { unit } = this.#result;
    const percent = unit === 'percent' ? HUNDRED : ONE;
    const half = (at: Decimal): Decimal => decimal(10).pow(-places(at, unit)).div(2);
    const seen = sound(value.times(percent));
    const shown = seen.round(places(seen, unit));
    // Below 1 there can be more decimals than above.
    const [low, high] = [
      shown.minus(half(shown.minus(half(shown)))),
      shown.plus(half(shown.plus(half(shown)))),
    ];
    const [at, from, to] = [shown, low, high].map((each) => each.div(percent).toNumber()) as [
      number,
      number,
      number,
    ];
    return { shown: at, low: from, high: to };
  }

  /** All stretches whose results read as the target, the nearest to what stands in the field first. */
  #reading(target: Decimal): { found: Stretch[]; complete: boolean } {
    const { unit } = this.#result;
    const { low, high } = this.#seen(target);
    const reads = formatNumber(target, unit);
    return this.#seeker.find({
      ...within(low, high),
      // Of the bounds themselves only one is seen so.
      counts: (value) => formatNumber(value, unit) === reads || reaches(value, target),
    });
  }

  #outcome(x: Decimal): Outcome | undefined {
    return this.#tried(this.#key, toMachine(x));
  }

  #at(x: Decimal): Decimal | undefined {
    const outcome = this.#outcome(x);
    return outcome?.exists && typeof outcome.value !== 'string' ? outcome.value : undefined;
  }

  /** The result as a quotient of polynomials in the unknown, where it is one. */
  #rational(): Rational | undefined {
    const look = (part: Expression): Decimal | 'unknown' | Expression | undefined => {
      if (!this.#rests(part)) {
        const known = unlessNone(
          () => evaluate(part, this.#known),
          () => undefined,
        );
        return typeof known === 'object' && 'times' in known ? known : undefined;
      }
      if (part.type === 'key') {
        const formula = this.#tool.results[part.key]?.formula;
        return formula === undefined ? 'unknown' : compile(formula);
      }
      if (part.type !== 'choose' || this.#rests(part.when)) return undefined;
      return unlessNone(
        () => (test(part.when, this.#known) ? part.then : part.otherwise),
        () => undefined,
      );
    };
    return asRational({ type: 'key', key: this.#name }, look);
  }

  #roots(rational: Rational, target: Decimal): Decimal[] {
    return rootsOf(rational, target)
      .map((root) => root.times(this.#percent))
      .filter((x) => {
        const gives = this.#at(x);
        return gives !== undefined && reaches(gives, target);
      });
  }

  /** Of neighbouring values that all read as the target those that give it exactly, if any do. */
  #exactly(stretch: Stretch, target: Decimal): Stretch[] {
    const slack = REACHED * (1 + Math.abs(target.toNumber()));
    const at = target.toNumber();
    const exact = this.#seeker.find(within(at - slack, at + slack), stretch.cells).found;
    // What only comes near the target as the value grows without end reads as it long before.
    return exact.length > 0 && !exact.some(({ to }) => to.eq(MAX_TYPED)) ? exact : [stretch];
  }

  /** The values whose results lie nearest above and below the target. */
  #nearest(target: Decimal, complete: boolean, idle: Solution): Solution {
    const { label } = this.#input;
    const { shown, high } = this.#seen(target);
    const sides = ([1, -1] as const).flatMap((side) => {
      const best = this.#seeker.nearest(beyond(shown, side), (high - shown) * WORTH);
      const gives = best && this.#at(best.from);
      if (!gives) return [];
      const [stretch = best] = this.#reading(gives).found;
      return [{ stretch, off: gives.minus(shown).abs() }];
    });
    sides.sort((a, b) => a.off.cmp(b.off));
    if (sides.some(({ stretch }) => this.#seeker.isEverything(stretch))) return idle;
    if (sides.length === 0)
      return { kind: 'none', says: `改「${label}」也算不出这个结果，先看别的数填好没有。` };
    const why = !complete
      ? `没有找到正好的「${label}」，找过的里面`
      : sides.length === 1
        ? `在允许的范围里，改「${label}」到不了这个目标，`
        : isWhole(this.#input)
          ? `「${label}」只能是整数，正好的没有，`
          : `改「${label}」，结果会跳过这个目标，`;
    return {
      kind: 'nearest',
      answers: sides.map(({ stretch }) => this.#answer(stretch)),
      says: `${why}最接近的是：`,
    };
  }

  /** An answer as the field gets it: as short as it can be while the result still reads the same. */
  #value(x: Decimal): SolvedValue {
    const reads = (typed: Decimal): string => {
      const gives = this.#at(typed);
      return gives ? formatNumber(gives, this.#result.unit) : '';
    };
    const read = reads(x);
    const short = TRIED.map((n) => x.round(n)).find((typed) => reads(typed) === read) ?? x;
    return { typed: toMachine(short), text: this.#typedText(short), gives: this.#text(short) };
  }

  /** A stretch between its shortest ends; one value where those are too long for anybody. */
  #answer({ from, to }: Stretch): SolvedValue {
    const ends = [2, 4].map((n) => {
      const unit = decimal(10).pow(n);
      return [ceil(from.times(unit)).div(unit), floor(to.times(unit)).div(unit)] as const;
    });
    const [first, last] = ends.find(([a, b]) => a.lte(b)) ?? [];
    if (!first || !last || first.eq(last)) return this.#value(first ?? from.plus(to).div(2).round(FINEST));
    const [low, high] = [this.#typedText(first), this.#typedText(last)];
    return {
      typed: toMachine(this.#now.lt(first) ? first : this.#now.gt(last) ? last : this.#now),
      text: last.eq(MAX_TYPED) ? `${low}以上` : `${low}到${high}`,
      range: [toMachine(first), toMachine(last)],
      gives: this.#text(first),
    };
  }

  #text(x: Decimal): string {
    return this.#outcome(x)?.text ?? '—';
  }

  #typedText(x: Decimal): string {
    const { unit, suffix } = this.#input;
    return formatNumber(x.div(this.#percent), unit, 'formula', suffix);
  }
}

/**
 * 反推: solves for one input. Exact where the formula is a quotient of polynomials in it; otherwise it looks through all
 * that may be typed, leaving out what cannot come near the target, so that jumps and level stretches are found as they
 * are. A result that reads as the target counts; of neighbours that do, only those that give it exactly, if any do.
 */
export const solve = (
  tool: ToolDefinition,
  state: ToolState,
  result: string,
  input: string,
  target: Decimal,
): Solution => new Question(tool, state, result, input).solve(target);
