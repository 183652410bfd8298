import { isToolId, loadTools, toolIds } from '../../logic/index.ts';
import { chapters } from '../../records/course.ts';
import type { Problem } from '../../records/problem.ts';
import { quizFiles } from '../../records/quizzes.ts';
import { checklistFiles, facts, glossaryFiles, roleFiles, scriptFiles } from '../../records/records.ts';
import { resolveGiven } from '../../records/shops.ts';
import { chapterTexts } from './prose.ts';

/** One reference from a content file to a record that must exist. */
interface Reference {
  file: string;
  line: number;
  what: string;
  id: string;
  known: ReadonlySet<string>;
}

const missing = ({ file, line, what, id, known }: Reference): Problem[] =>
  known.has(id)
    ? []
    : [
        {
          file,
          line,
          rule: 'references',
          message: `${what}「${id}」不存在`,
          fix: `检查拼写；现有 ${known.size} 个，例如 ${[...known].slice(0, 4).join('、')}`,
        },
      ];

/** Every id that one record names in another must exist; Astro itself only logs these. */
export async function references(): Promise<Problem[]> {
  const tools = new Map((await loadTools()).map((tool) => [tool.id, tool]));
  const known = {
    知识点: new Set(facts().flatMap(({ id, also = [] }) => [id, ...also])),
    章节: new Set(chapters().map(({ id }) => id)),
    术语: new Set(glossaryFiles().flatMap(({ data }) => data.terms.map(({ id }) => id))),
    话术: new Set(scriptFiles().flatMap(({ data }) => data.scripts.map(({ id }) => id))),
    检查表: new Set(checklistFiles().map(({ name }) => name)),
    工具: new Set<string>(toolIds),
  };
  type Kind = keyof typeof known;
  const list: Reference[] = [];
  const add = (file: string, line: number, what: Kind, ids: readonly string[]): void => {
    for (const id of ids) list.push({ file, line, what, id, known: known[what] });
  };
  const problems: Problem[] = [];
  const texts = new Map(chapterTexts().map((text) => [text.id, text]));

  for (const chapter of chapters()) {
    const { file } = chapter;
    add(file, 1, '知识点', Object.keys(chapter.teaches ?? {}));
    add(file, 1, '术语', chapter.terms);
    add(file, 1, '话术', chapter.scripts);
    add(file, 1, '检查表', chapter.checklists);
    add(file, 1, '工具', chapter.tools);
    const headings = new Set(texts.get(chapter.id)?.headings.map(({ text }) => text));
    for (const [fact, heading] of Object.entries(chapter.teaches ?? {})) {
      if (!headings.has(heading))
        problems.push({
          file,
          line: 1,
          rule: 'references',
          message: `${fact} 说在「${heading}」讲，正文没有这个小节`,
          fix: `标题要一字不差：${[...headings].join('、')}`,
        });
    }
  }
  for (const { file, data, line } of glossaryFiles()) {
    data.terms.forEach((term, i) => {
      const at = line('terms', i, 'id');
      add(file, at, '术语', term.related);
      add(file, at, '知识点', term.facts);
      const tool = term.formula && tools.get(term.formula.tool);
      if (term.formula && !(tool?.results[term.formula.result] ?? tool?.rows?.results[term.formula.result])) {
        problems.push({
          file,
          line: at,
          rule: 'references',
          message: `公式指向 ${term.formula.tool}.${term.formula.result}，没有这个结果`,
          fix: '写工具编号和它的结果键，或去掉 formula',
        });
      }
    });
  }
  for (const { file, data, line } of scriptFiles())
    data.scripts.forEach((script, i) => add(file, line('scripts', i, 'id'), '知识点', script.facts));
  for (const { file, data, line } of checklistFiles()) {
    data.sections.forEach((section, i) =>
      section.items.forEach((item, j) => {
        const at = line('sections', i, 'items', j, 'id');
        add(file, at, '知识点', item.facts);
        if (item.tool) add(file, at, '工具', [item.tool]);
        if (item.chapter) add(file, at, '章节', [item.chapter]);
      }),
    );
  }
  for (const { file, data, line } of roleFiles()) {
    add(file, line('facts'), '知识点', data.facts);
    add(file, line('checklists'), '检查表', data.checklists);
    data.day.forEach((block, i) => {
      if (block.tool) add(file, line('day', i), '工具', [block.tool]);
      if (block.checklist) add(file, line('day', i), '检查表', [block.checklist]);
      if (block.chapter) add(file, line('day', i), '章节', [block.chapter]);
    });
  }
  const seen = new Map<string, string>();
  for (const { file, data, line } of quizFiles()) {
    add(file, 1, '章节', [data.chapter]);
    const headings = new Set(texts.get(data.chapter)?.headings.map(({ text }) => text));
    data.questions.forEach((question, i) => {
      const at = line('questions', i, 'id');
      add(file, at, '知识点', question.facts);
      if (!headings.has(question.see))
        problems.push({
          file,
          line: at,
          rule: 'references',
          message: `「看原文」指向小节「${question.see}」，这一章没有`,
          fix: `标题要一字不差：${[...headings].join('、')}`,
        });
      const other = seen.get(question.id);
      if (other)
        problems.push({
          file,
          line: at,
          rule: 'references',
          message: `题目编号 ${question.id} 在 ${other} 里已经用过`,
          fix: '换一个编号',
        });
      seen.set(question.id, file);
      if (question.kind !== 'numeric') return;
      if (!isToolId(question.tool)) add(file, at, '工具', [question.tool]);
      const tool = tools.get(question.tool);
      for (const key of Object.keys(question.given))
        if (tool && !(key in tool.inputs))
          problems.push({
            file,
            line: at,
            rule: 'references',
            message: `工具 ${question.tool} 没有输入「${key}」`,
            fix: Object.keys(tool.inputs).join('、'),
          });
      if (tool && !(question.ask in tool.results))
        problems.push({
          file,
          line: at,
          rule: 'references',
          message: `工具 ${question.tool} 没有结果「${question.ask}」`,
          fix: Object.keys(tool.results).join('、'),
        });
      for (const value of Object.values(question.given)) {
        if (typeof value !== 'string' || !value.startsWith('@')) continue;
        try {
          resolveGiven(value);
        } catch (error) {
          problems.push({
            file,
            line: at,
            rule: 'references',
            message: `引用 ${value}：${(error as Error).message}`,
            fix: '照店铺文件里的键写',
          });
        }
      }
    });
  }
  return [...list.flatMap(missing), ...problems];
}
