import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isView,
  onSide,
  pairOf,
  readView,
  toggled,
  writeView,
} from '../../../src/logic/playbook/platform-view.ts';

const table = { platforms: ['taobao', 'douyin', 'pdd', 'jd'], aspects: ['traffic', 'fees', 'fit'] };
const all = { platforms: [], aspects: [] };

describe('what stands behind # says what is shown', () => {
  test.each([
    ['a=jd&b=pdd&show=fees', ['jd', 'pdd'], ['fees']],
    ['#b=pdd', ['pdd'], []],
    ['?a=jd&from=groupmessage', ['jd'], []],
    ['a=jd&b=jd&more=pdd,jd', ['jd', 'pdd'], []],
    ['show=fit,traffic,none', [], ['traffic', 'fit']],
    ['a=nobody&show=', [], []],
    ['a=%E4%&b=taobao', ['taobao'], []],
    ['a=__proto__&show=constructor', [], []],
    ['', [], []],
  ])('%s', (text, platforms, aspects) => {
    expect(readView(text, table)).toEqual({ platforms, aspects });
  });

  test.each([
    [all, ''],
    [{ platforms: ['jd'], aspects: [] }, 'a=jd'],
    [{ platforms: ['taobao', 'douyin'], aspects: ['fees'] }, 'a=taobao&b=douyin&show=fees'],
    [{ platforms: ['jd', 'pdd', 'taobao', 'douyin'], aspects: [] }, 'a=jd&b=pdd&more=taobao,douyin'],
    [{ platforms: [], aspects: ['traffic', 'fit'] }, 'show=traffic,fit'],
  ])('%j is written as %s', (view, text) => {
    expect(writeView(view)).toBe(text);
    expect(readView(text, table)).toEqual(view);
  });

  test('an anchor or somebody else’s keys are no view', () => {
    expect(['choose', '_top', 'uv=500', '', '?from=x'].map(isView)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(['a=jd', '?show=fees', '#more=', 'b=nobody'].map(isView)).toEqual([true, true, true, true]);
  });

  test('whatever stands there, only what exists is shown, each once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { platforms, aspects } = readView(`a=${text}&more=${text},jd&show=${text}`, table);
        expect(new Set(platforms).size).toBe(platforms.length);
        for (const id of platforms) expect(table.platforms).toContain(id);
        for (const id of aspects) expect(table.aspects).toContain(id);
      }),
    );
  });
});

describe('two side by side', () => {
  test.each([
    [[], ['taobao', 'douyin']],
    [['jd'], ['jd', 'taobao']],
    [['taobao'], ['taobao', 'douyin']],
    [
      ['jd', 'pdd', 'taobao'],
      ['jd', 'pdd'],
    ],
  ])('of %j stand %j', (platforms, pair) => {
    expect(pairOf({ platforms, aspects: [] }, table)).toEqual(pair);
  });

  test('another one comes to one side and the other stays', () => {
    expect(onSide({ platforms: [], aspects: ['fees'] }, table, 0, 'jd')).toEqual({
      platforms: ['jd', 'douyin'],
      aspects: ['fees'],
    });
    expect(onSide(all, table, 1, 'pdd').platforms).toEqual(['taobao', 'pdd']);
  });

  test('the one that stands on the other side changes places', () => {
    expect(onSide({ platforms: ['jd', 'pdd'], aspects: [] }, table, 0, 'pdd').platforms).toEqual([
      'pdd',
      'jd',
    ]);
    expect(onSide({ platforms: ['jd', 'pdd'], aspects: [] }, table, 1, 'jd').platforms).toEqual([
      'pdd',
      'jd',
    ]);
  });
});

test('a list with one more or one fewer keeps the order of the table', () => {
  expect(toggled(['jd', 'taobao'], 'douyin', table.platforms)).toEqual(['taobao', 'douyin', 'jd']);
  expect(toggled(['taobao', 'jd'], 'taobao', table.platforms)).toEqual(['jd']);
});
