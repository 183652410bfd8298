import { breakEvenRoas, keepRate, shareInputs, shareFees } from './cost-model.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'max-cpc',
  name: '保本出价',
  group: 'promotion',
  answers: '一次点击最多能出多少钱？按目标投产比又该出多少？',
  when: '给关键词、人群、计划定出价之前用；改价、退款率变了之后重算一次。',
  roles: ['promotion'],
  aliases: [
    '出价',
    '点击出价',
    '最高出价',
    '保本CPC',
    '目标CPC',
    'PPC',
    '平均点击花费',
    '一次点击出多少钱',
    '关键词出价',
  ],
  inputs: {
    aov: { label: '笔单价', unit: 'money', default: '180', help: '推广成交金额÷成交笔数。' },
    cvr: {
      label: '点击转化率',
      unit: 'percent',
      default: '3.5',
      help: '成交笔数÷点击量，用这个词或这个计划自己的数。',
    },
    ...shareInputs,
    targetRoas: { label: '目标投产比', unit: 'ratio', default: '3' },
  },
  results: {
    keepRate: keepRate(),
    breakEvenCpc: {
      label: '保本点击单价',
      unit: 'money',
      formula: 'aov * cvr * keepRate',
      needs: 'keepRate > 0',
      none: '留存毛利不是正数，任何投放都亏，没有保本的出价。',
      main: true,
      help: '一次点击平均带来的留存毛利；实付单价到这里，不赚不亏。',
    },
    targetCpc: {
      label: '目标点击单价',
      unit: 'money',
      formula: 'aov * cvr / targetRoas',
      help: '实付单价压到这里，正好做到目标投产比。',
    },
    breakEvenRoas,
    profitPerClick: {
      label: '按目标价每次点击赚',
      unit: 'money',
      formula: 'aov * cvr * keepRate - targetCpc',
    },
  },
  reading: [
    {
      when: 'profitPerClick > 0',
      says: '实付点击单价压在{targetCpc}，每次点击赚{profitPerClick}；涨到{breakEvenCpc}就白忙。',
      tone: 'good',
    },
    { when: 'profitPerClick == 0', says: '目标投产比正好是保本线，做到了也不赚不亏。', tone: 'caution' },
    {
      when: 'profitPerClick < 0 and keepRate > 0%',
      says: '目标投产比定低了：保本要{breakEvenRoas}。按现在的目标出价，每次点击的毛利是{profitPerClick}。',
      tone: 'bad',
    },
    {
      when: 'keepRate <= 0%',
      says: '留存毛利率{keepRate}，任何投放都亏，出价多低都没用。先查毛利和退款。',
      tone: 'bad',
    },
    {
      says: '这里算的是实际扣的点击单价，不是出价。手动出价时扣费一般不高于出价，加了溢价或交给系统调价就可能高过去。先按这个数出，三天后看报表里的平均点击单价，再往上或往下调。',
      tone: 'plain',
    },
    {
      says: '转化率取这个词近30天的；点击不到100次，就用整个计划的转化率代替，一两单的差别会把出价带偏。',
      tone: 'plain',
      source: '经验值：100次点击。把同一个词前后两个月的转化率各算一遍，差得离谱就说明次数还不够。',
    },
  ],
  differs:
    '报表里的转化率，有的只算点击当天的成交，有的算点击后几天内的，换了统计周期要重算。全站推广按目标投产比出价，没有单次点击出价可填，用保本投产比去定它的目标，并记得它含自然成交。',
  chapters: ['promotion/roi'],
  related: ['roas', 'unit-profit', 'visitor-value'],
  solve: { result: 'profitPerClick', input: 'targetRoas' },
  carries: [
    {
      to: 'roas',
      fields: { marginRate: 'marginRate', refundRate: 'refundRate', returnCost: 'returnCost' },
    },
  ],
  fees: shareFees,
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '一次点击：带来多少，能出多少',
      data: {
        unit: 'money',
        items: [
          { label: '目标点击单价', value: number('targetCpc') },
          { label: '保本点击单价', value: number('breakEvenCpc') },
        ],
      },
    }),
  ],
  cases: [
    {
      given: { aov: '180', cvr: '3.5', marginRate: '45', refundRate: '15', returnCost: '5', targetRoas: '3' },
      expect: {
        keepRate: '37.5',
        breakEvenCpc: '2.3625',
        targetCpc: '2.1',
        breakEvenRoas: '2.666666666666666666667',
        profitPerClick: '0.2625',
      },
      because:
        '180 × 3.5% = 6.3，一次点击平均成交6.3元；× 37.5% = 2.3625；6.3 ÷ 3 = 2.1；2.3625 − 2.1 = 0.2625；1 ÷ 0.375 = 2.67',
    },
    {
      given: { aov: '100', cvr: '5', marginRate: '50', refundRate: '10', returnCost: '0', targetRoas: '2.5' },
      expect: {
        keepRate: '45',
        breakEvenCpc: '2.25',
        targetCpc: '2',
        breakEvenRoas: '2.222222222222222222222',
        profitPerClick: '0.25',
      },
      because: '50% × 90% = 45%；100 × 5% = 5，× 45% = 2.25；5 ÷ 2.5 = 2；2.25 − 2 = 0.25',
    },
    {
      given: { aov: '60', cvr: '4', marginRate: '15', refundRate: '50', returnCost: '20', targetRoas: '2' },
      expect: {
        keepRate: '-2.5',
        breakEvenCpc: null,
        targetCpc: '1.2',
        breakEvenRoas: null,
        profitPerClick: '-1.26',
      },
      because:
        '15% × 50% − 50% × 20% = 7.5% − 10% = −2.5%，保本价不存在；60 × 4% = 2.4，÷ 2 = 1.2；2.4 × −2.5% − 1.2 = −1.26',
    },
    {
      given: { aov: '180', cvr: '3.5', marginRate: '45', refundRate: '15', returnCost: '5', targetRoas: '0' },
      expect: {
        keepRate: '37.5',
        breakEvenCpc: '2.3625',
        targetCpc: null,
        breakEvenRoas: '2.666666666666666666667',
        profitPerClick: null,
      },
      because: '目标投产比是0，除不出目标单价；保本价不受影响，仍是6.3 × 37.5% = 2.3625',
    },
  ],
});
