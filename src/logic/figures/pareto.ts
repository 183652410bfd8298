import { drawKey, fillSample, lineSample } from './key.ts';
import { bar, dot, look, seriesOf, stroke, through, type Tone } from './marks.ts';
import { type Amount, amount, inColumn, type Measure, rate, say, sum } from './measure.ts';
import type { Kind } from './render.ts';
import { columnsOf, type Row, ROW_GAP, THICK, upright, writeRow } from './rows.ts';
import { scale } from './scale.ts';
import { d, el, type SvgNode } from './svg.ts';
import { write } from './text.ts';

export interface ParetoItem {
  label: string;
  value: Amount;
  /** the class it is in: A, B, C */
  group?: string;
  note?: string;
  tone?: Tone;
}

/** What makes up most of the whole: the largest first, how far they come together, in classes. */
export interface ParetoData extends Measure {
  items: readonly ParetoItem[];
}

/** Bars at most; of the others each class has one together. */
const MOST = 12;
const PERCENT = { unit: 'percent' } as const;
const EMPTY: Row = { label: '', figure: '', note: '', strong: false };

interface Part {
  label: string;
  value: Amount;
  note: string;
  tone?: Tone | undefined;
  /** sum of everything down to here */
  reach: number;
}

interface Group {
  name: string;
  count: number;
  value: number;
  reach: number;
  parts: Part[];
}

const positive = ({ value }: ParetoItem): number => Math.max(0, amount(value));
const share = (part: number, whole: number): string => say(rate(part, whole), PERCENT);

/** How many of the largest stand alone so that with one bar for the rest of each class there are no more than MOST. */
function alone(groups: readonly (readonly ParetoItem[])[], count: number): number {
  if (count <= MOST) return count;
  for (let n = MOST - 1; n > 0; n--) {
    let before = 0;
    const rests = groups.filter((items) => (before += items.length) > n).length;
    if (n + rests <= MOST) return n;
  }
  return 0;
}

/** Items from the largest on, ties as they were typed, in runs of one class; the tail of each run together. */
function groupsOf({ items }: ParetoData): Group[] {
  const sorted = [...items].sort((a, b) => amount(b.value) - amount(a.value));
  const runs: ParetoItem[][] = [];
  for (const item of sorted) {
    const last = runs.at(-1);
    if (last && last[0]?.group === item.group) last.push(item);
    else runs.push([item]);
  }
  let left = alone(runs, sorted.length);
  let reach = 0;
  return runs.map((run) => {
    const shown = run.slice(0, run.length === left + 1 ? run.length : left);
    const rest = run.slice(shown.length);
    left = Math.max(0, left - run.length);
    const parts: Part[] = shown.map((item) => {
      reach = sum([reach, positive(item)]);
      return { label: item.label, value: item.value, note: item.note ?? '', tone: item.tone, reach };
    });
    if (rest.length > 0) {
      const value = sum(rest.map(positive));
      reach = sum([reach, value]);
      const label = shown.length > 0 ? `其余${say(rest.length)}个` : '合计';
      parts.push({ label, value, note: '', tone: 'muted', reach });
    }
    return { name: run[0]?.group ?? '', count: run.length, value: sum(run.map(positive)), reach, parts };
  });
}

const headOf = ({ name, count, value, reach }: Group, whole: number): string =>
  name ? `${name}：${say(count)}个，占${share(value, whole)}，累计${share(reach, whole)}` : '';

export const pareto: Kind<ParetoData> = {
  draw: (data, width) => {
    if (data.items.length === 0) return { nodes: [], height: 0 };
    const groups = groupsOf(data);
    const whole = groups.at(-1)?.reach ?? 0;
    const all = groups.flatMap((group) => group.parts);
    const figures = inColumn(all.map(({ value }) => say(value, data)));
    const rows = all.map(({ label, note, tone }, i): Row => ({
      label,
      figure: figures[i] ?? '',
      note,
      strong: tone !== undefined && tone !== 'muted',
      look: look(tone),
    }));
    const columns = columnsOf(rows, width);
    const place = scale(0, whole, columns.left, columns.right);
    const key = drawKey(
      [fillSample('各占多少', 1), lineSample(`累计，右端是${say(100, PERCENT)}`, 'fig-mark')],
      0,
      width,
    );
    const behind: SvgNode[] = [];
    const nodes: SvgNode[] = [];
    const corners: { x: number; y: number }[] = [];
    let y = key.bottom + 10;
    let at = 0;
    groups.forEach((group, g) => {
      const head = write(headOf(group, whole), 0, y, { look: 'fig-halo', strong: true, width });
      if (head.height > 0) {
        behind.push(stroke(d`M0 ${y - 4}H${width}`));
        nodes.push(head.node);
        y += head.height + 6;
      }
      const tops = group.parts.map((part) => {
        const written = writeRow(rows[at++] ?? EMPTY, columns, y, width);
        const [end, reach] = [place(Math.max(0, amount(part.value))), place(part.reach)];
        behind.push(
          el('rect', {
            class: 'fig-tint',
            x: columns.left,
            y: written.bar,
            width: reach - columns.left,
            height: THICK,
          }),
        );
        const style = { series: seriesOf(g), tone: part.tone };
        nodes.push(...written.nodes, ...bar(columns.left, written.bar, end - columns.left, THICK, style));
        corners.push({ x: reach, y: written.bar + THICK / 2 });
        y = written.bottom + ROW_GAP;
        return written.bar;
      });
      nodes.push(upright(columns.left, tops, columns, 'fig-line'));
    });
    return {
      nodes: [
        ...key.nodes,
        ...behind,
        ...curveOf(corners, columns.beside),
        ...nodes,
        ...corners.map((corner) => dot(corner.x, corner.y, 4, 'fig-dot')),
      ],
      height: y - ROW_GAP + 6,
    };
  },

  tell: (data) => {
    if (data.items.length === 0) return '';
    const groups = groupsOf(data);
    const whole = groups.at(-1)?.reach ?? 0;
    const told = groups.map((group) => {
      const parts = group.parts.map(
        ({ label, value, note }) => `${label} ${say(value, data)}${note ? `（${note}）` : ''}`,
      );
      const head = headOf(group, whole);
      return `${head ? `${head}。` : ''}${parts.join('；')}。`;
    });
    return `从大到小，累计到${say(100, PERCENT)}。${told.join('')}`;
  },
};

/** The cumulative line: unbroken where names stand beside the bars, else only as high as each bar. */
function curveOf(corners: readonly { x: number; y: number }[], beside: boolean): SvgNode[] {
  const path = beside
    ? through(corners)
    : corners.map(({ x, y }) => d`M${x} ${y - THICK / 2}v${THICK}`).join('');
  return [stroke(path, 'fig-mark')];
}
