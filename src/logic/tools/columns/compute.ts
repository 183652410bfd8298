import type { Expression } from '../../expression/ast.ts';
import { FUNCTIONS } from '../../expression/functions.ts';
import { compile } from '../compile.ts';
import type { ToolDefinition } from '../define.ts';
import { output, type ToolOutput } from '../output.ts';
import { type Cells, cellsOf, emptyResults, MOST_ERRORS, rowEngine, type RowResults } from './engine.ts';
import { putShown } from './results.ts';

export interface Computed extends RowResults {
  /** what the tool shows beside its rows; with all rows where they depend on each other */
  output: ToolOutput;
  /** whether each row can be shown by itself */
  alone: boolean;
}

/** Rows that go the scalar path together. */
const SLICE = 200;

/**
 * Results of many rows: column by column where the formulas allow it, else as `run` computes them, a few at a time or, where
 * formulas speak of all rows, all at once. The same numbers in each case.
 * @param report hears how many rows are done
 */
export function computeRows(
  tool: ToolDefinition,
  fields: Readonly<Record<string, string>>,
  cells: Cells,
  report: (done: number) => void,
): Computed {
  const alone = standAlone(tool);
  const { engine } = alone ? rowEngine(tool, fields) : {};
  if (engine) return { ...engine.compute(cells, report), output: shown(tool, fields, []), alone };
  const results = emptyResults(tool, cells.rows.length);
  const count = cells.rows.length;
  const slice = alone ? SLICE : count;
  let whole = shown(tool, fields, []);
  for (let from = 0; from < count; from += slice) {
    const to = Math.min(from + slice, count);
    const rows = Array.from({ length: to - from }, (_, i) => cellsOf(cells, from + i));
    const part = shown(tool, fields, rows);
    put(tool, part, from, results);
    if (!alone) whole = part;
    report(to);
  }
  return { ...results, output: whole, alone };
}

const shown = (
  tool: ToolDefinition,
  fields: Readonly<Record<string, string>>,
  rows: string[][],
): ToolOutput => output(tool, { fields: { ...fields }, rows });

function put(tool: ToolDefinition, part: ToolOutput, from: number, results: RowResults): void {
  const keys = Object.keys(tool.rows?.columns ?? {});
  part.rows.forEach((row, i) => {
    for (const column of results.columns) putShown(column, from + i, row.results[column.key]);
    for (const column of keys) {
      const says = row.errors[column];
      if (says === undefined) continue;
      if (results.wrong++ < MOST_ERRORS) results.errors.push({ row: from + i, column, says });
    }
  });
  for (const row of part.leftOut) results.leftOut[from + row] = 1;
}

/** Whether no row depends on another: the tool has no results of its own, and no formula of a row speaks of all rows. */
function standAlone({ rows, results }: ToolDefinition): boolean {
  if (!rows || Object.keys(results).length > 0) return false;
  const formulas = [
    ...Object.values(rows.results).flatMap(({ formula, needs }) => [formula, needs ?? []].flat()),
    ...(rows.checks ?? []).map(({ when }) => when),
  ];
  return !formulas.some((formula) => speaksOfAll(compile(formula)));
}

function speaksOfAll(e: Expression): boolean {
  switch (e.type) {
    case 'number':
    case 'word':
    case 'key':
      return false;
    case 'negate':
      return speaksOfAll(e.of);
    case 'binary':
    case 'compare':
    case 'logic':
      return speaksOfAll(e.left) || speaksOfAll(e.right);
    case 'choose':
      return speaksOfAll(e.when) || speaksOfAll(e.then) || speaksOfAll(e.otherwise);
    case 'call':
      return 'over' in (FUNCTIONS.get(e.name) ?? {}) || e.args.some(speaksOfAll);
  }
}
