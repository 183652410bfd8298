import type {
  BooleanQuestion,
  ChoiceQuestion,
  FillQuestion,
  MatchQuestion,
  NumericQuestion,
  OrderQuestion,
  Question,
  ScenarioQuestion,
} from '#src/logic/quiz/question.ts';

/** One question of each kind, as an author would write it. */
export const single: ChoiceQuestion = {
  id: 'drop-first',
  kind: 'single',
  stem: '支付转化率从 3.5% 掉到 2.8%，先做什么？',
  options: [
    { text: '按来源拆开看', right: true, reason: '先知道是哪个来源掉的，才知道改哪里。' },
    { text: '先加推广费', right: false, reason: '转化没修好，多来的人也不付钱。' },
    { text: '全店打九折', right: false, reason: '原因还不知道，先少赚了一成。' },
  ],
  explain: '总数掉了，一定有一个来源掉得更多。',
  see: '先归因再找原因',
};
export const multiple: ChoiceQuestion = {
  id: 'factors',
  kind: 'multiple',
  stem: '支付金额由哪几个数相乘得来？',
  options: [
    { text: '访客数', right: true, reason: '来的人。' },
    { text: '支付转化率', right: true, reason: '付钱的比例。' },
    { text: '收藏数', right: false, reason: '收藏还没有付钱。' },
    { text: '客单价', right: true, reason: '每人付多少。' },
  ],
  explain: '三个数相乘。',
  see: '三个数相乘就是成交额',
};
export const boolean: BooleanQuestion = {
  id: 'gmv-is-income',
  kind: 'boolean',
  stem: '支付金额就是收入。',
  right: false,
  whenTrue: '里面还有要退的钱。',
  whenFalse: '退款没扣，税也没扣。',
  explain: '收入要扣掉退款和税。',
  see: '成交额不等于收入',
};
export const numeric: NumericQuestion = {
  id: 'gmv-plan',
  kind: 'numeric',
  stem: '预计来 {uv} 个访客，转化率 {cvr}，客单价 {aov}。支付金额多少？',
  tool: 'gmv',
  given: {
    uv: { from: 6000, to: 16000, step: 500 },
    cvr: { from: 2, to: 5, step: 0.5 },
    aov: { from: 180, to: 320, step: 20 },
  },
  ask: 'gmv',
  tolerance: '1',
  misconceptions: [
    { formula: 'uv * aov', name: '把访客都当成买家', says: '只有 {cvr} 的人付钱。' },
    { formula: 'uv * cvr', name: '只算到买家数', says: '再乘 {aov}。' },
  ],
  explain: '{uv} 乘 {cvr} 是买家数 {buyers}，再乘 {aov}。',
  see: '三个数相乘就是成交额',
};
export const order: OrderQuestion = {
  id: 'ladder',
  kind: 'order',
  stem: '按从大到小排好。',
  items: [
    { id: 'placed', text: '下单金额', reason: '拍下就算。' },
    { id: 'paid', text: '支付金额', reason: '去掉没付的。' },
    { id: 'net', text: '净成交额', reason: '再去掉退款。' },
    { id: 'income', text: '收入', reason: '再扣税。' },
  ],
  explain: '一级一级扣。',
  see: '成交额不等于收入',
};
export const match: MatchQuestion = {
  id: 'prices',
  kind: 'match',
  stem: '各该用哪个数？',
  pairs: [
    { id: 'buyer', left: '每个顾客花多少', right: '客单价', reason: '按人算。' },
    { id: 'order', left: '一个包裹多少钱', right: '笔单价', reason: '按单算。' },
    { id: 'piece', left: '一件卖多少', right: '件单价', reason: '按件算。' },
  ],
  explain: '分子一样，分母不同。',
  see: '客单笔单件单分清楚',
};
export const fill: FillQuestion = {
  id: 'name',
  kind: 'fill',
  stem: '投产比的英文缩写是____。',
  accept: ['ROI', 'ROAS'],
  near: [{ text: 'GMV', says: '那是成交总额。' }],
  explain: '花出去的钱带回多少成交。',
  see: '投产比',
};
/** Best path: 3 + 3. Through `angry`: 0 + 2 at most. */
export const scenario: ScenarioQuestion = {
  id: 'late-parcel',
  kind: 'scenario',
  stem: '包裹晚了两天，顾客来问。',
  customer: 'driver',
  start: 'ask',
  steps: {
    ask: {
      says: '我的货呢？',
      replies: [
        { text: '让您久等了，我这就查。', score: 3, reason: '先接住，再行动。', next: 'when' },
        { text: '物流的事我们管不了。', score: 0, reason: '把人推开了。', next: 'angry' },
        { text: '请稍等。', score: 1, reason: '没有下一步。' },
      ],
    },
    when: {
      says: '到底哪天到？',
      replies: [
        { text: '今晚八点前我给您准信。', score: 3, reason: '给了时间。' },
        { text: '应该快了。', score: 1, reason: '等于没说。' },
      ],
    },
    angry: {
      says: '我要投诉！',
      replies: [
        { text: '是我没说好，我马上帮您联系。', score: 2, reason: '补救了。' },
        { text: '随便您。', score: 0, reason: '火上浇油。' },
      ],
    },
  },
  explain: '他要的是时间和结果。',
  see: '支配型',
};
export const questions: readonly Question[] = [
  single,
  multiple,
  boolean,
  numeric,
  order,
  match,
  fill,
  scenario,
];
