import '../expression/aggregate.ts';
import { defineTool, type Result } from './define.ts';

const inClass = (name: string): string => `class == '${name}'`;
const totals = (name: string): Record<string, Result> => ({
  [`count${name}`]: {
    label: `${name}类款数`,
    unit: 'count',
    formula: `count(${inClass(name)})`,
    suffix: '款',
  },
  [`sales${name}`]: { label: `${name}类销售额`, unit: 'money', formula: `sum(sales, ${inClass(name)})` },
  [`profit${name}`]: { label: `${name}类利润`, unit: 'money', formula: `sum(profit, ${inClass(name)})` },
});

export default defineTool({
  id: 'abc',
  name: '商品ABC分析',
  group: 'profit',
  answers: '哪几款撑起了大部分销售额，里面有没有不赚钱的？',
  when: '月复盘、砍款、定补货先后时用。',
  roles: ['manager', 'assistant'],
  aliases: ['ABC分类', '帕累托', '二八', '主推款', '滞销款', '商品分级', '货品结构', '哪些款要砍'],
  inputs: {},
  rows: {
    each: '商品',
    columns: {
      name: { kind: 'text', label: '商品', default: '' },
      sales: { label: '销售额', unit: 'money', default: '', help: '扣掉退款后的净销售额。' },
      profit: {
        label: '利润',
        unit: 'money',
        signed: true,
        default: '',
        help: '这款的总利润，亏的填负数。“单品利润”乘单量就是。',
      },
    },
    results: {
      share: { label: '占比', unit: 'percent', formula: 'sales / allSales' },
      cumulative: {
        label: '累计占比',
        unit: 'percent',
        formula: 'running(sales) / allSales',
        help: '从卖得多的往下加，加到这一款为止。',
      },
      class: {
        label: '类别',
        unit: 'word',
        formula: "cumulative - share < 80% ? 'A' : cumulative - share < 95% ? 'B' : 'C'",
        main: true,
        help: '看排在它前面的一共占多少：不到80%是A，不到95%是B，其余是C。',
        words: {
          A: { says: 'A', tone: 'good' },
          B: { says: 'B', tone: 'plain' },
          C: { says: 'C', tone: 'plain' },
        },
      },
    },
    defaults: [
      ['A1', '52000', '9000'],
      ['A2', '31000', '-800'],
      ['B1', '9800', '2100'],
      ['B2', '4700', '600'],
      ['C1', '1500', '90'],
      ['C2', '1000', '-20'],
    ],
    reading: [
      {
        when: "class == 'A' and profit <= 0",
        says: '卖得多却不赚：{profit}。先查推广费和退货，再看要不要提价。',
        tone: 'bad',
      },
    ],
  },
  results: {
    allSales: { label: '销售额合计', unit: 'money', formula: 'sum(sales)', main: true },
    allProfit: { label: '利润合计', unit: 'money', formula: 'sum(profit)', main: true },
    ...totals('A'),
    ...totals('B'),
    ...totals('C'),
    losing: {
      label: 'A类里不赚钱的款数',
      unit: 'count',
      formula: "count(class == 'A' and profit <= 0)",
      suffix: '款',
    },
  },
  reading: [
    {
      when: 'losing > 0',
      says: 'A类里有{losing}款利润不是正数，在表里标了出来。它们卖得越多亏得越多，这周先处理它们。',
      tone: 'bad',
    },
    {
      when: 'countA > 0',
      says: 'A类{countA}款，卖了{salesA}，赚{profitA}。这几款不能断货，主图、评价、客服话术先紧着它们。',
      tone: 'good',
    },
    {
      when: 'countC > 0',
      says: 'C类{countC}款，一共卖{salesC}。刚上新的先留着看；上架满两个月还在C类的，清掉，腾出钱和位置。',
      tone: 'plain',
      source: '经验值：两个月。看自己店卖起来的款平均用了几周，超过两倍还没起色的算。',
    },
    {
      says: '80%和95%是常用的两条线，按自己的商品数可以动。款少的店，A类往往就两三款。',
      tone: 'plain',
      source: '经验值：80%、95%。换成70%和90%再分一次，看A类的名单变不变，变得多就按利润再排一遍。',
    },
  ],
  differs:
    '按销售额分和按利润分，名单常不一样；这里按销售额分，把不赚钱的A类单独挑出来。有的书把正好压线的那一款算进A，这里看它前面的合计，压线的那款归上一类。',
  chapters: ['products/assortment', 'operations/inventory'],
  related: ['price-ladder', 'sku-health', 'unit-profit'],
  figures: [
    ({ rows }) => ({
      kind: 'pareto',
      title: '从卖得多的往下加',
      data: {
        unit: 'money',
        items: rows.map((row) => ({
          label: row.text('name'),
          value: row.number('sales'),
          group: row.text('class'),
          ...((row.number('profit') ?? 0) <= 0 && { note: '不赚钱' }),
        })),
      },
    }),
  ],
  cases: [
    {
      given: {},
      expect: {
        allSales: '100000',
        allProfit: '10970',
        countA: '2',
        salesA: '83000',
        profitA: '8200',
        countB: '2',
        salesB: '14500',
        profitB: '2700',
        countC: '2',
        salesC: '2500',
        profitC: '70',
        losing: '1',
        'share.0': '52',
        'cumulative.0': '52',
        'class.0': 'A',
        'share.1': '31',
        'cumulative.1': '83',
        'class.1': 'A',
        'share.2': '9.8',
        'cumulative.2': '92.8',
        'class.2': 'B',
        'share.3': '4.7',
        'cumulative.3': '97.5',
        'class.3': 'B',
        'share.4': '1.5',
        'cumulative.4': '99',
        'class.4': 'C',
        'share.5': '1',
        'cumulative.5': '100',
        'class.5': 'C',
      },
      because:
        '合计10万。第二款前面是52%，不到80%，还是A；第三款前面83%，是B；第四款前面92.8%，不到95%，是B；第五款前面97.5%，是C。A类里第二款利润−800，不赚钱',
    },
    {
      given: {},
      rows: [
        ['甲', '100', '10'],
        ['乙', '800', '50'],
        ['丙', '100', '0'],
      ],
      expect: {
        'share.0': '10',
        'cumulative.0': '90',
        'class.0': 'B',
        'cumulative.1': '80',
        'class.1': 'A',
        'cumulative.2': '100',
        'class.2': 'B',
        countA: '1',
        countB: '2',
        losing: '0',
      },
      because: '乙最大，80%；甲和丙一样大，先填的甲在前：甲前面正好80%，不算不到80%，是B；丙前面90%，也是B',
    },
    {
      given: {},
      rows: [
        ['甲', '0', '0'],
        ['乙', '0', '-5'],
      ],
      expect: {
        allSales: '0',
        'share.0': null,
        'cumulative.1': null,
        'class.0': null,
        countA: null,
        losing: null,
      },
      because: '一分没卖，占比没有分母，也就分不出类别',
    },
  ],
});
