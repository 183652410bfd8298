import { expect, it } from 'vitest';
import { draw, type Figure, figureProblems } from '../../../src/logic/figures/index.ts';
import { courseOf } from '../../../src/logic/figures/stock-course.ts';
import { all, type Element, linesOf, parseXml, rects } from './support.ts';

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

/** Ends of the lines of a drawing, in its units. */
const pathsOf = (svg: Element) =>
  all(svg, 'path')
    .filter(({ attrs }) => attrs.class?.startsWith('fig-curve'))
    .map(({ attrs }) => attrs.d!.match(/[\d.]+/g)!.map(Number));

const straight = (label: string, from: number, to: number) => ({
  label,
  points: [
    { x: 10, y: to },
    { x: 0, y: from },
  ],
});

it('a mark stands where the lines cross, and the lines start where their numbers say', () => {
  // 100·x = 300 + 40·x at x = 5, half way along the axis.
  const svg = paper({
    kind: 'lines',
    title: '保本',
    data: {
      x: { label: '销量', suffix: '件' },
      y: { label: '金额', unit: 'money' },
      lines: [straight('收入', 0, 1000), straight('成本', 300, 700)],
      marks: [{ label: '保本', x: 5, y: 500 }],
    },
  });
  const [income, cost] = pathsOf(svg);
  const [x0, y0, x1, y1] = income!;
  near(y0! - cost![1]!, (y0! - y1!) * 0.3);
  const [mark] = all(svg, 'circle').map(({ attrs }) => [Number(attrs.cx), Number(attrs.cy)] as const);
  near(mark![0], (x0! + x1!) / 2);
  near(mark![1], (y0! + y1!) / 2);
  near(mark![1], (cost![1]! + cost![3]!) / 2);
});

it('lines differ by dash as well as colour, and are named at their ends or, where names are long, below', () => {
  const of = (...names: string[]): Figure => ({
    kind: 'lines',
    title: '线',
    data: {
      x: { label: '横' },
      y: { label: '纵' },
      lines: names.map((name, i) => straight(name, i, 10 * (i + 1))),
    },
  });
  const short = paper(of('收入', '成本', '利润'));
  const kinds = all(short, 'path').flatMap(({ attrs }) =>
    attrs.class?.startsWith('fig-curve') ? [attrs.class] : [],
  );
  expect(kinds).toEqual(['fig-curve', 'fig-curve fig-curve-2', 'fig-curve fig-curve-3']);
  const ends = linesOf(short).filter(({ text }) => /收入|成本|利润/.test(text));
  expect(ends.map(({ text }) => text)).toEqual(['利润', '成本', '收入']);
  const axis = linesOf(short).find(({ text }) => text === '10')!;
  for (const end of ends) expect(end.left).toBeGreaterThan(axis.right);
  const long = '一条名字很长很长很长很长很长很长很长很长很长很长的线';
  const below = linesOf(paper(of(long, '成本')));
  expect(below.find(({ text }) => text === '成本')!.top).toBeGreaterThan(
    below.find(({ text }) => text === '横 →')!.bottom,
  );
});

it('tells a line of many points by where it starts, turns and ends', () => {
  const heights = [3, 4, 9, 5, 1, 2, 6, 7];
  const { alt } = draw({
    kind: 'lines',
    title: '线',
    data: {
      x: { label: '天' },
      y: { label: '利润' },
      lines: [{ label: '利润', points: heights.map((y, x) => ({ x, y })) }],
    },
  });
  expect(alt).toBe('横轴是天，纵轴是利润。利润：天0时3，天2时9，天4时1，天7时7。');
});

it('has three lines at most', () => {
  const data = {
    x: { label: '横' },
    y: { label: '纵' },
    lines: ['一', '二', '三', '四'].map((label) => straight(label, 0, 1)),
  };
  expect(figureProblems('lines', data)).toEqual(['data.lines 最多写 3 项']);
});

it('stock falls to the reorder point, on through the lead time, and up by what was ordered', () => {
  const terms = { daily: 10, leadDays: 3, reorderPoint: 50 };
  expect(courseOf({ ...terms, onHand: 100, quantity: 80 })).toEqual({
    points: [
      { day: 0, stock: 100 },
      { day: 5, stock: 50 },
      { day: 8, stock: 20 },
      { day: 8, stock: 100 },
      { day: 13, stock: 50 },
      { day: 16, stock: 20 },
      { day: 16, stock: 100 },
      { day: 21, stock: 50 },
    ],
    orders: [
      { day: 5, stock: 50 },
      { day: 13, stock: 50 },
    ],
    arrivals: [
      { day: 8, stock: 100, pieces: 80 },
      { day: 16, stock: 100, pieces: 80 },
    ],
    empty: undefined,
  });
  // Below the reorder point already: ordered today, sold out on day 2, nothing until day 3.
  const late = courseOf({ ...terms, onHand: 20, quantity: 80 });
  expect(late.points.slice(0, 4)).toEqual([
    { day: 0, stock: 20 },
    { day: 2, stock: 0 },
    { day: 3, stock: 0 },
    { day: 3, stock: 80 },
  ]);
  expect([late.orders[0]!.day, late.empty]).toEqual([0, 2]);
});

it('stock on its way counts when it is ordered, and an order brings it above the reorder point', () => {
  const terms = { daily: 10, leadDays: 4, reorderPoint: 30 };
  // 20 + 40 on its way is more than 30: nothing to order today; 40 arrive on day 4, 30 are left on day 5.
  const coming = courseOf({ ...terms, onHand: 20, inTransit: 40, quantity: 50 });
  expect(coming.arrivals[0]).toEqual({ day: 4, stock: 40, pieces: 40 });
  expect(coming.orders[0]).toEqual({ day: 5, stock: 30 });
  // 10 + 2·20 is above 30, 10 + 20 is not.
  expect(courseOf({ ...terms, onHand: 10, quantity: 20 }).arrivals[0]!.pieces).toBe(40);
});

it('stock that nobody buys stays, and without orders it ends', () => {
  const terms = { leadDays: 7, reorderPoint: 50 };
  expect(courseOf({ ...terms, onHand: 100, daily: 0 }).points).toEqual([
    { day: 0, stock: 100 },
    { day: 7, stock: 100 },
  ]);
  const last = courseOf({ ...terms, onHand: 100, daily: 10 });
  expect(last.points[1]).toEqual({ day: 10, stock: 0 });
  expect([last.empty, last.orders]).toEqual([10, []]);
});

it('the band of the lead time reaches from the order to its arrival', () => {
  const svg = paper({
    kind: 'stock',
    title: '补货',
    data: { onHand: 100, daily: 10, leadDays: 3, reorderPoint: 50, safetyStock: 20, quantity: 80 },
  });
  const [band] = rects(svg, /fig-tint/);
  const [path] = pathsOf(svg);
  near(band!.x, path![2]!);
  near(band!.x + band!.width, path![4]!);
  expect(
    words({
      kind: 'stock',
      title: '补货',
      data: { onHand: 9, daily: 1, leadDays: 3, reorderPoint: 9, safetyStock: 2, quantity: 8 },
    }),
  ).toEqual(expect.arrayContaining(['到货要3天', '补货点 9', '安全库存 2', '今天 9', '该下单', '第3天到货']));
});
