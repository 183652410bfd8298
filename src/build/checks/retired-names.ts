import { once } from '../../records/read.ts';
import { parameters, terms } from '../../records/records.ts';
import type { TextRule } from './texts.ts';

/** Fields that lead people who type an old name to the new one; the parameters say themselves what is old. */
const FOR_SEARCH = new Set(['abbreviations', 'aliases', 'former', 'synonyms']);
const OWN_TEXTS = 'content/parameters/';
/** A question may ask after an old name: its answer says what that is. */
const QUIZZES = 'content/quizzes/';

const names = once(() => {
  const former = new Set([...parameters(), ...terms()].flatMap((one) => one.former ?? []));
  const present = [...parameters(), ...terms()].map(({ name }) => name);
  const longestFirst = (list: Iterable<string>): string =>
    [...list]
      .sort((a, b) => b.length - a.length)
      .join('|')
      .replaceAll('+', '\\+');
  const old = longestFirst(former);
  // 万相台 is old, 万相台无界版 is not: a present name that contains an old one is found first.
  const all = longestFirst([
    ...former,
    ...present.filter((name) => [...former].some((one) => name.includes(one))),
  ]);
  const listed = `(?:[“、和与]|${old})*`;
  return {
    former,
    all: new RegExp(all, 'g'),
    before: new RegExp(
      `(?:旧称|原称|原名|曾用名|(?:以前|原来|原先|过去|早年|曾经?)(?:叫|叫做|叫作|的)?|旧名|老叫法|原)(?:是|为|叫)?${listed}$`,
    ),
    after: new RegExp(
      `^${listed}[”等]*[^，。；：！？\\n（）]{0,12}(?:旧称|旧名|老名字|老叫法|已(?:经)?(?:停用|停了|下线|关闭|并入|改名|更名)|改名(?:为|叫)|更名为|改叫|升级(?:为|成|而来))`,
    ),
  };
});

/** Former names of platform tools and retired words stand only where the same sentence says that they are old. */
export const retiredNames: TextRule = {
  name: 'retired',
  find: ({ file, text, field, record }) => {
    if (FOR_SEARCH.has(field) || file.startsWith(OWN_TEXTS)) return [];
    const { former, all, before, after } = names();
    const marked = (whole: string, at: number, name: string): boolean =>
      before.test(whole.slice(0, at)) || after.test(whole.slice(at + name.length));
    return [...text.matchAll(all)]
      .filter(
        ({ 0: name, index }) =>
          former.has(name) &&
          !marked(text, index, name) &&
          !(
            file.startsWith(QUIZZES) &&
            [...record.matchAll(all)].some((other) => other[0] === name && marked(record, other.index, name))
          ),
      )
      .map(({ 0: name, index }) => ({
        at: index,
        message: `旧名字没写明是旧称：${name}`,
        fix: '写现在的名字（见 content/parameters/names.yaml 或术语表）；要提旧名，写成“现名（旧称…）”',
      }));
  },
};
