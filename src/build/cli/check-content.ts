/** `npm run check:content`: every rule over content/, with file, line, what is wrong and how to mend it. */
import { ContentError, describe, type Problem } from '../../records/problem.ts';
import { advertising } from '../checks/advertising.ts';
import { anatomy } from '../checks/anatomy.ts';
import { coverage, unfinished } from '../checks/coverage.ts';
import { dated } from '../checks/dated.ts';
import { greyPractices } from '../checks/grey-practices.ts';
import { platformsAndPaths } from '../checks/platforms.ts';
import { questions } from '../checks/questions.ts';
import { references } from '../checks/references.ts';
import { retiredNames } from '../checks/retired-names.ts';
import { rulesOfThumb } from '../checks/rules-of-thumb.ts';
import { allPassages, problemsIn } from '../checks/texts.ts';
import { wording } from '../checks/wording.ts';

const TEXT_RULES = [...wording, advertising, retiredNames, dated, rulesOfThumb, greyPractices];

async function problemsOf(): Promise<Problem[]> {
  try {
    return [
      ...TEXT_RULES.flatMap((rule) => problemsIn(allPassages(), rule)),
      ...anatomy(),
      ...platformsAndPaths(),
      ...unfinished(),
      ...(await references()),
      ...(await questions()),
    ];
  } catch (error) {
    if (error instanceof ContentError) return [...error.problems];
    throw error;
  }
}

const problems = await problemsOf();
for (const problem of problems) console.error(describe(problem));
if (problems.length > 0) {
  console.error(`\n内容检查：${problems.length} 处要改`);
  process.exitCode = 1;
} else {
  const { total, taught, tested, toTest, untestedButTaught } = coverage();
  console.log(
    `内容检查通过。知识点 ${total} 条，已有落处 ${taught} 条；要出题的 ${toTest} 条，已出题 ${tested} 条。`,
  );
  if (untestedButTaught.length > 0) console.log(`讲了还没出题：${untestedButTaught.join('、')}`);
}
