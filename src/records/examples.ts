import {
  defaultState,
  formatNumber,
  loadTool,
  type Run,
  run,
  type Style,
  type ToolDefinition,
  type ToolState,
  type Unit,
  decimal,
} from '../logic/index.ts';
import { resolveGiven, shopNumber, shopProduct } from './shops.ts';

/**
 * Inputs as an author writes them: typed text, or `@shop.month.key`. A product, `@mianxian.sunshirt`, gives its price
 * and costs to the inputs of the same names.
 */
export type Given = Readonly<Record<string, string | number>> | `@${string}`;

function givenOf(given: Given, tool: ToolDefinition): Readonly<Record<string, string | number>> {
  if (typeof given !== 'string') return given;
  const stored = Object.entries(shopProduct(given.slice(1))).filter(
    (entry): entry is [string, number] => entry[0] in tool.inputs && typeof entry[1] === 'number',
  );
  return Object.fromEntries(stored);
}

export interface Example {
  tool: ToolDefinition;
  state: ToolState;
  run: Run;
}

/** A tool with an example's numbers. @throws RangeError when a key is unknown or a value does not read */
export async function exampleOf(toolId: string, given: Given = {}): Promise<Example> {
  const tool = await loadTool(toolId);
  const state = defaultState(tool);
  for (const [key, value] of Object.entries(givenOf(given, tool))) {
    if (!(key in tool.inputs))
      throw new RangeError(`工具 ${toolId} 没有输入「${key}」；有：${Object.keys(tool.inputs).join('、')}`);
    state.fields[key] = resolveGiven(value);
  }
  const result = run(tool, state);
  for (const [key, field] of Object.entries(result.fields)) {
    if (field.state === 'error')
      throw new RangeError(`工具 ${toolId} 的「${key}」填了 ${state.fields[key] ?? ''}：${field.says}`);
  }
  return { tool, state, run: result };
}

const MONEY =
  /^(gmv|refunds|cogs|platformFees|fulfilment|returnLosses|adSpend|adRevenue|fixedCosts|profit|stock|price|discount|unitCost|shipping|packaging|adPerOrder|returnLoss)$/;
const PERCENT = /Rate$/;

const unitOf = (key: string): Unit => (MONEY.test(key) ? 'money' : PERCENT.test(key) ? 'percent' : 'number');

/**
 * A number for a sentence: `@mianxian.2026-03.visitors` from a shop, or `gmv.uvValue` from a tool with its inputs.
 * @throws RangeError when it does not exist
 */
export async function valueText(of: string, given: Given | undefined, style: Style): Promise<string> {
  if (of.startsWith('@')) {
    const unit = unitOf(of.split('.')[2] ?? '');
    const stored = decimal(shopNumber(of.slice(1)));
    return formatNumber(unit === 'percent' ? stored.div(100) : stored, unit, style);
  }
  const [toolId = '', key = ''] = of.split('.');
  const { tool, run: result } = await exampleOf(toolId, given);
  if (key in tool.inputs) return result.scope.show(key, style);
  const outcome = result.results[key];
  if (!outcome)
    throw new RangeError(`工具 ${toolId} 没有结果「${key}」；有：${Object.keys(tool.results).join('、')}`);
  if (!outcome.exists) throw new RangeError(`${of} 算不出来：${outcome.why}`);
  return result.scope.show(key, style);
}

/** A number of a figure as an author may write it instead of typing it. */
type NumberReference = { of: string; given?: Given; minus?: true } | { sum: unknown[] };

async function toolNumber({
  of,
  given,
  minus,
}: {
  of: string;
  given?: Given;
  minus?: true;
}): Promise<number> {
  const [toolId = '', key = ''] = of.split('.');
  const { tool, run: result } = await exampleOf(toolId, given);
  const outcome = result.results[key];
  if (!outcome)
    throw new RangeError(`工具 ${toolId} 没有结果「${key}」；有：${Object.keys(tool.results).join('、')}`);
  if (!outcome.exists || typeof outcome.value === 'string') throw new RangeError(`${of} 不是一个数`);
  return minus ? -Number(outcome.machine) : Number(outcome.machine);
}

const isReference = (value: object): value is NumberReference => 'of' in value || 'sum' in value;

/**
 * Puts numbers where a figure's data refers to them: `@shop.month.key` (or `-@…`), `{ of: 'roas.roas', given }`,
 * `{ sum: [...] }` of such. Percentages come as people write them. Everything else stays.
 */
export async function withNumbers(data: unknown): Promise<unknown> {
  if (typeof data === 'string') {
    const path = /^(-?)@(.+)$/.exec(data);
    return path ? (path[1] ? -1 : 1) * shopNumber(path[2] ?? '') : data;
  }
  if (Array.isArray(data)) return Promise.all(data.map(withNumbers));
  if (typeof data !== 'object' || data === null) return data;
  if (isReference(data)) {
    if ('of' in data) return toolNumber(data);
    const parts = (await withNumbers(data.sum)) as number[];
    return Number(parts.reduce((total, part) => total.plus(part), decimal(0)));
  }
  const entries = await Promise.all(
    Object.entries(data).map(async ([key, value]) => [key, await withNumbers(value)] as const),
  );
  return Object.fromEntries(entries);
}
