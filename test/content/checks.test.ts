import { describe, expect, test } from 'vitest';
import { anatomy } from '../../src/build/checks/anatomy.ts';
import { unfinished } from '../../src/build/checks/coverage.ts';
import { dated } from '../../src/build/checks/dated.ts';
import { greyPractices } from '../../src/build/checks/grey-practices.ts';
import { retiredNames } from '../../src/build/checks/retired-names.ts';
import { rulesOfThumb } from '../../src/build/checks/rules-of-thumb.ts';
import {
  type Passage,
  passagesOfChapter,
  passagesOfRecord,
  passagesOfSource,
  problemsIn,
  type TextRule,
} from '../../src/build/checks/texts.ts';
import { wording } from '../../src/build/checks/wording.ts';
import type { LedgerLine } from '../../src/records/ledger.ts';
import { parameters, terms } from '../../src/records/records.ts';

/* Every rule over texts: what it must catch, and what only looks like it and must pass. */
const chapter = (body: string, front = ''): Passage[] =>
  passagesOfChapter('content/docs/course/x/y.mdx', `---\ntitle: 试一章\n${front}---\n\n${body}\n`);
const record = (data: unknown, file = 'content/roles/x.yaml'): Passage[] =>
  passagesOfRecord(file, data, (...path) => path.length);
const quiz = (question: object): Passage[] => record({ questions: [question] }, 'content/quizzes/x.yaml');
const source = (text: string): Passage[] => passagesOfSource('src/logic/tools/x.ts', text);

const named = (name: string): TextRule => wording.find((rule) => rule.name === name)!;
const hits = (rule: TextRule, passages: Passage[]): number => problemsIn(passages, rule).length;
const ruleFor = (rule: TextRule) => ({
  catches: (texts: string[]) =>
    test.each(texts)('catches: %s', (text) => {
      expect(hits(rule, chapter(text)), 'in a chapter').toBeGreaterThan(0);
      expect(hits(rule, record({ text })), 'in a record').toBeGreaterThan(0);
      expect(hits(rule, source(`export default { says: '${text}' };`)), 'in a tool').toBeGreaterThan(0);
    }),
  passes: (texts: string[]) =>
    test.each(texts)('passes: %s', (text) => {
      expect(problemsIn(chapter(text), rule)).toEqual([]);
    }),
  passesAs: (cases: [string, Passage[]][]) =>
    test.each(cases)('passes %s', (_, passages) => {
      expect(passages.length).toBeGreaterThan(0);
      expect(problemsIn(passages, rule)).toEqual([]);
    }),
  catchesAs: (cases: [string, Passage[]][]) =>
    test.each(cases)('catches %s', (_, passages) => {
      expect(hits(rule, passages)).toBeGreaterThan(0);
    }),
});

describe('the texts of a chapter', () => {
  const page = chapter(
    [
      "import { Figure } from 'x';", // line 6
      '',
      '## 先算', // 8
      '',
      '看<Term id="x">到手价</Term>，剩<Value of="a.b" given={{ n: 1 }} />，见[那一章](/course/x/)。',
      '第二行。', // 11
      '',
      '- 一条', // 13
      '- 两条',
      '',
      '<Figure', // 16
      '  title="一张图"',
      "  data={{ rows: [{ label: '甲', value: 1 }] }}",
      '/>',
      '',
      '<Misconception name="写错">', // 21
      '',
      '改对。',
      '',
      '</Misconception>',
      '',
      '<div slot="bad">', // 27
      '',
      '反例。',
      '',
      '</div>',
      '',
      '<RuleOfThumb test="试一试">', // 33
      '',
      '一句。',
      '',
      '</RuleOfThumb>',
      '',
      '框外。', // 39
    ].join('\n'),
    'description: 讲一讲\naliases: [别名]\n',
  );
  const of = (text: string): Passage => page.find((passage) => passage.text.includes(text))!;

  test('are read with their line, field and voice', () => {
    const seen = page.map(({ lineAt, field, ours, text }) => [lineAt(0), field, ours, text]);
    expect(seen).toEqual([
      [2, 'title', true, '试一章'],
      [3, 'description', true, '讲一讲'],
      [4, 'aliases', false, '别名'],
      [9, 'heading', true, '## 先算'],
      [11, 'prose', true, '看到手价，剩■，见[那一章]。\n第二行。'],
      [14, 'item', true, '- 一条'],
      [15, 'item', true, '- 两条'],
      [18, 'title', true, '一张图'],
      [19, 'label', true, '甲'],
      [22, 'name', false, '写错'],
      [24, 'prose', true, '改对。'],
      [30, 'prose', false, '反例。'],
      [34, 'test', true, '试一试'],
      [36, 'prose', true, '一句。'],
      [40, 'prose', true, '框外。'],
    ]);
    expect(of('第二行').lineAt(of('第二行').text.indexOf('第二行'))).toBe(12);
  });

  test('know the box they stand in, and only while they stand in it', () => {
    expect(of('一句').around).toContain('<RuleOfThumb');
    expect(of('框外').around).not.toContain('<RuleOfThumb');
    expect(of('框外').around).toContain('## 先算');
  });
});

