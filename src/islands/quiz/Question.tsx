import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { Answer, Line } from '#logic/quiz/kind.ts';
import { keyLines, type View } from '#logic/quiz/plain.ts';
import type { SheetQuestion } from '#logic/quiz/sheet.ts';
import type { Item } from './createQuiz.ts';
import type { Faces } from './faces.tsx';
import type { Awake } from './QuizFrame.tsx';

const LEVELS = ['猜的', '有点', '很有'];

/** 对, 不对 or a part of it, in words. */
const verdict = (score: number): string =>
  score === 1 ? '对。' : score === 0 ? '不对。' : `对了一部分，得${Math.round(score * 100)}%。`;

export interface QuestionProps {
  question: SheetQuestion;
  number: number;
  awake: Awake;
  /** as the server showed it */
  first: { view: View; seed: string; raw: unknown; sure: number };
  faces: Faces;
  /** what 多选 says of its marking */
  rule: string;
  address: string;
}

/** One question: stem, what to answer with, answer and reasons to open. Once handed in they stand open, marked. */
export function Question(props: QuestionProps): JSX.Element {
  /* eslint-disable solid/reactivity -- a question stays the same question for good */
  const { question, number, awake, first, faces } = props;
  const { id, kind } = question;
  const face = faces[kind];
  /* eslint-enable solid/reactivity */
  const [missing, setMissing] = createSignal('');
  let said: HTMLParagraphElement | undefined;
  let key: HTMLDetailsElement | undefined;

  const item = (): Item | undefined => awake.live()?.item(id);
  const view = (): View => item()?.view() ?? first.view;
  const answer = (): Answer | undefined => (item() ? item()?.answer() : (first.raw as Answer | undefined));
  const sure = (): number | undefined => (item() ? item()?.confidence() : first.sure);
  const seed = (): string => item()?.seed() ?? first.seed;
  const done = (): boolean => Boolean(item()?.grade());
  const remark = (): string => {
    const graded = item()?.grade();
    if (!graded) return missing();
    // What was typed is hidden by now; what was chosen is marked among the lines.
    const typed =
      graded.score < 1 && (kind === 'numeric' || kind === 'fill')
        ? `你答的是「${answer() as string}」。`
        : '';
    return verdict(graded.score) + typed + graded.feedback;
  };
  // The server writes the key; here it stays as it stands until there is a state that may change it.
  const lines = (): readonly Line[] => item()?.lines() ?? (import.meta.env.SSR ? keyLines(first.view) : []);
  // Open or closed before it is handed in is the reader's affair.
  createEffect(on(done, (open) => key && (key.open = open), { defer: true }));

  const input = async (
    event: InputEvent & { currentTarget: HTMLFormElement; target: Element },
  ): Promise<void> => {
    // Read at once: by the time the rest is loaded the form may say something else.
    const data = new FormData(event.currentTarget);
    const isSure = event.target.getAttribute('name') === 'sure';
    setMissing('');
    const live = await awake.wake();
    if (isSure) live?.setConfidence(id, Number(data.get('sure')));
    else if (face && !face.step) live?.answer(id, face.read(data));
  };
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const live = await awake.wake();
    if (!live) return;
    const before = answer();
    if (face?.step) live.answer(id, face.read(data, before));
    const problem = await live.handIn(id);
    if (done()) return said?.focus();
    setMissing(answer() === before ? problem : '');
    awake.say(missing());
  };

  return (
    <li class="q" id={id}>
      {/* Before the script arrives a form of a dialog goes nowhere: pressing Enter loses nothing. */}
      <form method="dialog" onInput={input} onSubmit={submit}>
        <fieldset>
          <legend>
            <b>{number}</b>
            <span>{view().stem + (kind === 'multiple' ? `（多选：${props.rule}）` : '')}</span>
          </legend>
          <div
            hidden={done()}
            onFocusIn={() => void awake.wake().then((live) => kind === 'numeric' && live?.warm())}
          >
            {face?.show({
              get view() {
                return view();
              },
              get answer() {
                return answer();
              },
              set: (moved) => awake.live()?.answer(id, moved),
              say: awake.say,
            })}
          </div>
        </fieldset>
        <p class="q-said" tabindex="-1" data-score={item()?.grade()?.score} ref={said}>
          {remark()}
        </p>
        <div class="q-do needs-js" hidden={done()}>
          <fieldset>
            <legend>把握</legend>
            <For each={LEVELS}>
              {(level, index) => (
                <label>
                  <input type="radio" name="sure" value={index() + 1} checked={sure() === index() + 1} />
                  <span>{level}</span>
                </label>
              )}
            </For>
          </fieldset>
          <button class="button button-main">{face?.step ?? '提交'}</button>
        </div>
      </form>
      <details ref={key}>
        <summary>答案和理由</summary>
        <ul>
          <For each={lines()}>
            {({ text, reason, mark, tone, note }) => (
              <li class={`tone-${tone}`}>
                <b>{mark}</b>
                <span>{text}</span>
                <em>{note}</em>
                <p>{reason}</p>
              </li>
            )}
          </For>
        </ul>
        <p>{`解析：${view().explain}`}</p>
        <a href={question.href}>{`看原文：${question.see}`}</a>
      </details>
      <p class="q-more">
        <span>{`编号${seed()}`}</span>
        <Show when={kind === 'numeric'}>
          <button
            type="button"
            class="needs-js"
            onClick={() => void awake.wake().then((live) => live?.redraw(id))}
          >
            换一组数
          </button>
        </Show>
        <a
          data-share={`自测第${number}题`}
          href={`${props.address}${kind === 'numeric' ? `?seed=${seed()}` : ''}#${id}`}
        >
          复制链接
        </a>
        <button
          type="button"
          class="needs-js"
          onClick={() => void awake.wake().then((live) => live?.report(id))}
        >
          报错
        </button>
      </p>
    </li>
  );
}
