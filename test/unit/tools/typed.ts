import fc from 'fast-check';
import type { Input, ToolDefinition } from '#logic/tools/define.ts';
import type { ToolState } from '#logic/tools/state.ts';

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const number = fc.oneof(
  fc.integer({ min: 0, max: 200 }).map(String),
  fc.integer({ min: -1000000, max: 1000000000 }).map((n) => String(n / 100)),
  fc.constantFrom(
    '0',
    '0.00',
    '-0',
    '.5',
    '3.',
    '1e5',
    '1000000000000',
    '1000000000001',
    '0.000000000000000001',
  ),
  fc.bigInt({ min: 0n, max: 10n ** 45n }).map(String),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 10n ** 27n }))
    .map(([a, b]) => `${a}.${b}`),
);
const dressed = fc
  .tuple(
    fc.constantFrom('', '¥', '￥', ' ', '-'),
    number,
    fc.constantFrom('', '%', '％', '元', '万', '亿', '万元', ' '),
    fc.boolean(),
  )
  .map(([before, text, after, wide]) => (wide ? fullWidth(before + text + after) : before + text + after));
const rubbish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    'NaN',
    'Infinity',
    '-Infinity',
    'undefined',
    'null',
    '__proto__',
    'constructor',
    'toString',
  ),
  fc.constantFrom(
    '=1+1',
    '１２，０００',
    '①②③',
    '½',
    '10²',
    '1,2,3',
    '1 000',
    '八折',
    '<b>1</b>',
    '{gmv}',
    '$&',
    '\u0000',
  ),
);

/** Any text somebody or something may put into a field: numbers in every dress, choices, lists and rubbish. */
export const typedInto = (input: Input): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(input.default) },
    { weight: 5, arbitrary: dressed },
    { weight: 2, arbitrary: rubbish },
    ...(input.kind === 'choice'
      ? [{ weight: 8, arbitrary: fc.constantFrom(...Object.keys(input.options)) }]
      : []),
    ...(input.kind === 'list'
      ? [
          {
            weight: 8,
            arbitrary: fc
              .array(number, { minLength: input.length, maxLength: input.length })
              .map((l) => l.join()),
          },
        ]
      : []),
  );

/** Any state of a tool, rows of any width included. */
export function anyState(tool: ToolDefinition): fc.Arbitrary<ToolState> {
  const fields = fc.record(
    Object.fromEntries(Object.entries(tool.inputs).map(([key, input]) => [key, typedInto(input)])),
  );
  const columns = Object.values(tool.rows?.columns ?? {});
  const row = fc.tuple(...columns.map(typedInto));
  const ragged = fc.array(rubbish, { maxLength: columns.length + 2 });
  const rows = tool.rows
    ? fc.array(fc.oneof({ weight: 4, arbitrary: row }, ragged), { maxLength: 5 })
    : fc.constant([]);
  return fc.record({ fields, rows }) as fc.Arbitrary<ToolState>;
}
