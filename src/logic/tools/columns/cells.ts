import type { Decimal } from '../../number/decimal.ts';
import { MAX_TYPED } from '../../number/units.ts';
import type { Input } from '../define.ts';
import { readField } from '../field.ts';

/** What a cell turned out to be. */
export const OK = 0;
export const EMPTY = 1;
export const WRONG = 2;
/** a number too long for a double, or longer than most: `whole` has its digits */
export const LONG = 3;
type CellState = typeof OK | typeof EMPTY | typeof WRONG | typeof LONG;

const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, i) => 10 ** i);
const SPACE = 32;
const [PERCENT, YUAN, YUAN_WORD] = [...'%¥元'].map((char) => char.charCodeAt(0));
const ZERO = '0'.charCodeAt(0);
const [DOT, COMMA] = [...'.,'].map((char) => char.charCodeAt(0) - ZERO);

/**
 * Reads cells of one column. The forms tables are full of (1280, 1,280.50, ¥99, 3.5%) are read digit by digit; whatever
 * is not one of them, or not within the bounds, goes to `readField`, which has the last word and the sentence.
 */
export class CellReader {
  readonly #input: Input;
  readonly #quick: boolean;
  readonly #money: boolean;
  readonly #percent: boolean;
  readonly #wholeOnly: boolean;
  readonly #low: number;
  readonly #lowIsOut: boolean;
  readonly #high: number;
  readonly #highIsOut: boolean;
  /** of the cell read last, when OK: its value is over · 10^-places, a percentage as its ratio */
  over = 0;
  places = 0;
  /** when LONG, instead of `over` */
  whole = 0n;
  /** when WRONG */
  says = '';

  constructor(input: Input) {
    this.#input = input;
    const isNumber = input.kind === undefined || input.kind === 'number';
    const rule = isNumber ? input : undefined;
    this.#money = rule?.unit === 'money';
    this.#percent = rule?.unit === 'percent';
    this.#wholeOnly = rule?.unit === 'count' || rule?.unit === 'ordinal';
    // What has a sign is never read quickly, so a least number below 0 does not matter.
    const least = Number(rule?.min ?? 0);
    this.#low = Math.max(0, least);
    this.#lowIsOut = rule?.aboveMin === true && least >= 0;
    this.#high = Number(rule?.max ?? (this.#percent && !rule?.signed ? 100 : MAX_TYPED));
    this.#highIsOut = rule?.belowMax === true;
    this.#quick = rule !== undefined && Number.isInteger(this.#low) && Number.isInteger(this.#high);
  }

  read(text: string): CellState {
    if (!this.#quick) return this.#slowly(text);
    let from = 0;
    let to = text.length;
    while (from < to && text.charCodeAt(from) === SPACE) from++;
    while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
    if (from === to) return EMPTY;
    if (this.#money) {
      if (text.charCodeAt(from) === YUAN) from++;
      if (text.charCodeAt(to - 1) === YUAN_WORD) to--;
    } else if (this.#percent && text.charCodeAt(to - 1) === PERCENT) to--;
    let over = 0;
    let digits = 0;
    let places = -1;
    /** digits since the last comma; −1 before any */
    let grouped = -1;
    for (let i = from; i < to; i++) {
      const digit = text.charCodeAt(i) - ZERO;
      if (digit >= 0 && digit <= 9) {
        over = over * 10 + digit;
        digits++;
        if (places >= 0) places++;
        else if (grouped >= 0) grouped++;
      } else if (digit === DOT && places < 0 && (grouped < 0 || grouped === 3)) places = 0;
      else if (digit === COMMA && places < 0 && (grouped < 0 ? digits > 0 && digits <= 3 : grouped === 3))
        grouped = 0;
      else return this.#slowly(text);
    }
    if (digits === 0 || digits > MOST_DIGITS || (places < 0 && grouped >= 0 && grouped !== 3))
      return this.#slowly(text);
    if (places < 0) places = 0;
    const unit = POWERS[places] as number;
    const [low, high] = [this.#low * unit, this.#high * unit];
    if (over < low || over > high || (this.#wholeOnly && places > 0)) return this.#slowly(text);
    if ((over === low && this.#lowIsOut) || (over === high && this.#highIsOut)) return this.#slowly(text);
    this.over = over;
    this.places = this.#percent ? places + 2 : places;
    return OK;
  }

  #slowly(text: string): CellState {
    const field = readField(this.#input, text);
    if (field.state === 'empty') return EMPTY;
    if (field.state === 'error') {
      this.says = field.says;
      return WRONG;
    }
    // Columns of words and lists are not computed with.
    if (typeof field.value === 'string' || Array.isArray(field.value)) return OK;
    return this.#take(field.value as Decimal);
  }

  #take(value: Decimal): CellState {
    this.places = Math.max(0, value.c.length - 1 - value.e);
    this.whole = BigInt(value.toFixed().replace('.', ''));
    this.over = Number(this.whole);
    return Math.abs(this.over) < 10 ** MOST_DIGITS ? OK : LONG;
  }
}