describe('the texts of a record', () => {
  test('are read with the object they are a field of, a question as a whole', () => {
    const [stem, , reason] = quiz({
      kind: 'single',
      stem: '选哪个？',
      options: [{ text: '甲', reason: '不对' }],
      explain: '因为',
    });
    expect(stem?.record).toContain('因为');
    expect(reason?.around).toBe('甲\n不对');
    expect(reason?.refutes).toBe(true);
  });

  test('have a blank where a value will be printed', () => {
    expect(record({ text: '扣点{platformRate}，剩{profit}' })[0]?.text).toBe('扣点■，剩■');
  });
});

describe('the texts of a tool', () => {
  test('are read with line, key and what stands beside them; comments are not', () => {
    const read = source(
      [
        '// 注释',
        'export default {',
        "  aliases: ['别名'],",
        "  reading: [{ when: 'x > 1', says: `有$" + "{n}个`, source: '经验值' }],",
        '};',
      ].join('\n'),
    );
    expect(read.map(({ lineAt, field, ours, text }) => [lineAt(0), field, ours, text])).toEqual([
      [3, 'aliases', false, '别名'],
      [4, 'says', true, '有■个'],
      [4, 'source', true, '经验值'],
    ]);
    expect(read[1]?.around).toBe('有■个\n经验值');
  });
});

describe('retired names', () => {
  const { catches, passes, passesAs, catchesAs } = ruleFor(retiredNames);
  const former = [...new Set([...parameters(), ...terms()].flatMap((one) => one.former ?? []))];

  test('there are some of each kind', () => {
    expect(former).toEqual(expect.arrayContaining(['直通车', '量子恒道', '微淘', '辍学率']));
  });
  test.each(former)('%s', (name) => {
    expect(hits(retiredNames, chapter(`先看${name}里的数，再决定。`))).toBe(1);
    expect(hits(retiredNames, chapter(`看新工具（旧称${name}）里的数。`))).toBe(0);
    expect(hits(retiredNames, chapter(`${name}已经停用，看新工具。`))).toBe(0);
  });
  catches([
    '每天给直通车加五个词。',
    '由直通车带来的人。',
    '新款先做直通车，再上钻展。',
    '旧称另说；打开量子恒道看地域。',
    '直通车的计划升级预算。',
    '用关键词推广，别用引力魔方。',
  ]);
  passes([
    '关键词推广（旧称直通车）按词竞价。',
    '全站推广（旧称多多搜索、多多场景）一起投。',
    '以前叫直通车，现在叫关键词推广。',
    '关键词推广（原直通车）按词竞价。',
    '量子恒道、数据魔方、淘词等都已停用，看生意参谋。',
    '微信小店由视频号小店在去年升级而来。',
    '“购物触点”是推荐广告的旧称。',
    '打开万相台无界版。',
  ]);
  catchesAs([
    ['a name marked only in another sentence', chapter('旧称直通车。每天给直通车加词。')],
    ['a label of a figure', chapter('<Figure title="直通车花了多少" />')],
    [
      'a question whose answer does not say that it is old',
      quiz({ stem: '直通车怎么加词？', explain: '按词加。' }),
    ],
  ]);
  passesAs([
    ['what people search for', chapter('正文。', 'aliases: [直通车]\n')],
    ['synonyms and former names of a term', record({ synonyms: ['旺旺'], former: ['直通车'] })],
    ['the parameter itself', record({ text: '论坛、直通车' }, 'content/parameters/names.yaml')],
    [
      'a question after the old name whose answer says so',
      quiz({ stem: '师傅说的直通车在哪？', explain: '旧称直通车，现在叫关键词推广。' }),
    ],
    ['aliases of a tool', source("export default { aliases: ['动态评分', 'DSR评分'] };")],
  ]);
});

