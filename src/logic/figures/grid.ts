import { bar, box, look, stroke, type Tone } from './marks.ts';
import { type Amount, amount, type Measure, rate, say, sum } from './measure.ts';
import { pair } from './pair.ts';
import type { Kind } from './render.ts';
import { d, type SvgNode } from './svg.ts';
import { TEXT, textWidth, write } from './text.ts';

export interface GridCell {
  label: string;
  value: Amount;
  note?: string;
  tone?: Tone;
}

export interface GridBlock {
  label: string;
  /** row by row, as many as rows × columns */
  cells: readonly GridCell[];
}

/** Everybody sorted by two or three questions at once: how many in each field, and which part of all. */
export interface GridData extends Measure {
  columns: readonly string[];
  rows: readonly string[];
  /** one grid for each answer to the third question: R高, R低 */
  blocks: readonly GridBlock[];
}

const PAD = 8;
const METER = 6;
const GAP = 20;
/** From this width on two blocks stand side by side. */
const WIDE = 600;
const NAMES = 0.2;

const cellsOf = (data: GridData): GridCell[] => data.blocks.flatMap(({ cells }) => cells);
const positive = (value: Amount): number => Math.max(0, amount(value));
const wholeOf = (data: GridData): number => sum(cellsOf(data).map(({ value }) => positive(value)));
const shareOf = (cell: GridCell, whole: number): string =>
  say(rate(positive(cell.value), whole), { unit: 'percent' });

export const grid: Kind<GridData> = {
  draw: (data, width) => {
    const { blocks } = data;
    if (cellsOf(data).length === 0) return { nodes: [], height: 0 };
    const whole = wholeOf(data);
    const across = width >= WIDE && blocks.length > 1 ? 2 : 1;
    const room = (width - GAP * (across - 1)) / across;
    const nodes: SvgNode[] = [];
    let [top, bottom] = [0, 0];
    blocks.forEach((block, i) => {
      if (i > 0 && i % across === 0) top = bottom + GAP;
      const drawn = drawBlock(block, data, whole, { x: (i % across) * (room + GAP), top, width: room });
      nodes.push(...drawn.nodes);
      bottom = Math.max(bottom, drawn.bottom);
    });
    return { nodes, height: bottom + 2 };
  },

  tell: (data) => {
    const { columns, rows, blocks, ...measure } = data;
    if (cellsOf(data).length === 0) return '';
    const whole = wholeOf(data);
    const told = blocks.map(({ label, cells }) => {
      const fields = cells.map((cell, i) => {
        const where = `${rows[Math.floor(i / columns.length)] ?? ''}、${columns[i % columns.length] ?? ''}`;
        const note = cell.note ? `（${cell.note}）` : '';
        return `${where}：${cell.label}${say(cell.value, measure)}，占${shareOf(cell, whole)}${note}`;
      });
      return `${label}：${fields.join('；')}。`;
    });
    return told.join('');
  },
};

interface Place {
  x: number;
  top: number;
  width: number;
}

/** One grid: its name, names of columns above and of rows at the left, the fields between hairlines. */
function drawBlock(
  block: GridBlock,
  { columns, rows, ...measure }: GridData,
  whole: number,
  { x, top, width }: Place,
): { nodes: SvgNode[]; bottom: number } {
  const count = Math.max(1, columns.length);
  const lines = Math.max(rows.length, Math.ceil(block.cells.length / count));
  const widest = Math.max(...rows.map((row) => textWidth(row)), TEXT);
  const names = Math.min(widest, width * NAMES) + 1;
  const left = x + names + PAD;
  const right = x + width - 1;
  const each = (right - left) / count;
  const head = write(block.label, x, top, { strong: true, width });
  const heads = columns.map((column, i) =>
    write(column, left + (i + 0.5) * each, top + head.height + 4, {
      look: 'fig-muted',
      anchor: 'middle',
      width: each - 4,
    }),
  );
  const start = top + head.height + 4 + Math.max(0, ...heads.map(({ height }) => height)) + 4;
  const nodes = [head, ...heads].filter(({ height }) => height > 0).map(({ node }) => node);
  const inner: SvgNode[] = [];
  let y = start;
  for (let i = 0; i < lines; i++) {
    const name = write(rows[i] ?? '', x, y + PAD, { look: 'fig-muted', width: names });
    const cells = block.cells.slice(i * count, (i + 1) * count);
    const drawn = cells.map((cell, k) => {
      const from = left + k * each + PAD;
      return drawCell(cell, shareOf(cell, whole), measure, from, y + PAD, each - 2 * PAD);
    });
    const low = Math.max(y + PAD + name.height, ...drawn.map(({ bottom }) => bottom)) + 6;
    if (name.height > 0) inner.push(name.node);
    inner.push(...drawn.flatMap((cell) => cell.nodes));
    cells.forEach((cell, k) => {
      const from = left + k * each + PAD;
      const full = each - 2 * PAD;
      const part = whole > 0 ? positive(cell.value) / whole : 0;
      inner.push(stroke(d`M${from} ${low + METER}h${full}`));
      inner.push(...bar(from, low, part * full, METER, { tone: cell.tone }));
    });
    y = low + METER + PAD;
    if (i < lines - 1) inner.push(stroke(d`M${left} ${y}H${right}`));
  }
  const uprights = columns.slice(1).map((_, i) => d`M${left + (i + 1) * each} ${start}V${y}`);
  const frame = box(left, start, right - left, y - start);
  return { nodes: [...nodes, frame, stroke(uprights.join('')), ...inner], bottom: y };
}

function drawCell(
  cell: GridCell,
  share: string,
  measure: Measure,
  x: number,
  top: number,
  width: number,
): { nodes: SvgNode[]; bottom: number } {
  const tone = look(cell.tone);
  const named = pair(cell.label, say(cell.value, measure), x, x + width, top, {
    strong: true,
    name: tone,
    figure: tone,
  });
  const part = write(`占${share}`, x, top + named.height, { look: 'fig-muted', width });
  const below = top + named.height + part.height;
  const note = write(cell.note ?? '', x, below, { look: 'fig-muted', width });
  const notes = note.height > 0 ? [part.node, note.node] : [part.node];
  return { nodes: [...named.nodes, ...notes], bottom: below + note.height };
}
