import { isToolId } from '../logic/index.ts';
import { pathsSchema } from '../schemas/paths.ts';
import { course, type CourseChapter, type CoursePart } from './course.ts';
import { once, readOne } from './read.ts';
import { roles } from './records.ts';

export const pathFile = once(() => readOne('content/paths.yaml', pathsSchema));

/** What one role reads, in the order of the course, as far as it is written. */
export interface RolePath {
  id: string;
  name: string;
  gist: string;
  /** what the role answers for */
  answers: string;
  /** its role cards, as far as there are any */
  cards: { id: string; title: string }[];
  /** names of the numbers it answers for */
  numbers: string[];
  /** ids of the tools it uses daily */
  tools: string[];
  /** only parts with chapters for this role */
  parts: CoursePart[];
  chapters: CourseChapter[];
  minutes: number;
}

export const minutesOf = (chapters: readonly CourseChapter[]): number =>
  chapters.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

export const paths = once((): RolePath[] =>
  pathFile().data.paths.map(({ id, name, gist, answers, tools }) => {
    const cards = roles().filter(({ path }) => path === id);
    const parts = course()
      .map((part) => ({ ...part, chapters: part.chapters.filter((chapter) => chapter.roles?.includes(id)) }))
      .filter(({ chapters }) => chapters.length > 0);
    const chapters = parts.flatMap((part) => part.chapters);
    const usedByCards = cards.flatMap(({ day, numbers }) =>
      [...day, ...numbers].flatMap(({ tool }) => tool ?? []),
    );
    return {
      id,
      name,
      gist,
      answers: cards[0]?.mission ?? answers ?? '',
      cards: cards.map((card) => ({ id: card.id, title: card.title })),
      numbers: cards.flatMap((card) => card.numbers.map((number) => number.name)),
      tools: [...new Set(cards.length > 0 ? usedByCards : tools)].filter(isToolId),
      parts,
      chapters,
      minutes: minutesOf(chapters),
    };
  }),
);
