import type { Input, Result, ToolDefinition } from './define.ts';
import { type Step, stepsOf } from './explain.ts';
import { output, type ToolOutput } from './output.ts';
import { defaultState, type ToolState } from './state.ts';

/** A field as a form shows it. */
export interface FieldView {
  key: string;
  label: string;
  kind: 'number' | 'choice' | 'list' | 'text';
  unit?: string;
  suffix?: string;
  help?: string;
  optional?: true;
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
  rows?: { each: string; columns: FieldView[]; results: ResultView[]; sortBy?: string };
  initial: { state: ToolState; output: ToolOutput; steps: Step[] };
}
const fieldView = (key: string, input: Input): FieldView => ({
  key,
  label: input.label,
  kind: input.kind ?? 'number',
  ...('unit' in input && { unit: input.unit }),
  ...('suffix' in input && input.suffix && { suffix: input.suffix }),
  ...('optional' in input && input.optional && { optional: true }),
  ...(input.help && { help: input.help }),
  ...('options' in input && { options: input.options }),
  ...('presets' in input && input.presets && { presets: input.presets }),
});

const resultViews = (results: Readonly<Record<string, Result>>): ResultView[] =>
  Object.entries(results)
    .filter(([, result]) => !result.step)
    .map(([key, { label, help, main }]) => ({ key, label, ...(help && { help }), ...(main && { main }) }));

export function toView(tool: ToolDefinition, state: ToolState = defaultState(tool)): ToolView {
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
        ...(tool.rows.sortBy && { sortBy: tool.rows.sortBy }),
      },
    }),
    initial: { state, output: output(tool, state), steps: stepsOf(tool, state) },
  };
}
