import { stroke } from './marks.ts';
import { pair } from './pair.ts';
import { spread } from './scale.ts';
import { d, type SvgNode } from './svg.ts';
import { leading, TEXT, write } from './text.ts';

/** One label beside an upright column: name, figure at the right, a line below. */
export interface ColumnLabel {
  /** part of the column it belongs to */
  from: number;
  to: number;
  /** right edge of that part, where it is not the column's */
  edge?: number;
  name: string;
  figure: string;
  note: string;
  look?: string | undefined;
}

const LEADER = 26;
const GAP = 10;

function compose(
  label: ColumnLabel,
  x: number,
  top: number,
  right: number,
): { nodes: SvgNode[]; height: number } {
  const named = pair(label.name, label.figure, x, right, top, {
    strong: label.look !== undefined,
    name: label.figure ? undefined : label.look,
    figure: label.look,
  });
  const note = write(label.note, x, top + named.height, { look: 'fig-muted', width: right - x });
  return {
    nodes: note.height > 0 ? [...named.nodes, note.node] : named.nodes,
    height: named.height + note.height,
  };
}

/** Height the labels need at least, so that the column can be made as high. */
export const labelsHeight = (labels: readonly ColumnLabel[], column: number, right: number): number =>
  labels.reduce((sum, label) => sum + compose(label, column + LEADER, 0, right).height + GAP, -GAP);

/** Labels beside the column, each tied to the middle of its part, moved apart where they would overlap. */
export function drawLabels(
  labels: readonly ColumnLabel[],
  column: number,
  right: number,
  top: number,
  bottom: number,
): SvgNode[] {
  const x = column + LEADER;
  const wishes = labels.map((label) => {
    const { height } = compose(label, x, 0, right);
    const part = (label.from + label.to) / 2;
    return { label, part, height, wish: part + height / 2 - leading(TEXT) / 2 };
  });
  return spread(wishes, top, bottom, GAP).flatMap(({ label, part, height, middle }) => {
    const start = middle - height / 2;
    const line = start + leading(TEXT) / 2;
    const edge = label.edge ?? column;
    const tie = stroke(d`M${edge} ${part}H${column + 6}L${column + LEADER - 10} ${line}h5`, 'fig-tie');
    return [tie, ...compose(label, x, start, right).nodes];
  });
}
