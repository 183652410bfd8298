import type { Step } from './explain.ts';
import type { ToolView } from './view.ts';

/** A drawing of the result, as it stands in the page. */
export interface Drawing {
  title: string;
  svg: string;
}
/** What the page shows of a tool until its scripts for it come. */
export interface PageParts {
  steps: readonly Step[];
  drawings: readonly Drawing[];
}

/**
 * While the site is built: beside the views, not in them, since what an island is given stands in the page once more as data.
 */
export const pageParts = new WeakMap<ToolView['initial'], PageParts>();
