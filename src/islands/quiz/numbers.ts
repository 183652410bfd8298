/** What numeric questions need beyond what the page came with; loaded when somebody answers one or draws anew. */
import type { NumericView } from '#logic/quiz/numeric-view.ts';
import { numeric } from '#logic/quiz/numeric.ts';
import type { NumericQuestion } from '#logic/quiz/question.ts';
import { loadTool } from '#logic/tools/catalog.ts';

export { numeric, unreadable } from '#logic/quiz/numeric.ts';

/** Numbers for each question from its seed. */
export async function drawAll(
  questions: readonly NumericQuestion[],
  seedOf: (id: string) => string,
): Promise<Record<string, NumericView>> {
  const views = questions.map(async (question) => {
    const view = numeric.prepare(question, seedOf(question.id), await loadTool(question.tool));
    return [question.id, view] as const;
  });
  return Object.fromEntries(await Promise.all(views));
}
