import { classes, look, stroke, type Tone } from './marks.ts';
import { type Amount, type Measure, say } from './measure.ts';
import { pair } from './pair.ts';
import type { Kind } from './render.ts';
import { d, el, type SvgNode } from './svg.ts';
import { write } from './text.ts';

export interface Layer {
  label: string;
  note?: string;
  value?: Amount;
  tone?: Tone;
}

/** Blocks one on another, in order: modules of a page, discounts that are taken one after the other. */
export interface LayersData extends Measure {
  layers: readonly Layer[];
  /** number the blocks from the top */
  numbered?: boolean;
}

const PAD = 10;
const LEFT = 16;
const NUMBER = 24;

const valueOf = (layer: Layer, measure: Measure): string =>
  layer.value === undefined ? '' : say(layer.value, measure);

export const layers: Kind<LayersData> = {
  draw: ({ layers: blocks, numbered, ...measure }, width) => {
    if (blocks.length === 0) return { nodes: [], height: 0 };
    const nodes: SvgNode[] = [];
    const dividers: SvgNode[] = [];
    const x = LEFT + (numbered ? NUMBER : 0);
    const right = width - 12;
    let y = 1;
    blocks.forEach((block, i) => {
      const top = y;
      y += PAD;
      const figure = look(block.tone);
      const named = pair(block.label, valueOf(block, measure), x, right, y, { strong: true, figure });
      nodes.push(...named.nodes);
      if (numbered) nodes.push(write(String(i + 1), LEFT, y, { look: figure ?? 'fig-muted' }).node);
      y += named.height;
      const note = write(block.note ?? '', x, y, { look: 'fig-muted', width: right - x });
      if (note.height > 0) nodes.push(note.node);
      y += note.height + PAD;
      if (i > 0) dividers.push(stroke(d`M1 ${top}H${width - 1}`));
      nodes.push(
        el('rect', {
          class: classes('fig-edge', block.tone),
          x: 1,
          y: top + (i > 0 ? 1 : 0),
          width: block.tone ? 8 : 4,
          height: y - top - 1,
        }),
      );
    });
    const frame = el('rect', { class: 'fig-box', x: 1, y: 1, width: width - 2, height: y - 1, rx: 4 });
    return { nodes: [frame, ...dividers, ...nodes], height: y + 1 };
  },

  tell: ({ layers: blocks, numbered, ...measure }) =>
    blocks.length === 0
      ? ''
      : `从上到下${blocks.length}层：${blocks
          .map((block, i) => {
            const value = valueOf(block, measure);
            return `${numbered ? `${i + 1}. ` : ''}${block.label}${value && ` ${value}`}${block.note ? `（${block.note}）` : ''}`;
          })
          .join('；')}。`,
};
