import { addFunctions } from '../expression/functions.ts';
import { None } from '../expression/none.ts';
import { decimal } from '../number/decimal.ts';
import { type AdHit, findAdTerms } from '../playbook/ad-terms.ts';
import type { Finding } from './define.ts';

/**
 * East Asian wide and full-width characters (UAX #11): they take two units, others one. Signs that are drawn as emoji by
 * themselves are wide, but for the letters of flags.
 */
const WIDE =
  /(?![\u303f\u3248-\u324f\u{1f1e6}-\u{1f1ff}])[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;

/** Length as shop platforms count it: 汉字 2, letters and digits 1. */
export const unitsOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);

/** One text is asked for its number of hits and for the hits themselves; it is searched once. */
let last: { text: string; hits: AdHit[] } | undefined;
const hitsIn = (text: string): AdHit[] => {
  if (last?.text !== text) last = { text, hits: findAdTerms(text) };
  return last.hits;
};

const textOf = (value: unknown): string => {
  if (typeof value !== 'string') throw new None('这一步要用文字');
  return value;
};

addFunctions({
  textUnits: { face: '字数单位', takes: 1, apply: (text) => decimal(unitsOf(textOf(text))) },
  adHits: { face: '用语提醒', takes: 1, apply: (text) => decimal(hitsIn(textOf(text)).length) },
});

/** What the advertising list says of a text that stands in a field. */
export const adFindings = (field: string, text: string): Finding[] =>
  hitsIn(text.trim()).map(({ word, at, length, line, column, category, basis, softer, note }) => {
    const from = text.length - text.trimStart().length + at;
    return {
      tone: category.tone,
      what: `「${word}」`,
      says: `第${line}行第${column}个字，${category.name}。改成：${softer}。${note ?? ''}`,
      source: basis.map(({ law, asOf }) => `${law}（截至${asOf}）`).join('；'),
      at: { field, from, to: from + length },
    };
  });
