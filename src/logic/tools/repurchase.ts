import { defineTool } from './define.ts';

export default defineTool({
  id: 'repurchase',
  name: '复购与新老客成本',
  group: 'service',
  answers: '多少人买了又买？拉一个新客和留住一个老客，各花多少钱？',
  when: '定会员和老客活动预算、看拉新花费值不值时用，每季度算一次。',
  roles: ['manager', 'assistant'],
  aliases: [
    '复购率',
    '回购率',
    '回头客',
    '老客占比',
    '拉新成本',
    '获客成本',
    '老客维护成本',
    '新客老客哪个贵',
  ],
  inputs: {
    buyers: {
      label: '买家数',
      unit: 'count',
      default: '2000',
      suffix: '人',
      help: '近365天付过款的人，去重。六格都填同一段时间；换成近90天，六格一起换。',
    },
    repeatBuyers: {
      label: '复购买家数',
      unit: 'count',
      default: '520',
      suffix: '人',
      help: '近365天里付过两次及以上的人。',
    },
    orders: {
      label: '支付订单数',
      unit: 'count',
      default: '2900',
      suffix: '单',
      help: '近365天的全部支付订单。',
    },
    newBuyers: {
      label: '新客数',
      unit: 'count',
      default: '1480',
      suffix: '人',
      help: '近365天里，头一次在店里付款的人。',
    },
    acquisitionSpend: {
      label: '拉新花费',
      unit: 'money',
      default: '52000',
      help: '近365天为新客花的：推广、达人、新客券。分不开的按新客成交占比摊。',
    },
    retentionSpend: {
      label: '老客维护花费',
      unit: 'money',
      default: '9000',
      help: '近365天为老客花的：短信、会员礼、老客券、社群人工。',
    },
  },
  results: {
    repurchaseRate: {
      label: '复购率',
      unit: 'percent',
      formula: 'repeatBuyers / buyers',
      main: true,
      help: '按人算，时间窗就是上面填的那一段，近365天。',
    },
    avgOrders: { label: '人均单数', unit: 'number', formula: 'orders / buyers', suffix: '单' },
    newCost: { label: '新客成本', unit: 'money', formula: 'acquisitionSpend / newBuyers' },
    repeatCost: {
      label: '老客成本',
      unit: 'money',
      formula: 'retentionSpend / repeatBuyers',
      help: '摊到每个复购的人。',
    },
    costRatio: {
      label: '新老客成本比',
      unit: 'ratio',
      formula: 'newCost / repeatCost',
      none: '老客维护没花钱，比不出倍数。',
      help: '拉一个新客的钱，是留一个老客的多少倍。',
    },
  },
  warnings: [
    {
      when: 'repeatBuyers > buyers',
      says: '复购买家比全部买家还多，两个数多半不是同一段时间的。',
      tone: 'caution',
    },
    {
      when: 'newBuyers > buyers',
      says: '新客比全部买家还多，两个数多半不是同一段时间的。',
      tone: 'caution',
    },
    {
      when: 'orders < buyers + repeatBuyers and repeatBuyers <= buyers',
      says: '每个买家至少一单，复购的至少两单，订单数不该少于两项相加。检查是不是时间窗不一样。',
      tone: 'caution',
    },
  ],
  reading: [
    {
      when: 'repurchaseRate >= 0%',
      says: '近365天里，{buyers}个买家有{repeatBuyers}个买过两次及以上，复购率{repurchaseRate}，平均每人{avgOrders}单。报这个数要带上“近365天”：时间窗短，复购率就低，两个窗口的数不能比。',
      tone: 'plain',
      source: '口径说明',
    },
    {
      when: 'costRatio > 1',
      says: '拉一个新客{newCost}，留一个老客{repeatCost}，前者是后者的{costRatio}倍。先把买过一次、还没联系过的人找出来发一轮；新客也不能停，停久了老客也会少。',
      tone: 'plain',
      source: '只用自己店、同一段时间的数算出来的，换一家店就不是它。',
    },
    {
      when: 'costRatio == 1',
      says: '拉一个新客和留一个老客花的一样多，都是{newCost}。比谁带来的毛利多，再分预算。',
      tone: 'plain',
    },
    {
      when: 'costRatio < 1',
      says: '留一个老客{repeatCost}，比拉一个新客{newCost}还贵。查两件事：券是不是发给了本来就要买的人；老客礼是不是送得太重。',
      tone: 'caution',
      source: '只用自己店、同一段时间的数算出来的，换一家店就不是它。',
    },
    {
      when: 'newCost > 0',
      says: '新客成本{newCost}要和首单毛利比。首单毛利盖不住的部分，靠复购来还，先想清楚等不等得起。',
      tone: 'plain',
    },
    {
      says: '复购率没有统一的线：米面纸品买得勤，家具几年一次。和自己店去年同期、同一个时间窗比。',
      tone: 'plain',
      source: '口径说明',
    },
  ],
  differs:
    '这里按人算：买过两次及以上的人÷全部买家。也有按单算的，老客订单÷全部订单，数会大一些。老客有人指“本窗口买过两次”，有人指“以前买过、这次又来”，后者要另取数。同一天拆成两单算不算复购，店里先定好。',
  chapters: ['promotion/retention', 'data/customers'],
  related: ['ltv', 'visitor-value', 'order-quality'],
  solve: { result: 'repurchaseRate', input: 'repeatBuyers' },
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '拉来一个新客和留住一个老客',
      data: {
        unit: 'money',
        items: [
          { label: '一个新客', value: number('newCost') },
          { label: '一个回头客', value: number('repeatCost') },
        ],
      },
    }),
  ],
  carries: [{ to: 'ltv', fields: { cac: 'newCost' } }],
  cases: [
    {
      given: {
        buyers: '2000',
        repeatBuyers: '520',
        orders: '2900',
        newBuyers: '1480',
        acquisitionSpend: '52000',
        retentionSpend: '9000',
      },
      expect: {
        repurchaseRate: '26',
        avgOrders: '1.45',
        newCost: '35.13513513513513513514',
        repeatCost: '17.30769230769230769231',
        costRatio: '2.03003003003003003003',
      },
      because:
        '520 ÷ 2000 = 26%；2900 ÷ 2000 = 1.45单；52000 ÷ 1480 = 35.14；9000 ÷ 520 = 17.31；52000 × 520 ÷ (1480 × 9000) = 2704 ÷ 1332 = 2.03',
    },
    {
      given: {
        buyers: '400',
        repeatBuyers: '100',
        orders: '520',
        newBuyers: '300',
        acquisitionSpend: '4500',
        retentionSpend: '3000',
      },
      expect: { repurchaseRate: '25', avgOrders: '1.3', newCost: '15', repeatCost: '30', costRatio: '0.5' },
      because:
        '100 ÷ 400 = 25%；520 ÷ 400 = 1.3；4500 ÷ 300 = 15；3000 ÷ 100 = 30；15 ÷ 30 = 0.5，老客反而更贵',
    },
    {
      given: {
        buyers: '300',
        repeatBuyers: '0',
        orders: '300',
        newBuyers: '300',
        acquisitionSpend: '6000',
        retentionSpend: '0',
      },
      expect: { repurchaseRate: '0', avgOrders: '1', newCost: '20', repeatCost: null, costRatio: null },
      because: '新店还没人回头：复购率0，每人1单；6000 ÷ 300 = 20；没有复购的人，老客成本除以0，倍数也没有',
    },
    {
      given: {
        buyers: '1000',
        repeatBuyers: '200',
        orders: '1300',
        newBuyers: '800',
        acquisitionSpend: '1.6万',
        retentionSpend: '0',
      },
      expect: { repurchaseRate: '20', avgOrders: '1.3', newCost: '20', repeatCost: '0', costRatio: null },
      because: '200 ÷ 1000 = 20%；16000 ÷ 800 = 20；老客没花钱，每人0元；20 ÷ 0比不出倍数',
    },
    {
      given: {
        buyers: '0',
        repeatBuyers: '0',
        orders: '0',
        newBuyers: '0',
        acquisitionSpend: '800',
        retentionSpend: '0',
      },
      expect: { repurchaseRate: null, avgOrders: null, newCost: null, repeatCost: null, costRatio: null },
      because: '这段时间没有人买，每一项都除以0，全不存在',
    },
  ],
});
