import { defineTool } from './define.ts';

export default defineTool({
  id: 'visitor-value',
  name: '访客价值与访客成本',
  group: 'traffic',
  answers: '带一个人进店花了多少，他平均又留下多少？',
  when: '决定要不要加推广费、要不要接一个活动流量时用。',
  roles: ['promotion', 'manager'],
  aliases: [
    'UV价值',
    '访客价值',
    '单访客产出',
    'UV成本',
    '引流成本',
    '获客成本',
    '访客成本',
    '免费流量占比',
    '一个访客值多少钱',
  ],
  inputs: {
    visitors: {
      label: '访客数',
      unit: 'count',
      default: '10000',
      suffix: '人',
      help: '全店，免费的和付费的都算。',
    },
    paidVisitors: {
      label: '付费访客数',
      unit: 'count',
      default: '4000',
      suffix: '人',
      help: '从推广进来的人。',
    },
    revenue: {
      label: '成交金额',
      unit: 'money',
      default: '98000',
      help: '同一段时间。退款多的店填扣掉退款后的数。',
    },
    marginRate: {
      label: '贡献毛利率',
      unit: 'percent',
      default: '45',
      help: '成交额扣掉货款、扣点、运费、包装后剩下的比例，不扣推广。',
    },
    adSpend: { label: '推广花费', unit: 'money', default: '12000' },
  },
  results: {
    uvValue: {
      label: '访客价值',
      unit: 'money',
      formula: 'revenue / visitors',
      help: '平均每个访客带来的成交。',
    },
    uvProfit: {
      label: '访客毛利',
      unit: 'money',
      formula: 'uvValue * marginRate',
      help: '平均每个访客带来的毛利，还没扣推广。',
    },
    uvCost: { label: '访客成本', unit: 'money', formula: 'adSpend / visitors', help: '推广费摊到全部访客。' },
    paidUvCost: {
      label: '付费访客成本',
      unit: 'money',
      formula: 'adSpend / paidVisitors',
      none: '没有付费访客，谈不上付费访客成本。',
    },
    uvSurplus: { label: '每个访客剩下', unit: 'money', formula: 'uvProfit - uvCost', main: true },
    freeShare: { label: '免费流量占比', unit: 'percent', formula: '(visitors - paidVisitors) / visitors' },
  },
  warnings: [
    {
      when: 'paidVisitors > visitors',
      says: '付费访客比全部访客还多：一个人从几个推广进来会被数几次，先去重再填。',
      tone: 'caution',
    },
  ],
  reading: [
    {
      when: 'uvSurplus > 0',
      says: '平均每个访客毛利{uvProfit}，摊到的推广费{uvCost}，还剩{uvSurplus}，够不够付人工和房租另算。',
      tone: 'good',
    },
    { when: 'uvSurplus == 0', says: '毛利正好被推广费花光，人工和房租没着落。', tone: 'caution' },
    {
      when: 'uvSurplus < 0',
      says: '每个访客毛利{uvProfit}，推广费却要{uvCost}，来一个亏一个。先停掉花得最多、成交最少的那个计划，再谈加人。',
      tone: 'bad',
    },
    {
      when: 'paidUvCost > uvProfit and uvSurplus >= 0',
      says: '买来一个人要{paidUvCost}，而平均一个访客只带来毛利{uvProfit}：眼下是免费流量在贴补推广。把付费访客的成交单独拉出来再算一次。',
      tone: 'caution',
    },
    {
      says: '免费和付费的人买得不一样多，用全店平均去判断推广，会把差的看好、好的看差。能分来源，就分开各算一遍。',
      tone: 'plain',
    },
  ],
  differs:
    '后台的“UV价值”多是支付金额÷访客数，直播间常除以观看次数，分母不同不能比。这里的访客成本只算推广费，不含人工和样品。',
  chapters: ['data/metrics', 'promotion/roi'],
  related: ['gmv', 'roas', 'max-cpc'],
  solve: { result: 'uvSurplus', input: 'adSpend' },
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '一个访客的账',
      data: {
        unit: 'money',
        items: [
          { label: '带来的成交', value: number('uvValue') },
          { label: '带来的毛利', value: number('uvProfit') },
          { label: '摊到的推广费', value: number('uvCost') },
          { label: '一个付费访客的推广费', value: number('paidUvCost') },
        ],
      },
    }),
  ],
  cases: [
    {
      given: {
        visitors: '10000',
        paidVisitors: '4000',
        revenue: '98000',
        marginRate: '45',
        adSpend: '12000',
      },
      expect: {
        uvValue: '9.8',
        uvProfit: '4.41',
        uvCost: '1.2',
        paidUvCost: '3',
        uvSurplus: '3.21',
        freeShare: '60',
      },
      because:
        '98000 ÷ 10000 = 9.8，× 45% = 4.41；12000 ÷ 10000 = 1.2；12000 ÷ 4000 = 3；4.41 − 1.2 = 3.21；6000 ÷ 10000 = 60%',
    },
    {
      given: { visitors: '2000', paidVisitors: '1500', revenue: '9000', marginRate: '40', adSpend: '4500' },
      expect: {
        uvValue: '4.5',
        uvProfit: '1.8',
        uvCost: '2.25',
        paidUvCost: '3',
        uvSurplus: '-0.45',
        freeShare: '25',
      },
      because: '9000 ÷ 2000 = 4.5，四成毛利1.8；4500 ÷ 2000 = 2.25；1.8 − 2.25 = −0.45，来一个亏四毛五',
    },
    {
      given: { visitors: '500', paidVisitors: '0', revenue: '6000', marginRate: '30', adSpend: '0' },
      expect: {
        uvValue: '12',
        uvProfit: '3.6',
        uvCost: '0',
        paidUvCost: null,
        uvSurplus: '3.6',
        freeShare: '100',
      },
      because: '没投推广：6000 ÷ 500 = 12，三成3.6；付费访客是0，付费访客成本不存在；全部是免费流量',
    },
    {
      given: { visitors: '0', paidVisitors: '0', revenue: '0', marginRate: '45', adSpend: '800' },
      expect: {
        uvValue: null,
        uvProfit: null,
        uvCost: null,
        paidUvCost: null,
        uvSurplus: null,
        freeShare: null,
      },
      because: '没有访客，除以0，每一项都不存在',
    },
    {
      given: { visitors: '3', paidVisitors: '3', revenue: '100', marginRate: '45', adSpend: '45' },
      expect: {
        uvValue: '33.33333333333333333333',
        uvProfit: '15',
        uvCost: '15',
        paidUvCost: '15',
        uvSurplus: '0',
        freeShare: '0',
      },
      because: '100 ÷ 3除不尽，但100 × 45% ÷ 3 = 15，和45 ÷ 3 = 15一样，剩下正好是0',
    },
  ],
});
