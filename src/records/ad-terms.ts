import type { AdBasis, AdList } from '../logic/playbook/ad-terms.ts';
import { adTermsSchema } from '../schemas/ad-terms.ts';
import { ContentError } from './problem.ts';
import { once, readOne } from './read.ts';
import { parameterOf } from './records.ts';

const FILE = 'content/ad-terms.yaml';

/** The advertising word list with the laws its categories rest on. @throws ContentError when such a law is not recorded */
export const adTerms = once((): AdList => {
  const { data, line } = readOne(FILE, adTermsSchema);
  const basisOf = (id: string, category: number, at: number): AdBasis => {
    const law = parameterOf(id);
    if (law?.kind === 'law') return { law: law.source, asOf: law.asOf };
    throw new ContentError([
      {
        file: FILE,
        line: line('categories', category, 'basis', at),
        rule: 'schema',
        message: `依据「${id}」不是参数表里的法条`,
        fix: '写 content/parameters/laws.yaml 里的编号；没有就先补一条',
      },
    ]);
  };
  return {
    ...data,
    categories: data.categories.map((category, c) => ({
      ...category,
      basis: category.basis.map((id, at) => basisOf(id, c, at)),
    })),
  };
});
