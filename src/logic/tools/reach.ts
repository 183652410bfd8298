import { type Expression, keysOf } from '../expression/ast.ts';
import { evaluate, HOLDS, test } from '../expression/evaluate.ts';
import { FUNCTIONS, type FormulaFunction, type Value } from '../expression/functions.ts';
import { unlessNone } from '../expression/none.ts';
import { type Decimal, decimal } from '../number/decimal.ts';
import { compile } from './compile.ts';
import type { Input, Result, ToolDefinition } from './define.ts';
import type { read } from './run.ts';
import type { ToolScope } from './scope.ts';

/*
 * Interval arithmetic: what a formula can come to while one input lies anywhere in a stretch. The bounds are never too
 * narrow, so what they leave out need not be looked at; they get narrow as the stretch does. Source: R. E. Moore,
 * R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis (2009), chapters 2 and 5.
 */

/** What a value can be while the unknown lies in a stretch. */
export interface Span {
  low: number;
  high: number;
  /** for words, all it can be */
  words?: readonly string[];
  /** the same for every unknown in the stretch; the bounds then differ by rounding alone */
  flat: boolean;
  /** exists for every unknown in the stretch */
  sure: boolean;
}
/** Nothing where the value exists for no unknown in the stretch. */
export type Spread = (unknown: Span) => Span | undefined;
/** Whether a condition can hold, and whether it can fail. */
interface Truth {
  yes: boolean;
  no: boolean;
  sure: boolean;
}

const ANYTHING: Span = { low: -Infinity, high: Infinity, flat: false, sure: false };
const NOTHING: Span = { low: 0, high: 0, flat: true, sure: true };
const ULP = Number.EPSILON;

/** A span whose bounds a double may have rounded inwards. What does not come out as a number could be any. */
export const outward = (low: number, high: number, { flat, sure }: Pick<Span, 'flat' | 'sure'>): Span => ({
  low: Number.isNaN(low) ? -Infinity : low - Math.abs(low) * ULP,
  high: Number.isNaN(high) ? Infinity : high + Math.abs(high) * ULP,
  flat,
  sure,
});
const both = (a: Span, b: Span): Pick<Span, 'flat' | 'sure'> => ({
  flat: a.flat && b.flat,
  sure: a.sure && b.sure,
});

/** The result of an operation that does not round whole numbers: counts stay exact. */
function exactly(low: number, high: number, a: Span, b: Span): Span {
  const whole = [a.low, a.high, b.low, b.high, low, high].every(Number.isSafeInteger);
  return whole ? { low, high, ...both(a, b) } : outward(low, high, both(a, b));
}
const negative = (a: Span): Span => ({ ...a, low: -a.high, high: -a.low });
const plus = (a: Span, b: Span): Span => exactly(a.low + b.low, a.high + b.high, a, b);

function times(a: Span, b: Span): Span {
  // Nothing times whatever it is stays nothing.
  const product = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : x * y);
  const corners = [a.low, a.high].flatMap((x) => [product(x, b.low), product(x, b.high)]);
  const made = exactly(Math.min(...corners), Math.max(...corners), a, b);
  return made.low === made.high && made.low === 0 ? { ...made, flat: true } : made;
}

function over(a: Span, b: Span): Span | undefined {
  if (b.low === 0 && b.high === 0) return undefined;
  if (b.low <= 0 && b.high >= 0) return ANYTHING;
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return outward(Math.min(...corners), Math.max(...corners), both(a, b));
}

function power(a: Span, b: Span): Span {
  if (b.low !== b.high || !Number.isInteger(b.low) || b.low < 0 || b.low > 100) return ANYTHING;
  let result: Span = { ...NOTHING, low: 1, high: 1 };
  for (let i = 0; i < b.low; i++) result = times(result, a);
  return result;
}

/** What can be either; one of them may not exist. */
function either(a: Span | undefined, b: Span | undefined): Span | undefined {
  if (!a || !b) {
    const one = a ?? b;
    return one && { ...one, sure: false };
  }
  const words = a.words && b.words && [...new Set([...a.words, ...b.words])];
  const same = words ? words.length === 1 : a.low === b.low && a.high === b.high;
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    ...(words && { words }),
    flat: a.flat && b.flat && same,
    sure: a.sure && b.sure,
  };
}

