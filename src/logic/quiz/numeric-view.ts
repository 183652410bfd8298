import type { Unit } from '../number/units.ts';
import { type Line, line, type ViewOf } from './kind.ts';

/** A misconception with the number it leads to here. */
export interface WrongValue {
  name: string;
  says: string;
  /** in the unit people see */
  value: string;
  shown: string;
}

/** A numeric question with its numbers drawn. All text, so that it travels in a page and reads without any arithmetic. */
export interface NumericView extends ViewOf<'numeric'> {
  seed: string;
  /** name of the result asked for */
  label: string;
  unit: Unit;
  /** what stands behind the field: 元, %, 人 */
  suffix: string;
  /** the key in the unit people see, to 28 digits */
  key: string;
  /** the key as people write it; typed in, it is right */
  shown: string;
  tolerance: string;
  /** the steps of the tool with these numbers */
  working: readonly string[];
  wrong: readonly WrongValue[];
}

/** The key with its working, then the known wrong numbers; `hit` is the one the person gave. */
export const numericLines = (view: NumericView, hit?: WrongValue): Line[] => [
  line(true, `${view.label} ${view.shown}`, view.working.join('；')),
  ...view.wrong.map((wrong) =>
    line(false, wrong.shown, `${wrong.name}。${wrong.says}`, wrong === hit ? '你答的' : ''),
  ),
];
