import { defineTool } from './define.ts';

export default defineTool({
  id: 'funnel',
  name: '转化漏斗',
  group: 'traffic',
  answers: '从看到到付款，人在哪一步走掉的最多？',
  when: '日检看转化掉在哪一步、改完页面或价格前后对比时用。',
  roles: ['assistant', 'manager'],
  aliases: [
    '漏斗',
    '转化路径',
    '点击率',
    'CTR',
    '加购率',
    '下单转化率',
    '付款转化率',
    '支付转化率',
    'CVR',
    '转化率怎么算',
    '流失',
  ],
  inputs: {
    impressions: { label: '展现量', unit: 'count', default: '100000', suffix: '次' },
    clicks: { label: '点击量', unit: 'count', default: '4000', suffix: '次' },
    visitors: { label: '访客数', unit: 'count', default: '3800', suffix: '人', help: '去重后的人数。' },
    carts: { label: '加购人数', unit: 'count', default: '380', suffix: '人' },
    orders: {
      label: '下单买家数',
      unit: 'count',
      default: '152',
      suffix: '人',
      help: '拍下就算，还没付款也算。',
    },
    paid: { label: '支付买家数', unit: 'count', default: '133', suffix: '人' },
    valid: {
      label: '有效买家数',
      unit: 'count',
      default: '128',
      suffix: '人',
      help: '付款后没有关闭、没有在发货前退款的。',
    },
  },
  results: {
    ctr: { label: '点击率', unit: 'percent', formula: 'clicks / impressions' },
    cartRate: { label: '加购率', unit: 'percent', formula: 'carts / visitors' },
    orderRate: { label: '下单转化率', unit: 'percent', formula: 'orders / visitors' },
    payRate: {
      label: '付款转化率',
      unit: 'percent',
      formula: 'paid / orders',
      help: '拍下的人里有多少付了钱，后台也叫下单支付转化率。',
    },
    validRate: { label: '订单有效率', unit: 'percent', formula: 'valid / orders' },
    overall: {
      label: '支付转化率',
      unit: 'percent',
      formula: 'paid / visitors',
      main: true,
      help: '等于下单转化率乘付款转化率。',
    },
    clickCvr: {
      label: '点击转化率',
      unit: 'percent',
      formula: 'paid / clicks',
      help: '推广报表的口径：每100次点击付款几人。',
    },
    unpaid: { label: '拍下没付的人数', unit: 'count', formula: 'orders - paid', step: true },
  },
  warnings: [
    {
      when: 'clicks > impressions',
      says: '点击量比展现量还多，两个数多半不是同一个来源或同一段时间。',
      tone: 'caution',
    },
    {
      when: 'visitors > clicks',
      says: '访客数比点击量多：有人从收藏、购物车、分享链接直接进店，没有经过这批展现。要看漏斗，先把来源筛成同一个。',
      tone: 'caution',
    },
    {
      when: 'carts > visitors',
      says: '加购人数比访客数多，多半填成了加购件数，或者时间段没对上。',
      tone: 'caution',
    },
    {
      when: 'orders > carts',
      says: '下单的人比加购的多：点“立即购买”可以不进购物车。加购率照样能看，但别拿它算“加购到下单”。',
      tone: 'caution',
    },
    {
      when: 'paid > orders',
      says: '付款的人比下单的多：有人付的是前几天的单。把两个数换成同一批订单再算付款转化率。',
      tone: 'caution',
    },
    { when: 'valid > paid', says: '有效的人比付款的多，口径反了，检查这两格。', tone: 'caution' },
  ],
  reading: [
    {
      when: 'orderRate > 0 and payRate > 0',
      says: '访客里{orderRate}拍下，拍下的人里{payRate}付了钱，两步连起来，支付转化率{overall}。',
      tone: 'plain',
    },
    {
      when: 'unpaid > 0',
      says: '拍下没付的有{unpaid}人，是离成交最近的一批。当天催付一次就够：问清是运费、优惠没用上，还是拍错了。',
      tone: 'plain',
    },
    {
      says: '哪一步掉得多，没有通用标准。和自己店近30天、同一来源的同一步比，掉得最多的那一步先查。',
      tone: 'plain',
      source: '口径说明',
    },
  ],
  differs:
    '有的后台把“转化率”写成下单口径，有的写成支付口径；广告后台的转化率常是成交笔数÷点击量，和店铺的支付买家数÷访客数不是一个数。购买件数÷浏览次数不是转化率。订单有效率有的平台按订单数算，这里按买家数。',
  chapters: ['data/metrics', 'data/page-diagnosis'],
  related: ['gmv', 'gmv-change', 'page-health'],
  solve: { result: 'overall', input: 'paid' },
  carries: [{ to: 'gmv', fields: { uv: 'visitors', cvr: 'overall' } }],
  definitions: [
    {
      name: '按访客算',
      says: '支付买家数÷访客数，店铺后台的支付转化率。和自己店近30天、同一来源的这个数比。',
      main: ['overall'],
    },
    {
      name: '按点击算',
      says: '支付买家数÷点击量，推广报表常用。一个人点几次算几次，只和推广报表里的同一列比，别和店铺的支付转化率比。',
      main: ['clickCvr'],
    },
  ],
  figures: [
    ({ number }) => ({
      kind: 'funnel',
      title: '从访客到有效买家',
      data: {
        unit: 'count',
        steps: [
          { label: '访客', value: number('visitors') },
          { label: '加购', value: number('carts'), rate: '加购率' },
          { label: '下单', value: number('orders') },
          { label: '支付', value: number('paid'), rate: '付款转化率' },
          { label: '有效', value: number('valid') },
        ],
        overall: '访客到有效',
      },
    }),
  ],
  cases: [
    {
      given: {
        impressions: '100000',
        clicks: '4000',
        visitors: '3800',
        carts: '380',
        orders: '152',
        paid: '133',
        valid: '128',
      },
      expect: {
        ctr: '4',
        cartRate: '10',
        orderRate: '4',
        payRate: '87.5',
        validRate: '84.21052631578947368421',
        overall: '3.5',
        clickCvr: '3.325',
      },
      because:
        '4000 ÷ 100000 = 4%；380 ÷ 3800 = 10%；152 ÷ 3800 = 4%；133 ÷ 152 = 87.5%；128 ÷ 152 = 84.21%；133 ÷ 3800 = 3.5%；133 ÷ 4000 = 3.325%',
    },
    {
      given: {
        impressions: '50000',
        clicks: '1500',
        visitors: '1200',
        carts: '96',
        orders: '48',
        paid: '36',
        valid: '36',
      },
      expect: { ctr: '3', cartRate: '8', orderRate: '4', payRate: '75', validRate: '75', overall: '3' },
      because:
        '1500 ÷ 50000 = 3%；96 ÷ 1200 = 8%；48 ÷ 1200 = 4%；36 ÷ 48 = 75%；36 ÷ 1200 = 3%，也等于4% × 75%',
    },
    {
      given: { impressions: '0', clicks: '0', visitors: '0', carts: '0', orders: '0', paid: '0', valid: '0' },
      expect: { ctr: null, cartRate: null, orderRate: null, payRate: null, validRate: null, overall: null },
      because: '没有展现、访客和订单，哪一步的比例都不存在，不是0%',
    },
    {
      given: {
        impressions: '1万',
        clicks: '400',
        visitors: '1000',
        carts: '50',
        orders: '60',
        paid: '30',
        valid: '24',
      },
      expect: { ctr: '4', cartRate: '5', orderRate: '6', payRate: '50', validRate: '40', overall: '3' },
      because:
        '访客比点击多、下单比加购多，只提醒不拦：400 ÷ 10000 = 4%；50 ÷ 1000 = 5%；60 ÷ 1000 = 6%；30 ÷ 60 = 50%；24 ÷ 60 = 40%；30 ÷ 1000 = 3%',
    },
  ],
});
