import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/logic/search/index.ts';
import { lexicon } from './lexicon.ts';

const options = (query: string) =>
  planOf(query, lexicon).units.map(({ options: ways }) => ways.map(({ tokens }) => tokens.join(' ')));

describe('the plan of a query', () => {
  it('cuts at known words and drops what only asks', () => {
    expect(options('点击率低怎么办')).toEqual([['点击 击率'], ['率低'], ['低'], ['低怎']]);
  });

  it('says a former name also as it is called now, and what is said of it in everyday words', () => {
    expect(options('直通车')[0]).toEqual(['直通 通车', '关键 键词 词推 推广', '推广']);
  });

  it('looks for everyday words in the words of the trade', () => {
    expect(options('卖不动了')[0]).toEqual(['卖不 不动', '滞销 销款', '动销 销率']);
  });

  it('does not let a long meaning drown the rest by its length', () => {
    const [spoken] = planOf('卖不动', lexicon).units;
    expect(spoken?.options.map(({ weight }) => weight)).toEqual([1, 0.75, 0.75]);
    const [former] = planOf('直通车', lexicon).units;
    // Two tokens typed for a name of four.
    expect(former?.options[1]?.weight).toBeCloseTo(0.8 * Math.SQRT1_2, 10);
  });

  it('puts a misspelt word right and keeps what was typed', () => {
    expect(options('转换率')[0]).toEqual(['转换 换率', '转化 化率']);
  });

  it('reads pinyin, whole or spaced, and initials', () => {
    expect(options('zhuanhualv')[0]).toContain('转化 化率');
    expect(options('zhuan hua lv')[0]).toContain('转化 化率');
    expect(options('djl')[0]).toContain('点击 击率');
    expect(options('dianjilv zhitongche').map(([, read]) => read)).toEqual(['点击 击率', '直通 通车']);
  });

  it('knows names of Latin letters and Han together', () => {
    expect(options('a/b 测试')).toEqual([['ab 测试']]);
    expect(options('保本ROI')[0]).toEqual(['保本 roi', '保本 本投 投产 产比']);
  });

  it('asks for whatever is left in pairs', () => {
    expect(options('鸡蛋饼好吃')).toEqual([['鸡蛋'], ['蛋饼'], ['饼好'], ['好吃']]);
  });

  it('takes what only asks at its word when there is nothing else', () => {
    expect(options('怎么办')).toEqual([['怎么'], ['么办']]);
    expect(options('')).toEqual([]);
  });

  it('leaves no pair of a short query out', () => {
    const { tokens } = planOf('率的吗', lexicon);
    expect(tokens).toEqual(expect.arrayContaining(['率的', '的吗']));
  });

  it('tells the kind a wording asks for', () => {
    expect(planOf('客单价怎么算', lexicon).intents).toEqual(['工具']);
    expect(planOf('客单价', lexicon).intents).toEqual([]);
  });

  it('remembers what was typed apart from what it means', () => {
    expect(planOf('直通车点击率怎么办', lexicon).typed).toEqual(['直通', '通车', '点击', '击率']);
    expect(planOf('roi低', lexicon).typed).toEqual(['roi', '低']);
  });

  it('tries the whole query as a name, and what else the one thing in it is called', () => {
    expect(planOf('直通车是什么', lexicon).names.map(({ tokens: [token] }) => token)).toEqual([
      '=直通车是什么',
      '=直通车',
      '=关键词推广',
      '=推广',
    ]);
    expect(planOf('点击率和客单价', lexicon).names).toHaveLength(1);
  });

  it('marks what was searched for, not the pairs across borders', () => {
    expect(planOf('点击率客单价', lexicon).marks).not.toContain('率客');
  });

  it('is the same however the query is spaced, widened or capitalised', () => {
    const word = fc.constantFrom('客单价', 'ROI', '直通车', 'A/B测试', '卖不动', 'zhuanhualv', '退货');
    const wide = (text: string): string =>
      [...text]
        .map((one) => (/[!-~]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one))
        .join('');
    fc.assert(
      fc.property(word, (text) => {
        const plan = planOf(text, lexicon);
        const spaced = [...text].map((one) => (/\p{Script=Han}/u.test(one) ? ` ${one} ` : one)).join('');
        for (const form of [spaced, wide(text), text.toLowerCase(), `“${text}”？`]) {
          const { units, names, tokens, marks, intents } = planOf(form, lexicon);
          expect({ units, names, tokens, marks, intents }).toEqual({
            units: plan.units,
            names: plan.names,
            tokens: plan.tokens,
            marks: plan.marks,
            intents: plan.intents,
          });
        }
      }),
    );
  });

  it('survives any text, and a pasted book costs no more than a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(planOf(text, lexicon).tokens.length).toBeLessThan(400);
      }),
    );
    expect(planOf('退货率太高'.repeat(1000), lexicon).units.length).toBeLessThan(60);
  });
});
