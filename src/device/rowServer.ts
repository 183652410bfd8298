import { BOM, type Lines, writeDelimited } from '../logic/exchange/delimited.ts';
import { decode, type Encoding, kindOf, type Refused } from '../logic/exchange/encoding.ts';
import { type Aliases, linesOfText, type Mapping, type TableIn, tableOf } from '../logic/exchange/table.ts';
import { decimal } from '../logic/number/decimal.ts';
import { batchOf } from '../logic/tools/batch.ts';
import { loadTool } from '../logic/tools/catalog.ts';
import { CellReader, OK } from '../logic/tools/columns/cells.ts';
import { type Computed, computeRows } from '../logic/tools/columns/compute.ts';
import { cellsOf } from '../logic/tools/columns/engine.ts';
import {
  cellNumber,
  cellText,
  isWords,
  orderBy,
  type ResultColumn,
  totalOf,
} from '../logic/tools/columns/results.ts';
import type { Input, ToolDefinition } from '../logic/tools/define.ts';
import { output } from '../logic/tools/output.ts';
import type { Unit } from '../logic/number/units.ts';
import type { Answer, Ask, Opened, Question, Questions, RowShown, Unsettled } from './rowsProtocol.ts';
import type { SheetCell, SheetStyle } from './sheets.ts';

const FAILED = '表格没有算成。刷新页面再试，表很大就换电脑打开。';
const NOTHING_OPEN = '还没有打开表格。';
const PREVIEW_ROWS = 5;
/** Shares of the work: bytes to lines, lines to a table; the rest is computing. */
const [READ, ARRANGED] = [0.2, 0.3];
const ROWS_AT_ONCE = 2000;

type Post = (answer: Answer, transfer: Transferable[]) => void;

interface Arranged {
  tool: ToolDefinition;
  table: TableIn;
  computed: Computed;
}

/** Answers questions about one large table, one at a time; what the worker does, wherever it runs. */
export class RowServer {
  readonly #post: Post;
  #last = Promise.resolve();
  #tool: ToolDefinition | undefined;
  #fields: Readonly<Record<string, string>> = {};
  #source: Uint8Array | string = '';
  #encoding: Encoding | undefined;
  #mapping: Mapping | undefined;
  #aliases: Aliases | undefined;
  #lines: Read | undefined;
  #open: Arranged | undefined;
  /** rows of the view */
  #order: Uint32Array = new Uint32Array();

  constructor(post: Post) {
    this.#post = post;
  }

