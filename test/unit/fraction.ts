/** Exact fractions on BigInt: an arithmetic that shares nothing with the program's decimals. */
export class Fraction {
  readonly over: bigint;
  readonly under: bigint;

  constructor(over: bigint, under = 1n) {
    if (under === 0n) throw new RangeError('division by zero');
    const sign = under < 0n ? -1n : 1n;
    const common = gcd(over < 0n ? -over : over, under * sign) || 1n;
    this.over = (over * sign) / common;
    this.under = (under * sign) / common;
  }

  /** Reads plain decimal notation. */
  static of(text: string | number | bigint): Fraction {
    const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(String(text));
    if (!match) throw new SyntaxError(`not a plain decimal: ${String(text)}`);
    const [, sign = '', whole = '', part = ''] = match;
    return new Fraction(BigInt(`${sign}${whole}${part}` || '0'), 10n ** BigInt(part.length));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.over * other.under + other.over * this.under, this.under * other.under);
  }
  minus(other: Fraction): Fraction {
    return this.plus(other.times(new Fraction(-1n)));
  }
  times(other: Fraction): Fraction {
    return new Fraction(this.over * other.over, this.under * other.under);
  }
  by(other: Fraction): Fraction {
    return new Fraction(this.over * other.under, this.under * other.over);
  }
  abs(): Fraction {
    return this.over < 0n ? new Fraction(-this.over, this.under) : this;
  }
  cmp(other: Fraction): number {
    const difference = this.minus(other).over;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  /** Whole units of 10^-places, half away from zero: what stands on screen. */
  units(places: number): bigint {
    const twice = this.abs().over * 10n ** BigInt(places) * 2n;
    const units = (twice + this.under) / (this.under * 2n);
    return this.over < 0n ? -units : units;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

const ZERO = new Fraction(0n);

/** Whether two plain decimals agree to a relative error of 10^-digits. */
export function agree(got: string, expected: string, digits: number): boolean {
  const want = Fraction.of(expected);
  const off = Fraction.of(got).minus(want).abs();
  const allowed = want.abs().times(new Fraction(1n, 10n ** BigInt(digits)));
  return off.cmp(allowed) <= 0;
}

export const sumOf = (parts: readonly Fraction[]): Fraction => parts.reduce((a, b) => a.plus(b), ZERO);
