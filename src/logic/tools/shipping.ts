import { defineTool } from './define.ts';

/** How many started steps a weight is beyond the first weight. */
const stepsOver = (weight: string): string =>
  `${weight} <= firstKg ? 0 : ceil((${weight} - firstKg) / stepKg)`;

export default defineTool({
  id: 'shipping',
  name: '快递计费',
  group: 'supply',
  answers: '这个箱子寄出去多少钱，是按重量收还是按体积收？',
  when: '选纸箱、定包邮门槛、核对快递账单时用。',
  roles: ['assistant', 'service'],
  aliases: ['运费', '快递费', '首重续重', '体积重', '抛货', '泡货', '计费重量', '邮费怎么算', '公斤'],
  inputs: {
    length: {
      label: '长',
      unit: 'number',
      default: '40',
      suffix: '厘米',
      help: '量外箱，鼓出来的地方也算。',
    },
    width: { label: '宽', unit: 'number', default: '30', suffix: '厘米' },
    height: { label: '高', unit: 'number', default: '20', suffix: '厘米' },
    weight: {
      label: '实际重量',
      unit: 'number',
      default: '2.3',
      suffix: '千克',
      help: '连箱子和填充物一起称。',
    },
    divisor: {
      label: '体积除数',
      unit: 'count',
      default: '6000',
      min: '1',
      help: '多少立方厘米算1千克，各家快递不同，看合同。除数越小，体积重越大。',
    },
    firstKg: { label: '首重', unit: 'number', default: '1', min: '0', aboveMin: true, suffix: '千克' },
    firstPrice: { label: '首重价', unit: 'money', default: '6' },
    stepKg: {
      label: '续重单位',
      unit: 'number',
      default: '1',
      min: '0',
      aboveMin: true,
      suffix: '千克',
      help: '超出首重后按多少千克一档收，不满一档按一档。',
    },
    stepPrice: { label: '续重价', unit: 'money', default: '2', help: '每一档的价格，不同省份不同。' },
  },
  results: {
    volumeKg: {
      label: '体积重',
      unit: 'number',
      formula: 'length * width * height / divisor',
      suffix: '千克',
    },
    chargeableKg: {
      label: '计费依据',
      unit: 'number',
      formula: 'max(weight, volumeKg)',
      suffix: '千克',
      help: '实际重量和体积重，取大的。',
    },
    steps: { label: '续重档数', unit: 'count', formula: stepsOver('chargeableKg'), suffix: '档', step: true },
    billedKg: {
      label: '计费重量',
      unit: 'number',
      formula: 'firstKg + steps * stepKg',
      suffix: '千克',
      help: '不满一档进到一档。',
    },
    fee: { label: '运费', unit: 'money', formula: 'firstPrice + steps * stepPrice', main: true },
    weightSteps: {
      label: '按实重的续重档数',
      unit: 'count',
      formula: stepsOver('weight'),
      suffix: '档',
      step: true,
    },
    extra: {
      label: '因为体积多付',
      unit: 'money',
      formula: 'fee - (firstPrice + weightSteps * stepPrice)',
      step: true,
    },
    roomyVolume: {
      label: '按实重收的体积上限',
      unit: 'number',
      formula: 'weight * divisor',
      suffix: '立方厘米',
      step: true,
    },
    lowerKg: {
      label: '低一档的重量',
      unit: 'number',
      formula: 'billedKg - stepKg',
      suffix: '千克',
      step: true,
    },
  },
  warnings: [
    {
      when: 'volumeKg > 1000 or weight > 1000',
      says: '超过1000千克，不像一个快递包裹。长宽高填厘米，重量填千克。',
      tone: 'caution',
    },
  ],
  reading: [
    {
      when: 'extra > 0',
      says: '体积重{volumeKg}千克，比实际{weight}千克大，按体积收，一票多付{extra}。换小箱、抽掉空气，体积压到{roomyVolume}立方厘米以内，就按实重收。',
      tone: 'caution',
    },
    {
      when: 'volumeKg > weight and extra == 0',
      says: '体积重{volumeKg}千克比实际{weight}千克大，按体积收，不过档数没变，一分没多付。',
      tone: 'plain',
    },
    {
      when: 'volumeKg <= weight',
      says: '实际重量{weight}千克不低于体积重{volumeKg}千克，按实重收，箱子大小不影响运费。',
      tone: 'good',
    },
    {
      when: 'steps > 0',
      says: '现在按{billedKg}千克收{fee}。计费依据降到{lowerKg}千克以内，一票少付{stepPrice}。每天发多少票，乘一下就是一天能省的。',
      tone: 'plain',
    },
    {
      when: 'steps == 0',
      says: '没超首重，收首重价{fee}。同一位顾客的两单合成一包，常常只多一档续重，不用再付一次首重。',
      tone: 'plain',
    },
    {
      says: '偏远地区、超长超重、旺季常另加钱，这里没算。拿一张真实账单对一遍，再去定包邮门槛。',
      tone: 'caution',
      source: '以快递合同和账单为准',
    },
  ],
  differs:
    '有的快递每件按克收，有的首重分两段，有的轻货达到一定体积才看体积重。量尺寸有的进到整厘米，重量有的先进到0.5千克：按合同把续重单位和除数改成自己的。',
  chapters: ['operations/logistics'],
  related: ['unit-profit', 'promo-stock'],
  solve: { result: 'fee', input: 'height' },
  figures: [
    ({ number }) => ({
      kind: 'bars',
      title: '按哪个重量收钱',
      data: {
        unit: 'number',
        suffix: '公斤',
        items: [
          { label: '实重', value: number('weight') },
          { label: '体积重', value: number('volumeKg') },
          { label: '计费重', value: number('billedKg') },
        ],
      },
    }),
  ],
  cases: [
    {
      given: {
        length: '40',
        width: '30',
        height: '20',
        weight: '2.3',
        divisor: '6000',
        firstKg: '1',
        firstPrice: '6',
        stepKg: '1',
        stepPrice: '2',
      },
      expect: { volumeKg: '4', chargeableKg: '4', billedKg: '4', fee: '12' },
      because: '40 × 30 × 20 = 24000，÷ 6000 = 4千克，比2.3大；超首重3千克是3档，6 + 3 × 2 = 12',
    },
    {
      given: {
        length: '30',
        width: '20',
        height: '10',
        weight: '1.2',
        divisor: '8000',
        firstKg: '1',
        firstPrice: '5',
        stepKg: '0.5',
        stepPrice: '1.5',
      },
      expect: { volumeKg: '0.75', chargeableKg: '1.2', billedKg: '1.5', fee: '6.5' },
      because: '6000 ÷ 8000 = 0.75，不如实重1.2；超0.2千克，不满半千克按一档，计1.5千克，5 + 1.5 = 6.5',
    },
    {
      given: { length: '10', width: '10', height: '10', weight: '3', firstPrice: '6', stepPrice: '2' },
      expect: { volumeKg: '0.16666666666666666666667', chargeableKg: '3', billedKg: '3', fee: '10' },
      because: '正好3千克，超2千克就是2档，不多进一档：6 + 2 × 2 = 10；体积重1000 ÷ 6000 = 0.17用不上',
    },
    {
      given: { length: '10', width: '10', height: '10', weight: '0.3', firstKg: '1', firstPrice: '6' },
      expect: { volumeKg: '0.16666666666666666666667', chargeableKg: '0.3', billedKg: '1', fee: '6' },
      because: '0.3千克没到首重，按首重1千克收6元',
    },
    {
      given: { length: '40', width: '30', height: '20', weight: '' },
      expect: { volumeKg: '4', chargeableKg: null, billedKg: null, fee: null },
      because: '没称重量，体积重照样是4千克，但取不了大的那个，运费不存在',
    },
  ],
});
