import type { FigureData, FigureKind } from './index.ts';
import { type Drawn, type Kind, type Options, type Order, render } from './render.ts';

/** For browsers: one kind at a time, when it is drawn. The build draws all of them through index.ts. */
const LOADERS: { readonly [K in FigureKind]: () => Promise<Kind<FigureData[K]>> } = {
  tree: async () => (await import('./tree.ts')).tree,
  funnel: async () => (await import('./funnel.ts')).funnel,
  flow: async () => (await import('./flow.ts')).flow,
  timeline: async () => (await import('./timeline.ts')).timeline,
  bars: async () => (await import('./bars.ts')).bars,
  quadrant: async () => (await import('./quadrant.ts')).quadrant,
  share: async () => (await import('./share.ts')).share,
  waterfall: async () => (await import('./waterfall.ts')).waterfall,
  tornado: async () => (await import('./tornado.ts')).tornado,
  layers: async () => (await import('./layers.ts')).layers,
  curve: async () => (await import('./curve.ts')).curve,
  compare: async () => (await import('./compare.ts')).compare,
  lines: async () => (await import('./lines.ts')).lines,
  pareto: async () => (await import('./pareto.ts')).pareto,
  grid: async () => (await import('./grid.ts')).grid,
  interval: async () => (await import('./interval.ts')).interval,
  stock: async () => (await import('./stock.ts')).stock,
};

/** Brings one kind; what comes back draws at once, as often as the numbers change. */
export async function loadFigure<K extends FigureKind>(
  kind: K,
): Promise<(order: Order<FigureData[K]>, options?: Options) => Drawn> {
  const loaded = await LOADERS[kind]();
  return (order, options) => render(loaded, order, options);
}

/** Data → inline SVG and its text alternative, like `draw` of the build, once the kind is there. */
export const drawLoaded = async <K extends FigureKind>(
  kind: K,
  order: Order<FigureData[K]>,
  options?: Options,
): Promise<Drawn> => (await loadFigure(kind))(order, options);