/**
 * Which way a function goes when one of its values grows: 1 up, −1 down, 0 no such way; the last speaks for all that
 * follow. Its bounds are then its values at the corners. `off`: by how much rounding may break the rule.
 */
const WAYS: Readonly<Record<string, { goes: readonly (1 | -1 | 0)[]; off?: number }>> = {
  max: { goes: [1] },
  min: { goes: [1] },
  ceil: { goes: [1] },
  floor: { goes: [1] },
  fen: { goes: [1] },
  sqrt: { goes: [1] },
  quantile: { goes: [1] },
  // Of the size of z, which is what it gets here.
  twoSided: { goes: [-1] },
  leastAgents: { goes: [1, -1, -1, 1] },
  erlangC: { goes: [-1, 1] },
  lateShare: { goes: [-1, 1, -1] },
  powerSum: { goes: [1, 1] },
  // A part that is rounded with the others can lose a fen while the whole gains one.
  monthPart: { goes: [1, 0], off: 0.04 },
  quarterPart: { goes: [1, 0], off: 0.12 },
};
const NO_WAY = { goes: [0] } as const;
const size = ({ low, high, ...rest }: Span): Span => ({
  ...rest,
  low: Math.max(0, low, -high),
  high: Math.max(-low, high),
});

/** The bounds of a call. Values that do not rest on the unknown come as they are. */
function called(name: string, { apply }: FormulaFunction, args: readonly (Value | Span)[]): Span {
  const isSpan = (arg: Value | Span): arg is Span => typeof arg === 'object' && 'sure' in arg;
  const { goes, off = 0 }: (typeof WAYS)[string] = WAYS[name] ?? NO_WAY;
  const way = (i: number): number => goes[Math.min(i, goes.length - 1)] ?? 0;
  const sized = args.map((arg) => (name === 'twoSided' && isSpan(arg) ? size(arg) : arg));
  if (sized.some((arg, i) => isSpan(arg) && way(i) === 0 && arg.low !== arg.high)) return ANYTHING;
  const spans = sized.filter(isSpan);
  const flatAlready = spans.every(({ flat }) => flat);
  const corner = (side: 1 | -1): Decimal | undefined => {
    const at = sized.map((arg, i) => (isSpan(arg) ? (way(i) * side > 0 ? arg.high : arg.low) : arg));
    if (at.some((value) => typeof value === 'number' && !Number.isFinite(value))) return undefined;
    return unlessNone(
      () => apply(...at.map((value) => (typeof value === 'number' ? decimal(value) : value))) as Decimal,
      () => undefined,
    );
  };
  const [low, high] = [corner(-1), corner(1)];
  if (!low || !high) {
    return {
      low: low ? bounds(low).low : -Infinity,
      high: high ? bounds(high).high : Infinity,
      flat: false,
      sure: false,
    };
  }
  // What is the same at both ends of a way up or down is the same in between.
  const flat = flatAlready || (off === 0 && low.eq(high));
  return { low: bounds(low).low - off, high: bounds(high).high + off, flat, sure: spans.every((s) => s.sure) };
}

/** A decimal between doubles. */
function bounds(value: Decimal): Span {
  const double = value.toNumber();
  return Number.isSafeInteger(double) && value.eq(double)
    ? { ...NOTHING, low: double, high: double }
    : outward(double, double, NOTHING);
}
const fixed = (value: Value): Span =>
  typeof value === 'string'
    ? { ...NOTHING, words: [value] }
    : 'times' in value
      ? bounds(value)
      : ANYTHING;

type Results = Readonly<Record<string, Result>>;

/** Where formulas find what they name: the tool, or one row of its table. */
class Place {
  readonly #unknown: string;
  readonly #rests: (expression: Expression) => boolean;
  readonly #scope: ToolScope;
  readonly #inputs: Readonly<Record<string, Input>>;
  readonly #results: Results;
  readonly #above: Place | undefined;
  readonly #made = new Map<string, Spread>();
  /** of the tool: those that count; nothing where that is up to the unknown */
  rows: Place[] | undefined = [];

  constructor(
    unknown: string,
    rests: (expression: Expression) => boolean,
    scope: ToolScope,
    inputs: Readonly<Record<string, Input>>,
    results: Results,
    above?: Place,
  ) {
    this.#unknown = unknown;
    this.#rests = rests;
    this.#scope = scope;
    this.#inputs = inputs;
    this.#results = results;
    this.#above = above;
  }

