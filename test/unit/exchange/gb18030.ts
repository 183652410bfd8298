/** Text as GB18030 bytes, by turning the decoder round: characters of one or two bytes, which is GBK. */
const bytesOf = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (!bytesOf.has(char)) bytesOf.set(char, [lead, trail]);
  }
}

export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : bytesOf.get(char);
      if (!bytes) throw new RangeError(`no GBK for ${char}`);
      return bytes;
    }),
  );
}
