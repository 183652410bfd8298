import { For, type JSX } from 'solid-js';
import type { MatchView } from '#logic/quiz/match.ts';
import type { OrderView } from '#logic/quiz/order.ts';
import { exchanges, type ScenarioView } from '#logic/quiz/scenario.ts';
import { keyOf } from '#logic/quiz/seed.ts';
import { type Face, type FaceProps, FACES, type Faces } from './faces.tsx';

/** Steps to put in order, with buttons: they work by keyboard, by switch and on any phone. */
function Order(props: FaceProps<OrderView, readonly string[]>): JSX.Element {
  const ids = (): readonly string[] => props.answer ?? props.view.shown;
  const text = (id: string): string => props.view.items.find((item) => item.id === id)?.text ?? '';
  const move = (button: HTMLButtonElement, id: string, by: number): void => {
    const to = ids().indexOf(id) + by;
    if (to < 0 || to >= ids().length) return;
    const moved = ids().filter((each) => each !== id);
    moved.splice(to, 0, id);
    props.set(moved);
    // Moving an element in the page takes the focus from it.
    button.focus();
    props.say(`「${text(id)}」现在是第${to + 1}`);
  };
  return (
    <ol class="q-order">
      <For each={ids()}>
        {(id, index) => (
          <li>
            <span>{text(id)}</span>
            <span class="q-moves needs-js">
              <For each={[-1, 1]}>
                {(by) => (
                  <button
                    type="button"
                    class="button"
                    aria-label={`${by < 0 ? '上移' : '下移'}：${text(id)}`}
                    aria-disabled={index() + by < 0 || index() + by >= ids().length}
                    onClick={(event) => move(event.currentTarget, id, by)}
                  >
                    {by < 0 ? '上移' : '下移'}
                  </button>
                )}
              </For>
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}

/** Left sides, each with a list of right sides to choose from. */
const Match = (props: FaceProps<MatchView, Readonly<Record<string, string>>>): JSX.Element => (
  <For each={props.view.pairs}>
    {({ id, left }) => (
      <label class="q-pair">
        <span>{left}</span>
        <select name={id}>
          <For each={[{ key: '', text: '请选择' }, ...props.view.choices]}>
            {({ key, text }) => (
              <option value={key} selected={(props.answer?.[id] ?? '') === key}>
                {text}
              </option>
            )}
          </For>
        </select>
      </label>
    )}
  </For>
);

/** A conversation so far, and the replies there are to what the customer said last. */
function Scenario(props: FaceProps<ScenarioView, readonly string[]>): JSX.Element {
  const done = (): ReturnType<typeof exchanges> => exchanges(props.view, props.answer ?? []);
  const said = (): string[] =>
    done().flatMap(({ says, reply }) => [`顾客：${says}`, ...(reply ? [`你：${reply.text}`] : [])]);
  return (
    <>
      <div class="q-dialog" role="log">
        <For each={said()}>{(line) => <p>{line}</p>}</For>
      </div>
      <For each={done().at(-1)?.replies}>
        {({ text }) => (
          // The choice is the browser's until it is sent: nothing here may undo one made before the script came.
          <label class="q-option">
            <input name="a" type="radio" value={keyOf(text)} />
            <span>{text}</span>
          </label>
        )}
      </For>
    </>
  );
}

const order: Face<OrderView, readonly string[]> = {
  show: Order,
  read: () => undefined,
};
const match: Face<MatchView, Readonly<Record<string, string>>> = {
  show: Match,
  read: (form) => Object.fromEntries([...form].filter(([name]) => name !== 'sure')),
};
const scenario: Face<ScenarioView, readonly string[]> = {
  show: Scenario,
  read: (form, path = []) => (form.has('a') ? [...path, form.get('a')] : path),
  step: '回复',
};

/** The faces of logic/quiz/rich.ts, and of 计算. */
export const RICH_FACES = { ...FACES, order, match, scenario } satisfies Faces;
