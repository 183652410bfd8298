import { addFunctions, number } from '../expression/functions.ts';
import { None } from '../expression/none.ts';
import { type Decimal, ONE, ZERO } from '../number/decimal.ts';
import { defineTool } from './define.ts';

const MOST_YEARS = 100;
const PLACES = 40;

/**
 * 1 + x + x² + … with `count` terms, by Horner's rule: the first term is 1 also where x is 0. Rounded to 40 places at
 * each step so that a hundred years stay quick. @throws None when there is no such number of terms
 */
function powerSum(x: Decimal, count: number): Decimal {
  if (!Number.isInteger(count) || count < 1 || count > MOST_YEARS)
    throw new None(`年数要是1到${MOST_YEARS}的整数`);
  let sum = ZERO;
  for (let term = 0; term < count; term++) sum = sum.times(x).plus(ONE).round(PLACES);
  return sum;
}

addFunctions({
  powerSum: {
    face: '逐年连乘相加',
    takes: 2,
    apply: (x, count) => powerSum(number(x), number(count).toNumber()),
  },
});

export default defineTool({
  id: 'ltv',
  name: '客户终身价值',
  group: 'service',
  answers: '一个新客以后一共能带来多少毛利？拉他进来花的钱，多久回本？',
  when: '定拉新预算上限、算会员和老客活动值不值时用，每季度算一次。',
  roles: ['manager', 'promotion'],
  aliases: [
    'LTV',
    'CLV',
    '顾客终身价值',
    '生命周期价值',
    '获客成本',
    'CAC',
    '拉新多少钱合适',
    '回本周期',
    '一个客户值多少钱',
  ],
  inputs: {
    aov: { label: '客单价', unit: 'money', default: '280', help: '支付金额÷支付笔数，一次买多少钱。' },
    marginRate: {
      label: '退款后贡献毛利率',
      unit: 'percent',
      default: '45',
      help: '成交额扣掉退款、货款、扣点、运费、包装后剩下的比例，不扣推广。“单品利润”能算出来。',
    },
    ordersPerYear: {
      label: '一年买几次',
      unit: 'number',
      default: '1.5',
      suffix: '次',
      help: '近12个月的订单数÷买家数，只数还在买的人。',
    },
    maintainCost: {
      label: '每人每年维护费',
      unit: 'money',
      default: '0',
      help: '短信、会员礼、社群人工，摊到每个老客一年花多少。',
    },
    retention: {
      label: '年留存率',
      unit: 'percent',
      default: '40',
      help: '去年买过的人里，今年又买的占多少。按人数，不按订单。',
    },
    years: {
      label: '算几年',
      unit: 'count',
      default: '3',
      min: '1',
      max: String(MOST_YEARS),
      suffix: '年',
      help: '从首单那一年算起。开店没几年，就别往后算太多年。',
    },
    discountRate: {
      label: '年折现率',
      unit: 'percent',
      default: '8',
      help: '明年的钱不如今年的值钱。填借钱的年利率，或这笔钱拿去进货一年能赚的比例。',
    },
    cac: {
      label: '获客成本',
      unit: 'money',
      default: '60',
      help: '拉新花费÷新客数。“复购与新老客成本”里的新客成本就是它。',
    },
  },
  results: {
    firstOrderProfit: {
      label: '首单毛利',
      unit: 'money',
      formula: 'aov * marginRate',
      help: '第一单留下的毛利，还没扣获客成本。',
    },
    firstOrderPays: {
      label: '首单能不能回本',
      unit: 'word',
      formula: "firstOrderProfit >= cac ? 'yes' : 'no'",
      words: { yes: { says: '能', tone: 'good' }, no: { says: '不能', tone: 'caution' } },
    },
    annualProfit: {
      label: '每年毛利',
      unit: 'money',
      formula: 'aov * marginRate * ordersPerYear - maintainCost',
      help: '一个还在买的老客，一年留下的毛利减维护费。',
    },
    yearFactor: {
      label: '一年后还剩的比例',
      unit: 'percent',
      formula: 'retention / (1 + discountRate)',
      step: true,
    },
    worthYears: {
      label: '相当于完整的几年',
      unit: 'number',
      formula: 'powerSum(yearFactor, years)',
      suffix: '年',
      step: true,
    },
    ltv: {
      label: '终身价值',
      unit: 'money',
      formula: 'annualProfit * worthYears',
      main: true,
      help: '第一年算整份，以后每年按留存率和折现率打折再加起来。没扣获客成本。',
    },
    ratio: {
      label: '终身价值是获客成本的几倍',
      unit: 'ratio',
      formula: 'ltv / cac',
      none: '获客成本是0，比不出倍数。',
    },
    paybackMonths: {
      label: '回本月数',
      unit: 'number',
      formula: 'cac / (annualProfit / 12)',
      suffix: '个月',
      needs: 'annualProfit > 0',
      none: '每年毛利不是正数，获客成本收不回来。',
      help: '把第一年的毛利平摊到12个月来看。首单就能回本的，实际比它快。',
    },
    surplus: { label: '终身价值减获客成本', unit: 'money', formula: 'ltv - cac', step: true },
    shortfall: { label: '首单还差', unit: 'money', formula: 'cac - firstOrderProfit', step: true },
  },
  warnings: [
    {
      when: 'retention >= 90%',
      says: '留存率{retention}，网店很少有这么高的。检查分子分母：去年买过的人里今年又买的，不是今年买家里的老客占比。',
      tone: 'caution',
      source: '经验值：90%。用自己店去年的买家名单数一遍，今年又买的有多少人。',
    },
  ],
  reading: [
    {
      when: "firstOrderPays == 'yes' and ltv >= cac",
      says: '首单毛利{firstOrderProfit}，盖得住获客成本{cac}，不靠复购也不亏。往后一共能带来{ltv}，复购是多赚的。',
      tone: 'good',
    },
    {
      when: "firstOrderPays == 'yes' and ltv < cac",
      says: '首单毛利{firstOrderProfit}盖得住获客成本{cac}，可是扣掉维护费，一共只剩{ltv}。维护花得比带回来的多，先减维护费。',
      tone: 'caution',
    },
    {
      when: "firstOrderPays == 'no' and ltv >= cac",
      says: '首单毛利{firstOrderProfit}，还差{shortfall}才够获客成本，要靠复购还，大约{paybackMonths}个月。这段时间的货款和推广费要自己垫，先看现金够不够。',
      tone: 'caution',
    },
    {
      when: "firstOrderPays == 'no' and ltv < cac",
      says: '一个新客花{cac}拉来，{years}年里一共只带回{ltv}，拉一个亏一个。先停掉贵的渠道，再看毛利和复购。',
      tone: 'bad',
    },
    {
      when: 'surplus > 0',
      says: '获客成本要是涨到{ltv}，{years}年算下来就一分不赚。它是上限，不是目标：留存和复购都是估的，出价离它远一点。',
      tone: 'plain',
    },
    {
      when: 'ratio < 3 and ratio >= 1',
      says: '终身价值是获客成本的{ratio}倍。人工、房租、税还没扣，倍数低的话，扣完可能不剩。',
      tone: 'plain',
      source:
        '经验值：常有人拿3倍当线，出自软件订阅行业，没有网店的统计。自己验证：把去年新客按月分组，看每组一年后实收毛利是获客成本的几倍，盈利的月份在几倍以上，就用那个数。',
    },
    {
      when: 'annualProfit <= 0',
      says: '每年毛利{annualProfit}，老客买得越久亏得越多。先算清单次毛利，再砍维护费。',
      tone: 'bad',
    },
    {
      says: '结果对留存率敏感。拿去年同月的新客名单，数一数12个月里又买的有多少，比拍脑袋的留存率可靠；新店没有这个数，就按首单能不能回本来定预算。',
      tone: 'plain',
      source: '算法：第t年的毛利乘留存率的t次方，再折回今年',
    },
  ],
  differs:
    '终身价值没有统一的算法。有的按收入算，不乘毛利率，数会大一倍多；有的不折现，或者假定人永远不走。有的已经减掉获客成本，这里没有减。和别人比之前，先问四件事：按收入还是毛利，算几年，折不折现，扣没扣获客成本。',
  chapters: ['promotion/retention', 'data/customers'],
  related: ['repurchase', 'rfm', 'unit-profit'],
  solve: { result: 'ltv', input: 'retention' },
  figures: [
    ({ number }) => {
      const [annual, retention, rate, years, cac] = [
        number('annualProfit'),
        number('retention'),
        number('discountRate'),
        number('years'),
        number('cac'),
      ];
      if (annual === null || retention === null || rate === null || years === null) return undefined;
      const kept = retention / (100 + rate);
      let sum = 0;
      const points = Array.from({ length: years }, (_, t) => ({ x: t + 1, y: (sum += annual * kept ** t) }));
      return {
        kind: 'curve',
        title: '一年一年加起来值多少',
        data: {
          x: { label: '第几年' },
          y: { label: '累计', unit: 'money' },
          points,
          ...(cac !== null && { reference: { label: '获客成本', value: cac } }),
        },
      };
    },
  ],
  cases: [
    {
      given: {
        aov: '280',
        marginRate: '45',
        ordersPerYear: '1.5',
        maintainCost: '0',
        retention: '40',
        years: '3',
        discountRate: '8',
        cac: '60',
      },
      expect: {
        firstOrderProfit: '126',
        firstOrderPays: 'yes',
        annualProfit: '189',
        ltv: '284.9259259259259259259',
        ratio: '4.748765432098765432099',
        paybackMonths: '3.80952380952380952381',
      },
      because:
        '280 × 45% = 126，够60；× 1.5 = 189；40% ÷ 1.08 = 10/27，1 + 10/27 + 100/729 = 1099/729，189 × 1099 ÷ 729 = 284.93；÷ 60 = 4.75；60 ÷ (189 ÷ 12) = 60 ÷ 15.75 = 3.81个月',
    },
    {
      given: {
        aov: '100',
        marginRate: '30',
        ordersPerYear: '2',
        maintainCost: '10',
        retention: '0',
        years: '5',
        discountRate: '0',
        cac: '40',
      },
      expect: {
        firstOrderProfit: '30',
        firstOrderPays: 'no',
        annualProfit: '50',
        ltv: '50',
        ratio: '1.25',
        paybackMonths: '9.6',
      },
      because:
        '留存0，只有第一年算数（0的0次方是1）：100 × 30% × 2 − 10 = 50，五年加起来还是50；50 ÷ 40 = 1.25；40 ÷ (50 ÷ 12) = 9.6个月；首单30不够40',
    },
    {
      given: {
        aov: '200',
        marginRate: '50',
        ordersPerYear: '1',
        maintainCost: '0',
        retention: '100',
        years: '10',
        discountRate: '0',
        cac: '100',
      },
      expect: {
        firstOrderProfit: '100',
        firstOrderPays: 'yes',
        annualProfit: '100',
        ltv: '1000',
        ratio: '10',
        paybackMonths: '12',
      },
      because:
        '人不走、钱不折现，十年就是10份：100 × 10 = 1000；首单100正好等于获客成本，算回本；一年100，12个月回本',
    },
    {
      given: {
        aov: '100',
        marginRate: '20',
        ordersPerYear: '1',
        maintainCost: '30',
        retention: '50',
        years: '2',
        discountRate: '0',
        cac: '0',
      },
      expect: {
        firstOrderProfit: '20',
        firstOrderPays: 'yes',
        annualProfit: '-10',
        ltv: '-15',
        ratio: null,
        paybackMonths: null,
      },
      because:
        '100 × 20% − 30 = −10，−10 × (1 + 0.5) = −15：维护费比毛利高；获客成本0，比不出倍数；每年亏，谈不上回本',
    },
  ],
});
