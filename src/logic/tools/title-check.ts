import { defineTool, type Finding } from './define.ts';
import { titleLimitDouyin, titleLimitPdd, titleLimitTaobao, titleLimitTmall } from './dated.ts';
import { adFindings } from './text-checks.ts';

/** Shortest piece that counts as said twice; a single character often stands in two words. */
const SHORTEST = 2;

/** Pieces of a title that stand in it more than once, the longest of them. */
function repeated(title: string): string[] {
  const text = title.replace(/\s+/g, ' ');
  const found: string[] = [];
  for (let length = Math.floor(text.length / 2); length >= SHORTEST; length--) {
    for (let from = 0; from + length <= text.length; from++) {
      const piece = text.slice(from, from + length);
      const again = text.indexOf(piece, from + length) !== -1;
      if (
        again &&
        !/\s/.test(piece) &&
        !/^\d+$/.test(piece) &&
        !found.some((longer) => longer.includes(piece))
      )
        found.push(piece);
    }
  }
  return found;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A keyword is covered when all its parts stand in the title, in any order: that is how searches are matched. */
const covers = (title: string, keyword: string): boolean =>
  plain(keyword)
    .split(/\s+/)
    .every((part) => plain(title).includes(part));

function check(read: (key: string) => string): Finding[] {
  const title = read('title');
  const keywords = read('keywords')
    .split(/[\n,，、]+/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
  const missing = keywords.filter((keyword) => !covers(title, keyword));
  const covered = keywords.filter((keyword) => covers(title, keyword));
  return [
    ...adFindings('title', title),
    ...repeated(title.trim()).map((piece): Finding => {
      const from = title.lastIndexOf(piece);
      return {
        tone: 'caution',
        what: `「${piece}」`,
        says: '写了两遍。搜索只认一次，把第二个换成新的属性词。',
        at: { field: 'title', from, to: from + piece.length },
      };
    }),
    ...missing.map((keyword): Finding => ({
      tone: 'caution',
      what: `「${keyword}」`,
      says: '标题里没有。真有人搜、商品也对得上，就补进去。',
    })),
    ...(covered.length > 0
      ? [{ tone: 'good' as const, what: `已覆盖${covered.length}个词`, says: `：${covered.join('、')}。` }]
      : []),
  ];
}

export default defineTool({
  id: 'title-check',
  name: '标题检查',
  group: 'page',
  answers: '这个标题超没超字数，有没有重复的词，想要的词都写进去了吗？',
  when: '上新写标题、每周换词之前用。',
  roles: ['assistant', 'design'],
  aliases: ['标题字数', '宝贝标题', '标题优化', '关键词覆盖', '30个字', '60个字符', '标题诊断'],
  inputs: {
    title: {
      kind: 'text',
      label: '标题',
      default: '防晒衣女夏季薄款透气防紫外线外套长袖骑车户外防晒服',
    },
    platform: {
      kind: 'choice',
      label: '平台',
      options: { taobao: '淘宝', tmall: '天猫', pdd: '拼多多', douyin: '抖音', jd: '京东' },
      default: 'taobao',
    },
    keywords: {
      kind: 'text',
      label: '想覆盖的词',
      long: true,
      optional: true,
      default: '防晒衣 女\n冰丝防晒衣\n骑车防晒',
      help: '一行一个。几个词之间空一格，标题里不分先后都有就算覆盖。',
    },
    limit: {
      label: '字数上限',
      unit: 'count',
      default: titleLimitTaobao.value,
      optional: true,
      suffix: '单位',
      help: '汉字算2，字母和数字算1。换平台会跟着变，可以改；京东按类目不同，照发布页写的填。',
      follows: {
        choice: 'platform',
        values: {
          taobao: titleLimitTaobao.value,
          tmall: titleLimitTmall.value,
          pdd: titleLimitPdd.value,
          douyin: titleLimitDouyin.value,
          jd: '',
        },
      },
    },
  },
  results: {
    length: { label: '现在的长度', unit: 'count', formula: 'textUnits(title)', suffix: '单位', main: true },
    remaining: {
      label: '还能写',
      unit: 'count',
      formula: 'limit - length',
      suffix: '单位',
      main: true,
    },
    hits: { label: '要改的用语', unit: 'count', formula: 'adHits(title)', suffix: '处' },
    over: { label: '超出', unit: 'count', formula: 'length - limit', step: true },
  },
  findings: {
    label: '查出来的',
    none: '没有重复的词，也没有写过头的词。想覆盖的词填在上面，就能看缺哪个。',
    find: check,
  },
  reading: [
    {
      when: 'remaining < 0',
      says: '超了{over}单位，先删形容词和重复的词，留品类、属性、场景。',
      tone: 'bad',
    },
    {
      when: 'remaining >= 10',
      says: '还空着{remaining}单位，够再写几个真有人搜的属性词。不为凑满写和商品无关的词。',
      tone: 'plain',
    },
    {
      when: 'remaining >= 0 and remaining < 10',
      says: '长度合适，还剩{remaining}单位。',
      tone: 'good',
    },
    {
      when: "platform == 'taobao'",
      says: titleLimitTaobao.text,
      tone: 'plain',
      source: titleLimitTaobao.source,
    },
    {
      when: "platform == 'tmall'",
      says: titleLimitTmall.text,
      tone: 'plain',
      source: titleLimitTmall.source,
    },
    { when: "platform == 'pdd'", says: titleLimitPdd.text, tone: 'plain', source: titleLimitPdd.source },
    {
      when: "platform == 'douyin'",
      says: titleLimitDouyin.text,
      tone: 'plain',
      source: titleLimitDouyin.source,
    },
    {
      says: '覆盖了不等于排得上去。权重不公开，别信“词放最前面就加权”。换词后看这个词7天带来的访客和成交。',
      tone: 'plain',
    },
  ],
  differs: '各平台标题的上限和算法不同，同一平台有的类目更短，以发布页输入框旁的计数为准。',
  chapters: ['storefront/titles-keywords'],
  related: ['keyword', 'ad-law'],
  cases: [
    {
      given: {},
      expect: { length: '50', remaining: '10', hits: '0' },
      because: '25个汉字，每个2单位，共50；60 − 50 = 10',
    },
    {
      given: { title: 'T恤 A1', limit: '5' },
      expect: { length: '6', remaining: '-1', hits: '0' },
      because: 'T、空格、A、1各1单位，恤2单位，共6；5 − 6 = −1，超了',
    },
    {
      given: { title: '全网第一防晒衣', platform: 'jd', limit: '' },
      expect: { length: '14', remaining: null, hits: '1' },
      because: '7个汉字共14单位；京东的上限没填，还能写多少就不知道；“全网第一”是一处提醒',
    },
    {
      given: { title: '' },
      expect: { length: null, remaining: null, hits: null },
      because: '标题空着，没有可数的',
    },
  ],
});
