import {
  createMemo,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js';
import {
  type ChecklistItem,
  type ChecklistRun,
  type ChecklistTemplate,
  currentRun,
  keepRun,
  mark,
  type Mark,
  missing,
  newRun,
  progress,
} from '#logic/playbook/checklist.ts';
import { checklistRuns, today } from '#src/device/checklist-runs.ts';
import { copy } from '#src/device/clipboard.ts';
import { notify } from '#src/device/notice.ts';

export interface ItemView extends ChecklistItem {
  hint?: string;
  /** address and name of a tool or chapter to open */
  tool?: { address: string; name: string };
  read?: { address: string; name: string };
}
export interface ChecklistProps {
  template: Omit<ChecklistTemplate, 'sections'> & { sections: { title: string; items: ItemView[] }[] };
}

/** What a kept run needs of the template: addresses belong to the page of the day. */
function bare(template: ChecklistProps['template']): ChecklistTemplate {
  return {
    ...template,
    sections: template.sections.map(({ title, items }) => ({
      title,
      items: items.map(({ id, text, must, weight, value, chapter }) => ({
        id,
        text,
        must,
        ...(weight !== undefined && { weight }),
        ...(value && { value }),
        ...(chapter && { chapter }),
      })),
    })),
  };
}

const loadReport = () => import('#logic/playbook/report.ts');

/** Writing the report needs the arithmetic of numbers, which nobody waits for before it is asked for. */
async function copyReport(run: ChecklistRun, said: string): Promise<void> {
  try {
    const { report } = await loadReport();
    await copy(report(run), said);
  } catch {
    notify('日报没有生成出来，请检查网络后再点一次。');
  }
}

/** What was ticked and noted before the list came alive, item by item; the page is sent with everything empty. */
const markedEarly = (form: HTMLFormElement): [item: string, what: Mark][] =>
  [...form.querySelectorAll('li[id]')].flatMap((item): [string, Mark][] => {
    const noted = [...item.querySelectorAll<HTMLInputElement>('input[name]')]
      .map(({ name, type, checked, value }) => [name, type === 'checkbox' ? checked : value] as const)
      .filter(([, what]) => Boolean(what));
    return noted.length > 0 ? [[item.id, Object.fromEntries(noted)]] : [];
  });

/** A checklist to run: marks stay on the device, a run keeps the template it began with. */
export default function Checklist(props: ChecklistProps): JSX.Element {
  // The server's list and the first one on the device are the untouched template, so that both are the same.
  const [run, setRun] = createSignal<ChecklistRun>(untrack(() => newRun(bare(props.template), '')));
  const [ready, setReady] = createSignal(false);
  const state = createMemo(() => progress(run()));
  const views = createMemo(
    () => new Map(props.template.sections.flatMap(({ items }) => items.map((item) => [item.id, item]))),
  );
  const past = createMemo(() =>
    ready()
      ? checklistRuns.read().filter((r) => r.checklist === props.template.id && r.date !== run().date)
      : [],
  );
  const open = (): void => {
    setRun(currentRun(checklistRuns.read(), bare(props.template), today()));
    setReady(true);
  };
  let form: HTMLFormElement | undefined;
  onMount(() => {
    const early = form ? markedEarly(form) : [];
    open();
    for (const [item, what] of early) change(item, what);
    onCleanup(checklistRuns.watch(open));
  });
  const keep = (next: ChecklistRun): void => {
    // Ahead of the click: Safari lets a page copy only while a click is being handled.
    void loadReport().catch(() => undefined);
    setRun(next);
    checklistRuns.write(keepRun(checklistRuns.read(), next));
  };
  const change = (item: string, what: Mark): void => keep(mark(run(), item, what));
  const clear = (): void => {
    const before = run();
    keep(newRun(bare(props.template), today()));
    notify('已清空今天的勾。', { label: '撤销', run: () => keep(before) });
  };
  const finish = (): void => {
    const left = missing(run());
    if (left.length > 0) {
      notify(
        `还有${left.length}项必做没做：${left
          .map(({ text }) => text)
          .slice(0, 2)
          .join('；')}${left.length > 2 ? '……' : ''}`,
      );
      form?.querySelector<HTMLElement>(`#${CSS.escape(left[0]?.id ?? '')} input`)?.focus();
      return;
    }
    keep({ ...run(), finished: true });
    notify('完成了，可以复制日报。');
  };
  return (
    <form
      class="checklist"
      autocomplete="off"
      ref={form}
      data-ready={ready() ? '' : undefined}
      onSubmit={(event) => event.preventDefault()}
    >
      <p class="checklist-state" aria-live="polite">
        <b>{state().done}</b> / {state().total - state().skipped}项
        <Show when={state().score !== undefined}>
          ，得分 <b>{state().score}</b>
        </Show>
        <Show when={run().date}>
          <time>{run().date}</time>
        </Show>
        <Show when={run().finished}>，已完成</Show>
        <Show when={run().version !== props.template.version}>，用的是第{run().version}版的条目</Show>
      </p>
      <For each={run().template.sections}>
        {(section) => (
          <fieldset>
            <legend>{section.title}</legend>
            <ul>
              <For each={section.items}>
                {(item) => (
                  <Item
                    item={item}
                    view={views().get(item.id)}
                    mark={run().marks[item.id]}
                    change={(what) => change(item.id, what)}
                  />
                )}
              </For>
            </ul>
          </fieldset>
        )}
      </For>
      <Show when={state().gaps.length > 0 && state().done > 0}>
        <div class="gaps">
          <p>先补这几处：</p>
          <ul>
            <For each={state().gaps}>
              {(gap) => (
                <li>
                  {gap.text}
                  <Show when={views().get(gap.id)?.read}>
                    {(read) => <a href={read().address}>看「{read().name}」</a>}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <div class="actions needs-js">
        <button
          type="button"
          class="button button-main"
          onClick={() => void copyReport(run(), '日报已复制，可以粘到群里。')}
        >
          复制日报
        </button>
        <button type="button" class="button" onClick={finish}>
          完成
        </button>
        <button type="button" class="button" onClick={clear}>
          清空
        </button>
        <button type="button" class="button" onClick={() => print()}>
          打印
        </button>
      </div>
      <Show when={past().length > 0}>
        <details class="past">
          <summary>以前的{past().length}次</summary>
          <ul>
            <For each={past()}>
              {(old) => (
                <li>
                  {old.date}：{progress(old).done} / {progress(old).total}项
                  <button
                    type="button"
                    class="button"
                    onClick={() => void copyReport(old, '那天的日报已复制。')}
                  >
                    复制日报
                  </button>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </form>
  );
}

function Item(props: {
  item: ChecklistItem;
  view: ItemView | undefined;
  mark: Mark | undefined;
  change: (what: Mark) => void;
}): JSX.Element {
  const id = createUniqueId();
  const [skipping, setSkipping] = createSignal(false);
  return (
    <li id={props.item.id} classList={{ skipped: Boolean(props.mark?.skip) }}>
      <label class="check">
        <input
          type="checkbox"
          name="done"
          checked={Boolean(props.mark?.done)}
          onChange={(event) => props.change({ done: event.currentTarget.checked })}
        />
        <span>
          {props.item.text}
          <Show when={props.item.must}>
            <em class="must">必做</em>
          </Show>
          <Show when={props.item.weight}>
            <small class="weight">{props.item.weight}分</small>
          </Show>
        </span>
      </label>
      <Show when={props.view?.hint}>
        <p class="help">{props.view?.hint}</p>
      </Show>
      <div class="item-more">
        <Show when={props.item.value}>
          {(value) => (
            <span class="item-value">
              <label for={`${id}-value`}>{value().label}</label>
              <input
                id={`${id}-value`}
                name="value"
                inputmode="decimal"
                autocomplete="off"
                value={props.mark?.value ?? ''}
                onChange={(event) => props.change({ value: event.currentTarget.value })}
              />
            </span>
          )}
        </Show>
        <Show when={props.view?.tool}>{(tool) => <a href={tool().address}>打开「{tool().name}」</a>}</Show>
        <Show when={props.view?.read}>{(read) => <a href={read().address}>怎么做</a>}</Show>
        <details class="item-note needs-js">
          <summary>备注、不适用</summary>
          <label for={`${id}-note`}>备注</label>
          <input
            id={`${id}-note`}
            name="note"
            autocomplete="off"
            value={props.mark?.note ?? ''}
            onChange={(event) => props.change({ note: event.currentTarget.value })}
          />
          <label for={`${id}-skip`}>今天不适用，因为</label>
          <input
            id={`${id}-skip`}
            name="skip"
            autocomplete="off"
            value={props.mark?.skip ?? ''}
            placeholder="写了原因才算，清空就恢复"
            onFocus={() => setSkipping(true)}
            aria-describedby={skipping() ? `${id}-skip-help` : undefined}
            onChange={(event) => props.change({ skip: event.currentTarget.value.trim() })}
          />
          <Show when={skipping()}>
            <p class="help" id={`${id}-skip-help`}>
              不适用的条目不计进完成数，也不扣分。
            </p>
          </Show>
        </details>
      </div>
    </li>
  );
}
