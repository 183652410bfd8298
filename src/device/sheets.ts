import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { kindOf, type Refused } from '../logic/exchange/encoding.ts';
import { linesOf, MOST_ROWS } from '../logic/exchange/table.ts';
import type { Lines } from '../logic/exchange/delimited.ts';
import { decimal } from '../logic/number/decimal.ts';

/** What a sheet may unpack to; more is no sheet anybody typed. */
const MOST_UNPACKED = 400 * 1024 * 1024;
const BROKEN = '这个.xlsx读不出来，可能没存完整。用Excel或WPS打开，另存一份再导入。';
const NOT_WORKED_OUT = '表里有公式还没算出结果。用Excel或WPS打开，保存一次再导入。';
const TOO_BIG = '这个.xlsx展开后太大了，请拆成几个再导入。';
/** A formula that ends its cell: programs that only write files leave the value out, and it would read as an empty cell. */
const NO_VALUE = /<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** The first sheet of an .xlsx file as text, as people see it: 45.5%, 2026-11-22, 0.3. Nothing it is given makes it throw. */
export async function readSheet(bytes: Uint8Array): Promise<Lines | Refused> {
  const kind = kindOf(bytes);
  if (typeof kind === 'object') return kind;
  try {
    const files = unpacked(bytes);
    if (!files) return { refused: TOO_BIG };
    const percents = percentStyles(strFromU8(files['xl/styles.xml'] ?? new Uint8Array()));
    for (const [name, file] of Object.entries(files)) {
      if (!SHEET.test(name)) continue;
      const xml = strFromU8(file);
      if (isHuge(xml)) return { refused: TOO_BIG };
      if (NO_VALUE.test(xml)) return { refused: NOT_WORKED_OUT };
      if (percents.size > 0) files[name] = strToU8(withPercents(xml, percents));
    }
    const { readSheet: read } = await import('read-excel-file/universal');
    // Packed without compression, so that the library unpacks it here: what it would otherwise start are workers from
    // blob: addresses, which the site's policy forbids and which would never answer.
    const stored = new Blob([zipSync(files, { level: 0 })]);
    const rows = await read<string>(stored, { trim: false, parseNumber: plainNumber });
    // Its types take the class Date for a date.
    return linesOf(rows.map((row) => row.map((cell) => textOfCell(cell as string | boolean | Date | null))));
  } catch {
    return { refused: BROKEN };
  }
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const wanted = /\.(?:xml|rels)$/.test(name) && (size += originalSize) <= MOST_UNPACKED;
      return wanted;
    },
  });
  return size > MOST_UNPACKED ? undefined : files;
}

/** Far more rows than are read, or cells so far to the right that filling up to them would take all memory. */
function isHuge(xml: string): boolean {
  if (/<(?:\w+:)?c\s[^>]*\br="[A-Z]{3}/.test(xml)) return true;
  let rows = 0;
  for (let at = xml.indexOf('<row '); at >= 0; at = xml.indexOf('<row ', at + 5)) rows++;
  return rows > 2 * MOST_ROWS;
}

/** Number formats that show a percentage: Excel's own 9 and 10, and those written out in the file. */
function percentStyles(styles: string): Set<string> {
  const formats = new Set(['9', '10']);
  for (const [, tag = ''] of styles.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)) {
    const id = attribute(tag, 'numFmtId');
    const code = attribute(tag, 'formatCode')?.replace(/"[^"]*"|&quot;.*?&quot;|\\./g, '');
    if (id !== undefined && code?.includes('%')) formats.add(id);
  }
  const [, cells = ''] = /<(?:\w+:)?cellXfs\b([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles) ?? [];
  const used = [...cells.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, tag = '']) =>
    attribute(tag, 'numFmtId'),
  );
  return new Set(used.flatMap((id, style) => (id !== undefined && formats.has(id) ? [String(style)] : [])));
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];

const CELL = /<((?:\w+:)?c)\s([^>]*[^/>])>((?:(?!<\/?(?:\w+:)?[cv]\b)[\s\S])*<((?:\w+:)?v)>)([^<]+)<\/\4>/g;

