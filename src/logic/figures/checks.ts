import type { BarItem, BarsData, Reference } from './bars.ts';
import { type Check, flag, list, number, oneOf, optional, shape, text, units } from './check.ts';
import type { CompareData, ComparePair } from './compare.ts';
import type { CurveAxis } from './curve-frame.ts';
import type { CurveData, CurvePoint } from './curve.ts';
import type { FlowChoice, FlowData, FlowStep } from './flow.ts';
import type { FunnelData, FunnelStep } from './funnel.ts';
import type { GridBlock, GridCell, GridData } from './grid.ts';
import type { FigureKind } from './index.ts';
import type { Estimate, IntervalData } from './interval.ts';
import type { Layer, LayersData } from './layers.ts';
import { type Line, type LineMark, type LinePoint, type LinesData, MOST_LINES } from './lines.ts';
import type { Tone } from './marks.ts';
import type { ParetoData, ParetoItem } from './pareto.ts';
import type { Axis } from './quadrant-frame.ts';
import type { QuadrantData, QuadrantPoint } from './quadrant.ts';
import type { ShareData, SharePart } from './share.ts';
import type { StockData } from './stock.ts';
import { CLOCK, type TimeBlock, type TimelineData } from './timeline.ts';
import type { TornadoData, TornadoItem } from './tornado.ts';
import type { TreeData } from './tree-data.ts';
import type { WaterfallData, WaterfallRow } from './waterfall.ts';

const TONES: readonly Tone[] = ['accent', 'good', 'bad', 'muted'];

const curveAxis = shape<CurveAxis>({ label: text, unit: optional(units), suffix: optional(text) });

const quadrantAxis = shape<Axis>({
  label: text,
  unit: optional(units),
  suffix: optional(text),
  low: optional(text),
  high: optional(text),
  min: optional(number),
  max: optional(number),
  split: optional(number),
});

const moment: Check = (value, path, problems) => {
  const clock = typeof value === 'string' && CLOCK.test(value);
  if (!clock && !Number.isFinite(value)) problems.push(`${path} 要写 '09:30' 这样的时刻，或者数字`);
};

const tree: Check = (value, path, problems) =>
  shape<TreeData>({
    label: text,
    value: optional(number),
    unit: optional(units),
    suffix: optional(text),
    note: optional(text),
    sign: optional(oneOf(['×', '÷', '+', '-'])),
    tone: optional(oneOf(TONES)),
    children: optional(list(tree)),
  })(value, path, problems);

