import type { Expression } from './ast.ts';
import { FUNCTIONS } from './functions.ts';
import { parse } from './parse.ts';

const FACES: Record<string, string> = {
  '＋': '+',
  '−': '-',
  '×': '*',
  '÷': '/',
  '（': '(',
  '）': ')',
  '，': ',',
  '≥': '>=',
  '≤': '<=',
  '＝': '==',
  '≠': '!=',
};
const PHRASES: [RegExp, string][] = [
  [/ 时 /g, ' ? '],
  [/[，,]否则 /g, ' : '],
  [/ 且 /g, ' and '],
  [/ 或 /g, ' or '],
];
/**
 * Reads a formula as people see it (× ÷ − 取大 ¥1,200 3.5% 时 否则): what `text` prints can be read back and compared.
 * @throws SyntaxError naming the place
 */
export function readBack(text: string): Expression {
  const byFace = new Map([...FUNCTIONS].map(([name, { face }]) => [face, name]));
  const source = PHRASES.reduce((rest, [phrase, sign]) => rest.replace(phrase, sign), text)
    .replace(/[＋−×÷（），≥≤＝≠]/g, (face) => FACES[face] ?? face)
    .replace(/¥(?=\d)/g, '')
    .replace(/\d{1,3}(?:,\d{3})+(?!\d)/g, (digits) => digits.replaceAll(',', ''))
    .replace(/[\p{Script=Han}]+(?=\()/gu, (face) => byFace.get(face) ?? face);
  return parse(source);
}
