import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIGURE_KINDS, figureProblems } from '../../../src/logic/figures/index.ts';
import { amount, inColumn, rate, say, sayChange, sum } from '../../../src/logic/figures/measure.ts';
import { drawPoints } from '../../../src/logic/figures/place.ts';
import { scale, spread, ticks } from '../../../src/logic/figures/scale.ts';
import { d, el, escapeXml, toSvg } from '../../../src/logic/figures/svg.ts';
import { textWidth, wrap, write } from '../../../src/logic/figures/text.ts';
import { parseXml, textOf } from './support.ts';

const seed = 20260601;

describe('svg', () => {
  it('escapes texts and attributes and leaves out what XML forbids', () => {
    expect(escapeXml(`a&b<c>"'`)).toBe('a&amp;b&lt;c&gt;&quot;&#39;');
    expect(escapeXml('甲\u0000\u0008\uDC00乙\u202E丙😀')).toBe('甲乙丙😀');
    expect(toSvg(el('text', { class: '"x' }, '<b>'))).toBe('<text class="&quot;x">&lt;b&gt;</text>');
  });

  it('writes coordinates to a tenth, never NaN, and skips what is undefined', () => {
    expect(toSvg(el('rect', { x: 1.26, y: Number.NaN, width: -0.01, rx: undefined }))).toBe(
      '<rect x="1.3" y="0" width="0"/>',
    );
    expect(d`M${1.04} ${Infinity}h${-2.55}`).toBe('M1 0h-2.5');
  });

  it('gives well-formed XML for any text, and the same text back but for what is forbidden', () => {
    const legal = (char: string): boolean => {
      const code = char.codePointAt(0)!;
      if (code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e)) return false;
      if (code >= 0x2066 && code <= 0x2069) return false;
      if (code < 0x20) return code === 9 || code === 10 || code === 13;
      return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    };
    const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f })));
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        const kept = [...text].filter(legal).join('');
        const read = parseXml(toSvg(el('text', { class: text }, text)));
        expect(read.attrs.class).toBe(kept);
        expect(textOf(read)).toBe(kept);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('text', () => {
  it('counts Han as one em and Latin as a little more than half', () => {
    expect(textWidth('成交总额', 10)).toBe(40);
    expect(textWidth('abc', 10)).toBeCloseTo(17.4);
    expect(textWidth('é\u0301', 10)).toBeCloseTo(5.8);
    expect(textWidth('😀', 10)).toBe(14);
    expect(textWidth('卖10件', 10)).toBeCloseTo(20 + 11.6 + 2.5);
    expect(textWidth('粗', 10, true)).toBeGreaterThan(textWidth('粗', 10));
  });

  it('never starts a line with closing punctuation nor ends one with an opening bracket', () => {
    expect(wrap('先看数，再动手。', 14 * 3)).toEqual(['先看', '数，再', '动手。']);
    expect(
      wrap('预算（含税）', 14 * 3 + 1).every((line) => !line.endsWith('（') && !line.startsWith('）')),
    ).toBe(true);
  });

  it('keeps words and numbers whole, prefers spaces, evens out the last line', () => {
    expect(wrap('客单价12,345.60元', 14 * 6)).toEqual(['客单价', '12,345.60元']);
    expect(wrap('加购到下单 54.49%', 14 * 8)).toEqual(['加购到下单', '54.49%']);
    expect(wrap('一二三四五六七', 14 * 6)).toEqual(['一二三四', '五六七']);
    expect(wrap('上\n下', 100)).toEqual(['上', '下']);
  });

  it('loses nothing and keeps to the width', () => {
    const words = fc.stringMatching(/^[一-龥a-z0-9，。（）《》、% -]{1,40}$/);
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 200 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect([...line].length === 1 || textWidth(line) <= width).toBe(true);
      }),
      { seed },
    );
  });

  it('has no height without words', () => {
    expect(write(' ', 0, 0).height).toBe(0);
    expect(write('一', 0, 0, { size: 20 }).height).toBe(28);
    expect(write('一二三', 0, 0, { width: 1 }).lines).toEqual(['一', '二', '三']);
  });
});

