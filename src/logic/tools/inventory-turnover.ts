import { defineTool } from './define.ts';

export default defineTool({
  id: 'inventory-turnover',
  name: '库存周转',
  group: 'supply',
  answers: '压在货里的钱转得快不快？卖完一遍要多少天？',
  when: '月底盘点、季末清货、谈账期之前用。',
  roles: ['manager', 'assistant'],
  aliases: ['库存周转率', '周转天数', '存货周转', '压货', 'DSI', 'DIO', '库销', '货卖多久', '资金周转'],
  inputs: {
    sales: { label: '销售额', unit: 'money', default: '360000', help: '这段时间扣掉退款后的销售额。' },
    cogs: { label: '销售成本', unit: 'money', default: '200000', help: '同一段时间卖掉的货的进货成本。' },
    opening: { label: '期初库存', unit: 'money', default: '90000', help: '按进货成本算，不按售价。' },
    closing: { label: '期末库存', unit: 'money', default: '70000', help: '按进货成本算，不按售价。' },
    days: { label: '期间天数', unit: 'count', default: '90', min: '1', suffix: '天' },
  },
  results: {
    average: { label: '平均库存', unit: 'money', formula: '(opening + closing) / 2' },
    turnoverCogs: {
      label: '库存周转率',
      unit: 'ratio',
      formula: 'cogs / average',
      suffix: '次',
      help: '会计用的口径：成本对成本。',
    },
    daysCogs: {
      label: '周转天数',
      unit: 'number',
      formula: 'days / turnoverCogs',
      suffix: '天',
      main: true,
      none: '这段时间没有卖出成本，货没动，天数算不出来。',
    },
    turnoverSales: {
      label: '按销售额的周转率',
      unit: 'ratio',
      formula: 'sales / average',
      suffix: '次',
      help: '有的培训材料用这个口径，会把周转算快。',
    },
    daysSales: {
      label: '按销售额的周转天数',
      unit: 'number',
      formula: 'days / turnoverSales',
      suffix: '天',
      none: '这段时间没有销售额，天数算不出来。',
    },
    inflation: { label: '算快的倍数', unit: 'ratio', formula: 'turnoverSales / turnoverCogs', step: true },
  },
  warnings: [
    {
      when: 'cogs > sales',
      says: '销售成本比销售额还高，这段时间是赔本卖的，或者两格填反了。',
      tone: 'caution',
    },
  ],
  reading: [
    {
      when: 'daysCogs > 0',
      says: '{days}天里库存转了{turnoverCogs}次，卖完一遍平均库存要{daysCogs}天。进货后这么多天，钱才回来一轮。',
      tone: 'plain',
    },
    {
      when: 'inflation > 1',
      says: '会计看的是销售成本口径。用销售额除以按成本记的库存，分子带着毛利、分母不带，周转被算快了{inflation}倍：{daysCogs}天看成了{daysSales}天。',
      tone: 'caution',
    },
    {
      says: '快慢没有统一的线。和自己店上个季度、去年同期比；再把天数和供应商账期放在一起看，天数比账期长的部分，是自己垫的钱。',
      tone: 'plain',
      source: '口径说明',
    },
    {
      says: '平均数会藏住滞销款。整店周转正常，也要把60天没动过的货单独列出来。',
      tone: 'plain',
      source: '经验值：60天。按自己店的季节换：春装下架前多少天还没动就来不及清，就用那个天数。',
    },
  ],
  differs:
    '库存周转率=销售成本÷平均库存，成本对成本；库存按零售价记账的店，就用零售额去除，也是一个口径对一个口径。只拿期初、期末两头平均，遇上大促前囤货会失真，有月末数就用各月末的平均。',
  chapters: ['data/metrics'],
  related: ['unit-profit', 'target', 'gmv'],
  solve: { result: 'daysCogs', input: 'closing' },
  definitions: [
    {
      name: '按成本算',
      says: '销售成本÷平均库存，成本对成本，会计用这一个。和自己店上个季度的同一个数比。',
      main: ['daysCogs', 'turnoverCogs'],
    },
    {
      name: '按销售额算',
      says: '销售额÷平均库存，分子带着毛利，会把周转算快。只和同样算法的数比，别和会计的天数比。',
      main: ['daysSales', 'turnoverSales'],
    },
  ],
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '卖完一遍要几天：两种算法',
      data: {
        unit: 'number',
        suffix: '天',
        items: [
          { label: '按成本', value: number('daysCogs') },
          { label: '按销售额', value: number('daysSales') },
        ],
      },
    }),
  ],
  cases: [
    {
      given: { sales: '360000', cogs: '200000', opening: '90000', closing: '70000', days: '90' },
      expect: {
        average: '80000',
        turnoverCogs: '2.5',
        daysCogs: '36',
        turnoverSales: '4.5',
        daysSales: '20',
      },
      because:
        '(90000 + 70000) ÷ 2 = 80000；200000 ÷ 80000 = 2.5次，90 ÷ 2.5 = 36天；360000 ÷ 80000 = 4.5次，90 ÷ 4.5 = 20天',
    },
    {
      given: { sales: '100万', cogs: '55万', opening: '10万', closing: '12万', days: '365' },
      expect: {
        average: '110000',
        turnoverCogs: '5',
        daysCogs: '73',
        turnoverSales: '9.090909090909090909091',
        daysSales: '40.15',
      },
      because:
        '平均11万；55 ÷ 11 = 5次，365 ÷ 5 = 73天；100 ÷ 11 = 9.09次，365 × 11 ÷ 100 = 40.15天；毛利率45%，算快1 ÷ 0.55 = 1.82倍',
    },
    {
      given: { sales: '5000', cogs: '3000', opening: '0', closing: '0', days: '30' },
      expect: { average: '0', turnoverCogs: null, daysCogs: null, turnoverSales: null, daysSales: null },
      because: '期初期末都没有库存，平均是0，除不出周转；代发不压货的店就是这样',
    },
    {
      given: { sales: '0', cogs: '0', opening: '20000', closing: '20000', days: '30' },
      expect: { average: '20000', turnoverCogs: '0', daysCogs: null, turnoverSales: '0', daysSales: null },
      because: '一件没卖，周转0次；30 ÷ 0没有天数',
    },
  ],
});
