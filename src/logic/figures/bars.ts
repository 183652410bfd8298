import { drawKey, fillSample } from './key.ts';
import { bar, look, type Series, type Tone } from './marks.ts';
import { type Amount, amount, inColumn, type Measure, say } from './measure.ts';
import type { Kind } from './render.ts';
import { columnsOf, headAt, type Row, ROW_GAP, THICK, upright, writeRow } from './rows.ts';
import { scale } from './scale.ts';
import type { SvgNode } from './svg.ts';

export interface BarItem {
  label: string;
  value: Amount;
  /** a second figure of the same thing, drawn below the first */
  second?: Amount;
  note?: string;
  tone?: Tone;
}

/** A line all bars are held against: 保本线, 店铺均值. */
export interface Reference {
  label: string;
  value: number;
}

/** Values side by side, one bar each from a common zero; or two each, where `pair` names them (款数占比, 销售额占比). */
export interface BarsData extends Measure {
  items: readonly BarItem[];
  pair?: readonly string[];
  reference?: Reference;
}

const EMPTY: Row = { label: '', figure: '', note: '', strong: false };
const PAIR_GAP = 4;

interface Bar {
  item: BarItem;
  value: Amount;
  series?: Series;
  tone: Tone | undefined;
  /** stands right below the first bar of its item */
  second: boolean;
}

const barsOf = ({ items, pair }: BarsData): Bar[] =>
  items.flatMap((item): Bar[] => {
    const tone = item.tone ?? (amount(item.value) < 0 ? 'bad' : undefined);
    if (!pair) return [{ item, value: item.value, tone, second: false }];
    return [
      { item, value: item.value, series: 1, tone: item.tone, second: false },
      { item, value: item.second ?? null, series: 2, tone: undefined, second: true },
    ];
  });

export const bars: Kind<BarsData> = {
  draw: (data, width) => {
    const { reference, pair, ...measure } = data;
    const all = barsOf(data);
    if (all.length === 0) return { nodes: [], height: 0 };
    const figures = inColumn(all.map(({ value }) => say(value, measure)));
    const rows = all.map(({ item, tone, second }, i): Row => {
      const figure = figures[i] ?? '';
      if (second) return { ...EMPTY, figure };
      return {
        label: item.label,
        figure,
        note: item.note ?? '',
        strong: tone !== undefined,
        look: look(tone),
      };
    });
    const columns = columnsOf(rows, width);
    // Above bars of their own width a note belongs to the pair, not between the two.
    if (pair && !columns.beside)
      all.forEach(
        ({ item, second }, i) => (rows[i] = { ...(rows[i] ?? EMPTY), note: second ? (item.note ?? '') : '' }),
      );
    const line = reference ? [amount(reference.value)] : [];
    const values = [0, ...all.map(({ value }) => amount(value)), ...line];
    const place = scale(Math.min(...values), Math.max(...values), columns.left, columns.right);
    const zero = place(0);
    const nodes: SvgNode[] = [];
    let y = 2;
    let bottom = 0;
    if (reference) {
      const words = `${reference.label} ${say(reference.value, measure)}`;
      const head = headAt(words, place(amount(reference.value)), width);
      nodes.push(head.node);
      y = head.height + 8;
    }
    if (pair) {
      const [first = '', second = ''] = pair;
      const key = drawKey([fillSample(first, 1), fillSample(second, 2)], reference ? y : 0, width);
      nodes.push(...key.nodes);
      y = key.bottom + 10;
    }
    const tops = all.map(({ value, series, tone, second }, i) => {
      const written = writeRow(rows[i] ?? EMPTY, columns, y, width);
      const end = place(amount(value));
      const style = series ? { series, tone } : { tone };
      nodes.push(
        ...written.nodes,
        ...bar(Math.min(zero, end), written.bar, Math.abs(end - zero), THICK, style),
      );
      bottom = Math.max(second ? bottom : 0, written.bottom);
      const close = columns.beside ? written.bar + THICK + 2 : bottom + PAIR_GAP;
      y = all[i + 1]?.second ? close : bottom + ROW_GAP;
      return written.bar;
    });
    nodes.push(upright(zero, tops, columns, 'fig-line'));
    for (const value of line) nodes.push(upright(place(value), tops, columns, 'fig-dash', 'accent'));
    return { nodes, height: y - ROW_GAP + 6 };
  },

  tell: ({ items, pair, reference, ...measure }) => {
    if (items.length === 0) return '';
    const line = reference ? `参考线${reference.label}为${say(reference.value, measure)}。` : '';
    const [first, second] = pair ?? [];
    const told = items.map((item) => {
      const value = say(item.value, measure);
      const figures = pair ? `${first ?? ''}${value}，${second ?? ''}${say(item.second, measure)}` : value;
      return `${item.label}：${figures}${item.note ? `（${item.note}）` : ''}`;
    });
    return `${told.join('；')}。${line}`;
  },
};
