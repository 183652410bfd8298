import { defineTool } from './define.ts';

export default defineTool({
  id: 'promo-stock',
  name: '大促备货',
  group: 'supply',
  answers: '从今天卖到大促结束要多少件，还得再订多少？',
  when: '大促前一个月定备货、活动前一周复核要不要追单时用，一款一款算。',
  roles: ['manager', 'assistant'],
  aliases: ['备货', '双11备货', '618备货', '活动备货量', '要订多少货', '追单', '断货'],
  inputs: {
    baseDaily: {
      label: '平日日均件数',
      unit: 'number',
      default: '40',
      suffix: '件',
      help: '近30天没有活动的日子，平均一天发出多少件，取消的不算。',
    },
    daysUntilWarm: { label: '离预热还有几天', unit: 'count', default: '10', suffix: '天' },
    warmMultiplier: {
      label: '预热倍数',
      unit: 'number',
      default: '1.5',
      suffix: '倍',
      help: '预热日均÷平日日均。预售、加购多的店，预热可能比平日还低，填小于1的数。',
    },
    warmDays: { label: '预热天数', unit: 'count', default: '7', suffix: '天' },
    promoMultiplier: {
      label: '大促倍数',
      unit: 'number',
      default: '6',
      suffix: '倍',
      help: '大促日均÷平日日均，查上一次同类活动。',
    },
    promoDays: { label: '大促天数', unit: 'count', default: '3', suffix: '天' },
    safetyRate: {
      label: '安全量',
      unit: 'percent',
      default: '20',
      max: '300',
      help: '在预计件数上再多备多少。补货慢的多留，季节款少留。',
    },
    onHand: {
      label: '在手库存',
      unit: 'count',
      default: '350',
      suffix: '件',
      help: '能发的好货，残次和锁定的不算。',
    },
    inTransit: {
      label: '在途',
      unit: 'count',
      default: '200',
      suffix: '件',
      help: '已经下单、赶得上活动的；赶不上的不算。',
    },
  },
  results: {
    normalDemand: {
      label: '平日要卖',
      unit: 'number',
      formula: 'baseDaily * daysUntilWarm',
      suffix: '件',
      step: true,
    },
    warmDemand: {
      label: '预热要卖',
      unit: 'number',
      formula: 'baseDaily * warmMultiplier * warmDays',
      suffix: '件',
      step: true,
    },
    promoDemand: {
      label: '大促要卖',
      unit: 'number',
      formula: 'baseDaily * promoMultiplier * promoDays',
      suffix: '件',
      step: true,
    },
    demand: {
      label: '预计要卖',
      unit: 'number',
      formula: 'normalDemand + warmDemand + promoDemand',
      suffix: '件',
      help: '从今天到大促结束。',
    },
    need: {
      label: '要备到',
      unit: 'count',
      formula: 'ceil(demand * (1 + safetyRate))',
      suffix: '件',
      help: '加上安全量，进到整件。',
    },
    available: {
      label: '手里和在途',
      unit: 'count',
      formula: 'onHand + inTransit',
      suffix: '件',
      step: true,
    },
    toOrder: {
      label: '还要订',
      unit: 'count',
      formula: 'max(0, need - onHand - inTransit)',
      suffix: '件',
      main: true,
    },
  },
  reading: [
    {
      when: 'toOrder > 0',
      says: '平日{normalDemand}件、预热{warmDemand}件、大促{promoDemand}件，加安全量要备到{need}件。手里和在途{available}件，还要订{toOrder}件。',
      tone: 'plain',
    },
    {
      when: 'toOrder == 0',
      says: '要备到{need}件，手里和在途已有{available}件，不用再订。',
      tone: 'good',
    },
    {
      when: 'available < normalDemand',
      says: '预热还没开始就会断货：平日还要卖{normalDemand}件，手里和在途只有{available}件。先补平日的，再备大促。',
      tone: 'bad',
    },
    {
      when: 'toOrder > 0 and daysUntilWarm > 0',
      says: '离预热还有{daysUntilWarm}天。交货几天、质检入库几天，从预热那天倒着数，看今天下单来不来得及。',
      tone: 'caution',
    },
    {
      when: 'toOrder > 0 and daysUntilWarm == 0',
      says: '预热今天就开始，现在下的单赶得上哪几天先问清。赶不上的部分别卖出去，按能发的数设库存。',
      tone: 'bad',
    },
    {
      when: 'toOrder > 0',
      says: '大促后退货会陆续回来，又变成能卖的库存。用上一次大促的退货率去乘预热和大促的件数，就是大概要回来多少。这批货赶不上活动，活动后补货先把它减掉；过季就难卖的款，备货时就少留安全量。',
      tone: 'caution',
    },
    {
      when: 'toOrder == 0',
      says: '大促后退货会陆续回来，手里只会更多。活动后先卖退回来的，数清楚再补货。',
      tone: 'caution',
    },
    {
      says: '预热{warmMultiplier}倍、大促{promoMultiplier}倍，是你自己店的数吗？倍数估错，备货就跟着错。没有历史的新款，先按小的备，和供应商谈好追单要几天。',
      tone: 'plain',
      source:
        '经验值：打开时的倍数只是起步的数。用上一次同类活动的日均件数÷活动前30天的日均件数换掉它，活动后再记一次。',
    },
    {
      when: 'safetyRate == 0%',
      says: '一件安全量都没留，倍数估低一点就断货。',
      tone: 'caution',
    },
  ],
  differs:
    '安全量有人只加在大促那几天，这里加在全程，备得多一些。平日断货要备多少，是另一笔账，要看交货天数和每天卖得稳不稳。',
  chapters: ['campaigns/big-sale', 'operations/inventory'],
  related: ['reorder', 'inventory-turnover', 'target'],
  solve: { result: 'need', input: 'promoMultiplier' },
  figures: [
    ({ number }) => {
      const times = (...keys: string[]): number | null =>
        keys.reduce<number | null>((product, key) => {
          const value = number(key);
          return product === null || value === null ? null : product * value;
        }, 1);
      return {
        kind: 'bars',
        title: '三段各要多少货',
        data: {
          unit: 'count',
          suffix: '件',
          items: [
            { label: '预热前', value: times('baseDaily', 'daysUntilWarm') },
            { label: '预热', value: times('baseDaily', 'warmMultiplier', 'warmDays') },
            { label: '大促', value: times('baseDaily', 'promoMultiplier', 'promoDays') },
          ],
        },
      };
    },
  ],
  cases: [
    {
      given: {
        baseDaily: '40',
        daysUntilWarm: '10',
        warmMultiplier: '1.5',
        warmDays: '7',
        promoMultiplier: '6',
        promoDays: '3',
        safetyRate: '20',
        onHand: '350',
        inTransit: '200',
      },
      expect: { demand: '1540', need: '1848', toOrder: '1298' },
      because:
        '40 × 10 = 400，40 × 1.5 × 7 = 420，40 × 6 × 3 = 720，共1540；1540 × 1.2 = 1848；1848 − 350 − 200 = 1298',
    },
    {
      given: {
        baseDaily: '12.5',
        daysUntilWarm: '3',
        warmMultiplier: '1.2',
        warmDays: '5',
        promoMultiplier: '4',
        promoDays: '2',
        safetyRate: '15',
        onHand: '300',
        inTransit: '0',
      },
      expect: { demand: '212.5', need: '245', toOrder: '0' },
      because: '12.5 × (3 + 6 + 8) = 12.5 × 17 = 212.5；× 1.15 = 244.375，进到245件；手里300，不用订',
    },
    {
      given: {
        baseDaily: '10',
        daysUntilWarm: '0',
        warmMultiplier: '0.8',
        warmDays: '5',
        promoMultiplier: '10',
        promoDays: '1',
        safetyRate: '0',
        onHand: '30',
        inTransit: '0',
      },
      expect: { demand: '140', need: '140', toOrder: '110' },
      because: '预热比平日冷：10 × 0.8 × 5 = 40；10 × 10 = 100；140件，没留安全量；140 − 30 = 110',
    },
    {
      given: { baseDaily: '' },
      expect: { demand: null, need: null, toOrder: null },
      because: '平日日均没填，卖多少、备多少都没有依据，不替人猜',
    },
  ],
});
