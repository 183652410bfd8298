import { type Expression, keysOf } from '../expression/ast.ts';
import { compile } from './compile.ts';
import type { ToolDefinition } from './define.ts';

/** Whether formulas rest on an input, directly or through results, of the tool or of its rows. */
export function restingOn(tool: ToolDefinition, input: string): (expression: Expression) => boolean {
  const known = new Map<string, boolean>([[input, true]]);
  const rests = (expression: Expression): boolean => keysOf(expression).some(keyRests);
  const keyRests = (key: string): boolean => {
    let does = known.get(key);
    if (does === undefined) {
      known.set(key, false);
      const { formula, needs } = tool.results[key] ?? tool.rows?.results[key] ?? {};
      does = [formula, needs].some((text) => text !== undefined && rests(compile(text)));
      known.set(key, does);
    }
    return does;
  };
  return rests;
}
