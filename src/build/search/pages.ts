import type { BuiltPage } from '../pages.ts';
import { readPage } from './html.ts';
import { chapterFacts, type SearchRecord } from './records.ts';

/** Pages that are made of records, which are found one by one, or that hold nothing to read. */
const ELSEWHERE =
  /^\/(?:$|404|embed\/|search\/|offline\/|print\/|me\/|tools\/|glossary\/|practice\/|playbook\/(?:scripts|checklists|roles)\/.)/;

/** Chapters, and pages of prose that are no record: read from what was built, so that what people see is what is found. */
export function pageRecords(pages: readonly BuiltPage[]): SearchRecord[] {
  const facts = new Map(chapterFacts().map((chapter) => [chapter.url, chapter]));
  return pages.flatMap(({ address, html }) => {
    const read = ELSEWHERE.test(address) ? undefined : readPage(html);
    if (!read || read.title === '') return [];
    const record = facts.get(address) ?? {
      url: address,
      kind: '页面' as const,
      title: read.title,
      crumbs: '',
      names: [],
      aliases: [],
    };
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
