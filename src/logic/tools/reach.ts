import type { Expression } from '../expression/ast.ts';
import { evaluate, HOLDS, MOST_TIMES, test } from '../expression/evaluate.ts';
import { FUNCTIONS, type FormulaFunction, type Value } from '../expression/functions.ts';
import { unlessNone } from '../expression/none.ts';
import { compare, type Decimal, decimal, ONE, power, ZERO } from '../number/decimal.ts';
import { compile } from './compile.ts';
import type { Input, Result, ToolDefinition } from './define.ts';
import type { read } from './run.ts';
import type { ToolScope } from './scope.ts';

/*
 * Interval arithmetic: what a formula can come to while one input lies anywhere in a stretch. The bounds are never too
 * narrow, so what they leave out need not be looked at; they get narrow as the stretch does. So that a − a and a ÷ a
 * stay narrow where the stretch is long, a value also knows what it is a multiple of, but for so much.
 * Source: R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis (2009), chapters 2 and 5;
 * J. Stolfi, L. H. de Figueiredo, An Introduction to Affine Arithmetic (2003).
 */

/** What a value can be while the unknown lies in a stretch. */
export interface Span {
  low: number;
  high: number;
  /** what it is, where it is the same all along */
  is?: Decimal;
  /** for words, all it can be */
  words?: readonly string[];
  /** exists all along */
  sure: boolean;
  /** absent: a multiple of itself alone */
  lines?: readonly Line[];
}
/** A value that is `slope` times another one and between `from` and `to` more. */
interface Line {
  of: object;
  /** bounds of the other */
  low: number;
  high: number;
  slope: number;
  from: number;
  to: number;
}
/** Nothing where the value exists nowhere in the stretch. */
export type Spread = (unknown: Span) => Span | undefined;
/** Whether a condition can hold, and whether it can fail. */
interface Truth {
  yes: boolean;
  no: boolean;
  sure: boolean;
}

const ANYTHING: Span = { low: -Infinity, high: Infinity, sure: false };
const ULP = Number.EPSILON;

/** Between bounds that a double may have rounded inwards. What does not come out as a number could be any. */
export const between = (low: number, high: number, sure: boolean): Span => ({
  low: Number.isNaN(low) ? -Infinity : low - Math.abs(low) * ULP,
  high: Number.isNaN(high) ? Infinity : high + Math.abs(high) * ULP,
  sure,
});
/** One value all along. */
export function exactly(value: Decimal): Span {
  const double = value.toNumber();
  return { ...between(double, double, true), is: value };
}
const NOTHING = exactly(ZERO);
const ONCE = exactly(ONE);

/** Works with decimals what is the same all along. */
const operation =
  (exact: (a: Decimal, b: Decimal) => Decimal, spans: (a: Span, b: Span) => Span) =>
  (a: Span, b: Span): Span =>
    a.is && b.is ? { ...exactly(exact(a.is, b.is)), sure: a.sure && b.sure } : spans(a, b);

/** What a value is a multiple of. */
const linesOf = (span: Span): readonly Line[] =>
  span.lines ?? [{ of: span, low: span.low, high: span.high, slope: 1, from: 0, to: 0 }];
/** The lines of two values that are multiples of the same; what stays as it is, is one of any. */
function together(a: Span, b: Span): [Line, Line][] {
  const level = ({ low, high }: Span, line: Line): Line => ({ ...line, slope: 0, from: low, to: high });
  if (a.is) return linesOf(b).map((line) => [level(a, line), line]);
  if (b.is) return linesOf(a).map((line) => [line, level(b, line)]);
  return linesOf(a).flatMap((line) => {
    const other = linesOf(b).find(({ of }) => of === line.of);
    return other ? [[line, other] satisfies [Line, Line]] : [];
  });
}

