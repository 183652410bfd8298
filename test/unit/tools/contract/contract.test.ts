import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { run } from '#logic/tools/run.ts';
import { machinesOf, stateOf, toolNamed, tools } from '../support.ts';
import { contracts } from './index.ts';
import type { Contract, Vector } from './contract.ts';

// Thousands of drawn inputs: room for a machine that has other things to do.
vi.setConfig({ testTimeout: 300_000 });

/** What the tool gives otherwise than the contract wants. */
function differences({ wanted }: Contract, vector: Vector, got: Readonly<Record<string, string>>): string[] {
  return Object.entries(wanted(vector)).flatMap(([key, { says, admits }]) => {
    const machine = got[key] ?? 'no such result';
    return machine !== 'no such result' && admits(machine)
      ? []
      : [`${key}: ${machine || 'none'}, wanted ${says}`];
  });
}

test('there is a contract for every tool', () => {
  expect(contracts.map(({ id }) => id).sort()).toEqual(tools.map(({ id }) => id).sort());
});

describe.each(contracts)('$id', (contract) => {
  const tool = toolNamed(contract.id);
  const got = ({ given, rows }: Vector): Record<string, string> =>
    machinesOf(run(tool, stateOf(tool, given, rows)));

  test('inputs, columns, defaults and keys are those of the contract', () => {
    const { fields, rows } = stateOf(tool);
    expect(fields).toEqual(contract.defaults);
    expect(Object.keys(tool.rows?.columns ?? {})).toEqual(contract.columns);
    if (contract.defaultRows) expect(rows).toEqual(contract.defaultRows);
    expect(differences(contract, { given: {} }, got({ given: {} }))).toEqual([]);
  });

  test.each(contract.vectors.map((vector, n) => ({ n, vector })))('vector $n', ({ vector }) => {
    expect(differences(contract, vector, got(vector))).toEqual([]);
  });

  test('whatever people type', () => {
    fc.assert(
      fc.property(contract.drawn, ({ plain, typed }) => {
        const rows = contract.columns.length > 0 ? { rows: typed.rows } : {};
        expect(differences(contract, plain, got({ given: typed.given, ...rows }))).toEqual([]);
      }),
      { numRuns: contract.runs },
    );
  });
});
