// npm run new: starts a tool, chapter, checklist or role from content/_templates, so that nobody begins with an empty file.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { PlainError, inRoot, isMain, run } from './lib/project.mjs';

const usage = `用法：
  npm run new tool <编号>
  npm run new chapter <部分>/<章> [标题]
  npm run new checklist <编号> [名字]
  npm run new role <编号> [岗位名]
编号就是地址：小写字母、数字和连字符，例如 gmv-change，发布后不再改。`;

const word = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const courseFile = 'content/course.yaml';

/** A YAML text with the chapter added to its part, comments kept. @throws {PlainError} when there is no such part */
export function withChapter(yaml, part, slug) {
  const document = parseDocument(yaml);
  if (document.errors.length > 0)
    throw new PlainError(`${courseFile} 有写错的地方：${document.errors[0].message}`);
  const parts = document.toJS().parts;
  const index = parts.findIndex(({ id }) => id === part);
  if (index === -1)
    throw new PlainError(
      `${courseFile} 里没有叫“${part}”的部分；有：${parts.map(({ id }) => id).join('、')}`,
    );
  if (parts[index].chapters?.includes(slug)) return yaml;
  document.addIn(['parts', index, 'chapters'], slug);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** What each kind writes: file name → text, from the words of the command line. */
const kinds = {
  tool: (id) => ({ [`src/logic/tools/${id}.ts`]: fill('tool.ts.txt', { id, title: id }) }),
  chapter: (id, title) => {
    const [part, slug] = id.split('/');
    return {
      [`content/docs/course/${part}/${slug}.mdx`]: fill('chapter.mdx', { id, part, slug, title }),
      [courseFile]: withChapter(readFileSync(inRoot(courseFile), 'utf8'), part, slug),
    };
  },
  checklist: (id, title) => ({ [`content/checklists/${id}.yaml`]: fill('checklist.yaml', { id, title }) }),
  role: (id, title) => ({ [`content/roles/${id}.yaml`]: fill('role.yaml', { id, title }) }),
};
const next = {
  tool: '写公式和三个手算的例子，再运行 npm run generate 和 npm test -- unit。',
  chapter: '正文从结论写起，把【写】都换掉；题目写进 content/quizzes，至少四题。写完运行 npm run check。',
  checklist: '把【写】都换掉，写完运行 npm run check。',
  role: '把【写】都换掉，写完运行 npm run check。',
};

/** A template with its `{{names}}` replaced. @throws {PlainError} when the template is missing */
function fill(template, values) {
  const file = inRoot('content', '_templates', template);
  if (!existsSync(file)) throw new PlainError(`没有模板 content/_templates/${template}。`);
  const all = {
    ...values,
    camel: values.id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
    today: today(),
  };
  return readFileSync(file, 'utf8').replace(/\{\{(\w+)\}\}/g, (braces, name) => all[name] ?? braces);
}

/** The date on this machine's wall, as 2026-03-08. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** A title that YAML reads as text whatever it holds. */
const quoteIfNeeded = (title) =>
  /^[\p{Script=Han}\p{L}][\p{L}\p{N}、，。（） ]*$/u.test(title) ? title : JSON.stringify(title);

function main() {
  const [kind = '', id = '', ...words] = process.argv.slice(2);
  const write = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (write === undefined) throw new PlainError(usage);
  const pieces = id.split('/');
  if (pieces.length !== (kind === 'chapter' ? 2 : 1) || !pieces.every((piece) => word.test(piece))) {
    throw new PlainError(`编号“${id}”不合规矩。\n${usage}`);
  }
  const files = write(id, quoteIfNeeded(words.join(' ') || pieces.at(-1)));
  const [created] = Object.keys(files);
  if (existsSync(inRoot(created)))
    throw new PlainError(`${created} 已经有了，没有改动。换一个编号，或直接改它。`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(inRoot(file)), { recursive: true });
    writeFileSync(inRoot(file), text);
    console.log(file);
  }
  console.log(next[kind]);
}

if (isMain(import.meta.url)) await run(main);
