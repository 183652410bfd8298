import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draw,
  type Figure,
  FIGURE_KINDS,
  type FigureKind,
  figureProblems,
} from '../../../src/logic/figures/index.ts';
import { say } from '../../../src/logic/figures/measure.ts';
import { changed, SAMPLES } from './samples.ts';
import { all, type Element, linesOf, parseXml, textOf, viewBox } from './support.ts';

const WIDTHS = [300, 340, 680];
const HOSTILE = `"><script>alert(1)</script>&amp;'\u0000\uD800\u202E]]><!--`;
const LONG =
  '这是一段长得不讲道理的标签，里面还有averyveryverylongwordwithoutanyspaceinit和1234567890123456789012345678901234567890';

const named = SAMPLES.map((figure) => [`${figure.kind} ${figure.title}`, figure] as const);

/** Round values beside an axis: they help to read the drawing and are not read out. */
const TICKS: Partial<Record<FigureKind, string[]>> = {
  curve: ['6', '4', '2', '0', '200', '400', '600'],
  lines: ['¥50,000', '¥100,000', '¥150,000', '¥200,000', '6', '4', '2', '0'],
  stock: ['0', '500', '1,000', '31', '42'],
};

/** The next of an endless stream. */
function next<T>(stream: Iterator<T>): T | undefined {
  const step = stream.next();
  return step.done ? undefined : step.value;
}

/** Well-formed, named, without NaN, and no text beyond the paper. */
function sound(figure: Figure, width = 340) {
  const { svg, alt } = draw(figure, { width });
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  const root = parseXml(svg);
  const [left, top, wide, tall] = viewBox(root);
  expect(wide).toBe(width);
  for (const line of linesOf(root)) {
    expect(line.left, line.text).toBeGreaterThanOrEqual(left - 0.5);
    expect(line.right, line.text).toBeLessThanOrEqual(left + wide + 0.5);
    expect(line.top, line.text).toBeGreaterThanOrEqual(top);
    expect(line.bottom, line.text).toBeLessThanOrEqual(top + tall + 0.5);
  }
  for (const rect of all(root, 'rect')) {
    expect(Number(rect.attrs.x)).toBeGreaterThanOrEqual(0);
    expect(Number(rect.attrs.x) + Number(rect.attrs.width)).toBeLessThanOrEqual(wide + 1);
    expect(Number(rect.attrs.height)).toBeGreaterThanOrEqual(0);
  }
  return { root, svg, alt };
}

/** Pairs of texts that lie on each other. */
function covered(root: Element): string[] {
  const lines = linesOf(root);
  return lines.flatMap((a, i) =>
    lines.slice(i + 1).flatMap((b) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 2 ? [`${a.text} on ${b.text}`] : [];
    }),
  );
}

it('has a sample of every kind', () => {
  expect(new Set(SAMPLES.map((figure) => figure.kind))).toEqual(new Set(FIGURE_KINDS));
});

