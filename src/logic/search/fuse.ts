import type { Option, Plan, Unit } from './plan.ts';
import type { Posting } from './postings.ts';

export interface Ranked {
  record: number;
  score: number;
  /** share of the query found on it, weighted by how telling each part is; 0–1 */
  cover: number;
}
export interface Corpus {
  /** number of records in the index */
  size: number;
  kindOf: (record: number) => string;
}
/** Token → where it stands; a token without an entry stands nowhere. */
export type Answers = ReadonlyMap<string, readonly Posting[]>;

/** A page, a tool or a term answers more questions than a quiz question does; a bare index page answers least. */
const PRIOR: Readonly<Record<string, number>> = {
  章节: 1,
  工具: 1,
  术语: 1,
  检查表: 1,
  岗位: 1,
  话术: 0.95,
  路径: 0.75,
  题: 0.55,
  页面: 0.6,
};
/** a wording that asks for a kind */
const ASKED = 1.35;
/** what being called exactly what was typed is worth: by its title, by another name, by a word that belongs to it */
const NAMED = 5;
const ALSO_NAMED = 4;
const BELONGS = 2;
/** what scores this far below the best is chance, unless it has everything */
const FLOOR = 0.05;
const WHOLE = 0.95;

/** what standing in the title, a heading, the other names and all over the text is worth */
const FIELDS = { title: 3, heading: 1, alias: 2, body: 1 };

const worthAt = ({ title, heading, alias, body }: Posting): number =>
  (title ? FIELDS.title : 0) +
  (heading ? FIELDS.heading : 0) +
  (alias ? FIELDS.alias : 0) +
  (FIELDS.body * body) / 7;

interface Part {
  score: number;
  cover: number;
}

/**
 * One ranking from the answers to single tokens, any of which may be missing. A record's score is the sum over the
 * parts of the query, times the share of the query it has at all.
 */
export function fuse(plan: Plan, answers: Answers, { size, kindOf }: Corpus): Ranked[] {
  const idfOf = (token: string): number => idf(answers.get(token)?.length ?? 0, size);
  const found = new Map<number, Part>();
  let whole = 0;
  for (const unit of plan.units) {
    const worth = worthOf(unit, idfOf, size);
    whole += worth;
    for (const [record, { score, cover }] of partsOf(unit, answers, idfOf)) {
      const before = found.get(record) ?? { score: 0, cover: 0 };
      found.set(record, { score: before.score + score, cover: before.cover + worth * cover });
    }
  }
  const named = namedBy(plan.names, answers, idfOf);
  const ranked = [...found].map(([record, part]) => {
    const cover = whole > 0 ? Math.min(1, part.cover / whole) : 0;
    const kind = kindOf(record);
    const prior = (PRIOR[kind] ?? 0.8) * (plan.intents.includes(kind) ? ASKED : 1);
    return { record, cover, score: (part.score * cover + (named.get(record) ?? 0)) * prior };
  });
  ranked.sort((a, b) => b.score - a.score || a.record - b.record);
  const least = (ranked[0]?.score ?? 0) * FLOOR;
  const isWhole = wholeBy(plan.typed, answers);
  return ranked.filter(({ record, score, cover }) => score >= least || cover > WHOLE || isWhole(record));
}

/** Tells which records have every token, whatever else was meant by them. */
function wholeBy(tokens: readonly string[], answers: Answers): (record: number) => boolean {
  const has = tokens.map((token) => new Set((answers.get(token) ?? []).map(({ record }) => record)));
  return (record) => has.length > 0 && has.every((records) => records.has(record));
}

const idf = (hits: number, size: number): number =>
  hits === 0 ? 0 : Math.log(1 + (size - hits + 0.5) / (hits + 0.5));

/** What finding a unit is worth; one found nowhere counts as a rare one, so that what has the rest is called partial. */
function worthOf({ options, weight }: Unit, idfOf: (token: string) => number, size: number): number {
  const worth = Math.max(
    ...options.map((option) => option.weight * option.tokens.reduce((sum, token) => sum + idfOf(token), 0)),
  );
  return weight * (worth > 0 ? worth : idf(1, size));
}

/** Score and cover a unit gives to each record, by the option that fits it best. */
function partsOf(
  { options, weight }: Unit,
  answers: Answers,
  idfOf: (token: string) => number,
): Map<number, Part> {
  const parts = new Map<number, Part>();
  for (const option of options) {
    const all = option.tokens.reduce((sum, token) => sum + idfOf(token), 0);
    const own = new Map<number, Part>();
    for (const token of option.tokens) {
      const worth = idfOf(token);
      for (const posting of answers.get(token) ?? []) {
        const before = own.get(posting.record) ?? { score: 0, cover: 0 };
        own.set(posting.record, {
          score: before.score + worth * worthAt(posting),
          cover: before.cover + worth / all,
        });
      }
    }
    for (const [record, { score, cover }] of own) {
      const part = { score: weight * option.weight * score * cover, cover: option.weight * cover };
      if (part.score > (parts.get(record)?.score ?? 0)) parts.set(record, part);
    }
  }
  return parts;
}

/** Records called exactly what was typed, or what that is called now. */
function namedBy(
  names: readonly Option[],
  answers: Answers,
  idfOf: (token: string) => number,
): Map<number, number> {
  const named = new Map<number, number>();
  for (const { tokens, weight } of names) {
    for (const token of tokens) {
      for (const { record, title, alias } of answers.get(token) ?? []) {
        const worth = (title ? NAMED : alias ? ALSO_NAMED : BELONGS) * weight * idfOf(token);
        named.set(record, Math.max(named.get(record) ?? 0, worth));
      }
    }
  }
  return named;
}
