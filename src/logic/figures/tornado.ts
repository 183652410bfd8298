import { bar, stroke } from './marks.ts';
import { type Amount, amount, isAmount, type Measure, say } from './measure.ts';
import type { Kind } from './render.ts';
import { scale } from './scale.ts';
import { d, type SvgNode } from './svg.ts';
import { leading, TEXT, textWidth, write } from './text.ts';

export interface TornadoItem {
  label: string;
  /** the result with this input made smaller, the others as they are */
  low: Amount;
  /** the result with it made larger */
  high: Amount;
}

/** Which input moves the result most: every input made a little smaller and larger, the widest bar first. */
export interface TornadoData extends Measure {
  /** name of the result: 净利润 */
  result: string;
  base: Amount;
  /** how far the inputs are moved; 10% where it is left out */
  by?: string;
  items: readonly TornadoItem[];
}

const THICK = 16;
const GAP = 12;

const swing = ({ low, high }: TornadoItem, base: number): number => {
  const ends = [base, isAmount(low) ? amount(low) : base, isAmount(high) ? amount(high) : base];
  return Math.max(...ends) - Math.min(...ends);
};

const ranked = (data: TornadoData): TornadoItem[] =>
  [...data.items].sort((a, b) => swing(b, amount(data.base)) - swing(a, amount(data.base)));

export const tornado: Kind<TornadoData> = {
  draw: (data, width) => {
    if (data.items.length === 0) return { nodes: [], height: 0 };
    const base = amount(data.base);
    const by = data.by ?? '10%';
    const items = ranked(data);
    const down = items.map((item) => `▼ ${say(item.low, data)}`);
    const up = items.map((item) => `▲ ${say(item.high, data)}`);
    const widest = Math.max(...[...down, ...up].map((words) => textWidth(words)));
    const beside = widest <= width * 0.3;
    const [left, right] = beside ? [widest + 8, width - widest - 8] : [1, width - 1];
    const reach = Math.max(
      ...items.flatMap(({ low, high }) =>
        [low, high].map((end) => (isAmount(end) ? Math.abs(amount(end) - base) : 0)),
      ),
    );
    const place = scale(-reach, reach, left, right);
    const middle = reach > 0 ? place(0) : (left + right) / 2;
    const at = (value: Amount) => (isAmount(value) && reach > 0 ? place(amount(value) - base) : middle);
    const nodes: SvgNode[] = [];
    const key = write(`▼ 减 ${by}　▲ 增 ${by}`, 0, 0, { look: 'fig-muted', width });
    const head = write(`${data.result} ${say(data.base, data)}`, middle, key.height + 4, {
      anchor: 'middle',
      strong: true,
      width: Math.max(80, 2 * Math.min(middle, width - middle)),
    });
    nodes.push(key.node, head.node);
    let y = key.height + head.height + 8;
    const ends = { left: 0, right: width - 1, beside };
    const tops = items.map((item, i) => {
      y += i === 0 ? 4 : GAP;
      const name = write(item.label, 0, y, { width });
      const top = y + Math.max(name.height, leading(TEXT)) + 2;
      const [low, high] = [at(item.low), at(item.high)];
      nodes.push(name.node);
      nodes.push(...bar(Math.min(low, middle), top, Math.abs(low - middle), THICK, { series: 2 }));
      nodes.push(...bar(Math.min(high, middle), top, Math.abs(high - middle), THICK, { series: 1 }));
      const [first = '', second = ''] = low <= high ? [down[i], up[i]] : [up[i], down[i]];
      const drawn = endLabels(first, second, ends, top);
      nodes.push(...drawn.nodes);
      y = drawn.bottom;
      return top;
    });
    nodes.push(stroke(tops.map((top) => d`M${middle} ${top - 1}v${THICK + 2}`).join(''), 'fig-line'));
    return { nodes, height: y + 4 };
  },

  tell: (data) => {
    if (data.items.length === 0) return '';
    const by = data.by ?? '10%';
    const told = ranked(data).map(
      (item) => `${item.label}减${by}为${say(item.low, data)}，增${by}为${say(item.high, data)}`,
    );
    return `${data.result}现为${say(data.base, data)}。每次只动一项，影响从大到小：${told.join('；')}。`;
  },
};

/** What the two ends come to: beside the bar, or below it where the numbers are long. */
function endLabels(
  first: string,
  second: string,
  ends: { left: number; right: number; beside: boolean },
  top: number,
): { nodes: SvgNode[]; bottom: number } {
  const { left, right, beside } = ends;
  const y = beside ? top - 2 : top + THICK + 2;
  const room = right - left;
  const stacked = textWidth(first) + textWidth(second) + 12 > room;
  const one = write(first, left, y, { width: room });
  const two = write(second, right, stacked ? y + one.height : y, { anchor: 'end', width: room });
  return {
    nodes: [one.node, two.node],
    bottom: beside ? top + THICK : y + one.height + (stacked ? two.height : 0),
  };
}
