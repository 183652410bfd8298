import type { ChecklistRun, Mark } from '../logic/playbook/checklist.ts';
import { kept } from './store.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const optional = (value: unknown, check: (value: unknown) => boolean): boolean =>
  value === undefined || check(value);

const isMark = (value: unknown): value is Mark =>
  isObject(value) &&
  optional(value['done'], (done) => typeof done === 'boolean') &&
  ['skip', 'value', 'note'].every((key) => optional(value[key], isText));

const isItem = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['id']) &&
  isText(value['text']) &&
  typeof value['must'] === 'boolean' &&
  optional(value['weight'], (weight) => typeof weight === 'number') &&
  optional(value['value'], (number) => isObject(number) && isText(number['label']) && isText(number['unit']));

const isTemplate = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['id']) &&
  isText(value['title']) &&
  isText(value['rhythm']) &&
  typeof value['version'] === 'number' &&
  typeof value['scored'] === 'boolean' &&
  Array.isArray(value['sections']) &&
  value['sections'].every(
    (section) =>
      isObject(section) &&
      isText(section['title']) &&
      Array.isArray(section['items']) &&
      section['items'].every(isItem),
  );

export const isRun = (value: unknown): value is ChecklistRun =>
  isObject(value) &&
  isText(value['checklist']) &&
  typeof value['version'] === 'number' &&
  isText(value['date']) &&
  typeof value['finished'] === 'boolean' &&
  isTemplate(value['template']) &&
  isObject(value['marks']) &&
  Object.values(value['marks']).every(isMark);

/** The latest runs of all checklists. A run that does not read is left out, the others stay. */
export const checklistRuns = kept<ChecklistRun[]>({
  key: 'checklist-runs',
  version: 1,
  check: (data) => (Array.isArray(data) ? data.filter(isRun) : undefined),
  empty: () => [],
});

/** The device's day as 2026-11-22, in its own time zone. */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
