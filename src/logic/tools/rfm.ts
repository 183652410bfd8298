import '../expression/aggregate.ts';
import { defineTool, type Reading, type Result } from './define.ts';

/** The eight classic segments: which of recency, frequency and amount are high, the group they are looked after in, what to do. */
const SEGMENTS = [
  ['HHH', 'ValueKey', '重要价值', '高价值', '新品先给他们看，专人答，别用大额券打扰。'],
  ['HLH', 'GrowKey', '重要发展', '中价值', '买得贵、来得少：按上次买的东西推配套的。'],
  ['LHH', 'KeepKey', '重要保持', '沉睡', '以前常来，最近没来：优先召回，先问哪里不满意。'],
  ['LLH', 'WinKey', '重要挽留', '沉睡', '买过一次大单就没来：优先召回，用新品换掉打折。'],
  ['HHL', 'Value', '一般价值', '中价值', '常来、每次不多：用搭配和满减提一单的金额。'],
  ['HLL', 'Grow', '一般发展', '低价值', '刚来不久：先把这一单服务好，促成第二单。'],
  ['LHL', 'Keep', '一般保持', '沉睡', '来得多、花得少、最近没来：大促时顺带提醒。'],
  ['LLL', 'Win', '一般挽留', '沉睡', '少花力气，不为他们单独花钱。'],
] as const;

const holds = (letter: string | undefined, key: string): string =>
  `${key} == '${letter === 'H' ? 'high' : 'low'}'`;
const where = (code: string): string =>
  `${holds(code[0], 'recency')} and ${holds(code[1], 'frequency')} and ${holds(code[2], 'monetary')}`;
/** A choice over all segments: the first that holds. */
const choose = (of: (segment: (typeof SEGMENTS)[number]) => string): string =>
  SEGMENTS.slice(0, -1)
    .map((segment) => `${where(segment[0])} ? '${of(segment)}' : `)
    .join('') + `'${of(SEGMENTS[7])}'`;

const HIGH_LOW = { high: { says: '高', tone: 'good' }, low: { says: '低', tone: 'plain' } } as const;
const TIERS = { 高价值: 'good', 中价值: 'plain', 低价值: 'plain', 沉睡: 'caution' } as const;

const totals = ([, key, name]: (typeof SEGMENTS)[number]): Record<string, Result> => ({
  [`count${key}`]: {
    label: `${name}人数`,
    unit: 'count',
    formula: `count(segment == '${name}')`,
    suffix: '人',
  },
  [`amount${key}`]: {
    label: `${name}金额占比`,
    unit: 'percent',
    formula: `sum(amount, segment == '${name}') / allAmount`,
  },
});

