import { ring, stroke } from './marks.ts';
import { pair } from './pair.ts';
import type { Drawing } from './render.ts';
import { d, type SvgNode } from './svg.ts';
import { write } from './text.ts';
import { showSign, type TreeData, treeLook, treeText } from './tree-data.ts';

const STEP = 26;
const PAD = 7;
const DEEPEST = 5;

/** The tree as rows of a ledger: parts indented under their whole, signs on the branch, numbers in one column. */
export function drawOutline(root: TreeData, width: number): Drawing {
  const lines: SvgNode[] = [];
  const nodes: SvgNode[] = [];
  let y = 0;

  function row(node: TreeData, level: number): number {
    const x = Math.min(level, DEEPEST) * STEP + (level > 0 ? 4 : 0);
    const value = treeText(node);
    const room = width - x - 1;
    const top = y + PAD;
    const mark = treeLook(node);
    const named = pair(node.label, value, x, width - 1, top, {
      strong: level === 0 || !value,
      name: value ? undefined : mark,
      figure: mark,
    });
    nodes.push(...named.nodes);
    y = top + named.height;
    if (node.note) {
      const note = write(node.note, x, y, { look: 'fig-muted', width: room });
      nodes.push(note.node);
      y += note.height;
    }
    y += PAD;
    lines.push(stroke(d`M${x} ${y}H${width}`));
    const middle = top + 10;
    const spine = Math.min(level, DEEPEST) * STEP + 11;
    const from = y;
    let last = from;
    for (const child of node.children ?? []) last = row(child, level + 1);
    if (last > from) lines.push(stroke(d`M${spine} ${from}V${last}`, 'fig-tie'));
    if (level > 0) {
      const trunk = (Math.min(level, DEEPEST) - 1) * STEP + 11;
      if (node.sign) nodes.push(...ring(showSign(node.sign), trunk, middle));
      else lines.push(stroke(d`M${trunk} ${middle}H${x - 4}`, 'fig-tie'));
    }
    return middle;
  }

  row(root, 0);
  return { nodes: [...lines, ...nodes], height: y + 1 };
}
