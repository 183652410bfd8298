import { look, type Tone } from './marks.ts';
import { type Amount, type Measure, say } from './measure.ts';

export type Sign = '×' | '÷' | '+' | '-';

/** A whole and what it is made of: a formula when the children carry signs, a classification when they don't. */
export interface TreeData extends Measure {
  label: string;
  value?: Amount;
  note?: string;
  /** what joins it to its elder sibling */
  sign?: Sign;
  tone?: Tone;
  children?: readonly TreeData[];
}

export const treeText = (node: TreeData): string => (node.value === undefined ? '' : say(node.value, node));

export const treeLook = (node: TreeData): string | undefined => look(node.tone);

/** A minus as wide as the plus. */
export const showSign = (sign: Sign): string => (sign === '-' ? '−' : sign);
