import fc from 'fast-check';
import { decimal } from '#logic/number/decimal.ts';
import { boundsOf, isWhole } from '#logic/number/typing.ts';
import { isNumber, type NumberInput, type ToolDefinition } from '#logic/tools/define.ts';
import { tools } from './support.ts';

/** The inputs 反推 can be asked for. */
export const numbersOf = ({ inputs }: ToolDefinition): string[] =>
  Object.entries(inputs).flatMap(([key, input]) => (isNumber(input) ? [key] : []));
/** The results it can be asked to reach. */
export const resultsOf = ({ results }: ToolDefinition): string[] =>
  Object.entries(results).flatMap(([key, { step, unit }]) =>
    step || unit === 'word' || unit === 'date' ? [] : [key],
  );
/** Tools of which anything can be asked. */
export const asking = tools.filter((tool) => numbersOf(tool).length > 0 && resultsOf(tool).length > 0);

/** A number as people type it into a field, up to twice its default. */
export function around(input: NumberInput): fc.Arbitrary<string> {
  const [low, high] = boundsOf(input).map(Number) as [number, number];
  const decimals = isWhole(input) ? 0 : input.unit === 'money' ? 2 : 1;
  const size = Math.max(Number(input.default || '1'), isWhole(input) ? 4 : 1);
  const least = Math.ceil(low * 10 ** decimals) + (input.aboveMin ? 1 : 0);
  const most = Math.floor(Math.min(high, size * 2) * 10 ** decimals) - (input.belowMax ? 1 : 0);
  return fc.integer({ min: least, max: Math.max(least, most) }).map((n) =>
    decimal(n)
      .div(10 ** decimals)
      .toFixed(),
  );
}

/** A tool's fields: numbers as they are or around that, choices among their options. */
export const fieldsOf = (tool: ToolDefinition): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(tool.inputs).map(([key, input]) => [
        key,
        isNumber(input)
          ? fc.oneof(
              { weight: 2, arbitrary: fc.constant(input.default) },
              { weight: 3, arbitrary: around(input) },
            )
          : input.kind === 'choice'
            ? fc.constantFrom(...Object.keys(input.options))
            : fc.constant(input.default),
      ]),
    ),
  );
