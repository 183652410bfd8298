/** From values to places on the paper; a range of no width lands on its start, and no size of number overflows. */
export function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  const size = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const span = high / size - low / size;
  return (value) => (span === 0 ? from : from + ((value / size - low / size) / span) * (to - from));
}

const SMALLEST = 1e-300;

/** Three to six round values (1, 2 or 5 × 10ⁿ apart) that cover low to high. */
export function ticks(low: number, high: number, wanted = 4): number[] {
  const span = high - low;
  if (!(span > SMALLEST) || !Number.isFinite(span)) return [low];
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999) ?? span;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

export interface Slot {
  /** where the middle would like to be */
  wish: number;
  height: number;
}

/** Slots with middles as near to the wishes as can be, in their order, without overlap, inside top to bottom. */
export function spread<T extends Slot>(
  slots: readonly T[],
  top: number,
  bottom: number,
  gap = 0,
): (T & { middle: number })[] {
  const placed = slots.map((slot) => ({ ...slot, middle: slot.wish }));
  let edge = top;
  for (const slot of placed) {
    slot.middle = Math.max(slot.wish, edge + slot.height / 2);
    edge = slot.middle + slot.height / 2 + gap;
  }
  edge = bottom;
  for (const slot of [...placed].reverse()) {
    slot.middle = Math.min(slot.middle, edge - slot.height / 2);
    edge = slot.middle - slot.height / 2 - gap;
  }
  return placed;
}
