import { defineTool } from './define.ts';

/** Shapley values of a product of three: what each factor adds, averaged over the six orders of changing them. */
export default defineTool({
  id: 'gmv-change',
  name: 'GMV变动归因',
  group: 'traffic',
  answers: '成交总额变了，访客数、转化率、客单价各该算多少？',
  when: '周复盘、月复盘、大促前后对比时用：先知道钱从哪一项来、从哪一项走，再去找原因。',
  roles: ['assistant', 'manager'],
  aliases: [
    'GMV下降原因',
    '销售额下滑',
    '业绩归因',
    '因素分析',
    '连环替代',
    '同比环比拆解',
    'Shapley',
    '沙普利',
    '为什么卖少了',
  ],
  inputs: {
    uv0: { label: '上期访客数', unit: 'count', default: '10000', suffix: '人' },
    cvr0: { label: '上期支付转化率', unit: 'percent', default: '3.5' },
    aov0: { label: '上期客单价', unit: 'money', default: '280' },
    uv1: {
      label: '本期访客数',
      unit: 'count',
      default: '12000',
      suffix: '人',
      help: '两期天数要一样多，连星期几也对上更稳。',
    },
    cvr1: {
      label: '本期支付转化率',
      unit: 'percent',
      default: '3.2',
      help: '支付买家数÷访客数，两期同一口径。',
    },
    aov1: { label: '本期客单价', unit: 'money', default: '290', help: '支付金额÷支付买家数，按人算。' },
  },
  results: {
    gmv0: { label: '上期成交总额', unit: 'money', formula: 'uv0 * cvr0 * aov0' },
    gmv1: { label: '本期成交总额', unit: 'money', formula: 'uv1 * cvr1 * aov1' },
    delta: { label: '变动额', unit: 'money', formula: 'gmv1 - gmv0', main: true },
    deltaRate: {
      label: '变动幅度',
      unit: 'percent',
      formula: 'delta / gmv0',
      none: '上期成交总额是0，没有幅度可言。',
    },
    valuePerUv: {
      label: '两期平均的访客价值',
      unit: 'money',
      formula: '(2 * (cvr0 * aov0 + cvr1 * aov1) + cvr0 * aov1 + cvr1 * aov0) / 6',
      step: true,
    },
    spendPerCvr: {
      label: '两期平均的访客数乘客单价',
      unit: 'money',
      formula: '(2 * (uv0 * aov0 + uv1 * aov1) + uv0 * aov1 + uv1 * aov0) / 6',
      step: true,
    },
    buyersPerAov: {
      label: '两期平均的买家数',
      unit: 'number',
      formula: '(2 * (uv0 * cvr0 + uv1 * cvr1) + uv0 * cvr1 + uv1 * cvr0) / 6',
      step: true,
    },
    effectUv: { label: '访客数带来的', unit: 'money', formula: '(uv1 - uv0) * valuePerUv' },
    effectCvr: { label: '转化率带来的', unit: 'money', formula: '(cvr1 - cvr0) * spendPerCvr' },
    effectAov: { label: '客单价带来的', unit: 'money', formula: '(aov1 - aov0) * buyersPerAov' },
  },
  sums: [{ total: 'delta', parts: ['effectUv', 'effectCvr', 'effectAov'] }],
  reading: [
    {
      when: 'delta == 0',
      says: '两期成交总额一样。三项里有正有负，互相抵掉了也会这样，还是看一眼下面的三个数。',
      tone: 'plain',
    },
    {
      when: 'delta > 0',
      says: '多卖{delta}：访客数{effectUv}，转化率{effectCvr}，客单价{effectAov}，三个数加起来正好是变动额。',
      tone: 'plain',
    },
    {
      when: 'delta < 0',
      says: '变动{delta}：访客数{effectUv}，转化率{effectCvr}，客单价{effectAov}，三个数加起来正好是变动额。',
      tone: 'plain',
    },
    {
      when: 'effectUv < 0 and effectUv <= effectCvr and effectUv <= effectAov',
      says: '拖后腿最多的是访客数。先按来源看：搜索、推荐、推广、活动，哪一个少了人。',
      tone: 'caution',
    },
    {
      when: 'effectCvr < 0 and effectCvr < effectUv and effectCvr <= effectAov',
      says: '拖后腿最多的是转化率。先看是不是多来的人不对：把新增的那个来源单独拿出来，其余来源的转化率没掉，页面就不用动。',
      tone: 'caution',
    },
    {
      when: 'effectAov < 0 and effectAov < effectUv and effectAov < effectCvr',
      says: '拖后腿最多的是客单价。先看是优惠给多了，还是低价款卖得多了，再看连带率。',
      tone: 'caution',
    },
    {
      when: 'effectUv > 0 and effectCvr < 0',
      says: '人多了、转化率掉了，常是同一件事的两面：新来源的人买得少。两项合起来看，才知道这批人值不值得买。',
      tone: 'plain',
    },
    {
      says: '归因只说“账算到哪一项”，不说“为什么”。三项各按另外两项的两期平均来摊，谁先变谁后变都一样，所以没有解释不了的余数。',
      tone: 'plain',
      source: '做法：Shapley值，六种先后顺序取平均',
    },
  ],
  differs:
    '连环替代法按固定顺序一项一项换，先换的和后换的分到的钱不一样。和别人对数之前，先问用的是哪种分法。变动额本身不会因此不同。',
  chapters: ['data/metrics', 'start/assistant-day'],
  related: ['gmv', 'funnel', 'target'],
  solve: { result: 'delta', input: 'uv1' },
  figures: [
    ({ number }) => ({
      kind: 'waterfall',
      title: '从上期到本期，差在哪一项',
      data: {
        unit: 'money',
        rows: [
          { label: '上期', value: number('gmv0') },
          { label: '访客数', value: number('effectUv') },
          { label: '转化率', value: number('effectCvr') },
          { label: '客单价', value: number('effectAov') },
          { label: '本期', total: true },
        ],
      },
    }),
  ],
  cases: [
    {
      given: { uv0: '10000', cvr0: '3.5', aov0: '280', uv1: '12000', cvr1: '3.2', aov1: '290' },
      expect: {
        gmv0: '98000',
        gmv1: '111360',
        delta: '13360',
        deltaRate: '13.63265306122448979592',
        effectUv: '19090',
        effectCvr: '-9410',
        effectAov: '3680',
      },
      because:
        '上期350人 × 280 = 98000，本期384人 × 290 = 111360；访客价值平均57.27 ÷ 6 = 9.545，× 2000 = 19090；−0.3% × 18820000 ÷ 6 = −9410；10 × 2208 ÷ 6 = 3680',
    },
    {
      given: { uv0: '1000', cvr0: '2', aov0: '100', uv1: '1500', cvr1: '2', aov1: '100' },
      expect: {
        gmv0: '2000',
        gmv1: '3000',
        delta: '1000',
        deltaRate: '50',
        effectUv: '1000',
        effectCvr: '0',
        effectAov: '0',
      },
      because: '只有访客数变：多500人，每人值2元，1000元全算在访客数上',
    },
    {
      given: { uv0: '10', cvr0: '10', aov0: '10', uv1: '11', cvr1: '20', aov1: '11' },
      expect: {
        gmv0: '10',
        gmv1: '24.2',
        delta: '14.2',
        deltaRate: '142',
        effectUv: '1.58333333333333333334',
        effectCvr: '11.03333333333333333333',
        effectAov: '1.58333333333333333333',
      },
      because:
        '访客：(2 × (1 + 2.2) + 1.1 + 2) ÷ 6 = 9.5 ÷ 6 = 1.5833；转化率：0.1 × 662 ÷ 6 = 11.0333；客单价同访客；除不尽的尾数给最前的一项，合计正好14.2',
    },
    {
      given: { uv0: '0', cvr0: '3', aov0: '100', uv1: '1000', cvr1: '3', aov1: '100' },
      expect: {
        gmv0: '0',
        gmv1: '3000',
        delta: '3000',
        deltaRate: null,
        effectUv: '3000',
        effectCvr: '0',
        effectAov: '0',
      },
      because: '上期没有成交，幅度不存在；1000人每人值3元，3000元都来自访客数',
    },
    {
      given: { uv0: '8000', cvr0: '4', aov0: '200', uv1: '8000', cvr1: '3', aov1: '200' },
      expect: {
        gmv0: '64000',
        gmv1: '48000',
        delta: '-16000',
        deltaRate: '-25',
        effectUv: '0',
        effectCvr: '-16000',
        effectAov: '0',
      },
      because: '只有转化率掉1个百分点：8000 × 1% × 200 = 16000，正好是少掉的四分之一',
    },
  ],
});
