import { type TextRule, VALUE } from './texts.ts';

interface Rule {
  name: string;
  patterns: RegExp[];
  message: string;
  fix: string;
  /** fields where it is no mistake */
  not?: readonly string[];
  /** whether it may stand in “”: what people type into a search, what is talked about */
  quotable?: boolean;
  /** whether others may say it: a customer, a wrong answer, a bad example */
  othersMay?: boolean;
}

/** Fields that lead people who mistype a word to the right one. */
const FOR_SEARCH = ['abbreviations', 'aliases', 'former', 'synonyms'];
/** Fields of the word list of the ad-law tool. */
const WORD_LISTS = ['harmless', 'words'];

/** What no text we publish may contain. */
const RULES: Rule[] = [
  {
    name: 'punctuation',
    patterns: [
      /\p{Script=Han}[”’）》」]? ?[,;:!?()] ?[“‘（《「]?\p{Script=Han}/u,
      /\p{Script=Han}\.\p{Script=Han}/u,
    ],
    message: '汉字之间用了半角标点',
    fix: '改成全角：，；：！？（）。',
  },
  {
    name: 'spacing',
    patterns: [/\p{Script=Han} +\p{Script=Han}/u],
    message: '汉字之间有空格',
    fix: '去掉空格',
    not: ['default', 'defaults', 'rows'],
    quotable: true,
  },
  {
    // The glossary of machine-spun words in the sources (D66), each narrow enough to leave its everyday use alone.
    name: 'garbled',
    patterns: [
      /(?<![豌毛扁刀蚕黄])豆[莢荚]|复够率|规划化|丶|整体运营路(?![线径数])|出价(?:太|较|偏|过|定)?底(?![线价牌])/u,
      /(?:接触|进入)深度|辍学率|游客(?:流量|数|价值|转化)|常客(?:率|数|占比|复购)/u,
      /(?:(?<!自)主付款|(?<!自)主支付)(?!方式|渠道)|(?:付款|支付)前\s?[\d一二三四五六七八九十]+款|其他付款(?=[的，。、]|流量|转化|销量|搭配|$)|其他模特(?:的)?(?:流量|转化|销量|推广|点击)/u,
      /主[力要]客户(?:的)?(?:客)?单价|主力客户(?=[的，。、])/u,
      /(?:关注|看看?|学习?|研究|对标|分析|盯|收藏)同龄人|同龄人(?:的)?(?:店|宝贝|商品|价格|主图|标题|销量|动态|活动)/u,
      /(?:一样|同样)的房子|(?:提前|开始|准备|该|早点?|月|抢先)穿[春夏秋冬]装/u,
      /分析未来(?:这个)?词|(?:关键)?词(?:的|该|要|就|再|先)?[涨降]价|[涨降]价的?(?:关键)?词|操作[^，。；]{0,4}见多识广/u,
      /传递数据|(?:看|查|打开|登录|进|用|到)业务人员|业务人员(?:里|中|后台|报表|首页|数据|页面)/u,
      /(?<!做|动|整形|医美|外科|微创|眼科|手足|小|大|次|场|台)手术(?![室台刀后前费衣服用缝])|运营手术/u,
      /(?<!\*)\*(?:步|品牌|资源|的需求|名|选择)(?!\*)/u,
    ],
    message: '用了以讹传讹的词',
    fix: '用术语表里的正名；说的不是这个意思，就换个说法',
    not: [...FOR_SEARCH, ...WORD_LISTS],
    quotable: true,
  },
  {
    name: 'contact',
    patterns: [
      /(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\.?\d)|(?<!\d)0\d{2,3}[-—]\d{7,8}(?!\d)|(?<!\d)[48]00-\d{3,4}-\d{3,4}(?!\d)/u,
      /[Qq扣]{2}(?:群|号|交流群)?\s?[:：是为]?\s*\d{5,}|群号?\s?[:：]\s*\d{5,}/u,
      /(?:微信|薇信|威信|[Vv]信|(?<![a-z])(?:vx|wx|wechat|VX|WX))号?\s?(?:[:：是]|同号)\s*[A-Za-z0-9_-]{5,}/u,
      /[\w.+-]+@(?!example\.)[\w-]+\.(?:com|cn|net|org|me|io)\b/u,
    ],
    message: '像联系方式',
    fix: '删掉；课程不放任何联系方式',
  },
  {
    name: 'diverting',
    patterns: [
      /暗号|加(?:我|老师|助教|学姐|学长|班主任|小助手|群主)(?:的)?(?:个人)?(?:微信|企微|好友|vx|VX|[Vv信])/u,
      /(?:扫码|进群|加群|关注|私信|回复|留言|评论|转发|点赞)[^，。；！？\n]{0,10}(?:领|获|拿|送)(?:取|得)?[^，。；！？\n]{0,6}(?:资料|教程|课件|课程|模板|全套|干货|电子书|礼包|秘籍|网盘|源文件)/u,
      /(?:免费|限时|立即|马上)领取?[^，。；！？\n]{0,6}(?:资料|教程|课件|课程|模板|干货|电子书|秘籍)/u,
      /(?:关注|搜索?)(?:微信)?公众号[:：“「]|公众号(?:回复|后台回复)|(?:网盘|提取码|百度云)[:：]?\s?[A-Za-z0-9]{4}|更多(?:课程|资料|干货)[^，。\n]{0,6}(?:联系|咨询|添加|关注)/u,
    ],
    message: '像引流的话',
    fix: '删掉；课程不往别处引人',
    othersMay: true,
  },
  {
    name: 'unfinished',
    patterns: [/【写】|TODO|待补|待写|此处省略/u],
    message: '模板里留给作者的地方还没写',
    fix: '写完，或删掉这一行',
  },
  {
    name: 'slogan',
    patterns: [/众所周知|在当今.{0,8}时代|干货满满|一站式赋能|只要.{1,12}就能(?:赚|月入|爆单)/u],
    message: '口号或空话',
    fix: '改成具体的动作、数字或例子',
    quotable: true,
  },
];

/** Rules of wording over every text: one place each, the first found. */
export const wording: TextRule[] = RULES.map(
  ({ name, patterns, message, fix, not = [], quotable = false, othersMay = false }) => ({
    name,
    find: ({ text, field, ours }) => {
      if (not.includes(field) || (othersMay && !ours)) return [];
      const plain = quotable ? text.replace(/“[^”]*”/g, (quoted) => VALUE.repeat(quoted.length)) : text;
      const found = patterns.map((pattern) => pattern.exec(plain)).find((match) => match !== null);
      if (!found) return [];
      const from = Math.max(0, found.index - 12);
      return [{ at: found.index, message: `${message}：${text.slice(from, from + 40).trim()}`, fix }];
    },
  }),
);
