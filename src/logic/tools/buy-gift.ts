import { defineTool } from './define.ts';

export default defineTool({
  id: 'buy-gift',
  name: '买赠折算',
  group: 'profit',
  answers: '买几送几相当于打几折，送完还赚多少？',
  when: '定“买二送一”这类活动、拿买赠和直接打折做比较时用。',
  roles: ['assistant', 'manager'],
  aliases: ['买一送一', '买二送一', '买赠', '满件送', '赠品', '送东西划不划算', '买送相当于几折'],
  inputs: {
    buyQty: { label: '买几件', unit: 'count', default: '2', min: '1', suffix: '件' },
    giftQty: { label: '送几件', unit: 'count', default: '1', suffix: '件' },
    price: { label: '单价', unit: 'money', default: '99', help: '顾客付钱的那几件，一件的成交价。' },
    unitCost: { label: '进货成本', unit: 'money', default: '35', help: '付钱的商品，一件的成本。' },
    giftCost: {
      label: '赠品成本',
      unit: 'money',
      default: '35',
      help: '一件赠品的成本。送同款就和进货成本一样。',
    },
  },
  results: {
    revenue: { label: '顾客付', unit: 'money', formula: 'price * buyQty' },
    effectivePrice: {
      label: '折合单价',
      unit: 'money',
      formula: 'revenue / (buyQty + giftQty)',
      main: true,
      help: '付的钱摊到拿走的每一件。',
    },
    zhe: {
      label: '相当于几折',
      unit: 'number',
      formula: '10 * buyQty / (buyQty + giftQty)',
      suffix: '折',
      help: '把赠品也按正价一件算。',
    },
    cost: { label: '货款', unit: 'money', formula: 'unitCost * buyQty + giftCost * giftQty' },
    profit: {
      label: '商品毛利',
      unit: 'money',
      formula: 'revenue - cost',
      main: true,
      help: '一单的，没扣运费、扣点、推广。',
    },
    margin: {
      label: '商品毛利率',
      unit: 'percent',
      formula: 'profit / revenue',
      none: '一分钱没收，谈不上毛利率。',
    },
    plainProfit: {
      label: '不送时的毛利',
      unit: 'money',
      formula: '(price - unitCost) * buyQty',
      step: true,
    },
    ordersNeeded: {
      label: '持平要的单数倍数',
      unit: 'ratio',
      formula: 'plainProfit / profit',
      needs: 'profit > 0',
      none: '送完不赚钱，卖多少单都追不回不送时的毛利。',
      step: true,
    },
  },
  warnings: [
    { when: 'giftQty > buyQty', says: '送的比买的还多，检查这两格是不是填反了。', tone: 'caution' },
    { when: 'giftCost > price', says: '赠品成本比单价还高，检查这两格。', tone: 'caution' },
  ],
  reading: [
    {
      when: 'profit > 0 and giftQty > 0',
      says: '顾客付{revenue}，拿走的每件折合{effectivePrice}，相当于{zhe}折。店里扣掉货款剩{profit}，毛利率{margin}，运费、扣点、推广还没扣。',
      tone: 'plain',
    },
    {
      when: 'profit > 0 and giftQty == 0',
      says: '没有送，一件就是{effectivePrice}，不打折。{buyQty}件扣掉货款剩{profit}。',
      tone: 'plain',
    },
    {
      when: 'profit <= 0',
      says: '顾客付{revenue}，货款要{cost}，商品毛利{profit}，运费和推广还没算。少送一件，或换成本低的赠品，再算一次。',
      tone: 'bad',
    },
    {
      when: 'ordersNeeded > 1',
      says: '不送，卖{buyQty}件毛利{plainProfit}；送了剩{profit}。单数要做到原来的{ordersNeeded}倍，赚的钱才持平。活动跑三天，拿实际单数和它比。',
      tone: 'caution',
      source: '算法：不送时的毛利÷送了以后的毛利，都按一次买这么多件算',
    },
    {
      when: 'giftQty > 0',
      says: '直接打{zhe}折，单件价格一样，只买一件的人也能享受。买赠要凑够{buyQty}件才送，一单卖得多，运费摊得薄。顾客一次用不完这么多，就改成打折。',
      tone: 'plain',
    },
    {
      when: 'giftQty > 0',
      says: '页面写清送什么、送几件、送完怎么办、退货时赠品怎么退。赠品不是同款，“几折”只给自己看，别写给顾客。',
      tone: 'caution',
    },
  ],
  differs:
    '有人把赠品记成推广费，不算进货款，毛利看着就高；有人按标价给赠品算“价值”，折扣看着就大。这里赠品只按真实成本进账。赠品是滞销货的，成本按现在清掉能收回多少算，也是一种口径，写明就行。',
  chapters: ['campaigns/discounts', 'products/pricing'],
  related: ['promo-stack', 'bundle', 'unit-profit'],
  solve: { result: 'profit', input: 'giftCost' },
  figures: [
    ({ number }) => ({
      kind: 'waterfall',
      title: '收进来的和送出去的',
      data: {
        unit: 'money',
        rows: [
          { label: '收入', value: number('revenue') },
          { label: '货款', value: -(number('cost') ?? 0) },
          { label: '毛利', total: true },
        ],
      },
    }),
  ],
  cases: [
    {
      given: { buyQty: '2', giftQty: '1', price: '99', unitCost: '35', giftCost: '35' },
      expect: {
        revenue: '198',
        effectivePrice: '66',
        zhe: '6.666666666666666666667',
        cost: '105',
        profit: '93',
        margin: '46.96969696969696969697',
      },
      because:
        '99 × 2 = 198，三件分，198 ÷ 3 = 66；10 × 2 ÷ 3 = 6.67折；35 × 3 = 105；198 − 105 = 93，÷ 198 = 46.97%',
    },
    {
      given: { buyQty: '1', giftQty: '2', price: '80', unitCost: '30', giftCost: '3' },
      expect: {
        revenue: '80',
        effectivePrice: '26.66666666666666666667',
        zhe: '3.333333333333333333333',
        cost: '36',
        profit: '44',
        margin: '55',
      },
      because:
        '买一件送两包小样：80 ÷ 3 = 26.67，看着是3.33折；货款30 + 3 × 2 = 36，80 − 36 = 44，毛利率还有44 ÷ 80 = 55%：赠品便宜，折数吓人也不亏',
    },
    {
      given: { buyQty: '1', giftQty: '1', price: '59', unitCost: '32', giftCost: '32' },
      expect: {
        revenue: '59',
        effectivePrice: '29.5',
        zhe: '5',
        cost: '64',
        profit: '-5',
        margin: '-8.474576271186440677966',
      },
      because: '买一送一是五折：59 ÷ 2 = 29.5；两件货款64，59 − 64 = −5，−5 ÷ 59 = −8.47%，送一单亏5元',
    },
    {
      given: { buyQty: '3', giftQty: '0', price: '99', unitCost: '33', giftCost: '33' },
      expect: {
        revenue: '297',
        effectivePrice: '99',
        zhe: '10',
        cost: '99',
        profit: '198',
        margin: '66.66666666666666666667',
      },
      because: '不送就是原价：99 × 3 = 297，10折；33 × 3 = 99；297 − 99 = 198，198 ÷ 297 = 66.67%',
    },
    {
      given: { buyQty: '2', giftQty: '1', price: '0', unitCost: '35', giftCost: '35' },
      expect: {
        revenue: '0',
        effectivePrice: '0',
        zhe: '6.666666666666666666667',
        cost: '105',
        profit: '-105',
        margin: null,
      },
      because: '单价是0，一分没收，三件货款105全亏；毛利率要除以收入0，不存在',
    },
  ],
});
