import { expect, it } from 'vitest';
import { draw, type FigureKind, FIGURE_KINDS } from '../../../src/logic/figures/index.ts';
import { drawLoaded, loadFigure } from '../../../src/logic/figures/load.ts';
import { SAMPLES } from './samples.ts';

it.each(FIGURE_KINDS.map((kind) => [kind]))('%s loaded alone draws what the build draws', async (kind) => {
  const figure = SAMPLES.find((sample) => sample.kind === kind)!;
  expect(await drawLoaded<FigureKind>(kind, figure)).toEqual(draw(figure));
});

it('draws again without waiting', async () => {
  const bars = await loadFigure('bars');
  const order = { title: '访客', data: { items: [{ label: '搜索', value: 3 }] } };
  expect(bars(order, { id: 'a' }).alt).toBe('搜索：3。');
  expect(bars({ ...order, data: { items: [] } }).alt).toBe('还没有数据。');
});
