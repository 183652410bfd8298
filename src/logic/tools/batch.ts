import '../expression/aggregate.ts';
import type { ToolDefinition } from './define.ts';
import { columnsOf } from './state.ts';

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
