import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { splitFrontMatter } from '../../records/course.ts';
import type { Problem } from '../../records/problem.ts';
import { once, readOne, root } from '../../records/read.ts';

/** A text somebody reads: a paragraph of a chapter, a field of a record, a sentence of a tool. */
export interface Passage {
  file: string;
  /** line in the file of the character at `offset` */
  lineAt: (offset: number) => number;
  /** tags and link addresses left out; ■ where a tag or a blank prints a value */
  text: string;
  /** the field it stands in: stem, reason, label; of a chapter also `prose`, `list`, `heading` */
  field: string;
  /** whether we say it in our own voice: no customer, wrong answer, named mistake or bad example */
  ours: boolean;
  /** whether it is the reason why an answer is wrong */
  refutes: boolean;
  /** what it is read with: in a chapter its paragraph, heading and boxes, tags included; else the object it is a field of */
  around: string;
  /** the same of a whole question; elsewhere as `around` */
  record: string;
}

/** Something a rule objects to in a passage. */
interface Found {
  /** offset in the passage's text */
  at: number;
  message: string;
  fix: string;
}
/** A rule that looks at one text at a time. */
export interface TextRule {
  name: string;
  find: (passage: Passage) => Found[];
}

const HAN = /\p{Script=Han}/u;
/** What may be read: Chinese, or a number or address somebody could be reached at. */
const READ = /\p{Script=Han}|\d{5}|\w@\w/u;
/** Where a value will be printed. */
export const VALUE = '■';

/** The way to a text in a record: keys and places in lists. */
type Path = readonly (string | number)[];
const fieldsOf = (value: object): [string | number, unknown][] =>
  Array.isArray(value) ? value.map((item: unknown, i) => [i, item]) : Object.entries(value);
const fieldOf = (path: Path): string => String(path.findLast((key) => typeof key === 'string') ?? '');

/** Fields that name a thing, repeat what others say, or show how not to say it. */
const NOT_OUR_WORDS = new Set(['aliases', 'asks', 'bad', 'former', 'name', 'synonyms']);

/** What a customer says, or a wrong answer: an option that is not right, a reply that scores low, a false statement. */
function isSaidByOthers(key: string | number, group: string | number | undefined, of: object): boolean {
  const { kind, right, score } = of as { kind?: unknown; right?: unknown; score?: unknown };
  if (key === 'says') return 'replies' in of;
  if (key === 'text' && group === 'options') return right !== true;
  if (key === 'text' && group === 'replies') return Number(score) < 2;
  if (key === 'text') return group === 'near';
  return key === 'stem' && kind === 'boolean' && right === false;
}

interface Leaf {
  text: string;
  path: Path;
  ours: boolean;
  refutes: boolean;
  /** the object it is a field of, or itself in a list of texts */
  inside: unknown;
}

/** Every text of a record with the way to it and whose voice it is. */
function* leavesOf(
  value: unknown,
  path: Path = [],
  voice: Pick<Leaf, 'ours' | 'refutes'> = { ours: true, refutes: false },
  inside?: unknown,
): Generator<Leaf> {
  if (typeof value === 'string') yield { text: value, path, ...voice, inside: inside ?? value };
  if (typeof value !== 'object' || value === null) return;
  const group = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  for (const [key, inner] of fieldsOf(value)) {
    const ours = voice.ours && !NOT_OUR_WORDS.has(String(key)) && !isSaidByOthers(key, group, value);
    const refutes = key === 'reason' && isSaidByOthers('text', group, value);
    yield* leavesOf(inner, [...path, key], { ours, refutes }, Array.isArray(value) ? undefined : value);
  }
}

/** All text of a value, for what has to stand somewhere in it. */
const wholeText = (value: unknown): string =>
  typeof value === 'string' ? value : [...leavesOf(value)].map(({ text }) => text).join('\n');

/** The texts of a record. `line` finds a path in its file. */
export function passagesOfRecord(file: string, data: unknown, line: (...path: Path) => number): Passage[] {
  const whole = new Map<unknown, string>();
  const textOf = (value: unknown): string => {
    const known = whole.get(value) ?? wholeText(value);
    whole.set(value, known);
    return known;
  };
  const questions = (data as { questions?: unknown[] } | null)?.questions;
  return [...leavesOf(data)]
    .filter(({ text }) => READ.test(text))
    .map(({ text, path, ours, refutes, inside }) => {
      const question = path[0] === 'questions' ? questions?.[Number(path[1])] : undefined;
      return {
        file,
        lineAt: () => line(...path),
        text: text.replace(/\{[^{}]*\}/g, VALUE),
        field: fieldOf(path),
        ours,
        refutes,
        get around() {
          return textOf(inside);
        },
        get record() {
          return textOf(question ?? inside);
        },
      };
    });
}

