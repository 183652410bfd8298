import { breakEvenRoas, keepRate } from './cost-model.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'incremental',
  name: '全站推广增量',
  group: 'promotion',
  answers: '多花的推广费，到底多带来了多少成交，值不值？',
  when: '开全站推广、加预算、停推广之后用，拿前后可比的两段时间来比。',
  roles: ['promotion', 'manager'],
  aliases: [
    '增量投产比',
    '增量ROI',
    'iROAS',
    '全站推广',
    '全域推广',
    '边际投产',
    '加预算值不值',
    '推广有没有用',
    '自然成交被吃掉',
  ],
  inputs: {
    gmvBefore: {
      label: '前一段成交金额',
      unit: 'money',
      default: '60000',
      help: '这些商品的全部成交，免费来的也算，不是推广报表里的数。',
    },
    gmvAfter: {
      label: '后一段成交金额',
      unit: 'money',
      default: '78000',
      help: '同样的商品、同样的天数。',
    },
    spendBefore: { label: '前一段推广花费', unit: 'money', default: '9000' },
    spendAfter: { label: '后一段推广花费', unit: 'money', default: '14000' },
    keepRate: {
      label: keepRate().label,
      unit: 'percent',
      default: '37.5',
      help: '每成交100元真正留下的毛利，“推广投产”能算出来。',
    },
  },
  results: {
    extraGmv: { label: '成交增加额', unit: 'money', formula: 'gmvAfter - gmvBefore', step: true },
    extraSpend: { label: '花费增加额', unit: 'money', formula: 'spendAfter - spendBefore', step: true },
    iroas: {
      label: '增量投产比',
      unit: 'ratio',
      formula: 'extraGmv / extraSpend',
      none: '两段花费一样，没有多花的钱，谈不上增量投产比。',
      main: true,
      help: '每多花1元推广费，多卖了几元。',
    },
    breakEvenRoas,
    incrementalProfit: {
      label: '增量毛利额',
      unit: 'money',
      formula: 'extraGmv * keepRate - extraSpend',
      main: true,
      help: '多卖的那部分留下的毛利，减多花的推广费。',
    },
    wholeRoas: {
      label: '后一段全部成交÷花费',
      unit: 'ratio',
      formula: 'gmvAfter / spendAfter',
      step: true,
    },
  },
  warnings: [
    {
      says: '先问自己：两段之间，季节、节日、售价、券、库存变过没有？变过一样，多出来的成交就不全是推广带来的，换一段再比。',
      tone: 'caution',
    },
  ],
  reading: [
    {
      when: 'extraSpend > 0 and incrementalProfit > 0',
      says: '多花{extraSpend}，多卖{extraGmv}，增量投产比{iroas}，过了保本线{breakEvenRoas}，多赚{incrementalProfit}。可以再加一档，加完再比。',
      tone: 'good',
    },
    {
      when: 'extraSpend > 0 and incrementalProfit == 0',
      says: '多花{extraSpend}，多卖{extraGmv}，增量投产比{iroas}正好在保本线上，白忙一场。',
      tone: 'caution',
    },
    {
      when: 'extraSpend > 0 and incrementalProfit < 0 and keepRate > 0%',
      says: '多花{extraSpend}，成交变了{extraGmv}，增量投产比{iroas}，不到保本线{breakEvenRoas}，这次加钱的毛利是{incrementalProfit}。退回上一档预算。',
      tone: 'bad',
    },
    {
      when: 'extraSpend > 0 and keepRate <= 0%',
      says: '成交留存毛利率是{keepRate}，多卖不多留，多花的{extraSpend}全亏。',
      tone: 'bad',
    },
    {
      when: 'extraSpend < 0 and incrementalProfit >= 0',
      says: '花费变了{extraSpend}，成交变了{extraGmv}，算下来毛利多了{incrementalProfit}：省下的推广费不比丢掉的毛利少，这一刀砍得对。',
      tone: 'good',
    },
    {
      when: 'extraSpend < 0 and incrementalProfit < 0',
      says: '花费变了{extraSpend}，成交变了{extraGmv}，毛利因此变了{incrementalProfit}：省的钱没有丢的毛利多，加回来一些。',
      tone: 'bad',
    },
    {
      when: 'extraSpend > 0 and wholeRoas > iroas',
      says: '拿后一段的全部成交除以花费，是{wholeRoas}，看着好得多。那里面有不加钱也会来的成交，这次加钱值不值，只看{iroas}。',
      tone: 'plain',
    },
    {
      says: '前后比只能估个大概。想看得准些，挑两批卖得差不多的商品，同一段时间一批开、一批不开，比两批的差。',
      tone: 'plain',
    },
  ],
  differs:
    '全站、全域推广的报表把自然成交也算进来，报的投产比不是增量。增量也分两种：一段时间的前后比（这一页），和同一时间开与不开的对照；后者不受季节影响，更可信。两段都用没扣退款的支付金额，退款已经在成交留存毛利率里扣了。',
  chapters: ['promotion/full-site'],
  related: ['roas', 'max-cpc', 'gmv-change'],
  solve: { result: 'incrementalProfit', input: 'gmvAfter' },
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '多花的钱带回了多少',
      data: {
        unit: 'ratio',
        items: [
          { label: '增量投产比', value: number('iroas') },
          { label: '保本投产比', value: number('breakEvenRoas') },
        ],
      },
    }),
  ],
  cases: [
    {
      given: {
        gmvBefore: '60000',
        gmvAfter: '78000',
        spendBefore: '9000',
        spendAfter: '14000',
        keepRate: '37.5',
      },
      expect: { iroas: '3.6', breakEvenRoas: '2.666666666666666666667', incrementalProfit: '1750' },
      because:
        '多卖18000，多花5000，18000 ÷ 5000 = 3.6；1 ÷ 0.375 = 2.67；18000 × 37.5% − 5000 = 6750 − 5000 = 1750',
    },
    {
      given: {
        gmvBefore: '5万',
        gmvAfter: '5.4万',
        spendBefore: '5700',
        spendAfter: '7700',
        keepRate: '45.8',
      },
      expect: { iroas: '2', breakEvenRoas: '2.183406113537117903930', incrementalProfit: '-168' },
      because:
        '多卖4000，多花2000，增量只有2；1 ÷ 0.458 = 2.18，没过线；4000 × 45.8% − 2000 = −168。全部成交÷花费是54000 ÷ 7700 = 7.01，看不出亏',
    },
    {
      given: {
        gmvBefore: '60000',
        gmvAfter: '52000',
        spendBefore: '12000',
        spendAfter: '6000',
        keepRate: '40',
      },
      expect: { iroas: '1.333333333333333333333', breakEvenRoas: '2.5', incrementalProfit: '2800' },
      because:
        '砍掉6000推广费，少卖8000：−8000 ÷ −6000 = 1.33，不到2.5，说明砍掉的那部分本来就亏；−8000 × 40% + 6000 = 2800',
    },
    {
      given: {
        gmvBefore: '10000',
        gmvAfter: '12000',
        spendBefore: '1000',
        spendAfter: '1000',
        keepRate: '0',
      },
      expect: { iroas: null, breakEvenRoas: null, incrementalProfit: '0' },
      because:
        '花费没变，多出来的2000和推广没关系，除以0没有增量投产比；留存毛利率是0，没有保本线；2000 × 0 − 0 = 0',
    },
  ],
});
