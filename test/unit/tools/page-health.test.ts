import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { run } from '#logic/tools/run.ts';
import { stateOf, toolNamed } from './support.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

const tool = toolNamed('page-health');
const textsFor = (given: Record<string, string>): string[] =>
  run(tool, stateOf(tool, given)).reading.map(({ text }) => text);
const ORDER = ['fail', 'pass', 'excellent'];

test('总评 is the worst of the three; 带动及格 counts as 优秀', () => {
  const tenths = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n / 10));
  fc.assert(
    fc.property(tenths(3000), tenths(3000), tenths(1000), tenths(60), (shopAov, heroAov, bounce, depth) => {
      const { results } = run(tool, stateOf(tool, { shopAov, heroAov, bounce, depth }));
      const aov = Number(shopAov) * 10 >= Number(heroAov) * 13 ? 'pass' : 'fail';
      const jump = Number(bounce) < 60 ? 'excellent' : Number(bounce) < 70 ? 'pass' : 'fail';
      const deep = Number(depth) > 3.5 ? 'excellent' : Number(depth) >= 2.5 ? 'pass' : 'fail';
      const worst = [aov === 'pass' ? 'excellent' : 'fail', jump, deep].sort(
        (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
      )[0];
      expect(
        [results['bounceStatus'], results['depthStatus'], results['overall']].map((o) => o?.machine),
      ).toEqual([jump, deep, worst]);
    }),
  );
});

test('without a baseline of one’s own it draws no conclusion; with one it compares in words', () => {
  const bare = textsFor({});
  expect(bare.join()).toContain('旧经验示例（约2014–2016，PC），不作结论');
  const half = textsFor({ baseBounce: '60' });
  expect(half.join()).toContain('不作结论');
  expect(half.join()).toContain('跳失率64%，比自己的基线60%高');
  const both = textsFor({ baseBounce: '70', baseDepth: '2.9' });
  expect(both.join()).not.toContain('不作结论');
  expect(both.join()).toContain('比自己的基线70%低，在变好');
  expect(both.join()).toContain('访问深度和自己的基线一样，2.9页');
});

test.each([
  [{ bounce: '75', depth: '1', shopAov: '100' }, '先改首屏'],
  [{ bounce: '55', depth: '1', shopAov: '100' }, '先改去处'],
  [{ bounce: '55', depth: '4', shopAov: '100' }, '先改搭配'],
  [{ bounce: '55', depth: '4' }, '页面接得住'],
])('says what to change first: %j', (given, first) => {
  const said = textsFor(given);
  expect(said[0]).toContain(first);
  expect(said.filter((text) => /^先改/.test(text)).length).toBeLessThanOrEqual(1);
});
