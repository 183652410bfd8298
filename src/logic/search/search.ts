import { fuse, type Ranked } from './fuse.ts';
import type { Lexicon } from './lexicon.ts';
import { type Plan, planOf } from './plan.ts';
import { lookUp, type Posting, type Shard, shardOf } from './postings.ts';
import { type Repair, soundsLike } from './repair.ts';

/** Where the search gets what it works on; each is loaded once. */
export interface Library {
  lexicon: Lexicon;
  shards: number;
  /** number of records */
  size: number;
  kindOf: (record: number) => string;
  shard: (number: number) => Promise<Shard>;
  repair: () => Promise<Repair>;
}

export interface Found {
  plan: Plan;
  ranked: readonly Ranked[];
  /** what was searched for instead, where the words typed are none we know but sound like some */
  instead?: string;
}

/** below this share of the query, what was found may be beside the point */
const GOOD = 0.6;

/** Everything for a query, best first. @throws what loading throws */
export async function search(query: string, library: Library): Promise<Found> {
  const first = await answer(planOf(query, library.lexicon), library);
  if (isGood(first) || first.plan.units.length === 0) return first;
  // A search that did badly is still better than none: without its remedies it stands as it is.
  const repair = await library.repair().catch(() => undefined);
  if (!repair) return first;
  const simple = await answer(planOf(query, library.lexicon, repair.simplify), library);
  if (isGood(simple)) return simple;
  const instead = soundsLike(query, library.lexicon, repair);
  if (instead === undefined) return simple;
  const heard = await answer(planOf(instead, library.lexicon), library);
  return coverOf(heard) > coverOf(simple) ? { ...heard, instead } : simple;
}

const coverOf = ({ ranked }: Found): number => ranked[0]?.cover ?? 0;
const isGood = (found: Found): boolean => coverOf(found) >= GOOD;

async function answer(plan: Plan, library: Library): Promise<Found> {
  const answers = await Promise.all(
    plan.tokens.map(async (token): Promise<[string, Posting[]]> => {
      const shard = await library.shard(shardOf(token, library.shards));
      return [token, lookUp(token, shard)];
    }),
  );
  return { plan, ranked: fuse(plan, new Map(answers), library) };
}
