import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { resolveGiven } from '../../src/records/shops.ts';
import type { Parameter } from '../../src/schemas/parameters.ts';
import { parametersSchema } from '../../src/schemas/parameters.ts';

/*
 * The dated facts of the course. A fee without a value says 留空 in its text: tools start with an empty field there.
 * A value with confidence low is an editable starting value, so it has no text a page could print as a fact.
 */
const folder = new URL('../../content/parameters/', import.meta.url);
const topics = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const raw: unknown = parse(readFileSync(new URL(file, folder), 'utf8'));
    return { file, ...parametersSchema.parse(raw) };
  });
const all = topics.flatMap(({ file, parameters }) => parameters.map((parameter) => ({ file, ...parameter })));
const of = (kind: Parameter['kind']): typeof all => all.filter((parameter) => parameter.kind === kind);

/** What the calculators start from: published ids with their values, confidences included. */
const presets: Record<string, [value: string, confidence: Parameter['confidence']]> = {
  tb_base: ['0.6', 'high'],
  tm_comm: ['5', 'medium'],
  tb_comm: ['0', 'high'],
  dy_comm: ['5', 'medium'],
  dy_card: ['0.6', 'low'],
  ks_comm: ['5', 'low'],
  pdd_base: ['0.6', 'medium'],
  jd_trade: ['0.6', 'high'],
  jd_comm: ['6', 'medium'],
  xhs_comm: ['5', 'low'],
  wx_comm: ['3', 'low'],
  amz_ref: ['15', 'high'],
  amz_plan: ['39.99', 'high'],
  amz_fba: ['5', 'medium'],
  tts_us: ['6', 'high'],
  tts_uk: ['9', 'medium'],
  tts_eu: ['9', 'medium'],
  temu_full: ['0', 'medium'],
  shein_mkt: ['10', 'low'],
  kol_comm: ['20', 'low'],
  ship: ['4', 'low'],
  ins: ['0.8', 'low'],
  refund: ['20', 'low'],
  ret_loss: ['3', 'low'],
  vat_small: ['1', 'medium'],
  vat_gen: ['13', 'high'],
  eu_duty: ['3', 'high'],
};

test('every topic of the course is there', () => {
  const expected = [
    'fees.yaml',
    'figures.yaml',
    'laws.yaml',
    'names.yaml',
    'platform-rules.yaml',
    'rules-of-thumb.yaml',
  ];
  expect(topics.map(({ file }) => file).sort()).toEqual(expected);
});

test('ids are unique over all files', () => {
  const ids = all.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the presets of the calculators keep their ids, values and confidence', () => {
  const found = Object.fromEntries(
    of('fee').flatMap(({ id, value, confidence }) =>
      value === undefined ? [] : [[id, [value, confidence]]],
    ),
  );
  expect(found).toEqual(presets);
});

describe.each(all)('$file $id', (parameter) => {
  const { kind, value, unit, range, base, text, hint, asOf, confidence } = parameter;

  test('is dated, and not after 2026', () => {
    expect(asOf.slice(0, 7) <= '2026-12').toBe(true);
    const [, month = '01', day = '01'] = asOf.split('-');
    expect(Number(month)).toBeGreaterThanOrEqual(1);
    expect(Number(month)).toBeLessThanOrEqual(12);
    expect(Number(day)).toBeGreaterThanOrEqual(1);
    expect(Number(day)).toBeLessThanOrEqual(31);
  });

  test('has what its kind needs', () => {
    if (value !== undefined) expect(Number.isFinite(Number(value)) && Number(value) >= 0, 'value').toBe(true);
    if (kind === 'fee') {
      expect(hint, 'hint').toBeDefined();
      if (value === undefined) expect(text).toMatch(/留空|为准/);
      else expect([unit, range, base], 'unit, range, base').not.toContain(undefined);
    } else expect(text, 'text').toBeDefined();
    if (kind === 'rule-of-thumb') expect([value, unit, hint], 'value, unit, hint').not.toContain(undefined);
    if (kind === 'figure') expect([value, base], 'value, base').not.toContain(undefined);
    if (kind === 'law') expect(parameter.source).toMatch(/《.+》/);
    if (kind === 'name') expect(parameter.platform, 'platform').toBeDefined();
  });

  test('prints no low-confidence value as a fact, and no text that contradicts its value', () => {
    if (confidence === 'low') expect(text).toBeUndefined();
    else if (kind === 'fee' && value !== undefined) expect(text).toContain(value);
  });

  test('is written the way readers read: full stop, no hand-typed spaces beside Han, no source codes', () => {
    for (const words of [text, hint].filter((part) => part !== undefined)) {
      expect(words).toMatch(/[。”]$/);
      expect(words).not.toMatch(/\p{Script=Han} +[\w\p{Script=Han}]|[\w] +\p{Script=Han}/u);
      expect(words).not.toMatch(/[\p{Script=Han}][,;:?!()]/u);
    }
    expect(`${parameter.source}${text ?? ''}`).not.toMatch(/\b[SDF]\d{2,3}\b/);
  });
});

test('a former name is never also a present one', () => {
  const present = new Set(of('name').map(({ name }) => name));
  for (const { id, former = [] } of of('name')) {
    for (const old of former) expect(present.has(old), `${id}: ${old}`).toBe(false);
  }
});

test('an example takes a rate from here by its id', () => {
  expect(resolveGiven('@fee.tb_base')).toBe('0.6');
  expect(() => resolveGiven('@fee.deposit'), 'it has no value').toThrow('deposit');
  expect(() => resolveGiven('@fee.nowhere')).toThrow('nowhere');
});
