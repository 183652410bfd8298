/** A tool on a page of its own, as a person meets it. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { loadTool } from '#logic/tools/catalog.ts';
import { defaultState } from '#logic/tools/state.ts';
import { toView } from '#logic/tools/view.ts';
import RowTool from '#src/islands/tool/RowTool.tsx';
import Tool from '#src/islands/tool/Tool.tsx';
import type { ToolProps } from '#src/islands/tool/ToolFrame.tsx';
import { NOTICE, type Notice } from '#src/device/notice.ts';

/** What the page told in passing, oldest first; emptied by `openTool`. */
export const said: Notice[] = [];
addEventListener(NOTICE, (event) => said.push((event as CustomEvent<Notice>).detail));

export interface Opened {
  form: HTMLFormElement;
  /** the control people find by the label its key has in the definition; `searches.0` is a cell of the first row */
  field: (key: string) => HTMLInputElement | HTMLSelectElement;
  type: (key: string, text: string) => void;
  /** machine value and text of a result by its key */
  result: (key: string) => { machine: string; text: string; why: string };
  press: (name: string | RegExp) => void;
}

/** Opens a tool; `given` are an example's numbers, as in a chapter. Ready when it comes back. */
export async function openTool(
  id: string,
  options: { place?: ToolProps['place']; given?: Record<string, string>; fragment?: string } = {},
): Promise<Opened> {
  cleanup();
  said.length = 0;
  const { place = 'page', given = {}, fragment = '' } = options;
  history.replaceState(
    null,
    '',
    `/${place === 'chapter' ? 'course/data/metrics' : `tools/${id}`}/${fragment}`,
  );
  const tool = await loadTool(id);
  const state = defaultState(tool);
  Object.assign(state.fields, given);
  const Island = tool.rows ? RowTool : Tool;
  const { container } = render(() => (
    <Island view={toView(tool, state)} place={place} address={`/tools/${id}/`} />
  ));
  const form = container.querySelector('form')!;
  await waitFor(() => {
    if (form.dataset['ready'] === undefined) throw new Error('not ready');
  });
  const field: Opened['field'] = (name) => {
    const [key = '', row] = name.split('.');
    const label = (row === undefined ? tool.inputs : tool.rows!.columns)[key]!.label;
    return within(form).getByLabelText(
      row === undefined ? label : new RegExp(`^第\\s?${Number(row) + 1}\\s?行\\s?${label}$`),
    );
  };
  return {
    form,
    field,
    type: (key, text) => fireEvent.input(field(key), { target: { value: text } }),
    result: (key) => {
      const output = form.querySelector(`output[name="${key}"]`)!;
      return {
        machine: output.querySelector('data')!.getAttribute('value')!,
        text: output.textContent,
        why: output.parentElement!.querySelector('.why')?.textContent ?? '',
      };
    },
    press: (name) => fireEvent.click(within(form).getByRole('button', { name })),
  };
}

export const lastNotice = (): Notice | undefined => said.at(-1);
export { fireEvent, screen, waitFor, within };