  /** A result is worked out once for a stretch, however many formulas ask for it. */
  key(key: string): Spread {
    if (this.#above && !(key in this.#inputs) && !(key in this.#results)) return this.#above.key(key);
    if (!this.#above && key === this.#unknown) return (unknown) => unknown;
    let made = this.#made.get(key);
    if (!made) {
      const result = this.#results[key];
      const work = result && this.#rests(keyed(key)) ? this.#result(result) : this.#known(keyed(key));
      let [last, value]: [Span | undefined, Span | undefined] = [undefined, undefined];
      made = (unknown) => {
        if (unknown !== last) [last, value] = [unknown, work(unknown)];
        return value;
      };
      this.#made.set(key, made);
    }
    return made;
  }

  #result({ formula, needs }: Result): Spread {
    const value = this.spread(compile(formula));
    if (needs === undefined) return value;
    const holds = this.truth(compile(needs));
    return (unknown) => {
      const needed = holds(unknown);
      const span = needed?.yes ? value(unknown) : undefined;
      return span && needed && { ...span, sure: span.sure && needed.sure && !needed.no };
    };
  }

  #known(expression: Expression): Spread {
    const known = unlessNone(
      () => fixed(evaluate(expression, this.#scope)),
      () => undefined,
    );
    return () => known;
  }

  spread(expression: Expression): Spread {
    if (!this.#rests(expression)) return this.#known(expression);
    switch (expression.type) {
      case 'key':
        return this.key(expression.key);
      case 'negate': {
        const of = this.spread(expression.of);
        return (unknown) => {
          const span = of(unknown);
          return span && negative(span);
        };
      }
      case 'binary':
        return this.#binary(expression);
      case 'choose':
        return this.#choose(expression);
      case 'call':
        return this.#call(expression);
      default:
        return () => ANYTHING;
    }
  }

  #binary({ operator, left, right }: Expression & { type: 'binary' }): Spread {
    const [first, second] = [this.spread(left), this.spread(right)];
    const work = { '+': plus, '-': (a: Span, b: Span) => plus(a, negative(b)), '*': times, '/': over, '^': power };
    const operate = work[operator];
    return (unknown) => {
      const a = first(unknown);
      const b = a && second(unknown);
      return a && b && operate(a, b);
    };
  }

  #choose({ when, then, otherwise }: Expression & { type: 'choose' }): Spread {
    const [holds, yes, no] = [this.truth(when), this.spread(then), this.spread(otherwise)];
    return (unknown) => {
      const chosen = holds(unknown);
      if (!chosen) return undefined;
      const span =
        chosen.yes && chosen.no ? either(yes(unknown), no(unknown)) : (chosen.yes ? yes : no)(unknown);
      return span && { ...span, sure: span.sure && chosen.sure };
    };
  }

  #call(call: Expression & { type: 'call' }): Spread {
    const known = FUNCTIONS.get(call.name);
    if (!known || 'over' in known) return (this.#above ?? this).#overRows(call);
    const args = call.args.map((arg): Spread | Value | undefined =>
      this.#rests(arg)
        ? this.spread(arg)
        : unlessNone(
            () => evaluate(arg, this.#scope),
            () => undefined,
          ),
    );
    return (unknown) => {
      const values = args.map((arg) => (typeof arg === 'function' ? arg(unknown) : arg));
      const there = values.filter((value) => value !== undefined);
      return there.length < values.length ? undefined : called(call.name, known, there);
    };
  }

  /** Sums and counts of rows; others could be anything. */
  #overRows({ name, args }: Expression & { type: 'call' }): Spread {
    const [first, second] = args;
    const [of, where] = name === 'count' ? [undefined, first] : [first, second];
    if (!this.rows || (name !== 'sum' && name !== 'count')) return () => ANYTHING;
    const rows = this.rows.map((row) => ({ of: of && row.spread(of), where: where && row.truth(where) }));
    const one = { ...NOTHING, low: 1, high: 1 };
    return (unknown) => {
      let sum: Span = NOTHING;
      for (const row of rows) {
        const counts = row.where ? row.where(unknown) : ALWAYS;
        if (!counts) return undefined;
        if (!counts.yes) continue;
        const value = row.of ? row.of(unknown) : one;
        if (!value && !counts.no) return undefined;
        const part = counts.no ? either(value, NOTHING) : value;
        sum = plus(sum, { ...(part ?? NOTHING), sure: Boolean(value?.sure) && counts.sure });
      }
      return sum;
    };
  }

  truth(condition: Expression): (unknown: Span) => Truth | undefined {
    if (!this.#rests(condition)) {
      const known = unlessNone(
        () => test(condition, this.#scope),
        () => undefined,
      );
      const truth = known === undefined ? undefined : { yes: known, no: !known, sure: true };
      return () => truth;
    }
    if (condition.type === 'logic') {
      const [left, right] = [this.truth(condition.left), this.truth(condition.right)];
      const and = condition.operator === 'and';
      return (unknown) => {
        const a = left(unknown);
        const b = a && right(unknown);
        if (!a || !b) return undefined;
        const sure = a.sure && b.sure;
        return and
          ? { yes: a.yes && b.yes, no: a.no || b.no, sure }
          : { yes: a.yes || b.yes, no: a.no && b.no, sure };
      };
    }
    if (condition.type !== 'compare') return () => MAYBE;
    const [left, right] = [this.spread(condition.left), this.spread(condition.right)];
    return (unknown) => {
      const a = left(unknown);
      const b = a && right(unknown);
      return a && b && compared(condition.operator, a, b);
    };
  }
}

const ALWAYS: Truth = { yes: true, no: false, sure: true };
const MAYBE: Truth = { yes: true, no: true, sure: false };
const keyed = (key: string): Expression => ({ type: 'key', key });

function compared(operator: keyof typeof HOLDS, a: Span, b: Span): Truth {
  const pairs = (a.words ?? []).flatMap((word) => (b.words ?? []).map((other) => word === other));
  const [less, equal, more] = a.words
    ? [false, pairs.includes(true), pairs.includes(false)]
    : [a.low < b.high, a.low <= b.high && a.high >= b.low, a.high > b.low];
  const can = [less && -1, equal && 0, more && 1].filter((order) => order !== false).map(HOLDS[operator]);
  return { yes: can.includes(true), no: can.includes(false), sure: a.sure && b.sure };
}

/** Whether formulas rest on an input, directly or through results, of the tool or of its rows. */
export function restingOn(tool: ToolDefinition, input: string): (expression: Expression) => boolean {
  const known = new Map<string, boolean>([[input, true]]);
  const rests = (expression: Expression): boolean => keysOf(expression).some(keyRests);
  const keyRests = (key: string): boolean => {
    let does = known.get(key);
    if (does === undefined) {
      known.set(key, false);
      const { formula, needs } = tool.results[key] ?? tool.rows?.results[key] ?? {};
      does = [formula, needs].some((text) => text !== undefined && rests(compile(text)));
      known.set(key, does);
    }
    return does;
  };
  return rests;
}

/**
 * What a result can come to while one input lies in a stretch, the others as they are; nothing where a check fails.
 * @param fields what was typed, read without the tool's checks, which depend on the unknown
 */
export function reachOf(
  tool: ToolDefinition,
  { fields, scope, rows }: ReturnType<typeof read>,
  rests: (expression: Expression) => boolean,
  result: string,
  input: string,
): Spread {
  const place = new Place(input, rests, scope, tool.inputs, tool.results);
  const { columns = {}, results = {}, checks: ofRows = [] } = tool.rows ?? {};
  place.rows = ofRows.some(({ when }) => rests(compile(when)))
    ? undefined
    : rows
        .filter(({ counts }) => counts)
        .map((row) => new Place(input, rests, row.scope, columns, results, place));
  const checks = (tool.checks ?? [])
    .filter(({ field }) => field === input || fields[field]?.state === 'ok')
    .map(({ when }) => place.truth(compile(when)));
  const value = place.key(result);
  return (unknown) => {
    let sure = true;
    for (const check of checks) {
      const fails = check(unknown);
      if (fails?.yes && !fails.no && fails.sure) return undefined;
      sure &&= !fails?.yes;
    }
    const span = value(unknown);
    return span && { ...span, sure: span.sure && sure };
  };
}
