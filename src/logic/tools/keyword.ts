import { defineTool } from './define.ts';

export default defineTool({
  id: 'keyword',
  name: '关键词倍数',
  group: 'traffic',
  answers: '一批关键词里，哪些搜的人多、卖的货少，值得先看？',
  when: '选品、写标题、给关键词推广选词时初筛用；筛完还要看三件事，不能只看这个数。',
  roles: ['assistant', 'promotion'],
  aliases: [
    '关键词竞争度',
    '蓝海词',
    '黄金词',
    '长尾词',
    '搜索人气',
    '在线商品数',
    '供需比',
    '词值不值得做',
    '选词',
  ],
  inputs: {},
  rows: {
    each: '关键词',
    columns: {
      keyword: { kind: 'text', label: '关键词', default: '' },
      searches: {
        label: '日搜索人气',
        unit: 'count',
        default: '',
        help: '取同一天的数。搜索人气是指数，不是次数。',
      },
      items: { label: '在线商品数', unit: 'count', default: '', help: '在平台搜这个词，看共有多少件商品。' },
    },
    results: {
      multiple: {
        label: '关键词倍数',
        unit: 'ratio',
        formula: 'searches / items',
        main: true,
        none: '在线商品数是0，倍数没有意义：先确认词打对了没有。',
      },
    },
    defaults: [
      ['连衣裙 夏', '5000', '8000'],
      ['手机壳 透明', '12000', '90000'],
      ['冰丝凉席 儿童', '900', '600'],
    ],
    reading: [
      {
        when: 'multiple >= 0.5',
        says: '过了0.5，进下一步：看前排商品的价格带和品牌占比。',
        tone: 'good',
        source: '经验值',
      },
      {
        when: 'multiple < 0.5',
        says: '货多人少。真想做，找更长、更具体的词再比一次。',
        tone: 'plain',
        source: '经验值',
      },
    ],
  },
  results: {},
  reading: [
    {
      says: '倍数越大，同样一件商品分到的搜索越多。0.5以上先留下，只是初筛：到了1、2也可能被大牌占满，只有0.1也可能是没人认真做的小词。',
      tone: 'plain',
      source:
        '经验值：0.5。挑10个词各上一款，30天后看倍数高的词是不是点击单价真的低、成交真的来得早；不是，就换成你自己的线。',
    },
    {
      says: '搜索人气是指数，不是次数，在线商品数里还有长期不动的商品。所以倍数只能拿来和别的词比，不能读成“每件商品有几次搜索”。',
      tone: 'caution',
    },
    {
      says: '留下的词再过三关：前排是不是被一两个品牌占住；搜它的人肯花的钱和你的价格对不对得上；点进来会不会买，小额投几天看点击和成交。',
      tone: 'plain',
    },
    {
      says: '别人的品牌词不要用，标题里不写，推广也不投：把顾客误导进来，会跳走，还可能侵权。',
      tone: 'caution',
    },
  ],
  differs: '各平台的搜索指数算法不一样，生意参谋的搜索人气和别家的搜索指数不能放在一张表里比。',
  chapters: ['start/assistant-day'],
  related: ['funnel', 'max-cpc', 'page-health'],
  figures: [
    ({ rows }) => ({
      kind: 'bars',
      title: '各个词的关键词倍数',
      data: {
        unit: 'ratio',
        items: rows.map((row) => ({ label: row.text('keyword'), value: row.number('multiple') })),
        reference: { label: '初筛线（经验值）', value: 0.5 },
      },
    }),
  ],
  cases: [
    {
      given: {},
      rows: [
        ['连衣裙 夏', '5000', '8000'],
        ['手机壳 透明', '12000', '90000'],
        ['冰丝凉席 儿童', '900', '600'],
      ],
      expect: { 'multiple.0': '0.625', 'multiple.1': '0.133333333333333333333', 'multiple.2': '1.5' },
      because: '5000 ÷ 8000 = 0.625；12000 ÷ 90000 = 2 ÷ 15 = 0.1333；900 ÷ 600 = 1.5',
    },
    {
      given: {},
      rows: [
        ['防晒衣 冰丝', '1.2万', '6,000'],
        ['遮阳帽', '３０００', '12000'],
      ],
      expect: { 'multiple.0': '2', 'multiple.1': '0.25' },
      because: '12000 ÷ 6000 = 2；3000 ÷ 12000 = 0.25',
    },
    {
      given: {},
      rows: [
        ['没人卖的词', '500', '0'],
        ['没人搜的词', '0', '300'],
      ],
      expect: { 'multiple.0': null, 'multiple.1': '0' },
      because: '商品数是0，除不出来；没人搜，0 ÷ 300 = 0',
    },
    {
      given: {},
      rows: [
        ['缺一格', '800', ''],
        ['写错了', '八百', '400'],
        ['正常', '800', '400'],
      ],
      expect: { 'multiple.0': null, 'multiple.1': null, 'multiple.2': '2' },
      because: '前两行缺数、写错，只空自己那一行；第三行800 ÷ 400 = 2',
    },
  ],
});
