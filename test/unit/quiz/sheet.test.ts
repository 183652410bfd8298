import { describe, expect, expectTypeOf, it } from 'vitest';
import { loadTool } from '#logic';
import { questionProblems } from '#src/logic/quiz/check.ts';
import { KINDS } from '#src/logic/quiz/kinds.ts';
import { keyLines, PLAIN, type View } from '#src/logic/quiz/plain.ts';
import type { NumericQuestion, Question, ScenarioQuestion } from '#src/logic/quiz/question.ts';
import { seedOf } from '#src/logic/quiz/seed.ts';
import { sheetOf } from '#src/logic/quiz/sheet.ts';
import { type Question as WrittenQuestion, quizSchema } from '#src/schemas/quizzes.ts';
import * as sample from './sample.ts';

const source = { chapter: 'data/metrics', version: 2, questions: sample.questions };
const href = (see: string): string => `#${see}`;

describe('the map of kinds', () => {
  it('knows every kind by its name', () => {
    expect(Object.keys(KINDS).sort()).toEqual([
      'boolean',
      'fill',
      'match',
      'multiple',
      'numeric',
      'order',
      'scenario',
      'single',
    ]);
    for (const [name, kind] of Object.entries(KINDS)) {
      expect(kind.kind).toBe(name);
      expect(kind.asks).not.toBe('');
    }
  });
  it('gives every line of every key a reason or what the customer says', () => {
    for (const question of sample.questions) {
      if (question.kind === 'numeric') continue;
      const view: View = PLAIN[question.kind].prepare(question, 'K7Q2');
      for (const line of keyLines(view)) expect(line.tone === 'plain' || line.reason !== '').toBe(true);
    }
  });
});

describe('what authors write', () => {
  it('is what the logic takes', () => {
    expectTypeOf<WrittenQuestion>().toExtend<Question>();
    const written = { facts: ['F213'], difficulty: 1 };
    const questions = sample.questions.map((question) => ({ ...written, ...question }));
    const read = quizSchema.parse({ chapter: 'data/metrics', questions });
    expect(read.questions.map(({ facts: _f, difficulty: _d, ...question }) => question)).toEqual(
      sample.questions,
    );
  });
});

describe('a sheet', () => {
  it('holds each question once, prepared with the first seed', async () => {
    const sheet = await sheetOf(source, loadTool, href);
    expect(sheet.id).toBe('data/metrics');
    expect(sheet.seed).toBe(seedOf('data/metrics@2'));
    expect(sheet.rule).toBe('half');
    expect(sheet.ruleText).toBe('漏选得一半，选错不得分');
    expect(sheet.questions.map(({ id }) => id)).toEqual(sample.questions.map(({ id }) => id));
    expect(sheet.questions[0]).toEqual({
      ...PLAIN.single.prepare(sample.single, sheet.seed),
      href: '#先归因再找原因',
    });
    expect(sheet.questions[3]).toEqual({ ...sample.numeric, href: '#三个数相乘就是成交额' });
    expect(Object.keys(sheet.drawn)).toEqual(['gmv-plan']);
    expect(sheet.drawn['gmv-plan']?.seed).toBe(sheet.seed);
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
  });
  it('leaves at home what answering does not need', async () => {
    const marked = { ...sample.single, facts: ['F213'], difficulty: 2 };
    const sheet = await sheetOf({ ...source, questions: [marked] }, loadTool, href, 'all');
    expect(sheet.questions[0]).not.toHaveProperty('facts');
    expect(sheet.questions[0]).not.toHaveProperty('difficulty');
    expect(sheet.rule).toBe('all');
    expect(sheet.version).toBe('2');
  });
  it('has another version when the numbers come out differently, though nobody touched the quiz', async () => {
    const before = await sheetOf(source, loadTool, href);
    expect(before.version).toMatch(/^2\.[0-9A-Z]{4}$/);
    expect((await sheetOf(source, loadTool, href)).version).toBe(before.version);
    const doubled = async (id: string): ReturnType<typeof loadTool> => {
      const tool = await loadTool(id);
      return {
        ...tool,
        results: { ...tool.results, gmv: { ...tool.results['gmv']!, formula: 'uv * cvr * aov * 2' } },
      };
    };
    expect((await sheetOf(source, doubled, href)).version).not.toBe(before.version);
  });
});

