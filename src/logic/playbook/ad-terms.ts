import type { Tone } from '../tools/define.ts';
import { adList } from './ad-terms-data.ts';

/** A rule a category rests on: 《广告法》第九条第三项, as it stood in 2025-04. */
export interface AdBasis {
  law: string;
  asOf: string;
}
/**
 * Words that are mended the same way. In `words`: `(甲|乙)` either, `#` a number in digits or Chinese numerals.
 * In `harmless` also `~`, the word itself: `~食用期` lets 最佳食用期 pass.
 */
export interface AdTerm {
  words: readonly string[];
  softer: string;
  note?: string | undefined;
  harmless?: readonly string[] | undefined;
}
export interface AdCategory {
  id: string;
  name: string;
  /** one sentence: what the category is about */
  about: string;
  tone: Extract<Tone, 'bad' | 'caution'>;
  basis: readonly AdBasis[];
}
export interface AdList {
  /** the month whose rules the list was checked against: 2025-10 */
  asOf: string;
  /** what stands before a word when it is denied or asked about, at most `reach` characters away and nothing of `unless` between */
  asides: { words: readonly string[]; unless: readonly string[]; reach: number };
  categories: readonly (AdCategory & {
    harmless?: readonly string[] | undefined;
    terms: readonly AdTerm[];
  })[];
}

export interface AdHit {
  /** as it stands in the text, tricks included: 最·佳 */
  word: string;
  /** where it begins in the text and how long it is there, in UTF-16 units */
  at: number;
  length: number;
  /** the same for people, both from 1; the column counts characters */
  line: number;
  column: number;
  category: AdCategory;
  basis: readonly AdBasis[];
  softer: string;
  note?: string;
}

const NUMERALS = '0-9〇零一二三四五六七八九十百千万亿两几';
const NUMERAL = new RegExp(`[${NUMERALS}]`);
/** Written between the characters of a word to hide it: 最·佳, 最 佳, 最*佳. Line breaks and clause marks are no such thing. */
const SKIPPED = /[\p{Zs}\p{Cf}\p{Mn}\t·•・‧∙⋅*_~^.-]/u;
const CLAUSE_END = '。！？；，：!?;,:\\n';
const LATIN = /[a-z0-9]/;
/** How far on either side of a word it is read whether it is meant as a claim. */
const AROUND = 24;

/** A pattern as the source of a regular expression. */
const sourceOf = (pattern: string): string =>
  pattern.replaceAll('(', '(?:').replaceAll('#', `[${NUMERALS}]+`);

interface Folded {
  text: string;
  /** where each unit of `text` began and ended in what was typed */
  from: number[];
  to: number[];
}

/** Full-width and capital letters made plain, what hides a word left out. */
function fold(typed: string): Folded {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const sign of typed) {
    const end = at + sign.length;
    const plain = sign >= '一' && sign <= '鿿' ? sign : sign.normalize('NFKC').toLowerCase();
    for (const unit of plain) {
      if (SKIPPED.test(unit)) continue;
      text += unit;
      for (let i = 0; i < unit.length; i += 1) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text, from, to };
}

interface Entry {
  category: AdCategory;
  term: AdTerm;
  /** whether the word is harmless between these two texts */
  passes: (before: string, after: string) => boolean;
}
/** One character of a word, `#` for a run of numerals, and what may follow it; or the end, with what was found. */
interface Step {
  sign: string;
  next: readonly Step[];
  entry?: Entry;
}

/** The ways into a pattern that lead on to `after`. Read from its end, so that all that go on alike share their steps. */
function stepsOf(pattern: string, after: readonly Step[]): readonly Step[] {
  let at = pattern.length;
  const alternatives = (then: readonly Step[]): readonly Step[] => {
    const ways: Step[] = [];
    let way = then;
    while (at > 0) {
      at -= 1;
      const sign = pattern.charAt(at);
      if (sign === '(') break;
      if (sign === '|') {
        ways.push(...way);
        way = then;
      } else {
        way = sign === ')' ? alternatives(way) : [{ sign, next: way }];
      }
    }
    return [...ways, ...way];
  };
  return alternatives(after);
}

/** Stands for the word in a harmless phrase, and between its two sides; folding leaves none in the text itself. */
const SELF = '~';

