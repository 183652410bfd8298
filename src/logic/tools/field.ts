import { dayOf } from '../number/day.ts';
import { type Decimal, decimal } from '../number/decimal.ts';
import { halfWidth, parseTyped } from '../number/typing.ts';
import type { Input, ListInput } from './define.ts';

export type Field =
  | { state: 'ok'; value: Decimal | string | readonly Decimal[] }
  | { state: 'empty' }
  | { state: 'error'; says: string };

/** Reads one field by its kind. */
export function readField(input: Input, typed: string): Field {
  if (input.kind === undefined || input.kind === 'number') return parseTyped(typed, input);
  const text = typed.trim();
  if (text === '') return { state: 'empty' };
  if (input.kind === 'list') return readList(input, text);
  if (input.kind === 'date') return readDay(text);
  if (input.kind === 'choice' && !Object.hasOwn(input.options, text))
    return { state: 'error', says: `请从「${Object.values(input.options).join('、')}」里选一个` };
  return { state: 'ok', value: text };
}

function readDay(text: string): Field {
  const day = dayOf(text);
  return day === undefined
    ? { state: 'error', says: '请填有的日期，例如2026-11-22' }
    : { state: 'ok', value: decimal(day) };
}

function readList(input: ListInput, text: string): Field {
  const parts = halfWidth(text)
    .split(/[,、;\s]+/)
    .filter((part) => part !== '');
  if (parts.length !== input.length)
    return { state: 'error', says: `要${input.length}个数，现在是${parts.length}个，用逗号隔开` };
  const values: Decimal[] = [];
  for (const [index, part] of parts.entries()) {
    const read = parseTyped(part, { unit: 'number' });
    if (read.state === 'error') return { state: 'error', says: `第${index + 1}个：${read.says}` };
    if (read.state === 'ok') values.push(read.value);
  }
  return { state: 'ok', value: values };
}
