import { evaluate, type Scope, test } from '../expression/evaluate.ts';
import type { Value } from '../expression/functions.ts';
import { None, unlessNone } from '../expression/none.ts';
import { labelText } from '../expression/text.ts';
import { type Decimal, MACHINE_PLACES } from '../number/decimal.ts';
import { formatNumber, machineNumber, type Style } from '../number/format.ts';
import { roundTogether } from '../number/split.ts';
import { compile } from './compile.ts';
import type { Input, Result, Sum, Tone } from './define.ts';
import type { Field } from './field.ts';

/** A result as people, machines and charts want it. `machine` is empty and `text` a dash where it does not exist. */
export type Outcome =
  | { exists: true; value: Decimal | string; machine: string; text: string; tone?: Tone }
  | { exists: false; machine: ''; text: '—'; why: string };

const isList = (value: Value): value is readonly Decimal[] => Array.isArray(value);
const FEN = 2;

/** Values and labels of one set of inputs; a result is worked out when first asked for, and only once. */
export class ToolScope implements Scope {
  readonly #inputs: Readonly<Record<string, Input>>;
  readonly #results: Readonly<Record<string, Result>>;
  readonly #fields: Readonly<Record<string, Field>>;
  readonly #sums: readonly Sum[];
  readonly #known = new Map<string, Value | None>();
  readonly #rounding = new Map<string, Decimal[]>();

  constructor(
    inputs: Readonly<Record<string, Input>>,
    results: Readonly<Record<string, Result>>,
    fields: Readonly<Record<string, Field>>,
    sums: readonly Sum[] = [],
  ) {
    this.#inputs = inputs;
    this.#results = results;
    this.#fields = fields;
    this.#sums = sums;
  }

  label(key: string): string {
    return (this.#inputs[key] ?? this.#results[key])?.label ?? key;
  }

  word(token: string): string {
    return `「${this.#wordFor(token)}」`;
  }

  #wordFor(token: string): string {
    const options = Object.values(this.#inputs).flatMap((input) =>
      input.kind === 'choice' ? Object.entries(input.options) : [],
    );
    const words = Object.values(this.#results).flatMap(({ words = {} }) =>
      Object.entries(words).map(([name, { says }]): [string, string] => [name, says]),
    );
    return [...options, ...words].find(([name]) => name === token)?.[1] ?? token;
  }

  unit(key: string): Result['unit'] {
    const input = this.#inputs[key];
    return this.#results[key]?.unit ?? (input && 'unit' in input ? input.unit : 'word');
  }

  value(key: string): Value {
    const known = this.#known.get(key) ?? this.#work(key);
    this.#known.set(key, known);
    if (known instanceof None) throw known;
    return known;
  }

  #work(key: string): Value | None {
    const field = this.#fields[key];
    if (field?.state === 'ok') return field.value;
    if (field) return new None(`${field.state === 'empty' ? '先填' : '先改好'}「${this.label(key)}」`);
    const result = this.#results[key];
    if (!result) throw new SyntaxError(`公式里的「${key}」既不是输入也不是结果`);
    // A formula that comes back to itself is a mistake in the definition, not a missing value.
    this.#known.set(key, new None('公式绕回了自己'));
    return unlessNone(
      () => this.#evaluate(result),
      (none) => {
        // What a value this one rests on lacks is told in that value's words.
        const borrowed = [...this.#known.values()].includes(none);
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
    const result = this.#results[key];
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
    if (typeof value === 'string') return this.#results[key]?.words?.[value]?.says ?? this.#wordFor(value);
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
