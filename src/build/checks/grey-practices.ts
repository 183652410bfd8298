import { type TextRule, VALUE } from './texts.ts';

/** What the sources recommended and no shop may do (刷单, 买评价, 假人气, 假价格, 拿订单加人), by the words for it. */
const PRACTICES = new RegExp(
  [
    '刷(?:单|好评|评|销量|流量|信誉|浏览|访客|收藏|加购|播放|量|粉|赞|几单|\\d+单|[一二三四五六七八九十几百]+单)',
    '补(?:单(?![号据])|几单|\\d+单|[一二三四五六七八九十百]+单)',
    '(?:安全|代)刷',
    '炒信|破零单|寄?空包|拍A发B',
    '买(?:[一二三四五六七八九十几百\\d]+[条个])?(?:粉|赞|好评|评价|点赞|销量|粉丝|访客)(?!牌|质|底)',
    '(?:好评|晒图|五星|带图)(?:卡|[^，。；：、！？“”■不别没勿\\n]{0,6}(?:返现?\\d*元?|送[^，。；]{0,4}(?:红包|券|礼|\\d+元)|领(?:红包|券|\\d+元)))',
    '返现卡|(?:返现|红包|好处|赠品|礼物|券|补偿)(?:来)?换(?:指定)?(?:好评|五星|改评|评价)|改(?:好|差)?评[^，。；]{0,4}(?:返|退|补|送)',
    '编(?:造)?(?:评价|买家秀|好评|销量)',
    '假(?:浏览|收藏|加购|流量|买家|订单|下单|评价|好评|销量|人气|倒计时|库存|原价|划线价)',
    '先(?:涨|提|抬)(?:价)?[后再](?:降|打折|促销)|虚(?:构|标)(?:的)?(?:原价|划线价|销量)',
    '(?:私(?:下)?加|偷偷加)(?:好友|微信|人)?|加(?:顾客|买家|客户|对方|人家)的?(?:个人)?(?:微信|好友)|导出订单[^。；\\n]{0,10}(?:电话|手机|微信)',
    '差评师|恶意(?:差评|拍下|退货)同行|(?:攻击|打压)(?:同行|对手)的?(?:店|评价|链接)?',
  ].join('|'),
  'g',
);

/** It is said that this is forbidden, false, or what others do; not that it is 不违法 or 不会被罚. */
const JUDGED =
  /(?<!不|不会|不算|不会被)(?:违法|违规|犯法|禁止|严禁|都禁|不许|不让|不准|不能做|没法做|不可以|红线|踩线|受罚|被罚|处罚|罚款|要罚|扣分|封店|关店|造假|虚假|作假|骗|假的|诱导|利诱|误导|被查|查到|有人这样做|合规|举报|拒绝|抵制)/;
/** The clause denies it: 不刷单, 别买粉, 没单也不刷单; not 不够就刷单, 不妨补单. */
const DENIED =
  /(?:不(?![够少了错同过妨如光但管多好足一]|是很)|别(?![人家的处])|没有?(?!单|人|量|流量|销量|评价|订单)|勿|莫|拒|禁|杜绝|防|避免|反对|代替|替代|而不|不靠)[^，。；！？\n]*$/;

/** The sentence goes on to deny it: 导出订单里的电话去加人，不行。 */
const DENIED_AFTER = /^[^。；！？\n]{0,10}(?:不行|不能|不可以|不许|做不了|没法做|不该)/;
/** The clause says what something else amounts to: 属于虚构原价. */
const AMOUNTS_TO = /(?:属于|等于|变成|算是?)$/;
/** What is quoted is said by others, unless somebody is to do it: 先“补单”. */
const QUOTED = /(?<!先|去|做|搞|靠|用|来|可以|适当|找人|请人|安排)“[^”]*”/g;

/** Headings, what is looked up or checked, and lists of words. */
const NOT_CLAIMS = new Set(['default', 'defaults', 'heading', 'see', 'words']);

const CLAUSE = /[，。；：！？\n（）]/;
/** From the beginning of the clause to an offset. */
const clauseBefore = (text: string, at: number): string => text.slice(0, at).split(CLAUSE).at(-1) ?? '';

/** Grey practices are named to be forbidden, never offered. */
export const greyPractices: TextRule = {
  name: 'grey-practice',
  find: ({ text, field, ours, refutes, around }) => {
    if (!ours || refutes || NOT_CLAIMS.has(field)) return [];
    const plain = text.replace(QUOTED, (quoted) => VALUE.repeat(quoted.length));
    return [...plain.matchAll(PRACTICES)]
      .filter(({ 0: found, index }) => {
        const before = clauseBefore(plain, index);
        const after = plain.slice(index + found.length);
        return ![DENIED, AMOUNTS_TO].some((sign) => sign.test(before)) && !DENIED_AFTER.test(after);
      })
      .filter(() => !JUDGED.test(around))
      .map(({ 0: found, index }) => ({
        at: index,
        message: `像在推荐违规做法：${found}`,
        fix: '删掉，换成合规的做法；要提它，就在同一段写明违法、违规或不能做',
      }));
  },
};
