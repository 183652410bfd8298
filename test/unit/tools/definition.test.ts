import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Expression, keysOf } from '#logic/expression/ast.ts';
import { compile } from '#logic/tools/compile.ts';
import {
  GROUPS,
  type Input,
  isNumber,
  type Remark,
  type Result,
  type ToolDefinition,
  type Check,
} from '#logic/tools/define.ts';
import { readField } from '#logic/tools/field.ts';
import { run } from '#logic/tools/run.ts';
import { stateOf, tools } from './support.ts';

/** One set of keys that formulas may use together: the tool itself, and the rows of a table. */
interface Level {
  name: string;
  inputs: Readonly<Record<string, Input>>;
  results: Readonly<Record<string, Result>>;
  remarks: readonly Remark[];
  checks: readonly Check[];
  /** what formulas may name besides: of the tool its rows, of the rows their tool */
  beside: Readonly<Record<string, Input | Result>>;
}

function levelsOf(tool: ToolDefinition): Level[] {
  const { inputs, results, reading, warnings = [], checks = [], rows } = tool;
  const remarks = [...reading, ...warnings];
  const beside = { ...rows?.columns, ...rows?.results };
  const own = { name: 'tool', inputs, results, remarks, checks, beside };
  if (!rows) return [own];
  return [
    own,
    {
      name: 'rows',
      inputs: rows.columns,
      results: rows.results,
      remarks: rows.reading ?? [],
      checks: rows.checks ?? [],
      beside: { ...inputs, ...results },
    },
  ];
}

/** Every formula and condition, with where it stands. */
function formulasOf({ results, remarks, checks }: Level): [string, string][] {
  return [
    ...Object.entries(results).flatMap(([key, { formula, needs }]): [string, string][] => [
      [`results.${key}`, formula],
      ...(needs ? [[`results.${key}.needs`, needs] as [string, string]] : []),
    ]),
    ...remarks.flatMap(({ when, unless }): [string, string][] =>
      [when, unless].flatMap((c) => (c ? [[c, c]] : [])),
    ),
    ...checks.map(({ when }): [string, string] => ['check', when]),
  ];
}

function wordsIn(expression: Expression): string[] {
  switch (expression.type) {
    case 'word':
      return [expression.value];
    case 'negate':
      return wordsIn(expression.of);
    case 'binary':
    case 'compare':
    case 'logic':
      return [expression.left, expression.right].flatMap(wordsIn);
    case 'choose':
      return [expression.when, expression.then, expression.otherwise].flatMap(wordsIn);
    case 'call':
      return expression.args.flatMap(wordsIn);
    default:
      return [];
  }
}

/** What a formula in words can come out as. */
const branches = (e: Expression): Expression[] =>
  e.type === 'choose' ? [...branches(e.then), ...branches(e.otherwise)] : [e];

/** Everything of a definition that people read. */
function proseOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return /^(formula|needs|when|unless|default|id|expect|given)$/.test(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (key === 'cases' || key === 'defaults' || key === 'presets') return [];
  return Object.entries(value).flatMap(([name, inner]) => proseOf(inner, Array.isArray(value) ? key : name));
}

test('the registry holds every definition in the folder', () => {
  const files = readdirSync(new URL('../../../src/logic/tools/', import.meta.url));
  for (const { id } of tools) expect(files).toContain(`${id}.ts`);
});

