import { type Decimal, decimal, HUNDRED, toMachine } from '../number/decimal.ts';
import { formatNumber, machineNumber } from '../number/format.ts';
import { isNumber, type ToolDefinition } from './define.ts';
import { run } from './run.ts';
import type { ToolState } from './state.ts';

/** What a result becomes when one input falls and rises by a tenth. Values in the unit people see: percentages in percent. */
export interface Effect {
  key: string;
  label: string;
  low: { value: number; text: string };
  high: { value: number; text: string };
  /** distance between the two */
  span: number;
}
export interface Sensitivity {
  base: { value: number; text: string };
  effects: Effect[];
}

const TENTH = decimal('0.1');

/** 敏感度: each numeric input ±10 %, others as they are, largest effect first. Inputs without effect are left out. */
export function sensitivity(tool: ToolDefinition, state: ToolState, result: string): Sensitivity | undefined {
  const unit = tool.results[result]?.unit ?? 'number';
  const point = (value: Decimal): Effect['low'] => ({
    value: Number(machineNumber(value, unit)),
    text: formatNumber(value, unit),
  });
  const at = (fields: Record<string, string>): Decimal | undefined => {
    const outcome = run(tool, { ...state, fields }).results[result];
    return outcome?.exists && typeof outcome.value !== 'string' ? outcome.value : undefined;
  };
  const base = at(state.fields);
  if (!base) return undefined;
  const { fields } = run(tool, state);
  const effects = Object.entries(tool.inputs).flatMap(([key, input]): Effect[] => {
    const field = fields[key];
    if (
      !isNumber(input) ||
      field?.state !== 'ok' ||
      typeof field.value === 'string' ||
      !('times' in field.value)
    )
      return [];
    const { value } = field;
    const typed = (factor: Decimal): string => {
      const moved = value.times(factor.plus(1));
      const shown = input.unit === 'percent' ? moved.times(HUNDRED) : moved;
      return toMachine(input.unit === 'count' ? shown.round(0) : shown);
    };
    const low = at({ ...state.fields, [key]: typed(TENTH.neg()) });
    const high = at({ ...state.fields, [key]: typed(TENTH) });
    if (!low || !high || low.eq(high)) return [];
    return [
      { key, label: input.label, low: point(low), high: point(high), span: high.minus(low).abs().toNumber() },
    ];
  });
  return { base: point(base), effects: effects.sort((a, b) => b.span - a.span) };
}
