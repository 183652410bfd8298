import { For, type JSX } from 'solid-js';
import type { BooleanView } from '#logic/quiz/boolean.ts';
import type { ChoiceView } from '#logic/quiz/choice.ts';
import type { FillView } from '#logic/quiz/fill.ts';
import type { Answer } from '#logic/quiz/kind.ts';
import type { NumericView } from '#logic/quiz/numeric-view.ts';
import type { View } from '#logic/quiz/plain.ts';
import type { QuestionKind } from '#logic/quiz/question.ts';

export interface FaceProps<V = View, A = Answer> {
  view: V;
  answer: A | undefined;
  set: (answer: Answer) => void;
  say: (text: string) => void;
}
/** How a kind of question is answered on a page. Methods, so that faces of different kinds fit one map. */
export interface Face<V, A> {
  show(props: FaceProps<V, A>): JSX.Element;
  /** the answer a form holds, for the kind's own `read` to check; undefined where it is not answered by a form */
  read(form: FormData, answer?: A): unknown;
  /** answered in several goes: what the button says */
  step?: string;
}
export type Faces = Readonly<Partial<Record<QuestionKind, Face<View, Answer>>>>;

/** Options to tick, one or many. */
export const Choices = (props: {
  options: readonly { key: string; text: string }[];
  picked: readonly (string | undefined)[];
  type?: 'checkbox';
}): JSX.Element => (
  <For each={props.options}>
    {({ key, text }) => (
      <label class="q-option">
        <input name="a" type={props.type ?? 'radio'} value={key} checked={props.picked.includes(key)} />
        <span>{text}</span>
      </label>
    )}
  </For>
);

const Typed = (props: { value: string | undefined; mode: 'text' | 'decimal'; unit: string }): JSX.Element => (
  <label class="q-typed">
    你的答案
    <input name="a" type="text" inputmode={props.mode} autocomplete="off" value={props.value ?? ''} />
    <span>{props.unit}</span>
  </label>
);

const TRUTHS = [
  { key: 'true', text: '对' },
  { key: 'false', text: '错' },
];

const unit = ({ tolerance, suffix }: NumericView): string => {
  const points = suffix === '%' ? '个百分点' : suffix;
  return `${suffix}（${Number(tolerance) > 0 ? `差${tolerance}${points}以内都算对` : '要算得正好'}）`;
};

const single: Face<ChoiceView, string> = {
  show: (props) => <Choices options={props.view.options} picked={[props.answer]} />,
  read: (form) => form.get('a'),
};
const multiple: Face<ChoiceView, readonly string[]> = {
  show: (props) => <Choices options={props.view.options} picked={props.answer ?? []} type="checkbox" />,
  read: (form) => form.getAll('a'),
};
const boolean: Face<BooleanView, boolean> = {
  show: (props) => <Choices options={TRUTHS} picked={[props.answer?.toString()]} />,
  read: (form) => (form.has('a') ? form.get('a') === 'true' : undefined),
};
const numeric: Face<NumericView, string> = {
  show: (props) => <Typed value={props.answer} mode="decimal" unit={unit(props.view)} />,
  read: (form) => form.get('a'),
};
const fill: Face<FillView, string> = {
  show: (props) => <Typed value={props.answer} mode="text" unit="" />,
  read: (form) => form.get('a'),
};

/** The faces of logic/quiz/plain.ts, and of 计算. */
export const FACES = { single, multiple, boolean, numeric, fill } satisfies Faces;
