import { course } from '../../records/course.ts';
import { hasHome, ledger, type LedgerLine, TESTED_KINDS } from '../../records/ledger.ts';
import type { Problem } from '../../records/problem.ts';

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

const completeParts = (): Set<string> =>
  new Set(course().flatMap(({ id, complete }) => (complete ? [id] : [])));

/** In parts that are complete every 知识点 has a home and, where it must, a question. */
export function unfinished(complete: ReadonlySet<string> = completeParts(), lines = ledger()): Problem[] {
  const problem = ({ fact }: LedgerLine, what: string, fix: string): Problem => ({
    file: `content/syllabus/${fact.part}.yaml`,
    line: 1,
    rule: 'coverage',
    message: `${fact.id} ${what}：${fact.statement}`,
    fix,
  });
  return lines
    .filter(({ fact }) => complete.has(fact.part))
    .flatMap((line) => [
      ...(hasHome(line) ? [] : [problem(line, '没有落处', '在一章的 teaches 里写上讲它的小节')]),
      ...(TESTED_KINDS.includes(line.fact.kind) && line.questions.length === 0
        ? [problem(line, '没有题', '在那一章的题库里加一题，facts 里写上它')]
        : []),
    ]);
}
