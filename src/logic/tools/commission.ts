import { feeRates, orderCosts, shareInputs, PLATFORM_FEES } from './cost-model.ts';
import { defineTool } from './define.ts';

export default defineTool({
  id: 'commission',
  name: '佣金测算',
  group: 'promotion',
  answers: '带货佣金给到多少，这一单还赚？最高能给到几个点？',
  when: '和达人、团长谈佣金之前用；改券、改价、退款率变了之后再算一遍。',
  roles: ['promotion', 'manager'],
  aliases: [
    '佣金率',
    '达人佣金',
    '带货佣金',
    '联盟佣金',
    '淘客佣金',
    'CPS',
    '团长服务费',
    '分佣',
    '佣金给多少合适',
    '带货一单赚多少',
  ],
  inputs: {
    price: { label: '售价', unit: 'money', default: '199' },
    coupon: {
      label: '商家优惠券',
      unit: 'money',
      default: '20',
      help: '给达人粉丝的券，自己出的钱。平台出的券不算。',
    },
    commissionRate: { ...feeRates.commissionRate, default: '20' },
    serviceRate: {
      label: '服务费率',
      unit: 'percent',
      default: '3',
      help: '团长、机构在佣金之外另收的，没有填0。',
    },
    platformRate: feeRates.platformRate,
    unitCost: orderCosts.unitCost,
    otherCost: {
      label: '每单其他成本',
      unit: 'money',
      default: '8',
      help: '快递、包装、赠品、运费险，不含推广和佣金。',
    },
    refundRate: { ...shareInputs.refundRate, default: '20' },
    returnLoss: {
      label: '每退一单亏',
      unit: 'money',
      default: '8',
      help: '退一单白花的全部：去程快递、包装、回程、折损都要算进来。',
    },
  },
  results: {
    paid: { label: '实付单价', unit: 'money', formula: 'price - coupon' },
    commission: {
      label: '佣金',
      unit: 'money',
      formula: 'fen(paid * commissionRate)',
      help: '结算时每单四舍五入到分。',
    },
    serviceFee: { label: '服务费', unit: 'money', formula: 'fen(paid * serviceRate)' },
    platformFee: { label: '扣点金额', unit: 'money', formula: 'fen(paid * platformRate)' },
    room: {
      label: '付佣金前剩下的',
      unit: 'money',
      formula: 'paid - serviceFee - platformFee - unitCost - otherCost',
      step: true,
    },
    profit: {
      label: '成交一单的利润',
      unit: 'money',
      formula: 'room - commission',
      main: true,
      help: '没退货的一单；没摊人工、房租、税和坑位费。',
    },
    margin: { label: '成交一单的利润率', unit: 'percent', formula: 'profit / paid' },
    maxCommissionRate: {
      label: '不退货的保本佣金率',
      unit: 'percent',
      formula: 'room / paid',
      main: true,
      help: '一单都不退时，给到这里不赚不亏。有退款，还要再低。',
    },
    profitPlaced: {
      label: '每下一单的利润',
      unit: 'money',
      formula: 'profit * (1 - refundRate) - refundRate * returnLoss',
      help: '退掉的单不付佣金，但白花的钱摊了进来。',
    },
    roomPlaced: {
      label: '每下一单付佣金前剩下的',
      unit: 'money',
      formula: 'room * (1 - refundRate) - refundRate * returnLoss',
      step: true,
    },
    maxPlacedRate: {
      label: '算上退款的保本佣金率',
      unit: 'percent',
      formula: 'roomPlaced / (paid * (1 - refundRate))',
      step: true,
    },
  },
  warnings: [
    { when: 'coupon > price', says: '券比售价还多，实付成了负数，检查这两格。', tone: 'caution' },
    {
      when: 'commissionRate + serviceRate + platformRate > 100%',
      says: '佣金、服务费和扣点加起来超过100%，收的钱还不够付这三样。',
      tone: 'bad',
    },
  ],
  reading: [
    {
      when: 'profitPlaced > 0',
      says: '成交一单付佣金{commission}，留下{profit}；算上{refundRate}的退款，平均每下一单赚{profitPlaced}。',
      tone: 'good',
    },
    {
      when: 'profit > 0 and profitPlaced <= 0 and maxPlacedRate > 0%',
      says: '没退的单赚{profit}，可退款率{refundRate}，摊下来每下一单是{profitPlaced}。佣金率要压到{maxPlacedRate}以下，或者先把退款降下来。',
      tone: 'bad',
    },
    {
      when: 'profit <= 0 and roomPlaced > 0',
      says: '成交一单付佣金{commission}，利润是{profit}。付佣金前只剩{room}，佣金率超过{maxCommissionRate}就是倒贴钱卖货。',
      tone: 'bad',
    },
    {
      when: 'roomPlaced <= 0',
      says: '佣金给0也不赚：先看售价、货款和退款，再谈带货。',
      tone: 'bad',
    },
    {
      when: 'maxPlacedRate > 0%',
      says: '谈佣金，底线看{maxPlacedRate}：算上退款，给到这里不赚不亏。再减掉你要留的利润，才是能开出去的数。',
      tone: 'plain',
    },
    {
      says: '坑位费、样品、寄样运费不在这里。有坑位费，用“直播间测算”看要卖多少单才回本。',
      tone: 'plain',
    },
  ],
  differs:
    '佣金按哪个价算，各家联盟不一样：多数按顾客实付，有的不减平台券，签之前拿一笔真实订单对一遍。退款的单佣金一般不结，服务费和扣点退不退看规则和合同，不退的加进“每退一单亏”。平台每单四舍五入到分，月底按总额乘比例去对账，差几分到几元是正常的。',
  chapters: ['promotion/creators'],
  related: ['live', 'unit-profit', 'promo-stack'],
  solve: { result: 'profitPlaced', input: 'commissionRate' },
  fees: {
    platformRate: PLATFORM_FEES,
    commissionRate: ['kol_comm'],
    refundRate: ['refund'],
    otherCost: ['ship', 'ins'],
  },
  figures: [
    ({ number }) => {
      const minus = (key: string): number | null => {
        const value = number(key);
        return value === null ? null : -value;
      };
      return {
        kind: 'waterfall',
        title: '一单付出去多少，剩多少',
        data: {
          unit: 'money',
          rows: [
            { label: '顾客付', value: number('paid') },
            { label: '佣金', value: minus('commission') },
            { label: '服务费', value: minus('serviceFee') },
            { label: '平台扣点', value: minus('platformFee') },
            { label: '货款', value: minus('unitCost') },
            { label: '其他', value: minus('otherCost') },
            { label: '剩下', total: true },
          ],
        },
      };
    },
  ],
  cases: [
    {
      given: {
        price: '199',
        coupon: '20',
        commissionRate: '20',
        serviceRate: '3',
        platformRate: '0.6',
        unitCost: '60',
        otherCost: '8',
        refundRate: '20',
        returnLoss: '8',
      },
      expect: {
        paid: '179',
        commission: '35.8',
        serviceFee: '5.37',
        platformFee: '1.07',
        profit: '68.76',
        margin: '38.41340782122905027933',
        maxCommissionRate: '58.41340782122905027933',
        profitPlaced: '53.408',
      },
      because:
        '199 − 20 = 179；佣金35.80，服务费5.37，扣点1.074结成1.07；179 − 5.37 − 1.07 − 60 − 8 = 104.56，再减35.8 = 68.76；÷ 179 = 38.41%；104.56 ÷ 179 = 58.41%；68.76 × 80% − 20% × 8 = 53.408',
    },
    {
      given: {
        price: '33.5',
        coupon: '0',
        commissionRate: '15',
        serviceRate: '5',
        platformRate: '0.6',
        unitCost: '10',
        otherCost: '5',
        refundRate: '0',
        returnLoss: '0',
      },
      expect: {
        paid: '33.5',
        commission: '5.03',
        serviceFee: '1.68',
        platformFee: '0.2',
        profit: '11.59',
        margin: '34.59701492537313432836',
        maxCommissionRate: '49.61194029850746268657',
        profitPlaced: '11.59',
      },
      because:
        '三笔都卡在半分上下：33.5 × 15% = 5.025进成5.03，1.675进成1.68，0.201舍成0.20；33.5 − 1.68 − 0.2 − 15 = 16.62，减5.03 = 11.59；不退货，每下一单也是11.59',
    },
    {
      given: {
        price: '100',
        coupon: '0',
        commissionRate: '30',
        serviceRate: '5',
        platformRate: '5',
        unitCost: '40',
        otherCost: '10',
        refundRate: '50',
        returnLoss: '12',
      },
      expect: {
        paid: '100',
        commission: '30',
        serviceFee: '5',
        platformFee: '5',
        profit: '10',
        margin: '10',
        maxCommissionRate: '40',
        profitPlaced: '-1',
      },
      because:
        '100 − 5 − 5 − 50 = 40，减佣金30，成交一单赚10；退一半：10 × 50% − 50% × 12 = −1。保本佣金率从40%掉到(40 × 50% − 6) ÷ 50 = 28%，30%给高了',
    },
    {
      given: {
        price: '20',
        coupon: '20',
        commissionRate: '20',
        serviceRate: '3',
        platformRate: '0.6',
        unitCost: '5',
        otherCost: '3',
        refundRate: '0',
        returnLoss: '0',
      },
      expect: {
        paid: '0',
        commission: '0',
        serviceFee: '0',
        platformFee: '0',
        profit: '-8',
        margin: null,
        maxCommissionRate: null,
        profitPlaced: '-8',
      },
      because: '券把售价抵光，佣金、服务费、扣点都是0，白送一单亏5 + 3 = 8；实付是0，比例都不存在',
    },
  ],
});
