import { For, type JSX, Show } from 'solid-js';
import { isDone } from '#logic/quiz/attempt.ts';
import { type Item, pointsOf, type QuizLive } from './createQuiz.ts';

export { createQuiz } from './createQuiz.ts';

const answered = ({ items }: QuizLive): Item[] => items().filter(({ grade }) => grade());
const wrong = (live: QuizLive): Item[] => answered(live).filter(({ grade }) => grade()?.score !== 1);
const links = (items: readonly Item[]): JSX.Element => (
  <For each={items}>{({ question, number }) => <a href={`#${question.id}`}>{`第${number}题`}</a>}</For>
);

/** 4题，已答2，对1 */
export function progress(live: QuizLive): string {
  const count = answered(live).length;
  return `${live.items().length}题${count > 0 ? `，已答${count}，对${count - wrong(live).length}` : ''}`;
}

/** What stands below the questions: where to go on, or how it went and what to do next. */
export function Result(props: { live: QuizLive; top: () => void }): JSX.Element {
  const done = (): boolean => isDone(props.live.attempt());
  const scores = (): string => {
    const { latest, best } = props.live.attempt();
    const whole = best === undefined ? '' : `（整章最近${latest}分，最好${best}分）`;
    return `这一遍${pointsOf(props.live.items())}分${whole}。`;
  };
  const sureButWrong = (): Item[] => wrong(props.live).filter(({ confidence }) => confidence() === 3);
  const waiting = (): Item[] =>
    props.live.items().slice(props.live.attempt().at, props.live.attempt().at + 1);
  const again = async (ids?: readonly string[]): Promise<void> => {
    await props.live.again(ids);
    props.top();
  };
  return (
    <Show when={answered(props.live).length > 0}>
      <div class="quiz-end">
        <Show when={done()} fallback={<p>接着做：{links(waiting())}</p>}>
          <p>{scores()}</p>
          <Show when={sureButWrong().length > 0}>
            <p>很有把握却没答对，先看：{links(sureButWrong())}</p>
          </Show>
        </Show>
        <Show when={wrong(props.live).length > 0}>
          <button
            type="button"
            class="button"
            onClick={() => void again(wrong(props.live).map(({ question }) => question.id))}
          >
            只练错题
          </button>
        </Show>
        <button type="button" class="button" onClick={() => void again()}>
          再来一遍
        </button>
      </div>
    </Show>
  );
}
