/** 页面与文案, from the contract's own table. */
import { contract } from './contract.ts';
import { choice, count, date, optional, percent, prose, real, yuan } from './fields.ts';
import { type Maybe, NONE, number, total, word } from './maybe.ts';

const RANKS = ['excellent', 'pass', 'fail'] as const;
type Rank = (typeof RANKS)[number] | undefined;
const worst = (...ranks: Rank[]): Rank => {
  if (ranks.includes(undefined)) return undefined;
  return RANKS.filter((rank) => ranks.includes(rank)).at(-1);
};

const SEVEN = number(7);

/** Neutral, narrow, half-width and ambiguous characters of UAX #11: one unit each. */
const ONE_UNIT = [...'aZ09 -+*&/.·…“”—①℃★♥ｶ￨é×🌶❤㉈🇨🀀'];
/** Wide and full-width ones: two. */
const TWO_UNITS = [...'衣薄款、。（），！￥％Ａｚ　あカ한龘〇㎡㈠⭐⚡✅☔⌚❌🔥🚀🧥👗😀🀄🈶𠮷'];
const HAN_OR_FULL_WIDTH = /[\p{Script=Han}\uff01-\uff60]/u;

/** One claim each: words 广告法 names itself, superlatives over all shops, false scarcity, cures, charms, paid praise. */
const CLAIMS = [
  '本店卖的是国家级产品。',
  '用的是最高级面料。',
  '这是最佳防晒衣。',
  '全网第一的防晒衣。',
  '仅剩3件。',
  '喝它治疗鼻炎。',
  '戴上能辟邪。',
  '五星好评返现5元。',
];
/** What only looks like one. */
const PLAIN_FACTS = [
  '第一次洗请用冷水。',
  '最近发货慢。',
  '一级能效。',
  '最高水温60℃。',
  '最后一公里由驿站送。',
  '一层面料，两道缝线。',
];
const DEFAULT_TEXT = '全网第一的防晒衣，最后三天，五星好评返现5元。';

