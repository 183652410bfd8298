import type { Reference } from './bars.ts';
import { dot, look, stroke, type Tone } from './marks.ts';
import { type Amount, amount, isAmount, type Measure, say, sayChange } from './measure.ts';
import type { Kind } from './render.ts';
import { columnsOf, headAt, type Row, ROW_GAP, THICK, upright, writeRow } from './rows.ts';
import { scale } from './scale.ts';
import { d, type SvgNode } from './svg.ts';
import { textWidth } from './text.ts';

export interface Estimate {
  label: string;
  value: Amount;
  low: Amount;
  high: Amount;
  tone?: Tone;
}

/** What was measured and how sure one may be of it: a dot and its interval, held against a line. */
export interface IntervalData extends Measure {
  items: readonly Estimate[];
  /** what the intervals are called: 95%置信区间 */
  interval: string;
  /** the numbers are differences: + before what is more */
  change?: boolean;
  reference?: Reference;
}

/** Room for half a dot. */
const HALF = 7;
const CAP = 6;

const EMPTY: Row = { label: '', figure: '', note: '', strong: false };

const longer = (a: string, b: string): string => (textWidth(b) > textWidth(a) ? b : a);

const sayer =
  (data: IntervalData) =>
  (value: Amount): string =>
    data.change ? sayChange(value, data) : say(value, data);

/** Both ends, the suffix said once; nothing where an end is missing. */
const rangeOf = ({ low, high }: Estimate, data: IntervalData): string =>
  isAmount(low) && isAmount(high)
    ? `${data.interval} ${sayer({ ...data, suffix: '' })(low)}到${sayer(data)(high)}`
    : '';

export const interval: Kind<IntervalData> = {
  draw: (data, width) => {
    const { items, reference } = data;
    if (items.length === 0) return { nodes: [], height: 0 };
    const said = sayer(data);
    const rows = items.map((item): Row => ({
      label: item.label,
      figure: said(item.value),
      note: rangeOf(item, data),
      strong: item.tone !== undefined,
      look: look(item.tone),
    }));
    // The two ends of an interval stay on one line.
    const columns = columnsOf(
      rows.map((row) => ({ ...row, label: longer(row.label, row.note) })),
      width,
    );
    const line = reference ? [amount(reference.value)] : [];
    const ends = items.flatMap(({ value, low, high }) => [value, low, high].filter(isAmount).map(amount));
    const all = [...ends, ...line];
    const [left, right] = [columns.left + HALF, columns.right - HALF];
    const place = scale(Math.min(...all), Math.max(...all), left, right);
    const nodes: SvgNode[] = [];
    const dots: SvgNode[] = [];
    let y = 2;
    if (reference) {
      const head = headAt(
        `${reference.label} ${said(reference.value)}`,
        place(amount(reference.value)),
        width,
      );
      nodes.push(head.node);
      y = head.height + 8;
    }
    const tops = items.map(({ value, low, high, tone }, i) => {
      const written = writeRow(rows[i] ?? EMPTY, columns, y, width);
      const middle = written.bar + THICK / 2;
      nodes.push(...written.nodes);
      if (isAmount(low) && isAmount(high)) {
        const [from, to] = [place(amount(low)), place(amount(high))];
        const caps = d`M${from} ${middle - CAP}v${2 * CAP}M${to} ${middle - CAP}v${2 * CAP}`;
        dots.push(stroke(d`M${from} ${middle}H${to}` + caps, 'fig-mark', tone));
      }
      if (isAmount(value)) dots.push(dot(place(amount(value)), middle, HALF - 1, 'fig-dot', tone));
      y = written.bottom + ROW_GAP;
      return written.bar;
    });
    for (const value of line) nodes.push(upright(place(value), tops, columns, 'fig-dash', 'accent'));
    return { nodes: [...nodes, ...dots], height: y - ROW_GAP + 6 };
  },

  tell: (data) => {
    const { items, reference } = data;
    if (items.length === 0) return '';
    const said = sayer(data);
    const told = items.map((item) => {
      const range = rangeOf(item, data);
      return [`${item.label}：${said(item.value)}`, range, range && reference ? sideOf(item, reference) : '']
        .filter(Boolean)
        .join('，');
    });
    const line = reference ? `参考线${reference.label}为${said(reference.value)}。` : '';
    return `${told.join('；')}。${line}`;
  },
};

/** Whether the whole interval lies on one side of the line. */
function sideOf({ low, high }: Estimate, reference: Reference): string {
  if (amount(low) > reference.value) return '整段在参考线之上';
  return amount(high) < reference.value ? '整段在参考线之下' : '区间跨过参考线';
}
