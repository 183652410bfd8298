import { once } from '../../records/read.ts';
import { parameters } from '../../records/records.ts';
import { type TextRule, VALUE } from './texts.ts';

/** Fields that are examples, names or citations; the parameters carry their kind. */
const NOT_CLAIMS = new Set(['because', 'default', 'defaults', 'example', 'source', 'sources', 'aliases']);

const NUMBER =
  '(?:\\d[\\d.]*(?:[–~～-]|到|至)?[\\d.]*|[二三四五六七八九十两半百千](?:[、到至])?[二三四五六七八九十百千]*)(?:%|％|倍|成|折|个点|天|周|个月|个?小时|分钟|秒|次|款|条|篇|家|张|屏|件|人|元|个字|分|以[上下])|(?:百分之|[三四五十]分之)[一二三四五六七八九十\\d]+|(?<![这那上下每第])一(?:成|倍|个?小时|天|周|个月)';
const GENERAL =
  '(?:一般|通常|大多|多数|往往|普遍|行业(?:平均|均值|标准|水平|惯例)|同行平均|业内|标准(?:是|为|线)|及格线?|达标线|优秀线?|警戒线|正常(?:是|为|在|值|水平)|合理(?:的|范围|区间|值|水平)|健康(?:的|范围|区间|值|水平|线)|常见(?:的)?(?:是|在|为|从)?(?=\\d))';
const GAP = `(?:来说|来讲|而言|情况下|认为)?，?[^。；！？，：\\n${VALUE}]{0,10}?`;
/** Of these a bare number is enough: 及格线是2.5. */
const LINE = '(?:及格线?|达标线|优秀线?|警戒线|标准(?:是|为|线)|行业(?:平均|均值|标准|水平))';
const CLAIMS = [
  new RegExp(`${GENERAL}${GAP}(?:${NUMBER})|${LINE}${GAP}\\d`, 'g'),
  new RegExp(
    `(?:${NUMBER}|\\d[\\d.]*)(?:以[上下内])?[^。；！？，：\\n${VALUE}]{0,6}?(?:算|才|就|为|是)(?:及格|合格|正常|优秀|健康|达标|合理|标准)`,
    'g',
  ),
];
/** Not a general claim: measured on one's own shop, on the goods beside it, or how long a parcel takes. */
const OWN =
  /同款|路上|自己|自家|本店|这家店|我们店|近\d+(?:天|周|个月)|近[一二三四五六七八九十]+(?:天|周|个月)/;

const thumbs = once(
  () => new Set(parameters().flatMap(({ id, kind }) => (kind === 'rule-of-thumb' ? [id] : []))),
);
const isMarked = (whole: string): boolean =>
  /经验值|<RuleOfThumb\b/.test(whole) ||
  [...whole.matchAll(/<Param id="([^"]+)"/g)].some(([, id = '']) => thumbs().has(id));

/** A number said of shops in general is an 经验值 and says so. */
export const rulesOfThumb: TextRule = {
  name: 'rule-of-thumb',
  find: ({ file, text, field, ours, record }) => {
    if (!ours || NOT_CLAIMS.has(field) || file.startsWith('content/parameters/') || isMarked(record))
      return [];
    const plain = text.replace(/“[^”]*”/g, (quoted) => VALUE.repeat(quoted.length));
    return CLAIMS.flatMap((pattern) => [...plain.matchAll(pattern)])
      .filter(
        ({ 0: found, index }) => !OWN.test(plain.slice(Math.max(0, index - 20), index + found.length + 10)),
      )
      .map(({ 0: found, index }) => ({
        at: index,
        message: `泛泛的数没标经验值：${found}`,
        fix: '写明“经验值”和怎么用自己的数据验证（<RuleOfThumb>、参数），或者只说自己店的数',
      }));
  },
};
