import { type TextRule, VALUE } from './texts.ts';

/** What stands in the parameters may be typed there; shops are invented, and these fields are examples or citations. */
const DATED_FILES = /^content\/(?:parameters|shops)\//;
const EXAMPLES = new Set(['because', 'default', 'defaults', 'example', 'source', 'sources', 'values']);

/** 5%, 5个点, 3万元, 三成; nothing and everything (0元, 100%) are no rates. */
const AMOUNT =
  '(?<![\\d.])(?!0(?:%|元)|100%)(?:\\d[\\d.,]*(?:[–~～-]|%?到)?[\\d.,]*[千万百]?(?:%|％|个点|美元|欧元|元|倍)|[二三四五六七八九十百千万两半]+(?:个点|成|万元|倍)|百分之[\\d一二三四五六七八九十]+)';
const FEE =
  '(?:(?<!推广|广告|运|物流|投放)费率|服务费|扣点|保证金|年费|手续费|佣金|罚款|罚金|罚没|处罚|处以|罚|税率|征收率|增值税|关税|所得税)';
/** A merchant's own choice, no platform's rate: 佣金设20%, 佣金率给到三成. */
const OWN_CHOICE = /佣金(?:率|比例)?(?:最多|先|也|要|都)?(?:设|谈|给|开|定|填|改|让|压|报)/;
/** Not across another clause, another item of a list, or a value that is printed. */
const GAP = `[^。；！？，、：和与加\\n${VALUE}]{0,12}?`;
const RATES = [
  new RegExp(
    `${FEE}${GAP}(?:[，：](?:常见|一般|多数|通常|大约|约|最高|最低|从|按|是|为|收)${GAP})?${AMOUNT}`,
    'g',
  ),
  new RegExp(`${AMOUNT}(?:以[上下])?的?[^。；！？，、：\\n${VALUE}\\d]{0,6}?${FEE}`, 'g'),
];
/** A case made up for teaching, which says so in the same sentence. */
const ASSUMED = /假设|假定|假如|假使|虚构|设为|起步值/;

const DAY = '\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?';
const IN_FORCE = '(?:施行|实施|生效|公布|颁布|出台|修订|修正)';
const PLATFORM = '(?:平台|淘宝|天猫|抖音|京东|拼多多|快手|小红书|微信|视频号|美团|亚马逊)';
const DATES = [
  new RegExp(`${DAY}[^。；！？，\\n]{0,8}${IN_FORCE}`, 'g'),
  new RegExp(`${IN_FORCE}[^。；！？，\\n]{0,6}${DAY}`, 'g'),
  new RegExp(`》（?${DAY}`, 'g'),
  /截至(?:目前的)?\d{4}/g,
  new RegExp(
    `${PLATFORM}[^。；！？\\n]{0,12}${DAY}[^。；！？，\\n]{0,8}(?:升级|更名|改名|停用|下线|取消|起收)`,
    'g',
  ),
];

/** The sentence around an offset. */
const sentenceAt = (text: string, at: number): string =>
  text.slice(
    Math.max(...[...'。！？\n'].map((sign) => text.lastIndexOf(sign, at - 1))) + 1,
    Math.min(...[...'。！？\n'].map((sign) => text.indexOf(sign, at)).filter((end) => end >= 0), text.length),
  );

/** Rates, deposits, fines and days of rules come from dated parameters, never from prose. */
export const dated: TextRule = {
  name: 'undated',
  find: ({ file, text, field, ours }) => {
    if (DATED_FILES.test(file) || EXAMPLES.has(field)) return [];
    const plain = text.replace(/“[^”]*”/g, (quoted) => VALUE.repeat(quoted.length));
    const rates = ours
      ? RATES.flatMap((pattern) => [...plain.matchAll(pattern)]).filter(
          ({ 0: found, index }) => !ASSUMED.test(sentenceAt(plain, index)) && !OWN_CHOICE.test(found),
        )
      : [];
    const dates = DATES.flatMap((pattern) => [...plain.matchAll(pattern)]);
    return [
      ...rates.map(({ 0: found, index }) => ({
        at: index,
        message: `费率、保证金或罚款打在了文字里：${found}`,
        fix: '从 content/parameters 取（<Param>、<Value>、@fee.编号、{键}）；是编的例子，就在同一句写“假定”',
      })),
      ...dates.map(({ 0: found, index }) => ({
        at: index,
        message: `法规或平台规则的日期打在了文字里：${found}`,
        fix: '在 content/parameters 里写一条，用 <Param> 印出来，截至的日期随它走',
      })),
    ];
  },
};
