import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { stepsOf } from '#logic/tools/explain.ts';
import { output } from '#logic/tools/output.ts';
import { readState } from '#logic/tools/link.ts';
import type { Result } from '#logic/tools/define.ts';
import { tools } from './support.ts';
import { anyState } from './typed.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 120_000 });

/** With twelve tools more than ten thousand inputs. */
const RUNS = 1000;

const MACHINE = /^(0|-?(?!0+(\.0+)?$)(0|[1-9]\d*)(\.\d*[1-9])?)$/;
const NOT_FOR_PEOPLE = /NaN|Infinity|undefined|null|\[object|\d[eE][+-]?\d|-¥?0(\.0+)?%?(?![\d.])/;

/** One result is a number in plain notation, a token it declares, or nothing and the reason. */
function expectShown(result: Result | undefined, shown: { machine: string; text: string; why?: string }) {
  expect(shown.text).not.toMatch(NOT_FOR_PEOPLE);
  if (shown.machine === '') {
    expect(shown.text).toBe('—');
    expect(shown.why).toMatch(/\p{Script=Han}/u);
    expect(shown.why).not.toMatch(NOT_FOR_PEOPLE);
  } else if (result?.words) expect(Object.keys(result.words)).toContain(shown.machine);
  else expect(shown.machine).toMatch(MACHINE);
}

describe.each(tools)('$id', (tool) => {
  test('any text in any field: a result or a plain error', () => {
    fc.assert(
      fc.property(anyState(tool), (state) => {
        const shown = output(tool, state);
        for (const [key, result] of Object.entries(shown.results)) expectShown(tool.results[key], result);
        for (const row of shown.rows) {
          for (const [key, result] of Object.entries(row.results))
            expectShown(tool.rows?.results[key], result);
        }
        for (const says of Object.values(shown.errors)) expect(says).toMatch(/\p{Script=Han}/u);
        for (const { text } of [...shown.warnings, ...shown.reading]) {
          expect(text).not.toMatch(NOT_FOR_PEOPLE);
          expect(text).not.toMatch(/[{}—]/);
        }
        for (const step of stepsOf(tool, state))
          expect(step.formula + step.numbers + step.text).not.toMatch(NOT_FOR_PEOPLE);
      }),
      { numRuns: RUNS },
    );
  });

  test('any fragment gives a state that can be shown', () => {
    const keys = [...Object.keys(tool.inputs), 'rows', 'utm_source', '__proto__'];
    const pair = fc.tuple(fc.constantFrom(...keys), fc.string({ unit: 'binary', maxLength: 12 }));
    const fragment = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(pair, { maxLength: 8 })
        .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(fragment, (text) => {
        const { state, notices } = readState(tool, `#${text}`);
        expect(Object.keys(state.fields)).toEqual(Object.keys(tool.inputs));
        expect(() => output(tool, state)).not.toThrow();
        for (const notice of notices) expect(notice).toMatch(/^链接里的「.+」用不了（.+），先按.+算。$/);
      }),
      { numRuns: 200 },
    );
  });
});
