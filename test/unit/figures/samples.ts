import type { Figure } from '../../../src/logic/figures/index.ts';

/** One good figure of each kind and a few variants, with the numbers of the course's examples. */
export const SAMPLES: Figure[] = [
  {
    kind: 'tree',
    title: '成交总额由三个数相乘得到',
    data: {
      label: '成交总额',
      value: 98000,
      unit: 'money',
      tone: 'accent',
      children: [
        {
          label: '访客数',
          value: 10000,
          children: [
            { label: '免费访客', value: 6000 },
            { label: '付费访客', value: 4000, sign: '+' },
          ],
        },
        { label: '支付转化率', value: 3.5, unit: 'percent', sign: '×' },
        { label: '客单价', value: 280, unit: 'money', sign: '×' },
      ],
    },
  },
  {
    kind: 'tree',
    title: '净利润拆到底',
    data: {
      label: '净利润',
      value: 21300,
      unit: 'money',
      children: [
        {
          label: '实收货款',
          value: 83300,
          unit: 'money',
          children: [
            { label: '成交总额', value: 98000, unit: 'money' },
            { label: '退款', value: 14700, unit: 'money', sign: '-', note: '退款率15%' },
          ],
        },
        { label: '进货成本', value: 42000, unit: 'money', sign: '-' },
        { label: '平台扣点与支付手续费', value: 4000, unit: 'money', sign: '-' },
        { label: '推广花费', value: 12000, unit: 'money', sign: '-', tone: 'bad' },
        { label: '快递、包装与售后折损', value: 4000, unit: 'money', sign: '-' },
      ],
    },
  },
  {
    kind: 'tree',
    title: '流量分成三类',
    data: {
      label: '店铺流量',
      children: [{ label: '免费流量', note: '搜索、推荐' }, { label: '付费流量' }, { label: '自主流量' }],
    },
  },
  {
    kind: 'funnel',
    title: '一天的转化漏斗',
    data: {
      suffix: '人',
      overall: '支付转化率',
      steps: [
        { label: '访客数', value: 3800 },
        { label: '加购', value: 380, rate: '加购率' },
        { label: '下单', value: 152 },
        { label: '支付', value: 133, rate: '付款率', tone: 'accent', note: '当天付款' },
      ],
    },
  },
  {
    kind: 'flow',
    title: '退换货处理',
    data: {
      steps: [
        { label: '收到退款申请', owner: '售后客服', time: '2 小时内', input: '订单号', output: '是否同意' },
        { label: '核对凭证', owner: '售后客服', choices: [{ when: '原因是质量问题', then: '登记到品控表' }] },
        { label: '验收入库', time: '签收后 24 小时内', note: '少件当场拍照', tone: 'accent' },
        { label: '退款' },
      ],
    },
  },
  {
    kind: 'timeline',
    title: '运营助理的一天',
    data: {
      blocks: [
        { from: '10:00', to: '12:00', label: '上新和改标题' },
        { from: '09:00', to: '10:00', label: '看昨天的数', note: '访客、退款' },
        { from: '11:00', to: '13:00', label: '内容对接', tone: 'accent' },
        { from: '18:00', label: '交班' },
      ],
    },
  },
  {
    kind: 'timeline',
    title: '大促节奏',
    data: {
      blocks: [
        { from: -30, to: -15, label: '备货', when: '前 30 天' },
        { from: 0, to: 1, label: '爆发', when: '当天' },
      ],
    },
  },
  {
    kind: 'bars',
    title: '各计划的投产比',
    data: {
      unit: 'ratio',
      items: [
        { label: '搜索', value: 4.2 },
        { label: '推荐', value: 2.1, tone: 'bad', note: '先停' },
        { label: '全站', value: 3.05 },
      ],
      reference: { label: '保本线', value: 2.67 },
    },
  },
  {
    kind: 'bars',
    title: '利润有正有负',
    data: {
      unit: 'money',
      items: [
        { label: '防晒衣 159 元款（主推商品）', value: 12600, note: '退款率10%' },
        { label: '三件装', value: -3200.5 },
      ],
    },
  },
  {
    kind: 'quadrant',
    title: '商品四象限',
    data: {
      x: { label: '访客数', unit: 'count', split: 1000 },
      y: { label: '支付转化率', unit: 'percent', split: 3 },
      fields: ['潜力', '主推', '观察', '改页面'],
      points: [
        { label: '防晒衣', x: 2400, y: 4.8, tone: 'accent' },
        { label: '短袖', x: 1800, y: 1.4 },
        { label: '帽子', x: 350, y: 4.1 },
      ],
    },
  },
  {
    kind: 'quadrant',
    title: '四种沟通风格',
    data: {
      x: { label: '节奏', low: '慢', high: '快' },
      y: { label: '关注', low: '人', high: '事' },
      fields: ['分析型', '支配型', '亲切型', '表现型'],
      points: [],
    },
  },
  {
    kind: 'share',
    title: '推广预算怎么分',
    data: {
      unit: 'money',
      total: '本月预算',
      parts: [
        { label: '搜索', value: 12000 },
        { label: '推荐', value: 6000, tone: 'accent' },
        { label: '联盟', value: 2000, note: '预留额' },
      ],
    },
  },
  {
    kind: 'share',
    title: '访客来源',
    data: {
      unit: 'percent',
      parts: [
        { label: '搜索', value: 45 },
        { label: '推荐', value: 55 },
      ],
    },
  },
  {
    kind: 'waterfall',
    title: '159 元去了哪里',
    data: {
      unit: 'money',
      rows: [
        { label: '售价', value: 159 },
        { label: '补贴', value: 6 },
        { label: '进价', value: -60, note: '含运费' },
        { label: '毛利', total: true },
        { label: '推广', value: -25 },
        { label: '净利润', total: true, tone: 'good' },
      ],
    },
  },
  {
    kind: 'tornado',
    title: '哪个数最值得先动',
    data: {
      result: '净利润',
      base: 20000,
      unit: 'money',
      items: [
        { label: '进货成本', low: 24000, high: 16000 },
        { label: '客单价', low: 10000, high: 30000 },
      ],
    },
  },
  {
    kind: 'layers',
    title: '到手价怎么来的',
    data: {
      unit: 'money',
      numbered: true,
      layers: [
        { label: '标价', value: 199 },
        { label: '店铺券', value: -15, note: '满 150 可用' },
        { label: '到手价', value: 184, tone: 'accent' },
      ],
    },
  },
  {
    kind: 'layers',
    title: '两层',
    data: {
      layers: [
        { label: '首屏', tone: 'accent' },
        { label: '细节', note: '走线' },
      ],
    },
  },
  {
    kind: 'bars',
    title: '后缀很长',
    data: { suffix: '个看过三次以上还收藏过的老顾客', items: [{ label: '甲', value: 3 }] },
  },
  {
    kind: 'curve',
    title: '很长的参考线',
    data: {
      x: { label: '天', unit: 'number', suffix: '天之后的那一天早上九点之前' },
      y: { label: '库存', suffix: '件' },
      points: [
        { x: 1, y: 500 },
        { x: 30, y: 20 },
      ],
      reference: { label: '低于这条线就要马上联系工厂补货的安全库存', value: 100 },
    },
  },
  {
    kind: 'curve',
    title: '花费越多，投产比越低',
    data: {
      x: { label: '日花费', unit: 'money' },
      y: { label: '投产比', unit: 'ratio' },
      points: [
        { x: 100, y: 5.2 },
        { x: 200, y: 4.6, label: '现在' },
        { x: 600, y: 2.9, label: '再加' },
        { x: 800, y: 2.4, label: '亏了', tone: 'bad' },
        { x: 1000, y: 2.1 },
      ],
      reference: { label: '保本线', value: 2.67 },
    },
  },
  {
    kind: 'bars',
    title: '款数和销售额各占多少',
    data: {
      unit: 'percent',
      pair: ['款数占比', '销售额占比'],
      items: [
        { label: '低价', value: 60, second: 22.4, note: '99元以内' },
        { label: '中价', value: 30, second: 48.1 },
        { label: '高价', value: 10, second: null, tone: 'muted' },
      ],
      reference: { label: '一半', value: 50 },
    },
  },
  {
    kind: 'waterfall',
    title: '成交总额为什么变了',
    data: {
      unit: 'money',
      rows: [
        { label: '上月', value: 98000 },
        { label: '访客数', value: 19135 },
        { label: '支付转化率', value: -9585 },
        { label: '客单价', value: 3810 },
        { label: '本月', total: true },
      ],
    },
  },
  {
    kind: 'lines',
    title: '卖多少件不亏',
    data: {
      x: { label: '销量', suffix: '件' },
      y: { label: '金额', unit: 'money' },
      lines: [
        {
          label: '收入',
          points: [
            { x: 0, y: 0 },
            { x: 900, y: 161100 },
          ],
        },
        {
          label: '总成本',
          points: [
            { x: 0, y: 30000 },
            { x: 900, y: 129000 },
          ],
        },
      ],
      marks: [
        { label: '保本', x: 435, y: 77826.09, tone: 'accent' },
        { label: '现在', x: 600, y: 107400 },
      ],
    },
  },
  {
    kind: 'lines',
    title: '三条线，名字很长',
    data: {
      x: { label: '日花费', unit: 'money' },
      y: { label: '投产比', unit: 'ratio' },
      lines: [
        {
          label: '搜索推广（只算成交关键词）',
          points: [
            { x: 100, y: 5.2 },
            { x: 1000, y: 2.1 },
          ],
        },
        {
          label: '推荐推广（看过没买的老顾客）',
          points: [
            { x: 200, y: 4 },
            { x: 800, y: 3.9 },
          ],
        },
        {
          label: '保本线（毛利率和退款率算出来的）',
          tone: 'accent',
          points: [
            { x: 100, y: 2.67 },
            { x: 1000, y: 2.67 },
          ],
        },
      ],
    },
  },
  {
    kind: 'pareto',
    title: '哪几款撑起销售额',
    data: {
      unit: 'money',
      items: [
        { label: '冰袖', value: 4000, group: 'B' },
        { label: '防晒衣', value: 60000, group: 'A', tone: 'accent' },
        { label: '短袖', value: 20000, group: 'A', note: '不赚钱', tone: 'bad' },
        { label: '帽子', value: 12000, group: 'B' },
        { label: '水壶', value: 4000, group: 'C' },
      ],
    },
  },
  {
    kind: 'pareto',
    title: '差评都说什么',
    data: {
      suffix: '条',
      items: [
        { label: '到得太慢，等了一个多星期', value: 30 },
        { label: '起球', value: 12 },
        { label: '色差', value: 8 },
      ],
    },
  },
  {
    kind: 'grid',
    title: '八类顾客各有多少',
    data: {
      suffix: '人',
      columns: ['买得勤', '买得少'],
      rows: ['花得多', '花得少'],
      blocks: [
        {
          label: '最近90天买过',
          cells: [
            { label: '重要价值', value: 128, note: '金额占40%', tone: 'accent' },
            { label: '重要发展', value: 64 },
            { label: '一般价值', value: 210 },
            { label: '一般发展', value: 480 },
          ],
        },
        {
          label: '90天没来',
          cells: [
            { label: '重要保持', value: 33 },
            { label: '重要挽留', value: 12, tone: 'bad' },
            { label: '一般保持', value: 73 },
            { label: '一般挽留', value: 0 },
          ],
        },
      ],
    },
  },
  {
    kind: 'interval',
    title: '两张图差多少',
    data: {
      suffix: '个百分点',
      change: true,
      interval: '95%置信区间',
      items: [{ label: '乙图比甲图', value: 0.9, low: 0.1, high: 1.7, tone: 'good' }],
      reference: { label: '没差别', value: 0 },
    },
  },
  {
    kind: 'interval',
    title: '两张图的点击率',
    data: {
      unit: 'percent',
      interval: '95%区间',
      items: [
        { label: '甲图', value: 4, low: 3.46, high: 4.54 },
        { label: '乙图', value: 4.9, low: 4.3, high: 5.5 },
        { label: '丙图', value: 5, low: null, high: null },
      ],
    },
  },
  {
    kind: 'stock',
    title: '今天该补货了',
    data: {
      suffix: '件',
      onHand: 350,
      daily: 40,
      leadDays: 7,
      reorderPoint: 364,
      safetyStock: 84,
      quantity: 624,
    },
  },
  {
    kind: 'stock',
    title: '货在路上，还是会断',
    data: {
      suffix: '件',
      onHand: 120,
      inTransit: 500,
      daily: 40,
      leadDays: 7,
      reorderPoint: 364,
      safetyStock: 84,
      quantity: 624,
    },
  },
  {
    kind: 'compare',
    title: '顾客说太贵了',
    data: {
      rows: [
        { about: '第一句', left: '已经是底价了。', right: '理解，您是拿它和哪一款比的呢？' },
        { left: '您再考虑吧。', right: '要先给您留一件吗？' },
      ],
    },
  },
  {
    kind: 'compare',
    title: '两种比',
    data: {
      even: true,
      left: '投产比',
      right: '广告毛利ROI',
      rows: [{ about: '保本在哪', left: '1÷毛利率', right: '0' }],
    },
  },
];

/** The figure with every text or number in its data changed; keys, units, tones and clock times stay. */
export function changed(
  figure: Figure,
  change: { text?: (text: string) => string; number?: (value: number) => number | null },
): Figure {
  const fixed = ['unit', 'tone', 'sign', 'from', 'to'];
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
    }
    if (typeof value === 'string' && !fixed.includes(key)) return change.text?.(value) ?? value;
    if (typeof value === 'number') return change.number ? change.number(value) : value;
    return value;
  };
  return { ...figure, data: walk(figure.data, '') } as Figure;
}