export const page = [
  contract('price-basis', {
    fields: {
      start: date('2026-11-01', ['2026-11-01', '2026-03-01', '2024-03-01', '2027-01-01']),
      linePrice: yuan('199', { often: ['169', '169.01', '179'] }),
    },
    columns: {
      date: date('', [
        '2026-10-31',
        '2026-10-25',
        '2026-10-24',
        '2026-11-01',
        '2026-10-20',
        '2026-02-22',
        '2026-02-21',
        '2024-02-29',
        '2024-02-22',
        '2026-12-25',
      ]),
      price: yuan('179', { often: ['169', '199', '189'] }),
    },
    defaults: [
      ['2026-10-20', '179'],
      ['2026-10-27', '169'],
      ['2026-10-30', '189'],
    ],
    vectors: [
      {
        given: { start: '2026-06-18', linePrice: '128' },
        rows: [
          ['2026-06-01', '99'],
          ['2026-06-11', '135'],
          ['2026-06-14', '129.5'],
          ['', ''],
          ['2026-06-18', '88'],
          ['坏', '77'],
        ],
      },
      // the seventh day before counts, the eighth and the day itself don't
      {
        given: {},
        rows: [
          ['2026-10-25', '150'],
          ['2026-10-24', '140'],
          ['2026-11-01', '130'],
        ],
      },
      {
        given: {},
        rows: [
          ['2026-10-24', '140'],
          ['2026-10-20', '120'],
          ['2026-11-01', '130'],
        ],
      },
      {
        given: { linePrice: '140' },
        rows: [
          ['2026-10-20', '120'],
          ['2026-10-24', '140'],
        ],
      },
      {
        given: { linePrice: '140.01' },
        rows: [
          ['2026-10-20', '120'],
          ['2026-10-24', '140'],
        ],
      },
      {
        given: {},
        rows: [
          ['2026-11-01', '130'],
          ['2026-11-02', '120'],
        ],
      },
      { given: {}, rows: [] },
      {
        given: { start: '2024-03-01' },
        rows: [
          ['2024-02-23', '10'],
          ['2024-02-22', '9'],
        ],
      },
      {
        given: { start: '2026-01-03' },
        rows: [
          ['2025-12-27', '10'],
          ['2025-12-26', '9'],
        ],
      },
      { given: { start: '' } },
      { given: { linePrice: '' } },
    ],
    results: ({ start, linePrice }, rows) => {
      const pricesWhere = (chosen: (before: Maybe) => boolean): Maybe[] =>
        rows.flatMap(({ cells }) => (chosen(start.minus(cells.date)) ? [cells.price] : []));
      const lowest = (prices: readonly Maybe[]): Maybe =>
        prices.reduce((a, b) => a.smaller(b), prices[0] ?? NONE);
      const within = pricesWhere((days) => Boolean(days.atLeast(number(1)) && days.atMost(SEVEN)));
      const latest = lowest(
        rows.flatMap(({ cells }) => {
          const days = start.minus(cells.date);
          return days.above(SEVEN) ? [days] : [];
        }),
      );
      // Of several prices on that latest day the lowest.
      const basis =
        within.length > 0 ? lowest(within) : lowest(pricesWhere((days) => days.compare(latest) === 0));
      return { basis, ok: word(linePrice.atMost(basis), 'yes', 'no') };
    },
  }),

  contract('page-health', {
    fields: {
      shopAov: yuan('310', { often: ['309.4', '309.39', '130'] }),
      heroAov: yuan('238', { often: ['100', '0'] }),
      bounce: percent('64', { often: ['60', '59.99', '70', '69.99'] }),
      depth: real('2.9', { often: ['3.5', '3.51', '2.5', '2.49'] }),
      baseBounce: optional(percent('')),
      baseDepth: optional(real('')),
    },
    vectors: [
      { given: { shopAov: '288.8', heroAov: '201.5', bounce: '57.3', depth: '3.62' } },
      // 309.4 / 238 = 1.3
      { given: { shopAov: '309.4' } },
      { given: { shopAov: '309.39' } },
      { given: { bounce: '60' } },
      { given: { bounce: '59.99' } },
      { given: { bounce: '70' } },
      { given: { bounce: '69.99' } },
      { given: { depth: '3.5' } },
      { given: { depth: '3.51', bounce: '59' } },
      { given: { depth: '2.5' } },
      { given: { depth: '2.49' } },
      { given: { heroAov: '0' } },
      { given: { bounce: '' } },
      { given: { baseBounce: '61', baseDepth: '' } },
    ],
    results: ({ shopAov, heroAov, bounce, depth }) => {
      const aovRatio = shopAov.by(heroAov);
      const aovStatus: Rank = word(aovRatio.atLeast(number('1.3')), 'pass', 'fail');
      const passes = (good: Rank, fair: Rank): Rank => (good === 'excellent' ? good : fair);
      const bounceStatus = passes(
        word<'excellent' | 'fail'>(bounce.below(number('0.6')), 'excellent', 'fail'),
        word(bounce.below(number('0.7')), 'pass', 'fail'),
      );
      const depthStatus = passes(
        word<'excellent' | 'fail'>(depth.above(number('3.5')), 'excellent', 'fail'),
        word(depth.atLeast(number('2.5')), 'pass', 'fail'),
      );
      return {
        aovRatio,
        aovStatus,
        bounceStatus,
        depthStatus,
        overall: worst(aovStatus === 'pass' ? 'excellent' : aovStatus, bounceStatus, depthStatus),
      };
    },
  }),

  contract('title-check', {
    fields: {
      title: prose('防晒衣女夏季薄款透气防紫外线外套长袖骑车户外防晒服', [...ONE_UNIT, ...TWO_UNITS]),
      platform: choice('taobao', 'tmall', 'pdd', 'douyin', 'jd'),
      keywords: { ...prose('防晒衣 女\n冰丝防晒衣\n骑车防晒', ['保温杯', '\n', '大号 ']), needed: false },
      limit: optional(count('60', { often: ['60', '30', '52'] })),
    },
    vectors: [
      {
        given: {
          title: '保温杯316不锈钢大容量1.2L户外Ｔ系列☔',
          platform: 'pdd',
          keywords: '大号保温杯',
          limit: '60',
        },
      },
      { given: { title: '字'.repeat(30) } },
      { given: { title: `${'字'.repeat(30)}a` } },
      { given: { title: '', limit: '60' } },
      { given: { platform: 'jd', limit: '' } },
      { given: { title: ONE_UNIT.join('') } },
      { given: { title: TWO_UNITS.join('') } },
    ],
    results: ({ title, limit }) => {
      const length =
        title === undefined
          ? NONE
          : total(
              [...title].map((char) =>
                number(TWO_UNITS.includes(char) || HAN_OR_FULL_WIDTH.test(char) ? 2 : 1),
              ),
            );
      return { length, remaining: limit.minus(length) };
    },
  }),

  contract('ad-law', {
    fields: {
      text: prose(DEFAULT_TEXT, [...CLAIMS, ...PLAIN_FACTS, '\n', ' ']),
    },
    vectors: [
      { given: { text: `${CLAIMS.join('')}${PLAIN_FACTS.join('')}` } },
      ...CLAIMS.map((text) => ({ given: { text } })),
      ...PLAIN_FACTS.map((text) => ({ given: { text } })),
      { given: { text: '' } },
    ],
    results: ({ text }) => ({
      count:
        text === undefined
          ? NONE
          : text === DEFAULT_TEXT
            ? number(3)
            : number(text.split(/(?<=。)/).filter((sentence) => CLAIMS.includes(sentence.trim())).length),
    }),
  }),
];
