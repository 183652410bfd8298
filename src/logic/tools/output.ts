import type { Finding, ToolDefinition } from './define.ts';
import { type Outcome, type Run, run, type Said } from './run.ts';
import { isFilled, type ToolState } from './state.ts';

/** A result as it is shown. */
export interface Shown {
  machine: string;
  text: string;
  why?: string;
  tone?: string;
}
/** What a tool shows for one state: all texts, no numbers left to format. */
export interface ToolOutput {
  results: Record<string, Shown>;
  errors: Record<string, string>;
  rows: { results: Record<string, Shown>; errors: Record<string, string>; reading: Said[] }[];
  /** rows (from 0) that hold something but lack a number or have a wrong one */
  leftOut: number[];
  warnings: Said[];
  reading: Said[];
  findings?: readonly Finding[];
}

const shown = (outcome: Outcome): Shown =>
  outcome.exists
    ? { machine: outcome.machine, text: outcome.text, ...(outcome.tone && { tone: outcome.tone }) }
    : { machine: '', text: outcome.text, why: outcome.why };

const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const errorsOf = (fields: Run['fields']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => (field.state === 'error' ? [[key, field.says]] : [])),
  );

/** Everything a tool shows for what was typed. */
export function output(tool: ToolDefinition, state: ToolState): ToolOutput {
  const result = run(tool, state);
  return {
    results: mapValues(result.results, shown),
    errors: errorsOf(result.fields),
    rows: result.rows.map((row) => ({
      results: mapValues(row.results, shown),
      errors: errorsOf(row.fields),
      reading: row.reading,
    })),
    leftOut: result.rows.flatMap(({ counts }, row) => (!counts && isFilled(state.rows[row]) ? [row] : [])),
    warnings: result.warnings,
    reading: result.reading,
    ...(tool.findings && { findings: tool.findings.find((key) => state.fields[key] ?? '') }),
  };
}
