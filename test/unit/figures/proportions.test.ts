import { expect, it } from 'vitest';
import { draw, type Figure } from '../../../src/logic/figures/index.ts';
import { all, linesOf, parseXml, rects, textOf } from './support.ts';

const fills = /^fig-fill-/;
const paper = (figure: Figure, width = 340) => parseXml(draw(figure, { width }).svg);
const bars = (figure: Figure) => rects(paper(figure), fills);
const words = (figure: Figure) => linesOf(paper(figure)).map((line) => line.text);

/** Within the tenth of a unit that coordinates are rounded to. */
const near = (value: number, wanted: number) => expect(Math.abs(value - wanted)).toBeLessThan(0.35);

it('bars are as long as their values, from a common zero', () => {
  const [a, b, c] = bars({
    kind: 'bars',
    title: '利润',
    data: {
      items: [
        { label: '甲', value: 100 },
        { label: '乙', value: 25 },
        { label: '丙', value: -50 },
      ],
    },
  });
  near(b!.width, a!.width / 4);
  near(c!.width, a!.width / 2);
  near(a!.x, b!.x);
  near(c!.x + c!.width, a!.x);
});

it('the reference line stands at its value', () => {
  const svg = paper({
    kind: 'bars',
    title: '投产比',
    data: { items: [{ label: '甲', value: 4 }], reference: { label: '保本线', value: 2 } },
  });
  const [bar] = rects(svg, fills);
  const line = all(svg, 'path').find(({ attrs }) => attrs.class?.includes('fig-dash'))!;
  near(Number(/^M([\d.]+)/.exec(line.attrs.d!)![1]), bar!.x + bar!.width / 2);
});

it('a value too small to see is a thread, none is nothing', () => {
  const [, tiny, none] = bars({
    kind: 'bars',
    title: '次数',
    data: {
      items: [
        { label: '甲', value: 1e6 },
        { label: '乙', value: 1 },
        { label: '丙', value: null },
      ],
    },
  });
  expect([tiny!.width, none!.width]).toEqual([1, 0]);
});

it('funnel steps are as wide as their counts and centred', () => {
  const figure: Figure = {
    kind: 'funnel',
    title: '漏斗',
    data: {
      steps: [
        { label: '访客', value: 1000 },
        { label: '加购', value: 400 },
        { label: '支付', value: 100 },
      ],
    },
  };
  const [a, b, c] = bars(figure);
  near(b!.width, a!.width * 0.4);
  near(c!.width, a!.width * 0.1);
  near(a!.x + a!.width / 2, c!.x + c!.width / 2);
  expect(words(figure)).toContain('↓ 占上一步 40%');
});

it('funnel rates of a zero step are none, and a larger step is said as it is', () => {
  const told = words({
    kind: 'funnel',
    title: '漏斗',
    data: {
      steps: [
        { label: '访客', value: 0 },
        { label: '加购', value: 5 },
        { label: '支付', value: 10 },
      ],
    },
  });
  expect(told).toContain('↓ 占上一步 —');
  expect(told).toContain('↓ 占上一步 200%');
});

it('parts of a share are as high as their values and add up to a hundred', () => {
  const figure: Figure = {
    kind: 'share',
    title: '三等分',
    data: {
      parts: [
        { label: '甲', value: 1 },
        { label: '乙', value: 1 },
        { label: '丙', value: 1 },
      ],
    },
  };
  const [a, b] = bars(figure);
  near(a!.height, b!.height);
  expect(words(figure).filter((word) => word.includes('%'))).toEqual(['33.34%', '33.33%', '33.33%']);
});

it('a share without a whole has no percentages', () => {
  const figure: Figure = {
    kind: 'share',
    title: '空',
    data: {
      parts: [
        { label: '甲', value: 0 },
        { label: '乙', value: -3 },
      ],
    },
  };
  expect(words(figure).filter((word) => word === '—')).toHaveLength(2);
  expect(words(figure)).toContain('-3');
});

it('a waterfall starts each step where the last one ended and works out its totals', () => {
  const figure: Figure = {
    kind: 'waterfall',
    title: '利润',
    data: {
      unit: 'money',
      rows: [
        { label: '售价', value: 0.3 },
        { label: '进价', value: -0.1 },
        { label: '运费', value: -0.1 },
        { label: '剩下', total: true },
      ],
    },
  };
  const [price, cost, freight, rest] = bars(figure);
  near(cost!.x + cost!.width, price!.x + price!.width);
  near(freight!.x + freight!.width, cost!.x);
  near(rest!.width, price!.width / 3);
  expect(words(figure)).toContain('¥0.10');
});

it('a loss is red ink', () => {
  const svg = paper({
    kind: 'waterfall',
    title: '亏损',
    data: {
      rows: [
        { label: '售价', value: 10 },
        { label: '进价', value: -15 },
        { label: '净利润', total: true },
      ],
    },
  });
  expect(all(svg, 'text').find((node) => textOf(node) === '-5')!.attrs.class).toContain('fig-bad');
});

it('a tornado ranks by swing and mirrors around the present result', () => {
  const figure: Figure = {
    kind: 'tornado',
    title: '敏感度',
    data: {
      result: '利润',
      base: 100,
      by: '20%',
      items: [
        { label: '小', low: 95, high: 105 },
        { label: '大', low: 60, high: 140 },
        { label: '成本', low: 120, high: 80 },
        { label: '无', low: null, high: null },
      ],
    },
  };
  const [low, high, costLow, costHigh] = bars(figure);
  near(low!.width, high!.width);
  near(low!.x + low!.width, high!.x);
  near(costLow!.width, low!.width / 2);
  expect(costLow!.x).toBeGreaterThan(costHigh!.x);
  expect(words(figure).filter((word) => ['大', '成本', '小', '无'].includes(word))).toEqual([
    '大',
    '成本',
    '小',
    '无',
  ]);
  expect(draw(figure).alt).toContain('大减20%为60，增20%为140');
});

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
