import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decimal } from '#logic/number/decimal.ts';
import { decimal, HUNDRED } from '#logic/number/decimal.ts';
import { isWhole } from '#logic/number/typing.ts';
import type { NumberInput, ToolDefinition } from '#logic/tools/define.ts';
import { between, exactly, reachOf } from '#logic/tools/reach.ts';
import { restingOn } from '#logic/tools/resting.ts';
import { read } from '#logic/tools/run.ts';
import { stateOf } from './support.ts';
import { asking, fieldsOf, numbersOf, resultsOf } from './asked.ts';

fc.configureGlobal({ seed: 20_261_126 });

/** What the tool gives for a typed value; nothing where there is no result or a check makes a field wrong. */
function given(tool: ToolDefinition, fields: Record<string, string>, result: string): Decimal | undefined {
  const { fields: own, scope } = read(tool, stateOf(tool, fields));
  const outcome = scope.outcome(result);
  const wrong = Object.values(own).some(({ state }) => state === 'error');
  return wrong || !outcome.exists || typeof outcome.value === 'string' ? undefined : outcome.value;
}

describe.each(asking)('$id', (tool) => {
  test('no value of a stretch gives what its bounds leave out', () => {
    const drawn = fc.constantFrom(...numbersOf(tool)).chain((input) =>
      fc.record({
        input: fc.constant(input),
        fields: fieldsOf(tool),
        result: fc.constantFrom(...resultsOf(tool)),
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        wide: fc.constantFrom(0.001, 0.03, 1, 30),
        inside: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ input, fields, result, from, wide, inside }) => {
        const unknown = tool.inputs[input] as NumberInput;
        const decimals = isWhole(unknown) ? 0 : 2;
        const size = Number(unknown.default || '1') + 1;
        const low = decimal((from * size).toFixed(decimals));
        const high = low.plus((wide * size).toFixed(decimals));
        const percent = unknown.unit === 'percent' ? HUNDRED : decimal(1);
        const alone = read({ ...tool, checks: [] }, stateOf(tool, fields));
        const reach = reachOf(tool, alone, restingOn(tool, input), result, input);
        const [a, b] = [low.div(percent), high.div(percent)];
        const stretch = reach(
          decimals === 0
            ? { low: a.toNumber(), high: b.toNumber(), sure: true }
            : between(a.toNumber(), b.toNumber(), true),
        );
        for (const share of [0, 1, ...inside]) {
          const typed = high.minus(low).times(share).plus(low).round(decimals);
          const value = given(tool, { ...fields, [input]: typed.toFixed() }, result);
          const told = JSON.stringify({
            id: tool.id,
            input,
            result,
            fields,
            low,
            high,
            typed,
            value,
            stretch,
          });
          const known = reach(exactly(typed.div(percent)));
          if (value === undefined) {
            // A bound of the field itself is none of the formula's; what is sure exists wherever something may be typed.
            const { state } = read(
              { ...tool, checks: [] },
              stateOf(tool, { ...fields, [input]: typed.toFixed() }),
            ).fields[input]!;
            if (state === 'ok') expect(stretch?.sure ?? false, told).toBe(false);
            continue;
          }
          expect(stretch, told).toBeDefined();
          expect(stretch!.low <= value.toNumber() && value.toNumber() <= stretch!.high, told).toBe(true);
          if (stretch!.is) expect(stretch!.is.minus(value).abs().lt('1e-25'), told).toBe(true);
          if (known?.is) expect(known.is.minus(value).abs().lt('1e-25'), told).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