/** The span on lines, no wider than any of them allows. */
function onLines(span: Span, lines: readonly Line[]): Span {
  let { low, high } = span;
  const kept = lines.flatMap((line): Line[] => {
    const ends = [line.slope * line.low, line.slope * line.high];
    const size = Math.max(Math.abs(line.from), Math.abs(line.to), ...ends.map(Math.abs));
    // What doubles round; where it is no number there is no line.
    const [from, to] = [line.from - 4 * ULP * size, line.to + 4 * ULP * size];
    if (!Number.isFinite(size)) return [];
    low = Math.max(low, Math.min(...ends) + from);
    high = Math.min(high, Math.max(...ends) + to);
    return [{ ...line, from, to }];
  });
  return { ...span, low, high, ...(kept.length > 0 && { lines: kept }) };
}

function negative(a: Span): Span {
  if (a.is) return { ...exactly(a.is.neg()), sure: a.sure };
  const lines = linesOf(a).map(({ slope, from, to, ...line }) => ({
    ...line,
    slope: -slope,
    from: -to,
    to: -from,
  }));
  return { low: -a.high, high: -a.low, sure: a.sure, lines };
}

const plus = operation(
  (a, b) => a.plus(b),
  (a, b) => {
    const sum = between(a.low + b.low, a.high + b.high, a.sure && b.sure);
    const lines = together(a, b).map(([one, other]) => ({
      ...one,
      slope: one.slope + other.slope,
      from: one.from + other.from,
      to: one.to + other.to,
    }));
    return onLines(sum, lines);
  },
);

const times = operation(
  (a, b) => a.times(b),
  (a, b) => {
    const sure = a.sure && b.sure;
    if (a.is?.eq(ZERO) || b.is?.eq(ZERO)) return { ...NOTHING, sure };
    const corners = [a.low, a.high].flatMap((x) => [x * b.low, x * b.high]);
    const made = between(Math.min(...corners), Math.max(...corners), sure);
    return a.is ? scaled(made, b, a) : b.is ? scaled(made, a, b) : made;
  },
);

/** Keeps the lines of a value that was multiplied by one that stays as it is. */
function scaled(made: Span, of: Span, by: Span): Span {
  const lines = linesOf(of).map((line) => {
    const ends = [line.from, line.to].flatMap((end) => [end * by.low, end * by.high]);
    const loose =
      Math.abs(line.slope) * (by.high - by.low) * Math.max(Math.abs(line.low), Math.abs(line.high));
    return {
      ...line,
      slope: line.slope * by.low,
      from: Math.min(...ends) - loose,
      to: Math.max(...ends) + loose,
    };
  });
  return onLines(made, lines);
}

function over(a: Span, b: Span): Span | undefined {
  if (b.is && compare(b.is, ZERO) === 0) return undefined;
  return divided(a, b);
}
const divided = operation(
  (a, b) => a.div(b),
  (a, b) => {
    if (b.low <= 0 && b.high >= 0) return ANYTHING;
    const free = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
    const made = between(Math.min(...free), Math.max(...free), a.sure && b.sure);
    if (b.is) return scaled(made, a, between(1 / b.high, 1 / b.low, true));
    let { low, high } = made;
    for (const [one, other] of together(a, b)) {
      const along = alongLines(one, other);
      low = Math.max(low, along.low);
      high = Math.min(high, along.high);
    }
    return { ...made, low, high };
  },
);

/** A quotient of lines goes one way along them: its ends, for all there is more on either. */
function alongLines(a: Line, b: Line): Span {
  const ends = [a.low, a.high].flatMap((x) => {
    const [one, other] = [a.slope * x, b.slope * x];
    const under = [other + b.from, other + b.to];
    return [one + a.from, one + a.to].flatMap((upper) => under.map((lower) => [upper, lower] as const));
  });
  // Through nothing it does not.
  const oneSide = ends.every(([, lower]) => lower > 0) || ends.every(([, lower]) => lower < 0);
  const corners = ends.map(([upper, lower]) => upper / lower);
  return oneSide ? between(Math.min(...corners), Math.max(...corners), true) : ANYTHING;
}

