import type { Unit } from '../number/units.ts';

/** What a run needs of a template's item; a run keeps its own copy, so later edits of the template don't change it. */
export interface ChecklistItem {
  id: string;
  text: string;
  must: boolean;
  weight?: number;
  value?: { label: string; unit: Unit };
  chapter?: string;
}
export interface ChecklistTemplate {
  id: string;
  title: string;
  version: number;
  rhythm: 'daily' | 'weekly' | 'monthly' | 'per-task';
  scored: boolean;
  sections: readonly { title: string; items: readonly ChecklistItem[] }[];
}
/** What a person noted of one item. */
export interface Mark {
  done?: boolean;
  /** 不适用, with the reason */
  skip?: string;
  value?: string;
  note?: string;
}
export interface ChecklistRun {
  checklist: string;
  version: number;
  /** the day it was begun: 2026-11-22 */
  date: string;
  finished: boolean;
  marks: Record<string, Mark>;
  /** the template as it was */
  template: ChecklistTemplate;
}

export const MOST_RUNS = 30;

export const itemsOf = (template: ChecklistTemplate): ChecklistItem[] =>
  template.sections.flatMap((section) => section.items);

export const newRun = (template: ChecklistTemplate, date: string): ChecklistRun => ({
  checklist: template.id,
  version: template.version,
  date,
  finished: false,
  marks: {},
  template,
});

/**
 * The run to go on with: an unfinished one of this list, unless the list is daily and the run is of another day;
 * then, and when there is none, a fresh one.
 */
export function currentRun(
  runs: readonly ChecklistRun[],
  template: ChecklistTemplate,
  today: string,
): ChecklistRun {
  const open = runs.find(
    (run) =>
      run.checklist === template.id && (template.rhythm === 'daily' ? run.date === today : !run.finished),
  );
  return open ?? newRun(template, today);
}

/** Puts a run among the kept ones, newest first, the latest thirty of all lists. */
export const keepRun = (runs: readonly ChecklistRun[], run: ChecklistRun): ChecklistRun[] =>
  [run, ...runs.filter((other) => other.checklist !== run.checklist || other.date !== run.date)].slice(
    0,
    MOST_RUNS,
  );

export function mark(run: ChecklistRun, item: string, change: Mark): ChecklistRun {
  const before = Object.hasOwn(run.marks, item) ? run.marks[item] : undefined;
  return { ...run, marks: { ...run.marks, [item]: { ...before, ...change } } };
}

const settled = (run: ChecklistRun, item: ChecklistItem): boolean =>
  Boolean(run.marks[item.id]?.done) || Boolean(run.marks[item.id]?.skip);

/** 必做 items neither done nor set aside with a reason. */
export const missing = (run: ChecklistRun): ChecklistItem[] =>
  itemsOf(run.template).filter((item) => item.must && !settled(run, item));

export interface Progress {
  done: number;
  skipped: number;
  total: number;
  /** 0–100 over the weights that apply; only for scored lists, and only where any weight applies */
  score?: number;
  /** heaviest items not done, at most three */
  gaps: ChecklistItem[];
}

export function progress(run: ChecklistRun): Progress {
  const items = itemsOf(run.template);
  const skipped = items.filter((item) => run.marks[item.id]?.skip);
  const done = items.filter((item) => run.marks[item.id]?.done && !run.marks[item.id]?.skip);
  const weigh = (some: readonly ChecklistItem[]): number =>
    some.reduce((sum, item) => sum + (item.weight ?? 0), 0);
  const applies = weigh(items) - weigh(skipped);
  const gaps = items
    .filter((item) => !settled(run, item))
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .slice(0, 3);
  return {
    done: done.length,
    skipped: skipped.length,
    total: items.length,
    ...(run.template.scored && applies > 0 && { score: Math.round((weigh(done) / applies) * 100) }),
    gaps: run.template.scored ? gaps : [],
  };
}