describe('what is wrong with a question', () => {
  const gmv = loadTool('gmv');
  const numeric = async (change: Partial<NumericQuestion>): Promise<string[]> =>
    questionProblems({ ...sample.numeric, ...change }, await gmv);

  it('finds nothing in the samples', async () => {
    for (const question of sample.questions) {
      expect(questionProblems(question, question.kind === 'numeric' ? await gmv : undefined)).toEqual([]);
    }
  });
  it('counts right options', () => {
    const options = sample.single.options.map((option) => ({ ...option, right: true }));
    expect(questionProblems({ ...sample.single, options })).toEqual(['单选要正好一个对的，现在有 3 个']);
    expect(questionProblems({ ...sample.multiple, options: sample.single.options })).toEqual([
      '多选至少两个对的，现在有 1 个',
    ]);
    expect(questionProblems({ ...sample.multiple, options: options.slice(1) })).toEqual([]);
  });
  it('finds texts and ids written twice', () => {
    const [first] = sample.single.options;
    expect(
      questionProblems({
        ...sample.single,
        options: [...sample.single.options.slice(1), first!, { ...first!, right: false }],
      }),
    ).toEqual(['选项「按来源拆开看」写了两次']);
    const [item] = sample.order.items;
    expect(questionProblems({ ...sample.order, items: [...sample.order.items, item!] })).toEqual([
      '编号「placed」写了两次',
      '步骤「下单金额」写了两次',
    ]);
    const [pair] = sample.match.pairs;
    expect(questionProblems({ ...sample.match, pairs: [...sample.match.pairs, pair!] })).toEqual([
      '编号「buyer」写了两次',
      '左边「每个顾客花多少」写了两次',
    ]);
    expect(questionProblems({ ...sample.fill, accept: ['ROI', 'roi'] })).toEqual(['答案「roi」写了两次']);
    expect(questionProblems({ ...sample.fill, near: [{ text: 'ｒｏｉ', says: '' }] })).toEqual([
      '「ｒｏｉ」又算对又算错',
    ]);
  });
  it('checks a numeric question against its tool', async () => {
    expect(questionProblems(sample.numeric)).toEqual(['没有叫「gmv」的工具']);
    expect(await numeric({ explain: '{gone} {gone}' })).toEqual(['{gone} 既不是工具的输入也不是结果']);
    expect(await numeric({ stem: '{uv} {cvr}' })).toEqual(['题干没有用 {aov} 告诉读者这个数']);
    expect(await numeric({ given: { uv: '100', cvr: '5', aov: '100' }, stem: '固定的数可以直接写' })).toEqual(
      [],
    );
    expect(await numeric({ tolerance: '-1' })).toEqual(['误差「-1」不是一个不小于 0 的数']);
    expect(await numeric({ misconceptions: [{ formula: 'uv * gone', name: '', says: '{lost}' }] })).toEqual([
      '{lost} 既不是工具的输入也不是结果',
      '错误算式「uv * gone」里的 gone 工具没有',
    ]);
    expect((await numeric({ misconceptions: [{ formula: 'uv *', name: '', says: '' }] }))[0]).toContain(
      '没写完',
    );
    expect(await numeric({ ask: 'gone' })).toEqual(['工具 gmv 没有结果「gone」']);
    expect(
      (await numeric({ misconceptions: [{ formula: 'uv * cvr * aov', name: '同', says: '' }] }))[0],
    ).toContain('抽了 400 次都没有合适的数：「同」也得到');
  });
  it('walks a conversation', () => {
    const talk = (change: Partial<ScenarioQuestion>): string[] =>
      questionProblems({ ...sample.scenario, ...change });
    expect(talk({ start: 'gone' })).toEqual(['没有「gone」这一步']);
    expect(talk({ steps: { ask: sample.scenario.steps['ask']! } })).toEqual([
      '没有「when」这一步',
      '没有「angry」这一步',
    ]);
    const end = {
      says: '完',
      replies: [
        { text: '好', score: 3, reason: '' },
        { text: '好', score: 0, reason: '' },
      ],
    };
    expect(talk({ start: 'end', steps: { end } })).toEqual(['回复「好」写了两次']);
    expect(talk({ steps: { ...sample.scenario.steps, lone: { says: '', replies: [] } } })).toEqual([
      '「lone」这一步走不到',
    ]);
    expect(
      talk({ start: 'a', steps: { a: { says: '', replies: [{ text: '0', score: 0, reason: '' }] } } }),
    ).toEqual(['没有一句回复得分']);
    expect(
      talk({
        start: 'a',
        steps: { a: { says: '', replies: [{ text: '0', score: 0, reason: '', next: 'a' }] } },
      }),
    ).toEqual(['对话绕回了「a」这一步，走不完']);
  });
});
