import type { ToolState } from '../logic/tools/state.ts';
import { kept } from './store.ts';

/** One saved run of a tool: what was typed and what came out, so that it reads even after the tool changed. */
export interface SavedRun {
  tool: string;
  /** milliseconds, of the device's clock */
  at: number;
  state: ToolState;
  results: { label: string; text: string }[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isState = (value: unknown): value is ToolState =>
  isObject(value) &&
  isObject(value['fields']) &&
  Object.values(value['fields']).every(isText) &&
  Array.isArray(value['rows']) &&
  value['rows'].every((row) => Array.isArray(row) && row.every(isText));
const isRun = (value: unknown): value is SavedRun =>
  isObject(value) &&
  isText(value['tool']) &&
  typeof value['at'] === 'number' &&
  isState(value['state']) &&
  Array.isArray(value['results']) &&
  value['results'].every((result) => isObject(result) && isText(result['label']) && isText(result['text']));

/** 我的记录: the latest 200 saved runs of all tools. A record that does not read is left out, the others stay. */
export const savedRuns = kept<SavedRun[]>({
  key: 'runs',
  version: 1,
  check: (data) => (Array.isArray(data) ? data.filter(isRun) : undefined),
  empty: () => [],
});

export const MOST_RUNS = 200;
export const addRun = (saved: SavedRun): 'saved' | 'unsaved' =>
  savedRuns.write([saved, ...savedRuns.read()].slice(0, MOST_RUNS));
