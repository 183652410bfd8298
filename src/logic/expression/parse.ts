import { decimal } from '../number/decimal.ts';
import type { Comparison, Expression, Operator } from './ast.ts';
import { FUNCTIONS } from './functions.ts';

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)(%)?|'([^']*)'|([\p{L}_][\p{L}\p{N}_]*)|([<>=!]=|[-+*/^()?:,<>]))/uy;
const PERCENT = decimal('0.01');

type Token = { kind: 'number' | 'word' | 'name' | 'sign'; text: string };

function tokens(source: string): Token[] {
  const text = source.trim();
  const list: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new SyntaxError(`公式「${source}」第${at + 1}个字符看不懂`);
    const [, number, percent, word, name, sign] = match;
    if (number !== undefined) list.push({ kind: 'number', text: number + (percent ?? '') });
    else if (word !== undefined) list.push({ kind: 'word', text: word });
    else if (name !== undefined) list.push({ kind: 'name', text: name });
    else list.push({ kind: 'sign', text: sign ?? '' });
  }
  return list;
}

/** How tightly an operator binds; `^` binds to the right. */
const BINDING = new Map(
  Object.entries({
    '?': 1,
    or: 2,
    and: 3,
    '<': 4,
    '<=': 4,
    '>': 4,
    '>=': 4,
    '==': 4,
    '!=': 4,
    '+': 5,
    '-': 5,
    '*': 6,
    '/': 6,
    '^': 8,
  }),
);
const COMPARE = 4;
const UNARY = 7;

/**
 * Reads a formula such as `uv * cvr * aov` or `price > 0 ? ceil(a / price) : 0`.
 * @throws SyntaxError naming the place
 */
export function parse(source: string): Expression {
  const list = tokens(source);
  let position = 0;
  const fail = (what: string): never => {
    throw new SyntaxError(`公式「${source}」${what}`);
  };
  const at = (sign: string): boolean => list[position]?.kind === 'sign' && list[position]?.text === sign;
  const take = (sign: string): void => {
    if (!at(sign)) fail(`少了「${sign}」`);
    position++;
  };

  function primary(): Expression {
    const token = list[position++];
    if (!token) return fail('没写完');
    if (token.kind === 'number') {
      if (!token.text.endsWith('%')) return { type: 'number', value: decimal(token.text) };
      return { type: 'number', value: decimal(token.text.slice(0, -1)).times(PERCENT), percent: true };
    }
    if (token.kind === 'word') return { type: 'word', value: token.text };
    if (token.kind === 'name') {
      return at('(') ? call(token.text) : { type: 'key', key: token.text };
    }
    if (token.text === '-') return { type: 'negate', of: expression(UNARY) };
    if (token.text !== '(') return fail(`里的「${token.text}」放错了地方`);
    const inner = expression(0);
    take(')');
    return inner;
  }

  function call(name: string): Expression {
    const known = FUNCTIONS.get(name) ?? fail(`里没有叫「${name}」的函数`);
    take('(');
    const args = [expression(0)];
    while (!at(')')) {
      take(',');
      args.push(expression(0));
    }
    take(')');
    const { takes = [1, Infinity] } = known;
    const [least, most] = typeof takes === 'number' ? [takes, takes] : takes;
    if (args.length < least || args.length > most) fail(`里的「${name}」要${least}个数`);
    return { type: 'call', name, args };
  }

  function expression(least: number): Expression {
    let left = primary();
    for (;;) {
      const token = list[position];
      const sign = token?.kind === 'name' || token?.kind === 'sign' ? token.text : '';
      const binding = BINDING.get(sign) ?? 0;
      if (binding <= least) return left;
      position++;
      if (sign === '?') {
        const then = expression(0);
        take(':');
        left = { type: 'choose', when: left, then, otherwise: expression(0) };
      } else if (sign === 'and' || sign === 'or') {
        left = { type: 'logic', operator: sign, left, right: expression(binding) };
      } else if (binding === COMPARE) {
        left = { type: 'compare', operator: sign as Comparison, left, right: expression(binding) };
      } else {
        // a ^ b ^ c is a ^ (b ^ c); everything else groups from the left.
        const right = expression(sign === '^' ? binding - 1 : binding);
        left = { type: 'binary', operator: sign as Operator, left, right };
      }
    }
  }

  const result = expression(0);
  if (position < list.length) fail(`里的「${list[position]?.text ?? ''}」多了`);
  return result;
}
