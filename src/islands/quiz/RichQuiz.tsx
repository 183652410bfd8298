import type { JSX } from 'solid-js';
import { QuizFrame, type QuizProps } from './QuizFrame.tsx';
import { RICH_FACES } from './richFaces.tsx';

/** A quiz that also asks for 排序, 配对 or 情景. */
export default function RichQuiz(props: QuizProps): JSX.Element {
  return QuizFrame(props, RICH_FACES);
}
