import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../records/problem.ts';
import { root } from '../../records/read.ts';

interface Rule {
  name: string;
  pattern: RegExp;
  message: string;
  fix: string;
}

/** What no line we publish may contain. */
const RULES: Rule[] = [
  {
    name: 'punctuation',
    pattern: /\p{Script=Han}[,;:!?()]\p{Script=Han}/u,
    message: '汉字之间用了半角标点',
    fix: '改成全角：，；：！？（）',
  },
  { name: 'spacing', pattern: /\p{Script=Han} +\p{Script=Han}/u, message: '汉字之间有空格', fix: '去掉空格' },
  {
    name: 'garbled',
    pattern: /豆[莢荚]|接触深度为|复够率|出价底|规划化流程|同龄人店/u,
    message: '用了以讹传讹的词',
    fix: '见术语表里的正名',
  },
  {
    name: 'contact',
    pattern:
      /(?<![\d.])1[3-9]\d{9}(?!\d)|QQ ?[:：群]\s*\d{5,}|加(?:我)?微信\s*[:：]?\s*[A-Za-z0-9_-]{5,}|暗号领取/u,
    message: '像联系方式或引流的话',
    fix: '删掉；课程不放任何联系方式',
  },
  {
    name: 'unfinished',
    pattern: /【写】|TODO|待补/u,
    message: '模板里留给作者的地方还没写',
    fix: '写完，或删掉这一行',
  },
  {
    name: 'slogan',
    pattern: /众所周知|在当今.{0,8}时代|干货满满|一站式赋能|只要.{1,12}就能(?:赚|月入|爆单)/u,
    message: '口号或空话',
    fix: '改成具体的动作、数字或例子',
  },
];

/** Without comments and imports, the searches people type (“连衣裙 夏”), and lists of what people mistype. */
const readable = (text: string): string =>
  /^\s*(#(?!#)|import |former:|aliases:|synonyms:)/.test(text) ? '' : text.replace(/“[^”]*”/g, '“”');

/** Rules of wording, line by line, over everything in content/ that readers see. */
export const wording = (): Problem[] =>
  globSync('content/**/*.{mdx,md,yaml}', { cwd: root })
    .filter(
      (file) => !file.includes('_templates') && !file.endsWith('LICENSE.md') && !file.endsWith('search.yaml'),
    )
    .sort()
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((text, index) => {
          const line = readable(text);
          return RULES.filter(({ pattern }) => pattern.test(line)).map(({ name, message, fix }) => ({
            file,
            line: index + 1,
            rule: name,
            message: `${message}：${line.trim().slice(0, 60)}`,
            fix,
          }));
        }),
    );
