import { defineTool } from './define.ts';

export default defineTool({
  id: 'shop-score',
  name: '店铺评分与好评',
  group: 'service',
  answers: '评分掉了，还要多少个五星才回得去？再来几个一星会掉到多少？',
  when: '看到商品评分下滑、给客服定好评目标、估一批差评的影响时用。',
  roles: ['service', 'assistant', 'manager'],
  aliases: [
    '评分计算',
    '商品评分',
    '几个好评',
    '差评影响',
    '五星好评',
    '评分怎么提高',
    '要多少好评',
    '动态评分',
    'DSR',
  ],
  inputs: {
    score: {
      label: '现在的评分',
      unit: 'number',
      default: '4.72',
      min: '1',
      max: '5',
      suffix: '分',
      help: '一到五星的平均分。能看到各星个数的，先自己算平均，比页面上的两位小数准。',
    },
    ratings: {
      label: '评价数',
      unit: 'count',
      default: '800',
      suffix: '个',
      help: '参与这个平均分的评价，过期不算的别填。',
    },
    target: { label: '目标评分', unit: 'number', default: '4.8', min: '1', max: '5', suffix: '分' },
    newFive: {
      label: '新增五星',
      unit: 'count',
      default: '0',
      suffix: '个',
      help: '想估一估再来多少五星，填在这里。',
    },
    newOne: { label: '新增一星', unit: 'count', default: '0', suffix: '个' },
  },
  results: {
    neededFive: {
      label: '还要多少个五星',
      unit: 'count',
      formula: 'target <= score ? 0 : ceil(ratings * (target - score) / (5 - target))',
      suffix: '个',
      needs: 'target <= score or target < 5',
      none: '有过不是五星的评价，平均就回不到5分，再多五星也只能靠近。把目标改成4.9这样的数再算。',
      main: true,
      help: '从现在起全是五星，中间一个低分都没有。',
    },
    projected: {
      label: '加上新评价后的评分',
      unit: 'number',
      formula: '(score * ratings + 5 * newFive + newOne) / (ratings + newFive + newOne)',
      suffix: '分',
      none: '一个评价都没有，算不出平均分。',
    },
    fivesPerOne: {
      label: '一个一星要几个五星补',
      unit: 'number',
      formula: '(target - 1) / (5 - target)',
      suffix: '个',
      none: '目标是5分，一个一星就补不回来了。',
      step: true,
    },
  },
  warnings: [
    {
      when: 'ratings == 0',
      says: '评价数是0，现在的评分没有来处，算出来的个数不能用。',
      tone: 'caution',
    },
  ],
  reading: [
    {
      says: '仅适用于星级算术平均；平台体验分不能这样反推。体验分看商品、物流、服务好几项，项目和权重以平台公示为准。',
      tone: 'caution',
      source: '口径说明',
    },
    {
      when: 'neededFive > 0',
      says: '现在{ratings}个评价平均{score}分。再来{neededFive}个五星、中间没有低分，才到{target}分。',
      tone: 'plain',
      source: '算法：现在差的总分，除以一个五星比目标多出的分，进到整数',
    },
    {
      when: 'target <= score and ratings > 0',
      says: '现在{score}分，已经到了目标{target}分。守住它，靠少出一星。',
      tone: 'good',
    },
    {
      when: 'neededFive > ratings and ratings > 0',
      says: '要的五星比现在全部{ratings}个评价还多，短期到不了。先把目标定低一点，或等旧评价过期。',
      tone: 'caution',
    },
    {
      when: 'fivesPerOne >= 1',
      says: '守在{target}分，每多一个一星，要{fivesPerOne}个五星才补得回来。消掉一个让人打一星的原因，顶得上再来这么多个五星。',
      tone: 'caution',
      source: '算法：一星比目标少的分，除以五星比目标多的分',
    },
    {
      when: 'newFive + newOne > 0 and projected >= target',
      says: '加上新增的评价，评分到{projected}分，够{target}分了。',
      tone: 'good',
    },
    {
      when: 'newFive + newOne > 0 and projected < target',
      says: '加上新增的评价，评分是{projected}分，还不到{target}分。',
      tone: 'plain',
    },
    {
      says: '好评不能拿返现、券、赠品去换。把近30条中差评按原因分堆，先改多的那两堆。',
      tone: 'plain',
    },
  ],
  differs:
    '有的平台只算近一段时间的评价，有的一个人一天只记一次，有的默认好评不计分。先弄清哪些评价在平均里，再填评价数。页面上的评分四舍五入过，评价多的店，差0.005分就差出几十个五星。',
  chapters: ['service/reviews', 'storefront/experience'],
  related: ['order-quality', 'repurchase'],
  solve: { result: 'projected', input: 'newFive' },
  cases: [
    {
      given: { score: '4.72', ratings: '800', target: '4.8', newFive: '0', newOne: '0' },
      expect: { neededFive: '320', projected: '4.72' },
      because: '差0.08分 × 800 = 64分，每个五星比4.8多0.2分，64 ÷ 0.2 = 320个；没有新增，还是4.72',
    },
    {
      given: { score: '4.5', ratings: '7', target: '4.8', newFive: '11', newOne: '0' },
      expect: { neededFive: '11', projected: '4.805555555555555555556' },
      because: '7 × 0.3 ÷ 0.2 = 10.5，进到11个；(31.5 + 55) ÷ 18 = 86.5 ÷ 18 = 4.806，过了4.8',
    },
    {
      given: { score: '4.8', ratings: '500', target: '4.8', newFive: '20', newOne: '5' },
      expect: { neededFive: '0', projected: '4.771428571428571428571' },
      because: '已经到目标，还要0个；(2400 + 100 + 5) ÷ 525 = 2505 ÷ 525 = 4.771：5个一星，20个五星没补回来',
    },
    {
      given: { score: '4.9', ratings: '100', target: '5', newFive: '100', newOne: '0' },
      expect: { neededFive: null, projected: '4.95' },
      because: '到不了5分：再来100个五星，(490 + 500) ÷ 200 = 4.95，只是靠近',
    },
    {
      given: { score: '5', ratings: '12', target: '5', newFive: '0', newOne: '1' },
      expect: { neededFive: '0', projected: '4.692307692307692307692' },
      because: '现在就是5分，不用再加；来一个一星，(60 + 1) ÷ 13 = 61 ÷ 13 = 4.692',
    },
    {
      given: { score: '4', ratings: '0', target: '4.5', newFive: '0', newOne: '0' },
      expect: { neededFive: '0', projected: null },
      because: '一个评价都没有：公式给0个，平均分要除以0，不存在；提醒会说这个数不能用',
    },
  ],
});
