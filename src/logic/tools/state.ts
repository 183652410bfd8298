import { type Input, isNumber, type ToolDefinition } from './define.ts';

/** What a person has typed into a tool, as text: nothing is lost between typing, links and storage. */
export interface ToolState {
  fields: Record<string, string>;
  rows: string[][];
}

export function defaultState(tool: ToolDefinition): ToolState {
  return {
    fields: Object.fromEntries(Object.entries(tool.inputs).map(([key, input]) => [key, input.default])),
    rows: (tool.rows?.defaults ?? []).map((row) => [...row]),
  };
}

/** Whether somebody typed anything into a row. */
export const isFilled = (row: readonly string[] | undefined): boolean =>
  (row ?? []).some((cell) => cell.trim() !== '');

/** The state with one field typed into, and the fields that follow it filled anew. */
export function withField(
  inputs: Readonly<Record<string, Input>>,
  { fields, rows }: ToolState,
  key: string,
  typed: string,
): ToolState {
  const following = Object.entries(inputs).flatMap(([name, input]): [string, string][] => {
    const { choice, values = {} } = (isNumber(input) && input.follows) || {};
    return choice === key && Object.hasOwn(values, typed) ? [[name, values[typed] ?? '']] : [];
  });
  return { fields: { ...fields, ...Object.fromEntries(following), [key]: typed }, rows };
}

/** The columns of a tool's table, or of its batch: a name and all inputs. */
export const columnsOf = ({ rows, batch, inputs }: ToolDefinition): Readonly<Record<string, Input>> =>
  rows?.columns ?? (batch ? { name: { kind: 'text', label: batch.each, default: '' }, ...inputs } : {});
