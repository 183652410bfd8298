import type { Answer, Kind } from './kind.ts';
import { numeric } from './numeric.ts';
import { PLAIN, type View } from './plain.ts';
import type { Question, QuestionKind } from './question.ts';

/** Where all kinds meet. A new kind is one file, one line here or in plain.ts, and its face on the page. */
export const KINDS: Readonly<Record<QuestionKind, Kind<Question, View, Answer>>> = { ...PLAIN, numeric };