describe('undated rates and days', () => {
  const { catches, passes, passesAs, catchesAs } = ruleFor(dated);
  catches([
    '平台佣金5%，算进成本。',
    '天猫的类目扣点一般是5%。',
    '平台收0.6%的基础软件服务费。',
    '技术服务费要三个点。',
    '保证金常见5万到15万元。',
    '保证金按类目定，常见从1000元起。',
    '佣金百分之八，退款退回。',
    '写绝对化用语，最高罚100万元。',
    '发布虚假广告，处20万元以上罚款。',
    '小规模的征收率3%。',
    '一般货物的增值税是13%。',
    '年费3万元，完成任务返还。',
    '费率为2%到5%。',
    '例如天猫的扣点是5%。',
    '直播新规2026年2月1日起施行。',
    '《反不正当竞争法》修订后自2025年10月15日起生效。',
    '办法的施行日期是2026年4月10日。',
    '《互联网广告管理办法》（2023年5月1日）要求标明。',
    '截至2025年，关键词推广还在。',
    '天猫从2024年9月1日起取消年费。',
  ]);
  passes([
    '佣金设20%，一单剩得不多。',
    '佣金谈到三成，自己还照样投推广。',
    '假定平台扣点5%，实付200元，收10元。',
    '费率照后台的资费页填，别照别人的填。',
    '推广费率从16%改成25%，看成本底涨多少。',
    '货款、扣点、快递、推广摊下来取整190元。',
    '每成交100元，去掉佣金和退款再看。',
    '快递3元，扣点照后台填。',
    '佣金给0%也不赚，保证金0元不等于没有成本。',
    '扣点和佣金超过100%，标多少钱都回不了本。',
    '2026年3月，棉线小店卖了98000元。',
    '8月12日起，每件剪完线头再装。',
    '他说“佣金20%都行”，先别信。',
    '平台收<Param id="tb_base" show="value" />的服务费。',
    '一单交平台<Value of="unit-profit.fees" given={{ platformRate: 5 }} />。',
  ]);
  catchesAs([
    ['a label of a figure', chapter("<Figure data={{ items: [{ label: '达播，佣金20%' }] }} />")],
    ['the stem of a question', quiz({ stem: '快递5元，扣点5%，一单剩多少？' })],
    ['the right answer', quiz({ options: [{ text: '扣点5%', right: true, reason: '对' }] })],
    ['what is said to a wrong answer', quiz({ near: [{ text: '5', says: '佣金15%还没扣。' }] })],
    ['an objective', chapter('正文。', 'objectives: [记住佣金5%]\n')],
  ]);
  passesAs([
    ['a wrong answer', quiz({ options: [{ text: '扣点5%', reason: '错' }] })],
    ['a blank', quiz({ stem: '扣点{platformRate}，一单剩多少？' })],
    ['the example of a term', record({ example: '佣金20%，付20元。' }, 'content/glossary/y.yaml')],
    ['a worked case of a tool', source("export default { because: '佣金30%，付30元' };")],
    ['a citation', chapter('正文。', 'sources: [《直播电商监督管理办法》（2026年2月1日施行）]\n')],
    ['a parameter', record({ text: '佣金5%，2026年2月1日起施行' }, 'content/parameters/fees.yaml')],
    ['an invented shop', record({ note: '佣金20%' }, 'content/shops/x.yaml')],
  ]);
});

