import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Expression, keysOf } from '#logic/expression/ast.ts';
import { evaluate, type Scope } from '#logic/expression/evaluate.ts';
import { unlessNone } from '#logic/expression/none.ts';
import { readBack } from '#logic/expression/read-back.ts';
import { type Decimal, decimal } from '#logic/number/decimal.ts';
import { compile } from '#logic/tools/compile.ts';
import { type Input, isNumber, type Result, type ToolDefinition } from '#logic/tools/define.ts';
import { explain, formulaInNumbers, formulaInWords } from '#logic/tools/explain.ts';
import { run, ToolScope } from '#logic/tools/run.ts';
import { stateOf, tools } from './support.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

type Inputs = Readonly<Record<string, Input>>;
type Results = Readonly<Record<string, Result>>;

/** Labels and words people read, turned back into keys and tokens; the longest first, as one may hold another. */
function backToKeys(text: string, inputs: Inputs, results: Results): string {
  const labels = [...Object.entries(inputs), ...Object.entries(results)].map(([key, { label }]) => [
    label,
    key,
  ]);
  const tokens = [
    ...Object.values(inputs).flatMap((input) =>
      input.kind === 'choice' ? Object.entries(input.options) : [],
    ),
    ...Object.values(results).flatMap(({ words = {} }) =>
      Object.entries(words).map(([t, { says }]) => [t, says]),
    ),
  ].map(([token, says]) => [`「${says}」`, `'${token}'`]);
  return [...labels, ...tokens]
    .sort(([a = ''], [b = '']) => b.length - a.length)
    .reduce((rest, [face = '', key = '']) => rest.replaceAll(face, key), text);
}

const blind: Scope = {
  value: (key) => {
    throw new SyntaxError(`a formula in numbers still holds ${key}`);
  },
  label: (key) => key,
  word: (token) => token,
};
const valueOf = (expression: Expression): Decimal => evaluate(expression, blind) as Decimal;

/** The numbers in a printed formula. */
function numbersIn(expression: Expression): (Expression & { type: 'number' })[] {
  switch (expression.type) {
    case 'number':
      return [expression];
    case 'negate':
      return numbersIn(expression.of);
    case 'binary':
      return [...numbersIn(expression.left), ...numbersIn(expression.right)];
    case 'call':
      return expression.args.flatMap(numbersIn);
    default:
      return [];
  }
}

/**
 * How far the printed formula may be off: each number in it is rounded to six places (or six digits when it is
 * smaller than one), and each moves the result by so much.
 */
function slack(expression: Expression, at: Decimal): number {
  return numbersIn(expression)
    .map((leaf) => {
      const { value } = leaf;
      const scale = leaf.percent ? 0.01 : 1;
      const shown = Math.abs(value.toNumber()) / scale;
      const step = decimal((shown >= 1 ? 5e-7 : 5e-6 * shown) * scale || 5e-9);
      leaf.value = value.plus(step);
      // Where there is no value beside it (a month 3.0000005), the number stands exactly.
      const moved = unlessNone(
        () => valueOf(expression).minus(at).abs().toNumber(),
        () => 0,
      );
      leaf.value = value;
      return moved;
    })
    .reduce((a, b) => a + b, 0);
}

const DISPLAY = 0.005;

/** Every result's formula with the person's numbers, read back and worked out, gives the result. */
function expectNumbersAgree(inputs: Inputs, results: Results, scope: ToolScope) {
  for (const [key, { formula, unit }] of Object.entries(results)) {
    const readsList = keysOf(compile(formula)).some((name) =>
      ['list', 'text'].includes(inputs[name]?.kind ?? ''),
    );
    const outcome = scope.outcome(key);
    if (unit === 'word' || readsList || !outcome.exists || typeof outcome.value === 'string') continue;
    const numbers = formulaInNumbers(results, key, scope);
    const expression = readBack(numbers);
    const got = valueOf(expression);
    const off = got.minus(outcome.value).abs().toNumber();
    const allowed = DISPLAY + slack(expression, got) * 1.01;
    expect(off, `${key} = ${numbers} = ${outcome.text}`).toBeLessThanOrEqual(allowed);
  }
}

/** Numbers a shop could have, written the way people type. */
const ordinary = (input: Input): fc.Arbitrary<string> => {
  if (input.kind === 'choice') return fc.constantFrom(...Object.keys(input.options));
  if (!isNumber(input)) return fc.constant(input.default);
  const [low, high] = [
    Number(input.min ?? 0),
    Number(input.max ?? (input.unit === 'percent' ? 100 : 200000)),
  ];
  const whole = fc.integer({ min: Math.ceil(low), max: Math.floor(high) }).map(String);
  if (input.unit === 'count' || input.unit === 'ordinal') return whole;
  return fc.oneof(
    whole,
    fc.integer({ min: Math.ceil(low * 100), max: Math.floor(high * 100) }).map((n) => String(n / 100)),
  );
};
const ordinaryState = (tool: ToolDefinition) =>
  fc.record(Object.fromEntries(Object.entries(tool.inputs).map(([key, input]) => [key, ordinary(input)])));

describe.each(tools)('$id', (tool) => {
  const levels: [string, Inputs, Results][] = [
    ['tool', tool.inputs, tool.results],
    ...(tool.rows ? [['rows', tool.rows.columns, tool.rows.results] as [string, Inputs, Results]] : []),
  ];

  test('each formula in words reads back as the formula', () => {
    const all: Inputs = { ...tool.inputs, ...tool.rows?.columns };
    const every: Results = { ...tool.results, ...tool.rows?.results };
    for (const [, , results] of levels) {
      const scope = new ToolScope({ inputs: all, results: every }, {});
      for (const [key, { formula, told }] of Object.entries(results)) {
        if (told) continue;
        const words = formulaInWords(results, key, scope);
        expect(words).not.toMatch(/undefined|NaN/);
        expect(readBack(backToKeys(words, all, every)), `${key} = ${words}`).toEqual(compile(formula));
      }
    }
  });

  test('each formula with numbers works out to the result: worked cases', () => {
    for (const { given, rows } of tool.cases) {
      const { scope } = run(tool, stateOf(tool, given, rows));
      expectNumbersAgree(tool.inputs, tool.results, scope);
    }
  });

  test('each formula with numbers works out to the result: any ordinary numbers', () => {
    fc.assert(
      fc.property(ordinaryState(tool), (fields) => {
        expectNumbersAgree(tool.inputs, tool.results, run(tool, stateOf(tool, fields)).scope);
      }),
      { numRuns: 200 },
    );
  });

  test('an explanation tells every step once, what it rests on first', () => {
    const { scope } = run(tool, stateOf(tool));
    const told = new Set<string>();
    const steps = Object.keys(tool.results).flatMap((key) => explain(tool.results, key, scope, told));
    const order = steps.map(({ key }) => key);
    expect([...order].sort()).toEqual(Object.keys(tool.results).sort());
    for (const [index, { key, text }] of steps.entries()) {
      expect(text).toBe(scope.outcome(key).text);
      for (const inner of keysOf(compile(tool.results[key]!.formula))) {
        if (inner in tool.results) expect(order.indexOf(inner)).toBeLessThan(index);
      }
    }
  });
});
