import { describe, expect, test } from 'vitest';
import { isToolId, loadTool, toolIds } from '#logic/tools/catalog.ts';
import { compile } from '#logic/tools/compile.ts';
import { defineTool, type ToolDefinition } from '#logic/tools/define.ts';
import { explain, formulaInNumbers, formulaInWords } from '#logic/tools/explain.ts';
import { readField } from '#logic/tools/field.ts';
import { run } from '#logic/tools/run.ts';
import { writeState } from '#logic/tools/link.ts';
import { stateOf } from './support.ts';

/** A tool made up to show one feature of the engine each. */
const shop = defineTool({
  id: 'shop',
  name: '小店',
  group: 'profit',
  answers: '小店？',
  when: '试。',
  roles: [],
  aliases: [],
  inputs: {
    price: { label: '单价', unit: 'money', default: '10' },
    cost: { label: '成本', unit: 'money', default: '4' },
    units: { label: '件数', unit: 'count', default: '3', suffix: '件' },
    mode: { kind: 'choice', label: '方式', options: { once: '一次', often: '多次' }, default: 'once' },
    weights: { kind: 'list', label: '权重', length: 2, default: '1,2' },
    note: { kind: 'text', label: '备注', default: '' },
    extra: { label: '可不填', unit: 'number', default: '', optional: true },
  },
  results: {
    revenue: { label: '收入', unit: 'money', formula: 'price * units', main: true },
    left: { label: '剩下', unit: 'money', formula: 'revenue - cost * units' },
    each: { label: '每件剩下', unit: 'money', formula: 'left / units', none: '一件没卖。' },
    half: { label: '一半', unit: 'money', formula: 'each / 2', none: '不该说这句。' },
    rate: { label: '倍数', unit: 'ratio', formula: '1 / left', needs: 'left > 0', none: '没赚到。' },
    bare: { label: '没写原因', unit: 'ratio', formula: '1 / left', needs: 'left > 0' },
    state: {
      label: '状态',
      unit: 'word',
      formula: "mode == 'once' ? 'calm' : 'busy'",
      words: { calm: { says: '清闲', tone: 'good' }, busy: { says: '忙', tone: 'caution' } },
    },
    hidden: { label: '中间数', unit: 'number', formula: 'units + 1', step: true },
    third: { label: '三分之一', unit: 'money', formula: 'revenue / 3' },
    rest: { label: '三分之二', unit: 'money', formula: 'revenue * 2 / 3' },
  },
  sums: [{ total: 'revenue', parts: ['third', 'rest'] }],
  checks: [{ when: 'cost > price', field: 'cost', says: '比单价{price}还高' }],
  reading: [
    { says: '总是说。', tone: 'plain' },
    {
      when: "state == 'busy'",
      says: '{state}，方式是{mode}，备注{note}，{weights}。',
      tone: 'caution',
      source: '口径',
    },
    { unless: 'extra > 0', says: '没填。', tone: 'plain' },
    { when: 'units > 0', says: '要填才说{extra}。', tone: 'plain' },
  ],
  chapters: [],
  related: [],
  cases: [
    { given: {}, expect: {}, because: '' },
    { given: {}, expect: {}, because: '' },
    { given: {}, expect: {}, because: '' },
  ],
});
const ran = (given: Record<string, string> = {}, tool: ToolDefinition = shop) =>
  run(tool, stateOf(tool, given));
const why = (given: Record<string, string>, key: string): string => {
  const outcome = ran(given).results[key];
  return outcome?.exists === false ? outcome.why : '';
};

