/** How the characters of a text file are stored; what a person may choose when the guess was wrong. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK、GB18030',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16（大端）',
} as const;
export type Encoding = keyof typeof ENCODINGS;

/** A sentence for the person instead of a result. */
export interface Refused {
  refused: string;
}
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** what the person should look at, such as characters that could not be read */
  notice?: string;
}

/** Larger files are refused before they are read. */
export const MOST_BYTES = 50 * 1024 * 1024;
export const TOO_LARGE = '文件超过50MB，请拆成几个再导入。';
const OLD_EXCEL = '这是旧的.xls格式。用Excel或WPS打开，另存为.xlsx再导入。';
const WEB_PAGE = '这个文件里其实是网页，不是表格。用Excel或WPS打开，另存为.xlsx再导入。';
const NO_TABLE = '这不是表格文件。能导入的是.xlsx和.csv。';
const UNREADABLE = '有些字读不出来，显示成了�。换一种编码试试，或者在Excel里另存为.xlsx再导入。';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** What a file is by its first bytes, whatever its name says; a sentence for what cannot be read. */
export function kindOf(bytes: Uint8Array): 'text' | 'zip' | Refused {
  if (bytes.length > MOST_BYTES) return { refused: TOO_LARGE };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { refused: OLD_EXCEL };
  return 'text';
}

function marked(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const STRAY = /[\u0000-\u0008\u000E-\u001F\uFFFD]/g;
/** Of so many characters one may be unreadable before it is no text at all. */
const RARELY = 50;

/**
 * Bytes as text: by the mark at their start, else UTF-8 if they are that throughout, else GB18030, which holds GBK.
 * @param chosen by the person, instead of the guess
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded | Refused {
  const kind = kindOf(bytes);
  if (typeof kind === 'object') return kind;
  if (kind === 'zip') return { refused: NO_TABLE };
  const encoding = chosen ?? marked(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');
  const text = new TextDecoder(encoding).decode(bytes);
  const stray = text.match(STRAY)?.length ?? 0;
  if (!chosen && (text.includes('\u0000') || stray * RARELY > text.length)) return { refused: NO_TABLE };
  // What many a back office exports as .xls.
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)\b/i.test(text)) return { refused: WEB_PAGE };
  return { text, encoding, ...(stray > 0 && { notice: UNREADABLE }) };
}
