import { defineTool } from './define.ts';

const THEN = '旧经验示例（约2014–2016，PC），不作结论';
const TEST = '经验值。取自己店近30天、同一来源的数做基线，改页面前后各看14天，连支付转化率一起比。';

export default defineTool({
  id: 'page-health',
  name: '页面健康度',
  group: 'page',
  answers: '人进来了，页面接不接得住？该先改哪里？',
  when: '每周看一次页面、打算加推广之前用：接不住先改页面，别先加钱。',
  roles: ['design', 'assistant'],
  aliases: [
    '跳失率',
    '跳出率',
    '辍学率',
    '访问深度',
    '浏览深度',
    '人均浏览量',
    '页面诊断',
    '详情页好不好',
    '关联带动',
    '页面及格线',
  ],
  inputs: {
    shopAov: { label: '全店客单价', unit: 'money', default: '310', help: '支付金额÷支付买家数。' },
    heroAov: { label: '主推款件单价', unit: 'money', default: '238', help: '主推那一款卖一件的价格。' },
    bounce: { label: '跳失率', unit: 'percent', default: '64', help: '只看一页就走的访客÷全部访客。' },
    depth: { label: '访问深度', unit: 'number', default: '2.9', suffix: '页', help: '浏览量÷访客数。' },
    baseBounce: {
      label: '自己的跳失率基线',
      unit: 'percent',
      default: '',
      optional: true,
      help: '近30天、同一来源的平均，可以不填。',
    },
    baseDepth: {
      label: '自己的访问深度基线',
      unit: 'number',
      default: '',
      optional: true,
      suffix: '页',
      help: '近30天、同一来源的平均，可以不填。',
    },
  },
  results: {
    aovRatio: {
      label: '客单价带动倍数',
      unit: 'ratio',
      formula: 'shopAov / heroAov',
      help: '一位顾客花的钱，是主推款一件的几倍。',
    },
    aovStatus: {
      label: '带动',
      unit: 'word',
      formula: "aovRatio >= 1.3 ? 'pass' : 'fail'",
      words: { pass: { says: '及格', tone: 'good' }, fail: { says: '不及格', tone: 'bad' } },
    },
    bounceStatus: {
      label: '跳失',
      unit: 'word',
      formula: "bounce < 60% ? 'excellent' : bounce < 70% ? 'pass' : 'fail'",
      words: {
        excellent: { says: '优秀', tone: 'good' },
        pass: { says: '及格', tone: 'caution' },
        fail: { says: '不及格', tone: 'bad' },
      },
    },
    depthStatus: {
      label: '深度',
      unit: 'word',
      formula: "depth > 3.5 ? 'excellent' : depth >= 2.5 ? 'pass' : 'fail'",
      words: {
        excellent: { says: '优秀', tone: 'good' },
        pass: { says: '及格', tone: 'caution' },
        fail: { says: '不及格', tone: 'bad' },
      },
    },
    overall: {
      label: '总评',
      unit: 'word',
      formula:
        "aovStatus == 'fail' or bounceStatus == 'fail' or depthStatus == 'fail' ? 'fail' : bounceStatus == 'pass' or depthStatus == 'pass' ? 'pass' : 'excellent'",
      main: true,
      words: {
        excellent: { says: '优秀', tone: 'good' },
        pass: { says: '及格', tone: 'caution' },
        fail: { says: '不及格', tone: 'bad' },
      },
      help: '三项里最差的那一项；带动及格按优秀算。',
    },
  },
  reading: [
    {
      when: "bounceStatus == 'fail'",
      says: '先改首屏：跳失率{bounce}，多数人看一眼就走。对照他点进来的那张图，商品、价格、卖点是不是同一回事；再看首屏有没有说清卖什么、给谁用、凭什么信。',
      tone: 'bad',
      source: TEST,
    },
    {
      when: "bounceStatus != 'fail' and depthStatus == 'fail'",
      says: '先改去处：人留住了，只看{depth}页，没有第二件东西可看。详情页里放两到四个真正搭的款，首页和分类给出明确的下一步。',
      tone: 'bad',
      source: TEST,
    },
    {
      when: "bounceStatus != 'fail' and depthStatus != 'fail' and aovStatus == 'fail'",
      says: '先改搭配：人肯逛，最后只买主推那一件，全店客单价只有它的{aovRatio}倍。试套装、凑单门槛和搭配推荐，先算毛利再定优惠。',
      tone: 'caution',
      source: '经验值：1.3倍。取近90天每周的倍数，看它上去的那几周毛利额有没有跟着上去。',
    },
    {
      when: "overall == 'pass'",
      says: '三项都过线，离优秀还差一截。不用大改，一周挑一处小改，下周同一天再看。',
      tone: 'plain',
    },
    { when: "overall == 'excellent'", says: '页面接得住。力气放到流量上，每周照看一次就行。', tone: 'good' },
    {
      when: "overall == 'fail'",
      says: '有一项不及格，先别加推广：接不住的页面，推得越多漏得越多。',
      tone: 'caution',
    },
    {
      when: 'bounce < baseBounce',
      says: '跳失率{bounce}，比自己的基线{baseBounce}低，在变好。',
      tone: 'good',
      source: '和自己比',
    },
    {
      when: 'bounce > baseBounce',
      says: '跳失率{bounce}，比自己的基线{baseBounce}高。先查是不是换了来源，来源没变再改页面。',
      tone: 'caution',
      source: '和自己比',
    },
    {
      when: 'bounce == baseBounce',
      says: '跳失率和自己的基线一样，{bounce}。',
      tone: 'plain',
      source: '和自己比',
    },
    {
      when: 'depth > baseDepth',
      says: '访问深度{depth}页，比自己的基线{baseDepth}页多，在变好。',
      tone: 'good',
      source: '和自己比',
    },
    {
      when: 'depth < baseDepth',
      says: '访问深度{depth}页，比自己的基线{baseDepth}页少。先查是不是换了来源，来源没变再改页面。',
      tone: 'caution',
      source: '和自己比',
    },
    {
      when: 'depth == baseDepth',
      says: '访问深度和自己的基线一样，{depth}页。',
      tone: 'plain',
      source: '和自己比',
    },
    {
      unless: 'baseBounce >= 0% and baseDepth >= 0',
      says: `1.3倍、60%和70%、2.5页和3.5页都是${THEN}。填上自己近30天、同一来源的基线，才知道是变好还是变差。`,
      tone: 'caution',
      source: '早年电脑端网店的经验，没有统计出处',
    },
    {
      says: '信息流、短视频、付费直达进来的人，跳失率天生高、深度天生浅，不全是页面的错。三项要按来源分开看。',
      tone: 'plain',
    },
  ],
  differs:
    '跳失率有的后台按访客算，有的按访问次数算；访问深度也叫人均浏览量。换了后台或换了口径，前后的数不能连着比。',
  chapters: ['data/page-diagnosis', 'storefront/detail-page'],
  related: ['funnel', 'gmv', 'visitor-value'],
  solve: { result: 'aovRatio', input: 'shopAov' },
  cases: [
    {
      given: { shopAov: '310', heroAov: '238', bounce: '64', depth: '2.9' },
      expect: {
        aovRatio: '1.302521008403361344538',
        aovStatus: 'pass',
        bounceStatus: 'pass',
        depthStatus: 'pass',
        overall: 'pass',
      },
      because: '310 ÷ 238 = 1.3025，过1.3；64%在60%和70%之间；2.9在2.5和3.5之间；三项里最差的是及格',
    },
    {
      given: { shopAov: '300', heroAov: '200', bounce: '55', depth: '4', baseBounce: '58', baseDepth: '3.6' },
      expect: {
        aovRatio: '1.5',
        aovStatus: 'pass',
        bounceStatus: 'excellent',
        depthStatus: 'excellent',
        overall: 'excellent',
      },
      because: '300 ÷ 200 = 1.5及格，按优秀算；55%低于60%，4页多于3.5页，两项优秀，总评优秀',
    },
    {
      given: { shopAov: '130', heroAov: '100', bounce: '60', depth: '3.5' },
      expect: {
        aovRatio: '1.3',
        aovStatus: 'pass',
        bounceStatus: 'pass',
        depthStatus: 'pass',
        overall: 'pass',
      },
      because: '都踩在线上：1.3够及格；60%不算低于60%；3.5不算多于3.5，所以跳失和深度只是及格',
    },
    {
      given: { shopAov: '129.9', heroAov: '100', bounce: '70', depth: '2.5' },
      expect: {
        aovRatio: '1.299',
        aovStatus: 'fail',
        bounceStatus: 'fail',
        depthStatus: 'pass',
        overall: 'fail',
      },
      because: '129.9 ÷ 100 = 1.299不到1.3；70%不算低于70%；2.5正好及格；最差的是不及格',
    },
    {
      given: { shopAov: '310', heroAov: '0', bounce: '80', depth: '2' },
      expect: { aovRatio: null, aovStatus: null, bounceStatus: 'fail', depthStatus: 'fail', overall: null },
      because: '主推款件单价是0，倍数不存在，带动和总评也就没有；跳失80%、深度2页仍各自判断',
    },
    {
      given: { shopAov: '200', heroAov: '200', bounce: '', depth: '3' },
      expect: { aovRatio: '1', aovStatus: 'fail', bounceStatus: null, depthStatus: 'pass', overall: null },
      because: '跳失率没填，总评就没有，哪怕带动已经不及格：缺一项，不替人下结论',
    },
  ],
});
