import { keysOf } from '../expression/ast.ts';
import { compile } from '../tools/compile.ts';
import type { ToolDefinition } from '../tools/define.ts';
import { draw } from './draw.ts';
import { fold } from './fill.ts';
import type { NumericQuestion, Question, ScenarioQuestion } from './question.ts';
import { bestTotal } from './scenario.ts';
import { seedOf } from './seed.ts';

/** Seeds a numeric question must be drawable with before it is published. */
const SEEDS = Array.from({ length: 40 }, (_, i) => seedOf(`check ${i}`));

const twice = (texts: readonly string[], what: string): string[] =>
  [...new Set(texts.filter((text, i) => texts.indexOf(text) !== i))].map(
    (text) => `${what}「${text}」写了两次`,
  );

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function numericProblems(question: NumericQuestion, tool: ToolDefinition | undefined): string[] {
  if (!tool) return [`没有叫「${question.tool}」的工具`];
  const keys = new Set([...Object.keys(tool.inputs), ...Object.keys(tool.results)]);
  const named = [question.stem, question.explain, ...question.misconceptions.map(({ says }) => says)].flatMap(
    (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key),
  );
  const problems = [...new Set(named)]
    .filter((key) => !keys.has(key))
    .map((key) => `{${key}} 既不是工具的输入也不是结果`);
  const ranges = Object.entries(question.given).filter(([, given]) => typeof given !== 'string');
  const hidden = ranges.map(([key]) => key).filter((key) => !question.stem.includes(`{${key}}`));
  problems.push(...hidden.map((key) => `题干没有用 {${key}} 告诉读者这个数`));
  if (!/^\d+(\.\d+)?$/.test(question.tolerance))
    problems.push(`误差「${question.tolerance}」不是一个不小于 0 的数`);
  for (const { formula } of question.misconceptions) {
    try {
      const unknown = keysOf(compile(formula)).filter((key) => !keys.has(key));
      problems.push(...unknown.map((key) => `错误算式「${formula}」里的 ${key} 工具没有`));
    } catch (error) {
      problems.push(reason(error));
    }
  }
  if (problems.length > 0) return problems;
  try {
    for (const seed of SEEDS) draw(question, seed, tool);
  } catch (error) {
    problems.push(reason(error));
  }
  return problems;
}

function scenarioProblems({ start, steps }: ScenarioQuestion): string[] {
  const ids = Object.keys(steps);
  const targets = Object.values(steps).flatMap(({ replies }) =>
    replies.flatMap(({ next }) => (next === undefined ? [] : [next])),
  );
  const lost = [start, ...targets].filter((id) => !ids.includes(id)).map((id) => `没有「${id}」这一步`);
  if (lost.length > 0) return [...new Set(lost)];
  const unreached = ids
    .filter((id) => id !== start && !targets.includes(id))
    .map((id) => `「${id}」这一步走不到`);
  const doubled = Object.values(steps).flatMap(({ replies }) =>
    twice(
      replies.map(({ text }) => text),
      '回复',
    ),
  );
  try {
    const none = bestTotal({ start, steps }) > 0 ? [] : ['没有一句回复得分'];
    return [...unreached, ...doubled, ...none];
  } catch (error) {
    return [...unreached, ...doubled, reason(error)];
  }
}

/** What the schema cannot see is wrong with a question, one sentence each; for authors. */
export function questionProblems(question: Question, tool?: ToolDefinition): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const right = question.options.filter((option) => option.right).length;
      const problems = twice(
        question.options.map(({ text }) => text),
        '选项',
      );
      if (question.kind === 'single' && right !== 1) problems.push(`单选要正好一个对的，现在有 ${right} 个`);
      if (question.kind === 'multiple' && right < 2) problems.push(`多选至少两个对的，现在有 ${right} 个`);
      return problems;
    }
    case 'boolean':
      return [];
    case 'numeric':
      return numericProblems(question, tool);
    case 'order':
      return [
        ...twice(
          question.items.map(({ id }) => id),
          '编号',
        ),
        ...twice(
          question.items.map(({ text }) => text),
          '步骤',
        ),
      ];
    case 'match':
      return [
        ...twice(
          question.pairs.map(({ id }) => id),
          '编号',
        ),
        ...twice(
          question.pairs.map(({ left }) => left),
          '左边',
        ),
      ];
    case 'fill': {
      const accepted = question.accept.map(fold);
      const both = question.near
        .filter(({ text }) => accepted.includes(fold(text)))
        .map(({ text }) => `「${text}」又算对又算错`);
      return [...twice(accepted, '答案'), ...both];
    }
    case 'scenario':
      return scenarioProblems(question);
  }
}
