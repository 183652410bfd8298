import type { Expression } from '../expression/ast.ts';
import { evaluate, type Scope, test } from '../expression/evaluate.ts';
import type { Aggregate, Value } from '../expression/functions.ts';
import { None, unlessNone } from '../expression/none.ts';
import { labelText } from '../expression/text.ts';
import { type Decimal, MACHINE_PLACES, ZERO } from '../number/decimal.ts';
import { formatNumber, machineNumber, type Style } from '../number/format.ts';
import { roundTogether } from '../number/split.ts';
import { compile } from './compile.ts';
import type { Input, Result, Rows, Sum, Tone } from './define.ts';
import type { Field } from './field.ts';

/** A result as people, machines and charts want it. `machine` is empty and `text` a dash where it does not exist. */
export type Outcome =
  | { exists: true; value: Decimal | string; machine: string; text: string; tone?: Tone }
  | { exists: false; machine: ''; text: '—'; why: string };

const isList = (value: Value): value is readonly Decimal[] => Array.isArray(value);
const FEN = 2;

/** The inputs and results of a tool or, of its rows, the columns and results. */
export interface Level {
  inputs: Readonly<Record<string, Input>>;
  results: Readonly<Record<string, Result>>;
}
export const rowLevel = ({ columns, results }: Rows): Level => ({ inputs: columns, results });

/**
 * Values and labels of one set of inputs; a result is worked out when first asked for, and only once. The scope of a row
 * stands in that of its tool; the tool's knows the rows that count.
 */
export class ToolScope implements Scope {
  readonly #level: Level;
  readonly #fields: Readonly<Record<string, Field>>;
  readonly #sums: readonly Sum[];
  readonly #whole: ToolScope | undefined;
  readonly #below: Level | undefined;
  #rows: ToolScope[] = [];
  readonly #known = new Map<string, Value | None>();
  readonly #rounding = new Map<string, Decimal[]>();
  readonly #overRows = new Map<Expression, Value | Map<ToolScope, Decimal> | None>();

  /** `whole`: for a row, the scope of its tool; `below`: for a tool, what its rows have */
  constructor(
    level: Level,
    fields: Readonly<Record<string, Field>>,
    { sums = [], whole, below }: { sums?: readonly Sum[]; whole?: ToolScope; below?: Level } = {},
  ) {
    this.#level = level;
    this.#fields = fields;
    this.#sums = sums;
    this.#whole = whole;
    this.#below = below;
  }

  /** The rows that count, before anything of the tool is asked for. */
  setRows(rows: ToolScope[]): void {
    this.#rows = rows;
  }

  #levels(): Level[] {
    return [this.#level, ...(this.#below ? [this.#below] : []), ...(this.#whole ? [this.#whole.#level] : [])];
  }

