/** Whatever stands in storage under our names, what is kept reads, shows and can be gone on with. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { output } from '#logic/tools/output.ts';
import { loadTool } from '#logic/tools/catalog.ts';
import { currentRun, mark, missing, newRun, progress } from '#logic/playbook/checklist.ts';
import { report } from '#logic/playbook/report.ts';
import { checklistRuns, isRun, today } from '../../src/device/checklist-runs.ts';
import { favouriteIds, isFavourite, toggleFavourite } from '../../src/device/favourites.ts';
import { reading } from '../../src/device/reading.ts';
import { addRun, MOST_RUNS, savedRuns } from '../../src/device/runs.ts';

fc.configureGlobal({ seed: 20_261_122 });
beforeEach(() => localStorage.clear());

/** Valid values with rubbish mixed in at every level: most damage leaves a record nearly right. */
const odd = fc.oneof(
  fc.anything({ maxDepth: 1 }),
  fc.constantFrom<unknown>(
    null,
    '',
    '1e999',
    -0,
    1e308,
    [],
    {},
    { __proto__: null },
    '<b>',
    '{空}',
    '\u0000',
  ),
);
const or = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: odd });
const text = or(fc.string({ unit: 'binary', maxLength: 12 }));
const some = (values: readonly string[]): fc.Arbitrary<unknown> => or(fc.constantFrom(...values));
const list = (one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => or(fc.array(one, { maxLength: 3 }));
const dictionary = (one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  or(fc.dictionary(fc.constantFrom('a', 'b', 'uv', 'cvr', '__proto__', 'toString'), one));

const mark_ = fc.record(
  { done: or(fc.boolean()), skip: text, value: text, note: text },
  { requiredKeys: [] },
);
const item = fc.record(
  {
    id: some(['a', 'b', '__proto__']),
    text,
    must: or(fc.boolean()),
    weight: or(fc.double()),
    value: or(fc.record({ label: text, unit: some(['money', 'percent', 'count', 'parsec', '']) })),
    chapter: text,
  },
  { requiredKeys: ['id', 'text', 'must'] },
);
const template = fc.record({
  id: some(['daily', 'weekly']),
  title: text,
  version: or(fc.integer()),
  rhythm: some(['daily', 'weekly', 'monthly', 'per-task', 'yearly']),
  scored: or(fc.boolean()),
  sections: list(fc.record({ title: text, items: list(item) })),
});
const checklistRun = fc.record({
  checklist: some(['daily', 'weekly']),
  version: or(fc.integer()),
  date: some(['2026-11-22', '', 'yesterday']),
  finished: or(fc.boolean()),
  marks: dictionary(or(mark_)),
  template: or(template),
});
const savedRun = fc.record({
  tool: some(['gmv', 'keyword', 'no-such-tool']),
  at: or(fc.double()),
  state: or(fc.record({ fields: dictionary(text), rows: list(list(text)) })),
  results: list(or(fc.record({ label: text, text }))),
});
const place = fc.record({ chapter: text, title: text, anchor: text, heading: text }, { requiredKeys: [] });
const readingRecord = fc.record({ last: or(place), chapters: list(text), tools: list(text) });
const favouriteRecord = fc.record({ tool: list(text), script: list(text) });

/** Puts data under a key as another version of the site, or a damaged disk, might have left it. */
const keep = (key: string, data: unknown): void => {
  let json: string;
  try {
    json = JSON.stringify({ version: 1, data: data ?? null });
  } catch {
    json = '{'; // values JSON has no text for
  }
  localStorage.clear();
  localStorage.setItem(`youshu:${key}`, json);
};
const RUNS = 600;

describe('checklist runs', () => {
  const fresh = {
    id: 'daily',
    title: '每日',
    version: 1,
    rhythm: 'daily' as const,
    scored: true,
    sections: [{ title: '早', items: [{ id: 'a', text: '看数', must: true, weight: 3 }] }],
  };

  test('any stored runs give a run to go on with, its progress and its report', () => {
    let used = 0;
    fc.assert(
      fc.property(list(or(checklistRun)), (data) => {
        keep('checklist-runs', data);
        const runs = checklistRuns.read();
        expect(runs.every(isRun)).toBe(true);
        used += runs.length;
        for (const one of [...runs, currentRun(runs, fresh, '2026-11-22')]) {
          const { done, skipped, total, score } = progress(one);
          expect(done + skipped).toBeLessThanOrEqual(total);
          if (score !== undefined) expect(Number.isNaN(score)).toBe(false);
          expect(report(one)).not.toMatch(/undefined|NaN|\[object/);
          expect(missing(mark(one, 'a', { done: true })).every(({ id }) => id !== 'a')).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    expect(used, 'some of the generated runs are good ones').toBeGreaterThan(RUNS / 20);
  });

  test('a run that does not read is left out, the others stay', () => {
    const good = newRun(fresh, '2026-11-22');
    keep('checklist-runs', [good, { ...good, date: 7 }, { ...good, marks: { a: { done: 'yes' } } }]);
    expect(checklistRuns.read()).toEqual([good]);
  });

  test('the day is the device’s own', () => {
    expect(today(new Date(2026, 0, 2, 0, 0, 1))).toBe('2026-01-02');
    expect(today(new Date(2026, 11, 31, 23, 59, 59))).toBe('2026-12-31');
  });
});

describe('saved runs of tools', () => {
  test('any stored runs can be put back into their tool', async () => {
    const tools = new Map(
      await Promise.all(['gmv', 'keyword'].map(async (id) => [id, await loadTool(id)] as const)),
    );
    let used = 0;
    fc.assert(
      fc.property(list(or(savedRun)), (data) => {
        keep('runs', data);
        for (const run of savedRuns.read()) {
          used++;
          for (const { label, text } of run.results) expect(typeof label + typeof text).toBe('stringstring');
          const tool = tools.get(run.tool);
          if (tool) expect(output(tool, run.state).results).toBeDefined();
          expect(new Date(run.at).toLocaleString('zh-CN')).toEqual(expect.any(String));
        }
      }),
      { numRuns: RUNS },
    );
    expect(used, 'some of the generated runs are good ones').toBeGreaterThan(RUNS / 20);
  });

  test('the latest stands first, and only so many are kept', () => {
    const run = (at: number) => ({ tool: 'gmv', at, state: { fields: { uv: '1' }, rows: [] }, results: [] });
    keep(
      'runs',
      Array.from({ length: MOST_RUNS }, (_, i) => run(i)),
    );
    expect(addRun(run(999))).toBe('saved');
    const kept = savedRuns.read();
    expect(kept).toHaveLength(MOST_RUNS);
    expect(kept[0]?.at).toBe(999);
    expect(
      kept.some(({ at }) => at === MOST_RUNS - 1),
      'the oldest made room',
    ).toBe(false);
  });
});

describe('favourites', () => {
  test('any stored favourites give lists of ids', () => {
    fc.assert(
      fc.property(or(favouriteRecord), (data) => {
        keep('favourites', data);
        for (const kind of ['tool', 'script'] as const)
          expect(favouriteIds(kind).every((id) => typeof id === 'string')).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('toggling adds in front and takes away, each kind for itself', () => {
    expect(toggleFavourite('script', 'a')).toBe(true);
    expect(toggleFavourite('script', 'b')).toBe(true);
    expect(toggleFavourite('tool', 'a')).toBe(true);
    expect(favouriteIds('script')).toEqual(['b', 'a']);
    expect(toggleFavourite('script', 'a')).toBe(false);
    expect(isFavourite('script', 'a')).toBe(false);
    expect(isFavourite('tool', 'a')).toBe(true);
  });
});

test('any stored place of reading is a place or none, and lists of ids', () => {
  fc.assert(
    fc.property(or(readingRecord), (data) => {
      keep('reading', data);
      const { last, chapters, tools } = reading.read();
      for (const id of [...chapters, ...tools]) expect(typeof id).toBe('string');
      if (last) expect(Object.values(last).every((value) => typeof value === 'string')).toBe(true);
    }),
    { numRuns: RUNS },
  );
});
