import '../expression/aggregate.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'ad-budget',
  name: '推广预算分配',
  group: 'promotion',
  answers: '一笔推广费按轻重分给几种推广，每种多少、每天多少？',
  when: '月初排推广计划、大促前加预算时用；分完先小额跑，再按数据挪。',
  roles: ['promotion', 'manager'],
  aliases: ['推广预算', '广告预算', '预算怎么分', '推广费分配', '投放比例', '京准通分配', '日预算'],
  inputs: {
    total: { label: '推广费总额', unit: 'money', default: '30000' },
    days: { label: '投几天', unit: 'count', default: '30', suffix: '天' },
  },
  rows: {
    each: '推广',
    columns: {
      name: { kind: 'text', label: '推广类型', default: '' },
      weight: {
        label: '权重',
        unit: 'number',
        default: '',
        help: '只看相对大小，加起来不必是100。',
      },
    },
    results: {
      amount: { label: '分到', unit: 'money', formula: 'split(total, weight)', main: true },
      share: { label: '占比', unit: 'percent', formula: 'weight / allWeights' },
      daily: { label: '每天', unit: 'money', formula: 'amount / days', none: '天数是0，没有每天。' },
    },
    defaults: [
      ['搜索', '40'],
      ['推荐', '20'],
      ['全站', '20'],
      ['品牌', '10'],
      ['联盟(CPS)', '10'],
    ],
    presets: {
      重成交: [
        ['搜索', '45'],
        ['推荐', '15'],
        ['全站', '25'],
        ['品牌', '5'],
        ['联盟(CPS)', '10'],
      ],
      重曝光: [
        ['搜索', '25'],
        ['推荐', '30'],
        ['全站', '15'],
        ['品牌', '25'],
        ['联盟(CPS)', '5'],
      ],
    },
  },
  results: {
    allWeights: { label: '权重合计', unit: 'number', formula: 'sum(weight)', step: true },
    perDay: {
      label: '全部每天',
      unit: 'money',
      formula: 'total / days',
      main: true,
      none: '天数是0，没有每天。',
    },
  },
  reading: [
    {
      when: 'perDay > 0',
      says: '一天一共{perDay}。各类分到的钱加起来正好是{total}，一分不差。',
      tone: 'plain',
    },
    {
      says: '联盟按成交付佣，卖了才付，这一格是预留额，不是先花掉的钱。',
      tone: 'plain',
      source: '口径说明',
    },
    {
      says: '比例只是起点。每种先跑满七天，看各自的投产比过没过保本线，再把钱从没过线的挪到过线的；每次挪两成以内。',
      tone: 'plain',
      source: '经验值：七天、两成。把自己店上个月每周的投产比列出来，一周和一周差得越大，等得就要越久。',
    },
  ],
  differs:
    '同一种推广，各平台叫法不同，名称以商家后台为准。全站推广会和搜索、推荐抢同一批展现，两边一起开，看全店的总花费和总成交，别把两份报表的成交加起来。',
  chapters: ['promotion/overview-budget'],
  related: ['roas', 'max-cpc', 'incremental'],
  figures: [
    ({ rows }) => ({
      kind: 'bars',
      title: '推广费怎么分',
      data: {
        unit: 'money',
        items: rows.map((row) => ({ label: row.text('name'), value: row.number('amount') })),
      },
    }),
  ],
  cases: [
    {
      given: {},
      expect: {
        perDay: '1000',
        'amount.0': '12000',
        'share.0': '40',
        'daily.0': '400',
        'amount.1': '6000',
        'share.1': '20',
        'daily.1': '200',
        'amount.2': '6000',
        'share.2': '20',
        'daily.2': '200',
        'amount.3': '3000',
        'share.3': '10',
        'daily.3': '100',
        'amount.4': '3000',
        'share.4': '10',
        'daily.4': '100',
      },
      because: '权重合计100，30000 × 40% = 12000，÷ 30 = 400；20%是6000；10%是3000',
    },
    {
      given: { total: '100', days: '7' },
      rows: [
        ['搜索', '1'],
        ['推荐', '1'],
        ['品牌', '1'],
      ],
      expect: {
        'amount.0': '33.34',
        'amount.1': '33.33',
        'amount.2': '33.33',
        'share.0': '33.33333333333333333333',
      },
      because: '100 ÷ 3除不尽，每份33.33还剩1分，给排在前面的：33.34 + 33.33 + 33.33 = 100',
    },
    {
      given: { total: '5000', days: '0' },
      rows: [
        ['搜索', '0'],
        ['推荐', '0'],
      ],
      expect: { perDay: null, 'amount.0': null, 'share.0': null, 'daily.0': null },
      because: '权重全是0，没法分；天数是0，也没有每天',
    },
  ],
});
