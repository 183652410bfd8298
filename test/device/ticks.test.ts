import { beforeEach, expect, test, vi } from 'vitest';
import { screen } from '@solidjs/testing-library';

/** Loads the script anew over a page with one summary, as a visit does. */
async function visit(chapter = 'course/data/metrics'): Promise<HTMLInputElement[]> {
  document.body.innerHTML = `<div class="summary" data-ticks="${chapter}"><ul><li>先看<b>口径</b></li><li>再看利润</li></ul></div>`;
  vi.resetModules();
  await import('../../src/device/ticks.ts');
  return screen.getAllByRole<HTMLInputElement>('checkbox');
}
beforeEach(() => localStorage.clear());

test('the summary becomes boxes to tick, named by their lines', async () => {
  await visit();
  expect(screen.getByRole('checkbox', { name: '先看口径' })).toBeInstanceOf(HTMLInputElement);
  expect(document.querySelector('li b')?.textContent).toBe('口径');
});

test('ticks are kept from visit to visit, each chapter its own', async () => {
  (await visit())[1]?.click();
  expect((await visit()).map((box) => box.checked)).toEqual([false, true]);
  expect((await visit('course/start/other')).map((box) => box.checked)).toEqual([false, false]);
  (await visit())[1]?.click();
  expect((await visit()).map((box) => box.checked)).toEqual([false, false]);
});

test.each(['{"version":1,"data":[1]}', '{"version":1,"data":{"course/data/metrics":"x"}}', 'x'])(
  'a damaged record leaves the boxes usable: %s',
  async (text) => {
    localStorage.setItem('youshu:ticks', text);
    const boxes = await visit();
    expect(boxes.map((box) => box.checked)).toEqual([false, false]);
    boxes[0]?.click();
    expect((await visit()).map((box) => box.checked)).toEqual([true, false]);
  },
);
