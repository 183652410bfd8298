import { draw } from '../figures/index.ts';
import type { Definition, Input, Result, ToolDefinition } from './define.ts';
import { stepsOf } from './explain.ts';
import { figuresOf } from './figures.ts';
import { output, type ToolOutput } from './output.ts';
import { pageParts } from './page-parts.ts';
import { defaultState, type ToolState } from './state.ts';

/** A field as a form shows it. */
export interface FieldView {
  key: string;
  label: string;
  kind: 'number' | 'date' | 'choice' | 'list' | 'text';
  unit?: string;
  suffix?: string;
  help?: string;
  optional?: true;
  /** several lines */
  long?: true;
  follows?: { choice: string; values: Readonly<Record<string, string>> };
  options?: Readonly<Record<string, string>>;
  presets?: Readonly<Record<string, string>>;
}
export interface ResultView {
  key: string;
  label: string;
  help?: string;
  main?: true;
}
/** What a tool shows before anything is computed: labels, in plain data that can stand in a page. */
export interface ToolView {
  id: string;
  name: string;
  fields: FieldView[];
  results: ResultView[];
  rows?: { each: string; columns: FieldView[]; results: ResultView[]; presets?: readonly string[] };
  definitions?: readonly Definition[];
  findings?: { label: string; none: string };
  /** input → fee parameters that can fill it */
  fees?: Readonly<Record<string, readonly string[]>>;
  batch?: { each: string };
  /** this is the batch of a tool whose inputs are single fields */
  batched?: true;
  /** whether there is anything to draw */
  drawn?: true;
  initial: { state: ToolState; output: ToolOutput };
}
const fieldView = (key: string, input: Input): FieldView => ({
  key,
  label: input.label,
  kind: input.kind ?? 'number',
  ...('unit' in input && { unit: input.unit }),
  ...('suffix' in input && input.suffix && { suffix: input.suffix }),
  ...('optional' in input && input.optional && { optional: true }),
  ...('long' in input && input.long && { long: true }),
  ...('follows' in input && input.follows && { follows: input.follows }),
  ...(input.help && { help: input.help }),
  ...('options' in input && { options: input.options }),
  ...('presets' in input && input.presets && { presets: input.presets }),
});

const resultViews = (results: Readonly<Record<string, Result>>): ResultView[] =>
  Object.entries(results)
    .filter(([, result]) => !result.step)
    .map(([key, { label, help, main }]) => ({ key, label, ...(help && { help }), ...(main && { main }) }));

/** `drawn`: with the drawings, which a chapter leaves out. */
export function toView(
  tool: ToolDefinition,
  state: ToolState = defaultState(tool),
  { drawn = false }: { drawn?: boolean } = {},
): ToolView {
  const initial = { state, output: output(tool, state) };
  const figures = drawn ? figuresOf(tool, state) : [];
  pageParts.set(initial, {
    steps: stepsOf(tool, state),
    drawings: figures.map((figure) => ({ title: figure.title, svg: draw(figure).svg })),
  });
  return {
    id: tool.id,
    name: tool.name,
    fields: Object.entries(tool.inputs).map(([key, input]) => fieldView(key, input)),
    results: resultViews(tool.results),
    ...(tool.rows && {
      rows: {
        each: tool.rows.each,
        columns: Object.entries(tool.rows.columns).map(([key, input]) => fieldView(key, input)),
        results: resultViews(tool.rows.results),
        ...(tool.rows.presets && { presets: Object.keys(tool.rows.presets) }),
      },
    }),
    ...(tool.definitions && { definitions: tool.definitions }),
    ...(tool.findings && { findings: { label: tool.findings.label, none: tool.findings.none } }),
    ...(tool.fees && { fees: tool.fees }),
    ...(tool.batch && { batch: tool.batch }),
    ...(tool.figures && { drawn: true }),
    initial,
  };
}
