/** What a page shows before any script runs, and without one: the same fields, results and words. */
import { renderToString } from 'solid-js/web';
import { describe, expect, test } from 'vitest';
import { loadTools } from '#logic/tools/catalog.ts';
import { defaultState } from '#logic/tools/state.ts';
import { output } from '#logic/tools/output.ts';
import { toView } from '#logic/tools/view.ts';
import RowTool from '#src/islands/tool/RowTool.tsx';
import Tool from '#src/islands/tool/Tool.tsx';

const tools = await loadTools();

describe.each(tools)('$id', (tool) => {
  const Island = tool.rows ? RowTool : Tool;
  const html = renderToString(() => (
    <Island view={toView(tool)} place="page" address={`/tools/${tool.id}/`} />
  ));

  test('holds every default and every result', () => {
    const shown = output(tool, defaultState(tool));
    for (const [key, input] of Object.entries(tool.inputs)) {
      expect(html).toMatch(new RegExp(`name="${key}"`));
      expect(html).toContain(input.label);
    }
    for (const [key, { machine }] of Object.entries(shown.results))
      expect(html).toMatch(
        new RegExp(`<output[^>]* name="${key}"[^>]*>(<!--[^>]*-->)*<data[^>]* value="${machine}"`),
      );
    shown.rows.forEach(({ results }, n) => {
      for (const [key, { machine }] of Object.entries(results))
        expect(html).toMatch(
          new RegExp(`name="${key}.${n}"[^>]*>(<!--[^>]*-->)*<data[^>]* value="${machine}"`),
        );
    });
  });

  test('is not marked as live, brings no script and no word of machinery', () => {
    expect(html).not.toContain('data-ready');
    expect(html).not.toContain('<script');
    expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(/undefined|NaN|\[object|Infinity/);
  });
});
