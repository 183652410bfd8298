import { expect, it } from 'vitest';
import { draw, type Figure } from '../../../src/logic/figures/index.ts';
import { all, linesOf, parseXml, rects } from './support.ts';

const fills = /^fig-fill-/;
const paper = (figure: Figure, width = 340) => parseXml(draw(figure, { width }).svg);
const words = (figure: Figure) => linesOf(paper(figure)).map((line) => line.text);

/** Within the tenth of a unit that coordinates are rounded to. */
const near = (value: number, wanted: number) => expect(Math.abs(value - wanted)).toBeLessThan(0.35);

it('time blocks are to scale, overlaps stand side by side, a moment is a line', () => {
  const svg = paper({
    kind: 'timeline',
    title: '一天',
    data: {
      blocks: [
        { from: '09:00', to: '10:00', label: '甲' },
        { from: '10:00', to: '12:00', label: '乙' },
        { from: '11:00', to: '13:00', label: '丙' },
        { from: '22:00', to: '01:00', label: '夜班' },
        { from: '12:30', label: '交班' },
      ],
    },
  });
  const [a, b, c, night] = rects(svg, fills);
  near(b!.height + 1.5, 2 * (a!.height + 1.5));
  near(night!.height + 1.5, 3 * (a!.height + 1.5));
  near(b!.height, c!.height);
  expect(b!.x).toBe(a!.x);
  expect(c!.x).toBeGreaterThan(b!.x);
});

it('a curve runs through its points', () => {
  const svg = paper({
    kind: 'curve',
    title: '线',
    data: {
      x: { label: '横' },
      y: { label: '纵' },
      points: [
        { x: 10, y: 8 },
        { x: 0, y: 0 },
        { x: 5, y: 4, label: '中' },
      ],
    },
  });
  const line = all(svg, 'path').find(({ attrs }) => attrs.class === 'fig-curve')!;
  const [x0, y0, x1, y1, x2, y2] = line.attrs.d!.match(/[\d.]+/g)!.map(Number);
  near(x1! - x0!, x2! - x1!);
  near(y0! - y1!, y1! - y2!);
  expect(y0).toBeGreaterThan(y2!);
});

it('an axis may leave zero out', () => {
  const of = (fromZero: boolean) =>
    words({
      kind: 'curve',
      title: '线',
      data: {
        x: { label: '横' },
        y: { label: '纵', suffix: '天' },
        fromZero,
        points: [
          { x: 0, y: 90 },
          { x: 1, y: 100 },
        ],
      },
    });
  expect(of(true)).toContain('0');
  expect(of(false).slice(1)).not.toContain('50');
  expect(of(true)).toContain('↑ 纵（天）');
});

it('points of a quadrant stand where their numbers say', () => {
  const svg = paper({
    kind: 'quadrant',
    title: '象限',
    data: {
      x: { label: '横', min: 0, max: 10 },
      y: { label: '纵', min: 0, max: 10 },
      points: [
        { label: '左下', x: 0, y: 0 },
        { label: '中', x: 5, y: 5 },
        { label: '右上', x: 10, y: 10 },
      ],
    },
  });
  const [a, b, c] = all(svg, 'circle').map(({ attrs }) => [Number(attrs.cx), Number(attrs.cy)] as const);
  near(b![0] - a![0], c![0] - b![0]);
  near(a![1] - b![1], b![1] - c![1]);
  expect(a![1]).toBeGreaterThan(c![1]);
});

it('points too close to be named get numbers and a list', () => {
  const points = [
    '甲商品',
    '乙商品',
    '丙商品',
    '丁商品',
    '戊商品',
    '己商品',
    '庚商品',
    '辛商品',
    '壬商品',
    '癸商品',
  ];
  const figure: Figure = {
    kind: 'quadrant',
    title: '象限',
    data: {
      x: { label: '横', unit: 'number', min: 0, max: 10, split: 5 },
      y: { label: '纵', unit: 'number', min: 0, max: 10, split: 5 },
      points: points.map((label, i) => ({ label, x: 5 + i / 100, y: 5 })),
    },
  };
  for (const label of points) expect(words(figure)).toContain(label);
  expect(words(figure)).toContain('1');
});

it('a tree stands side by side where there is room and becomes rows where there is none', () => {
  const children = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ label: `第${i + 1}项收入`, value: i }));
  const boxes = (n: number, width: number) =>
    rects(
      paper({ kind: 'tree', title: '树', data: { label: '合计', children: children(n) } }, width),
      /fig-box/,
    );
  expect(boxes(3, 340)).toHaveLength(4);
  expect(boxes(6, 340)).toHaveLength(0);
  expect(boxes(6, 680)).toHaveLength(7);
});

it('a tree of one is its own description', () => {
  expect(draw({ kind: 'tree', title: '树', data: { label: '合计', value: 3, note: '三月' } }).alt).toBe(
    '合计（3）：三月。',
  );
});
