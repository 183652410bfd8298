import { describe, expect, test } from 'vitest';
import { stepsOf } from '#logic/tools/explain.ts';
import { output } from '#logic/tools/output.ts';
import { toView } from '#logic/tools/view.ts';
import { stateOf, toolNamed, tools } from './support.ts';

describe.each(tools)('$id', (tool) => {
  test('what stands in the page is plain data: the same after JSON', () => {
    const view = toView(tool);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(view.fields.map(({ key }) => key)).toEqual(Object.keys(tool.inputs));
    expect(view.initial.output).toEqual(output(tool, stateOf(tool)));
  });

  test('steps stay out of the results, every result has its texts', () => {
    const { results, initial } = toView(tool);
    for (const { key } of results) {
      expect(tool.results[key]?.step).toBeUndefined();
      expect(initial.output.results[key]?.text).toBeTruthy();
    }
  });
});

test('fields carry what a form needs: unit, suffix, options, presets, help, optional', () => {
  const field = (id: string, key: string) => toView(toolNamed(id)).fields.find((each) => each.key === key);
  expect(field('gmv', 'cvr')).toMatchObject({ kind: 'number', unit: 'percent' });
  expect(field('gmv', 'uv')).toMatchObject({ suffix: '人' });
  expect(field('promo-stack', 'basis')).toMatchObject({
    kind: 'choice',
    options: { parallel: '都按单品优惠后' },
  });
  expect(Object.keys(field('target', 'weights')?.presets ?? {})).toEqual(['平均', '618+双11']);
  expect(field('page-health', 'baseDepth')).toMatchObject({ optional: true, suffix: '页' });
});

test('errors, missing results and rows come out as texts', () => {
  const gmv = output(toolNamed('gmv'), stateOf(toolNamed('gmv'), { uv: '很多' }));
  expect(gmv.errors).toEqual({ uv: '请填数字，例如1200、1,200或1.2万' });
  expect(gmv.results['gmv']).toMatchObject({ machine: '', text: '—', why: '先改好「访客数」' });
  expect(gmv.results['uvValue']).toMatchObject({ machine: '9.8', text: '¥9.80' });
  const keyword = output(
    toolNamed('keyword'),
    stateOf(toolNamed('keyword'), {}, [
      ['词', '1', '0'],
      ['词', 'x', '5'],
    ]),
  );
  expect(keyword.rows[0]?.results['multiple']).toMatchObject({
    machine: '',
    why: expect.stringContaining('在线商品数是0') as string,
  });
  expect(keyword.rows[1]?.errors).toHaveProperty('searches');
  expect(stepsOf(toolNamed('keyword'), stateOf(toolNamed('keyword')))).toMatchObject([
    { key: 'multiple', formula: '日搜索人气 ÷ 在线商品数' },
  ]);
  const health = output(toolNamed('page-health'), stateOf(toolNamed('page-health')));
  expect(health.results['overall']).toMatchObject({ machine: 'pass', text: '及格', tone: 'caution' });
});
