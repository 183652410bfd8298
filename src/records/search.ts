import { searchSchema } from '../schemas/search.ts';
import { once, readOne } from './read.ts';

/** What the search knows of words beyond the glossary, with a way to name the line of a wrong one. */
export const searchWords = once(() => readOne('content/search.yaml', searchSchema));