describe.each(tools)('$id', (tool) => {
  const levels = levelsOf(tool);

  test('reads well as a record', () => {
    expect(tool.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(Object.keys(GROUPS)).toContain(tool.group);
    expect(tool.answers).toMatch(/？$/);
    expect(tool.when).toMatch(/。$/);
    expect(new Set(tool.aliases).size).toBe(tool.aliases.length);
    expect(tool.aliases.length).toBeGreaterThan(2);
    expect(tool.cases.length).toBeGreaterThanOrEqual(3);
    for (const { because } of tool.cases) expect(because.length).toBeGreaterThan(8);
    expect(tool.reading.length).toBeGreaterThan(0);
  });

  test('keys are names of code and labels are told apart', () => {
    for (const { inputs, results } of levels) {
      const keys = [...Object.keys(inputs), ...Object.keys(results)];
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z]\w*$/i);
      const labels = [...Object.values(inputs), ...Object.values(results)].map(({ label }) => label);
      expect(new Set(labels).size, labels.join()).toBe(labels.length);
    }
  });

  test('every formula reads, and every key and word in it exists', () => {
    for (const level of levels) {
      const known = { ...level.inputs, ...level.results, ...level.beside };
      const keys = new Set(Object.keys(known));
      const options = Object.values(known).flatMap((i) => ('options' in i ? Object.keys(i.options) : []));
      const words = Object.values(known).flatMap((r) => ('words' in r ? Object.keys(r.words ?? {}) : []));
      for (const [place, formula] of formulasOf(level)) {
        const expression = compile(formula);
        for (const key of keysOf(expression)) expect(keys, `${place}: ${formula}`).toContain(key);
        for (const word of wordsIn(expression))
          expect([...options, ...words], `${place}: ${formula}`).toContain(word);
      }
    }
  });

  test('conditions are comparisons', () => {
    for (const level of levels) {
      const conditions = [
        ...level.remarks.flatMap(({ when, unless }) => [when, unless]),
        ...Object.values(level.results).map(({ needs }) => needs),
        ...level.checks.map(({ when }) => when),
      ].filter((each) => each !== undefined);
      for (const condition of conditions)
        expect(['compare', 'logic'], condition).toContain(compile(condition).type);
    }
  });

  test('results in words have a face for every token, the others have none', () => {
    for (const { results } of levels) {
      for (const [key, { unit, words, formula }] of Object.entries(results)) {
        expect(Boolean(words), key).toBe(unit === 'word');
        if (!words) continue;
        for (const branch of branches(compile(formula))) {
          expect(branch.type, key).toBe('word');
          if (branch.type === 'word') expect(Object.keys(words), key).toContain(branch.value);
        }
      }
    }
  });

  test('what needs a condition says why when there is nothing', () => {
    for (const { results } of levels) {
      for (const [key, { needs, none }] of Object.entries(results)) {
        if (needs) expect(none, key).toBeTruthy();
        if (none) expect(none, key).toMatch(/。$/);
      }
    }
  });

  test('sentences print only keys there are', () => {
    const says = (level: Level): string[] => [
      ...level.remarks.map((remark) => remark.says),
      ...level.checks.map((check) => check.says),
    ];
    for (const level of levels) {
      for (const sentence of says(level)) {
        for (const [, key] of sentence.matchAll(/\{(\w*)\}/g)) {
          expect({ ...level.inputs, ...level.results, ...level.beside }, sentence).toHaveProperty([
            key ?? '',
          ]);
        }
        expect(sentence.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
      }
    }
  });

  test('defaults and presets are values one could type', () => {
    for (const [key, input] of Object.entries(tool.inputs)) {
      const optional = 'optional' in input && input.optional;
      expect(optional ? ['ok', 'empty'] : ['ok'], key).toContain(readField(input, input.default).state);
      const presets = input.kind === 'list' ? Object.values(input.presets ?? {}) : [];
      for (const preset of presets) expect(readField(input, preset).state, key).toBe('ok');
    }
    for (const field of Object.values(run(tool, stateOf(tool)).fields)) expect(field.state).not.toBe('error');
  });

  test('there is a main result, and steps are none', () => {
    const all = levels.flatMap(({ results }) => Object.values(results));
    expect(all.some(({ main }) => main)).toBe(true);
    expect(all.filter(({ main, step }) => main && step)).toEqual([]);
  });

  test('no formula comes back to itself', () => {
    for (const { results } of levels) {
      const visit = (key: string, above: readonly string[]): void => {
        expect(above, `${key} ← ${above.join(' ← ')}`).not.toContain(key);
        const result = results[key];
        if (result) for (const inner of keysOf(compile(result.formula))) visit(inner, [...above, key]);
      };
      for (const key of Object.keys(results)) visit(key, []);
    }
  });

  test('what it points to exists', () => {
    for (const id of tool.related) expect(tools.map((other) => other.id)).toContain(id);
    expect(tool.related).not.toContain(tool.id);
    for (const chapter of tool.chapters) expect(chapter).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
    for (const { field } of tool.checks ?? []) expect(tool.inputs).toHaveProperty(field);
    for (const { total, parts } of tool.sums ?? []) {
      for (const key of [total, ...parts]) expect(tool.results[key]?.unit, key).toBe('money');
    }
    for (const { field } of tool.rows?.checks ?? []) expect(tool.rows?.columns).toHaveProperty(field);
    for (const rows of [tool.rows?.defaults ?? [], ...Object.values(tool.rows?.presets ?? {})]) {
      for (const row of rows) expect(row).toHaveLength(Object.keys(tool.rows?.columns ?? {}).length);
    }
    for (const definition of tool.definitions ?? []) {
      for (const key of definition.main) expect(tool.results).toHaveProperty(key);
      for (const key of Object.keys(definition.labels ?? {}))
        expect({ ...tool.inputs, ...tool.results }).toHaveProperty(key);
    }
    for (const key of Object.keys(tool.fees ?? {})) expect(isNumber(tool.inputs[key]!)).toBe(true);
    for (const { to, fields } of tool.carries ?? []) {
      const target = tools.find(({ id }) => id === to);
      for (const [theirs, ours] of Object.entries(fields)) {
        expect(target?.inputs, `${to}.${theirs}`).toHaveProperty(theirs);
        expect({ ...tool.inputs, ...tool.results }).toHaveProperty(ours);
      }
    }
    if (tool.solve) {
      expect(tool.results[tool.solve.result]?.unit).not.toBe('word');
      const input = tool.inputs[tool.solve.input];
      expect(input && isNumber(input)).toBe(true);
    }
  });

  test('Chinese prose keeps full-width punctuation and makes no absolute claims', () => {
    for (const text of proseOf(tool)) {
      expect(text).not.toMatch(/[\p{Script=Han}][,;:?!()]|[,;:?!()][\p{Script=Han}]/u);
      expect(text).not.toMatch(/最好|最佳|顶级|国家级|全网第一|TODO/);
    }
  });
});
