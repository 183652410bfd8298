/** A tool on a page of its own, as a person meets it. */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { loadTool } from '#logic/tools/catalog.ts';
import { defaultState } from '#logic/tools/state.ts';
import { toView } from '#logic/tools/view.ts';
import RowTool from '#src/islands/tool/RowTool.tsx';
import TextTool from '#src/islands/tool/TextTool.tsx';
import Tool from '#src/islands/tool/Tool.tsx';
import type { ToolProps } from '#src/islands/tool/ToolFrame.tsx';
import { NOTICE, type Notice } from '#src/device/notice.ts';

// Parts come with a script of their own, and the machine may have other things to do.
configure({ asyncUtilTimeout: 4000 });

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
  const Island = tool.rows ? RowTool : tool.findings ? TextTool : Tool;
  const carries = await Promise.all(
    (tool.carries ?? []).map(async (carry) => ({
      ...carry,
      name: (await loadTool(carry.to)).name,
      address: `/tools/${carry.to}/`,
    })),
  );
  const { container } = render(() => (
    <Island
      view={toView(tool, state)}
      place={place}
      address={`/tools/${id}/`}
      {...(carries.length > 0 && { carries })}
    />
  ));
  const form = container.querySelector('form')!;
  await waitFor(() => {
    if (form.dataset['ready'] === undefined) throw new Error('not ready');
    // What stands below the results comes alive by itself.
    if (!buttonsOf(form).includes('复制结果')) throw new Error('no actions yet');
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

/** Opens a panel of a tool. */
export async function openPanel(tool: Opened, name: string) {
  tool.press(name);
  const panel = await waitFor(() => {
    const button = within(tool.form).getByRole('button', { name });
    if (button.getAttribute('aria-expanded') !== 'true') throw new Error('not open');
    return tool.form.querySelector<HTMLElement>('.panel')!;
  });
  return within(panel);
}

/** What can be asked of one part of the page. */
export type BoundQueries = Awaited<ReturnType<typeof openPanel>>;

/** @returns whether the browser would put the text into the field */
export const pasteInto = (field: Element, text: string): boolean =>
  fireEvent.paste(field, { clipboardData: { getData: () => text } });

const buttonsOf = (form: HTMLFormElement): (string | undefined)[] =>
  [...form.querySelectorAll('button')].map((button) => button.textContent?.trim());

export const lastNotice = (): Notice | undefined => said.at(-1);
export { fireEvent, screen, waitFor, within };
