import { compare, type Decimal, power, ZERO } from '../number/decimal.ts';
import type { Comparison, Expression } from './ast.ts';
import { type Aggregate, FUNCTIONS, type Value } from './functions.ts';
import { None } from './none.ts';
import { type Faces, labelText } from './text.ts';

/** Where a formula finds its values, and how people call them. */
export interface Scope extends Faces {
  /** @throws None when the value does not exist */
  value: (key: string) => Value;
  /** what a call that speaks of all rows comes to here; absent where there are no rows */
  over?: (call: Expression & { type: 'call' }, aggregate: Aggregate) => Value;
}

/** Highest power: a hundred years. */
export const MOST_TIMES = 100;

function asNumber(value: Value, expression: Expression, scope: Scope): Decimal {
  if (typeof value === 'string' || Array.isArray(value))
    throw new None(`「${labelText(expression, scope)}」不是一个数`);
  return value as Decimal;
}

function arithmetic({ operator, left, right }: Expression & { type: 'binary' }, scope: Scope): Decimal {
  const a = asNumber(evaluate(left, scope), left, scope);
  const b = asNumber(evaluate(right, scope), right, scope);
  switch (operator) {
    case '+':
      return a.plus(b);
    case '-':
      return a.minus(b);
    case '*':
      return a.times(b);
    case '/':
      if (compare(b, ZERO) === 0) throw new None(`「${labelText(right, scope)}」是0，除不出来`);
      return a.div(b);
    case '^': {
      const times = b.toNumber();
      if (!Number.isInteger(times) || times < 0 || times > MOST_TIMES)
        throw new None(`「${labelText(right, scope)}」要是0到${MOST_TIMES}的整数`);
      return power(a, times);
    }
  }
}

export const HOLDS: Record<Comparison, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
};

function holds({ operator, left, right }: Expression & { type: 'compare' }, scope: Scope): boolean {
  const a = evaluate(left, scope);
  const b = evaluate(right, scope);
  if (typeof a === 'string' || typeof b === 'string') {
    return operator === '!=' ? a !== b : operator === '==' && a === b;
  }
  return HOLDS[operator](compare(asNumber(a, left, scope), asNumber(b, right, scope)));
}

/**
 * Whether a condition is true. Both sides of `and` and `or` are always asked: what depends on a number that does
 * not exist does not exist either.
 * @throws None when a value it reads does not exist
 */
export function test(expression: Expression, scope: Scope): boolean {
  if (expression.type === 'logic') {
    const left = test(expression.left, scope);
    const right = test(expression.right, scope);
    return expression.operator === 'and' ? left && right : left || right;
  }
  if (expression.type !== 'compare') throw new SyntaxError('条件要写成比较，例如 a > b');
  return holds(expression, scope);
}

/** The value of a formula. @throws None with a sentence people can read */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case 'number':
    case 'word':
      return expression.value;
    case 'key':
      return scope.value(expression.key);
    case 'negate':
      return asNumber(evaluate(expression.of, scope), expression.of, scope).neg();
    case 'binary':
      return arithmetic(expression, scope);
    case 'choose':
      return evaluate(test(expression.when, scope) ? expression.then : expression.otherwise, scope);
    case 'call': {
      const known = FUNCTIONS.get(expression.name);
      if (!known) throw new SyntaxError(`没有叫「${expression.name}」的函数`);
      if ('over' in known) {
        if (!scope.over) throw new SyntaxError(`「${expression.name}」只有表格里能用`);
        return scope.over(expression, known);
      }
      return known.apply(...expression.args.map((arg) => evaluate(arg, scope)));
    }
    case 'compare':
    case 'logic':
      return test(expression, scope) ? 'yes' : 'no';
  }
}