/** Cells shown as percentages hold their ratio, and the library does not say which they are: writes 0.455 as 45.5%. */
const withPercents = (xml: string, styles: ReadonlySet<string>): string =>
  xml.replace(CELL, (cell, c: string, tag: string, before: string, v: string, value: string) => {
    const [, style = ''] = / s="(\d+)"/.exec(` ${tag}`) ?? [];
    if (!styles.has(style) || / t="(?!n")/.test(` ${tag}`)) return cell;
    const ratio = plainNumber(value);
    if (!/\d/.test(ratio)) return cell;
    return `<${c} ${tag.replace(/\bt="n"/, '')} t="str">${before}${decimal(ratio).times(100).toFixed()}%</${v}>`;
  });

/** A number as Excel shows it: 15 significant digits, so that 0.30000000000000004 is 0.3, and no exponent. */
function plainNumber(text: string): string {
  if (/^-?\d{1,9}(?:\.\d{1,5})?$/.test(text)) return text;
  const number = Number(text);
  return Number.isFinite(number) ? decimal(number.toPrecision(15)).toFixed() : text;
}

function textOfCell(cell: string | boolean | Date | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return typeof cell === 'boolean' ? (cell ? '是' : '否') : cell;
  if (Number.isNaN(cell.getTime())) return '';
  // A serial number of days is a double: half a second early is the second after.
  const [day = '', time = ''] = new Date(Math.round(cell.getTime() / 1000) * 1000)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** How a number is shown in its cell. */
export type SheetStyle = 'plain' | 'money' | 'count' | 'percent';
/** A cell to write: text, or a number in plain notation with the way to show it. */
export type SheetCell = string | { number: string; style: SheetStyle };

/** Excel's own formats: General, #,##0.00, #,##0, 0.00%. */
const FORMATS: Readonly<Record<SheetStyle, number>> = { plain: 0, money: 4, count: 3, percent: 10 };
const STYLES = Object.keys(FORMATS);
const BOLD = STYLES.length;
/** A double keeps so many digits; longer numbers are written as text, whole. */
const MOST_DIGITS = 15;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const xf = (format: number, font: number): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;

/** The parts of a workbook beside its one sheet. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表格" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${BOLD + 1}">${Object.values(
    FORMATS,
  )
    .map((format) => xf(format, 0))
    .join('')}${xf(0, 1)}</cellXfs></styleSheet>`,
};

/** Text as XML: what would be read as an escape is escaped, characters XML cannot hold are left out. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r/g, '_x000D_')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

function cellXml(at: string, cell: SheetCell): string {
  if (typeof cell === 'string') return cell === '' ? '' : textCell(at, cell, 0);
  const { number, style } = cell;
  const digits = number.replace(/\D/g, '').replace(/^0+/, '').length;
  if (digits > MOST_DIGITS) return textCell(at, number, 0);
  return `<c r="${at}" s="${STYLES.indexOf(style)}"><v>${number}</v></c>`;
}

const ROWS_AT_ONCE = 500;

/**
 * An .xlsx file of one sheet, its first row bold and kept in view; numbers can be counted on with, text is never a formula.
 * Done with our own few lines, in the order of the rows, because the library for it compresses in workers from blob:
 * addresses, which the site's policy forbids.
 * @param report hears now and then how many rows are written
 */
export function writeSheet(
  header: readonly string[],
  rows: Iterable<readonly SheetCell[]>,
  report: (done: number) => void = () => undefined,
): Blob {
  const packed: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  for (const [name, xml] of Object.entries(PARTS)) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(XML + xml), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 });
  zip.add(sheet);
  const names = header.map((_, i) => columnName(i));
  const head = names.map((name, i) => textCell(`${name}1`, header[i] ?? '', BOLD)).join('');
  let text = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">${head}</row>`;
  let done = 0;
  for (const cells of rows) {
    const row = done + 2;
    text += `<row r="${row}">${names.map((name, i) => cellXml(`${name}${row}`, cells[i] ?? '')).join('')}</row>`;
    done++;
    if (done % ROWS_AT_ONCE !== 0) continue;
    sheet.push(strToU8(text));
    text = '';
    report(done);
  }
  sheet.push(strToU8(`${text}</sheetData></worksheet>`), true);
  zip.end();
  return new Blob(packed, { type: `${KIND}.sheet` });
}
