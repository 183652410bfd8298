import type { BuiltPage } from '../pages.ts';
import { readPage } from './html.ts';
import { chapterFacts, type SearchRecord } from './records.ts';

/** Pages of records, which are found one by one, or that hold nothing to read. */
const ELSEWHERE =
  /^\/(?:$|404|embed\/|search\/|offline\/|print\/|me\/|tools\/.|glossary\/.|practice\/.|playbook\/(?:scripts|checklists|roles)\/.)/;

/** Lists of records: of such a page only its first line is its own. What else people call it. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  '/course/': ['课程目录', '课程地图', '全部课程', '教程'],
  '/tools/': ['全部工具', '计算器', '计算工具'],
  '/glossary/': ['术语', '名词解释', '词典', '黑话'],
  '/practice/': ['练习题', '题库', '测验', '考试', '自测', '做题', '考核题'],
  '/playbook/scripts/': ['话术大全', '客服话术', '回复模板'],
};

/** What a reading path is for, in the words people ask for one. */
const PATH_WORDS = [
  '学习路线',
  '学习顺序',
  '先学什么',
  '学哪些课',
  '学哪几章',
  '新人培训',
  '入职培训',
  '带新人',
];

type Facts = Omit<SearchRecord, 'text' | 'headings' | 'sections'>;
const pageFacts = (url: string, title: string): Facts => ({
  url,
  title,
  ...(url.startsWith('/paths/')
    ? { kind: '路径', crumbs: '学习路径', aliases: PATH_WORDS }
    : { kind: '页面', crumbs: '', aliases: LISTS[url] ?? [] }),
  names: [],
});

/** Chapters, and pages of prose that are no record: read from what was built, so that what people see is what is found. */
export function pageRecords(pages: readonly BuiltPage[]): SearchRecord[] {
  const facts = new Map(chapterFacts().map((chapter) => [chapter.url, chapter]));
  return pages.flatMap(({ address, html }): SearchRecord[] => {
    const read = ELSEWHERE.test(address) ? undefined : readPage(html);
    if (!read || read.title === '') return [];
    const record = facts.get(address) ?? pageFacts(address, read.title);
    if (address in LISTS) return [{ ...record, headings: [], text: read.text.split('\n')[0] ?? '' }];
    return [
      {
        ...record,
        headings: read.sections.map(({ title }) => title),
        text: read.text,
        sections: read.sections,
      },
    ];
  });
}
