import { isHan } from './normalize.ts';

/** A stretch of text, marked where it is what was searched for. Text, never markup. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** Where the marks occur, merged: overlapping pairs of characters become one stretch. */
function placesOf(text: string, marks: readonly string[]): [from: number, to: number][] {
  const low = text.toLowerCase();
  const places: [number, number][] = [];
  for (const mark of marks) {
    if (mark.length < 2) continue;
    const latin = !isHan(mark.charAt(0));
    for (let at = low.indexOf(mark); at !== -1; at = low.indexOf(mark, at + 1)) {
      if (latin && /[a-z0-9]/.test(low.charAt(at - 1))) continue;
      places.push([at, at + mark.length]);
    }
  }
  places.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of places) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The text with its marks. */
export function markUp(text: string, marks: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  for (const [from, to] of placesOf(text, marks)) {
    if (from > done) stretches.push({ text: text.slice(done, from), marked: false });
    stretches.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  if (done < text.length) stretches.push({ text: text.slice(done), marked: false });
  return stretches;
}

export interface Window {
  from: number;
  to: number;
  /** how many different marks are inside, and a little for the longest stretch of them */
  worth: number;
}

/** The stretch of `length` characters that has the most of what was searched for; the start when there is nothing. */
export function bestWindow(text: string, marks: readonly string[], length: number): Window {
  const places = placesOf(text, marks).map(([from, to]) => ({
    from,
    to,
    text: text.slice(from, to).toLowerCase(),
  }));
  let best: Window = { from: 0, to: Math.min(text.length, length), worth: 0 };
  places.forEach(({ from }, first) => {
    const inside = places.slice(first).filter(({ to }) => to <= from + length);
    const worth = worthOf(
      inside.map((place) => place.text),
      marks,
    );
    if (worth > best.worth) best = { from, to: Math.min(text.length, from + length), worth };
  });
  return best.worth === 0 ? best : withLead(text, best, length);
}

function worthOf(found: readonly string[], marks: readonly string[]): number {
  const different = marks.filter((mark) => found.some((text) => text.includes(mark))).length;
  return different + Math.max(0, ...found.map((text) => text.length)) / 10;
}

/** How much of what was searched for a short text has, such as a heading. */
export const worthOfTitle = (title: string, marks: readonly string[]): number =>
  worthOf(
    placesOf(title, marks).map(([from, to]) => title.slice(from, to).toLowerCase()),
    marks,
  );

const ENDS = /[。！？；…\n]/;
/** A little before the first mark, from the start of its sentence where that is near. */
function withLead(text: string, { from, worth }: Window, length: number): Window {
  const lead = Math.floor(length / 4);
  let start = Math.max(0, from - lead);
  for (let at = from - 1; at >= start; at--) {
    if (ENDS.test(text.charAt(at))) {
      start = at + 1;
      break;
    }
  }
  return { from: start, to: Math.min(text.length, start + length), worth };
}

/** The telling part of a text, marked, with an ellipsis where it was cut. */
export function excerptOf(text: string, marks: readonly string[], length: number): Stretch[] {
  const { from, to } = bestWindow(text, marks, length);
  const cut = `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
  return markUp(cut, marks);
}
