import { GROUPS, loadTools, type ToolDefinition } from '../../logic/index.ts';
import { chapters, course } from '../../records/course.ts';
import { quizzes } from '../../records/quizzes.ts';
import { checklists, roles, type ScriptRecord, scripts, terms } from '../../records/records.ts';
import type { Checklist } from '../../schemas/checklists.ts';
import type { Term } from '../../schemas/glossary.ts';
import type { Question } from '../../schemas/quizzes.ts';
import type { Role } from '../../schemas/roles.ts';
import { stages } from '../../schemas/scripts.ts';
import type { SearchKind } from '../../schemas/search.ts';
import type { Section } from './html.ts';

/** One thing to find. */
export interface SearchRecord {
  /** address below the base, with anchor */
  url: string;
  kind: SearchKind;
  title: string;
  /** where it stands: 话术 › 售前 */
  crumbs: string;
  /** other names by which it should be found as surely as by its title */
  names: readonly string[];
  /** words that belong to it without being its name */
  aliases: readonly string[];
  /** words of its headings, or what stands for them */
  headings: readonly string[];
  /** what is searched and quoted from; a page's own text is taken from the page */
  text: string;
  /** what else it is called, as a sentence */
  also?: string;
  sections?: readonly Section[];
}

const lines = (...parts: (string | undefined | readonly string[])[]): string =>
  parts
    .flat()
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[。！？…”」）]$/.test(part ?? '') ? part : `${part ?? ''}。`))
    .join('');
/** `{key}` and `{空}` are for programs; a reader of an excerpt wants the word or nothing. */
const plain = (text: string): string => text.replace(/\{([a-zA-Z][^}]*)\}/g, '…').replace(/[{}]/g, '');

const termRecord = (term: Term): SearchRecord => ({
  url: `/glossary/#${term.id}`,
  kind: '术语',
  title: term.name,
  crumbs: '术语',
  names: [...term.abbreviations, ...term.synonyms, ...term.former],
  aliases: [],
  headings: [],
  text: lines(term.definition, term.example, term.differs),
  also: [...called('也叫', [...term.synonyms, ...term.abbreviations]), ...called('旧称', term.former)].join(
    '；',
  ),
});
const called = (label: string, list: readonly string[]): string[] =>
  list.length > 0 ? [label + list.join('、')] : [];

const toolRecord = (tool: ToolDefinition): SearchRecord => {
  const fields = [...Object.values(tool.inputs), ...Object.values(tool.rows?.columns ?? {})];
  const results = [...Object.values(tool.results), ...Object.values(tool.rows?.results ?? {})];
  const remarks = [...tool.reading, ...(tool.warnings ?? []), ...(tool.rows?.reading ?? [])];
  return {
    url: `/tools/${tool.id}/`,
    kind: '工具',
    title: tool.name,
    crumbs: `工具 › ${GROUPS[tool.group]}`,
    names: tool.name.split(/\s+/),
    aliases: [...tool.aliases, '工具', '计算器'],
    headings: results.filter(({ step }) => !step).map(({ label }) => label),
    text: lines(
      tool.answers,
      tool.when,
      `填${fields.map(({ label }) => label).join('、')}，得出${results.map(({ label }) => label).join('、')}`,
      [...fields, ...results].flatMap(({ help }) => help ?? []),
      remarks.flatMap(({ says, source }) => [plain(says), ...(source === undefined ? [] : [source])]),
      tool.differs,
      tool.cases.map(({ because }) => because),
    ),
  };
};

const scriptRecord = (script: ScriptRecord): SearchRecord => ({
  url: `/playbook/scripts/#${script.id}`,
  kind: '话术',
  title: script.title,
  crumbs: `话术 › ${stages[script.stage]} › ${script.scene}`,
  names: [...script.asks, script.shortcut],
  aliases: [script.scene, stages[script.stage]],
  headings: script.asks,
  text: lines(
    plain(script.body),
    `顾客会这样问：${script.asks.join(' ')}`,
    script.variants.map(({ label, body }) => `${label}：${plain(body)}`),
    script.when,
    script.avoid,
    script.why,
    `别这样回：${script.bad}`,
    script.compliance,
  ),
});

