import { stroke } from './marks.ts';
import type { Kind } from './render.ts';
import { d, el, type SvgNode } from './svg.ts';
import { write } from './text.ts';

export interface ComparePair {
  /** what is compared, when the two sides don't say it themselves */
  about?: string;
  left: string;
  right: string;
}

/** Two ways side by side, line by line: how not to and how to, or simply two things (`even`). */
export interface CompareData {
  /** headings; 别这样 and 这样 where they are left out */
  left?: string;
  right?: string;
  rows: readonly ComparePair[];
  /** neither side is the wrong one */
  even?: boolean;
}

const GUTTER = 10;
const PAD = 9;

const heads = ({ left = '别这样', right = '这样' }: CompareData): [string, string] => [left, right];

const cross = (x: number, y: number): SvgNode => stroke(d`M${x} ${y}l9 9m0 -9l-9 9`, 'fig-mark', 'bad');
const tick = (x: number, y: number): SvgNode => stroke(d`M${x} ${y + 5}l4 4l7 -9`, 'fig-mark', 'good');

export const compare: Kind<CompareData> = {
  draw: (data, width) => {
    if (data.rows.length === 0) return { nodes: [], height: 0 };
    const middle = width / 2;
    const [first, second] = [1, middle + GUTTER];
    const room = middle - GUTTER - 1;
    const nodes: SvgNode[] = [];
    const mark = data.even ? 0 : 18;
    let y = 0;
    const [left, right] = heads(data);
    const names = [
      write(left, first + mark, y, {
        strong: true,
        width: room - mark,
        look: data.even ? undefined : 'fig-bad',
      }),
      write(right, second + mark, y, {
        strong: true,
        width: room - mark,
        look: data.even ? undefined : 'fig-good',
      }),
    ];
    nodes.push(...names.map((name) => name.node));
    if (!data.even) nodes.push(cross(first + 1, y + 6), tick(second + 1, y + 6));
    y += Math.max(...names.map((name) => name.height)) + 6;
    const top = y;
    nodes.push(stroke(d`M0 ${y}H${width}`, 'fig-line'));
    const uprights: string[] = [];
    data.rows.forEach((row, i) => {
      if (i > 0) nodes.push(stroke(d`M0 ${y}H${width}`));
      y += PAD;
      if (row.about) {
        const about = write(row.about, first, y, { look: 'fig-muted', width: width - 2 });
        nodes.push(about.node);
        y += about.height + 3;
      }
      const sides = [
        write(row.left, first, y, { width: room }),
        write(row.right, second, y, { width: room }),
      ];
      nodes.push(...sides.filter((side) => side.height > 0).map((side) => side.node));
      const height = Math.max(...sides.map((side) => side.height));
      uprights.push(d`M${middle} ${row.about ? y : i === 0 ? top : y - PAD}V${y + height + PAD}`);
      y += height + PAD;
    });
    nodes.push(stroke(uprights.join('')), el('path', { class: 'fig-line', d: d`M0 ${y}H${width}` }));
    return { nodes, height: y + 1 };
  },

  tell: (data) => {
    if (data.rows.length === 0) return '';
    const [left, right] = heads(data);
    const told = data.rows.map(
      (row) => `${row.about ? `${row.about}，` : ''}${left}：${row.left}；${right}：${row.right}`,
    );
    return `左右对照。${told.join('。')}。`;
  },
};
