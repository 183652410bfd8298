import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChecklistRun,
  type ChecklistTemplate,
  currentRun,
  keepRun,
  mark,
  missing,
  MOST_RUNS,
  newRun,
  progress,
  report,
} from '#logic';

const daily: ChecklistTemplate = {
  id: 'assistant-daily',
  title: '运营每日',
  version: 2,
  rhythm: 'daily',
  scored: false,
  sections: [
    {
      title: '上午',
      items: [
        { id: 'notice', text: '看平台通知', must: true },
        { id: 'visitors', text: '记下昨日访客数', must: true, value: { label: '昨日访客', unit: 'count' } },
      ],
    },
    { title: '下班前', items: [{ id: 'tomorrow', text: '写明天的三件事', must: false }] },
  ],
};
const scored: ChecklistTemplate = {
  ...daily,
  id: 'page',
  rhythm: 'per-task',
  scored: true,
  sections: [
    {
      title: '页面',
      items: [
        { id: 'a', text: '甲', must: true, weight: 50 },
        { id: 'b', text: '乙', must: false, weight: 30 },
        { id: 'c', text: '丙', must: false, weight: 20 },
      ],
    },
  ],
};

describe('checklist runs', () => {
  it('begins a daily list afresh on another day and goes on with today’s', () => {
    const yesterday = mark(newRun(daily, '2026-11-21'), 'notice', { done: true });
    const today = mark(newRun(daily, '2026-11-22'), 'notice', { done: true });
    expect(currentRun([yesterday], daily, '2026-11-22').marks).toEqual({});
    expect(currentRun([yesterday, today], daily, '2026-11-22').marks['notice']?.done).toBe(true);
  });

  it('goes on with an unfinished run of another list, whatever its version', () => {
    const old: ChecklistRun = {
      ...mark(newRun({ ...scored, version: 1 }, '2026-11-01'), 'a', { done: true }),
    };
    expect(currentRun([old], scored, '2026-11-22')).toBe(old);
    expect(currentRun([{ ...old, finished: true }], scored, '2026-11-22').version).toBe(2);
  });

  it('names 必做 items neither done nor set aside with a reason', () => {
    let run = newRun(daily, '2026-11-22');
    expect(missing(run).map(({ id }) => id)).toEqual(['notice', 'visitors']);
    run = mark(run, 'notice', { done: true });
    run = mark(run, 'visitors', { skip: '系统维护' });
    expect(missing(run)).toEqual([]);
  });

  it('scores done weight over the weight that applies', () => {
    let run = mark(newRun(scored, '2026-11-22'), 'a', { done: true });
    // 50 of 50 + 30 + 20
    expect(progress(run).score).toBe(50);
    // 丙 set aside: 50 of 80 is 62.5, shown as 63
    run = mark(run, 'c', { skip: '没有视频' });
    expect(progress(run).score).toBe(63);
    expect(progress(run).gaps.map(({ id }) => id)).toEqual(['b']);
  });

  it('has no score when nothing applies', () => {
    const run = ['a', 'b', 'c'].reduce(
      (r, id) => mark(r, id, { skip: '不卖了' }),
      newRun(scored, '2026-11-22'),
    );
    expect(progress(run).score).toBeUndefined();
  });

  it('writes the report a group chat can read', () => {
    let run = mark(newRun(daily, '2026-11-22'), 'notice', { done: true, note: '无违规' });
    run = mark(run, 'visitors', { done: true, value: '12000' });
    run = mark(run, 'tomorrow', { skip: '休假' });
    expect(report(run)).toBe(
      [
        '【运营每日】2026-11-22',
        '完成 2/2，不适用 1',
        '',
        '上午',
        '✓ 看平台通知｜无违规',
        '✓ 记下昨日访客数｜昨日访客 12,000',
        '',
        '下班前',
        '－ 写明天的三件事（不适用：休假）',
      ].join('\n'),
    );
  });

  it('keeps the latest thirty runs, one a list and day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 }), (days) => {
        const runs = days.reduce<ChecklistRun[]>(
          (kept, day) => keepRun(kept, newRun(daily, `day-${day}`)),
          [],
        );
        expect(runs.length).toBeLessThanOrEqual(MOST_RUNS);
        expect(new Set(runs.map(({ date }) => date)).size).toBe(runs.length);
        if (days.length > 0) expect(runs[0]?.date).toBe(`day-${days.at(-1) ?? 0}`);
      }),
    );
  });
});
