import type { Expression } from '../expression/ast.ts';
import { parse } from '../expression/parse.ts';

const parsed = new Map<string, Expression>();

/** The tree of a formula; each text is parsed once. @throws SyntaxError */
export function compile(formula: string): Expression {
  let expression = parsed.get(formula);
  if (!expression) {
    // Printed numbers are grouped (1,200), so max(1,200) would be read as one number.
    if (/\d,\d/.test(formula)) throw new SyntaxError(`公式「${formula}」的逗号后面要空一格`);
    parsed.set(formula, (expression = parse(formula)));
  }
  return expression;
}
