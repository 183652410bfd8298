import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, kindOf, MOST_BYTES } from '#logic/exchange/encoding.ts';
import { gb18030 } from './gb18030.ts';

fc.configureGlobal({ seed: 20_261_126 });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...[...text].flatMap((char) => [...char].map((c) => c.charCodeAt(0)))].forEach((code, i) =>
    view.setUint16(i * 2, code, little),
  );
  return bytes;
};
const TABLE = '商品,售价\r\n连衣裙,¥199\r\n';

describe('text of a file', () => {
  test.each([
    ['UTF-8', utf8(TABLE), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\uFEFF${TABLE}`), 'utf-8'],
    ['GBK as Excel saves CSV', gb18030(TABLE.replace('¥', '￥')), 'gb18030'],
    ['Excel “Unicode text”', utf16(TABLE, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(TABLE, false), 'utf-16be'],
    ['plain ASCII', utf8('a,b\n1,2\n'), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    const text = encoding === 'gb18030' ? TABLE.replace('¥', '￥') : bytes.length < 20 ? 'a,b\n1,2\n' : TABLE;
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  test('GB18030 bytes are those of the standard', () => {
    // 中文 is D6D0 CEC4 in GB 2312; 𠀀 is four bytes in GB18030.
    expect([...gb18030('中文')]).toEqual([0xd6, 0xd0, 0xce, 0xc4]);
    const bytes = Uint8Array.from([0xd6, 0xd0, 0x95, 0x32, 0x82, 0x36, 0x2c, 0x31]);
    expect(decode(bytes)).toEqual({ text: '中𠀀,1', encoding: 'gb18030' });
  });

  test('a person may choose another encoding, and is told of what cannot be read', () => {
    const bytes = gb18030('商品,售价');
    expect(decode(bytes, 'gb18030')).toEqual({ text: '商品,售价', encoding: 'gb18030' });
    expect(decode(bytes, 'utf-8')).toMatchObject({
      encoding: 'utf-8',
      notice: expect.stringContaining('�') as string,
    });
    const torn = Uint8Array.from([...gb18030(TABLE.replace('¥', '').repeat(10)), 0xff]);
    expect(decode(torn)).toMatchObject({ encoding: 'gb18030', notice: expect.any(String) as string });
  });
});

describe('what is no table', () => {
  test.each([
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '另存为.xlsx'],
    ['a web page named .xls', utf8('<html><body><table><tr><td>1</td></tr></table></body></html>'), '网页'],
    ['the same in GBK', gb18030('\r\n<table><tr><td>商品</td></tr></table>'), '网页'],
    ['Excel 2003 XML', utf8('<?xml version="1.0"?><Workbook></Workbook>'), '网页'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), '不是表格'],
    ['UTF-16 without its mark', utf16(TABLE, true).slice(2), '不是表格'],
    ['more than 50 MB', new Uint8Array(MOST_BYTES + 1), '50MB'],
  ])('%s', (_, bytes, says) => {
    expect(decode(bytes)).toEqual({ refused: expect.stringContaining(says) as string });
  });

  test('.xlsx is seen by what is in it', () => {
    expect(kindOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20]))).toBe('zip');
    expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 20]))).toEqual({
      refused: '这不是表格文件。能导入的是.xlsx和.csv。',
    });
    expect(kindOf(utf8('a,b'))).toBe('text');
  });

  test('any bytes: text or a sentence, never an exception', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary' }).map(utf8),
      fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.from([0xff, 0xfe, ...rest])),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom(undefined, 'gb18030', 'utf-8', 'utf-16le'), (given, chosen) => {
        const result = decode(given, chosen);
        if ('refused' in result) expect(result.refused).toMatch(/\p{Script=Han}/u);
        else expect(typeof result.text).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });
});
