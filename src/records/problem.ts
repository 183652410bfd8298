/** Something wrong in the content: where, what, and how to mend it. */
export interface Problem {
  /** path from the project's root */
  file: string;
  line: number;
  /** name of the rule, one file each in src/build/checks */
  rule: string;
  message: string;
  fix: string;
}

export const describe = ({ file, line, rule, message, fix }: Problem): string =>
  `${file}:${line}  ${message}\n    怎么改：${fix}  [${rule}]`;

/** Stops the build with everything that is wrong, not only the first thing. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`内容有 ${problems.length} 处问题：\n${problems.map(describe).join('\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}