describe('numbers', () => {
  it.each([
    [98000, { unit: 'money' }, '¥98,000'],
    [-15.9, { unit: 'money' }, '-¥15.90'],
    [3.5, { unit: 'percent' }, '3.5%'],
    [0.1 + 0.2, { unit: 'percent' }, '0.3%'],
    [10000, { suffix: '人' }, '10,000人'],
    [123456789, { unit: 'money' }, '¥1.23亿'],
    [2.5e12, {}, '2.5万亿'],
    [1.26e24, { unit: 'money' }, '¥1.30×10²⁴'],
    [1e20, { unit: 'percent' }, '1×10²⁰%'],
    [12345678.9, { unit: 'percent' }, '12,345,678.9%'],
    [2.6667, { unit: 'ratio' }, '2.67'],
    [null, { unit: 'money' }, '—'],
    [undefined, {}, '—'],
    [Number.NaN, {}, '—'],
  ] as const)('says %s', (value, measure, words) => {
    expect(say(value, measure)).toBe(words);
  });

  it('puts a sign before what is added', () => {
    expect([sayChange(5), sayChange(-5), sayChange(0), sayChange(null)]).toEqual(['+5', '-5', '0', '—']);
  });

  it('lines up decimals in a column of like numbers', () => {
    expect(inColumn(['¥54', '-¥0.97', '—'])).toEqual(['¥54.00', '-¥0.97', '—']);
    expect(inColumn(['3', '2.7', '2.87'])).toEqual(['3.00', '2.70', '2.87']);
    expect(inColumn(['1,200人', '3人'])).toEqual(['1,200人', '3人']);
    expect(inColumn(['1.23亿', '3'])).toEqual(['1.23亿', '3']);
  });

  it('works out shares and sums as people do', () => {
    expect(rate(133, 3800)).toBeCloseTo(3.5);
    expect([rate(1, 0), rate(null, 1), rate(1, undefined)]).toEqual([null, null, null]);
    expect(sum([0.1, 0.2, null])).toBe(0.3);
    expect([amount(null), amount(Infinity), amount(1e308)]).toEqual([0, 0, 1e200]);
  });
});

describe('scale', () => {
  it('maps a range, and everything to the start when there is none', () => {
    expect(scale(0, 10, 100, 200)(2.5)).toBe(125);
    expect(scale(3, 3, 7, 9)(3)).toBe(7);
    expect(scale(-1e200, 1e200, 0, 10)(0)).toBe(5);
  });

  it('finds round ticks around the values', () => {
    expect(ticks(0, 5.2)).toEqual([0, 2, 4, 6]);
    expect(ticks(-30, 90)).toEqual([-50, 0, 50, 100]);
    expect(ticks(4, 4)).toEqual([4]);
    expect(ticks(0, Infinity)).toEqual([0]);
  });

  it('moves labels apart, in order and inside', () => {
    const slots = [10, 11, 12, 13].map((wish) => ({ wish, height: 20 }));
    const middles = spread(slots, 0, 100, 5);
    middles
      .slice(1)
      .forEach(({ middle }, i) => expect(middle - middles[i]!.middle).toBeGreaterThanOrEqual(25));
    expect(spread([{ wish: 500, height: 20 }], 0, 100)[0]!.middle).toBe(90);
    expect(spread([{ wish: 40, height: 20 }], 0, 100)[0]!.middle).toBe(40);
  });
});

it('leaves a label without room to the list below', () => {
  const within = { left: 0, top: 0, right: 100, bottom: 100 };
  const spots = [
    { x: 50, y: 50, text: '很长很长很长很长的名字' },
    { x: 50, y: 50, text: '短' },
    { x: 20, y: 20, text: '', mute: true },
  ];
  const { nodes, frames, below } = drawPoints(spots, within);
  expect(below).toEqual(['很长很长很长很长的名字']);
  expect(frames).toHaveLength(2);
  expect(frames[0]!.left).toBeGreaterThan(50);
  // The named point; then the other one, tied to its number beside it.
  expect(nodes.map((node) => node.tag)).toEqual(['circle', 'text', 'path', 'circle', 'circle', 'text']);
  expect(frames[0]!.right <= frames[1]!.left || frames[0]!.left >= frames[1]!.right).toBe(true);
});

describe('figureProblems', () => {
  it('says what is wrong, where, and what is allowed', () => {
    expect(figureProblems('pie', {})).toEqual([`没有“pie”这种图，可选：${FIGURE_KINDS.join('、')}`]);
    expect(figureProblems('bars', { items: [{ lable: '甲', value: '3' }], unit: '元' })).toEqual([
      'data.unit 只能写：money、percent、count、number、ratio',
      'data.items[0].lable 不认得，可写：label、value、second、note、tone',
      'data.items[0].label 要写文字',
      'data.items[0].value 要写数字（没有就写 null）',
    ]);
    expect(figureProblems('bars', { items: [] })).toEqual(['data.items 至少要有 1 项']);
    expect(figureProblems('bars', { items: 3 })).toEqual(['data.items 要写成列表 […]']);
    expect(figureProblems('compare', 'x')).toEqual(['data 要写成 {…}']);
    expect(figureProblems('layers', { layers: [{ label: '一' }], numbered: 'yes' })).toEqual([
      'data.numbered 只能写 true 或 false',
    ]);
    expect(figureProblems('timeline', { blocks: [{ from: '9点', label: '早会' }] })).toEqual([
      "data.blocks[0].from 要写 '09:30' 这样的时刻，或者数字",
    ]);
    expect(figureProblems('tree', { label: '甲', children: [{ label: '乙', sign: '=' }] })).toEqual([
      'data.children[0].sign 只能写：×、÷、+、-',
    ]);
  });
});
