import { bar, look, stroke, type Tone } from './marks.ts';
import { type Amount, amount, inColumn, type Measure, say, sayChange, sum } from './measure.ts';
import type { Kind } from './render.ts';
import { columnsOf, type Row, ROW_GAP, THICK, upright, writeRow } from './rows.ts';
import { scale } from './scale.ts';
import { d, type SvgNode } from './svg.ts';

export interface WaterfallRow {
  label: string;
  /** what is added (or, negative, taken away); left out in a row that is a total */
  value?: Amount;
  /** the sum so far: worked out, never typed */
  total?: boolean;
  note?: string;
  tone?: Tone;
}

/** From price to profit: what each step adds or takes, and what is left. The first row is where it starts. */
export interface WaterfallData extends Measure {
  rows: readonly WaterfallRow[];
}

interface Step {
  row: WaterfallRow;
  from: number;
  to: number;
  whole: boolean;
}

const EMPTY: Row = { label: '', figure: '', note: '', strong: false };

/** The start and the totals are amounts that stand; the others are changes between two of them. */
function stepsOf(rows: readonly WaterfallRow[]): Step[] {
  const changes: Amount[] = [];
  return rows.map((row, i) => {
    const from = sum(changes);
    if (!row.total) changes.push(row.value ?? null);
    const whole = i === 0 || row.total === true;
    return { row, whole, from: whole ? 0 : from, to: sum(changes) };
  });
}

const wordsOf = (step: Step, measure: Measure): string =>
  step.whole ? say(step.row.total ? step.to : step.row.value, measure) : sayChange(step.row.value, measure);

function toneOf({ row, whole, to }: Step): Tone | undefined {
  return row.tone ?? (whole && to < 0 ? 'bad' : undefined);
}

export const waterfall: Kind<WaterfallData> = {
  draw: ({ rows, ...measure }, width) => {
    if (rows.length === 0) return { nodes: [], height: 0 };
    const steps = stepsOf(rows);
    const figures = inColumn(steps.map((step) => wordsOf(step, measure)));
    const written: Row[] = steps.map((step, i) => ({
      label: step.row.label,
      figure: figures[i] ?? '',
      note: step.row.note ?? '',
      strong: step.whole,
      look: look(toneOf(step)),
    }));
    const columns = columnsOf(written, width);
    const ends = steps.flatMap((step) => [amount(step.from), amount(step.to)]);
    const place = scale(Math.min(0, ...ends), Math.max(0, ...ends), columns.left, columns.right);
    const nodes: SvgNode[] = [];
    let y = 4;
    let bottom: number | undefined;
    const tops = steps.map((step, i) => {
      const { from, to, whole, row } = step;
      const line = writeRow(written[i] ?? EMPTY, columns, y, width);
      const series = whole ? 1 : to >= from ? 4 : 2;
      const [a, b] = [place(amount(from)), place(amount(to))];
      if (row.total) nodes.push(stroke(d`M0 ${y - ROW_GAP / 2}H${width}`));
      if (bottom !== undefined && columns.beside) {
        nodes.push(stroke(d`M${place(amount(steps[i - 1]?.to))} ${bottom}V${line.bar}`, 'fig-dash'));
      }
      nodes.push(
        ...line.nodes,
        ...bar(Math.min(a, b), line.bar, Math.abs(b - a), THICK, { series, tone: toneOf(step) }),
      );
      bottom = line.bar + THICK;
      y = line.bottom + ROW_GAP;
      return line.bar;
    });
    nodes.push(upright(place(0), tops, columns, 'fig-line'));
    return { nodes, height: y - ROW_GAP + 6 };
  },

  tell: ({ rows, ...measure }) => {
    if (rows.length === 0) return '';
    const told = stepsOf(rows).map((step) => {
      const { row } = step;
      return `${row.label}${wordsOf(step, measure)}${row.note ? `（${row.note}）` : ''}`;
    });
    return `从上到下逐项加减：${told.join('；')}。`;
  },
};
