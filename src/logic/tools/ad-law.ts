import { defineTool } from './define.ts';
import { adFindings } from './text-checks.ts';

export default defineTool({
  id: 'ad-law',
  name: '广告用语检查',
  group: 'page',
  answers: '这段标题、详情页、话术里，有没有写过头的词，换成什么说法？',
  when: '上架、改详情页、发短信、写直播话术之前贴进来看一眼。',
  roles: ['design', 'assistant', 'service'],
  aliases: ['违禁词', '极限词', '敏感词', '广告法', '绝对化用语', '违规词检测', '文案检查', '词能不能用'],
  inputs: {
    text: {
      kind: 'text',
      label: '要检查的文字',
      long: true,
      default: '全网第一的防晒衣，最后三天，五星好评返现5元。',
      help: '整段贴进来就行，文字不离开这台设备。',
    },
  },
  results: {
    count: { label: '要改的地方', unit: 'count', formula: 'adHits(text)', suffix: '处', main: true },
  },
  findings: {
    label: '查出来的词',
    none: '词表里没有对上的。词表只认常见的词，没对上不等于一定合规：看看有没有说不清、拿不出依据的话。',
    find: (read) => adFindings('text', read('text')),
  },
  reading: [
    {
      when: 'count > 0',
      says: '有{count}处，点那个词就能跳到原文。一处一处改，改完这里会跟着变。',
      tone: 'caution',
    },
    {
      says: '这里只是提醒，不是法律意见。能不能写看语境和证据：有检测报告、有来源和时间的数字，可以写；拿不出来的，换成事实。',
      tone: 'plain',
      source: '词表按类别注明依据和日期，以现行法律和平台规则为准',
    },
  ],
  differs:
    '各平台还有自己的禁用词和类目规则，比法律更严，以发布页的提示为准。同一个词，用在商品参数里（最高温度60℃）没事，用来夸商品就可能有事；词表已经放过常见的参数写法。',
  chapters: ['compliance/advertising', 'products/copywriting'],
  related: ['title-check', 'price-basis'],
  cases: [
    {
      given: {},
      expect: { count: '3' },
      because:
        '“全网第一”是绝对化用语；“最后三天”要真有截止时间才能写，先提醒；“五星好评返现”是诱导评价，一共3处',
    },
    {
      given: { text: '第一次洗请用冷水。最近发货慢，最后一公里由驿站送。一级能效，最高水温60℃。' },
      expect: { count: '0' },
      because: '第一次、最近、最后一公里、一级能效、最高水温，说的都是事实，一处也不算',
    },
    {
      given: { text: '' },
      expect: { count: null },
      because: '什么都没贴，没有可查的',
    },
  ],
});
