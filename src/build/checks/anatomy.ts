import type { Problem } from '../../records/problem.ts';
import { chapterTexts } from './prose.ts';

const HEADINGS = ['易错', '动手', '小结', '自测'];
const TAGS = ['<Figure', '<Tool', '<Misconception', '<Summary', '<Quiz'];
const LENGTH = { least: 900, most: 2000 };

/** A chapter has its parts and its length: 900 to 2 000 Han characters of prose. */
export const anatomy = (texts = chapterTexts()): Problem[] =>
  texts.flatMap(({ file, lines, headings, hanCount }) => {
    const body = lines.map(({ text }) => text).join('\n');
    const missing = [
      ...HEADINGS.filter((name) => !headings.some(({ text }) => text === name)).map(
        (name) => `小节「${name}」`,
      ),
      ...TAGS.filter((tag) => !body.includes(tag)).map((tag) => `${tag}>`),
    ];
    const problems: Problem[] = missing.map((what) => ({
      file,
      line: 1,
      rule: 'anatomy',
      message: `少了${what}`,
      fix: '照 product.md 的章节结构补上',
    }));
    if (hanCount < LENGTH.least || hanCount > LENGTH.most) {
      problems.push({
        file,
        line: 1,
        rule: 'anatomy',
        message: `正文 ${hanCount} 个汉字`,
        fix: `控制在 ${LENGTH.least} 到 ${LENGTH.most} 之间：太短补例子，太长分章`,
      });
    }
    return problems;
  });
