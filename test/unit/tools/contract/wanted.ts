/** What the contract wants of one machine value. */
import { Fraction } from '../../fraction.ts';
import type { Maybe } from './maybe.ts';

export interface Wanted {
  /** for people, when a test fails */
  says: string;
  admits: (machine: string) => boolean;
}

/** Plain decimal notation: no exponent, no `-0`, no digits that say nothing. */
const MACHINE = /^(0|-?(?!0+(\.0+)?$)(0|[1-9]\d*)(\.\d*[1-9])?)$/;
const TWENTY_PLACES = 10n ** 20n;
const NOTHING: Wanted = { says: 'none', admits: (machine) => machine === '' };

/** Plain notation, and within a relative error given as 10^-digits, or so many decimals. */
function near(machine: string, want: Fraction, digits: number, decimals: number): boolean {
  if (!MACHINE.test(machine)) return false;
  const off = Fraction.of(machine).minus(want).abs();
  const allowed = want.abs().times(new Fraction(1n, 10n ** BigInt(digits)));
  return off.cmp(allowed) <= 0 || off.cmp(new Fraction(1n, 10n ** BigInt(decimals))) <= 0;
}

/**
 * The number itself where it ends within 20 decimals (but for a quotient on the way that does not end: then 20 digits of
 * it), else 12 significant digits, or 20 decimals of what is very small.
 */
export function exactly({ fraction: want }: Maybe): Wanted {
  if (!want) return NOTHING;
  const ends = TWENTY_PLACES % want.under === 0n;
  return {
    says: `${want.over}/${want.under}`,
    admits: (machine) => near(machine, want, ends ? 20 : 12, ends ? 40 : 20),
  };
}

/** A number that goes through roots, exponentials or quantiles: a relative error of 1e-9; 30 decimals of a tiny share. */
export function nearly(want: Fraction | undefined): Wanted {
  if (!want) return NOTHING;
  return {
    says: `about ${Number(want.over) / Number(want.under)}`,
    admits: (machine) => near(machine, want, 9, 30),
  };
}

/** Such a number rounded up: where it stands within 1e-9 of a whole number, either is right. */
export function nearlyUp(want: Fraction | undefined): Wanted & { whole: readonly bigint[] } {
  if (!want) return { ...NOTHING, whole: [] };
  const up = ({ over, under }: Fraction): bigint => (over > 0n ? (over + under - 1n) / under : over / under);
  const slack = want.abs().times(new Fraction(1n, 10n ** 9n));
  const [low, high] = [up(want.minus(slack)), up(want.plus(slack))];
  return {
    whole: [low, high],
    says: `${low} to ${high}`,
    admits: (machine) => /^-?\d+$/.test(machine) && BigInt(machine) >= low && BigInt(machine) <= high,
  };
}

/** A word; of several where a number of limited precision stands upon the very threshold. */
export const token = (...words: (string | undefined)[]): Wanted => ({
  says: words.map((each) => each ?? 'none').join(' or '),
  admits: (machine) => words.some((each) => (each ?? '') === machine),
});
