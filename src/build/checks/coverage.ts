import { hasHome, ledger, TESTED_KINDS } from '../../records/ledger.ts';

/** How much of the syllabus has a home and a question. A count, not a failure, until the course is complete. */
export function coverage(): {
  total: number;
  taught: number;
  tested: number;
  toTest: number;
  untestedButTaught: string[];
} {
  const lines = ledger();
  const home = lines.filter(hasHome);
  const toTest = lines.filter(({ fact }) => TESTED_KINDS.includes(fact.kind));
  return {
    total: lines.length,
    taught: home.length,
    toTest: toTest.length,
    tested: toTest.filter(({ questions }) => questions.length > 0).length,
    untestedButTaught: toTest
      .filter(({ taught, questions }) => taught.length > 0 && questions.length === 0)
      .map(({ fact }) => fact.id),
  };
}
