import type { APIRoute } from 'astro';
import { GROUPS, type Input, loadTools, type Result } from '#logic';
import { href } from '#src/site.ts';

const inputOf = (key: string, input: Input) => ({
  key,
  label: input.label,
  kind: input.kind ?? 'number',
  ...('unit' in input && { unit: input.unit }),
  default: input.default,
  ...('options' in input && { options: input.options }),
});
const resultOf = (key: string, { label, unit, words }: Result) => ({
  key,
  label,
  unit,
  ...(words && { words: Object.keys(words) }),
});
const visible = (results: Readonly<Record<string, Result>>) =>
  Object.entries(results)
    .filter(([, result]) => !result.step)
    .map(([key, result]) => resultOf(key, result));

/** Every tool for machines: id, name, group, inputs, results, units, defaults. */
export const GET: APIRoute = async () =>
  Response.json(
    (await loadTools()).map((tool) => ({
      id: tool.id,
      name: tool.name,
      group: tool.group,
      groupName: GROUPS[tool.group],
      answers: tool.answers,
      address: href(`/tools/${tool.id}/`),
      inputs: Object.entries(tool.inputs).map(([key, input]) => inputOf(key, input)),
      results: visible(tool.results),
      ...(tool.rows && {
        rows: {
          columns: Object.entries(tool.rows.columns).map(([key, input]) => inputOf(key, input)),
          results: visible(tool.rows.results),
          defaults: tool.rows.defaults,
        },
      }),
    })),
  );
