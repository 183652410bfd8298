import { type Accessor, createSignal, For, getOwner, type JSX, onMount, runWithOwner, Show } from 'solid-js';
import { isServer } from 'solid-js/web';
import { notify } from '#src/device/notice.ts';
import { kept } from '#src/device/store.ts';
import type { NumericView } from '#logic/quiz/numeric-view.ts';
import type { View } from '#logic/quiz/plain.ts';
import type { Sheet, SheetQuestion } from '#logic/quiz/sheet.ts';
import type { QuizLive } from './createQuiz.ts';
import type { Faces } from './faces.tsx';
import type * as liveModule from './live.tsx';
import { Question } from './Question.tsx';
import { type Forms, readForms } from './forms.ts';

export interface QuizProps {
  quiz: Sheet;
  /** where each question can be linked to: the practice page of the chapter */
  address: string;
}
/** A quiz that sleeps until it is touched: what it does then, and the state it has from then on. */
export interface Awake {
  live: Accessor<QuizLive | undefined>;
  /** undefined when the rest of the program could not be fetched; that is said */
  wake: () => Promise<QuizLive | undefined>;
  say: (text: string) => void;
}

/** The questions of a chapter, each answered on its own. Without JavaScript: all of them, with answers and reasons to open. */
export function QuizFrame(props: QuizProps, faces: Faces): JSX.Element {
  const sheet = props.quiz;
  const [live, setLive] = createSignal<QuizLive>();
  const [parts, setParts] = createSignal<typeof liveModule>();
  const [said, say] = createSignal('');
  const owner = getOwner();
  const record = kept<unknown>({
    key: `quiz:${sheet.id}`,
    version: 1,
    check: (data) => data,
    empty: () => undefined,
  });
  // What was chosen before the script came must survive the rendering that takes the page over.
  const typed: Forms = isServer ? {} : readForms(sheet, faces);
  let root: HTMLElement | undefined;

  async function start(): Promise<QuizLive | undefined> {
    try {
      const loaded = await import('./live.tsx');
      const quiz = await runWithOwner(owner, () => loaded.createQuiz(sheet, record, readForms(sheet, faces)));
      setLive(quiz);
      setParts(loaded);
      return quiz;
    } catch {
      starting = undefined;
      notify('练习没有加载出来，检查一下网络再试。选好的都还在。');
      return undefined;
    }
  }
  let starting: Promise<QuizLive | undefined> | undefined;
  const awake: Awake = { live, wake: () => (starting ??= start()), say };

  onMount(() => {
    // A link to a question may carry the seed of its numbers.
    const seed = new URLSearchParams(location.search).get('seed');
    if (seed) void awake.wake().then((quiz) => quiz?.redraw(location.hash.slice(1), seed));
    else if (record.read() !== undefined) void awake.wake();
  });

  const questions = (): readonly SheetQuestion[] =>
    live()
      ?.items()
      .map(({ question }) => question) ?? sheet.questions;
  const first = (question: SheetQuestion): View =>
    question.kind === 'numeric' ? (sheet.drawn[question.id] as NumericView) : question;

  return (
    <section
      class="quiz"
      aria-label="自测题"
      tabindex="-1"
      ref={root}
      onPointerDown={() => void awake.wake()}
    >
      <p class="quiz-progress">
        <span role="status">
          <span>{parts()?.progress(live() as QuizLive) ?? `${sheet.questions.length}题`}</span>
          <span class="sr-only">{said()}</span>
        </span>
      </p>
      <ol>
        <For each={questions()}>
          {(question) => (
            <Question
              question={question}
              number={sheet.questions.indexOf(question) + 1}
              awake={awake}
              first={{
                view: first(question),
                seed: sheet.seed,
                raw: undefined,
                sure: 0,
                ...typed[question.id],
              }}
              faces={faces}
              rule={sheet.ruleText}
              address={props.address}
            />
          )}
        </For>
      </ol>
      <Show when={parts()}>
        {(loaded) => loaded().Result({ live: live() as QuizLive, top: () => root?.focus() })}
      </Show>
    </section>
  );
}
