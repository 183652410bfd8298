import { list, number, oneOf, optional, shape, text, units } from './check.ts';
import { bar, look, TONES, type Tone } from './marks.ts';
import { type Amount, amount, inColumn, type Measure, say } from './measure.ts';
import type { Kind } from './render.ts';
import { columnsOf, type Row, ROW_GAP, THICK, upright, writeRow } from './rows.ts';
import { scale } from './scale.ts';
import type { SvgNode } from './svg.ts';
import { textWidth, write } from './text.ts';

export interface BarItem {
  label: string;
  value: Amount;
  note?: string;
  tone?: Tone;
}

/** A line all bars are held against: 保本线, 店铺均值. */
export interface Reference {
  label: string;
  value: number;
}

/** Values side by side, one bar each from a common zero. */
export interface BarsData extends Measure {
  items: readonly BarItem[];
  reference?: Reference;
}

export const bars: Kind<BarsData> = {
  check: shape<BarsData>({
    unit: optional(units),
    suffix: optional(text),
    items: list(
      shape<BarItem>({ label: text, value: number, note: optional(text), tone: optional(oneOf(TONES)) }),
    ),
    reference: optional(shape<Reference>({ label: text, value: number })),
  }),

  draw: ({ items, reference, ...measure }, width) => {
    if (items.length === 0) return { nodes: [], height: 0 };
    const tones = items.map((item) => item.tone ?? (amount(item.value) < 0 ? 'bad' : undefined));
    const figures = inColumn(items.map((item) => say(item.value, measure)));
    const rows: Row[] = items.map((item, i) => ({
      label: item.label,
      figure: figures[i] ?? '',
      note: item.note ?? '',
      strong: tones[i] !== undefined,
      look: look(tones[i]),
    }));
    const columns = columnsOf(rows, width);
    const line = reference ? [amount(reference.value)] : [];
    const values = [0, ...items.map((item) => amount(item.value)), ...line];
    const place = scale(Math.min(...values), Math.max(...values), columns.left, columns.right);
    const zero = place(0);
    const nodes: SvgNode[] = [];
    let y = 2;
    if (reference) {
      const words = `${reference.label} ${say(reference.value, measure)}`;
      const long = Math.min(textWidth(words, undefined, true), width);
      const start = Math.max(0, Math.min(place(amount(reference.value)) - long / 2, width - 1 - long));
      const head = write(words, start, 0, { look: 'fig-accent', strong: true, width });
      nodes.push(head.node);
      y = head.height + 8;
    }
    const tops = rows.map((row, i) => {
      const written = writeRow(row, columns, y, width);
      const end = place(amount(items[i]?.value));
      const drawn = bar(Math.min(zero, end), written.bar, Math.abs(end - zero), THICK, { tone: tones[i] });
      nodes.push(...written.nodes, ...drawn);
      y = written.bottom + ROW_GAP;
      return written.bar;
    });
    nodes.push(upright(zero, tops, columns, 'fig-line'));
    for (const value of line) nodes.push(upright(place(value), tops, columns, 'fig-dash', 'accent'));
    return { nodes, height: y - ROW_GAP + 6 };
  },

  tell: ({ items, reference, ...measure }) => {
    if (items.length === 0) return '';
    const line = reference ? `参考线${reference.label}为${say(reference.value, measure)}。` : '';
    const told = items.map(
      (item) => `${item.label}：${say(item.value, measure)}${item.note ? `（${item.note}）` : ''}`,
    );
    return `${told.join('；')}。${line}`;
  },
};