/** What authors may write for each kind. Apart from the drawing: browsers draw numbers of our own and check nothing. */
export const CHECKS: { readonly [K in FigureKind]: Check } = {
  tree,
  funnel: shape<FunnelData>({
    unit: optional(units),
    suffix: optional(text),
    overall: optional(text),
    steps: list(
      shape<FunnelStep>({
        label: text,
        value: number,
        rate: optional(text),
        note: optional(text),
        tone: optional(oneOf(TONES)),
      }),
    ),
  }),
  flow: shape<FlowData>({
    steps: list(
      shape<FlowStep>({
        label: text,
        owner: optional(text),
        time: optional(text),
        input: optional(text),
        output: optional(text),
        note: optional(text),
        choices: optional(list(shape<FlowChoice>({ when: text, then: text }))),
        tone: optional(oneOf(TONES)),
      }),
    ),
  }),
  timeline: shape<TimelineData>({
    blocks: list(
      shape<TimeBlock>({
        from: moment,
        to: optional(moment),
        label: text,
        note: optional(text),
        when: optional(text),
        tone: optional(oneOf(TONES)),
      }),
    ),
  }),
  bars: shape<BarsData>({
    unit: optional(units),
    suffix: optional(text),
    items: list(
      shape<BarItem>({
        label: text,
        value: number,
        second: optional(number),
        note: optional(text),
        tone: optional(oneOf(TONES)),
      }),
    ),
    pair: optional(list(text, 2, 2)),
    reference: optional(shape<Reference>({ label: text, value: number })),
  }),
  quadrant: shape<QuadrantData>({
    x: quadrantAxis,
    y: quadrantAxis,
    points: list(
      shape<QuadrantPoint>({ label: text, x: number, y: number, tone: optional(oneOf(TONES)) }),
      0,
    ),
    fields: optional(list(text, 4)),
  }),
  share: shape<ShareData>({
    unit: optional(units),
    suffix: optional(text),
    total: optional(text),
    parts: list(
      shape<SharePart>({ label: text, value: number, note: optional(text), tone: optional(oneOf(TONES)) }),
    ),
  }),
  waterfall: shape<WaterfallData>({
    unit: optional(units),
    suffix: optional(text),
    rows: list(
      shape<WaterfallRow>({
        label: text,
        value: optional(number),
        total: optional(flag),
        note: optional(text),
        tone: optional(oneOf(TONES)),
      }),
    ),
  }),
  tornado: shape<TornadoData>({
    unit: optional(units),
    suffix: optional(text),
    result: text,
    base: number,
    by: optional(text),
    items: list(shape<TornadoItem>({ label: text, low: number, high: number })),
  }),
  layers: shape<LayersData>({
    unit: optional(units),
    suffix: optional(text),
    numbered: optional(flag),
    layers: list(
      shape<Layer>({
        label: text,
        note: optional(text),
        value: optional(number),
        tone: optional(oneOf(TONES)),
      }),
    ),
  }),
  curve: shape<CurveData>({
    x: curveAxis,
    y: curveAxis,
    points: list(
      shape<CurvePoint>({ x: number, y: number, label: optional(text), tone: optional(oneOf(TONES)) }),
      2,
    ),
    reference: optional(shape<Reference>({ label: text, value: number })),
    fromZero: optional(flag),
  }),
  compare: shape<CompareData>({
    left: optional(text),
    right: optional(text),
    even: optional(flag),
    rows: list(shape<ComparePair>({ about: optional(text), left: text, right: text })),
  }),
  lines: shape<LinesData>({
    x: curveAxis,
    y: curveAxis,
    lines: list(
      shape<Line>({
        label: text,
        points: list(shape<LinePoint>({ x: number, y: number }), 2),
        tone: optional(oneOf(TONES)),
      }),
      1,
      MOST_LINES,
    ),
    marks: optional(
      list(shape<LineMark>({ label: text, x: number, y: number, tone: optional(oneOf(TONES)) }), 0),
    ),
  }),
  pareto: shape<ParetoData>({
    unit: optional(units),
    suffix: optional(text),
    items: list(
      shape<ParetoItem>({
        label: text,
        value: number,
        group: optional(text),
        note: optional(text),
        tone: optional(oneOf(TONES)),
      }),
    ),
  }),
  grid: shape<GridData>({
    unit: optional(units),
    suffix: optional(text),
    columns: list(text, 1, 3),
    rows: list(text),
    blocks: list(
      shape<GridBlock>({
        label: text,
        cells: list(
          shape<GridCell>({
            label: text,
            value: number,
            note: optional(text),
            tone: optional(oneOf(TONES)),
          }),
        ),
      }),
    ),
  }),
  interval: shape<IntervalData>({
    unit: optional(units),
    suffix: optional(text),
    items: list(
      shape<Estimate>({
        label: text,
        value: number,
        low: number,
        high: number,
        tone: optional(oneOf(TONES)),
      }),
    ),
    interval: text,
    change: optional(flag),
    reference: optional(shape<Reference>({ label: text, value: number })),
  }),
  stock: shape<StockData>({
    unit: optional(units),
    suffix: optional(text),
    onHand: number,
    inTransit: optional(number),
    daily: number,
    leadDays: number,
    reorderPoint: number,
    safetyStock: number,
    quantity: optional(number),
  }),
};
