import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { NOTICE, type Notice } from '../../src/device/notice.ts';
import type { KeptSpec } from '../../src/device/store.ts';

/** A fresh module each time: whether the person was told is remembered for as long as a page lives. */
async function open(spec: Partial<KeptSpec<string[]>> = {}) {
  vi.resetModules();
  const { kept } = await import('../../src/device/store.ts');
  return kept<string[]>({
    key: 'things',
    version: 2,
    check: (data) => (Array.isArray(data) && data.every((one) => typeof one === 'string') ? data : undefined),
    empty: () => [],
    ...spec,
  });
}
fc.configureGlobal({ seed: 20_261_122 });
const KEY = 'youshu:things';
let said: string[] = [];

beforeEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  said = [];
});
addEventListener(NOTICE, (event) => said.push((event as CustomEvent<Notice>).detail.text));

const full = (): unknown =>
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
const denied = (): void => {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const)
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
};

test('what is written comes back, with its version beside it', async () => {
  const things = await open();
  expect(things.read()).toEqual([]);
  expect(things.write(['一', '二'])).toBe('saved');
  expect(things.read()).toEqual(['一', '二']);
  expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toEqual({ version: 2, data: ['一', '二'] });
  expect(said).toEqual([]);
});

test('the check is told which version it reads, so that older records can be brought up to date', async () => {
  localStorage.setItem(KEY, JSON.stringify({ version: 1, data: '一,二' }));
  const things = await open({
    check: (data, version) => (version === 1 ? String(data).split(',') : undefined),
  });
  expect(things.read()).toEqual(['一', '二']);
  expect(said).toEqual([]);
});

test.each([
  ['not JSON', '{"version":2,'],
  ['no envelope', '["一"]'],
  ['null', 'null'],
  ['no version', '{"data":[]}'],
  ['a version in words', '{"version":"2","data":[]}'],
  ['no data', '{"version":2}'],
  ['data of another shape', '{"version":2,"data":[1]}'],
  ['empty text', ''],
])('a damaged record is set aside and told: %s', async (_, text) => {
  localStorage.setItem(KEY, text);
  localStorage.setItem('youshu:other', 'stays');
  const things = await open();
  expect(things.read()).toEqual([]);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('坏了');
  expect(localStorage.getItem('youshu-damaged:things')).toBe(text);
  expect(localStorage.getItem(KEY)).toBeNull();
  expect(localStorage.getItem('youshu:other')).toBe('stays');
  expect(things.read()).toEqual([]);
  expect(said, 'told once').toHaveLength(1);
  expect(things.write(['新'])).toBe('saved');
  expect(things.read()).toEqual(['新']);
});

test('a check that throws counts as damage', async () => {
  localStorage.setItem(KEY, JSON.stringify({ version: 2, data: {} }));
  const things = await open({
    check: () => {
      throw new Error('no');
    },
  });
  expect(things.read()).toEqual([]);
  expect(localStorage.getItem('youshu-damaged:things')).not.toBeNull();
});

test('a record of a newer version is left alone, whether it was read first or not', async () => {
  const newer = JSON.stringify({ version: 3, data: { kept: '明天的格式' } });
  localStorage.setItem(KEY, newer);
  const things = await open();
  expect(things.read()).toEqual([]);
  expect(said[0]).toContain('更新版本');
  expect(things.write(['旧'])).toBe('unsaved');
  expect(localStorage.getItem(KEY)).toBe(newer);

  const unread = await open();
  expect(unread.write(['旧'])).toBe('unsaved');
  expect(localStorage.getItem(KEY)).toBe(newer);
});

test('once a newer record is erased, writing works again', async () => {
  localStorage.setItem(KEY, JSON.stringify({ version: 3, data: [] }));
  const things = await open();
  things.read();
  things.erase();
  expect(things.write(['一'])).toBe('saved');
  expect(things.read()).toEqual(['一']);
});

test('full storage: not saved, told once, and what was there stays readable', async () => {
  const things = await open();
  things.write(['先前的']);
  full();
  expect(things.write(['放不下'])).toBe('unsaved');
  expect(things.write(['还是放不下'])).toBe('unsaved');
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('存不下');
  expect(things.read()).toEqual(['先前的']);
});

test('a damaged record on full storage stays where it is and is ignored', async () => {
  localStorage.setItem(KEY, 'broken');
  full();
  const things = await open();
  expect(things.read()).toEqual([]);
  expect(localStorage.getItem(KEY)).toBe('broken');
});

test('storage that is denied reads as empty, erases quietly and tells once that nothing is kept', async () => {
  denied();
  const things = await open();
  expect(things.read()).toEqual([]);
  things.erase();
  expect(said).toEqual([]);
  expect(things.write(['一'])).toBe('unsaved');
  expect(things.write(['二'])).toBe('unsaved');
  expect(said).toHaveLength(1);
});

test('no storage at all, as in a sandboxed frame, is the same as a denied one', async () => {
  const things = await open();
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('sandboxed', 'SecurityError');
  });
  expect(things.read()).toEqual([]);
  expect(things.write(['一'])).toBe('unsaved');
});

test('another tab is heard, other records are not, and clearing everything is', async () => {
  const things = await open();
  const changed = vi.fn();
  const stop = things.watch(changed);
  const tell = (key: string | null): boolean => dispatchEvent(new StorageEvent('storage', { key }));
  tell('youshu:other');
  expect(changed).not.toHaveBeenCalled();
  tell(KEY);
  tell(null);
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
  tell(KEY);
  expect(changed).toHaveBeenCalledTimes(2);
});

test('any text under the key reads as a valid value, never as an exception', async () => {
  const things = await open();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), envelopes), (text) => {
      localStorage.clear();
      localStorage.setItem(KEY, text);
      const value = things.read();
      expect(Array.isArray(value) && value.every((one) => typeof one === 'string')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
const envelopes = fc
  .record({ version: fc.oneof(fc.integer(), fc.anything()), data: fc.anything() })
  .map((envelope) => {
    try {
      return JSON.stringify(envelope);
    } catch {
      return '{'; // fast-check makes values JSON has no text for
    }
  });