const checklistRecord = (checklist: Checklist): SearchRecord => ({
  url: `/playbook/checklists/${checklist.id}/`,
  kind: '检查表',
  title: checklist.title,
  crumbs: '检查表',
  names: [],
  aliases: ['检查表', '清单', '自查'],
  headings: checklist.sections.map(({ title }) => title),
  text: lines(
    checklist.gist,
    checklist.sections.flatMap(({ title, items }) => [
      title,
      ...items.flatMap(({ text, hint }) => [text, ...(hint === undefined ? [] : [hint])]),
    ]),
  ),
});

const roleRecord = (role: Role): SearchRecord => ({
  url: `/playbook/roles/${role.id}/`,
  kind: '岗位',
  title: role.title,
  crumbs: '岗位',
  names: role.title.split(/[（、）]/),
  aliases: ['岗位', '职责', '一天', '时间表', '招聘'],
  headings: role.numbers.map(({ name }) => name),
  text: lines(
    role.mission,
    role.duties,
    role.day.flatMap(({ text, detail }) => [text, ...(detail === undefined ? [] : [detail])]),
    role.week,
    role.numbers.map(({ name, how }) => `${name}：${how}`),
    role.skills.flatMap(({ level, can }) => [level, ...can]),
    role.promotion,
    role.handover.map(({ to, what }) => `${to}：${what}`),
    role.jobAd.summary,
    role.jobAd.does,
    role.jobAd.needs,
  ),
});

/** What a question offers to choose from. Its explanation stays out: a search should not give the answer away. */
function offered(question: Question): readonly string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text }) => text);
    case 'order':
      return question.items.map(({ text }) => text);
    case 'match':
      return question.pairs.flatMap(({ left, right }) => [left, right]);
    case 'scenario':
      return Object.values(question.steps).flatMap(({ says, replies }) => [
        says,
        ...replies.map(({ text }) => text),
      ]);
    case 'boolean':
    case 'numeric':
    case 'fill':
      return [];
  }
}

const TITLE = 40;
const questionRecord = (question: Question, chapter: string, chapterTitle: string): SearchRecord => {
  const stem = plain(question.stem).replace(/\s+/g, '');
  return {
    url: `/practice/${chapter}/#${question.id}`,
    kind: '题',
    title: stem.length > TITLE ? `${stem.slice(0, TITLE)}…` : stem,
    crumbs: `练习 › ${chapterTitle}`,
    names: [],
    aliases: [],
    headings: [],
    text: lines(stem, offered(question)),
  };
};

/** Everything that is a record of its own, in the order of the site. Chapters are pages: see chapterFacts. */
export async function contentRecords(): Promise<SearchRecord[]> {
  const titles = new Map(chapters().map(({ id, title }) => [id, title]));
  return [
    ...(await loadTools()).map(toolRecord),
    ...scripts().map(scriptRecord),
    ...checklists().map(checklistRecord),
    ...roles().map(roleRecord),
    ...terms().map(termRecord),
    ...quizzes().flatMap(({ chapter, questions }) =>
      questions.map((question) => questionRecord(question, chapter, titles.get(chapter) ?? chapter)),
    ),
  ];
}

/** What the index must know of a chapter besides its page. */
export const chapterFacts = (): Omit<SearchRecord, 'text' | 'headings' | 'sections'>[] =>
  course().flatMap((part) =>
    part.chapters.map((chapter) => ({
      url: `/course/${chapter.id}/`,
      kind: '章节' as const,
      title: chapter.title,
      crumbs: `课程 › ${part.title}`,
      names: [],
      aliases: chapter.aliases,
    })),
  );
