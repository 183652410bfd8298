import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chapters, splitFrontMatter } from '../../records/course.ts';
import { root } from '../../records/read.ts';

/** A chapter's Markdown, with what checks ask of it. */
export interface ChapterText {
  id: string;
  file: string;
  /** body lines with their line numbers in the file */
  lines: { text: string; line: number }[];
  headings: { text: string; level: number; line: number }[];
  /** 汉字 of the prose: without tags, imports and attributes */
  hanCount: number;
}

const withoutCode = (text: string): string =>
  text
    .replace(/^import .*$/gm, '')
    .replace(/<[^>]*>/gs, '')
    .replace(/\{[^}]*\}/g, '');

export const chapterTexts = (): ChapterText[] =>
  chapters().map(({ id, file }) => {
    const { body, bodyLine } = splitFrontMatter(readFileSync(join(root, file), 'utf8'));
    const lines = body.split('\n').map((text, index) => ({ text, line: bodyLine + index }));
    const headings = lines.flatMap(({ text, line }) => {
      const match = /^(#{2,4}) (.+?)\s*$/.exec(text);
      return match ? [{ text: match[2] ?? '', level: match[1]?.length ?? 2, line }] : [];
    });
    return {
      id,
      file,
      lines,
      headings,
      hanCount: (withoutCode(body).match(/\p{Script=Han}/gu) ?? []).length,
    };
  });
