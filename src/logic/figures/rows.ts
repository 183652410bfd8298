import { stroke, type Tone } from './marks.ts';
import { pair } from './pair.ts';
import { d, type SvgNode } from './svg.ts';
import { textWidth, write, type Written } from './text.ts';

/** One line of a chart of rows: a name, a bar, a figure. */
export interface Row {
  label: string;
  figure: string;
  note: string;
  strong: boolean;
  look?: string | undefined;
}

/** Where the bars may be drawn; `beside`: names stand left of them, else above them. */
export interface Columns {
  beside: boolean;
  names: number;
  left: number;
  right: number;
}

export const THICK = 16;
export const ROW_GAP = 12;
const MOST = 0.32;

/** Makes room for names and figures; what is left is for the bars. */
export function columnsOf(rows: readonly Row[], width: number): Columns {
  const most = width * MOST;
  const figures = Math.max(0, ...rows.map((row) => textWidth(row.figure, undefined, true)));
  const labels = Math.max(0, ...rows.map((row) => textWidth(row.label, undefined, true)));
  const notes = Math.max(0, ...rows.map((row) => textWidth(row.note)));
  const beside = labels <= most && figures <= most;
  const names = Math.max(labels, Math.min(notes, most)) + 1;
  return beside
    ? { beside, names, left: names + 9, right: width - figures - 10 }
    : { beside, names, left: 1, right: width - 1 };
}

/** Writes a row; the bar goes at `bar`, the next row may start at `bottom`. */
export function writeRow(
  row: Row,
  columns: Columns,
  top: number,
  width: number,
): { nodes: SvgNode[]; bar: number; bottom: number } {
  const { beside, names } = columns;
  const named = beside
    ? sideBySide(row, names, top, width)
    : pair(row.label, row.figure, 0, width - 1, top, { strong: row.strong, figure: row.look });
  const bar = beside ? top + 2 : top + named.height + 2;
  const noteTop = beside ? top + named.height : bar + THICK + 2;
  const note = write(row.note, 0, noteTop, { look: 'fig-muted', width: beside ? names : width - 1 });
  return {
    nodes: note.height > 0 ? [...named.nodes, note.node] : named.nodes,
    bar,
    bottom: Math.max(bar + THICK, noteTop + note.height),
  };
}

function sideBySide(
  row: Row,
  names: number,
  top: number,
  width: number,
): { nodes: SvgNode[]; height: number } {
  const name = write(row.label, 0, top, { strong: row.strong, width: names });
  const figure = write(row.figure, width - 1, top, { strong: true, anchor: 'end', look: row.look });
  return { nodes: [name.node, figure.node], height: Math.max(name.height, figure.height) };
}

/** Name of the upright line at `at`, above the rows. */
export function headAt(words: string, at: number, width: number): Written {
  const long = Math.min(textWidth(words, undefined, true), width);
  const start = Math.max(0, Math.min(at - long / 2, width - 1 - long));
  return write(words, start, 0, { look: 'fig-accent', strong: true, width });
}

/** An upright line along the bars: unbroken where names stand beside them, else only as high as each bar. */
export function upright(
  x: number,
  tops: readonly number[],
  columns: Columns,
  kind: string,
  tone?: Tone,
): SvgNode {
  const [first = 0] = tops;
  const last = tops.at(-1) ?? 0;
  if (columns.beside) return stroke(d`M${x} ${first - 5}V${last + THICK + 5}`, kind, tone);
  return stroke(tops.map((top) => d`M${x} ${top - 1}v${THICK + 2}`).join(''), kind, tone);
}
