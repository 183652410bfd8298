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
import type { Carry, Definition, ToolDefinition, ToolOutput, ToolState, ToolView } from '#logic';
import { onFragment } from '#src/device/address.ts';
import { whenRested } from '#src/device/rested.ts';
import { notify } from '#src/device/notice.ts';
import { carried } from '#logic/tools/carry.ts';
import { toolCalled, viewCalled } from '#logic/tools/definitions.ts';
import { withField } from '#logic/tools/state.ts';
import { output } from '#logic/tools/output.ts';
import { Field } from '../fields/Field.tsx';
import { Later } from './Later.tsx';
import { Output } from './Output.tsx';

export interface ToolProps {
  view: ToolView;
  /** on its own page and in a frame the state stands in the address; in a chapter the address belongs to headings */
  place: 'page' | 'embed' | 'chapter';
  /** path of the tool's own page, below the site's base */
  address: string;
  /** name of the file with its definition, beside this script's own; absent in development */
  code?: string;
  /** other tools this one's figures can be carried into */
  carries?: readonly (Carry & { name: string; address: string })[];
}

/** What panels and tables get: the tool once it is loaded, what was typed, what came out, and how to change it. */
export interface ToolLive {
  view: ToolView;
  place: ToolProps['place'];
  /** path of the tool's own page */
  address: string;
  tool: () => ToolDefinition | undefined;
  /** fetches the tool if nobody has; afterwards it is there, or a notice has said that it cannot be had */
  load: () => Promise<void>;
  state: ToolState;
  output: () => ToolOutput;
  setField: (key: string, value: string) => void;
  setRows: (rows: string[][]) => void;
  setState: (state: ToolState) => void;
}

type Part = Component<{ live: ToolLive }>;

/** What only some tools have. */
export interface Parts {
  table?: Part;
  findings?: Part;
  /** calls `load` when the definition is wanted, where that is not at once */
  wait?: (form: HTMLFormElement, load: () => void) => void;
}

