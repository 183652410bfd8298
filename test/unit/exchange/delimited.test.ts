import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guessDelimiter,
  isBlank,
  readDelimited,
  unguarded,
  writeDelimited,
} from '#logic/exchange/delimited.ts';
import { readCsv } from '#logic/tools/csv.ts';

fc.configureGlobal({ seed: 20_261_126 });

describe('reading', () => {
  test('RFC 4180: quotes, commas, doubled quotes and line ends in cells', () => {
    const text = '名称,说明\r\n"裙, 长","她说""好""\r\n第二行",x\n\r\n 单独"引号,"空"后\n';
    expect(readDelimited(text)).toEqual({
      rows: [
        ['名称', '说明'],
        ['裙, 长', '她说"好"\r\n第二行', 'x'],
        [' 单独"引号', '空后'],
      ],
      lines: [1, 2, 5],
    });
  });

  test('what Excel and WPS put on the clipboard: tabs, quoted cells of several lines', () => {
    const text = '商品\t售价\t备注\r\n连衣裙\t1,280\t"买一送一\n含""赠品"""\r\n手机壳\t¥19.9\t\r\n';
    expect(guessDelimiter(text)).toBe('\t');
    expect(readDelimited(text, '\t')).toEqual({
      rows: [
        ['商品', '售价', '备注'],
        ['连衣裙', '1,280', '买一送一\n含"赠品"'],
        ['手机壳', '¥19.9', ''],
      ],
      lines: [1, 2, 4],
    });
  });

  test('blank lines are left out, lines keep the number they have in the source', () => {
    expect(readDelimited('\n \n,,\r\ra,1\r\n""\n\nb,2')).toEqual({
      rows: [
        ['a', '1'],
        ['b', '2'],
      ],
      lines: [5, 8],
    });
    expect(readDelimited('')).toEqual({ rows: [], lines: [] });
  });

  test('a quote that is never closed takes the rest, and is named by its line', () => {
    expect(readDelimited('a,1\n"b,2\nc,3\n')).toEqual({
      rows: [['a', '1'], ['b,2\nc,3\n']],
      lines: [1, 2],
      open: 2,
    });
  });

  test('it stops after so many rows', () => {
    expect(readDelimited('a\nb\nc\n', ',', 2).rows).toEqual([['a'], ['b']]);
  });

  test('with commas it reads as the tables in links do, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', 'a', '1', ' ', '\t', ';', '商'), {
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
        const { rows, lines } = readDelimited(any);
        expect(rows).toEqual(readCsv(any));
        expect(lines).toHaveLength(rows.length);
        expect([...lines].sort((a, b) => a - b)).toEqual(lines);
        expect(rows.some(isBlank)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('which delimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a\tb\n1,280\t3,500\n', '\t'],
    ['名称;备注,说明\n裙;红,绿\n裤;蓝\n', ';'],
    ['商品,说明\n裙,红;绿;蓝\n裤,黑\n袜,白;灰\n', ','],
    ['只有一列\n1\n2\n', ','],
    ['', ','],
  ])('%j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  test('of a long text only the beginning is looked at, without the row cut off there', () => {
    expect(guessDelimiter('商品;12;1,2\n'.repeat(40) + 'x'.repeat(50_000))).toBe(';');
    expect(guessDelimiter('商品\t12\t1,2,3\n'.repeat(3000))).toBe('\t');
  });
});

describe('writing', () => {
  test('lines end in CRLF, what is special is quoted', () => {
    expect(
      writeDelimited(
        [
          ['a', 'b,c'],
          ['"', 'x\ny'],
        ],
        'csv',
      ),
    ).toBe('a,"b,c"\r\n"""","x\ny"\r\n');
    expect(
      writeDelimited(
        [
          ['a', 'b,c'],
          ['t\tt', ''],
        ],
        'tsv',
      ),
    ).toBe('a\tb,c\r\n"t\tt"\t\r\n');
  });

  // The examples of interop F.
  test.each(['=1', '@x', '+SUM(A1)', '-cmd', '\t=1', '\r=1', '=HYPERLINK("http://x")', '-', '+'])(
    'a spreadsheet does not run %j',
    (cell) => {
      const [[read = ''] = []] = readDelimited(writeDelimited([[cell, 'x']], 'csv')).rows;
      expect(read).toBe(`'${cell}`);
      expect(unguarded(read)).toBe(cell);
    },
  );
  test.each(['-5%', '-0.5', '+86 138', '-.5', '+1', "'", "'a", 'a=b', '1-2', '', '商品-甲'])(
    '%j stays',
    (cell) => {
      expect(writeDelimited([[cell, 'x']], 'tsv')).toBe(`${cell}\tx\r\n`);
      expect(unguarded(cell)).toBe(cell);
    },
  );

  test('any rows come back as they were', () => {
    const piece = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '5', 'a', '商', ' ');
    const cell = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('csv', 'tsv'), (given, kind) => {
        const { rows: read } = readDelimited(writeDelimited(given, kind), kind === 'csv' ? ',' : '\t');
        expect(read.map((row) => row.map(unguarded))).toEqual(given.filter((row) => !isBlank(row)));
      }),
      { numRuns: 2000 },
    );
  });
});
