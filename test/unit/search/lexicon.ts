import { type LexiconData, readLexicon } from '../../../src/logic/search/index.ts';

/** A small lexicon for tests. */
export const data: LexiconData = {
  terms: [
    ['cvr', '支付转化率|zhi fu zhuan hua lv', '转化率|zhuan hua lv', 'CVR'],
    ['ctr', '点击率|dian ji lv', 'CTR'],
    ['keyword-ads', '关键词推广|guan jian ci tui guang', '直通车|zhi tong che'],
    ['ab-test', 'A/B测试|ab ce shi', 'AB测试|ab ce shi'],
    ['roas', '投产比|tou chan bi', 'ROI', '广告投产|guang gao tou chan'],
    ['break-even-roas', '保本投产比|bao ben tou chan bi', '保本ROI|bao ben roi'],
    ['slow-moving', '滞销款|zhi xiao kuan'],
    ['aov', '客单价|ke dan jia'],
  ],
  names: ['直播间测算|zhi bo jian ce suan'],
  says: [
    ['卖不动|mai bu dong', '滞销款', '动销率'],
    ['直通车', '推广'],
  ],
  typos: [['转换率', '转化率']],
  stops: ['怎么办', '怎么', '怎么算', '是什么', '的', '了', '吗', '低不低'],
  intents: [['工具', '怎么算', '计算器']],
  popular: [],
  ways: [],
};
export const lexicon = readLexicon(data);
