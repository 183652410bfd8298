import { afterEach, beforeEach, expect, test } from 'vitest';
import { markRead } from '#src/device/read-lines.ts';
import { reading } from '#src/device/reading.ts';

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '<ol><li data-line="start/a">甲</li><li data-line="data/b">乙</li></ol>';
});
afterEach(() => document.body.replaceChildren());

const ids = (lines: HTMLElement[]): (string | undefined)[] => lines.map(({ dataset }) => dataset['line']);

test('what was read is ticked, and said; what was not is left', () => {
  reading.write({ chapters: ['data/b', 'gone/c'], tools: [] });
  const { read, left } = markRead();
  expect(ids(read)).toEqual(['data/b']);
  expect(ids(left)).toEqual(['start/a']);
  expect(read[0]?.className).toBe('read');
  expect(read[0]?.textContent).toBe('乙读过');
  expect(left[0]?.textContent).toBe('甲');
});

test('nothing read, nothing marked', () => {
  const { read, left } = markRead();
  expect(read).toEqual([]);
  expect(ids(left)).toEqual(['start/a', 'data/b']);
  expect(document.querySelector('.read')).toBeNull();
});
