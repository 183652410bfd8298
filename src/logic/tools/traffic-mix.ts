import '../expression/aggregate.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'traffic-mix',
  name: '流量结构',
  group: 'traffic',
  answers: '人从哪几处来，哪一处来的人最肯买，是不是全压在一处？',
  when: '每周复盘看来源、定下周往哪个渠道加力气时用。',
  roles: ['assistant', 'promotion', 'manager'],
  aliases: ['流量来源', '渠道占比', '来源分析', '流量渠道', '渠道转化', '流量集中度', 'HHI', '人从哪来'],
  inputs: {},
  rows: {
    each: '渠道',
    columns: {
      channel: { kind: 'text', label: '渠道', default: '' },
      visitors: { label: '访客数', unit: 'count', default: '', help: '同一段时间、去重后的人数。' },
      orders: { label: '订单数', unit: 'count', default: '', help: '这个渠道带来的支付订单。' },
      revenue: { label: '成交金额', unit: 'money', default: '', help: '还没扣退款。' },
      cost: { label: '花费', unit: 'money', default: '', help: '没花钱的渠道填0。' },
    },
    results: {
      share: {
        label: '访客占比',
        unit: 'percent',
        formula: 'visitors / allVisitors',
        main: true,
      },
      cvr: { label: '转化率', unit: 'percent', formula: 'orders / visitors' },
      uvValue: { label: '访客价值', unit: 'money', formula: 'revenue / visitors' },
      roas: {
        label: '投产比',
        unit: 'ratio',
        formula: 'revenue / cost',
        none: '没有花费，谈不上投产比。',
      },
    },
    defaults: [
      ['自然搜索', '5200', '182', '50960', '0'],
      ['付费推广', '3000', '84', '23520', '7200'],
      ['直播间', '1200', '60', '15480', '2400'],
      ['社交分享', '600', '12', '3120', '0'],
    ],
    reading: [
      {
        when: 'orders > 0 and visitors == 0',
        says: '有{orders}单却没有访客，检查这一行。',
        tone: 'caution',
      },
      {
        when: 'uvValue > averageUvValue',
        says: '一个人值{uvValue}，高过全店的{averageUvValue}。',
        tone: 'good',
      },
      {
        when: 'uvValue < averageUvValue',
        says: '一个人值{uvValue}，低于全店的{averageUvValue}。',
        tone: 'plain',
      },
    ],
  },
  results: {
    allVisitors: { label: '访客合计', unit: 'count', formula: 'sum(visitors)', suffix: '人' },
    allOrders: { label: '订单合计', unit: 'count', formula: 'sum(orders)', suffix: '单' },
    allRevenue: { label: '成交合计', unit: 'money', formula: 'sum(revenue)' },
    allCost: { label: '花费合计', unit: 'money', formula: 'sum(cost)' },
    averageCvr: { label: '全店转化率', unit: 'percent', formula: 'allOrders / allVisitors' },
    averageUvValue: { label: '全店访客价值', unit: 'money', formula: 'allRevenue / allVisitors' },
    topShare: {
      label: '最大一处占比',
      unit: 'percent',
      formula: 'largest(visitors) / allVisitors',
      main: true,
    },
    hhi: {
      label: '集中度HHI',
      unit: 'number',
      formula: 'sum((visitors / allVisitors) ^ 2)',
      needs: 'allVisitors > 0',
      none: '各处访客加起来是0，算不出集中度。',
      help: '各处占比平方后相加，0到1；1是只有一处，越小越分散。',
    },
  },
  reading: [
    {
      when: 'topShare >= 60%',
      says: '最大一处占了{topShare}。它一掉，全店跟着掉：先给第二处定个小目标，别急着给第一处加钱。',
      tone: 'caution',
      source: '经验值：六成。把最大那处按近12周最低的一周算一遍，看全店还剩多少单，撑不住就算太集中。',
    },
    {
      when: 'topShare < 60%',
      says: '最大一处占{topShare}，没有压在一处上。',
      tone: 'plain',
      source: '经验值：六成。把最大那处按近12周最低的一周算一遍，看全店还剩多少单，撑不住就算太集中。',
    },
    {
      says: '先看访客价值，再看占比：人少但一个人值钱的渠道，先想办法多来人；人多但不值钱的，先看页面和人群对不对。',
      tone: 'plain',
    },
    {
      says: '各渠道的转化率分母都用访客数。广告后台的转化率分母常是点击量，别和这一列混着比。',
      tone: 'plain',
      source: '口径说明',
    },
  ],
  differs:
    '同一个人从搜索进来、又从直播间下单，算给谁，各平台归因不一样。各渠道访客相加常比全店访客多，因为一个人会走几条路。投产比这里用成交金额，没扣退款；和保本线比之前先看“推广投产”。',
  chapters: ['data/traffic-sources', 'data/metrics'],
  related: ['visitor-value', 'roas', 'gmv-change'],
  figures: [
    ({ rows }) => ({
      kind: 'bars',
      title: '各渠道一个访客值多少',
      data: {
        unit: 'money',
        items: rows.map((row) => ({ label: row.text('channel'), value: row.number('uvValue') })),
      },
    }),
  ],
  cases: [
    {
      given: {},
      expect: {
        allVisitors: '10000',
        allOrders: '338',
        allRevenue: '93080',
        allCost: '9600',
        averageCvr: '3.38',
        averageUvValue: '9.308',
        topShare: '52',
        hhi: '0.3784',
        'share.0': '52',
        'cvr.0': '3.5',
        'uvValue.0': '9.8',
        'roas.0': null,
        'share.1': '30',
        'cvr.1': '2.8',
        'uvValue.1': '7.84',
        'roas.1': '3.266666666666666666667',
        'share.2': '12',
        'cvr.2': '5',
        'uvValue.2': '12.9',
        'roas.2': '6.45',
        'share.3': '6',
        'cvr.3': '2',
        'uvValue.3': '5.2',
        'roas.3': null,
      },
      because:
        '5200 + 3000 + 1200 + 600 = 10000人，占52%、30%、12%、6%；0.52² + 0.3² + 0.12² + 0.06² = 0.2704 + 0.09 + 0.0144 + 0.0036 = 0.3784；23520 ÷ 7200 = 3.27；93080 ÷ 10000 = 9.308元',
    },
    {
      given: {},
      rows: [
        ['搜索', '800', '24', '4800', '0'],
        ['推广', '200', '4', '1000', '500'],
      ],
      expect: { topShare: '80', hhi: '0.68', 'share.1': '20', 'cvr.0': '3', 'uvValue.0': '6', 'roas.1': '2' },
      because: '800 ÷ 1000 = 80%；0.8² + 0.2² = 0.64 + 0.04 = 0.68；24 ÷ 800 = 3%；1000 ÷ 500 = 2',
    },
    {
      given: {},
      rows: [
        ['搜索', '0', '0', '0', '0'],
        ['推广', '', '4', '1000', '500'],
      ],
      expect: {
        allVisitors: '0',
        topShare: null,
        hhi: null,
        'share.0': null,
        'cvr.0': null,
        'share.1': null,
      },
      because: '第一行没有访客，除不出占比；第二行缺访客数，不算进合计',
    },
  ],
});