export default defineTool({
  id: 'rfm',
  name: '用户分层RFM',
  group: 'service',
  answers: '老客里哪些该好好维护，哪些该召回，哪些不用花力气？',
  when: '大促前挑人群、每月做一次老客维护时用。只用顾客同意用来服务他的资料。',
  roles: ['assistant', 'service', 'manager'],
  aliases: ['RFM', '客户分层', '会员分层', '老客分层', '人群包', '召回', '沉睡客户', '高价值客户'],
  inputs: {
    asOf: { kind: 'date', unit: 'date', label: '算到哪天', default: '2026-11-22' },
    recentDays: {
      label: '多少天内算最近',
      unit: 'count',
      default: '90',
      suffix: '天',
      help: '按自己类目的复购周期定。',
    },
    frequentOrders: { label: '几单以上算常来', unit: 'count', default: '2', suffix: '单' },
    amountCut: { label: '花多少算花得多', unit: 'money', default: '0', help: '0表示用这张表的平均金额。' },
  },
  rows: {
    each: '顾客',
    columns: {
      customer: {
        kind: 'text',
        label: '顾客',
        default: '',
        private: true,
        help: '写编号就够了，别写手机号。分享和链接里一律改成客户1、客户2。',
      },
      lastOrder: { kind: 'date', unit: 'date', label: '最近下单日', default: '' },
      orders: { label: '订单数', unit: 'count', default: '' },
      amount: { label: '累计金额', unit: 'money', default: '', help: '扣掉退款。' },
    },
    results: {
      days: { label: '隔了几天', unit: 'number', formula: 'asOf - lastOrder', step: true },
      recency: {
        label: '最近',
        unit: 'word',
        formula: "days <= recentDays ? 'high' : 'low'",
        words: HIGH_LOW,
      },
      frequency: {
        label: '次数',
        unit: 'word',
        formula: "orders >= frequentOrders ? 'high' : 'low'",
        words: HIGH_LOW,
      },
      monetary: { label: '金额', unit: 'word', formula: "amount >= cut ? 'high' : 'low'", words: HIGH_LOW },
      segment: {
        label: '分层',
        unit: 'word',
        formula: choose((segment) => segment[2]),
        told: '最近、次数、金额三项各是高还是低，八种搭配各有一个名字',
        main: true,
        words: Object.fromEntries(
          SEGMENTS.map(([, , name, tier]) => [name, { says: name, tone: TIERS[tier] }]),
        ),
      },
      tier: {
        label: '怎么待他',
        unit: 'word',
        formula: choose((segment) => segment[3]),
        told: '三项都高是高价值；最近来过、另外两项有一项高是中价值，都低是低价值；最近没来的都算沉睡',
        words: Object.fromEntries(Object.entries(TIERS).map(([name, tone]) => [name, { says: name, tone }])),
      },
    },
    defaults: [
      ['甲', '2026-11-10', '5', '2600'],
      ['乙', '2026-10-02', '1', '1500'],
      ['丙', '2026-03-15', '4', '1900'],
      ['丁', '2026-09-20', '3', '300'],
      ['戊', '2025-12-01', '1', '120'],
    ],
    reading: [
      { when: 'lastOrder > asOf', says: '下单日在{asOf}之后，检查日期。', tone: 'caution' },
      ...SEGMENTS.map(([, , name, , says]) => ({
        when: `segment == '${name}'`,
        says,
        tone: 'plain' as const,
      })),
    ],
  },
  results: {
    allCount: { label: '顾客数', unit: 'count', formula: 'count(orders >= 0)', suffix: '人', main: true },
    allAmount: { label: '金额合计', unit: 'money', formula: 'sum(amount)', main: true },
    cut: {
      label: '花得多的线',
      unit: 'money',
      formula: 'amountCut > 0 ? amountCut : allAmount / allCount',
      none: '还没有顾客，算不出平均金额。',
    },
    ...Object.fromEntries(SEGMENTS.flatMap((segment) => Object.entries(totals(segment)))),
    sleeping: {
      label: '沉睡人数',
      unit: 'count',
      formula: "count(tier == '沉睡')",
      suffix: '人',
    },
  },
  reading: [
    {
      when: 'countKeepKey + countWinKey > 0',
      says: '重要保持{countKeepKey}人、重要挽留{countWinKey}人，花得多但最近没来，先召回他们：一人一条，说清有什么新的。',
      tone: 'caution',
    },
    {
      when: 'countValueKey > 0',
      says: '重要价值{countValueKey}人，金额占{amountValueKey}。这些人最怕断货和换客服。',
      tone: 'good',
    },
    {
      says: '{recentDays}天、{frequentOrders}单、{cut}这三条线是自己定的。换一条线，名单就变，写报告时把线写上。',
      tone: 'plain',
      source: '经验值：90天、2单。看自己店两次下单之间隔多少天，取中间那个数做第一条线。',
    },
    {
      says: '顾客名单是个人信息：只留做服务要用的列，不发到群里；发短信、加微信要对方同意，退订要马上停。',
      tone: 'caution',
      source: '个人信息保护法；只在这台设备上算，不上传',
    },
  ],
  differs:
    '有的后台按分位数打1到5分再合成，名字也不同。这里用的是三高三低八格的经典分法，线由你定，便于讲清楚为什么。',
  chapters: ['data/customers', 'promotion/retention'],
  related: ['repurchase', 'ltv', 'abc'],
  figures: [
    ({ number }: Reading) => {
      const cell = (code: string) => {
        const [, key = '', name = ''] = SEGMENTS.find(([of]) => of === code) ?? [];
        const share = number(`amount${key}`);
        return {
          label: name,
          value: number(`count${key}`),
          ...(share !== null && { note: `金额占${Math.round(share)}%` }),
        };
      };
      const block = (letter: string, label: string) => ({
        label,
        cells: ['HH', 'LH', 'HL', 'LL'].map((rest) => cell(letter + rest)),
      });
      return {
        kind: 'grid',
        title: '八层各有多少人',
        data: {
          unit: 'count',
          suffix: '人',
          columns: ['常来', '来得少'],
          rows: ['花得多', '花得少'],
          blocks: [block('H', '最近来过'), block('L', '最近没来')],
        },
      };
    },
  ],
  cases: [
    {
      given: {},
      expect: {
        allCount: '5',
        allAmount: '6420',
        cut: '1284',
        countValueKey: '1',
        amountValueKey: '40.49844236760124610592',
        countGrowKey: '1',
        amountGrowKey: '23.36448598130841121495',
        countKeepKey: '1',
        amountKeepKey: '29.59501557632398753894',
        countWinKey: '0',
        amountWinKey: '0',
        countValue: '1',
        amountValue: '4.672897196261682242991',
        countGrow: '0',
        amountGrow: '0',
        countKeep: '0',
        amountKeep: '0',
        countWin: '1',
        amountWin: '1.869158878504672897196',
        sleeping: '2',
        'recency.0': 'high',
        'frequency.0': 'high',
        'monetary.0': 'high',
        'segment.0': '重要价值',
        'tier.0': '高价值',
        'recency.1': 'high',
        'frequency.1': 'low',
        'monetary.1': 'high',
        'segment.1': '重要发展',
        'tier.1': '中价值',
        'recency.2': 'low',
        'frequency.2': 'high',
        'monetary.2': 'high',
        'segment.2': '重要保持',
        'tier.2': '沉睡',
        'recency.3': 'high',
        'frequency.3': 'high',
        'monetary.3': 'low',
        'segment.3': '一般价值',
        'tier.3': '中价值',
        'recency.4': 'low',
        'frequency.4': 'low',
        'monetary.4': 'low',
        'segment.4': '一般挽留',
        'tier.4': '沉睡',
      },
      because:
        '2600 + 1500 + 1900 + 300 + 120 = 6420，÷ 5 = 1284；甲隔12天、乙51天、丁63天，都在90天内；丙隔252天、戊356天；2600 ÷ 6420 = 40.50%',
    },
    {
      given: { asOf: '2026-06-30', recentDays: '30', frequentOrders: '3', amountCut: '500' },
      rows: [
        ['A', '2026-05-31', '3', '500'],
        ['B', '2026-05-30', '2', '499.99'],
        ['C', '2026-06-30', '1', '10'],
      ],
      expect: {
        'segment.0': '重要价值',
        'tier.0': '高价值',
        'segment.1': '一般挽留',
        'segment.2': '一般发展',
        'tier.2': '低价值',
        countValueKey: '1',
        cut: '500',
        sleeping: '1',
      },
      because:
        '5月31日到6月30日正好30天，压线算最近；3单、500元也压线算高；B差一天、差一单、差一分，全是低；C当天下单，是一般发展',
    },
    {
      given: {},
      rows: [
        ['A', '2026-02-30', '1', '10'],
        ['B', '2026-11-23', '1', '10'],
      ],
      expect: { allCount: '1', cut: '10', 'segment.0': null, 'segment.1': '重要发展' },
      because:
        '2月没有30日，这一行不算；第二行的下单日在截止日之后，算最近，并提醒检查：1单不常来，10元正好是平均，是重要发展',
    },
  ],
});
