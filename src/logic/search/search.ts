import { type Answers, fuse, type Ranked } from './fuse.ts';
import type { Lexicon } from './lexicon.ts';
import { atomsOf, isHan, tokensOf } from './normalize.ts';
import { type Plan, planOf } from './plan.ts';
import { lookUp, type Shard, shardOf } from './postings.ts';
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
  const plan = planOf(query, library.lexicon);
  const first = await answer(plan, library);
  // Characters that are found together as they were typed are neither misheard nor traditional.
  const characters = plan.typed.filter((token) => isHan(token.charAt(0)));
  if (isGood(first) || allFound(characters, await answersOf(characters, library))) return first;
  // A search that did badly is still better than none: without its remedies it stands as it is.
  const repair = await library.repair().catch(() => undefined);
  if (!repair) return first;
  const simple = await answer(planOf(query, library.lexicon, repair.simplify), library);
  if (isGood(simple)) return simple;
  const atoms = atomsOf(query, repair.simplify);
  const answers = await answersOf(tokensOf(atoms), library);
  const instead = soundsLike(atoms, library.lexicon, repair, (stretch) =>
    allFound(tokensOf(stretch), answers),
  );
  if (instead === undefined) return simple;
  const heard = await answer(planOf(instead, library.lexicon), library);
  return coverOf(heard) > coverOf(simple) ? { ...heard, instead } : simple;
}

const coverOf = ({ ranked }: Found): number => ranked[0]?.cover ?? 0;
const isGood = (found: Found): boolean => coverOf(found) >= GOOD;

async function answer(plan: Plan, library: Library): Promise<Found> {
  return { plan, ranked: fuse(plan, await answersOf(plan.tokens, library), library) };
}

const answersOf = async (tokens: readonly string[], library: Library): Promise<Answers> =>
  new Map(
    await Promise.all(
      tokens.map(async (token) => {
        const shard = await library.shard(shardOf(token, library.shards));
        return [token, lookUp(token, shard)] as const;
      }),
    ),
  );

const allFound = (tokens: readonly string[], answers: Answers): boolean =>
  tokens.every((token) => (answers.get(token) ?? []).length > 0);
