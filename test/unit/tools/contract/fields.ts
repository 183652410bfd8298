/** The kinds of fields of the contract: which plain texts they take, what people type into them, how they dress it. */
import fc from 'fast-check';
import { Fraction } from '../../fraction.ts';
import { Maybe, NONE, number, ONE } from './maybe.ts';

export interface Field<T> {
  default: string;
  /** what a plain text (digits and a point, a listed word, 2026-11-22) stands for */
  read: (plain: string) => T;
  /** whether a row without it is no row */
  needed: boolean;
  plain: fc.Arbitrary<string>;
  /** ways people write the same */
  dresses: readonly ((plain: string) => string)[];
}
export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<F extends Fields> = { readonly [K in keyof F]: ReturnType<F[K]['read']> };

const MOST = '1000000000000';
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const grouped = (text: string): string => {
  const [whole = '', part] = text.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? digits : `${digits}.${part}`;
};
/** 15000 as 1.5万 */
const inWan = (text: string): string => {
  const [whole = '', part = ''] = text.split('.');
  const digits = whole.padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}${part}万`;
};
const spaced = (text: string): string => ` ${text} `;
const bare = (text: string): string => text.replace(/^0\./, '.');
const plainly = [spaced, bare, (text: string) => (text.includes('.') ? text : `${text}.`), fullWidth];
const counted = [...plainly, grouped, inWan];

const hundredths = (n: number): string => {
  const text = `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
  return text.replace(/\.?0+$/, '') || '0';
};
const digitsAfter = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.bigInt({ min: 10n ** 8n, max: 10n ** 12n - 1n }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(12, '0')}`);

interface Bounds {
  min?: string;
  max?: string;
  /** the bound itself is refused */
  aboveMin?: boolean;
  belowMax?: boolean;
  signed?: boolean;
  /** texts to try often: thresholds and what is beside them */
  often?: readonly string[];
}

function within(value: Maybe, whole: boolean, bounds: Bounds): boolean {
  const { signed, min = signed ? `-${MOST}` : '0', max = MOST, aboveMin, belowMax } = bounds;
  const low = aboveMin ? value.above(number(min)) : value.atLeast(number(min));
  const high = belowMax ? value.below(number(max)) : value.atMost(number(max));
  return Boolean(low && high && (!whole || value.fraction?.under === 1n));
}

function numeric(
  initial: string,
  bounds: Bounds,
  kind: { whole?: boolean; scale?: Maybe; ordinary: fc.Arbitrary<string>; edges: string[] },
  dresses: readonly ((plain: string) => string)[],
): Field<Maybe> {
  const { whole = false, scale = ONE, ordinary, edges } = kind;
  const bad = [
    '',
    bounds.signed ? '-1000000000000.01' : '-1',
    '1000000000000.01',
    '1e5',
    '甲',
    ...(whole ? ['1.5'] : []),
  ];
  return {
    default: initial,
    needed: true,
    read: (plain) => {
      if (!/^-?\d+(\.\d+)?$/.test(plain)) return NONE;
      const typed = number(plain);
      return within(typed, whole, bounds) ? typed.by(scale) : NONE;
    },
    plain: fc.oneof(
      { weight: 10, arbitrary: fc.constant(initial || '1') },
      { weight: 20, arbitrary: ordinary },
      { weight: 6, arbitrary: fc.constantFrom(...edges) },
      ...(bounds.often ? [{ weight: 20, arbitrary: fc.constantFrom(...bounds.often) }] : []),
      { weight: 1, arbitrary: fc.constantFrom(...bad) },
    ),
    dresses,
  };
}

/** `¥`: yuan, at least 0 */
export const yuan = (initial: string, bounds: Bounds = {}): Field<Maybe> =>
  numeric(
    initial,
    bounds,
    {
      ordinary: fc.oneof(
        fc.integer({ min: 0, max: 50000 }).map(hundredths),
        fc.integer({ min: 0, max: 900000000 }).map(hundredths),
        fc.integer({ min: 0, max: 9999 }).map((n) => `${hundredths(n)}`.replace(/^(\d+)$/, '$1.00') + '5'),
        digitsAfter(900),
      ),
      edges: ['0', '0.00', '0.01', '0.005', '1', MOST],
    },
    [...counted, (text) => `¥${text}`, (text) => `￥${grouped(text)}`, (text) => `${text}元`],
  );

/** `%`: 0–100 unless said; its value is the ratio */
export const percent = (initial: string, bounds: Bounds = {}): Field<Maybe> => {
  const { max = '100' } = bounds;
  return numeric(
    initial,
    { ...bounds, max },
    {
      scale: new Maybe(Fraction.of(100)),
      ordinary: fc.oneof(fc.integer({ min: 0, max: Number(max) * 100 }).map(hundredths), digitsAfter(99)),
      edges: ['0', '100', '50', '0.01', '99.99', '33.333333333333', max],
    },
    [...plainly, (text) => `${text}%`, (text) => `${text}％`],
  );
};

/** `n`: a whole number, at least 0 */
export const count = (initial: string, bounds: Bounds = {}): Field<Maybe> => {
  const most = Math.min(Number(bounds.max ?? MOST), 900000);
  return numeric(
    initial,
    bounds,
    {
      whole: true,
      ordinary: fc.oneof(
        fc.integer({ min: 0, max: Math.min(most, 30) }).map(String),
        fc.integer({ min: 0, max: most }).map(String),
      ),
      edges: ['0', '1', '2', bounds.min ?? '0', bounds.max ?? MOST],
    },
    counted,
  );
};

/** `x`: a real number, at least 0 */
export const real = (initial: string, bounds: Bounds = {}): Field<Maybe> => {
  const most = Math.min(Number(bounds.max ?? MOST), 5000);
  return numeric(
    initial,
    bounds,
    {
      ordinary: fc.oneof(
        fc.integer({ min: 0, max: Math.min(most, 10) * 100 }).map(hundredths),
        fc.integer({ min: 0, max: most * 100 }).map(hundredths),
        digitsAfter(Math.min(most, 90)),
      ),
      edges: ['0', '1', '0.5', bounds.max ?? MOST],
    },
    counted,
  );
};

/** One of a few words. */
export const choice = <T extends string>(initial: T, ...others: T[]): Field<T | undefined> => ({
  default: initial,
  needed: true,
  read: (plain) => [initial, ...others].find((each) => each === plain),
  plain: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(initial, ...others) },
    { weight: 1, arbitrary: fc.constantFrom('', 'other') },
  ),
  dresses: [spaced],
});

/** Words in a row; it may be blank. */
export const text = (initial = ''): Field<string> => ({
  default: initial,
  needed: false,
  read: (plain) => plain.trim(),
  plain: fc.constantFrom('连衣裙', '开衫', '腰带', '', '甲,乙', '"引"'),
  dresses: [],
});

/** What somebody wrote, put together of pieces; nothing when it is blank. */
export const prose = (initial: string, pieces: readonly string[]): Field<string | undefined> => ({
  default: initial,
  needed: true,
  read: (plain) => plain.trim() || undefined,
  plain: fc.oneof(
    { weight: 1, arbitrary: fc.constant(initial) },
    {
      weight: 20,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join('')),
    },
  ),
  dresses: [],
});

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days since 0000-03-01, by the calendar's own rules. */
function dayNumber(plain: string): bigint | undefined {
  const [, y = '', m = '', d = ''] = DAY.exec(plain) ?? [];
  if (!y) return undefined;
  const [year, month, day] = [BigInt(y), Number(m), Number(d)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const years = month > 2 ? year : year - 1n;
  const before = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];
  const leaps = years / 4n - years / 100n + years / 400n;
  return years * 365n + leaps + BigInt((before[(month + 9) % 12] ?? 0) + day - 1);
}
/** How many days a month has. */
export function daysIn(year: bigint, month: number): number {
  const leap = year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day written 2026-11-22; its value counts days. */
export const date = (initial: string, often: readonly string[]): Field<Maybe> => ({
  default: initial,
  needed: true,
  read: (plain) => {
    const day = dayNumber(plain);
    return day === undefined ? NONE : number(day);
  },
  plain: fc.oneof(
    { weight: 10, arbitrary: fc.constant(initial || '2026-11-01') },
    { weight: 30, arbitrary: fc.constantFrom(...often) },
    { weight: 1, arbitrary: fc.constantFrom('', '2026-02-30', '2026-13-01', '昨天') },
  ),
  dresses: [spaced],
});

/** So many numbers in one field: `1,1,2`. */
export const list = (initial: string, length: number): Field<readonly Maybe[] | undefined> => {
  const each = real('1', { often: ['1', '2', '1.5'] });
  return {
    default: initial,
    needed: true,
    read: (plain) => {
      const numbers = plain.split(',').map(each.read);
      return numbers.length === length && numbers.every(({ fraction }) => fraction) ? numbers : undefined;
    },
    plain: fc.oneof(
      { weight: 10, arbitrary: fc.constant(initial) },
      {
        weight: 20,
        arbitrary: fc
          .array(fc.constantFrom('0', '1', '1', '2', '1.5', '3', '0.333'), {
            minLength: length,
            maxLength: length,
          })
          .map((parts) => parts.join()),
      },
      { weight: 2, arbitrary: fc.constant(Array.from({ length }, () => '0').join()) },
      { weight: 1, arbitrary: fc.constantFrom('', '1,2', '甲') },
    ),
    dresses: [fullWidth, (plain) => plain.replaceAll(',', ' ')],
  };
};

/** May stay empty. */
export const optional = <T>(field: Field<T>): Field<T> => ({
  ...field,
  needed: false,
  plain: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 2, arbitrary: field.plain }),
});