describe('results', () => {
  test('have text, machine value and tone; steps stay out of them', () => {
    const { results } = ran();
    expect(results['revenue']).toMatchObject({ exists: true, machine: '30', text: '¥30.00' });
    expect(results['state']).toMatchObject({ machine: 'calm', text: '清闲', tone: 'good' });
    expect(results).not.toHaveProperty('hidden');
  });

  test('a field left empty or in error takes down only what rests on it', () => {
    expect(why({ cost: '' }, 'left')).toBe('先填「成本」');
    expect(why({ cost: 'x' }, 'each')).toBe('先改好「成本」');
    expect(ran({ cost: '' }).results['revenue']?.machine).toBe('30');
  });

  test('what has no value says why: in its own words when it is its own fault', () => {
    expect(why({ units: '0' }, 'each')).toBe('一件没卖。');
    expect(why({ units: '0' }, 'half')).toBe('一件没卖。');
    expect(why({ cost: '10' }, 'rate')).toBe('没赚到。');
    expect(why({ cost: '10' }, 'bare')).toBe('要剩下 > 0才有这个数');
    expect(why({ cost: '' }, 'rate')).toBe('先填「成本」');
  });

  test('what was never typed is an empty field', () => {
    const nothing = run(shop, { fields: {}, rows: [] });
    expect(nothing.fields['price']).toEqual({ state: 'empty' });
    expect(nothing.results['revenue']).toMatchObject({ exists: false, why: '先填「单价」' });
    expect(writeState(shop, { fields: {}, rows: [] })).toContain('price=&cost=');
  });

  test('a check makes one field wrong beside the others and fills in its sentence', () => {
    const { fields, results } = ran({ cost: '11' });
    expect(fields['cost']).toEqual({ state: 'error', says: '比单价¥10还高' });
    expect(results['left']).toMatchObject({ exists: false, why: '先改好「成本」' });
    expect(ran({ cost: '11', price: '' }).fields['cost']?.state).toBe('ok');
  });

  test('parts of a sum round together, for people and for machines', () => {
    const { results } = ran({ price: '0.05', units: '1' });
    expect([results['third']?.text, results['rest']?.text]).toEqual(['¥0.02', '¥0.03']);
    expect(results['third']?.machine).toBe('0.01666666666666666667');
    expect(results['rest']?.machine).toBe('0.03333333333333333333');
  });

  test('a part stands alone when its total does not exist', () => {
    const lost = { ...shop, sums: [{ total: 'rate', parts: ['third', 'rest'] }] };
    expect(ran({ cost: '10' }, lost).results['third']).toMatchObject({ text: '¥10.00', machine: '10' });
  });
});

describe('what is said', () => {
  test('always, when, unless; with values, words, texts and lists filled in', () => {
    const { reading } = ran({ mode: 'often', note: '急' });
    expect(reading).toEqual([
      { text: '总是说。', tone: 'plain' },
      { text: '忙，方式是多次，备注急，2个权重。', tone: 'caution', source: '口径' },
      { text: '没填。', tone: 'plain' },
    ]);
  });

  test('a sentence without its value stays unsaid', () => {
    expect(ran({ extra: '2' }).reading.map(({ text }) => text)).toEqual(['总是说。', '要填才说2。']);
    expect(ran().scope.tell('{rate}和{left}')).toBe('0.0556和¥18');
    expect(ran({ cost: '10' }).scope.tell('{rate}')).toBeUndefined();
  });
});

describe('explanations', () => {
  test('words and numbers, choices as the branch that holds', () => {
    const { scope } = ran({ cost: '4.5' });
    expect(formulaInWords(shop.results, 'left', scope)).toBe('收入 − 成本 × 件数');
    expect(formulaInNumbers(shop.results, 'left', scope)).toBe('¥30 − ¥4.50 × 3');
    expect(formulaInWords(shop.results, 'state', scope)).toBe('方式 ＝ 「一次」 时 「清闲」，否则 「忙」');
    expect(formulaInNumbers(shop.results, 'state', scope)).toBe('「清闲」');
    expect(formulaInWords(shop.results, 'state', { label: (key) => key })).toBe(
      'mode ＝ once 时 calm，否则 busy',
    );
  });

  test('no numbers where one is missing; a loss in brackets', () => {
    expect(formulaInNumbers(shop.results, 'left', ran({ cost: '' }).scope)).toBe('');
    const { scope } = ran({ price: '4', cost: '4', units: '1' });
    expect(formulaInNumbers(shop.results, 'each', scope)).toBe('¥0 ÷ 1');
    const lossy = { ...shop, checks: [] };
    expect(formulaInNumbers(lossy.results, 'each', ran({ price: '1', cost: '4' }, lossy).scope)).toBe(
      '(-¥9) ÷ 3',
    );
  });

  test('an unknown result explains nothing, and has no formula', () => {
    expect(explain(shop.results, 'nope', ran().scope)).toEqual([]);
    expect(() => formulaInWords(shop.results, 'nope', ran().scope)).toThrow(SyntaxError);
    expect(ran().scope.label('nope')).toBe('nope');
    expect(ran().scope.unit('note')).toBe('word');
  });
});

