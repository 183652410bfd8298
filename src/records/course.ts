import { readFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { chapterSchema } from '../schemas/chapter.ts';
import { courseSchema } from '../schemas/course.ts';
import { ContentError } from './problem.ts';
import { once, readOne, root } from './read.ts';

const pageSchema = chapterSchema.extend({ title: z.string(), description: z.string().optional() });

export interface CourseChapter extends z.output<typeof pageSchema> {
  /** data/metrics */
  id: string;
  part: string;
  /** place in the whole course, from 1 */
  order: number;
  file: string;
}
export interface CoursePart {
  id: string;
  title: string;
  gist: string;
  complete: boolean;
  chapters: CourseChapter[];
}

/** Front matter and body of an MDX file. */
export function splitFrontMatter(text: string): { front: string; body: string; bodyLine: number } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  return {
    front: match?.[1] ?? '',
    body: text.slice(match?.[0].length ?? 0),
    bodyLine: match?.[0].split('\n').length ?? 1,
  };
}

function readChapter(part: string, slug: string, order: number): CourseChapter {
  const file = `content/docs/course/${part}/${slug}.mdx`;
  if (!existsSync(join(root, file))) {
    throw new ContentError([
      {
        file: 'content/course.yaml',
        line: 1,
        rule: 'course',
        message: `目录里有 ${part}/${slug}，但没有 ${file}`,
        fix: '写这一章，或从目录里去掉这一行',
      },
    ]);
  }
  const read = pageSchema.safeParse(parse(splitFrontMatter(readFileSync(join(root, file), 'utf8')).front));
  if (!read.success) {
    throw new ContentError(
      read.error.issues.map((issue) => ({
        file,
        line: 1,
        rule: 'schema',
        message: `${issue.path.join('.')}：${issue.message}`,
        fix: '对照 src/schemas/chapter.ts',
      })),
    );
  }
  return { ...read.data, id: `${part}/${slug}`, part, order, file };
}

/** The course as far as it is written, in learning order. */
export const course = once((): CoursePart[] => {
  const { data } = readOne('content/course.yaml', courseSchema);
  let order = 0;
  return data.parts.map((part) => ({
    id: part.id,
    title: part.title,
    gist: part.gist,
    complete: part.complete,
    chapters: part.chapters.map((slug) => readChapter(part.id, slug, ++order)),
  }));
});

export const chapters = once((): CourseChapter[] => course().flatMap((part) => part.chapters));
export const chapterOf = (id: string): CourseChapter | undefined =>
  chapters().find((chapter) => chapter.id === id);
export const partOf = (id: string): CoursePart | undefined => course().find((part) => part.id === id);
