import type { Definition, ToolDefinition } from './define.ts';
import type { ToolView } from './view.ts';

type Labelled = { label: string };

const relabel = <T extends Labelled>(
  records: Readonly<Record<string, T>>,
  labels: Readonly<Record<string, string>>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(records).map(([key, record]) => [key, { ...record, label: labels[key] ?? record.label }]),
  );

/** The tool with things called as one of its rival definitions calls them. */
export const toolCalled = (tool: ToolDefinition, { labels = {} }: Definition): ToolDefinition => ({
  ...tool,
  inputs: relabel(tool.inputs, labels),
  results: relabel(tool.results, labels),
});

/** The same for what stands in the page, with that definition's results first. */
export function viewCalled(view: ToolView, definition: Definition | undefined): ToolView {
  if (!definition) return view;
  const { labels = {}, main } = definition;
  return {
    ...view,
    fields: view.fields.map((field) =>
      labels[field.key] ? { ...field, label: labels[field.key] ?? '' } : field,
    ),
    results: view.results.map(({ main: _, ...result }) => ({
      ...result,
      label: labels[result.key] ?? result.label,
      ...(main.includes(result.key) && { main: true as const }),
    })),
  };
}
