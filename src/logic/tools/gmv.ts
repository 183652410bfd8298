import { defineTool } from './define.ts';

export default defineTool({
  id: 'gmv',
  name: '成交总额 GMV',
  group: 'traffic',
  answers: '来这么多人、成交这么高、每人花这么多，一共能卖多少？',
  when: '定目标、看日报时用：先看三个数里哪个变了，再决定做什么。',
  roles: ['assistant', 'manager'],
  aliases: ['GMV', '销售额', '营业额', '流水', '交易额', '成交额', '卖多少钱'],
  inputs: {
    uv: {
      label: '访客数',
      unit: 'count',
      default: '10000',
      suffix: '人',
      help: '去重后的人数，同一个人来三次只算一个。',
    },
    cvr: {
      label: '支付转化率',
      unit: 'percent',
      default: '3.5',
      help: '支付买家数 ÷ 访客数，同一段时间、同一个来源。',
    },
    aov: {
      label: '客单价',
      unit: 'money',
      default: '280',
      help: '支付金额 ÷ 支付买家数，按人算，不按单算。',
    },
  },
  results: {
    gmv: {
      label: '成交总额',
      unit: 'money',
      formula: 'uv * cvr * aov',
      main: true,
      help: '支付金额口径，还没扣退款。',
    },
    buyers: { label: '支付买家数', unit: 'number', formula: 'uv * cvr', suffix: '人' },
    uvValue: { label: '访客价值', unit: 'money', formula: 'cvr * aov', help: '平均每来一个人带来多少成交。' },
  },
  reading: [
    {
      when: 'uvValue > 0',
      says: '平均每来一个访客成交{uvValue}。带一个人进店的花费高于它乘毛利率，就是赔本买流量。',
      tone: 'plain',
    },
    {
      when: 'cvr >= 0',
      says: '转化率没有通用标准：类目、价格、来源不同，差几倍都正常。和本店近30天、同来源、同口径的数比。',
      tone: 'plain',
      source: '口径说明',
    },
  ],
  differs:
    '有的平台把未付款的订单也算进成交额，有的按人、有的按单算客单价。三个数要用同一套口径，乘起来才是支付金额。GMV 没扣退款，不等于收入。',
  chapters: ['data/metrics', 'start/what-is-operations'],
  related: ['gmv-change', 'target', 'visitor-value'],
  solve: { result: 'gmv', input: 'uv' },
  definitions: [
    {
      name: '按人算',
      says: '访客数×支付转化率×客单价，三个数都按去重的人算。转化率和自己店近30天、同一来源的比。',
      main: ['gmv'],
    },
    {
      name: '按点击和订单算',
      says: '点击量×点击转化率×笔单价，推广报表用这一套。三个数要一起换，混着乘就不对。',
      main: ['gmv'],
      labels: {
        uv: '点击量',
        cvr: '点击转化率',
        aov: '笔单价',
        buyers: '订单数',
        uvValue: '单次点击价值',
      },
    },
  ],
  cases: [
    {
      given: { uv: '10000', cvr: '3.5', aov: '280' },
      expect: { gmv: '98000', buyers: '350', uvValue: '9.8' },
      because: '一万人里3.5% 付款是350人，每人280元，350 × 280 = 98000',
    },
    {
      given: { uv: '1,200', cvr: '2.5%', aov: '¥159' },
      expect: { gmv: '4770', buyers: '30', uvValue: '3.975' },
      because: '1200的2.5% 是30人，30 × 159 = 4770；159的2.5% 是3.975',
    },
    {
      given: { uv: '0', cvr: '3', aov: '100' },
      expect: { gmv: '0', buyers: '0', uvValue: '3' },
      because: '没人来就没有成交，但每个访客仍值100的3%',
    },
  ],
});
