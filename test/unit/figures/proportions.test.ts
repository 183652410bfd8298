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

it('two bars of one thing share a scale and stand closer than two things', () => {
  const figure: Figure = {
    kind: 'bars',
    title: '占比',
    data: {
      unit: 'percent',
      pair: ['款数', '销售额'],
      items: [
        { label: '低价', value: 80, second: 20 },
        { label: '高价', value: 20, second: 40 },
      ],
    },
  };
  const [a, b, c, d] = bars(figure).slice(2);
  near(b!.width, a!.width / 4);
  near(d!.width, c!.width * 2);
  near(a!.x, d!.x);
  expect(b!.y - a!.y).toBeLessThan(c!.y - b!.y);
  expect(words(figure).slice(0, 2)).toEqual(['款数', '销售额']);
});

/** Every item as [name, value, class]. */
const pareto = (...items: [string, number | null, string?][]): Figure => ({
  kind: 'pareto',
  title: '商品',
  data: { items: items.map(([label, value, group]) => ({ label, value, ...(group ? { group } : {}) })) },
});

it('a pareto goes from large to small, ties as typed, and adds up to the right end', () => {
  // 50 + 30 + 10 + 10 = 100: they reach 50, 80, 90 and 100 %.
  const figure = pareto(['丙', 10, 'B'], ['甲', 50, 'A'], ['丁', 10, 'B'], ['乙', 30, 'A']);
  const svg = paper(figure);
  const drawn = rects(svg, fills).slice(1);
  const whole = drawn[0]!.width * 2;
  near(drawn[1]!.width, whole * 0.3);
  near(drawn[2]!.width, whole * 0.1);
  const reached = all(svg, 'circle').map(({ attrs }) => Number(attrs.cx) - drawn[0]!.x);
  [0.5, 0.8, 0.9, 1].forEach((part, i) => near(reached[i]!, whole * part));
  expect(words(figure).filter((word) => /^[甲乙丙丁AB]/.test(word))).toEqual([
    'A：2个，占80%，累计80%',
    '甲',
    '乙',
    'B：2个，占20%，累计100%',
    '丙',
    '丁',
  ]);
});

it('a pareto counts nothing below zero and has no shares without a whole', () => {
  const figure = pareto(['甲', -5, 'A'], ['乙', null, 'A'], ['丙', 0, 'A']);
  expect(words(figure)).toContain('A：3个，占—，累计—');
  expect(
    bars(figure)
      .slice(1)
      .map(({ width }) => width),
  ).toEqual([0, 0, 0]);
  expect(words(pareto(['甲', 5, 'A'], ['乙', -5, 'B']))).toContain('B：1个，占0%，累计100%');
});

it('a long pareto keeps twelve bars: the largest alone, the tail of each class together', () => {
  const shown = (count: number, groupOf: (i: number) => string) => {
    const items = Array.from({ length: count }, (_, i) => [`款${i + 1}`, count - i, groupOf(i)] as const);
    const told = words(pareto(...items.map((item): [string, number, string] => [...item])));
    return told.filter((word) => /^款|^其余|^合计/.test(word));
  };
  const first = (count: number) => Array.from({ length: count }, (_, i) => `款${i + 1}`);
  expect(shown(12, () => 'A')).toEqual(first(12));
  expect(shown(13, () => 'A')).toEqual([...first(11), '其余2个']);
  // Ten alone, two more of A together, and the only one of B by its name.
  expect(shown(13, (i) => (i < 12 ? 'A' : 'B'))).toEqual([...first(10), '其余2个', '款13']);
  expect(shown(300, (i) => (i < 40 ? 'A' : i < 130 ? 'B' : 'C'))).toEqual([
    ...first(9),
    '其余31个',
    '合计',
    '合计',
  ]);
});

it('fields of a grid have bars as long as their part of all', () => {
  const figure: Figure = {
    kind: 'grid',
    title: '顾客',
    data: {
      suffix: '人',
      columns: ['勤', '少'],
      rows: ['多', '少'],
      blocks: [
        {
          label: '来过',
          cells: [
            { label: '甲', value: 50 },
            { label: '乙', value: 25 },
            { label: '丙', value: 0 },
            { label: '丁', value: -4 },
          ],
        },
        { label: '没来', cells: [{ label: '戊', value: 25 }] },
      ],
    },
  };
  const [a, b, c, d, e] = bars(figure);
  near(a!.width, 2 * b!.width);
  near(e!.width, b!.width);
  expect([c!.width, d!.width]).toEqual([0, 0]);
  expect(a!.y).toBe(b!.y);
  expect(c!.y).toBeGreaterThan(a!.y);
  expect(words(figure).filter((word) => word.startsWith('占'))).toEqual([
    '占50%',
    '占25%',
    '占0%',
    '占0%',
    '占25%',
  ]);
  expect(draw(figure).alt).toContain('来过：多、勤：甲50人，占50%；多、少：乙25人，占25%');
});

it('blocks of a grid stand side by side where there is room', () => {
  const block = (label: string) => ({ label, cells: [{ label: '甲', value: 1 }] });
  const figure: Figure = {
    kind: 'grid',
    title: '顾客',
    data: { columns: ['列'], rows: ['行'], blocks: [block('来过'), block('没来')] },
  };
  const tops = (width: number) =>
    linesOf(paper(figure, width))
      .filter(({ text }) => ['来过', '没来'].includes(text))
      .map(({ top }) => top);
  const [first, second] = tops(340);
  expect(second).toBeGreaterThan(first!);
  expect(new Set(tops(680)).size).toBe(1);
});

it('an interval reaches from its low to its high end, the estimate on it', () => {
  const svg = paper({
    kind: 'interval',
    title: '差值',
    data: {
      interval: '区间',
      items: [
        { label: '甲', value: 2, low: 0, high: 8 },
        { label: '乙', value: 4, low: null, high: null },
      ],
      reference: { label: '线', value: -2 },
    },
  });
  const [low, high] = all(svg, 'path')
    .find(({ attrs }) => attrs.class === 'fig-mark')!
    .attrs.d!.match(/^M([\d.]+) [\d.]+H([\d.]+)/)!
    .slice(1)
    .map(Number);
  const [a, b] = all(svg, 'circle').map(({ attrs }) => Number(attrs.cx));
  near(a! - low!, (high! - low!) / 4);
  near(b! - low!, (high! - low!) / 2);
  const line = all(svg, 'path').find(({ attrs }) => attrs.class?.includes('fig-dash'))!;
  near(low! - Number(/^M([\d.]+)/.exec(line.attrs.d!)![1]), (high! - low!) / 4);
});

it('an interval says on which side of the line it lies', () => {
  const told = (low: number, high: number) =>
    draw({
      kind: 'interval',
      title: '差值',
      data: {
        interval: '95%区间',
        change: true,
        suffix: '个百分点',
        items: [{ label: '乙比甲', value: 0.5, low, high }],
        reference: { label: '没差别', value: 0 },
      },
    }).alt;
  expect(told(0.1, 0.9)).toBe(
    '乙比甲：+0.5个百分点，95%区间 +0.1到+0.9个百分点，整段在参考线之上。参考线没差别为0个百分点。',
  );
  expect(told(-0.9, -0.1)).toContain('整段在参考线之下');
  expect(told(-0.1, 0.9)).toContain('区间跨过参考线');
});
