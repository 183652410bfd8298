import { loadTools, questionProblems } from '../../logic/index.ts';
import type { Problem } from '../../records/problem.ts';
import { quizFiles, quizzes } from '../../records/quizzes.ts';

/** Every question can be answered, drawn and marked: see src/logic/quiz/check.ts. */
export async function questions(): Promise<Problem[]> {
  const tools = new Map((await loadTools()).map((tool) => [tool.id, tool]));
  return quizFiles().flatMap(({ file, line }, f) =>
    (quizzes()[f]?.questions ?? []).flatMap((question, q) =>
      questionProblems(question, question.kind === 'numeric' ? tools.get(question.tool) : undefined).map(
        (message) => ({
          file,
          line: line('questions', q, 'id'),
          rule: 'questions',
          message: `${question.id}：${message}`,
          fix: '对照 src/schemas/quizzes.ts 里同名字段的说明',
        }),
      ),
    ),
  );
}
