import { halfWidth } from '../number/typing.ts';
import type { Input } from '../tools/define.ts';
import { guessDelimiter, isBlank, type Lines, readDelimited, unguarded } from './delimited.ts';
import { MOST_BYTES, type Refused, TOO_LARGE } from './encoding.ts';

/** A table as it came in, and which of its columns is which. */
export interface TableIn extends Lines {
  /** the first row, when it names the columns; then it is none of `rows` */
  header?: string[];
  /** cells of the widest row */
  width: number;
  /** for each column of the tool, in its order, where it stands in the rows; −1: nowhere */
  at: number[];
  /** false: a person has to say which column is which, beginning from `at` */
  settled: boolean;
  /** what looks wrong, by line of the source */
  problems: { line: number; says: string }[];
}
/** What a person said about a table. */
export interface Mapping {
  header: boolean;
  at: readonly number[];
}
type Columns = Readonly<Record<string, Input>>;

export const MOST_ROWS = 200_000;
const TOO_MANY_ROWS = '超过20万行，请拆成几个文件再导入。';
const EMPTY = '里面没有数据。';
const MOST_PROBLEMS = 100;

/** A name as compared: 「售 价（元）*」 and 「售价」 are one. */
const plainName = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/[(【[][^)】\]]*[)】\]]/g, '')
    .replace(/[\s*:_]/g, '');

const isNumberLike = (cell: string): boolean =>
  /^[-+]?¥?[\d,]*\d[\d,]*(?:\.\d*)?[%元万亿]*$/.test(halfWidth(cell).replace(/\s/g, ''));

/** Where each column stands by its label, key or other names; −1: not there. The first of two alike counts. */
function byName(columns: Columns, header: readonly string[], aliases: Aliases): number[] {
  const names = header.map(plainName);
  return Object.entries(columns).map(([key, { label }]) => {
    const own = [label, key, ...(aliases[key] ?? [])].map(plainName);
    return names.findIndex((name) => name !== '' && own.includes(name));
  });
}

/** Other names of columns, by key. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

interface Guess {
  header: boolean;
  at: number[];
  settled: boolean;
}

function guess(columns: Columns, rows: readonly string[][], width: number, aliases: Aliases): Guess {
  const [first = [], second = []] = rows;
  const inputs = Object.values(columns);
  const named = byName(columns, first, aliases);
  const matches = named.filter((at) => at >= 0).length;
  const hasNumbers = first.some(isNumberLike);
  if (matches > 1 || (matches === 1 && !hasNumbers)) {
    const needed = inputs.filter(
      (input, i) => named[i] === -1 && input.kind !== 'text' && !('optional' in input && input.optional),
    );
    return { header: true, at: named, settled: needed.length === 0 };
  }
  const inOrder = inputs.map((_, i) => (i < width ? i : -1));
  // Names nobody here knows above numbers: a header all the same.
  const header = !hasNumbers && second.some(isNumberLike);
  return { header, at: inOrder, settled: !header && width === inputs.length };
}

/**
 * Which column is which: by the names in the first row, in any order, whatever else stands beside them; else in the order of
 * the tool, when there are as many; else a person says so.
 * @param chosen what the person said
 */
export function tableOf(
  { rows, lines }: Lines,
  columns: Columns,
  chosen?: Mapping,
  aliases: Aliases = {},
): TableIn | Refused {
  const widths = rows.map((row) => filledWidth(row));
  const width = widths.reduce((a, b) => Math.max(a, b), 0);
  const { header, at, settled } = chosen
    ? { header: chosen.header, at: Object.keys(columns).map((_, i) => chosen.at[i] ?? -1), settled: true }
    : guess(columns, rows, width, aliases);
  const skip = header ? 1 : 0;
  const count = rows.length - skip;
  if (count <= 0) return { refused: EMPTY };
  if (count > MOST_ROWS) return { refused: TOO_MANY_ROWS };
  const names = filledWidth(rows[0] ?? []);
  const problems = header
    ? widths.flatMap((cells, i) => {
        const more = cells - names;
        return more > 0
          ? [{ line: lines[i] ?? 0, says: `比表头多出${more}格，多半是格子里的逗号没有加引号` }]
          : [];
      })
    : [];
  return {
    rows: rows.slice(skip),
    lines: lines.slice(skip),
    ...(header && { header: rows[0] ?? [] }),
    width,
    at,
    settled,
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}

/** Cells of a row up to the last that holds something. */
function filledWidth(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && row[width - 1]?.trim() === '') width--;
  return width;
}

/** Rows of a sheet as lines, blank ones left out; `lines` are the sheet's own row numbers. */
export function linesOf(rows: readonly string[][]): Lines {
  const kept = rows.flatMap((row, i) => (isBlank(row) ? [] : [i]));
  return { rows: kept.map((i) => rows[i] ?? []), lines: kept.map((i) => i + 1) };
}

/** A delimited text, from a file or pasted from a spreadsheet, as lines; which delimiter it has is guessed. */
export function linesOfText(text: string): (Lines & { problems: TableIn['problems'] }) | Refused {
  if (text.length > MOST_BYTES) return { refused: TOO_LARGE };
  const [hint, told] = /^\uFEFF?sep=(.)(?:\r\n|\n|\r)/i.exec(text) ?? [''];
  const body = text.slice(hint.length);
  const { rows, lines, open } = readDelimited(body, told ?? guessDelimiter(body), MOST_ROWS + 2);
  // Most tables have no apostrophe at all, and looking at every cell takes longer than looking at the text.
  if (body.includes("'")) for (const row of rows) row.forEach((cell, i) => (row[i] = unguarded(cell)));
  const shift = hint === '' ? 0 : 1;
  return {
    rows,
    lines: lines.map((line) => line + shift),
    problems:
      open === undefined
        ? []
        : [{ line: open + shift, says: '这一行的引号没有关上，后面的内容都算进了这一格' }],
  };
}

/** A text as a table, in one go. */
export function readTable(
  text: string,
  columns: Columns,
  chosen?: Mapping,
  aliases?: Aliases,
): TableIn | Refused {
  const lines = linesOfText(text);
  if ('refused' in lines) return lines;
  const table = tableOf(lines, columns, chosen, aliases);
  return 'refused' in table ? table : { ...table, problems: [...lines.problems, ...table.problems] };
}
