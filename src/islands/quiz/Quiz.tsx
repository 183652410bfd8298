import type { JSX } from 'solid-js';
import { FACES } from './faces.tsx';
import { QuizFrame, type QuizProps } from './QuizFrame.tsx';

/** A quiz of 单选, 多选, 判断, 填空 and 计算. */
export default function Quiz(props: QuizProps): JSX.Element {
  return QuizFrame(props, FACES);
}