describe('mistakes in a definition show themselves', () => {
  const broken = (formula: string): ToolDefinition => ({
    ...shop,
    results: {
      a: { label: '甲', unit: 'number', formula },
      b: { label: '乙', unit: 'number', formula: 'a + 1' },
    },
    sums: [],
    checks: [],
    reading: [],
  });

  test('an unknown key, an unknown function, a list as a result', () => {
    expect(() => ran({}, broken('price * nothing'))).toThrow('「nothing」既不是输入也不是结果');
    expect(() => ran({}, broken('cube(price)'))).toThrow('里没有叫「cube」的函数');
    expect(() => ran({}, broken('weights'))).toThrow('是一列数，不是结果');
  });

  test('a formula that comes back to itself has no value', () => {
    expect(ran({}, broken('b - 1')).results['a']).toMatchObject({ exists: false, why: '公式绕回了自己' });
  });

  test('a word or a list where a number belongs has no value', () => {
    expect(ran({}, broken("'x' + 1")).results['a']).toMatchObject({
      exists: false,
      why: '「「x」」不是一个数',
    });
    expect(ran({}, broken('weights * 2')).results['a']).toMatchObject({
      exists: false,
      why: '「权重」不是一个数',
    });
    expect(ran({}, broken('note + 1')).results['a']).toMatchObject({ exists: false, why: '先填「备注」' });
  });

  test('printed numbers are grouped, so a formula needs a space after its commas', () => {
    expect(() => compile('max(1,200)')).toThrow('逗号后面要空一格');
    expect(compile('max(1, 200)')).toBe(compile('max(1, 200)'));
  });
});

describe('rows', () => {
  const table: ToolDefinition = {
    ...shop,
    rows: {
      each: '商品',
      columns: {
        name: { kind: 'text', label: '名称', default: '' },
        sold: { label: '卖出', unit: 'count', default: '' },
      },
      results: { take: { label: '进账', unit: 'money', formula: 'sold * price' } },
      defaults: [['甲', '2']],
      reading: [{ when: 'take >= 50', says: '{name}进账{take}。', tone: 'good' }],
    },
  };

  test('each row has its own fields beside the shared ones, and its own reading', () => {
    const { rows } = run(table, stateOf(table, {}, [['甲', '2'], ['乙', 'x'], ['丙', '5', '多'], []]));
    expect(rows.map((row) => row.results['take']?.machine)).toEqual(['20', '', '50', '']);
    expect(rows[1]?.fields['sold']).toMatchObject({ state: 'error' });
    expect(rows.map((row) => row.reading.map(({ text }) => text))).toEqual([[], [], ['丙进账¥50。'], []]);
  });
});

describe('fields by kind', () => {
  const list = { kind: 'list', label: '权重', length: 3, default: '' } as const;
  const choice = { kind: 'choice', label: '方式', options: { a: '甲', b: '乙' }, default: 'a' } as const;

  test.each(['1,2,3', ' 1， 2 ，3 ', '1、2；3', '1\n2\n3', '１　２　３', '1;;2;3;'])(
    'a list reads %j',
    (typed) => {
      const field = readField(list, typed);
      expect(field.state === 'ok' && Array.isArray(field.value) && field.value.map(String)).toEqual([
        '1',
        '2',
        '3',
      ]);
    },
  );

  test.each([
    ['', { state: 'empty' }],
    ['1,2', { state: 'error', says: '要3个数，现在是2个，用逗号隔开' }],
    ['1,x,3', { state: 'error', says: '第2个：请填数字，例如1200、1,200或1.2万' }],
    ['1,-2,3', { state: 'error', says: '第2个：不能是负数' }],
  ])('a list refuses %j', (typed, field) => {
    expect(readField(list, typed)).toEqual(field);
  });

  test('a choice takes its own tokens and nothing inherited', () => {
    expect(readField(choice, ' b ')).toEqual({ state: 'ok', value: 'b' });
    expect(readField(choice, '')).toEqual({ state: 'empty' });
    for (const typed of ['甲', 'constructor', 'toString']) {
      expect(readField(choice, typed)).toEqual({ state: 'error', says: '请从「甲、乙」里选一个' });
    }
  });

  test('a text is taken as it is, trimmed', () => {
    expect(readField({ kind: 'text', label: '名称', default: '' }, ' =1+1 ')).toEqual({
      state: 'ok',
      value: '=1+1',
    });
  });
});

describe('the catalogue', () => {
  test('loads by id, and names what there is when there is none', async () => {
    expect((await loadTool('gmv')).id).toBe('gmv');
    await expect(loadTool('nope')).rejects.toThrow(`没有叫「nope」的工具；现有：${toolIds.join('、')}`);
    expect(isToolId('toString')).toBe(false);
  });
});