  #named(key: string): Input | Result | undefined {
    for (const { inputs, results } of this.#levels()) {
      const found = inputs[key] ?? results[key];
      if (found) return found;
    }
    return undefined;
  }

  label(key: string): string {
    return this.#named(key)?.label ?? key;
  }

  word(token: string): string {
    return `「${this.#wordFor(token)}」`;
  }

  #wordFor(token: string): string {
    for (const { inputs, results } of this.#levels()) {
      for (const input of Object.values(inputs)) {
        const option = input.kind === 'choice' ? input.options[token] : undefined;
        if (option !== undefined) return option;
      }
      for (const { words } of Object.values(results)) if (words?.[token]) return words[token].says;
    }
    return token;
  }

  unit(key: string): Result['unit'] {
    const named = this.#named(key);
    return named && 'unit' in named ? named.unit : 'word';
  }

  /** Whether it is a text somebody wrote, not a number or one of a few words. */
  isWritten(key: string): boolean {
    const named = this.#named(key);
    return named !== undefined && 'kind' in named && named.kind === 'text';
  }

  /** What speaks of all rows is worked out once for all of them. */
  over(call: Expression & { type: 'call' }, { over }: Aggregate): Value {
    const whole = this.#whole ?? this;
    let made = whole.#overRows.get(call);
    if (made === undefined) {
      made = unlessNone(
        () => {
          const value = over(call.args, whole.#rows, whole);
          return isList(value) ? new Map(whole.#rows.map((row, i) => [row, value[i] ?? ZERO])) : value;
        },
        (none) => none,
      );
      whole.#overRows.set(call, made);
    }
    if (made instanceof Map) made = made.get(this) ?? new None('这一行没有算进去');
    if (made instanceof None) throw made;
    return made;
  }

  value(key: string): Value {
    if (this.#whole && !(key in this.#level.inputs) && !(key in this.#level.results))
      return this.#whole.value(key);
    const known = this.#known.get(key) ?? this.#work(key);
    this.#known.set(key, known);
    if (known instanceof None) throw known;
    return known;
  }

  #work(key: string): Value | None {
    const field = this.#fields[key];
    if (field?.state === 'ok') return field.value;
    if (field) return new None(`${field.state === 'empty' ? '先填' : '先改好'}「${this.label(key)}」`);
    const result = this.#level.results[key];
    if (!result) throw new SyntaxError(`公式里的「${key}」既不是输入也不是结果`);
    // A formula that comes back to itself is a mistake in the definition, not a missing value.
    this.#known.set(key, new None('公式绕回了自己'));
    return unlessNone(
      () => this.#evaluate(result),
      (none) => {
        // What a value this one rests on lacks is told in that value's words.
        const whole = this.#whole ? this.#whole.#known.values() : [];
        const borrowed = [...this.#known.values(), ...whole].includes(none);
        return result.none && !borrowed ? new None(result.none) : none;
      },
    );
  }

  #evaluate(result: Result): Value {
    if (result.needs && !test(compile(result.needs), this)) {
      throw new None(`要${labelText(compile(result.needs), this)}才有这个数`);
    }
    return evaluate(compile(result.formula), this);
  }

  outcome(key: string): Outcome {
    return unlessNone(
      () => this.#existing(key, this.value(key)),
      ({ why }): Outcome => ({ exists: false, machine: '', text: '—', why }),
    );
  }

  #existing(key: string, value: Value): Outcome {
    const result = this.#level.results[key];
    if (typeof value === 'string') {
      const word = result?.words?.[value];
      return {
        exists: true,
        value,
        machine: value,
        text: word?.says ?? value,
        ...(word && { tone: word.tone }),
      };
    }
    if (isList(value)) throw new SyntaxError(`「${key}」是一列数，不是结果`);
    const unit = this.unit(key);
    const text = formatNumber(this.#rounded(key, value, FEN), unit, 'ledger', result?.suffix ?? '');
    return {
      exists: true,
      value,
      machine: machineNumber(this.#rounded(key, value, MACHINE_PLACES), unit),
      text,
    };
  }

  /** Rounds a part of a sum together with the others; leaves anything else as it is. */
  #rounded(key: string, value: Decimal, places: number): Decimal {
    const sum = this.#sums.find(({ parts }) => parts.includes(key));
    if (!sum) return value;
    const together = this.#together(sum, places);
    return together[sum.parts.indexOf(key)] ?? value;
  }

  /** The parts of a sum, rounded together; nothing when one of them does not exist. */
  #together(sum: Sum, places: number): Decimal[] {
    const known = this.#rounding.get(`${sum.total} ${places}`);
    if (known) return known;
    const numbers = (keys: readonly string[]): Decimal[] => keys.map((key) => this.value(key) as Decimal);
    const together = unlessNone(
      () => numbers([sum.total]).flatMap((total) => roundTogether(numbers(sum.parts), total, places)),
      () => [],
    );
    this.#rounding.set(`${sum.total} ${places}`, together);
    return together;
  }

  /** A value as it reads in a sentence or, with `formula`, without rounding away what the formula needs. */
  show(key: string, style: Style): string {
    const value = this.value(key);
    if (typeof value === 'string')
      return this.#level.results[key]?.words?.[value]?.says ?? this.#wordFor(value);
    if (isList(value)) return `${value.length}个${this.label(key)}`;
    return formatNumber(style === 'formula' ? value : this.#rounded(key, value, FEN), this.unit(key), style);
  }

  /** A sentence with `{key}` filled in; nothing when one of them does not exist. */
  tell(says: string): string | undefined {
    return unlessNone(
      () => says.replace(/\{(\w+)\}/g, (_, key: string) => this.show(key, 'prose')),
      () => undefined,
    );
  }

  holds(condition: string): boolean {
    return unlessNone(
      () => test(compile(condition), this),
      () => false,
    );
  }
}
