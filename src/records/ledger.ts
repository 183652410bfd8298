import { type FactRecord, facts } from './records.ts';
import { chapters } from './course.ts';
import { quizzes } from './quizzes.ts';
import { checklists, roles, scripts, terms } from './records.ts';

/** Where a 知识点 is taught and what else refers to it. */
export interface LedgerLine {
  fact: FactRecord;
  /** chapter and heading */
  taught: { chapter: string; heading: string }[];
  questions: string[];
  /** scripts, checklists, roles and terms that carry it */
  used: string[];
}

/** Kinds that must be tested by at least one question where they are taught. */
export const TESTED_KINDS: readonly string[] = ['公式', '概念', '规则', '经验值'];

/** The whole syllabus with what the content makes of it. A merged number counts as the fact it was merged into. */
export function ledger(): LedgerLine[] {
  const lines = new Map<string, LedgerLine>();
  for (const fact of facts()) {
    const line: LedgerLine = { fact, taught: [], questions: [], used: [] };
    for (const id of [fact.id, ...(fact.also ?? [])]) lines.set(id, line);
  }
  for (const chapter of chapters()) {
    for (const [id, heading] of Object.entries(chapter.teaches ?? {}))
      lines.get(id)?.taught.push({ chapter: chapter.id, heading });
  }
  for (const { questions } of quizzes())
    for (const question of questions)
      for (const id of question.facts) lines.get(id)?.questions.push(question.id);
  const carriers = [
    ...scripts().map(({ id, facts: ids }) => ({ name: `话术 ${id}`, ids })),
    ...checklists().map(({ id, sections }) => ({
      name: `检查表 ${id}`,
      ids: sections.flatMap(({ items }) => items.flatMap((item) => item.facts)),
    })),
    ...roles().map(({ id, facts: ids }) => ({ name: `岗位 ${id}`, ids })),
    ...terms().map(({ id, facts: ids }) => ({ name: `术语 ${id}`, ids })),
  ];
  for (const { name, ids } of carriers) for (const id of ids) lines.get(id)?.used.push(name);
  return [...new Set(lines.values())];
}

/** A fact has a home when a heading teaches it, or, for duties and replies, when a script, checklist or role carries it. */
export const hasHome = ({ fact, taught, used }: LedgerLine): boolean =>
  taught.length > 0 || (used.length > 0 && ['职责', '话术', '流程'].includes(fact.kind));
