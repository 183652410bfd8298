import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'astro/zod';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { ContentError, type Problem } from './problem.ts';

z.config(z.locales.zhCN());

/** The project's root: commands, builds and tests all run there. */
export const root = process.cwd();
const content = join(root, 'content');

/** One content file, validated. `line` finds a path in it again, for messages of later checks. */
export interface Source<T> {
  /** path from the root: content/glossary/g.yaml */
  file: string;
  /** file name without ending */
  name: string;
  data: T;
  line: (...path: (string | number)[]) => number;
}

function lineOf(document: Document, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

const parsed = new Map<string, { document: Document; counter: LineCounter }>();
/** A file is parsed once: records read it with their schema, checks once more without. */
function parseFile(file: string): { document: Document; counter: LineCounter } {
  const known = parsed.get(file);
  if (known) return known;
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: counter });
  parsed.set(file, { document, counter });
  return { document, counter };
}

function readFile<S extends z.ZodType>(file: string, schema: S): Source<z.output<S>> | Problem[] {
  const { document, counter } = parseFile(file);
  const name = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: counter.linePos(error.pos[0]).line,
      rule: 'yaml',
      message: `YAML 写错了：${error.message.split('\n')[0] ?? ''}`,
      fix: '检查缩进、引号和冒号后的空格；文字里有英文冒号时整句加引号',
    }));
  }
  const line = (...path: (string | number)[]): number => lineOf(document, counter, path);
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, name, data: result.data, line };
  return result.error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    return {
      file,
      line: line(...path),
      rule: 'schema',
      message: `${path.join('.') || '整个文件'}：${issue.message}`,
      fix: '对照 src/schemas 里同名字段的说明',
    };
  });
}

/** Reads one file. @throws ContentError */
export function readOne<S extends z.ZodType>(file: string, schema: S): Source<z.output<S>> {
  const read = readFile(file, schema);
  if (Array.isArray(read)) throw new ContentError(read);
  return read;
}

/** Reads every YAML file of a folder below content/, in the order of names. @throws ContentError */
export function readFolder<S extends z.ZodType>(folder: string, schema: S): Source<z.output<S>>[] {
  const path = resolve(content, folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  const read = files.map((file) => readFile(relative(root, join(path, file)), schema));
  const problems = read.flatMap((result) => (Array.isArray(result) ? result : []));
  if (problems.length > 0) throw new ContentError(problems);
  return read.filter((result): result is Source<z.output<S>> => !Array.isArray(result));
}

/** Remembers what a function without arguments returned: content is read once a build. */
export function once<T>(work: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => (kept ??= { value: work() }).value;
}
