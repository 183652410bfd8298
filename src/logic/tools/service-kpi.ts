import '../expression/aggregate.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'service-kpi',
  name: '客服绩效',
  group: 'service',
  answers: '几项指标按轻重合起来，这个客服这个月打几分、算哪一档？',
  when: '月底打绩效、和客服谈改进时用；指标和权重月初就要说好。',
  roles: ['service', 'manager'],
  aliases: ['客服考核', '绩效打分', 'KPI', '加权得分', '考核表', '客服评分', '绩效怎么算'],
  inputs: {},
  rows: {
    each: '指标',
    columns: {
      name: { kind: 'text', label: '指标', default: '' },
      weight: { label: '权重', unit: 'number', default: '', help: '只看相对大小，加起来不必是100。' },
      score: { label: '得分', unit: 'number', default: '', max: '100', help: '0到100分。' },
    },
    results: {
      points: {
        label: '折合',
        unit: 'number',
        formula: 'weight * score / allWeights',
        suffix: '分',
        main: true,
        help: '这一项给总分贡献几分。',
      },
    },
    defaults: [
      ['询单转化', '30', '82'],
      ['响应速度', '25', '90'],
      ['满意度', '25', '88'],
      ['客单价', '10', '75'],
      ['纪律', '10', '100'],
    ],
    reading: [
      {
        when: 'score < 60',
        says: '不到60分，谈的时候先谈这一项：拿三段聊天记录一起看。',
        tone: 'caution',
      },
    ],
  },
  results: {
    allWeights: { label: '权重合计', unit: 'number', formula: 'sum(weight)', step: true },
    total: {
      label: '总分',
      unit: 'number',
      formula: 'sum(weight * score) / allWeights',
      suffix: '分',
      main: true,
      none: '权重合计是0，合不出总分。',
    },
    grade: {
      label: '档位',
      unit: 'word',
      formula: "total >= 90 ? 'A' : total >= 80 ? 'B' : total >= 60 ? 'C' : 'D'",
      main: true,
      words: {
        A: { says: 'A', tone: 'good' },
        B: { says: 'B', tone: 'good' },
        C: { says: 'C', tone: 'caution' },
        D: { says: 'D', tone: 'bad' },
      },
    },
  },
  reading: [
    { when: "grade == 'A'", says: '总分{total}，A档。请他把做得好的两段对话讲给组里听。', tone: 'good' },
    {
      when: "grade == 'B'",
      says: '总分{total}，B档。看折合分离满分差得最多的那一项，下个月只改它。',
      tone: 'good',
    },
    { when: "grade == 'C'", says: '总分{total}，C档。每周抽十段对话一起看，挑一项改。', tone: 'caution' },
    { when: "grade == 'D'", says: '总分{total}，D档。先分清是不会、不愿还是活太多，再谈奖罚。', tone: 'bad' },
    {
      says: '90、80、60是给团队用的线，不是行业标准。',
      tone: 'plain',
      source: '经验值：把全组近三个月的总分排一遍，看四档各有几个人；全挤在一档，线就没有用。',
    },
    {
      says: '响应速度和转化会打架：只考速度，客服就只回“在的”。两项一起看。',
      tone: 'plain',
    },
  ],
  differs:
    '平台的客服满意度、三分钟人工响应率各有口径，以商家后台为准。绩效扣钱要写进制度、事先告知，不能低于最低工资。',
  chapters: ['service/basics', 'operations/performance'],
  related: ['service-staffing', 'shop-score', 'order-quality'],
  figures: [
    ({ rows }) => ({
      kind: 'bars',
      title: '各项贡献了几分',
      data: {
        unit: 'number',
        items: rows.map((row) => ({ label: row.text('name'), value: row.number('points') })),
      },
    }),
  ],
  cases: [
    {
      given: {},
      expect: {
        total: '86.6',
        grade: 'B',
        'points.0': '24.6',
        'points.1': '22.5',
        'points.2': '22',
        'points.3': '7.5',
        'points.4': '10',
      },
      because:
        '30% × 82 = 24.6，25% × 90 = 22.5，25% × 88 = 22，10% × 75 = 7.5，10% × 100 = 10，合计86.6，B档',
    },
    {
      given: {},
      rows: [
        ['转化', '2', '90'],
        ['满意', '1', '90'],
      ],
      expect: { total: '90', grade: 'A', 'points.0': '60', 'points.1': '30' },
      because: '两项都是90分，总分正好90，压线算A；权重2比1，60 + 30',
    },
    {
      given: {},
      rows: [
        ['转化', '1', '60'],
        ['满意', '1', '59.98'],
      ],
      expect: { total: '59.99', grade: 'D' },
      because: '(60 + 59.98) ÷ 2 = 59.99，差一点到60，是D',
    },
    {
      given: {},
      rows: [['转化', '0', '80']],
      expect: { total: null, grade: null, 'points.0': null },
      because: '权重是0，合不出总分，也就没有档位',
    },
  ],
});
