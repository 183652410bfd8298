import { createMemo, createSignal, createUniqueId, For, type JSX, onMount, Show } from 'solid-js';
import {
  alike,
  type Answers,
  choose,
  type ChoiceQuestion,
  type ChoiceRule,
  choiceText,
  type ChoiceWords,
  unanswered,
  type Verdict,
} from '#logic/playbook/platform-choice.ts';
import { copy } from '#src/device/clipboard.ts';

interface Link {
  address: string;
  name: string;
}
/** A rule with what it leads to. */
type RuleView = ChoiceRule & { links: Link[] };
export interface ChooseProps {
  platforms: { id: string; label: string; read?: Link }[];
  questions: ChoiceQuestion[];
  rules: RuleView[];
  words: ChoiceWords;
}

/** Six questions, and which platform the rules would begin with, with every rule that fired. Nothing is kept. */
export default function Choose(props: ChooseProps): JSX.Element {
  const id = createUniqueId();
  const [answers, setAnswers] = createSignal<Answers>({});
  let form: HTMLFormElement | undefined;
  const nameOf = (platform: string): string =>
    props.platforms.find((one) => one.id === platform)?.label ?? platform;
  const left = createMemo(() => unanswered(props.questions, answers()));
  const choice = createMemo(() =>
    choose(
      props.rules,
      props.platforms.map((platform) => platform.id),
      answers(),
    ),
  );
  onMount(() => {
    const early = [...(form?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])];
    if (early.length > 0) setAnswers(Object.fromEntries(early.map(({ name, value }) => [name, value])));
  });
  const restart = (): void => {
    setAnswers({});
    form?.querySelector('input')?.focus();
  };
  const copyResult = (): void =>
    void copy(
      choiceText(choice(), answers(), props.questions, nameOf, props.words),
      '结果已复制，可以粘到别处。',
    );
  return (
    <form class="choose needs-js" autocomplete="off" ref={form} onSubmit={(event) => event.preventDefault()}>
      <div class="choose-questions">
        <For each={props.questions}>
          {(question, index) => (
            <fieldset>
              <legend>
                {index() + 1}. {question.ask}
              </legend>
              <For each={question.options}>
                {(option) => (
                  <label class="check">
                    <input
                      type="radio"
                      name={question.id}
                      value={option.id}
                      checked={answers()[question.id] === option.id}
                      onChange={() => setAnswers({ ...answers(), [question.id]: option.id })}
                    />
                    <span>{option.label}</span>
                  </label>
                )}
              </For>
            </fieldset>
          )}
        </For>
      </div>
      <div class="choose-result">
        <p class="choose-state" aria-live="polite" id={id}>
          <Show
            when={left().length === 0}
            fallback={`答了${props.questions.length - left().length}题，还有${left().length}题：${left()
              .map(({ short }) => short)
              .join('、')}。答完就有结果，答过的随时能改。`}
          >
            <Show when={choice().suggested[0]} fallback={props.words.none.text}>
              {(first) => (
                <>
                  先看 <b>{nameOf(first().platform)}</b>
                  <Show when={choice().suggested.length > 1}>
                    ，再看
                    {choice()
                      .suggested.slice(1)
                      .map(({ platform }) => nameOf(platform))
                      .join('、')}
                  </Show>
                  。
                </>
              )}
            </Show>
          </Show>
        </p>
        <Show when={left().length === 0}>
          <Show when={choice().tied}>
            <p>{props.words.tie}</p>
          </Show>
          <For
            each={choice().suggested}
            fallback={
              <ol>
                <For each={props.words.none.steps}>{(step) => <li>{step}</li>}</For>
              </ol>
            }
          >
            {(verdict) => (
              <section>
                <h3>{nameOf(verdict.platform)}</h3>
                <Reasons verdict={verdict} />
                <Show when={props.platforms.find((one) => one.id === verdict.platform)?.read}>
                  {(read) => (
                    <p class="links-inline">
                      细讲：<a href={read().address}>{read().name}</a>
                    </p>
                  )}
                </Show>
              </section>
            )}
          </For>
          <Show when={choice().remarks.length > 0}>
            <section>
              <h3>还要知道</h3>
              <For each={choice().remarks}>
                {(rule) => (
                  <p class="remark">
                    {rule.text} <Links of={rule.links} />
                  </p>
                )}
              </For>
            </section>
          </Show>
          <Show when={choice().left.length > 0}>
            <details>
              <summary>没选的{choice().left.length}个，为什么</summary>
              <For each={alike(choice().left)}>
                {({ platforms, of }) => (
                  <section>
                    <h3>{platforms.map(nameOf).join('、')}</h3>
                    <Reasons verdict={of} />
                  </section>
                )}
              </For>
            </details>
          </Show>
          <p>{props.words.closing}</p>
        </Show>
        <div class="actions">
          <Show when={left().length === 0}>
            <button type="button" class="button button-main" onClick={copyResult}>
              复制结果
            </button>
          </Show>
          <button type="button" class="button" onClick={restart}>
            重新开始
          </button>
        </div>
      </div>
    </form>
  );
}

/** Every rule that fired for a platform; the sign says in words which way it speaks. */
function Reasons(props: { verdict: Verdict<RuleView> }): JSX.Element {
  const reasons = (): { tone: string; sign: string; rules: RuleView[] }[] => [
    { tone: 'remark tone-good', sign: '合适：', rules: props.verdict.for },
    { tone: 'remark tone-caution', sign: '不合适：', rules: props.verdict.against },
    { tone: 'remark tone-bad', sign: '先不看：', rules: props.verdict.stops },
  ];
  return (
    <For each={reasons()}>
      {({ tone, sign, rules }) => (
        <For each={rules}>
          {(rule) => (
            <p class={tone}>
              <span class="sr-only">{sign}</span>
              {rule.text} <Links of={rule.links} />
            </p>
          )}
        </For>
      )}
    </For>
  );
}

const Links = (props: { of: Link[] }): JSX.Element => (
  <For each={props.of}>{({ address, name }) => <a href={address}>{name}</a>}</For>
);
