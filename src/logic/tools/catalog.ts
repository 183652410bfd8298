import type { ToolDefinition } from './define.ts';
import { registry, type ToolId } from './registry.ts';

export const isToolId = (id: string): id is ToolId => Object.hasOwn(registry, id);

export const toolIds = Object.keys(registry) as ToolId[];

/** One definition, on its own. @throws RangeError naming the ids there are */
export async function loadTool(id: string): Promise<ToolDefinition> {
  if (!isToolId(id)) throw new RangeError(`没有叫「${id}」的工具；现有：${toolIds.join('、')}`);
  return (await registry[id]()).default;
}

/** All definitions, for the catalogue and for checks; pages of a visitor load one at a time. */
export const loadTools = (): Promise<ToolDefinition[]> => Promise.all(toolIds.map(loadTool));
