import { box, stroke } from './marks.ts';
import type { Drawing } from './render.ts';
import { d, el, type SvgNode } from './svg.ts';
import { HERO, leading, SIGN, TEXT, textWidth, wrap, write } from './text.ts';
import { showSign, type TreeData, treeLook, treeText } from './tree-data.ts';

const GAP = 20;
const PAD = 6;
const RISE = 34;
const WIDEST_BOX = 168;

interface Placed {
  node: TreeData;
  level: number;
  left: number;
  right: number;
  children: Placed[];
}

const leaves = (node: TreeData): number =>
  (node.children ?? []).reduce((n, child) => n + leaves(child), 0) || 1;
const depth = (node: TreeData): number => 1 + Math.max(0, ...(node.children ?? []).map(depth));
const all = (placed: Placed): Placed[] => [placed, ...placed.children.flatMap(all)];

function place(node: TreeData, level: number, left: number, boxWidth: number): Placed {
  let edge = left;
  const children = (node.children ?? []).map((child) => {
    const placed = place(child, level + 1, edge, boxWidth);
    edge = placed.right + GAP;
    return placed;
  });
  return { node, level, left, right: children.at(-1)?.right ?? left + boxWidth, children };
}

const valueSize = (level: number): number => (level === 0 ? HERO : TEXT);

function boxWidthOf({ node, level, left, right, children }: Placed, usual: number): number {
  const words = Math.max(textWidth(node.label), textWidth(treeText(node), valueSize(level), true));
  return children.length === 0 ? right - left : Math.min(right - left, Math.max(usual, words + 4 * PAD));
}

function content(
  { node, level }: Placed,
  middle: number,
  top: number,
  width: number,
): { nodes: SvgNode[]; height: number } {
  const value = treeText(node);
  const inside = { anchor: 'middle', width: width - 2 * PAD } as const;
  const nodes: SvgNode[] = [];
  let y = top + PAD;
  const add = (words: string, style: { look?: string | undefined; strong?: boolean; size?: number }) => {
    const written = write(words, middle, y, { ...inside, ...style });
    if (written.height > 0) nodes.push(written.node);
    y += written.height;
  };
  add(node.label, value ? {} : { strong: true, look: treeLook(node) });
  if (value) add(value, { strong: true, size: valueSize(level), look: treeLook(node) });
  if (node.note) add(node.note, { look: 'fig-muted' });
  return { nodes, height: y + PAD - top };
}

/** Everything has to fit in two lines without breaking a word or a number; else the outline is the better drawing. */
function fits(placed: Placed, width: number): boolean {
  const inner = width - 2 * PAD;
  if (textWidth(treeText(placed.node), valueSize(placed.level), true) > inner) return false;
  const words = placed.node.label.match(/[\x21-\x7E]+/g) ?? [];
  if (words.some((word) => textWidth(word, TEXT, true) > inner)) return false;
  return (
    wrap(placed.node.label, inner, TEXT, true).length <= 2 && wrap(placed.node.note ?? '', inner).length <= 2
  );
}

/** The root above, its parts side by side below with their signs between; undefined where the paper is too narrow. */
export function drawSpread(root: TreeData, width: number): Drawing | undefined {
  const count = leaves(root);
  const usual = Math.min(WIDEST_BOX, (width - 2 - GAP * (count - 1)) / count);
  if (usual < 64 || depth(root) > 4 || root.children?.some((child, i) => i === 0 && child.sign))
    return undefined;
  const used = usual * count + GAP * (count - 1);
  const placed = all(place(root, 0, (width - used) / 2, usual));
  const wide = new Map(placed.map((one) => [one, boxWidthOf(one, usual)]));
  const widthOf = (one: Placed) => wide.get(one) ?? usual;
  if (!placed.every((one) => fits(one, widthOf(one)))) return undefined;

  const middle = (one: Placed) => (one.left + one.right) / 2;
  const tall: number[] = [];
  for (const one of placed) {
    tall[one.level] = Math.max(tall[one.level] ?? 0, content(one, 0, 0, widthOf(one)).height);
  }
  const tops = tall.map((_, level) => 1 + tall.slice(0, level).reduce((y, height) => y + height + RISE, 0));
  const lines: SvgNode[] = [];
  const boxes: SvgNode[] = [];
  for (const one of placed) {
    const top = tops[one.level] ?? 0;
    const height = tall[one.level] ?? 0;
    boxes.push(box(middle(one) - widthOf(one) / 2, top, widthOf(one), height, one.node.tone));
    boxes.push(
      ...content(one, middle(one), top + (height - content(one, 0, 0, widthOf(one)).height) / 2, widthOf(one))
        .nodes,
    );
    lines.push(...branches(one, middle, top + height));
    const next = tops[one.level + 1] ?? 0;
    boxes.push(...signs(one, middle, widthOf, next + (tall[one.level + 1] ?? 0) / 2));
  }
  return { nodes: [...lines, ...boxes], height: (tops.at(-1) ?? 0) + (tall.at(-1) ?? 0) + 1 };
}

function branches(one: Placed, middle: (one: Placed) => number, bottom: number): SvgNode[] {
  const first = one.children[0];
  const last = one.children.at(-1);
  if (!first || !last) return [];
  const from = middle(one);
  const bus = bottom + RISE / 2;
  const drops = one.children.map((child) => d`M${middle(child)} ${bus}v${RISE / 2}`).join('');
  const across = first === last ? '' : d`M${middle(first)} ${bus}H${middle(last)}`;
  return [stroke(d`M${from} ${bottom}v${RISE / 2}` + across + drops, 'fig-tie')];
}

function signs(
  one: Placed,
  middle: (one: Placed) => number,
  widthOf: (one: Placed) => number,
  y: number,
): SvgNode[] {
  return one.children.flatMap((child, i) => {
    const elder = one.children[i - 1];
    if (!child.node.sign || !elder) return [];
    const gap = (middle(elder) + widthOf(elder) / 2 + middle(child) - widthOf(child) / 2) / 2;
    return [sign(showSign(child.node.sign), gap, y)];
  });
}

const sign = (mark: string, x: number, y: number): SvgNode =>
  el(
    'g',
    { class: 'fig-sign' },
    write(mark, x, y - leading(SIGN) / 2, { size: SIGN, anchor: 'middle' }).node,
  );