describe('rules of thumb', () => {
  const { catches, passes, passesAs, catchesAs } = ruleFor(rulesOfThumb);
  catches([
    '转化率一般在2%到5%。',
    '行业平均的转化率是3%。',
    '跳失率低于70%算及格。',
    '及格线是2.5，目标是3.5。',
    '大多数店的退货率在10%左右。',
    '标准是每天发3篇。',
    '毛利率通常45%，再低就别做。',
    '新客成本普遍是老客的5倍。',
    '一般来说，标题两周换一次。',
    '往往三天见效。',
    '访问深度3.5才算优秀。',
    '多数一小时内送到。',
    '合理的比例是三成。',
    '详情页超过10屏不正常，8屏以内就合理。',
  ]);
  passes([
    '和自己近30天的平均比，高出一成再查。',
    '及格线拿近30天的数定，高出10%再改。',
    '多数人看一页就走，没开口问。',
    '常见的路是四级，名字各家不同。',
    '毛利率一般只扣了货款。',
    '一般先看三样东西再决定。',
    '跳失率70%算及格是经验值，用自己的数验证。',
    '网上说“正常是2%–5%”，别信。',
    '同款到手价多数23元，我们定24.9元。',
    '多数类目按<Value of="a.b" />算。',
    '标准是这一周的数和上一周比。',
  ]);
  catchesAs([
    [
      'a claim beside the box, not in it',
      chapter('<RuleOfThumb test="试">\n\n试。\n\n</RuleOfThumb>\n\n转化率一般3%。'),
    ],
    ['one beside another kind of parameter', chapter('转化率一般3%。<Param id="tb_base" />')],
    ['the reason of an answer', quiz({ options: [{ text: '甲', right: true, reason: '行业平均是3%。' }] })],
  ]);
  passesAs([
    ['the box for it', chapter('<RuleOfThumb test="试">\n\n转化率一般3%。\n\n</RuleOfThumb>')],
    ['a parameter of that kind', chapter('跳失率70%算及格。<Param id="thumb-bounce-pass" />')],
    [
      'a named mistake',
      chapter('<Misconception name="毛利率45%是及格线">\n\n看自己的。\n\n</Misconception>'),
    ],
    ['a wrong answer', quiz({ options: [{ text: '70%是行业标准', reason: '那是别人的店。' }] })],
    ['a false statement', quiz({ kind: 'boolean', right: false, stem: '转化率一般3%。' })],
    ['a record that says so beside it', record({ text: '一般发3篇', hint: '三篇是经验值。' })],
    [
      'a remark with such a source',
      source("const a = [{ says: '一般3天见效。', source: '经验值：3天。' }];"),
    ],
  ]);
});

describe('grey practices', () => {
  const { catches, passes, passesAs, catchesAs } = ruleFor(greyPractices);
  catches([
    '新品没销量，可以先补单20单。',
    '销量不够就刷单，十单就行。',
    '不妨找人刷几单，带一带权重。',
    '先“补单”，再开推广。',
    '包裹里放好评卡，五星返3元。',
    '晒图送5元红包，评价很快就上来。',
    '叫朋友每天进店假浏览、假收藏。',
    '先去买粉，有了粉丝再发笔记。',
    '大促前先涨后降，折扣好看。',
    '标一个虚构原价，显得便宜。',
    '导出订单里的电话，挨个加好友。',
    '加顾客微信，私下成交。',
    '给十元补偿换改评。',
    '找代刷，便宜又快。',
    '没有销量的时候，编买家秀也行。',
    '补单不违法，别家都补。',
    '刷几单不会被罚。',
    '寄空包，走一趟物流就算成交。',
  ]);
  passes([
    '刷单、编评价一律违法。',
    '不刷单、不编评价、不拿好处换好评、不造人气。',
    '别买粉，粉不会买货。',
    '没单也不刷单，不请人假浏览。',
    '不组织任何人假浏览、假收藏、假加购。',
    '好评不能拿返现、券、赠品去换。',
    '导出订单里的电话去加人，不行。',
    '拿没卖过的高价去衬，属于虚构原价。',
    '- **有人这样做**：找人寄空包，再买十条好评。',
    '顾客刷到一条视频，点进来买了。',
    '补单号，补单据，都要当天做完。',
    '顾客自己扫码加企业微信，随时能退。',
    '送一只清洗刷，单独记成本。',
    '好评夸了什么，送货快还是布料好？',
  ]);
  catchesAs([
    ['the right answer', quiz({ options: [{ text: '先补单十单', right: true, reason: '快' }] })],
    ['a duty', record({ duties: ['每天安排人刷单'] })],
    ['a remark of a tool', source("const a = { says: '评分低就刷好评。' };")],
  ]);
  passesAs([
    ['a heading', chapter('## 刷单和编评价')],
    ['a named mistake', chapter('<Misconception name="先刷单试试">\n\n几单也违法。\n\n</Misconception>')],
    ['a bad example', chapter('<div slot="bad">\n\n晒图返5元。\n\n</div>')],
    ['the wrong side of a reply', record({ bad: '五星返3元哦', body: '如实写就好。' })],
    ['a wrong answer and why it is wrong', quiz({ options: [{ text: '先刷单', reason: '这就是刷单。' }] })],
    ['what a customer asks', record({ asks: ['晒图返5元吗'] })],
    ['a list that says under its heading what it is', chapter('## 常被罚款的做法\n\n- 找人写假评价。')],
    ['what people search for', source("export default { aliases: ['虚构原价', '先涨后降'] };")],
  ]);
});