function raised(a: Span, b: Span): Span | undefined {
  const exponent = b.is?.toNumber() ?? -1;
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > MOST_TIMES)
    return b.is ? undefined : ANYTHING;
  if (a.is) return { ...exactly(power(a.is, exponent)), sure: a.sure && b.sure };
  let result = { ...ONCE, sure: b.sure };
  for (let i = 0; i < exponent; i++) result = times(result, a);
  return result;
}

/** What can be either; one of them may not exist. */
function either(a: Span | undefined, b: Span | undefined): Span | undefined {
  if (!a || !b) {
    const one = a ?? b;
    return one && { ...one, sure: false };
  }
  const sure = a.sure && b.sure;
  if (a.is && b.is?.eq(a.is)) return { ...a, sure };
  const words = a.words && b.words && [...new Set([...a.words, ...b.words])];
  const [low, high] = [Math.min(a.low, b.low), Math.max(a.high, b.high)];
  const made = { low, high, sure, ...(words && { words }) };
  const lines = together(a, b)
    .filter(([one, other]) => one.slope === other.slope)
    .map(([one, other]) => ({
      ...one,
      from: Math.min(one.from, other.from),
      to: Math.max(one.to, other.to),
    }));
  return onLines(made, lines);
}

interface Way {
  /** for each of its values, the last for all that follow: 1 grows with it, −1 falls, 0 neither */
  goes: readonly (1 | -1 | 0)[];
  /** by how much rounding may break the rule */
  off?: number;
  /** how far it lies from its only value */
  near?: readonly [number, number];
  /** its least or largest value at a bound, where doubles will do */
  quick?: (bound: number, side: -1 | 1) => number;
}
/** Half a fen goes away from zero: on either side of it lies what it can be. */
const toFen = (bound: number, side: -1 | 1): number => {
  const fen = bound * 100 + side * 4 * ULP * Math.abs(bound * 100);
  return (side < 0 ? Math.ceil(fen - 0.5) : Math.floor(fen + 0.5)) / 100;
};
/** Which way functions go: their bounds are their values at the corners. */
const WAYS: Readonly<Record<string, Way>> = {
  ceil: { goes: [1], near: [0, 1], quick: Math.ceil },
  floor: { goes: [1], near: [-1, 0], quick: Math.floor },
  fen: { goes: [1], near: [-0.005, 0.005], quick: toFen },
  sqrt: { goes: [1], quick: (bound) => Math.sqrt(bound) },
  quantile: { goes: [1] },
  // Of the size of z, which is what it gets here.
  twoSided: { goes: [-1] },
  leastAgents: { goes: [1, -1, -1, 1] },
  erlangC: { goes: [-1, 1] },
  lateShare: { goes: [-1, 1, -1] },
  powerSum: { goes: [1, 1] },
  // A part that is rounded with the others can lose a fen while the whole gains one.
  monthPart: { goes: [1, 0], off: 0.02 },
  quarterPart: { goes: [1, 0], off: 0.06 },
};
const NO_WAY: Way = { goes: [0] };
const size = ({ low, high, sure }: Span): Span => ({
  low: Math.max(0, low, -high),
  high: Math.max(-low, high),
  sure,
});

