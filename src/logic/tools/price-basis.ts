import '../expression/aggregate.ts';
import { lawPriceBasis } from './dated.ts';
import { defineTool } from './define.ts';

const IN_WINDOW = 'date >= start - 7 and date < start';

export default defineTool({
  id: 'price-basis',
  name: '划线价检查',
  group: 'page',
  answers: '活动页上的划线价、原价，拿得出成交记录吗，最高能写多少？',
  when: '报活动、改主图和详情页上的价之前用。',
  roles: ['assistant', 'design', 'manager'],
  aliases: ['划线价', '原价', '虚构原价', '先涨后降', '七日最低价', '价格欺诈', '原价怎么标', '假原价'],
  inputs: {
    start: { kind: 'date', unit: 'date', label: '活动开始', default: '2026-11-01' },
    linePrice: { label: '想写的划线价', unit: 'money', default: '199' },
  },
  rows: {
    each: '成交记录',
    columns: {
      date: { kind: 'date', unit: 'date', label: '成交日期', default: '' },
      price: {
        label: '成交价',
        unit: 'money',
        default: '',
        help: '顾客真付的单价，优惠后的。一天有几个价，每个写一行。',
      },
    },
    results: {
      inside: {
        label: '在七日内',
        unit: 'word',
        formula: `${IN_WINDOW} ? 'yes' : 'no'`,
        main: true,
        words: { yes: { says: '在', tone: 'good' }, no: { says: '不在', tone: 'plain' } },
      },
    },
    defaults: [
      ['2026-10-20', '179'],
      ['2026-10-27', '169'],
      ['2026-10-30', '189'],
    ],
    reading: [{ when: 'date >= start', says: '活动当天和以后的成交不能作依据。', tone: 'plain' }],
  },
  results: {
    windowCount: { label: '七日内的记录', unit: 'count', formula: `count(${IN_WINDOW})`, suffix: '条' },
    lastDay: {
      label: '活动前最后一次成交',
      unit: 'date',
      formula: 'largest(date, date < start)',
      none: '活动开始前没有成交记录。',
      step: true,
    },
    basis: {
      label: '划线价最高可写',
      unit: 'money',
      formula: `windowCount > 0 ? smallest(price, ${IN_WINDOW}) : smallest(price, date == lastDay)`,
      main: true,
      none: '活动开始前没有成交记录，不能写划线价或原价。',
      help: '活动开始前七日内的最低成交价；七日内没卖过，取之前最后一次的。',
    },
    ok: {
      label: '想写的价能不能用',
      unit: 'word',
      formula: "linePrice <= basis ? 'yes' : 'no'",
      main: true,
      words: {
        yes: { says: '有依据', tone: 'good' },
        no: { says: '没有依据', tone: 'bad' },
      },
    },
    over: { label: '高出', unit: 'money', formula: 'linePrice - basis', step: true },
  },
  reading: [
    {
      when: "ok == 'yes'",
      says: '{linePrice}不高于{basis}，成交记录拿得出来。把这几条记录截图存好，活动期间别删。',
      tone: 'good',
    },
    {
      when: "ok == 'no'",
      says: '{linePrice}高出{over}。改成{basis}以内，或者不写划线价，写“活动价”就行。',
      tone: 'bad',
    },
    {
      when: 'windowCount == 0 and basis > 0',
      says: '七日内没有成交，用的是{lastDay}的价。隔得久，划线价的说服力也弱，能不写就不写。',
      tone: 'caution',
    },
    {
      says: lawPriceBasis.text,
      tone: 'plain',
      source: lawPriceBasis.source,
    },
    {
      says: '这里管不到：新品从没卖过的首发价、吊牌价和厂家建议价（要另外注明含义和出处）、和别家的价比、满减券后怎么折成单价。拿不准，问平台规则或当地市场监管部门。',
      tone: 'caution',
      source: '不是法律意见',
    },
  ],
  differs:
    '平台的“到手价”“券后价”另有算法和取数天数，常比七日更长，以当次活动规则为准。两边都要过：平台规则过了，不等于法规过了。',
  chapters: ['products/price-power', 'compliance/advertising'],
  related: ['promo-stack', 'bundle', 'ad-law'],
  cases: [
    {
      given: {},
      expect: {
        windowCount: '2',
        basis: '169',
        ok: 'no',
        'inside.0': 'no',
        'inside.1': 'yes',
        'inside.2': 'yes',
      },
      because: '11月1日前七日是10月25日到31日，里面有169和189，最低169；199高过169，没有依据',
    },
    {
      given: { start: '2026-11-01', linePrice: '179' },
      rows: [
        ['2026-10-20', '179'],
        ['2026-10-24', '199'],
        ['2026-11-01', '99'],
      ],
      expect: { windowCount: '0', basis: '199', ok: 'yes', 'inside.1': 'no', 'inside.2': 'no' },
      because: '七日从10月25日起，里面没有记录；之前最后一次是10月24日的199；活动当天的99不算；179不高于199',
    },
    {
      given: { linePrice: '169' },
      rows: [
        ['2026-10-25', '169'],
        ['2026-10-31', '200'],
      ],
      expect: { windowCount: '2', basis: '169', ok: 'yes' },
      because: '10月25日正好是前第七日，算在内；最低169，写169正好',
    },
    {
      given: {},
      rows: [['2026-11-02', '150']],
      expect: { windowCount: '0', basis: null, ok: null, 'inside.0': 'no' },
      because: '只有活动开始后的成交，没有依据，划线价不能写',
    },
  ],
});
