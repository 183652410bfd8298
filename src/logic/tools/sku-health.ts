import '../expression/aggregate.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'sku-health',
  name: '动销与滞销',
  group: 'supply',
  answers: '哪些款动得快、哪些压着不动，压了多少钱？',
  when: '每周看库存、定补货和清货名单时用。',
  roles: ['assistant', 'manager'],
  aliases: ['动销率', '售罄率', '滞销', '库存天数', '可销天数', '压货', 'SKU分析', '哪些款卖不动'],
  inputs: {
    days: { label: '这段时间多少天', unit: 'count', default: '30', min: '1', suffix: '天' },
  },
  rows: {
    each: '商品',
    columns: {
      name: { kind: 'text', label: '商品', default: '' },
      opening: { label: '期初库存', unit: 'count', default: '' },
      inflow: { label: '期间进货', unit: 'count', default: '' },
      sold: { label: '卖出', unit: 'count', default: '', help: '扣掉退货的件数。' },
      stock: { label: '现有库存', unit: 'count', default: '' },
      unitCost: { label: '单件成本', unit: 'money', default: '' },
    },
    results: {
      sellThrough: {
        label: '售罄率',
        unit: 'percent',
        formula: 'sold / (opening + inflow)',
        none: '期初和进货都是0，没有货可卖。',
      },
      coverDays: {
        label: '还能卖几天',
        unit: 'number',
        formula: 'stock / (sold / days)',
        suffix: '天',
        main: true,
        none: '这段时间一件没卖，天数算不出来。',
      },
    },
    defaults: [
      ['连衣裙', '120', '80', '150', '50', '60'],
      ['开衫', '60', '0', '12', '48', '45'],
      ['腰带', '40', '0', '0', '40', '8'],
    ],
    reading: [
      { when: 'sold == 0 and stock > 0', says: '一件没卖，压着{stock}件。', tone: 'bad' },
      {
        when: 'coverDays > 90',
        says: '按现在的速度要卖{coverDays}天，先停进货。',
        tone: 'caution',
        source: '经验值：90天。换成自己这季货离下架还有几天。',
      },
      {
        when: 'opening + inflow - sold != stock',
        says: '期初加进货减卖出不等于现有库存，盘一下：可能有退货没入库、损耗或漏记。',
        tone: 'caution',
      },
    ],
  },
  results: {
    activeRate: {
      label: '动销率',
      unit: 'percent',
      formula: 'count(sold > 0) / count(sold >= 0)',
      main: true,
      none: '还没有商品。',
      help: '卖出过的款数÷全部款数。',
    },
    deadStock: {
      label: '一件没卖的货值',
      unit: 'money',
      formula: 'sum(stock * unitCost, sold == 0)',
      main: true,
      help: '现有库存×单件成本，只算这段时间一件没卖的款。',
    },
    allStock: { label: '全部货值', unit: 'money', formula: 'sum(stock * unitCost)' },
  },
  reading: [
    {
      when: 'deadStock > 0',
      says: '{deadStock}压在一件没卖的款上。先看是没人看到还是没人要：有人点没人买，改价改页面；没人点，换主图或做搭配；再不动就清。',
      tone: 'caution',
    },
    {
      when: 'activeRate > 0%',
      says: '这{days}天里，{activeRate}的款卖出过。',
      tone: 'plain',
    },
    {
      says: '多少算好没有统一的线。新店款少，动销率天然高；和自己店上个月比，再看掉下来的是哪几款。',
      tone: 'plain',
      source: '口径说明',
    },
  ],
  differs:
    '动销率有的按SPU算、有的按SKU算，一款五个颜色只卖一个，SPU口径是100%，SKU口径是20%。售罄率的分母有的只用期初，有的加上进货，这里加上进货。',
  chapters: ['operations/inventory'],
  related: ['inventory-turnover', 'reorder', 'abc'],
  figures: [
    ({ rows }) => ({
      kind: 'bars',
      title: '还能卖几天',
      data: {
        unit: 'number',
        suffix: '天',
        items: rows.map((row) => ({ label: row.text('name'), value: row.number('coverDays') })),
      },
    }),
  ],
  cases: [
    {
      given: {},
      expect: {
        activeRate: '66.66666666666666666667',
        deadStock: '320',
        allStock: '5480',
        'sellThrough.0': '75',
        'coverDays.0': '10',
        'sellThrough.1': '20',
        'coverDays.1': '120',
        'sellThrough.2': '0',
        'coverDays.2': null,
      },
      because:
        '150 ÷ 200 = 75%，50 ÷ (150 ÷ 30) = 10天；12 ÷ 60 = 20%，48 ÷ 0.4 = 120天；腰带一件没卖，40 × 8 = 320；三款卖出过两款，66.67%；50 × 60 + 48 × 45 + 320 = 5480',
    },
    {
      given: { days: '7' },
      rows: [
        ['甲', '0', '0', '0', '0', '10'],
        ['乙', '10', '4', '7', '7', '5'],
      ],
      expect: {
        activeRate: '50',
        deadStock: '0',
        'sellThrough.0': null,
        'coverDays.0': null,
        'sellThrough.1': '50',
        'coverDays.1': '7',
      },
      because: '甲没有货，比例不存在；乙7 ÷ 14 = 50%，一天卖1件，7件卖7天；甲库存0，压货0元',
    },
    {
      given: {},
      rows: [],
      expect: { activeRate: null, deadStock: '0', allStock: '0' },
      because: '一款都没有，动销率没有分母',
    },
  ],
});
