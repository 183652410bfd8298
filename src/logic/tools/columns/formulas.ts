import type { Expression } from '../../expression/ast.ts';
import { HOLDS } from '../../expression/evaluate.ts';
import { compile } from '../compile.ts';
import type { Result } from '../define.ts';
import {
  type Column,
  compareColumns,
  constant,
  difference,
  divide,
  either,
  type Mask,
  multiply,
  negate,
  pick,
  sum,
} from './column.ts';
import { roundColumn, type Way } from './rounding.ts';

/** Rounding functions of formulas: to how many places, which way. */
const ROUNDS: Readonly<Record<string, readonly [places: number, way: Way]>> = {
  fen: [2, 'half'],
  floor: [0, 'floor'],
  ceil: [0, 'ceil'],
};
const EXTREMES: Readonly<Record<string, '>=' | '<='>> = { max: '>=', min: '<=' };

type Results = Readonly<Record<string, Result>>;

/**
 * Why formulas cannot be computed column by column; nothing when they can. Words, lists, powers, added functions and
 * whatever speaks of all rows are left to the scalar path.
 * @param known whether a key has a number in every row, before any formula
 */
export function whyNot(
  results: Results,
  conditions: readonly string[],
  known: (key: string) => boolean,
): string | undefined {
  const open = new Set<string>();
  const fine = new Set<string>();
  const ofKey = (key: string): string | undefined => {
    if (known(key) || fine.has(key)) return undefined;
    const result = results[key];
    if (!result) return `${key} is no number of the row`;
    if (open.has(key)) return `${key} comes back to itself`;
    open.add(key);
    const why = ofNumber(compile(result.formula)) ?? (result.needs && ofTest(compile(result.needs)));
    fine.add(key);
    return why;
  };
  const first = (
    parts: readonly Expression[],
    of: (e: Expression) => string | undefined,
  ): string | undefined => {
    for (const part of parts) {
      const why = of(part);
      if (why) return why;
    }
    return undefined;
  };
  const ofNumber = (e: Expression): string | undefined => {
    switch (e.type) {
      case 'number':
        return undefined;
      case 'key':
        return ofKey(e.key);
      case 'negate':
        return ofNumber(e.of);
      case 'binary':
        return e.operator === '^' ? 'powers' : first([e.left, e.right], ofNumber);
      case 'choose':
        return ofTest(e.when) ?? first([e.then, e.otherwise], ofNumber);
      case 'call':
        return e.name in ROUNDS || e.name in EXTREMES ? first(e.args, ofNumber) : `the function ${e.name}`;
      case 'word':
      case 'compare':
      case 'logic':
        return 'words';
    }
  };
  const ofTest = (e: Expression): string | undefined => {
    if (e.type === 'logic') return first([e.left, e.right], ofTest);
    return e.type === 'compare' ? first([e.left, e.right], ofNumber) : 'a condition that compares nothing';
  };
  for (const key of Object.keys(results)) {
    const why = ofKey(key);
    if (why) return why;
  }
  return first(conditions.map(compile), ofTest);
}

/** Formulas over one chunk of rows; each result is worked out once. What `whyNot` refuses it cannot do. */
export class Formulas {
  readonly #results: Results;
  readonly #known: Map<string, Column>;
  readonly #length: number;
  /** rows that come too close to a decision: the scalar path has to say */
  readonly odd: Uint8Array;

  /** `known`: columns by key, to which results are added */
  constructor(results: Results, known: Map<string, Column>, odd: Uint8Array) {
    this.#results = results;
    this.#known = known;
    this.#length = odd.length;
    this.odd = odd;
  }

  value(key: string): Column {
    let column = this.#known.get(key);
    if (!column) {
      const { formula, needs } = this.#results[key] as Result;
      column = this.#number(compile(formula));
      if (needs) column = { ...column, ...this.#where(column, this.test(compile(needs))) };
      this.#known.set(key, column);
    }
    return column;
  }

  #where(column: Column, { holds, missing }: Mask): Pick<Column, 'missing'> {
    const all = either(
      either(column.missing, missing),
      holds.map((yes) => 1 - yes),
    );
    return all ? { missing: all } : {};
  }

  test(e: Expression): Mask {
    if (e.type === 'logic') {
      const [left, right] = [this.test(e.left), this.test(e.right)];
      const missing = either(left.missing, right.missing);
      const both = e.operator === 'and';
      return {
        holds: left.holds.map((yes, i) =>
          both ? yes & (right.holds[i] as number) : yes | (right.holds[i] as number),
        ),
        ...(missing && { missing }),
      };
    }
    if (e.type !== 'compare') throw new SyntaxError('条件要写成比较，例如 a > b');
    return compareColumns(this.#number(e.left), this.#number(e.right), HOLDS[e.operator], this.odd);
  }

  #number(e: Expression): Column {
    switch (e.type) {
      case 'number':
        return constant(e.value, this.#length);
      case 'key':
        return this.value(e.key);
      case 'negate':
        return negate(this.#number(e.of));
      case 'binary': {
        const [a, b] = [this.#number(e.left), this.#number(e.right)];
        switch (e.operator) {
          case '+':
            return sum(a, b);
          case '-':
            return difference(a, b);
          case '*':
            return multiply(a, b);
          case '/':
            return divide(a, b, this.odd);
          case '^':
            throw new SyntaxError('powers');
        }
      }
      // falls through
      case 'choose':
        return pick(this.test(e.when), this.#number(e.then), this.#number(e.otherwise));
      case 'call': {
        const args = e.args.map((arg) => this.#number(arg));
        const rounds = ROUNDS[e.name];
        if (rounds) return roundColumn(args[0] as Column, ...rounds, this.odd);
        const holds = HOLDS[EXTREMES[e.name] ?? '>='];
        return args.reduce((best, x) => pick(compareColumns(best, x, holds, this.odd), best, x));
      }
      case 'word':
      case 'compare':
      case 'logic':
        throw new SyntaxError('words');
    }
  }
}
