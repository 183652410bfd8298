import { type Decimal, ONE, ZERO } from '../number/decimal.ts';
import type { Expression } from './ast.ts';

/** Coefficients of 1, x, x². */
type Polynomial = readonly Decimal[];
/** A formula seen as a function of one unknown: a quotient of polynomials. */
export interface Rational {
  over: Polynomial;
  under: Polynomial;
}

const MOST_DEGREE = 2;
const trim = (p: readonly Decimal[]): Polynomial => {
  let length = p.length;
  while (length > 1 && p[length - 1]?.eq(ZERO)) length--;
  return p.slice(0, length);
};
const plus = (a: Polynomial, b: Polynomial): Polynomial =>
  trim(Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? ZERO).plus(b[i] ?? ZERO)));
const scale = (a: Polynomial, k: Decimal): Polynomial => trim(a.map((c) => c.times(k)));
function times(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (a.length + b.length - 2 > MOST_DEGREE) return undefined;
  const product = Array.from({ length: a.length + b.length - 1 }, () => ZERO);
  a.forEach((x, i) => b.forEach((y, j) => (product[i + j] = (product[i + j] ?? ZERO).plus(x.times(y)))));
  return trim(product);
}
const ratio = (over: Polynomial | undefined, under: Polynomial | undefined): Rational | undefined =>
  over && under && { over, under };

/**
 * Writes a formula as a quotient of polynomials of degree ≤ 2 in one unknown, exactly: no division happens.
 * @param look what a part of the formula stands for: a number, the unknown, or a further formula; nothing where that
 * is up to its own parts
 * @returns nothing when the unknown goes through rounding, a choice or a higher power
 */
export function asRational(
  expression: Expression,
  look: (part: Expression) => Decimal | 'unknown' | Expression | undefined,
): Rational | undefined {
  const visit = (e: Expression): Rational | undefined => {
    const found = look(e);
    if (found === 'unknown') return { over: [ZERO, ONE], under: [ONE] };
    if (found) return 'type' in found ? visit(found) : { over: [found], under: [ONE] };
    switch (e.type) {
      case 'negate': {
        const inner = visit(e.of);
        return inner && ratio(scale(inner.over, ONE.neg()), inner.under);
      }
      case 'binary': {
        const a = visit(e.left);
        const b = visit(e.right);
        return a && b && combine(e.operator, a, b);
      }
      default:
        return undefined;
    }
  };
  return visit(expression);
}

function combine(operator: string, a: Rational, b: Rational): Rational | undefined {
  switch (operator) {
    case '*':
      return ratio(times(a.over, b.over), times(a.under, b.under));
    case '/':
      return ratio(times(a.over, b.under), times(a.under, b.over));
    case '+':
    case '-': {
      const left = times(a.over, b.under);
      const right = times(b.over, a.under);
      return (
        left &&
        right &&
        ratio(plus(left, operator === '+' ? right : scale(right, ONE.neg())), times(a.under, b.under))
      );
    }
    default:
      return undefined;
  }
}

/** Whether it is the same number for every x: one side is the other so many times. */
export const isConstant = ({ over, under }: Rational): boolean =>
  under.some((b) => !b.eq(ZERO)) &&
  over.every((a, i) => under.every((b, j) => a.times(b).eq((over[j] ?? ZERO).times(under[i] ?? ZERO))));

/** Where `over/under = target`: the real roots, smallest first. */
export function rootsOf({ over, under }: Rational, target: Decimal): Decimal[] {
  const [c = ZERO, b = ZERO, a = ZERO] = plus(over, scale(under, target.neg()));
  if (!a.eq(ZERO)) {
    const discriminant = b.times(b).minus(a.times(c).times(4));
    if (discriminant.lt(ZERO)) return [];
    const root = discriminant.sqrt();
    const both = [b.neg().minus(root), b.neg().plus(root)].map((x) => x.div(a.times(2)));
    return both.sort((x, y) => x.cmp(y)).filter((x, i) => i === 0 || !x.eq(both[0] ?? ZERO));
  }
  return b.eq(ZERO) ? [] : [c.neg().div(b)];
}
