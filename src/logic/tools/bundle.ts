import '../expression/aggregate.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'bundle',
  name: '搭配套餐',
  group: 'profit',
  answers: '几件搭着卖，顾客省多少，店里还剩多少？',
  when: '做搭配套餐、关联推荐、凑单套装之前用。',
  roles: ['assistant', 'manager'],
  aliases: ['套餐', '搭配', '组合装', '套装定价', '搭配价', '立省', '关联套餐', '一套卖多少'],
  inputs: {
    bundlePrice: { label: '套餐价', unit: 'money', default: '249' },
  },
  rows: {
    each: '商品',
    columns: {
      name: { kind: 'text', label: '商品', default: '' },
      price: { label: '单卖价', unit: 'money', default: '', help: '近期真实成交的价，不是标牌价。' },
      cost: { label: '进货成本', unit: 'money', default: '' },
      qty: { label: '件数', unit: 'count', default: '' },
    },
    results: {
      subtotal: { label: '单卖小计', unit: 'money', formula: 'price * qty', main: true },
    },
    defaults: [
      ['连衣裙', '199', '60', '1'],
      ['开衫', '129', '45', '1'],
      ['腰带', '39', '8', '1'],
    ],
  },
  results: {
    separateTotal: { label: '单卖合计', unit: 'money', formula: 'sum(price * qty)' },
    costTotal: { label: '成本合计', unit: 'money', formula: 'sum(cost * qty)' },
    saving: { label: '立省', unit: 'money', formula: 'separateTotal - bundlePrice', main: true },
    savingRate: { label: '省下的比例', unit: 'percent', formula: 'saving / separateTotal' },
    bundleProfit: {
      label: '套餐毛利',
      unit: 'money',
      formula: 'bundlePrice - costTotal',
      main: true,
      help: '只扣货款，运费、扣点、推广没扣。',
    },
    bundleMargin: { label: '套餐毛利率', unit: 'percent', formula: 'bundleProfit / bundlePrice' },
    separateMargin: {
      label: '单卖毛利率',
      unit: 'percent',
      formula: '(separateTotal - costTotal) / separateTotal',
    },
    kinds: { label: '搭配件数', unit: 'count', formula: 'count(qty > 0)', step: true },
    addOns: { label: '搭配的副件', unit: 'count', formula: 'max(0, kinds - 1)', step: true },
  },
  warnings: [
    {
      when: 'addOns > 4',
      says: '一件主品配了{addOns}件副品，顾客看不过来。先砍到四件以内，留和主品最常一起买的。',
      tone: 'caution',
      source: '经验值：四件。翻近90天订单，看一单里买到第几件的人就很少了。',
    },
    {
      when: 'saving < 0',
      says: '套餐比分开买还贵，顾客会算。检查套餐价。',
      tone: 'bad',
    },
  ],
  reading: [
    {
      when: 'bundleProfit <= 0',
      says: '套餐价连货款都盖不住，毛利是{bundleProfit}，先提价或换一件副品。',
      tone: 'bad',
    },
    {
      when: 'bundleProfit > 0 and savingRate >= 28% and savingRate <= 38%',
      says: '省{savingRate}，大约三分之一，套餐毛利还有{bundleProfit}。',
      tone: 'good',
      source: '经验值，先核毛利：立省约三分之一最有吸引力。上两个价各卖一周，看套餐占比和总毛利哪个高。',
    },
    {
      when: 'bundleProfit > 0 and savingRate > 38%',
      says: '省了{savingRate}，让得比三分之一多。看看少让一点，卖得动的话，多出来的都是毛利。',
      tone: 'caution',
      source: '经验值，先核毛利：立省约三分之一最有吸引力。上两个价各卖一周，看套餐占比和总毛利哪个高。',
    },
    {
      when: 'bundleProfit > 0 and savingRate >= 0% and savingRate < 28%',
      says: '只省{savingRate}，顾客未必为它多买。先保毛利，再试着多让一点。',
      tone: 'plain',
      source: '经验值，先核毛利：立省约三分之一最有吸引力。上两个价各卖一周，看套餐占比和总毛利哪个高。',
    },
    {
      when: 'separateMargin > bundleMargin',
      says: '毛利率从{separateMargin}降到{bundleMargin}。多卖的那几件赚回来多少，才是这个套餐值不值的答案。',
      tone: 'plain',
    },
    {
      says: '“单卖合计”要用真实成交过的价。拿没卖过的高价去衬，属于虚构原价。',
      tone: 'caution',
      source: '划线价怎么标，用“划线价检查”核一遍',
    },
  ],
  differs:
    '有的后台套餐按比例把优惠摊到每件，退其中一件时按摊后的价退。退货率高的副品放进套餐，先想好退一件怎么算。',
  chapters: ['storefront/cross-selling', 'campaigns/discounts'],
  related: ['promo-stack', 'unit-profit', 'price-basis'],
  solve: { result: 'bundleMargin', input: 'bundlePrice' },
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '分开买和套餐',
      data: {
        unit: 'money',
        items: [
          { label: '单卖合计', value: number('separateTotal') },
          { label: '套餐价', value: number('bundlePrice') },
          { label: '成本合计', value: number('costTotal') },
        ],
      },
    }),
  ],
  cases: [
    {
      given: {},
      expect: {
        separateTotal: '367',
        costTotal: '113',
        saving: '118',
        savingRate: '32.15258855585831062670',
        bundleProfit: '136',
        bundleMargin: '54.61847389558232931727',
        separateMargin: '69.20980926430517711172',
        'subtotal.0': '199',
        'subtotal.1': '129',
        'subtotal.2': '39',
      },
      because:
        '199 + 129 + 39 = 367，成本60 + 45 + 8 = 113；367 − 249 = 118，÷ 367 = 32.15%；249 − 113 = 136，÷ 249 = 54.62%；254 ÷ 367 = 69.21%',
    },
    {
      given: { bundlePrice: '100' },
      rows: [
        ['T恤', '40', '15', '2'],
        ['帽子', '60', '20', '1'],
      ],
      expect: {
        separateTotal: '140',
        costTotal: '50',
        saving: '40',
        bundleProfit: '50',
        bundleMargin: '50',
        separateMargin: '64.28571428571428571429',
        'subtotal.0': '80',
      },
      because:
        '40 × 2 + 60 = 140，成本15 × 2 + 20 = 50；140 − 100 = 40；100 − 50 = 50，毛利率50%；90 ÷ 140 = 64.29%',
    },
    {
      given: { bundlePrice: '0' },
      rows: [['样品', '0', '5', '1']],
      expect: {
        separateTotal: '0',
        saving: '0',
        savingRate: null,
        bundleProfit: '-5',
        bundleMargin: null,
        separateMargin: null,
      },
      because: '单卖价和套餐价都是0，比例除不出来；成本5元，毛利 0 − 5 = −5',
    },
  ],
});
