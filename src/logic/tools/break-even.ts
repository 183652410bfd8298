import { defineTool } from './define.ts';

const NO_POINT = '每卖一件不赚钱，没有保本点：先涨价或降变动成本，卖多少件都填不上固定成本。';

export default defineTool({
  id: 'break-even',
  name: '盈亏平衡',
  group: 'profit',
  answers: '每月要卖多少件，才够付人工、房租这些固定开支？',
  when: '开店前算账、要不要加人或租仓、月中看这个月会不会亏时用。',
  roles: ['manager'],
  aliases: [
    '保本点',
    '盈亏平衡点',
    '保本销量',
    '保本件数',
    '本量利',
    '安全边际',
    '卖多少才回本',
    '一个月卖多少不亏',
  ],
  inputs: {
    fixedCost: {
      label: '固定成本',
      unit: 'money',
      default: '30000',
      help: '卖不卖都要付的：工资、房租、软件年费摊到这个月。',
    },
    price: { label: '成交单价', unit: 'money', default: '179', help: '扣掉自己出的优惠后，一件收多少。' },
    variableCost: {
      label: '每件变动成本',
      unit: 'money',
      default: '110',
      help: '卖一件才发生的：货款、扣点、运费、包装、推广、退货损耗。',
    },
    units: {
      label: '销量',
      unit: 'count',
      default: '600',
      suffix: '件',
      help: '和固定成本同一段时间，去掉退货。',
    },
  },
  results: {
    contribution: {
      label: '每件贡献毛利',
      unit: 'money',
      formula: 'price - variableCost',
      help: '每卖一件，能拿来付固定成本的钱。',
    },
    contributionRate: { label: '贡献毛利率', unit: 'percent', formula: 'contribution / price' },
    point: {
      label: '保本点',
      unit: 'number',
      formula: 'fixedCost / contribution',
      suffix: '件',
      needs: 'contribution > 0',
      none: NO_POINT,
      step: true,
    },
    beUnits: { label: '保本件数', unit: 'count', formula: 'ceil(point)', suffix: '件', main: true },
    beRevenue: {
      label: '保本销售额',
      unit: 'money',
      formula: 'fixedCost / contributionRate',
      needs: 'contribution > 0',
      none: NO_POINT,
      help: '按正好保本的那个点算，件数没有取整。',
    },
    profit: {
      label: '利润',
      unit: 'money',
      formula: 'units * contribution - fixedCost',
      main: true,
      help: '付完固定成本剩下的，没扣税。',
    },
    safetyMargin: {
      label: '安全边际率',
      unit: 'percent',
      formula: '(units - point) / units',
      none: '销量是0，谈不上能掉多少。',
      help: '销量再掉这么多就不赚钱了；负数是还没到保本点。',
    },
    short: { label: '还差的件数', unit: 'count', formula: 'beUnits - units', suffix: '件', step: true },
    cutContribution: {
      label: '降价一成后每件贡献毛利',
      unit: 'money',
      formula: 'price * 90% - variableCost',
      step: true,
    },
    cutUnits: {
      label: '降价一成后的保本件数',
      unit: 'count',
      formula: 'ceil(fixedCost / cutContribution)',
      suffix: '件',
      needs: 'cutContribution > 0',
      none: '降价一成就没有保本点了。',
      step: true,
    },
  },
  reading: [
    {
      when: 'contribution <= 0',
      says: '卖一件收{price}，变动成本就要{variableCost}，每件贡献{contribution}。没有保本点，多卖也填不上固定成本。先涨价，或把变动成本压到{price}以下。',
      tone: 'bad',
    },
    {
      when: 'contribution > 0 and profit > 0',
      says: '卖{units}件，过了保本的{beUnits}件，赚{profit}。销量掉{safetyMargin}以内还不亏。',
      tone: 'good',
    },
    {
      when: 'contribution > 0 and profit == 0',
      says: '卖{units}件正好保本，不赚不亏。',
      tone: 'caution',
    },
    {
      when: 'contribution > 0 and profit < 0',
      says: '卖{units}件，离保本的{beUnits}件还差{short}件，利润{profit}。差得不多就补销量；差得多，先砍固定成本。',
      tone: 'bad',
    },
    {
      when: 'profit > 0 and safetyMargin < 10%',
      says: '只留了{safetyMargin}的余地，一个淡季就可能亏。加人、租仓这类固定开支先缓一缓。',
      tone: 'caution',
      source: '经验值：10%。看自己店近12个月里，销量低的那个月比平均少了多少，用那个数当线。',
    },
    {
      when: 'cutUnits > beUnits',
      says: '降价一成，保本要从{beUnits}件升到{cutUnits}件。降价前先问：销量涨得到吗？',
      tone: 'caution',
    },
    {
      when: 'contribution > 0 and cutContribution <= 0',
      says: '再降价一成，每件贡献就是{cutContribution}，卖多少都不保本。这个价没有降价的余地。',
      tone: 'bad',
    },
    {
      says: '固定成本会跳：多请一个人、换一间仓，保本件数马上变。每次要加固定开支，先把新数填进来再决定。',
      tone: 'plain',
    },
  ],
  differs:
    '推广费算哪一边，各店不同：按成交付的佣金、每单摊的推广费算变动成本；包月的坑位费、固定预算算固定成本。一笔钱只放一边。多款一起算，单价和变动成本用按销量加权的平均，结构一变就要重算。',
  chapters: ['products/profit'],
  related: ['unit-profit', 'roas', 'target'],
  solve: { result: 'profit', input: 'units' },
  figures: [
    ({ number }) => {
      const [fixed, price, variable, units, breakEven, beRevenue] = [
        number('fixedCost'),
        number('price'),
        number('variableCost'),
        number('units'),
        number('beUnits'),
        number('beRevenue'),
      ];
      if (fixed === null || price === null || variable === null) return undefined;
      const most = Math.max(units ?? 0, breakEven ?? 0, 1) * 1.25;
      const line = (label: string, at: (x: number) => number) => ({
        label,
        points: [0, most].map((x) => ({ x, y: at(x) })),
      });
      return {
        kind: 'lines',
        title: '卖到多少才不亏',
        data: {
          x: { label: '销量', suffix: '件' },
          y: { label: '金额', unit: 'money' },
          lines: [line('收入', (x) => price * x), line('总成本', (x) => fixed + variable * x)],
          marks: breakEven === null ? [] : [{ label: '保本', x: breakEven, y: beRevenue }],
        },
      };
    },
  ],
  cases: [
    {
      given: { fixedCost: '30000', price: '179', variableCost: '110', units: '600' },
      expect: {
        contribution: '69',
        contributionRate: '38.54748603351955307263',
        beUnits: '435',
        beRevenue: '77826.08695652173913043478',
        profit: '11400',
        safetyMargin: '27.53623188405797101449',
      },
      because:
        '179 − 110 = 69，÷ 179 = 38.55%；30000 ÷ 69 = 434.78，进到435件；30000 × 179 ÷ 69 = 77826.09；600 × 69 − 30000 = 11400；1 − 30000 ÷ 41400 = 27.54%',
    },
    {
      given: { fixedCost: '6900', price: '179', variableCost: '110', units: '100' },
      expect: {
        contribution: '69',
        contributionRate: '38.54748603351955307263',
        beUnits: '100',
        beRevenue: '17900',
        profit: '0',
        safetyMargin: '0',
      },
      because: '6900 ÷ 69正好100件，不用进位；100 × 179 = 17900；100 × 69 − 6900 = 0，一点余地没有',
    },
    {
      given: { fixedCost: '30000', price: '100', variableCost: '110', units: '600' },
      expect: {
        contribution: '-10',
        contributionRate: '-10',
        beUnits: null,
        beRevenue: null,
        profit: '-36000',
        safetyMargin: null,
      },
      because: '卖一件亏10元，没有保本点；600 × −10 − 30000 = −36000，卖得越多亏得越多',
    },
    {
      given: { fixedCost: '1000', price: '50', variableCost: '30', units: '0' },
      expect: {
        contribution: '20',
        contributionRate: '40',
        beUnits: '50',
        beRevenue: '2500',
        profit: '-1000',
        safetyMargin: null,
      },
      because: '50 − 30 = 20，40%；1000 ÷ 20 = 50件，50 × 50 = 2500；一件没卖，固定成本全亏，安全边际要除以0',
    },
    {
      given: { fixedCost: '2万', price: '80', variableCost: '64', units: '1000' },
      expect: {
        contribution: '16',
        contributionRate: '20',
        beUnits: '1250',
        beRevenue: '100000',
        profit: '-4000',
        safetyMargin: '-25',
      },
      because:
        '80 − 64 = 16，20%；20000 ÷ 16 = 1250件，1250 × 80 = 10万；1000 × 16 − 20000 = −4000；(1000 − 1250) ÷ 1000 = −25%',
    },
  ],
});
