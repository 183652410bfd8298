/** .xlsx in and out; what is written is read back by a library of other people. */
import { read as readBook, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet, type SheetCell, writeSheet } from '../../src/device/sheets.ts';

fc.configureGlobal({ seed: 20_261_126 });

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const written = async (header: string[], rows: SheetCell[][]): Promise<Uint8Array> =>
  bytesOf(writeSheet(header, rows));

/** The first sheet as SheetJS reads it: values, or texts as shown. */
function bySheetJs(bytes: Uint8Array, raw: boolean): unknown[][] {
  const book = readBook(bytes, { type: 'array' });
  return utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw, defval: '' });
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
/** A workbook as Excel and WPS lay it out, with the number formats and rows given as XML. */
function workbook(formats: readonly string[], rows: string, shared: readonly string[] = []): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const own = formats.map((code, i) => `<numFmt numFmtId="${176 + i}" formatCode="${code}"/>`).join('');
  const styles = [0, 9, 10, 14, ...formats.map((_, i) => 176 + i)];
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${own}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}" xfId="0"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${shared.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}
const [PERCENT, PERCENT2, DAY] = [1, 2, 3];
const OWN = 4;

describe('reading', () => {
  test('numbers as Excel shows them: percentages, days, no noise of doubles, no exponents', async () => {
    const row = (n: number, cells: string): string => `<row r="${n}">${cells}</row>`;
    const cell = (at: string, style: number, v: string, more = ''): string =>
      `<c r="${at}" s="${style}"${more}><v>${v}</v></c>`;
    const bytes = workbook(
      [
        'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
        '0.0%;[Red]-0.0%',
        'yyyy\\-mm\\-dd\\ hh:mm',
        '&quot;100%&quot;0',
      ],
      [
        row(1, `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>`),
        row(
          2,
          cell('A2', PERCENT, '0.1') +
            cell('B2', PERCENT2, '0.12345', ' t="n"') +
            cell('C2', OWN + 1, '-0.005'),
        ),
        row(3, cell('A3', DAY, '46348') + cell('B3', OWN, '46348') + cell('C3', OWN + 2, '46348.75')),
        row(4, cell('A4', 0, '0.30000000000000004') + cell('B4', 0, '1E-7') + cell('C4', 0, '1.2E+15')),
        row(5, cell('A5', OWN + 3, '7') + '<c r="B5" s="1"/><c r="C5" t="b"><v>1</v></c>'),
        row(
          7,
          '<c r="A7" s="1"><f>B2*2</f><v>0.2469</v></c><c r="B7" t="str" s="1"><f>A1</f><v>空</v></c><c r="C7"><v>199.9</v></c>',
        ),
      ].join(''),
      ['退货率', ' 商品 &amp; 价 '],
    );
    expect(await readSheet(bytes)).toEqual({
      rows: [
        ['退货率', ' 商品 & 价 ', ''],
        ['10%', '12.345%', '-0.5%'],
        ['2026-11-22', '2026-11-22', '2026-11-22 18:00:00'],
        ['0.3', '0.0000001', '1200000000000000'],
        ['7', '', '是'],
        ['24.69%', '空', '199.9'],
      ],
      lines: [1, 2, 3, 4, 5, 7],
    });
  });

  test.each([
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), '另存为'],
    ['half a file', workbook([], '<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, 300), '读不出来'],
    ['a zip of something else', zipSync({ 'a.xml': strToU8('<a/>') }), '读不出来'],
    ['XML that breaks off', workbook([], '<row r="1"><c r="A1"><v>1</v>'), '读不出来'],
    [
      'a formula nobody worked out',
      workbook([], '<row r="1"><c r="A1" t="str"><f>B1</f></c></row>'),
      '保存一次',
    ],
    ['a cell far to the right', workbook([], '<row r="1"><c r="XFD1"><v>1</v></c></row>'), '太大'],
    ['a million rows', workbook([], '<row r="1"></row>'.repeat(400_001)), '太大'],
  ])('%s: a sentence', async (_, bytes, says) => {
    expect(await readSheet(bytes)).toEqual({ refused: expect.stringContaining(says) as string });
  });

  test('a file damaged anywhere gives rows or a sentence, and never an exception', async () => {
    const whole = await written(['名称', '数'], [['甲', { number: '1.5', style: 'money' }]]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        const result = await readSheet(damaged);
        if ('refused' in result) expect(result.refused).toMatch(/\p{Script=Han}/u);
        else expect(result.rows).toHaveLength(result.lines.length);
      }),
      { numRuns: 300 },
    );
  });

  test('inside damaged XML too', async () => {
    const files = unzipSync(await written(['名称', '率'], [['甲', { number: '0.5', style: 'percent' }]]));
    const names = Object.keys(files);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(names.length - 1),
        fc.double({ min: 0, max: 1 }),
        fc.nat(255),
        async (n, place, byte) => {
          const name = names[n]!;
          const part = files[name]!.slice();
          part[Math.floor(place * (part.length - 1))] = byte;
          const result = await readSheet(zipSync({ ...files, [name]: part }));
          if ('refused' in result) expect(result.refused).toMatch(/\p{Script=Han}/u);
          else expect(result.rows).toHaveLength(result.lines.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('writing', () => {
  const rows: SheetCell[][] = [
    ['=1+1', { number: '1280.5', style: 'money' }, { number: '0.455', style: 'percent' }],
    ['_x0041_ <b>&"\'\t', { number: '-0.07', style: 'money' }, ''],
    ['两\n行 😀 ', { number: '123456789012345678.9', style: 'plain' }, { number: '-1', style: 'percent' }],
    ['+86 138', { number: '1234567', style: 'count' }, { number: '0', style: 'plain' }],
  ];

  test('another program reads the same: numbers as numbers, text as text, never a formula', async () => {
    const bytes = await written(['名称', '数', '率'], rows);
    expect(bySheetJs(bytes, true)).toEqual([
      ['名称', '数', '率'],
      ['=1+1', 1280.5, 0.455],
      ['_x0041_ <b>&"\'\t', -0.07, ''],
      ['两\n行 😀 ', '123456789012345678.9', -1],
      ['+86 138', 1234567, 0],
    ]);
    expect(bySheetJs(bytes, false)).toEqual([
      ['名称', '数', '率'],
      ['=1+1', '1,280.50', '45.50%'],
      ['_x0041_ <b>&"\'\t', '-0.07', ''],
      ['两\n行 😀 ', '123456789012345678.9', '-100.00%'],
      ['+86 138', '1,234,567', '0'],
    ]);
    const { Sheets, SheetNames } = readBook(bytes, { type: 'array' });
    expect(SheetNames).toEqual(['表格']);
    expect(Object.values(Sheets['表格']!).some((cell) => (cell as { f?: string }).f !== undefined)).toBe(
      false,
    );
  });

  test('and we do', async () => {
    expect(await readSheet(await written(['名称', '数', '率'], rows))).toMatchObject({
      rows: [
        ['名称', '数', '率'],
        ['=1+1', '1280.5', '45.5%'],
        ['_x0041_ <b>&"\'\t', '-0.07', ''],
        ['两\n行 😀 ', '123456789012345678.9', '-100%'],
        ['+86 138', '1234567', '0'],
      ],
    });
  });

  test('any text comes back, but for characters no XML can hold', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(
        '_x000D_',
        '__x0041_',
        '\r',
        '\r\n',
        ' a ',
        ']]>',
        '&amp;',
        '\uFFFE',
        '\u0000',
        '￥',
        '𠀀',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const read = await readSheet(
          await written(
            ['行', '文'],
            texts.map((cell) => ['x', cell]),
          ),
        );
        const held = (cell: string): string =>
          cell.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
        if ('refused' in read) throw new Error(read.refused);
        expect(read.rows.slice(1).map(([, cell]) => cell)).toEqual(texts.map(held));
      }),
      { numRuns: 60 },
    );
  });

  test('many columns and rows; who waits hears of it', async () => {
    const done: number[] = [];
    const header = Array.from({ length: 30 }, (_, i) => `列${i}`);
    const blob = writeSheet(
      header,
      Array.from({ length: 1200 }, (_, n) =>
        header.map((_, i) => ({ number: String(n * 30 + i), style: 'plain' as const })),
      ),
      (rows) => done.push(rows),
    );
    expect(done).toEqual([500, 1000]);
    const sheet = bySheetJs(await bytesOf(blob), true);
    expect(sheet).toHaveLength(1201);
    expect(sheet[1200]?.[29]).toBe(1199 * 30 + 29);
    expect(blob.type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  });
});
