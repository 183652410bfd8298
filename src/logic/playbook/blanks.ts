/** A customer reply in pieces: plain text and blanks to fill. */
export type Piece = { kind: 'text'; text: string } | { kind: 'blank'; name: string };

/** Splits `您好{买家昵称}，…` at its blanks. A brace without a partner is plain text. */
export function piecesOf(body: string): Piece[] {
  return body
    .split(/(\{[^{}\n]+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      /^\{[^{}\n]+\}$/.test(part) ? { kind: 'blank', name: part.slice(1, -1) } : { kind: 'text', text: part },
    );
}

/** Names of the blanks, in order, each once. */
export const blanksOf = (body: string): string[] => [
  ...new Set(piecesOf(body).flatMap((piece) => (piece.kind === 'blank' ? [piece.name] : []))),
];

/** What stands where nobody filled a blank: never a raw brace, which customers would see. */
export const UNFILLED = '＿＿';

/** The reply with its blanks filled, and the names of those that are still empty. */
export function fill(
  body: string,
  values: Readonly<Record<string, string>>,
): { text: string; empty: string[] } {
  const filled = (name: string): string => (Object.hasOwn(values, name) ? (values[name] ?? '') : '').trim();
  const text = piecesOf(body)
    .map((piece) => (piece.kind === 'text' ? piece.text : filled(piece.name) || UNFILLED))
    .join('');
  return { text, empty: blanksOf(body).filter((name) => filled(name) === '') };
}
