import '../expression/aggregate.ts';
import type { ToolDefinition } from './define.ts';
import { columnsOf } from './state.ts';
import type { ToolView } from './view.ts';

/** 批量: the tool as a table whose every row has a name and all its inputs, with the same formulas. */
export function batchOf(tool: ToolDefinition): ToolDefinition {
  const { checks = [], reading } = tool;
  return {
    ...tool,
    inputs: {},
    results: {},
    checks: [],
    warnings: [],
    reading: [],
    sums: [],
    rows: {
      each: tool.batch?.each ?? tool.name,
      columns: columnsOf(tool),
      results: tool.results,
      defaults: [],
      checks,
      reading,
    },
  };
}

/** The same of what a form shows. */
export const batchView = ({ batch, ...view }: ToolView): ToolView => {
  const each = batch?.each ?? view.name;
  return {
    ...view,
    batched: true,
    fields: [],
    results: [],
    rows: {
      each,
      columns: [{ key: 'name', label: each, kind: 'text' }, ...view.fields],
      results: view.results,
    },
  };
};
