import {
  type Component,
  createEffect,
  createMemo,
  createSignal,
  For,
  getOwner,
  type JSX,
  on,
  onCleanup,
  onMount,
  runWithOwner,
  Show,
  untrack,
} from 'solid-js';
import type { ToolDefinition, ToolOutput, ToolState, ToolView } from '#logic';
import { onFragment, readFragment, replaceFragment } from '#src/device/address.ts';
import { whenRested } from '#src/device/rested.ts';
import { notify } from '#src/device/notice.ts';
import { loadTool } from '#logic/tools/catalog.ts';
import { readState, writeState } from '#logic/tools/state.ts';
import { output } from '#logic/tools/output.ts';
import { Field } from '../fields/Field.tsx';
import { Actions } from './Actions.tsx';
import { Explanation } from './Explanation.tsx';
import { Output } from './Output.tsx';

export interface ToolProps {
  view: ToolView;
  /** on its own page and in a frame the state stands in the address; in a chapter the address belongs to headings */
  place: 'page' | 'embed' | 'chapter';
  /** path of the tool's own page, below the site's base */
  address: string;
}

/** What panels and tables get: the tool once it is loaded, what was typed, what came out, and how to change it. */
export interface ToolLive {
  view: ToolView;
  tool: () => ToolDefinition | undefined;
  state: ToolState;
  output: () => ToolOutput;
  setField: (key: string, value: string) => void;
  setRows: (rows: string[][]) => void;
  setState: (state: ToolState) => void;
}

/** Any tool: fields, results, explanation, reading and actions, from its view; `table` adds rows where it has them. */
export function ToolFrame(props: ToolProps & { table?: Component<{ live: ToolLive }> }): JSX.Element {
  const [tool, setTool] = createSignal<ToolDefinition>();
  const [state, setState] = createSignal<ToolState>(untrack(() => props.view.initial.state));
  const out = createMemo(() => {
    const loaded = tool();
    return loaded ? output(loaded, state()) : props.view.initial.output;
  });
  const live: ToolLive = {
    view: untrack(() => props.view),
    tool,
    get state() {
      return state();
    },
    output: out,
    setField: (key, value) => setState(({ fields, rows }) => ({ fields: { ...fields, [key]: value }, rows })),
    setRows: (rows) => setState(({ fields }) => ({ fields, rows })),
    setState: (next) => setState(next),
  };
  const mains = (): ToolView['results'] => props.view.results.filter((result) => result.main);
  const others = (): ToolView['results'] => props.view.results.filter((result) => !result.main);
  let form: HTMLFormElement | undefined;

  const owner = getOwner();
  const start = (loaded: ToolDefinition): void => {
    const typed = live.state;
    if (props.place !== 'chapter') runWithOwner(owner, () => listenToAddress(loaded, live));
    if (typed !== props.view.initial.state)
      live.setState(typedOver(live.state, typed, props.view.initial.state));
    setTool(loaded);
    if (form) form.dataset['ready'] = '';
  };
  onMount(async () => {
    if (form) setState(typedEarly(form, live));
    try {
      start(await loadTool(props.view.id));
    } catch {
      notify(`「${props.view.name}」没有加载出来，现在改数不会重算。请检查网络后刷新。`);
    }
  });

  const [said, setSaid] = createSignal('');
  const announce = whenRested(900, () => setSaid(spoken(live)));
  createEffect(on(out, () => tool() && announce(), { defer: true }));

  return (
    <form
      class="tool"
      data-tool={props.view.id}
      data-place={props.place}
      ref={form}
      onSubmit={(event) => event.preventDefault()}
      novalidate
    >
      <Show when={mains().length > 0}>
        <div class="tool-main">
          <For each={mains()}>{(result) => <Output result={result} shown={out().results[result.key]} />}</For>
        </div>
      </Show>
      <div class="tool-fields">
        <For each={props.view.fields}>
          {(field) => (
            <Field
              field={field}
              value={state().fields[field.key] ?? ''}
              error={out().errors[field.key]}
              onChange={(value) => live.setField(field.key, value)}
            />
          )}
        </For>
        <Show when={props.table}>{(Table) => Table()({ live })}</Show>
      </div>
      <div class="tool-results">
        <Show when={others().length > 0}>
          <div class="results">
            <For each={others()}>
              {(result) => <Output result={result} shown={out().results[result.key]} />}
            </For>
          </div>
        </Show>
        <For each={out().warnings}>{(warning) => <p class="remark tone-caution">{warning.text}</p>}</For>
        <For each={out().reading}>
          {(remark) => (
            <p class={`remark tone-${remark.tone}`}>
              {remark.text}
              <Show when={remark.source}>
                <small>{remark.source}</small>
              </Show>
            </p>
          )}
        </For>
      </div>
      <Explanation live={live} open={props.place === 'page'} />
      <Actions live={live} place={props.place} address={props.address} />
      <p class="sr-only" aria-live="polite">
        {said()}
      </p>
    </form>
  );
}

/** What a person typed so far, over what the address says: whatever differs from what the page came with is theirs. */
const typedOver = (state: ToolState, typed: ToolState, sent: ToolState): ToolState => ({
  fields: Object.fromEntries(
    Object.entries(state.fields).map(([key, value]) => {
      const own = typed.fields[key];
      return [key, own === undefined || own === sent.fields[key] ? value : own];
    }),
  ),
  rows: JSON.stringify(typed.rows) === JSON.stringify(sent.rows) ? state.rows : typed.rows,
});

/** What was typed before the tool came alive, read off the page at once: the first change would draw over it. */
function typedEarly(form: HTMLFormElement, { view, state }: ToolLive): ToolState {
  let changed = false;
  const read = (name: string, known = ''): string => {
    const value = (form.elements.namedItem(name) as HTMLInputElement | null)?.value ?? known;
    changed ||= value !== known;
    return value;
  };
  const typed = {
    fields: Object.fromEntries(Object.entries(state.fields).map(([key, known]) => [key, read(key, known)])),
    rows: state.rows.map((cells, row) =>
      (view.rows?.columns ?? []).map(({ key }, column) => read(`${key}.${row}`, cells[column])),
    ),
  };
  return changed ? typed : state;
}

function listenToAddress(tool: ToolDefinition, live: ToolLive): void {
  const take = (text: string): void => {
    const { state, found, notices } = readState(tool, text);
    if (found) live.setState(state);
    if (notices.length > 0) notify(notices.join(''));
  };
  take(readFragment((query) => readState(tool, query).found));
  let own = '';
  const write = whenRested(300, () => {
    own = writeState(tool, live.state);
    replaceFragment(own);
  });
  createEffect(on(() => live.state, write, { defer: true }));
  onCleanup(onFragment(() => location.hash.slice(1) !== own && take(location.hash)));
}

/** The main results as one sentence for a screen reader. */
const spoken = ({ view, output: out }: ToolLive): string =>
  view.results
    .filter((result) => result.main)
    .map(({ key, label }) => `${label} ${out().results[key]?.text ?? '—'}`)
    .join('，');
