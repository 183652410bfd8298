import type { Figure } from '../figures/index.ts';
import type { Reading, ToolDefinition } from './define.ts';
import { run } from './run.ts';
import type { Outcome, ToolScope } from './scope.ts';
import type { ToolState } from './state.ts';

const numberOf = (scope: ToolScope, key: string): number | null => {
  const outcome: Outcome = scope.outcome(key);
  return outcome.exists && typeof outcome.value !== 'string' ? Number(outcome.machine) : null;
};
const textOf = (scope: ToolScope, key: string): string => {
  const outcome = scope.outcome(key);
  return outcome.exists ? outcome.text : '';
};

/** The drawings of a tool for one state, as data; of a definition as browsers have it they come apart. */
export function figuresOf(
  tool: ToolDefinition,
  state: ToolState,
  figures: ToolDefinition['figures'] = tool.figures,
): Figure[] {
  if (!figures) return [];
  const { scope, rows } = run(tool, state);
  const reading = (of: ToolScope, below: readonly Reading[]): Reading => ({
    number: (key) => numberOf(of, key),
    text: (key) => textOf(of, key),
    rows: below,
  });
  const counted = rows.filter(({ counts }) => counts).map((row) => reading(row.scope, []));
  return figures.flatMap((draw) => draw(reading(scope, counted)) ?? []);
}
