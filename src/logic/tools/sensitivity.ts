import { type Decimal, decimal, HUNDRED, ONE, toMachine, ZERO } from '../number/decimal.ts';
import { formatNumber } from '../number/format.ts';
import { boundsOf, isWhole, parseTyped } from '../number/typing.ts';
import { isNumber, type NumberInput, type ToolDefinition } from './define.ts';
import { restingOn } from './resting.ts';
import type { ToolState } from './state.ts';
import { trial } from './trial.ts';

/** A result in the unit people see, percentages in percent; no value where there is none. */
interface Point {
  value: number | null;
  text: string;
}
/** The result with an input moved, and where its range ends, what the input was moved to. */
export interface Moved extends Point {
  until?: string;
}
/** What a result becomes when one input falls and rises by a tenth. */
export interface Effect {
  key: string;
  label: string;
  low: Moved;
  high: Moved;
  /** from the least to the most the result is, as it is and moved */
  span: number;
}
export interface Sensitivity {
  base: Point & { value: number };
  effects: Effect[];
}

const NOTHING: Point = { value: null, text: '—' };
/** Shares of what stands there. */
const MOVES = { low: decimal('0.9'), high: decimal('1.1') };

/**
 * 敏感度: each number ±10 %, others as they are, largest effect first. What cannot be split is rounded to whole ones;
 * nothing goes beyond what its field takes. Inputs without effect are left out, and numbers that are names, such as years.
 */
export function sensitivity(tool: ToolDefinition, state: ToolState, result: string): Sensitivity | undefined {
  const unit = tool.results[result]?.unit;
  if (unit === 'word' || unit === 'date') return undefined;
  const at = trial(tool, state, result);
  const point = (key: string, typed: string): Point => {
    const outcome = at(key, typed);
    return outcome?.exists ? { value: Number(outcome.machine), text: outcome.text } : NOTHING;
  };
  const inputs = Object.entries(tool.inputs).flatMap(([key, input]) =>
    isNumber(input) && input.unit !== 'ordinal' ? [{ key, input, typed: state.fields[key] ?? '' }] : [],
  );
  const [first] = inputs;
  const { value, text } = first ? point(first.key, first.typed) : NOTHING;
  if (value === null) return undefined;
  const effects = inputs.flatMap(({ key, input, typed }): Effect[] => {
    const now = parseTyped(typed, input);
    if (now.state !== 'ok' || !restingOn(tool, key)({ type: 'key', key: result })) return [];
    const move = (by: Decimal): Moved => {
      const { moved, until } = movedBy(input, now.value, by);
      return { ...point(key, toMachine(moved)), ...(until && { until }) };
    };
    const [low, high] = [move(MOVES.low), move(MOVES.high)];
    const all = [value, low.value ?? value, high.value ?? value];
    const span = Math.max(...all) - Math.min(...all);
    const lost = low.value === null || high.value === null;
    return span > 0 || lost ? [{ key, label: input.label, low, high, span }] : [];
  });
  return { base: { value, text }, effects: effects.sort((a, b) => b.span - a.span) };
}

/** A number moved, as typed, and where that is the end of what the field takes, how it reads. */
function movedBy(input: NumberInput, value: Decimal, by: Decimal): { moved: Decimal; until?: string } {
  const scale = input.unit === 'percent' ? HUNDRED : ONE;
  const step = isWhole(input) ? ONE : decimal('0.01');
  const [low, high] = boundsOf(input).map(decimal) as [Decimal, Decimal];
  const [least, most] = [low.plus(input.aboveMin ? step : ZERO), high.minus(input.belowMax ? step : ZERO)];
  const wanted = value.times(scale).times(by);
  const moved = isWhole(input) ? wanted.round(0) : wanted;
  const kept = moved.lt(least) ? least : moved.gt(most) ? most : moved;
  if (kept.eq(moved)) return { moved };
  return { moved: kept, until: formatNumber(kept.div(scale), input.unit, 'formula', input.suffix) };
}
