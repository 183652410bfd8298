import { z } from 'astro/zod';
import { idSchema, monthSchema, textSchema } from './shared.ts';

const count = z.int().min(0);
const money = z.number().min(0).multipleOf(0.01);

/**
 * content/shops/<id>.yaml: a fictional shop every example draws on (虚构教学案例).
 * Only what is counted is stored; rates and averages are derived by the tools, so they cannot disagree.
 */
export const shopSchema = z.strictObject({
  name: textSchema.describe('店名'),
  platform: textSchema.describe('平台'),
  category: textSchema.describe('类目'),
  priceBand: textSchema.describe('价格带，如 ¥99–299'),
  owner: z.strictObject({ name: textSchema, story: textSchema.describe('两三句：他是谁，为什么开店') }),
  products: z
    .record(
      idSchema,
      z.strictObject({
        name: textSchema,
        role: z.enum(['traffic', 'profit', 'image']).describe('引流款、利润款、形象款'),
        price: money.describe('标价，元'),
        discount: money.describe('平常商家承担的优惠，元/件'),
        unitCost: money.describe('进价，元'),
        shipping: money.describe('快递，元/单'),
        packaging: money.describe('包装，元/单'),
        platformRate: z.number().describe('平台扣点，%'),
        commissionRate: z.number().describe('佣金，%'),
        adPerOrder: money.describe('每单推广费，元'),
        returnRate: z.number().describe('退货率，%'),
        returnLoss: money.describe('每退一单再亏，元'),
      }),
    )
    .describe('商品：键就是例子里引用的名字'),
  months: z
    .record(
      monthSchema,
      z.strictObject({
        impressions: count.describe('曝光'),
        clicks: count.describe('点击'),
        visitors: count.describe('访客数'),
        paidVisitors: count.describe('付费访客'),
        carts: count.describe('加购人数'),
        orderBuyers: count.describe('下单买家数'),
        buyers: count.describe('支付买家数'),
        orders: count.describe('支付订单数'),
        pieces: count.describe('支付件数'),
        units: z.record(idSchema, count).describe('各商品的支付件数，加起来等于 pieces'),
        gmv: money.describe('支付金额 = 各商品件数 ×（标价 − 优惠）之和'),
        refunds: money.describe('退款金额'),
        refundOrders: count.describe('退款订单数'),
        cogs: money.describe('售出且未退的商品成本'),
        platformFees: money.describe('平台扣点与佣金'),
        fulfilment: money.describe('快递与包装'),
        returnLosses: money.describe('退货损耗'),
        adSpend: money.describe('推广费'),
        adRevenue: money.describe('推广带来的支付金额'),
        fixedCosts: money.describe('人工、房租等固定支出'),
        profit: z
          .number()
          .multipleOf(0.01)
          .describe(
            '净利润 = gmv − refunds − cogs − platformFees − fulfilment − returnLosses − adSpend − fixedCosts',
          ),
        stock: money.describe('月末库存（按成本价）'),
        bounceRate: z.number().min(0).max(100).describe('跳失率，%'),
        depth: z.number().min(1).describe('访问深度，人均浏览页数'),
        note: textSchema.optional().describe('这个月发生了什么'),
      }),
    )
    .refine((months) => Object.keys(months).length === 12, '正好十二个月'),
});
export type Shop = z.output<typeof shopSchema> & { id: string };