describe.each(named)('%s', (_, figure) => {
  it('passes its own check', () => {
    expect(figureProblems(figure.kind, figure.data)).toEqual([]);
  });

  it.each(WIDTHS)('is sound and has no text on text at %i', (width) => {
    expect(covered(sound(figure, width).root)).toEqual([]);
  });

  it.each(WIDTHS)('has no text on text at %i with other numbers', (width) => {
    const factor = fc.double({ min: -1, max: 1, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(fc.infiniteStream(factor), (factors) => {
        const number = (value: number) => Math.round(value * (next(factors) ?? 1) * 100) / 100;
        const other = changed(figure, { number });
        expect(covered(sound(other, width).root), JSON.stringify(other.data)).toEqual([]);
      }),
      { numRuns: 25, seed: 20260601 },
    );
  });

  it('is an image with a name and a description', () => {
    const { root, alt } = sound(figure);
    expect(root.attrs.role).toBe('img');
    const [title, desc] = [all(root, 'title')[0]!, all(root, 'desc')[0]!];
    expect(root.attrs['aria-labelledby']).toBe(`${title.attrs.id} ${desc.attrs.id}`);
    expect(textOf(title)).toBe(figure.title);
    expect(textOf(desc)).toBe(alt);
  });

  it('says every label and every number shown in its alternative', () => {
    const { root, alt } = sound(figure);
    const plain = (text: string) => text.replace(/[\s↑↓←→▼▲┄]/g, '');
    const told = plain(alt);
    changed(figure, {
      text: (text) => {
        expect(told).toContain(plain(text));
        return text;
      },
    });
    const shown = linesOf(root).flatMap((line) => line.text.match(/-?¥?[\d,]+(\.\d+)?%?/g) ?? []);
    const ticks = TICKS[figure.kind] ?? [];
    for (const number of shown) {
      // Zeros that only line up a column are not read out.
      const short = number.replace(/\.0+(?=%?$)/, '').replace(/(\.\d*?[1-9])0+(?=%?$)/, '$1');
      if (!ticks.includes(number))
        expect([told.includes(number), told.includes(short)], number).toContain(true);
    }
  });

  it('keeps hostile text as text', () => {
    const hostile = changed({ ...figure, title: HOSTILE }, { text: (text) => text + HOSTILE });
    const { svg, root } = sound(hostile);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<!--');
    expect(
      all(root).every(({ tag }) =>
        ['svg', 'g', 'title', 'desc', 'text', 'tspan', 'rect', 'circle', 'path'].includes(tag),
      ),
    ).toBe(true);
    expect(textOf(all(root, 'title')[0]!)).toContain('"><script>alert(1)</script>');
  });

  it.each(WIDTHS)('wraps long text instead of cutting it off at %i', (width) => {
    const { root } = sound(changed(figure, { text: () => LONG }), width);
    expect(
      linesOf(root)
        .map((line) => line.text)
        .join(''),
    ).toContain('不讲道理');
  });

  it.each([
    ['zero', () => 0],
    ['none', () => null],
    ['negative', (value: number) => -value],
    ['huge', (value: number) => value * 1e12],
    ['beyond', (value: number) => value * 1e300],
    ['negative and beyond', (value: number) => value * -1e300],
    ['tiny', (value: number) => value * 1e-9],
    ['not a number', () => Number.NaN],
    ['infinite', () => Number.POSITIVE_INFINITY],
  ])('draws numbers that are %s', (_name, number) => {
    const { alt } = sound(changed(figure, { number }));
    expect(alt).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('draws any text and number', () => {
    const any = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, null, 1e308, -1e308, 5e-324));
    fc.assert(
      fc.property(
        fc.infiniteStream(any),
        fc.infiniteStream(fc.string({ unit: 'grapheme', maxLength: 60 })),
        (numbers, texts) => {
          sound(changed(figure, { number: () => next(numbers) ?? null, text: () => next(texts) ?? '' }));
        },
      ),
      { numRuns: 60, seed: 20260601 },
    );
  });
});

const empty: Figure[] = [
  { kind: 'tree', title: '空', data: { label: '' } },
  { kind: 'funnel', title: '空', data: { steps: [] } },
  { kind: 'flow', title: '空', data: { steps: [] } },
  { kind: 'timeline', title: '空', data: { blocks: [] } },
  { kind: 'bars', title: '空', data: { items: [] } },
  { kind: 'quadrant', title: '空', data: { x: { label: '横' }, y: { label: '纵' }, points: [] } },
  { kind: 'share', title: '空', data: { parts: [] } },
  { kind: 'waterfall', title: '空', data: { rows: [] } },
  { kind: 'tornado', title: '空', data: { result: '利润', base: null, items: [] } },
  { kind: 'layers', title: '空', data: { layers: [] } },
  {
    kind: 'curve',
    title: '空',
    data: { x: { label: '横' }, y: { label: '纵' }, points: [{ x: 1, y: null }] },
  },
  { kind: 'compare', title: '空', data: { rows: [] } },
  {
    kind: 'lines',
    title: '空',
    data: { x: { label: '横' }, y: { label: '纵' }, lines: [{ label: '收入', points: [{ x: 1, y: null }] }] },
  },
  { kind: 'pareto', title: '空', data: { items: [] } },
  {
    kind: 'grid',
    title: '空',
    data: { columns: ['左'], rows: ['上'], blocks: [{ label: '甲', cells: [] }] },
  },
  { kind: 'interval', title: '空', data: { interval: '区间', items: [] } },
  {
    kind: 'stock',
    title: '空',
    data: { onHand: null, daily: 40, leadDays: 7, reorderPoint: 364, safetyStock: 84 },
  },
];

it.each(empty.map((figure) => [figure.kind, figure] as const))(
  '%s says so when there is nothing to draw',
  (_, figure) => {
    const { root, alt } = sound(figure);
    expect(linesOf(root).map((line) => line.text)).toEqual(['还没有数据']);
    expect(alt).toBe('还没有数据。');
  },
);

it('uses the alternative it is given, and an id of its own', () => {
  const figure = SAMPLES[0]!;
  const { svg, alt } = draw({ ...figure, alt: ' 一句话 ' }, { id: 'one' });
  expect(alt).toBe('一句话');
  expect(svg).toContain('aria-labelledby="one-t one-d"');
  expect(draw(figure).svg).toBe(draw(figure).svg);
  expect(draw(figure).svg).not.toContain(draw(SAMPLES[1]!).svg.match(/id="([^"]+)"/)![1]!);
});

it('keeps the width within what can be read', () => {
  const wide = (width: number) => viewBox(parseXml(draw(SAMPLES[0]!, { width }).svg))[2];
  expect([wide(10), wide(341.4), wide(5000)]).toEqual([300, 341, 720]);
});

it('shows none as a dash', () => {
  expect(say(null)).toBe('—');
});
