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
