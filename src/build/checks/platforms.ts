import { toolIds } from '../../logic/index.ts';
import { chapters } from '../../records/course.ts';
import { pathFile } from '../../records/paths.ts';
import { platformFile } from '../../records/platforms.ts';
import type { Problem } from '../../records/problem.ts';
import { parameters, roles } from '../../records/records.ts';
import { roleIds } from '../../schemas/shared.ts';

/** The table of platforms, the rules for choosing one, and the paths by role: every id they name must exist. */
export function platformsAndPaths(): Problem[] {
  const problems: Problem[] = [];
  const { file, data, line } = platformFile();
  const known = {
    参数: parameters().map(({ id }) => id),
    平台: data.platforms.map(({ id }) => id),
    问题: data.choice.questions.map(({ id }) => id),
    工具: toolIds as readonly string[],
    章节: chapters().map(({ id }) => id),
  };
  const missing = (
    where: string,
    at: number,
    what: string,
    ids: readonly string[],
    all: readonly string[],
  ): void => {
    for (const id of ids)
      if (!all.includes(id))
        problems.push({
          file: where,
          line: at,
          rule: 'references',
          message: `${what}「${id}」不存在`,
          fix: `检查拼写；现有例如 ${all.slice(0, 6).join('、')}`,
        });
  };
  const once = (what: string, ids: readonly string[], at: (index: number) => number): void =>
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        problems.push({
          file,
          line: at(index),
          rule: 'references',
          message: `${what}「${id}」写了两次`,
          fix: '换一个编号，或并成一条',
        });
    });

  once('平台', known.平台, (i) => line('platforms', i, 'id'));
  once('问题', known.问题, (i) => line('choice', 'questions', i, 'id'));
  once(
    '规则',
    data.choice.rules.map(({ id }) => id),
    (i) => line('choice', 'rules', i, 'id'),
  );
  data.platforms.forEach(({ cells }, i) => {
    for (const [aspect, parts] of Object.entries(cells))
      parts.forEach((part, j) => {
        if ('param' in part)
          missing(file, line('platforms', i, 'cells', aspect, j), '参数', [part.param], known.参数);
      });
  });
  missing(file, line('everywhere'), '参数', data.everywhere, known.参数);
  data.choice.rules.forEach((rule, i) => {
    const at = line('choice', 'rules', i, 'id');
    for (const list of [rule.for, rule.against, rule.stops])
      missing(file, at, '平台', list ?? [], known.平台);
    missing(file, at, '问题', Object.keys(rule.when), known.问题);
    for (const question of data.choice.questions)
      missing(
        file,
        at,
        `问题 ${question.id} 的选项`,
        rule.when[question.id] ?? [],
        question.options.map(({ id }) => id),
      );
    if (rule.tool) missing(file, at, '工具', [rule.tool], known.工具);
    if (rule.chapter) missing(file, at, '章节', [rule.chapter], known.章节);
  });

  const paths = pathFile();
  const listed = paths.data.paths.map(({ id }) => id);
  missing(paths.file, 1, '路径', roleIds, listed);
  paths.data.paths.forEach(({ id, answers, tools }, i) => {
    const at = paths.line('paths', i);
    missing(paths.file, at, '工具', tools, known.工具);
    if (answers === undefined && !roles().some(({ path }) => path === id))
      problems.push({
        file: paths.file,
        line: at,
        rule: 'references',
        message: `路径 ${id} 没写对什么结果负责，也没有岗位卡`,
        fix: '写 answers，或在 content/roles 里给岗位卡写 path',
      });
  });
  return problems;
}
