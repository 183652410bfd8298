export interface Lines {
  rows: string[][];
  /** the line of the source each row starts on, from 1 */
  lines: number[];
}
export interface Delimited extends Lines {
  /** the line of a quote that is never closed */
  open?: number;
}

const [QUOTE, LF, CR, APOSTROPHE] = [...'"\n\r\''].map((char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/**
 * Reads RFC 4180 text with any delimiter; lines end in LF, CRLF or CR; a quoted cell may hold all of them; blank lines are
 * left out. Nothing it is given makes it throw.
 * @param most rows after which it stops
 */
export function readDelimited(text: string, delimiter = ',', most = Infinity): Delimited {
  const split = delimiter.charCodeAt(0);
  const rows: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  let line = 1;
  let rowLine = 1;
  let open: number | undefined;
  let i = 0;
  const end = text.length;
  for (;;) {
    const start = i;
    let quoted: string | undefined;
    if (text.charCodeAt(i) === QUOTE) {
      quoted = '';
      for (let from = i + 1; ;) {
        const close = text.indexOf('"', from);
        if (close < 0) open ??= line;
        const to = close < 0 ? end : close;
        quoted += text.slice(from, to);
        i = Math.min(to + 1, end);
        if (text.charCodeAt(i) !== QUOTE) break;
        quoted += '"';
        from = i + 1;
      }
      line += newLines(text, start, i);
    }
    const from = quoted === undefined ? start : i;
    let char = NaN;
    for (; i < end; i++) {
      char = text.charCodeAt(i);
      if (char === split || char === LF || char === CR) break;
    }
    const plain = text.slice(from, i);
    row.push(quoted === undefined ? plain : quoted + plain);
    if (i < end && char === split) {
      i++;
      continue;
    }
    if (!isBlank(row)) {
      rows.push(row);
      lines.push(rowLine);
    }
    if (i >= end || rows.length >= most) break;
    i += char === CR && text.charCodeAt(i + 1) === LF ? 2 : 1;
    rowLine = ++line;
    row = [];
  }
  return { rows, lines, ...(open !== undefined && { open }) };
}

function newLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const char = text.charCodeAt(i);
    if (char === LF || (char === CR && text.charCodeAt(i + 1) !== LF)) count++;
  }
  return count;
}

/** What of a text is looked at to guess its delimiter. */
const SAMPLE = 20_000;
const SAMPLE_ROWS = 50;
/** Share of rows that must be of one width for it to be a table. */
const ALIKE = 0.8;

/** The delimiter that makes a table of the text: a tab if it does, else what makes more columns of a comma and a semicolon. */
export function guessDelimiter(text: string): ',' | ';' | '\t' {
  const sample = text.slice(0, SAMPLE);
  const columns = (delimiter: string): number => {
    const { rows } = readDelimited(sample, delimiter, SAMPLE_ROWS);
    // The last row of a sample may be cut off.
    const widths = (text.length > SAMPLE && rows.length > 1 ? rows.slice(0, -1) : rows).map(
      (row) => row.length,
    );
    const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
    return widths.filter((width) => width === usual).length >= widths.length * ALIKE ? usual : 1;
  };
  if (columns('\t') > 1) return '\t';
  return columns(';') > columns(',') ? ';' : ',';
}

/** What a spreadsheet would run as a formula; what is a number (-5%, +86 138) it would not. See OWASP on CSV injection. */
const RUNS = /^'*(?:[=@\t\r]|[+-](?![\d.]))/;
/** Guards a cell with an apostrophe; one that has it already gets another, so that `unguarded` gives back what was there. */
const guarded = (cell: string): string => (RUNS.test(cell) && cell.trim() !== '' ? `'${cell}` : cell);
/** Takes the guard away again. */
export const unguarded = (cell: string): string =>
  cell.charCodeAt(0) === APOSTROPHE && RUNS.test(cell) ? cell.slice(1) : cell;

/** Spreadsheets take a CSV file for UTF-8 when it starts with this. */
export const BOM = '\uFEFF';

/** Writes rows for a file (CSV, without its BOM) or the clipboard (TSV): formulas guarded, lines ending in CRLF. */
export function writeDelimited(rows: readonly (readonly string[])[], kind: 'csv' | 'tsv'): string {
  const delimiter = kind === 'csv' ? ',' : '\t';
  const special = kind === 'csv' ? /[",\r\n]/ : /["\t\r\n]/;
  const written = (cell: string): string => {
    const safe = guarded(cell);
    return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => `${row.map(written).join(delimiter)}\r\n`).join('');
}
