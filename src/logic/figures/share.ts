import { decimal, HUNDRED } from '../number/decimal.ts';
import { splitByWeight } from '../number/split.ts';
import { type ColumnLabel, drawLabels, labelsHeight } from './column.ts';
import { bar, look, seriesOf, type Tone } from './marks.ts';
import { type Amount, amount, type Measure, say, sum } from './measure.ts';
import type { Kind } from './render.ts';
import { write } from './text.ts';

export interface SharePart {
  label: string;
  value: Amount;
  note?: string;
  tone?: Tone;
}

/** A whole and its parts as one stacked bar; shares are worked out from the values. */
export interface ShareData extends Measure {
  parts: readonly SharePart[];
  /** name of the whole, shown with the sum */
  total?: string;
}

const COLUMN = 64;
const LOWEST = 180;

const positive = (part: SharePart): number => Math.max(0, amount(part.value));
const whole = (data: ShareData): number => sum(data.parts.map(positive));
const percent = { unit: 'percent' } as const;

/** A hair of paper between two parts. */
const apart = (height: number): number => (height > 3 ? height - 1 : height);

interface Shared extends SharePart {
  height: number;
  share: string;
}

/** Parts with their shares to two places, which add up to a hundred. */
function sharesOf(data: ShareData): Shared[] {
  const values = data.parts.map(positive);
  const shares = splitByWeight(
    HUNDRED,
    values.map((value) => decimal(value)),
  );
  return data.parts.map((part, i) => {
    const share = shares?.[i];
    return { ...part, height: positive(part), share: say(share ? Number(share) : null, percent) };
  });
}

/** Values in percent that make a hundred are their own shares: no need to say them twice. */
const plain = (data: ShareData): boolean => data.unit === 'percent' && Math.abs(whole(data) - 100) < 0.011;

export const share: Kind<ShareData> = {
  draw: (data, width) => {
    if (data.parts.length === 0) return { nodes: [], height: 0 };
    const all = whole(data);
    const shared = sharesOf(data);
    const labelOf = (part: Shared): ColumnLabel => ({
      from: 0,
      to: 0,
      name: part.label,
      figure: plain(data) ? say(part.value, data) : part.share,
      note: [plain(data) ? '' : say(part.value, data), part.note ?? ''].filter(Boolean).join(' · '),
      look: look(part.tone),
    });
    const head = write(data.total ? `${data.total} ${say(all, data)}` : '', 0, 0, { strong: true, width });
    const top = head.height > 0 ? head.height + 10 : 2;
    const height = Math.max(LOWEST, labelsHeight(shared.map(labelOf), COLUMN, width - 1));
    const labels: ColumnLabel[] = [];
    let y = top;
    const bars = shared.flatMap((part, i) => {
      const from = y;
      y += all > 0 ? (part.height / all) * height : 0;
      labels.push({ ...labelOf(part), from, to: y });
      return bar(1, from, COLUMN - 1, apart(y - from), { series: seriesOf(i), tone: part.tone });
    });
    const heads = head.height > 0 ? [head.node] : [];
    return {
      nodes: [...heads, ...bars, ...drawLabels(labels, COLUMN, width - 1, top, top + height)],
      height: top + height + 2,
    };
  },

  tell: (data) => {
    if (data.parts.length === 0) return '';
    const parts = sharesOf(data).map((part) => {
      const value = plain(data) ? '' : `，${say(part.value, data)}`;
      return `${part.label}占${part.share}${value}${part.note ? `（${part.note}）` : ''}`;
    });
    return `${data.total ? `${data.total}共${say(whole(data), data)}：` : ''}${parts.join('；')}。`;
  },
};
