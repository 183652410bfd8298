import type { Decimal } from '../number/decimal.ts';

export type Operator = '+' | '-' | '*' | '/' | '^';
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** A formula as a tree. Keys are those of a tool's inputs and results. */
export type Expression =
  /** `percent`: written as 60%, and shown so; the value is the ratio */
  | { type: 'number'; value: Decimal; percent?: true }
  | { type: 'word'; value: string }
  | { type: 'key'; key: string }
  | { type: 'negate'; of: Expression }
  | { type: 'binary'; operator: Operator; left: Expression; right: Expression }
  | { type: 'compare'; operator: Comparison; left: Expression; right: Expression }
  | { type: 'logic'; operator: 'and' | 'or'; left: Expression; right: Expression }
  | { type: 'choose'; when: Expression; then: Expression; otherwise: Expression }
  | { type: 'call'; name: string; args: Expression[] };

/** Every key the formula reads, in order of appearance, each once. */
export function keysOf(expression: Expression): string[] {
  const found = new Set<string>();
  const visit = (e: Expression): void => {
    switch (e.type) {
      case 'key':
        found.add(e.key);
        break;
      case 'negate':
        visit(e.of);
        break;
      case 'binary':
      case 'compare':
      case 'logic':
        visit(e.left);
        visit(e.right);
        break;
      case 'choose':
        visit(e.when);
        visit(e.then);
        visit(e.otherwise);
        break;
      case 'call':
        e.args.forEach(visit);
        break;
      case 'number':
      case 'word':
        break;
    }
  };
  visit(expression);
  return [...found];
}