/** A call whose values may move; those that do not rest on the unknown come as they are. */
function called(name: string, { apply }: FormulaFunction, args: readonly (Value | Span)[]): Span | undefined {
  const applied = (values: readonly (Value | number)[]): Decimal | undefined =>
    unlessNone(
      () => apply(...values.map((value) => (typeof value === 'number' ? decimal(value) : value))) as Decimal,
      () => undefined,
    );
  const sure = args.every((arg) => !isSpan(arg) || arg.sure);
  const exact = args.map((arg) => (isSpan(arg) ? arg.is : arg));
  if (exact.every((value) => value !== undefined)) {
    const value = applied(exact);
    return value && { ...exactly(value), sure };
  }
  if (name === 'max' || name === 'min') return extreme(name, args);
  const { goes, off = 0, near, quick } = WAYS[name] ?? NO_WAY;
  const [only] = args;
  if (quick && only !== undefined && isSpan(only)) return follows(only, quick, near);
  const way = (i: number): number => goes[Math.min(i, goes.length - 1)] ?? 0;
  if (args.some((arg, i) => isSpan(arg) && !arg.is && way(i) === 0)) return ANYTHING;
  const corner = (side: 1 | -1): Decimal | undefined => {
    const at = args.map((arg, i) => {
      if (!isSpan(arg)) return arg;
      const { low, high } = name === 'twoSided' ? size(arg) : arg;
      return arg.is ?? (way(i) * side > 0 ? high : low);
    });
    return at.some((value) => value === Infinity || value === -Infinity) ? undefined : applied(at);
  };
  const [low, high] = [corner(-1), corner(1)];
  // What is the same at both ends of a way up or down is the same in between.
  if (off === 0 && low && high?.eq(low)) return { ...exactly(low), sure };
  const [least, most] = [
    low ? exactly(low).low - off : -Infinity,
    high ? exactly(high).high + off : Infinity,
  ];
  return { low: least, high: most, sure: Boolean(low && high) && sure };
}
const isSpan = (arg: Value | Span): arg is Span => typeof arg === 'object' && 'sure' in arg;

/** A function that grows with its only value, and keeps close to its line if it is so `near`. */
function follows(span: Span, quick: NonNullable<Way['quick']>, near: Way['near']): Span {
  const [low, high] = [quick(span.low, -1), quick(span.high, 1)];
  if (Number.isNaN(high)) return ANYTHING;
  if (near && low === high) return { ...exactly(decimal(low)), sure: span.sure };
  const made = between(low, high, span.sure && !Number.isNaN(low));
  if (!near) return made;
  const lines = linesOf(span).map((line) => ({ ...line, from: line.from + near[0], to: line.to + near[1] }));
  // What rests on it rests on what it is, too.
  return onLines(made, [...lines, { of: made, low: made.low, high: made.high, slope: 1, from: 0, to: 0 }]);
}

/** The largest or the smallest: on its line where it is always the same one of them. */
function extreme(name: 'max' | 'min', args: readonly (Value | Span)[]): Span {
  const spans = args.map((arg) => (isSpan(arg) ? arg : fixed(arg)));
  const sure = spans.every((span) => span.sure);
  const one = spans.find((span) =>
    spans.every(
      (other) => span === other || (name === 'max' ? span.low >= other.high : span.high <= other.low),
    ),
  );
  if (one) return { ...one, sure };
  const [low, high] = [spans.map((span) => span.low), spans.map((span) => span.high)];
  return { low: Math[name](...low), high: Math[name](...high), sure };
}

/** A value that does not rest on the unknown. */
const fixed = (value: Value): Span =>
  typeof value === 'string'
    ? { ...ANYTHING, words: [value], sure: true }
    : 'times' in value
      ? exactly(value)
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
    const work = {
      '+': plus,
      '-': (a: Span, b: Span) => plus(a, negative(b)),
      '*': times,
      '/': over,
      '^': raised,
    };
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
    return (unknown) => {
      let sum: Span = NOTHING;
      for (const row of rows) {
        const counts = row.where ? row.where(unknown) : ALWAYS;
        if (!counts) return undefined;
        if (!counts.yes) continue;
        const value = row.of ? row.of(unknown) : ONCE;
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
  const sure = a.sure && b.sure;
  if (a.is && b.is) {
    const holds = HOLDS[operator](compare(a.is, b.is));
    return { yes: holds, no: !holds, sure };
  }
  const pairs = (a.words ?? []).flatMap((word) => (b.words ?? []).map((other) => word === other));
  const [less, equal, more] = a.words
    ? [false, pairs.includes(true), pairs.includes(false)]
    : [a.low < b.high, a.low <= b.high && a.high >= b.low, a.high > b.low];
  const can = [less && -1, equal && 0, more && 1].filter((order) => order !== false).map(HOLDS[operator]);
  return { yes: can.includes(true), no: can.includes(false), sure };
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
