import { describe, expect, test } from 'vitest';
import { run } from '#logic/tools/run.ts';
import { agree } from '../fraction.ts';
import examples from './examples.json' with { type: 'json' };
import { machines, machinesOf, stateOf, toolNamed, tools } from './support.ts';

/** Numbers to so many digits, words exactly, and nothing where nothing is expected. */
function expectMachines(
  got: Record<string, string>,
  expected: Readonly<Record<string, string | null>>,
  digits: number,
) {
  for (const [key, want] of Object.entries(expected)) {
    const value = got[key];
    if (want === null) expect(value, key).toBe('');
    else if (!/^-?[\d.]+$/.test(want)) expect(value, key).toBe(want);
    else
      expect(
        value !== undefined && value !== '' && agree(value, want, digits),
        `${key}: ${value}, not ${want}`,
      ).toBe(true);
  }
}

describe.each(tools)('$id', (tool) => {
  test.each(tool.cases.map((each, index) => ({ ...each, index })))(
    '例$index：$because',
    ({ given, rows, expect: want }) => {
      expectMachines(machinesOf(run(tool, stateOf(tool, given, rows))), want, 12);
    },
  );

  test('the first worked case is the defaults and names every result', () => {
    const [first] = tool.cases;
    const { fields, rows } = stateOf(tool);
    expect({ ...fields, ...first.given }).toEqual(fields);
    if (first.rows) expect(first.rows).toEqual(rows);
    expect(Object.keys(first.expect).sort()).toEqual(
      Object.keys(machinesOf(run(tool, stateOf(tool)))).sort(),
    );
  });
});

describe('the examples of the contract', () => {
  test('each is about a tool there is', () => {
    expect(tools.map(({ id }) => id)).toEqual(expect.arrayContaining(examples.map(({ id }) => id)));
  });

  test.each(examples.map((example) => ({ ...example, rows: 'rows' in example ? example.rows : undefined })))(
    '$id: the defaults are its inputs, the results its outputs',
    ({ id, inputs, rows, outputs }) => {
      const { fields, rows: defaults } = stateOf(toolNamed(id));
      const given = inputs as Record<string, string>;
      for (const [key, typed] of Object.entries(fields)) expect(typed, key).toBe(given[key] ?? '');
      if (rows) expect(defaults).toEqual(rows);
      const wanted = Object.entries(outputs as Record<string, string | number | null>);
      const expected = Object.fromEntries(
        wanted.map(([key, value]) => [key, value === null ? null : String(value)]),
      );
      expectMachines(machines(id), expected, 9);
      expect(Object.keys(machines(id))).toEqual(expect.arrayContaining(Object.keys(outputs)));
    },
  );
});
