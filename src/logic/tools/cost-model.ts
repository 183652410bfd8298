import type { NumberInput, Result } from './define.ts';

/*
 * What a sale leaves, once for every tool that asks: a part of what was sold is margin; what is refunded takes its
 * margin back and loses something more. unit-profit says it in yuan an order, roas and its kin in shares of the sale.
 */

/** What it takes to know which share of the sales stays. Shares are of the net price: after the merchant's discounts. */
export const shareInputs = {
  marginRate: {
    label: '贡献毛利率',
    unit: 'percent',
    default: '45',
    help: '成交额扣掉货款、扣点、佣金、运费、包装后剩下的比例，不扣推广。“单品利润”能算出来。',
  },
  refundRate: {
    label: '退款率',
    unit: 'percent',
    default: '15',
    help: '退款金额÷成交金额，发货前退的也算。',
  },
  returnCost: {
    label: '退货损耗率',
    unit: 'percent',
    default: '5',
    help: '退一单白花的钱占成交价的比例：去程快递、包装、运费险、逆向、折损，按全部退款单平均。“退款结构”能算出来。',
  },
} as const satisfies Record<string, NumberInput>;

/** What stays of the sales, as a share of them, when `margin` is what an order that is kept leaves. */
export const keepRate = (margin = 'marginRate'): Result => ({
  label: '成交留存毛利率',
  unit: 'percent',
  formula: `${margin} * (1 - refundRate) - refundRate * returnCost`,
  help: '每成交100元，去掉退款和退货损耗后真正留下的毛利。',
});

/** Every yuan spent has to bring back sales that leave one yuan. */
export const breakEvenRoas: Result = {
  label: '保本投产比',
  unit: 'ratio',
  formula: '1 / keepRate',
  needs: 'keepRate > 0',
  none: '留存毛利不是正数，任何投放都亏：先改毛利和退款，再谈推广。',
};

/** What an order costs before it leaves the house. */
export const orderCosts = {
  unitCost: { label: '进货成本', unit: 'money', default: '60' },
  shipping: { label: '快递费', unit: 'money', default: '5' },
  packaging: { label: '包装费', unit: 'money', default: '2' },
} as const satisfies Record<string, NumberInput>;

export const otherCost: NumberInput = {
  label: '每单其他成本',
  unit: 'money',
  default: '0',
  help: '赠品、运费险、打单费等。',
};

/** What is taken out of the sales that are kept. */
export const feeRates = {
  platformRate: {
    label: '平台扣点',
    unit: 'percent',
    default: '0.6',
    help: '按自己类目的费率填，以平台当前规则为准。',
  },
  commissionRate: {
    label: '佣金率',
    unit: 'percent',
    default: '0',
    help: '达人、淘宝客等按成交付的佣金。',
  },
} as const satisfies Record<string, NumberInput>;

export const adRate: NumberInput = {
  label: '推广费率',
  unit: 'percent',
  default: '15',
  help: '推广花费÷全部成交金额，还没扣退款。用近30天的数。',
};

export const returnInputs = {
  returnRate: { label: '退货率', unit: 'percent', default: '10', help: '100单里退几单。' },
  returnLoss: {
    label: '每退一单再亏',
    unit: 'money',
    default: '8',
    help: '回程运费、折损、质检，去程快递和包装不用再算。',
  },
} as const satisfies Record<string, NumberInput>;

/** Averages over the orders placed, those that come back among them. */
export const perOrder = {
  keep: { label: '留住的比例', unit: 'percent', formula: '1 - returnRate', step: true },
  cogs: {
    label: '货款成本',
    unit: 'money',
    formula: 'unitCost * keep',
    help: '按退回来的货还能卖算；不能卖的，把货值加进“每退一单再亏”。',
  },
  returns: { label: '退货损耗', unit: 'money', formula: 'returnRate * returnLoss' },
} as const satisfies Record<string, Result>;

/** Whatever the formula, profit an order placed is called and understood alike. */
export const unitProfit = {
  label: '单品利润',
  unit: 'money',
  help: '按每个下单算，退掉的也摊在里面；没摊人工、房租、税。',
} as const satisfies Omit<Result, 'formula'>;

/** Fee parameters of content/parameters that can fill what platforms take. */
export const PLATFORM_FEES = [
  ...['tb_base', 'tm_comm', 'tb_comm', 'dy_comm', 'dy_card', 'ks_comm'],
  ...['pdd_base', 'jd_trade', 'jd_comm', 'xhs_comm', 'wx_comm'],
];
export const shareFees = { refundRate: ['refund'], returnCost: ['ret_loss'] };