describe('wording', () => {
  describe('half-width punctuation', () => {
    const { catches, passes, passesAs } = ruleFor(named('punctuation'));
    catches([
      '先看价格,再看评价。',
      '价格:先算',
      '先算;再定',
      '真的?真的',
      '快递(次日)到',
      '先算, 再定',
      '先算.再定',
      '用ROI(投产比)看',
    ]);
    passes([
      '先看价格，再看评价。',
      '投产比3.5，客单价99.9元',
      '用GMV(gross)看',
      '10:30开会',
      '打开App,看数',
    ]);
    passesAs([['a list in YAML, which is no text', record({ roles: ['甲', '乙'] })]]);
  });
  describe('spaces', () => {
    const { catches, passes, passesAs } = ruleFor(named('spacing'));
    catches(['先看 价格', '一  二']);
    passes(['搜“连衣裙 夏”', '用 ROI 看', '剩<Value of="a.b" />元']);
    passesAs([['what people type into a tool', source("const a = { defaults: [['连衣裙 夏', '1']] };")]]);
  });
  describe('garbled terms', () => {
    const { catches, passes, passesAs } = ruleFor(named('garbled'));
    catches([
      '投豆荚加热视频',
      '看复够率',
      '出价底一点',
      '流程规划化',
      '看价格丶评价',
      '整体运营路要清楚',
      '接触深度要到3',
      '进入深度',
      '辍学率太高',
      '看游客流量',
      '常客率',
      '主付款是哪一件',
      '看主支付的流量',
      '付款前5款',
      '其他付款的转化',
      '其他模特的流量',
      '主力客户单价',
      '主要客户单价',
      '多关注同龄人',
      '看同龄人的店',
      '和我们一样的房子',
      '三月穿春装',
      '分析未来这个词',
      '给关键词涨价',
      '两个词降价',
      '操作一定要见多识广',
      '页面传递数据',
      '打开业务人员看',
      '业务人员里的数据',
      '运营手术的一天',
      '这是手术的工作',
      '先做*步',
      '选*品牌',
    ]);
    passes([
      '毛豆荚、豌豆荚都上架',
      '出价底线先算好',
      '出价低一点',
      '整体运营路径',
      '访问深度',
      '店里的常客',
      '自主付款',
      '其他付款方式',
      '换其他模特拍',
      '和同龄人比',
      '顾客想买春装',
      '给商品降价',
      '业务人员上门',
      '医生做手术用的手套',
      '手术室',
      '**步骤**先写',
      '老话里的“辍学率”是跳失率',
    ]);
    passesAs([['what leads to the right word', record({ former: ['辍学率'], aliases: ['豆荚'] })]]);
  });
  describe('contact data', () => {
    const { catches, passes } = ruleFor(named('contact'));
    catches([
      '电话13812345678',
      '电话138 1234 5678',
      '座机0755-12345678',
      '客服400-123-4567',
      'QQ群：123456',
      '我的QQ 12345678',
      '群号：1234567',
      '微信：kaidian888',
      '加vx: abc_123',
      '“微信号：kaidian888”',
      '写信到abc@qq.com',
      '微信同号 kaidian',
    ]);
    passes([
      '成交13812345678.5元',
      '订单号202603120001',
      '顾客的微信，不要私下加',
      '写name@example.com这样的地址',
      '2026-03-10到2026-03-12',
      '预算1200000元',
    ]);
    test('also where nothing else stands', () => {
      expect(hits(named('contact'), chapter('13812345678'))).toBe(1);
      expect(hits(named('contact'), record({ text: '13812345678' }))).toBe(1);
    });
  });
  describe('diverting readers', () => {
    const { catches, passes, passesAs } = ruleFor(named('diverting'));
    catches([
      '报暗号有优惠',
      '加我微信细聊',
      '添加老师微信，加老师微信',
      '扫码领资料',
      '进群免费领全套教程',
      '私信我领取课件',
      '回复“运营”领取模板',
      '限时领取电子书',
      '关注公众号“开店”',
      '公众号回复666',
      '网盘：a1b2',
    ]);
    passes([
      '顾客自己扫码入会，随时能退',
      '活动写全：优惠多少、怎么领',
      '私信里回答尺码',
      '公众号里写一篇上新',
      '领券以后再下单',
      '关注店铺的老客',
    ]);
    passesAs([['a bad reply', record({ bad: '加我微信转账吧', body: '在这里付就好。' })]]);
  });
  describe('unfinished and slogans', () => {
    ruleFor(named('unfinished')).catches(['【写】先给结论', 'TODO：补例子', '这一节待补']);
    ruleFor(named('unfinished')).passes(['写一句原因', '待收货']);
    ruleFor(named('slogan')).catches(['众所周知，流量很贵', '在当今竞争激烈的时代', '只要坚持就能爆单']);
    ruleFor(named('slogan')).passes(['别写“众所周知”', '只要顾客点了同意']);
    test('a remark to authors counts as unfinished', () => {
      expect(hits(named('unfinished'), chapter('{/* TODO 补图 */}'))).toBe(1);
    });
  });

  test('a problem names file, line, rule, what is wrong and how to mend it', () => {
    expect(problemsIn(chapter('好。\n\n先看价格,再看。'), named('punctuation'))).toEqual([
      {
        file: 'content/docs/course/x/y.mdx',
        line: 7,
        rule: 'punctuation',
        message: '汉字之间用了半角标点：先看价格,再看。',
        fix: '改成全角：，；：！？（）。',
      },
    ]);
  });
});

