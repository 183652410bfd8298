import { createMemo, createSignal, createUniqueId, For, type JSX, Show, untrack } from 'solid-js';
import { isNumber } from '#logic/tools/define.ts';
import { solve, type Solution } from '#logic/tools/solve.ts';
import { parseTyped } from '#logic/number/typing.ts';
import { notify } from '#src/device/notice.ts';
import type { ToolLive } from '../ToolFrame.tsx';
import { numberResults, ResultSelect } from './ResultSelect.tsx';

type Answered = Extract<Solution, { answers: unknown }>;

/** 反推: a target for a result, and the input to solve for. */
export default function Solve(props: { live: ToolLive }): JSX.Element {
  const id = createUniqueId();
  const tool = untrack(() => props.live.tool());
  const results = numberResults(tool);
  const inputs = Object.entries(tool?.inputs ?? {}).filter(([, input]) => isNumber(input));
  const [result, setResult] = createSignal(tool?.solve?.result ?? results[0]?.[0] ?? '');
  const [input, setInput] = createSignal(tool?.solve?.input ?? inputs[0]?.[0] ?? '');
  const [typed, setTyped] = createSignal('');
  const unit = (): string => tool?.results[result()]?.unit ?? 'number';
  const answer = createMemo((): Solution | { kind: 'wait'; says: string } => {
    const wanted = tool?.results[result()];
    if (!tool || !wanted) return { kind: 'wait', says: '' };
    const target = parseTyped(typed(), { unit: wanted.unit, signed: true });
    if (target.state === 'empty') return { kind: 'wait', says: '填上目标，就告诉你要做到多少。' };
    if (target.state === 'error') return { kind: 'wait', says: target.says };
    return solve(tool, props.live.state, result(), input(), target.value);
  });
  const answered = (): Answered | undefined => {
    const now = answer();
    return 'answers' in now ? now : undefined;
  };
  const use = (value: string): void => {
    const key = input();
    const before = props.live.state.fields[key] ?? '';
    props.live.setField(key, value);
    notify('已填进上面的表里。', { label: '撤销', run: () => props.live.setField(key, before) });
  };
  return (
    <>
      <p class="panel-lead">定一个目标，反过来看其中一个数要做到多少，其余的不变。</p>
      <div class="panel-fields">
        <ResultSelect
          id={`${id}-result`}
          label="想让哪个结果"
          results={results}
          value={result()}
          onChange={setResult}
        />
        <div class="field">
          <label for={`${id}-target`}>
            做到多少{unit() === 'percent' ? '（%）' : unit() === 'money' ? '（元）' : ''}
          </label>
          <input
            id={`${id}-target`}
            inputmode="decimal"
            autocomplete="off"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-input`}>靠改哪个数</label>
          <select id={`${id}-input`} onInput={(event) => setInput(event.currentTarget.value)}>
            <For each={inputs}>
              {([key, { label }]) => (
                <option value={key} selected={key === input()}>
                  {label}
                </option>
              )}
            </For>
          </select>
        </div>
      </div>
      <div aria-live="polite">
        <Show when={answered()} fallback={<p class="remark">{(answer() as { says: string }).says}</p>}>
          {(solution) => (
            <Answers solution={solution()} label={tool?.inputs[input()]?.label ?? ''} use={use} />
          )}
        </Show>
      </div>
    </>
  );
}

function Answers(props: { solution: Answered; label: string; use: (typed: string) => void }): JSX.Element {
  return (
    <>
      <Show when={props.solution.kind === 'nearest' && props.solution}>
        {(near) => <p class="remark tone-caution">{(near() as { says: string }).says}</p>}
      </Show>
      <Show when={props.solution.kind === 'found' && props.solution}>
        {(found) => (
          <Show when={found().answers.length > 1 || found().more}>
            <p class="remark tone-caution">
              {found().more ? '答案还有别的，离现在的数近的是：' : '不止一个答案，都能做到：'}
            </p>
          </Show>
        )}
      </Show>
      <For each={props.solution.answers}>
        {(found) => (
          <p class="answer">
            <span>
              「{props.label}」做到 <b>{found.text}</b>
              {found.range && '都行'}
              <Show when={props.solution.kind === 'nearest'}>，结果是{found.gives}</Show>
            </span>
            <button type="button" class="button" onClick={() => props.use(found.typed)}>
              填进去
            </button>
          </p>
        )}
      </For>
    </>
  );
}
