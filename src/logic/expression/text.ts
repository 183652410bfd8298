import { HUNDRED, toMachine } from '../number/decimal.ts';
import type { Expression } from './ast.ts';
import { FUNCTIONS } from './functions.ts';

/** How people call what a formula names. */
export interface Faces {
  label: (key: string) => string;
  /** what people read for a token such as `pass` */
  word: (token: string) => string;
}

const SIGNS: Record<string, string> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  '>=': '≥',
  '<=': '≤',
  '==': '＝',
  '!=': '≠',
};
const CHOOSE = 1;
const COMPARE = 4;
const NEGATE = 7;
const ATOM = 9;
const BINDING: Record<string, number> = { or: 2, and: 3, '+': 5, '-': 5, '*': 6, '/': 6, '^': 8 };

function bindingOf(e: Expression): number {
  switch (e.type) {
    case 'binary':
    case 'logic':
      return BINDING[e.operator] ?? ATOM;
    case 'choose':
      return CHOOSE;
    case 'compare':
      return COMPARE;
    case 'negate':
      return NEGATE;
    default:
      return ATOM;
  }
}

/**
 * Writes a formula for people. `leaf` says how a key or number reads; `pick` may replace a part by another, as a choice by
 * the branch that holds. What it writes, `parse` reads back as the same tree.
 */
export function write(
  expression: Expression,
  leaf: (e: Expression & { type: 'key' | 'number' | 'word' }) => string,
  pick: (e: Expression) => Expression = (e) => e,
): string {
  const chosen = (e: Expression): Expression => {
    const branch = pick(e);
    return branch === e ? e : chosen(branch);
  };
  const inside = (given: Expression, least: number): string => {
    const e = chosen(given);
    const text = show(e);
    return bindingOf(e) < least ? `(${text})` : text;
  };
  const show = (e: Expression): string => {
    const own = bindingOf(e);
    switch (e.type) {
      case 'number':
      case 'word':
      case 'key':
        return leaf(e);
      case 'negate':
        return `−${inside(e.of, own)}`;
      case 'binary': {
        // What groups from the left needs brackets on the right, and the other way round.
        const [left, right] = e.operator === '^' ? [own + 1, own] : [own, own + 1];
        return `${inside(e.left, left)} ${SIGNS[e.operator] ?? e.operator} ${inside(e.right, right)}`;
      }
      case 'compare':
        return `${inside(e.left, own + 1)} ${SIGNS[e.operator] ?? e.operator} ${inside(e.right, own + 1)}`;
      case 'logic':
        return `${inside(e.left, own)} ${e.operator === 'and' ? '且' : '或'} ${inside(e.right, own + 1)}`;
      case 'choose':
        return `${inside(e.when, own + 1)} 时 ${inside(e.then, own + 1)}，否则 ${inside(e.otherwise, own)}`;
      case 'call':
        return `${FUNCTIONS.get(e.name)?.face ?? e.name}(${e.args.map((arg) => inside(arg, 0)).join(', ')})`;
    }
  };
  return inside(expression, 0);
}

/** A number as it was written: 0.1, 60%. */
export const plain = ({ value, percent }: Expression & { type: 'number' }): string =>
  percent ? `${toMachine(value.times(HUNDRED))}%` : toMachine(value);

/** The formula in the words people use: 访客数 × 支付转化率 × 客单价. */
export const labelText = (expression: Expression, faces: Faces): string =>
  write(expression, (e) =>
    e.type === 'key' ? faces.label(e.key) : e.type === 'word' ? faces.word(e.value) : plain(e),
  );