  ask(ask: Ask): Promise<void> {
    this.#last = this.#last.then(async () => {
      const transfer: Transferable[] = [];
      const done = await this.#answer(ask, transfer).catch((): Refused => ({ refused: FAILED }));
      this.#post({ id: ask.id, done }, transfer);
    });
    return this.#last;
  }

  async #answer(ask: Ask, transfer: Transferable[]): Promise<Questions[Question]['answer'] | Refused> {
    if (ask.question === 'open') return this.#openTable(ask);
    const open = this.#open;
    if (!open) return { refused: NOTHING_OPEN };
    switch (ask.question) {
      case 'rows':
        return { rows: this.#rows(open, ask.from, ask.to) };
      case 'order':
        return this.#reorder(open, ask);
      case 'file':
        return { blob: ask.kind === 'csv' ? csvOf(open) : await sheetOf(open) };
      case 'column': {
        const column = open.computed.columns.find(({ key }) => key === ask.key);
        if (!column || isWords(column)) return { refused: FAILED };
        const [exists, values] = [column.exists.slice(), column.values.slice()];
        transfer.push(exists.buffer, values.buffer);
        return { places: column.places, exists, values };
      }
    }
  }

  async #openTable(ask: Ask<'open'>): Promise<Opened | Unsettled | Refused> {
    const report = (share: number): void => this.#post({ id: ask.id, progress: share }, []);
    if (ask.tool) {
      const tool = await loadTool(ask.tool.id);
      this.#tool = ask.tool.batch ? batchOf(tool) : tool;
    }
    if (ask.source !== undefined) {
      this.#source = ask.source;
      this.#encoding = this.#mapping = this.#lines = undefined;
    }
    if (ask.encoding) {
      this.#encoding = ask.encoding;
      this.#lines = undefined;
    }
    this.#fields = ask.fields ?? this.#fields;
    this.#mapping = ask.mapping ?? this.#mapping;
    this.#aliases = ask.aliases ?? this.#aliases;
    this.#open = undefined;
    const tool = this.#tool;
    if (!tool?.rows) return { refused: NOTHING_OPEN };
    const lines = this.#lines ?? (await readSource(this.#source, this.#encoding));
    if ('refused' in lines) return lines;
    this.#lines = lines;
    report(READ);
    const arranged = tableOf(lines, tool.rows.columns, this.#mapping, this.#aliases);
    if ('refused' in arranged) return arranged;
    const table = { ...arranged, problems: [...lines.problems, ...arranged.problems] };
    report(ARRANGED);
    const count = table.rows.length;
    const read = {
      ...(table.header && { header: table.header }),
      width: table.width,
      at: table.at,
      problems: table.problems,
      ...(lines.encoding && { encoding: lines.encoding }),
      ...(lines.notice !== undefined && { notice: lines.notice }),
    };
    if (!table.settled)
      return { state: 'unsettled', count, preview: table.rows.slice(0, PREVIEW_ROWS), ...read };
    const computed = computeRows(tool, this.#fields, table, (done) =>
      report(ARRANGED + (1 - ARRANGED) * (done / count)),
    );
    this.#open = { tool, table, computed };
    this.#order = Uint32Array.from(table.rows.keys());
    const { results, errors, warnings, reading } = computed.output;
    return {
      state: 'open',
      count,
      ...read,
      leftOut: computed.leftOut.reduce((sum, yes) => sum + yes, 0),
      errors: computed.errors.map((error) => ({ ...error, line: table.lines[error.row] ?? 0 })),
      wrong: computed.wrong,
      totals: computed.columns.map(totalOf),
      whole: { results, errors, warnings, reading },
    };
  }

  #rows({ tool, table, computed }: Arranged, from: number, to: number): RowShown[] {
    const rows = [...this.#order.subarray(from, to)];
    const cells = rows.map((row) => cellsOf(table, row));
    const shown = computed.alone
      ? output(tool, { fields: { ...this.#fields }, rows: cells }).rows
      : rows.map((row) => computed.output.rows[row]);
    return rows.map((row, i) => ({
      row,
      line: table.lines[row] ?? 0,
      cells: cells[i] ?? [],
      results: shown[i]?.results ?? {},
      errors: shown[i]?.errors ?? {},
    }));
  }

  #reorder({ table, computed }: Arranged, ask: Questions['order']['ask']): { count: number } {
    const column = computed.columns.find(({ key }) => key === ask.by);
    const all = column ? orderBy(column, ask.largestFirst ?? true) : Uint32Array.from(table.rows.keys());
    this.#order = ask.leftOut ? all.filter((row) => computed.leftOut[row]) : all;
    return { count: this.#order.length };
  }
}

interface Read extends Lines {
  problems: TableIn['problems'];
  encoding?: Encoding;
  notice?: string;
}

async function readSource(source: Uint8Array | string, chosen?: Encoding): Promise<Read | Refused> {
  if (typeof source === 'string') return linesOfText(source);
  if (kindOf(source) === 'zip') {
    const { readSheet } = await import('./sheets.ts');
    const lines = await readSheet(source);
    return 'refused' in lines ? lines : { ...lines, problems: [] };
  }
  const decoded = decode(source, chosen);
  if ('refused' in decoded) return decoded;
  const lines = linesOfText(decoded.text);
  if ('refused' in lines) return lines;
  const { encoding, notice } = decoded;
  return { ...lines, encoding, ...(notice !== undefined && { notice }) };
}

const headerOf = ({ tool, computed }: Arranged): string[] => [
  ...Object.values(tool.rows?.columns ?? {}).map(({ label }) => label),
  ...computed.columns.map(({ label }) => label),
];

function csvOf(open: Arranged): Blob {
  const { table, computed } = open;
  const parts = [BOM, writeDelimited([headerOf(open)], 'csv')];
  for (let from = 0; from < computed.count; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, computed.count - from) }, (_, i) => [
      ...cellsOf(table, from + i),
      ...computed.columns.map((column) => cellText(column, from + i)),
    ]);
    parts.push(writeDelimited(rows, 'csv'));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function sheetOf(open: Arranged): Promise<Blob> {
  const { writeSheet } = await import('./sheets.ts');
  return writeSheet(headerOf(open), sheetRows(open));
}

const styleOf = (unit: Unit): SheetStyle =>
  unit === 'money' || unit === 'count' || unit === 'percent' ? unit : 'plain';

function* sheetRows({ tool, table, computed }: Arranged): Generator<SheetCell[]> {
  const writers = Object.values(tool.rows?.columns ?? {}).map(typedCell);
  const resultCell = (column: ResultColumn, row: number): SheetCell =>
    isWords(column) || !column.exists[row]
      ? cellText(column, row)
      : { number: cellNumber(column, row), style: styleOf(column.unit) };
  for (let row = 0; row < computed.count; row++) {
    const cells = cellsOf(table, row);
    yield [
      ...writers.map((write, i) => write(cells[i] ?? '')),
      ...computed.columns.map((column) => resultCell(column, row)),
    ];
  }
}

/** How cells of a column are written: what reads as a number of it as that number, anything else as it was typed. */
function typedCell(input: Input): (text: string) => SheetCell {
  if (input.kind !== undefined && input.kind !== 'number') return (text) => text;
  const reader = new CellReader(input);
  const style = styleOf(input.unit);
  return (text) =>
    reader.read(text) === OK
      ? { number: decimal(`${reader.over}e-${reader.places}`).toFixed(), style }
      : text;
}
