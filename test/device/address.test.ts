import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onFragment, readFragment, replaceFragment } from '../../src/device/address.ts';
import { whenRested } from '../../src/device/rested.ts';

const isOurs = (text: string): boolean => /[?&]uv=/.test(text);
const go = (address: string): void => history.replaceState(null, '', address);

beforeEach(() => go('/tools/gmv/'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('what stands behind # is read', () => {
  go('/tools/gmv/#uv=5&cvr=%EF%BC%93');
  expect(readFragment(isOurs)).toBe('uv=5&cvr=%EF%BC%93');
});

test('a query of ours moves behind #, once', () => {
  go('/tools/gmv/?uv=5&from=singlemessage');
  expect(readFragment(isOurs)).toBe('uv=5&from=singlemessage');
  expect(location.search).toBe('');
  expect(location.hash).toBe('#uv=5&from=singlemessage');
});

test('a query that is not ours stays where it is', () => {
  go('/tools/gmv/?from=singlemessage');
  expect(readFragment(isOurs)).toBe('');
  expect(location.search).toBe('?from=singlemessage');
});

test('the fragment wins over the query', () => {
  go('/tools/gmv/?uv=5#uv=7');
  expect(readFragment(isOurs)).toBe('uv=7');
});

test('writing adds no entry to the history; without text no lone # stays', () => {
  const entries = history.length;
  replaceFragment('uv=9');
  expect(location.hash).toBe('#uv=9');
  replaceFragment('');
  expect(location.href).toMatch(/\/tools\/gmv\/$/);
  expect(history.length).toBe(entries);
});

test('a browser that refuses replaceState is no exception', () => {
  vi.spyOn(history, 'replaceState').mockImplementation(() => {
    throw new DOMException('too often', 'SecurityError');
  });
  replaceFragment('uv=9');
  expect(location.hash).toBe('');
});

test('a changed fragment is heard until one stops listening', () => {
  const changed = vi.fn();
  const stop = onFragment(changed);
  dispatchEvent(new HashChangeEvent('hashchange'));
  stop();
  dispatchEvent(new HashChangeEvent('hashchange'));
  expect(changed).toHaveBeenCalledTimes(1);
});

test('of several calls only the last is done, once they rest', () => {
  vi.useFakeTimers();
  const work = vi.fn();
  const call = whenRested(300, work);
  call();
  vi.advanceTimersByTime(299);
  call();
  vi.advanceTimersByTime(299);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
});