function passing(patterns: readonly string[]): Entry['passes'] {
  let compiled: RegExp | undefined;
  return (before, after) => {
    if (patterns.length === 0) return false;
    compiled ??= new RegExp(
      patterns
        .map((pattern) =>
          pattern
            .split(SELF)
            .map((side) => `(?:${sourceOf(side)})`)
            .join(SELF),
        )
        .join('|'),
    );
    return compiled.test(`${before}${SELF}${after}`);
  };
}

/** For each place in a number where that number ends, 0 elsewhere. */
function numberEndsIn(text: string): Uint32Array {
  const ends = new Uint32Array(text.length);
  for (let at = text.length - 1; at >= 0; at -= 1)
    if (NUMERAL.test(text.charAt(at))) ends[at] = ends[at + 1] || at + 1;
  return ends;
}

interface Span {
  start: number;
  end: number;
  entry: Entry;
}

/** Of overlapping words the longest stays, of equals the first; in the order of the text. */
function withoutOverlaps(spans: readonly Span[], length: number): Span[] {
  const taken = new Uint8Array(length);
  // What is taken is never shorter than what comes after it, so it shows at one end or the other.
  return [...spans]
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ start, end }) => {
      if (taken[start] || taken[end - 1]) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}

/** Makes a list ready to search with. */
export function compile({ asides, categories }: AdList): (text: string) => AdHit[] {
  const starts = new Map<string, Step[]>();
  for (const { terms, harmless = [], ...category } of categories)
    for (const term of terms) {
      const entry = { category, term, passes: passing([...(term.harmless ?? []), ...harmless]) };
      const end = [{ sign: '', next: [], entry }];
      for (const step of term.words.flatMap((word) => stepsOf(word, end))) {
        const same = starts.get(step.sign);
        if (same) same.push(step);
        else starts.set(step.sign, [step]);
      }
    }
  const aside = new RegExp(
    `(?:${asides.words.map(sourceOf).join('|')})(?:(?!${asides.unless.join('|')})[^${CLAUSE_END}]){0,${asides.reach}}$`,
  );

  return (typed) => {
    const { text, from, to } = fold(typed);
    /** No word ends between two letters that touch: `top1` is no part of `top10`. */
    const parted = (at: number): boolean =>
      !(LATIN.test(text.charAt(at - 1)) && LATIN.test(text.charAt(at)) && to[at - 1] === from[at]);
    const numberEnds = numberEndsIn(text);
    const spans: Span[] = [];
    let best: Span | undefined;
    const walk = (steps: readonly Step[], start: number, at: number): void => {
      for (const { sign, next, entry } of steps) {
        if (entry) {
          if (at > (best?.end ?? start) && parted(at)) best = { start, end: at, entry };
        } else if (sign === '#') {
          if (numberEnds[at]) walk(next, start, numberEnds[at]);
        } else if (sign === text.charAt(at)) {
          walk(next, start, at + 1);
        }
      }
    };
    for (let start = 0; start < text.length; start += 1) {
      if (!parted(start)) continue;
      best = undefined;
      walk(starts.get(text.charAt(start)) ?? [], start, start);
      // A number is read whole, from where it begins.
      if (numberEnds[start] && !numberEnds[start - 1]) walk(starts.get('#') ?? [], start, start);
      if (best) spans.push(best);
    }

    let line = 1;
    let column = 1;
    let read = 0;
    return withoutOverlaps(spans, text.length)
      .filter(({ start, end, entry }) => {
        const before = text.slice(Math.max(0, start - AROUND), start);
        return !aside.test(before) && !entry.passes(before, text.slice(end, end + AROUND));
      })
      .map(({ start, end, entry: { category, term } }) => {
        const at = from[start] ?? 0;
        const length = (to[end - 1] ?? at) - at;
        for (const sign of typed.slice(read, at)) {
          column = sign === '\n' ? 1 : column + 1;
          if (sign === '\n') line += 1;
        }
        read = at;
        return {
          word: typed.slice(at, at + length),
          at,
          length,
          line,
          column,
          category,
          basis: category.basis,
          softer: term.softer,
          ...(term.note !== undefined && { note: term.note }),
        };
      });
  };
}

let ready: ((text: string) => AdHit[]) | undefined;

/**
 * Words of content/ad-terms.yaml in a text, in its order, each with where it stands and what to write instead.
 * Never throws; 5 000 characters take a few milliseconds.
 */
export const findAdTerms = (text: string): AdHit[] => (ready ??= compile(adList))(text);
