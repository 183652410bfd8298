import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decimal } from '#logic/number/decimal.ts';
import type { Input } from '#logic/tools/define.ts';
import { readField } from '#logic/tools/field.ts';
import { CellReader, EMPTY, LONG, OK, WRONG } from '#logic/tools/columns/cells.ts';
import { Fraction } from '../fraction.ts';
import { typedInto } from '../tools/typed.ts';

fc.configureGlobal({ seed: 20_261_126 });

const named = { label: '数', default: '' };
const inputs: Input[] = [
  { ...named, unit: 'money' },
  { ...named, unit: 'money', signed: true },
  { ...named, unit: 'percent' },
  { ...named, unit: 'percent', max: '300' },
  { ...named, unit: 'percent', min: '50', aboveMin: true, belowMax: true },
  { ...named, unit: 'count' },
  { ...named, unit: 'count', min: '1' },
  { ...named, unit: 'ordinal', min: '1', max: '12' },
  { ...named, unit: 'number', aboveMin: true, max: '10' },
  { ...named, unit: 'ratio', min: '1', max: '5' },
  { ...named, unit: 'number', min: '0.5' },
  { ...named, unit: 'date', kind: 'date' },
];

/** Texts made of what numbers are made of: most are nearly right. */
const pieces = fc
  .array(
    fc.constantFrom(
      '0',
      '1',
      '9',
      '12',
      '000',
      '100',
      '123',
      '50',
      ',',
      '.',
      ' ',
      '-',
      '¥',
      '%',
      '元',
      '万',
      '１',
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));
const atBounds = fc.constantFrom(
  ...[
    '0',
    '0.0',
    '1',
    '10',
    '12',
    '13',
    '50',
    '100',
    '100.00',
    '300',
    '300.1',
    '1000000000000',
    '1000000000000.0',
  ],
  ...[
    '1,000,000,000,000',
    '1,000',
    '1,00',
    '10,00.5',
    '1000,000',
    ',100',
    '1,',
    '1,.5',
    '.',
    '.5',
    '5.',
    '1.2.3',
  ],
  ...['2026-11-22', '2026年2月30日', '999999999999999', '1000000000000.00000001'],
);

test.each(inputs)('a cell reads as the field does: $unit $min $max', (input) => {
  const reader = new CellReader(input);
  fc.assert(
    fc.property(fc.oneof(pieces, atBounds, typedInto(input)), (text) => {
      const state = reader.read(text);
      const field = readField(input, text);
      if (field.state !== 'ok') {
        expect(state).toBe(field.state === 'empty' ? EMPTY : WRONG);
        if (field.state === 'error') expect(reader.says).toBe(field.says);
        return;
      }
      expect([OK, LONG]).toContain(state);
      const digits = state === LONG ? reader.whole : BigInt(reader.over);
      expect(state === LONG || Number.isSafeInteger(reader.over)).toBe(true);
      const value = Fraction.of((field.value as Decimal).toFixed());
      expect(new Fraction(digits, 10n ** BigInt(reader.places)).cmp(value)).toBe(0);
    }),
    { numRuns: 3000 },
  );
});
