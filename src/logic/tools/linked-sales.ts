import { defineTool } from './define.ts';

/** Where a row of the table comes from, and how to test it on one's own shop. */
const from = (row: string, change: string, figure: string): string =>
  `经验值：早年网店从业者的关联改进表，“${row}”一条，没有统计出处。验证：只${change}，同一来源前后各看14天，比${figure}。`;

export default defineTool({
  id: 'linked-sales',
  name: '关联诊断',
  group: 'traffic',
  answers: '这一款的页面要先改描述，还是先换旁边的关联款？',
  when: '每周挑访客多的几款看一次，决定详情页里的搭配推荐怎么动时用。',
  roles: ['assistant', 'design'],
  aliases: [
    '关联销售',
    '关联营销',
    '搭配推荐',
    '关联怎么放',
    '跳失高怎么办',
    '停留时间短',
    '看的人多买的人少',
  ],
  inputs: {
    visitors: { label: '这款的访客数', unit: 'count', default: '5000', suffix: '人', help: '近30天，去重。' },
    avgVisitors: {
      label: '全店单款平均访客数',
      unit: 'count',
      default: '3000',
      suffix: '人',
      help: '同一段时间，在卖的每一款的访客数加起来，除以款数。',
    },
    buyers: {
      label: '这款的支付买家数',
      unit: 'count',
      default: '60',
      suffix: '人',
      help: '同一段时间，按人算，不按件数算。',
    },
    bounce: {
      label: '这款的跳失率',
      unit: 'percent',
      default: '65',
      help: '只看这一页就走的访客÷这款的访客。',
    },
    dwell: { label: '这款的平均停留', unit: 'number', default: '40', suffix: '秒' },
    avgCvr: {
      label: '全店平均转化率',
      unit: 'percent',
      default: '2.5',
      help: '和这款同一种算法：支付买家数÷访客数。',
    },
    avgBounce: { label: '全店平均跳失率', unit: 'percent', default: '55' },
    avgDwell: { label: '全店平均停留', unit: 'number', default: '60', suffix: '秒' },
  },
  results: {
    conversion: {
      label: '这款的支付转化率',
      unit: 'percent',
      formula: 'buyers / visitors',
      main: true,
      none: '没有访客，转化率算不出来，和转化有关的两条也没法判断。',
      help: '支付买家数÷访客数。',
    },
  },
  warnings: [
    {
      when: 'buyers > visitors',
      says: '买家比访客还多：可能填成了件数，或不是同一段时间的数。',
      tone: 'caution',
    },
  ],
  // The decision table, one remark a row. A row fires only strictly beyond the shop's own average; several may.
  reading: [
    {
      when: 'visitors > avgVisitors and bounce > avgBounce',
      says: '流量高、跳失高：来{visitors}人，比平均{avgVisitors}多；跳失率{bounce}，比平均{avgBounce}高。先改描述，从首屏改起，让它和人点进来的那张图说同一件事；再在旁边搭跳失率低的或热销的款。',
      tone: 'bad',
      source: from('流量高、跳失高', '改描述', '这款的跳失率'),
    },
    {
      when: 'visitors > avgVisitors and conversion < avgCvr',
      says: '流量高、转化低：来{visitors}人，比平均{avgVisitors}多；转化率{conversion}，比平均{avgCvr}低。先改描述，把价格、规格、评价里的疑问答清楚；再把转化高的或热销的款放到描述上方。付费推广直达的页，上方不放，免得分走花钱请来的人。',
      tone: 'bad',
      source: from('流量高、转化低', '改描述', '这款的支付转化率'),
    },
    {
      when: 'dwell < avgDwell',
      says: '停留短：平均看{dwell}秒，比全店{avgDwell}秒短。先改描述，把人留到看完；关联尽量少放，放多了人还没看懂这一款就被带走。',
      tone: 'caution',
      source: from('停留短', '改描述', '这款的平均停留'),
    },
    {
      when: 'bounce > avgBounce',
      says: '跳失高：跳失率{bounce}，比平均{avgBounce}高。先换关联款：换成跳失率低的或热销的，让不想买这款的人有下一页可看。',
      tone: 'caution',
      source: from('跳失高', '换关联款', '这款的跳失率'),
    },
    {
      when: 'conversion < avgCvr',
      says: '转化低：转化率{conversion}，比平均{avgCvr}低。先换关联款：换成热销的或转化高的，没看中这款的人还能买那款。',
      tone: 'caution',
      source: from('转化低', '换关联款', '从这页带走的成交'),
    },
    {
      when: 'bounce <= avgBounce and conversion >= avgCvr and dwell >= avgDwell',
      says: '五条都没触发：跳失率{bounce}、转化率{conversion}、停留{dwell}秒，都不比全店平均差。这一页不用改，拿它去带别的款：互补的款放进搭配，看客单价有没有上去。',
      tone: 'good',
      source: from('热销品多搭配', '加搭配', '全店客单价'),
    },
    {
      when: '(visitors > avgVisitors or dwell < avgDwell) and (bounce > avgBounce or conversion < avgCvr)',
      says: '“改描述”和“换关联款”一起触发了：先改描述，看14天，再换关联款。一次只改一处，才知道是哪一处起了作用。',
      tone: 'plain',
    },
    {
      says: '这里只和自己店的平均比，正好等于平均不算触发。推广带来的人跳失天生偏高，推广占比大的款，先按来源分开取数。',
      tone: 'plain',
      source: '口径说明',
    },
  ],
  differs:
    '转化率有人用卖出件数÷访问次数，一人买三件就被算了三次，不能当转化率。停留时长有的按访客算，有的按页面浏览算，和平均用同一张报表里的数。',
  chapters: ['storefront/cross-selling', 'data/page-diagnosis'],
  related: ['page-health', 'funnel', 'gmv'],
  solve: { result: 'conversion', input: 'buyers' },
  cases: [
    {
      given: {
        visitors: '5000',
        avgVisitors: '3000',
        buyers: '60',
        bounce: '65',
        dwell: '40',
        avgCvr: '2.5',
        avgBounce: '55',
        avgDwell: '60',
      },
      expect: { conversion: '1.2' },
      because: '60 ÷ 5000 = 1.2%，低于2.5%；5000多于3000，65%高于55%，40秒短于60秒：五条全触发',
    },
    {
      given: {
        visitors: '2000',
        avgVisitors: '3000',
        buyers: '80',
        bounce: '40',
        dwell: '90',
        avgCvr: '2.5',
        avgBounce: '55',
        avgDwell: '60',
      },
      expect: { conversion: '4' },
      because: '80 ÷ 2000 = 4%，高于2.5%；跳失40%、停留90秒都比平均好，流量也不高：一条没触发',
    },
    {
      given: {
        visitors: '3000',
        avgVisitors: '3000',
        buyers: '75',
        bounce: '55',
        dwell: '60',
        avgCvr: '2.5',
        avgBounce: '55',
        avgDwell: '60',
      },
      expect: { conversion: '2.5' },
      because: '75 ÷ 3000 = 2.5%，四个数都正好等于平均，严格比较，一条不触发',
    },
    {
      given: { visitors: '7', buyers: '1' },
      expect: { conversion: '14.28571428571428571429' },
      because: '1 ÷ 7 = 14.29%：人太少，一个买家就能把转化率抬过平均',
    },
    {
      given: { visitors: '0', buyers: '0' },
      expect: { conversion: null },
      because: '没有访客，除以0，转化率不存在，和转化有关的两条不判断',
    },
  ],
});
