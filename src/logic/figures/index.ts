import { bars, type BarsData } from './bars.ts';
import { CHECKS } from './checks.ts';
import { compare, type CompareData } from './compare.ts';
import { curve, type CurveData } from './curve.ts';
import { flow, type FlowData } from './flow.ts';
import { funnel, type FunnelData } from './funnel.ts';
import { grid, type GridData } from './grid.ts';
import { interval, type IntervalData } from './interval.ts';
import { layers, type LayersData } from './layers.ts';
import { lines, type LinesData } from './lines.ts';
import { pareto, type ParetoData } from './pareto.ts';
import { quadrant, type QuadrantData } from './quadrant.ts';
import { type Drawn, type Kind, type Options, type Order, render } from './render.ts';
import { share, type ShareData } from './share.ts';
import { stock, type StockData } from './stock.ts';
import { timeline, type TimelineData } from './timeline.ts';
import { tornado, type TornadoData } from './tornado.ts';
import { tree, type TreeData } from './tree.ts';
import { waterfall, type WaterfallData } from './waterfall.ts';

/** What each kind of figure is drawn from. */
export interface FigureData {
  tree: TreeData;
  funnel: FunnelData;
  flow: FlowData;
  timeline: TimelineData;
  bars: BarsData;
  quadrant: QuadrantData;
  share: ShareData;
  waterfall: WaterfallData;
  tornado: TornadoData;
  layers: LayersData;
  curve: CurveData;
  compare: CompareData;
  lines: LinesData;
  pareto: ParetoData;
  grid: GridData;
  interval: IntervalData;
  stock: StockData;
}

export type FigureKind = keyof FigureData;

/** One figure: its kind, its caption and its data; `alt` replaces the generated description. */
export type Figure = { [K in FigureKind]: { kind: K } & Order<FigureData[K]> }[FigureKind];

const KINDS: { readonly [K in FigureKind]: Kind<FigureData[K]> } = {
  tree,
  funnel,
  flow,
  timeline,
  bars,
  quadrant,
  share,
  waterfall,
  tornado,
  layers,
  curve,
  compare,
  lines,
  pareto,
  grid,
  interval,
  stock,
};

export const FIGURE_KINDS = Object.keys(KINDS) as readonly FigureKind[];

/** Data → inline SVG and its text alternative. Never throws and never draws NaN, whatever the numbers are. */
export function draw<K extends FigureKind>(
  figure: { kind: K } & Order<FigureData[K]>,
  options?: Options,
): Drawn {
  return render(KINDS[figure.kind], figure, options);
}

/** What is wrong with a figure somebody typed, in words an author understands; empty when it can be drawn. */
export function figureProblems(kind: string, data: unknown): string[] {
  const known = FIGURE_KINDS.find((one) => one === kind);
  if (!known) return [`没有“${kind}”这种图，可选：${FIGURE_KINDS.join('、')}`];
  const problems: string[] = [];
  CHECKS[known](data, 'data', problems);
  return problems;
}

export type { Drawn as DrawnFigure, Options as DrawOptions } from './render.ts';