const lineCounter =
  (text: string, first: number) =>
  (offset: number): number => {
    let line = first;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
    return line;
  };

/** Where a tag, expression or comment that begins at `start` ends; braces and quotes inside it are its own. */
function endOf(source: string, start: number): number {
  const closing = source[start] === '{' ? '}' : '>';
  let depth = 0;
  let quote = '';
  for (let at = start; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (quote === '' && depth === 0 && sign === closing && at > start) return at + 1;
  }
  return source.length;
}

const PRINTS_A_VALUE = /^<(?:Param|Value|Formula)\b/;
/** Texts inside a tag, with the key before each. */
const LITERAL = /(?:(\w+)\s*[:=]\s*)?(["'])((?:(?!\2)[^\\\n]|\\.)*)\2/g;
const lineBreaks = (text: string): string => text.replace(/[^\n]/g, '');

interface Tag {
  tag: string;
  /** where it stood: offset in the prose without tags */
  at: number;
  line: number;
}

/** A chapter's prose with its tags taken out, line for line as it was, and the tags. */
function withoutTags(body: string, firstLine: number): { prose: string; tags: Tag[] } {
  const source = body.replace(/^(?:import|export) [\s\S]*?(?=\n\n)/gm, lineBreaks);
  const lineAt = lineCounter(source, firstLine);
  const tags: Tag[] = [];
  let prose = '';
  let from = 0;
  for (const { index } of source.matchAll(/<(?=[A-Za-z/])|\{/g)) {
    if (index < from) continue;
    const end = endOf(source, index);
    const tag = source.slice(index, end);
    prose += source.slice(from, index);
    tags.push({ tag, at: prose.length, line: lineAt(index) });
    prose += (PRINTS_A_VALUE.test(tag) ? VALUE : '') + lineBreaks(tag);
    from = end;
  }
  return { prose: prose + source.slice(from), tags };
}

/** What a tag prints itself: titles, labels and notes of figures, the name of a mistake. */
function passagesOfTag(file: string, { tag, line }: Tag, heading: string): Passage[] {
  const lineAt = lineCounter(tag, line);
  const around = `${tag}\n${heading}`;
  const whole = {
    file,
    lineAt,
    text: tag,
    field: 'comment',
    ours: true,
    refutes: false,
    around,
    record: around,
  };
  if (tag.startsWith('{/*')) return [whole];
  return [...tag.matchAll(LITERAL)]
    .filter(([, , , text = '']) => READ.test(text))
    .map(({ 1: field = '', 3: text = '', index }) => ({
      file,
      lineAt: () => lineAt(index),
      text,
      field,
      ours: !/^<Misconception\s+name=$/.test(tag.slice(0, index + field.length + 1)),
      refutes: false,
      around,
      record: around,
    }));
}

const HEADING = /^#{2,4} /;
const ITEM = /^ *(?:[-*]|\d+\.) /;
/** Paragraphs, headings, tables, quotations; of a list every item. */
function* blocksOf(prose: string): Generator<{ text: string; at: number }> {
  for (const { 0: block, index } of prose.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    if (!ITEM.test(block)) yield { text: block, at: index };
    else for (const { 0: text, index: at } of block.matchAll(/[^\n]+/g)) yield { text, at: index + at };
  }
}

/** The texts of a chapter: front matter, paragraphs, and what its tags print. */
export function passagesOfChapter(file: string, source: string): Passage[] {
  const { front, body, bodyLine } = splitFrontMatter(source);
  const { teaches: _, ...page } = (parse(front) ?? {}) as Record<string, unknown>;
  const keyLines = front.split('\n');
  const lineOfKey = (key: string | number = ''): number =>
    2 +
    Math.max(
      0,
      keyLines.findIndex((text) => text.startsWith(`${key}:`)),
    );
  const passages = passagesOfRecord(file, page, lineOfKey);

  const { prose, tags } = withoutTags(body, bodyLine);
  const lineAt = lineCounter(prose, bodyLine);
  const open: string[] = [];
  let heading = '';
  /** Goes on to the tags up to `end`, opens and closes boxes on the way. */
  const readTags = (end: number): Tag[] => {
    const read = tags.splice(0, tags.findLastIndex(({ at }) => at <= end) + 1);
    for (const one of read) {
      passages.push(...passagesOfTag(file, one, heading));
      if (one.tag.startsWith('</')) open.pop();
      else if (one.tag.startsWith('<') && !one.tag.endsWith('/>')) open.push(one.tag);
    }
    return read;
  };
  for (const { text: marked, at } of blocksOf(prose)) {
    readTags(at - 1);
    const boxes = [...open];
    const inside = readTags(at + marked.length).map(({ tag }) => tag);
    if (HEADING.test(marked)) heading = marked;
    if (!READ.test(marked)) continue;
    const text = marked.replace(/\]\([^()\s]*\)/g, ']');
    const around = [text, ...inside, ...boxes, heading].join('\n');
    passages.push({
      file,
      lineAt: lineCounter(text, lineAt(at)),
      text,
      field: HEADING.test(text) ? 'heading' : ITEM.test(text) ? 'item' : 'prose',
      ours: !boxes.some((tag) => /^<div\s+slot="bad"/.test(tag)),
      refutes: false,
      around,
      record: around,
    });
  }
  readTags(prose.length);
  return passages;
}

const CODE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|(["'])((?:(?!\1)[^\\\n]|\\.)*)\1|`((?:[^\\`]|\\.)*)`|[[\]{}]/g;

/** The texts of a tool's source: every literal, with the key before it or before the list it stands in. */
export function passagesOfSource(file: string, source: string): Passage[] {
  const lineAt = lineCounter(source, 1);
  const open: { at: number; key: string; found: Passage[] }[] = [{ at: 0, key: '', found: [] }];
  const keyBefore = (at: number): string =>
    /(\w+)'?:\s*$/.exec(source.slice(Math.max(0, at - 40), at))?.[1] ?? '';
  return [...source.matchAll(CODE)].flatMap(({ 0: sign, 2: quoted, 3: template, index }) => {
    const innermost = open.at(-1);
    if (sign === '{' || sign === '[') {
      const key = keyBefore(index) || (innermost && source[innermost.at] === '[' ? innermost.key : '');
      open.push({ at: index, key, found: [] });
    } else if (sign === '}' || sign === ']') {
      const closed = open.length > 1 ? open.pop() : undefined;
      const found = closed?.found ?? [];
      const around = found.map(({ text }) => text).join('\n');
      // A list is read with the object it is a field of.
      if (sign === ']') open.at(-1)?.found.push(...found);
      else for (const passage of found) Object.assign(passage, { around, record: around });
    }
    const text = (quoted ?? template?.replace(/\$\{[^{}]*\}/g, VALUE))?.replace(/\{[^{}]*\}/g, VALUE);
    if (text === undefined || !HAN.test(text)) return [];
    const field = keyBefore(index) || (innermost?.key ?? '');
    const passage: Passage = {
      file,
      lineAt: () => lineAt(index),
      text,
      field,
      ours: field !== 'aliases',
      refutes: false,
      around: text,
      record: text,
    };
    innermost?.found.push(passage);
    return [passage];
  });
}

/** Templates, the licence, what people type into the search, and what is generated from the parameters. */
const NOT_READ = /_templates|LICENSE\.md$|^content\/search\.yaml$|^src\/logic\/tools\/dated\.ts$/;
const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .filter((file) => !NOT_READ.test(file))
    .sort();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Everything people read: all of content/ but what they type into the search, and the texts of the tools. */
export const allPassages = once((): Passage[] => [
  ...filesOf('content/**/*.{mdx,md}').flatMap((file) => passagesOfChapter(file, read(file))),
  ...filesOf('content/**/*.yaml').flatMap((file) => {
    const { data, line } = readOne(file, z.unknown());
    return passagesOfRecord(file, data, line);
  }),
  ...filesOf('src/logic/tools/**/*.ts').flatMap((file) => passagesOfSource(file, read(file))),
]);

/** What a rule says of these passages. */
export const problemsIn = (passages: readonly Passage[], { name, find }: TextRule): Problem[] =>
  passages.flatMap((passage) =>
    find(passage).map(({ at, message, fix }) => ({
      file: passage.file,
      line: passage.lineAt(at),
      rule: name,
      message,
      fix,
    })),
  );
