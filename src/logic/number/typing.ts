import { type Decimal, decimal, ZERO } from './decimal.ts';
import { MAX_TYPED, type Unit } from './units.ts';

/** What a field accepts. Bounds are in the unit people type (3.5 for 3.5 %), inclusive unless said. */
export interface TypingRule {
  unit: Unit;
  signed?: boolean;
  min?: string;
  max?: string;
  /** the minimum itself is refused (分钟数大于 0) */
  aboveMin?: boolean;
  /** the maximum itself is refused (在岗损耗小于 100%) */
  belowMax?: boolean;
}

export type Typed = { state: 'ok'; value: Decimal } | { state: 'empty' } | { state: 'error'; says: string };

const MULTIPLIERS: Record<string, string> = { 万: '10000', 亿: '100000000' };
const PERCENT = decimal('0.01');
const NUMBER = /^(-?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/;

const error = (says: string): Typed => ({ state: 'error', says });

/** Full-width forms as half-width: １２，０００ → 12,000. Unlike NFKC it leaves ①, ² and ½ alone: they are not digits. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\uFFE5', '¥');

/**
 * Reads a number as people type it or paste it: full-width digits, spaces, commas between groups of three,
 * `.5` and `3.`, `¥` and 元 for money, `%` for percentages, 万 and 亿 elsewhere. No exponents.
 * The value comes back in formula units: a percentage as its ratio.
 */
export function parseTyped(text: string, rule: TypingRule): Typed {
  let rest = halfWidth(text).replace(/[−–]/g, '-').replace(/\s+/g, '');
  if (rest === '') return { state: 'empty' };
  if (rule.unit === 'money') rest = rest.replace(/^(-?)¥/, '$1').replace(/元$/, '');
  let multiplier = '1';
  if (rule.unit === 'percent') rest = rest.replace(/%$/, '');
  else {
    multiplier = MULTIPLIERS[rest.slice(-1)] ?? '1';
    if (multiplier !== '1') rest = rest.slice(0, -1);
  }
  const match = NUMBER.exec(rest);
  const whole = match?.[2]?.replaceAll(',', '') ?? '';
  const part = match?.[3] ?? '';
  if (!match || whole + part === '' || whole.length + part.length > 40)
    return error(notANumber(rule.unit, text));
  const value = decimal(`${match[1] ?? ''}${whole || '0'}${part && `.${part}`}`).times(multiplier);
  const says = outOfRange(value, rule);
  return says ? error(says) : { state: 'ok', value: rule.unit === 'percent' ? value.times(PERCENT) : value };
}

function notANumber(unit: Unit, text: string): string {
  if (/\d[eE][+-]?\d/.test(text)) return '不认得科学计数法，请写成普通数字，例如15000或1.5万';
  if (unit === 'percent') return '请填百分数，例如3.5或3.5%';
  if (unit === 'money') return '请填金额，例如1280、1,280.50或1.5万';
  return '请填数字，例如1200、1,200或1.2万';
}

/** The least and the largest a field takes, as typed. */
export const boundsOf = ({ unit, signed, min, max }: TypingRule): [low: string, high: string] => [
  min ?? (signed ? `-${MAX_TYPED}` : '0'),
  max ?? (unit === 'percent' && !signed ? '100' : MAX_TYPED),
];

/** Things that cannot be split, and names that are numbers: typed without decimals. */
export const isWhole = ({ unit }: TypingRule): boolean => unit === 'count' || unit === 'ordinal';

function outOfRange(value: Decimal, rule: TypingRule): string | undefined {
  const suffix = rule.unit === 'percent' ? '%' : '';
  const [low, high] = boundsOf(rule);
  if (isWhole(rule) && !value.mod(1).eq(ZERO)) return '这里要填整数';
  if (value.lt(low)) return low === '0' ? '不能是负数' : `不能小于${low}${suffix}`;
  if (rule.aboveMin && value.eq(low)) return `要大于${low}${suffix}`;
  if (value.gt(high)) return high === MAX_TYPED ? '太大了，最多一万亿' : `不能大于${high}${suffix}`;
  if (rule.belowMax && value.eq(high)) return `要小于${high}${suffix}`;
  return undefined;
}