describe('coverage of complete parts', () => {
  const line = (kind: LedgerLine['fact']['kind'], changes: Partial<LedgerLine> = {}): LedgerLine => ({
    fact: { id: 'F001', part: 'start', statement: '一条', kind, group: 'C01' },
    taught: [],
    questions: [],
    used: [],
    ...changes,
  });
  const complete = new Set(['start']);
  const messages = (lines: LedgerLine[], parts = complete): string[] =>
    unfinished(parts, lines).map(({ message }) => message);
  const taught = [{ chapter: 'start/x', heading: '一节' }];

  test('asks for a home and a question', () => {
    expect(messages([line('概念')])).toEqual(['F001 没有落处：一条', 'F001 没有题：一条']);
    expect(messages([line('概念', { taught })])).toEqual(['F001 没有题：一条']);
    expect(messages([line('概念', { questions: ['q'] })])).toEqual(['F001 没有落处：一条']);
    expect(messages([line('概念', { taught, questions: ['q'] })])).toEqual([]);
  });
  test('asks no question about a duty, which a role card may carry', () => {
    expect(messages([line('职责')])).toEqual(['F001 没有落处：一条']);
    expect(messages([line('职责', { used: ['岗位 assistant'] })])).toEqual([]);
    expect(messages([line('概念', { used: ['岗位 assistant'], questions: ['q'] })])).toHaveLength(1);
  });
  test('leaves parts alone that are not complete', () => {
    expect(messages([line('概念')], new Set(['data']))).toEqual([]);
  });
});

describe('anatomy of a chapter', () => {
  const body = ['<Figure />', '<Tool />', '<Misconception name="x">', '<Summary>', '<Quiz />'];
  const whole = {
    id: 'x/y',
    file: 'x/y.mdx',
    lines: body.map((text, line) => ({ text, line })),
    headings: ['易错', '动手', '小结', '自测'].map((text, line) => ({ text, level: 2, line })),
    hanCount: 900,
  };
  const said = (changes: Partial<typeof whole>): string[] =>
    anatomy([{ ...whole, ...changes }]).map(({ message }) => message);

  test('a chapter that has everything passes, at both ends of the length', () => {
    expect(said({})).toEqual([]);
    expect(said({ hanCount: 2000 })).toEqual([]);
  });
  test('every part is asked for', () => {
    expect(said({ headings: whole.headings.slice(1) })).toEqual(['少了小节「易错」']);
    expect(said({ lines: whole.lines.slice(0, 4) })).toEqual(['少了<Quiz>']);
  });
  test('too short and too long', () => {
    expect(said({ hanCount: 899 })).toEqual(['正文 899 个汉字']);
    expect(said({ hanCount: 2001 })).toEqual(['正文 2001 个汉字']);
  });
});