/** Any tool: fields, results, explanation, reading and actions, from its view. */
export function ToolFrame(
  props: ToolProps,
  { table: Table, findings: Found, wait }: Parts = {},
): JSX.Element {
  const { view: sent, place, address, carries } = untrack(() => ({ ...props }));
  const { id, name, definitions, drawn, initial } = sent;
  const [loaded, setLoaded] = createSignal<ToolDefinition>();
  const [chosen, setChosen] = createSignal(0);
  const definition = (): Definition | undefined => definitions?.[chosen()];
  const view = createMemo(() => viewCalled(sent, definition()));
  const tool = createMemo(() => {
    const [own, called] = [loaded(), definition()];
    return own && called ? toolCalled(own, called) : own;
  });
  const [state, setState] = createSignal<ToolState>(initial.state);
  const out = createMemo(() => {
    const own = tool();
    return own ? output(own, state()) : initial.output;
  });
  const live: ToolLive = {
    get view() {
      return view();
    },
    place,
    address,
    tool,
    load: () => (loading ??= begin().catch(fail)),
    get state() {
      return state();
    },
    output: out,
    setField: (key, value) => setState((now) => withField(loaded()?.inputs ?? {}, now, key, value)),
    setRows: (rows) => setState(({ fields }) => ({ fields, rows })),
    setState: (next) => setState(next),
  };
  const Results = (shown: { main: boolean }): JSX.Element => (
    <For each={view().results.filter(({ main }) => Boolean(main) === shown.main)}>
      {(result) => <Output result={result} shown={out().results[result.key]} />}
    </For>
  );
  const hasDrawing = drawn && place !== 'chapter';
  let form: HTMLFormElement | undefined;

  const owner = getOwner();
  let loading: Promise<void> | undefined;
  const begin = async (): Promise<void> => {
    kept ||= Boolean(location.hash || location.search);
    const [definition, address] = await Promise.all([
      definitionOf(props),
      place !== 'chapter' && kept && import('./keepState.ts'),
    ]);
    const typed = live.state;
    if (address) runWithOwner(owner, () => address.keepState(definition, live));
    if (typed !== initial.state) live.setState(typedOver(live.state, typed, initial.state));
    setLoaded(definition);
    if (form) form.dataset['ready'] = '';
  };
  const fail = (): void => {
    loading = undefined;
    notify(`「${name}」没有加载出来，现在改数不会重算。请检查网络后刷新。`);
  };
  // Most addresses hold no state: what reads and writes it comes with the first change.
  let kept = place === 'chapter';
  const keep = async (): Promise<void> => {
    const definition = loaded();
    if (kept || !definition || (state() === initial.state && !location.hash)) return;
    kept = true;
    try {
      const { keepState } = await import('./keepState.ts');
      runWithOwner(owner, () => keepState(definition, live));
    } catch {
      kept = false;
    }
  };
  createEffect(on([state, loaded], () => void keep(), { defer: true }));
  onMount(() => {
    if (!form) return;
    setState(typedEarly(form, live));
    onCleanup(onFragment(() => void keep()));
    const load = (): void => void live.load();
    if (wait) wait(form, load);
    else load();
  });

  const [said, setSaid] = createSignal('');
  const announce = whenRested(900, () => setSaid(spoken(live)));
  createEffect(on(out, () => tool() && announce(), { defer: true }));

  return (
    <form
      class="tool"
      data-tool={id}
      data-place={place}
      ref={form}
      onSubmit={(event) => event.preventDefault()}
      novalidate
    >
      <div class="tool-main">
        <Results main={true} />
      </div>
      {definitions && (
        <fieldset class="definitions needs-js">
          <legend class="sr-only">按哪个口径看</legend>
          <For each={definitions}>
            {({ name }, index) => (
              <label>
                <input
                  type="radio"
                  name="definition"
                  checked={index() === chosen()}
                  onChange={() => setChosen(index())}
                />
                {name}
              </label>
            )}
          </For>
          <p class="help">{definition()?.says}</p>
        </fieldset>
      )}
      <div class="tool-fields">
        <For each={view().fields}>
          {(field) => (
            <Field
              field={field}
              value={state().fields[field.key] ?? ''}
              error={out().errors[field.key]}
              onChange={(value) => live.setField(field.key, value)}
            />
          )}
        </For>
        {Table && <Table live={live} />}
      </div>
      <div class="tool-results">
        {Found && <Found live={live} />}
        <div class="results">
          <Results main={false} />
        </div>
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
        {hasDrawing && (
          <Later live={live} until="changed" part="drawing" load={() => import('./Drawing.tsx')} />
        )}
        {carries && (
          <p class="links-row">
            带着这些数接着算：
            <For each={carries}>
              {(carry) => <a href={`${carry.address}#${carried(carry, state(), out())}`}>{carry.name}</a>}
            </For>
          </p>
        )}
      </div>
      <Later live={live} until="changed" part="explanation" load={() => import('./Explanation.tsx')} />
      <Later live={live} until="seen" part="actions" load={() => import('./Actions.tsx')} />
      <p class="sr-only" aria-live="polite">
        {said()}
      </p>
    </form>
  );
}

/** The definition, from the file the page names: a list of all would cost every page 1 KB. */
async function definitionOf({ view, code }: ToolProps): Promise<ToolDefinition> {
  if (!code) return (await import('#logic/tools/catalog.ts')).loadTool(view.id);
  return ((await import(/* @vite-ignore */ `./${code}`)) as { default: ToolDefinition }).default;
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

/** The main results as one sentence for a screen reader. */
const spoken = ({ view, output: out }: ToolLive): string =>
  view.results
    .filter((result) => result.main)
    .map(({ key, label }) => `${label} ${out().results[key]?.text ?? '—'}`)
    .join('，');
