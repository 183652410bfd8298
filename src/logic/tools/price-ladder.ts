import '../expression/aggregate.ts';
import { defineTool, type Result } from './define.ts';

/** A tier by the condition that puts a row into it: how many, their share, their sales and its share. */
const tier = (key: string, name: string, where: string): Record<string, Result> => ({
  [`${key}Count`]: { label: `${name}款数`, unit: 'count', formula: `count(${where})`, suffix: '款' },
  [`${key}CountShare`]: { label: `${name}款数占比`, unit: 'percent', formula: `${key}Count / allCount` },
  [`${key}Sales`]: { label: `${name}销售额`, unit: 'money', formula: `sum(price * units, ${where})` },
  [`${key}SalesShare`]: {
    label: `${name}销售额占比`,
    unit: 'percent',
    formula: `${key}Sales / allSales`,
    main: true,
  },
});

export default defineTool({
  id: 'price-ladder',
  name: '价格梯度',
  group: 'profit',
  answers: '店里低、中、高三档价各有多少款、各卖了多少，缺哪一档？',
  when: '上新规划、砍款、定引流款和形象款之前用。',
  roles: ['manager', 'assistant'],
  aliases: ['价格带', '价格分布', '定价阶梯', '商品结构', '引流款', '利润款', '形象款', '价位段', '客单梯度'],
  inputs: {
    lowMax: { label: '低价档最高到', unit: 'money', default: '99', help: '这个价以内（含）算低价档。' },
    midMax: {
      label: '中价档最高到',
      unit: 'money',
      default: '299',
      help: '这个价以内（含）算中价档，再往上是高价档。',
    },
  },
  rows: {
    each: '商品',
    columns: {
      name: { kind: 'text', label: '商品', default: '' },
      price: { label: '成交价', unit: 'money', default: '', help: '近30天的平均成交价。' },
      units: { label: '销量', unit: 'count', default: '', help: '同一段时间的件数。' },
    },
    results: {
      sales: { label: '销售额', unit: 'money', formula: 'price * units', main: true },
      tier: {
        label: '档位',
        unit: 'word',
        formula: "price <= lowMax ? 'low' : price <= midMax ? 'mid' : 'high'",
        words: {
          low: { says: '低价档', tone: 'plain' },
          mid: { says: '中价档', tone: 'plain' },
          high: { says: '高价档', tone: 'plain' },
        },
      },
    },
    defaults: [
      ['引流短袖', '59', '600'],
      ['基础连衣裙', '159', '220'],
      ['真丝连衣裙', '599', '18'],
      ['腰带', '39', '90'],
    ],
  },
  results: {
    allCount: { label: '总款数', unit: 'count', formula: 'count(price >= 0)', step: true },
    allSales: { label: '总销售额', unit: 'money', formula: 'sum(price * units)', step: true },
    ...tier('low', '低价', 'price <= lowMax'),
    ...tier('mid', '中价', 'price > lowMax and price <= midMax'),
    ...tier('high', '高价', 'price > lowMax and price > midMax'),
  },
  warnings: [
    {
      when: 'midMax < lowMax',
      says: '中价档的上限{midMax}比低价档的{lowMax}还低，中间没有档了，检查这两格。',
      tone: 'caution',
    },
  ],
  reading: [
    {
      when: 'lowSalesShare > 0 and midSalesShare > 0 and highSalesShare > 0',
      says: '销售额里低价档占{lowSalesShare}、中价档{midSalesShare}、高价档{highSalesShare}；款数各占{lowCountShare}、{midCountShare}、{highCountShare}。',
      tone: 'plain',
    },
    {
      when: 'midCount == 0',
      says: '中间这一档空着。被低价款带进来的人，想买好一点的没得选：先补一款能赚钱的利润款。',
      tone: 'caution',
    },
    {
      when: 'highCount == 0',
      says: '没有高价档。放一款形象款，不指望它走量，它让中间那档的价看着合理。',
      tone: 'plain',
    },
    {
      when: 'lowCount == 0',
      says: '没有低价档。新客第一次来没有低门槛的款可试，考虑挑一款做引流，先算清它一单亏多少。',
      tone: 'plain',
    },
    {
      says: '顾客大致是性价比80%、精英15%、高端5%，价位要盖住人多的那一档。',
      tone: 'plain',
      source: '经验值：80、15、5。把近90天的订单按成交价排一遍，数出自己店三档各有多少人，用自己的数。',
    },
  ],
  differs:
    '档位的线各店自己定，按类目和对手定，不是平台规定。这里“款数”按行数；同一款有几个规格，先合成一行。',
  chapters: ['products/assortment', 'products/pricing'],
  related: ['abc', 'unit-profit', 'bundle'],
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '三档价各占多少销售额',
      data: {
        unit: 'percent',
        items: [
          { label: '低价档', value: number('lowSalesShare') },
          { label: '中价档', value: number('midSalesShare') },
          { label: '高价档', value: number('highSalesShare') },
        ],
      },
    }),
  ],
  cases: [
    {
      given: {},
      expect: {
        lowCount: '2',
        lowCountShare: '50',
        lowSales: '38910',
        lowSalesShare: '45.95379818594104308390',
        midCount: '1',
        midCountShare: '25',
        midSales: '34980',
        midSalesShare: '41.31235827664399092971',
        highCount: '1',
        highCountShare: '25',
        highSales: '10782',
        highSalesShare: '12.73384353741496598639',
        'sales.0': '35400',
        'tier.0': 'low',
        'sales.1': '34980',
        'tier.1': 'mid',
        'sales.2': '10782',
        'tier.2': 'high',
        'sales.3': '3510',
        'tier.3': 'low',
      },
      because:
        '59 × 600 + 39 × 90 = 38910，159 × 220 = 34980，599 × 18 = 10782，合计84672；38910 ÷ 84672 = 45.95%，34980 ÷ 84672 = 41.31%，10782 ÷ 84672 = 12.73%',
    },
    {
      given: { lowMax: '100', midMax: '200' },
      rows: [
        ['甲', '100', '10'],
        ['乙', '200', '10'],
        ['丙', '200.01', '0'],
      ],
      expect: {
        lowCount: '1',
        lowSales: '1000',
        midCount: '1',
        midSales: '2000',
        midSalesShare: '66.66666666666666666667',
        highCount: '1',
        highSales: '0',
        highSalesShare: '0',
        'tier.0': 'low',
        'tier.2': 'high',
      },
      because: '正好等于线的归下面一档：100是低价，200是中价，200.01是高价；2000 ÷ 3000 = 66.67%',
    },
    {
      given: {},
      rows: [],
      expect: {
        lowCount: '0',
        lowCountShare: null,
        lowSales: '0',
        lowSalesShare: null,
        highSalesShare: null,
      },
      because: '一款都没有，款数和销售额是0，占比没有分母',
    },
  ],
});
