/** Numbers that may not exist, and what the contract asks of them. Nothing here rounds unless it says so. */
import { Fraction } from '../../fraction.ts';

/** True, false, or not to be told because a number it rests on is missing. */
export type Perhaps = boolean | undefined;

/** An exact number or none. What rests on none is none; so is a division by zero. */
export class Maybe {
  readonly fraction: Fraction | undefined;

  constructor(fraction?: Fraction) {
    this.fraction = fraction;
  }
  #with(other: Maybe, work: (a: Fraction, b: Fraction) => Fraction): Maybe {
    return this.fraction && other.fraction ? new Maybe(work(this.fraction, other.fraction)) : NONE;
  }
  #as(work: (a: Fraction) => Fraction): Maybe {
    return this.fraction ? new Maybe(work(this.fraction)) : NONE;
  }

  plus(...others: Maybe[]): Maybe {
    return others.reduce<Maybe>((sum, other) => sum.#with(other, (a, b) => a.plus(b)), this);
  }
  minus(...others: Maybe[]): Maybe {
    return others.reduce<Maybe>((rest, other) => rest.#with(other, (a, b) => a.minus(b)), this);
  }
  times(...others: Maybe[]): Maybe {
    return others.reduce<Maybe>((product, other) => product.#with(other, (a, b) => a.times(b)), this);
  }
  by(other: Maybe): Maybe {
    return other.fraction?.over === 0n ? NONE : this.#with(other, (a, b) => a.by(b));
  }

  compare(other: Maybe): number | undefined {
    return this.fraction && other.fraction ? this.fraction.cmp(other.fraction) : undefined;
  }
  above(other: Maybe): Perhaps {
    const order = this.compare(other);
    return order === undefined ? undefined : order > 0;
  }
  below(other: Maybe): Perhaps {
    return other.above(this);
  }
  atLeast(other: Maybe): Perhaps {
    const order = this.compare(other);
    return order === undefined ? undefined : order >= 0;
  }
  atMost(other: Maybe): Perhaps {
    return other.atLeast(this);
  }
  isZero(): Perhaps {
    return this.fraction && this.fraction.over === 0n;
  }
  /** This number where the condition holds, otherwise none. */
  when(condition: Perhaps): Maybe {
    return condition ? this : NONE;
  }
  larger(other: Maybe): Maybe {
    return either(
      this.atLeast(other),
      () => this,
      () => other,
    );
  }
  smaller(other: Maybe): Maybe {
    return either(
      this.atMost(other),
      () => this,
      () => other,
    );
  }

  floor(): Maybe {
    return this.#as(({ over, under }) => new Fraction(floorOf(over, under)));
  }
  ceil(): Maybe {
    return this.#as(({ over, under }) => new Fraction(-floorOf(-over, under)));
  }
  /** 四舍五入 to 0.01, half away from zero */
  fen(): Maybe {
    return this.#as((it) => new Fraction(it.units(2), 100n));
  }
  /** up to 0.01 */
  ceilFen(): Maybe {
    return this.times(HUNDRED).ceil().by(HUNDRED);
  }
  /** a ratio as results show it: 0.035 → 3.5 */
  percent(): Maybe {
    return this.times(HUNDRED);
  }
}

const floorOf = (over: bigint, under: bigint): bigint =>
  over >= 0n ? over / under : -((-over + under - 1n) / under);

export const NONE = new Maybe();
export const number = (plain: string | number | bigint): Maybe => new Maybe(Fraction.of(plain));
export const [ZERO, ONE, TWO, TEN, HUNDRED] = [number(0), number(1), number(2), number(10), number(100)];

/** One of two, by a condition; none when the condition can't be told. */
export function either(condition: Perhaps, yes: () => Maybe, no: () => Maybe): Maybe {
  if (condition === undefined) return NONE;
  return condition ? yes() : no();
}
/** One of two words, by a condition. */
export function word<T extends string>(condition: Perhaps, yes: T, no: T): T | undefined {
  if (condition === undefined) return undefined;
  return condition ? yes : no;
}
/** Whether all hold; not to be told as soon as one can't. */
export function all(...conditions: Perhaps[]): Perhaps {
  return conditions.includes(undefined) ? undefined : conditions.every(Boolean);
}

export const total = (parts: readonly Maybe[]): Maybe => ZERO.plus(...parts);

/** An amount to the fen in parts by weight: whole fen first, those left over to the largest remainders, ties to the earlier. */
export function split(amount: Maybe, weights: readonly Maybe[]): Maybe[] {
  const sum = total(weights);
  const shares = weights.map((weight) => amount.times(HUNDRED, weight).by(sum));
  const whole = shares.map((share) => share.floor());
  const rests = shares.map((share, i) => ({ i, rest: share.minus(whole[i] ?? NONE) }));
  const left = Number(amount.fen().times(HUNDRED).minus(total(whole)).fraction?.over ?? 0n);
  const first = rests.sort((a, b) => (b.rest.compare(a.rest) ?? 0) || a.i - b.i).slice(0, left);
  const more = new Set(first.map(({ i }) => i));
  return whole.map((units, i) => units.plus(more.has(i) ? ONE : ZERO).by(HUNDRED));
}
