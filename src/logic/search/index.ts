/** 搜索: what to look up for a query, where it stands, and one ranking from what comes back. */
export { bestWindow, excerptOf, markUp, type Stretch, worthOfTitle } from './excerpt.ts';
export {
  askedOf,
  coverOf,
  fullTextTokens,
  holds,
  rankPages,
  readExcerpt,
  type PageHits,
  type RankedPage,
} from './fullText.ts';
export { type Answers, fuse, type Ranked } from './fuse.ts';
export { type Lexicon, type LexiconData, readLexicon, soundOf } from './lexicon.ts';
export { nearestTerms } from './near.ts';
export { allTokensOf, atomsOf, isHan, joinAtoms, keyOf, nameToken, tokensOf } from './normalize.ts';
export { type Plan, planOf } from './plan.ts';
export { encode, lookUp, type Posting, readShard, type Shard, shardOf, writeShard } from './postings.ts';
export { blockOf, type Place, placesOf, type RecordTable, type RecordText } from './records.ts';
export { type Found, type Library, search } from './search.ts';
export { readRepair, type Repair, type RepairData, soundsLike } from './repair.ts';
