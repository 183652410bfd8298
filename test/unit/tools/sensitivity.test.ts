import { describe, expect, it } from 'vitest';
import { defaultState, loadTool, sensitivity } from '#logic';

describe('敏感度', () => {
  it('moves each input by a tenth and ranks by effect', async () => {
    const tool = await loadTool('gmv');
    const found = sensitivity(tool, defaultState(tool), 'gmv');
    expect(found?.base.text).toBe('¥98,000.00');
    // a product moves by a tenth whichever factor does
    expect(found?.effects.map(({ key, low, high }) => [key, low.text, high.text])).toEqual([
      ['uv', '¥88,200.00', '¥107,800.00'],
      ['cvr', '¥88,200.00', '¥107,800.00'],
      ['aov', '¥88,200.00', '¥107,800.00'],
    ]);
  });

  it('leaves out inputs without effect', async () => {
    const tool = await loadTool('gmv');
    expect(sensitivity(tool, defaultState(tool), 'uvValue')?.effects.map(({ key }) => key)).toEqual([
      'cvr',
      'aov',
    ]);
  });

  it('gives percentages in percent', async () => {
    const tool = await loadTool('roas');
    const found = sensitivity(tool, defaultState(tool), 'keepRate');
    expect(found?.base.value).toBe(37.5);
    // margin 40.5 %: 0.405 × 0.85 − 0.15 × 0.05 = 33.675 %
    expect(found?.effects[0]).toMatchObject({ key: 'marginRate', low: { value: 33.675 } });
  });

  it('rounds what cannot be split, and leaves out what then stays as it is', async () => {
    const tool = await loadTool('promo-stack');
    const given = { listPrice: '100', qty: '2', itemType: 'none', redPacket: '0' };
    const found = sensitivity(tool, { fields: { ...defaultState(tool).fields, ...given }, rows: [] }, 'pay');
    // 1.8 and 2.2 pieces are 2
    expect(found?.effects.map(({ key, low, high }) => [key, low.text, high.text])).toEqual([
      ['listPrice', '¥180.00', '¥220.00'],
    ]);
    const more = { ...given, qty: '5' };
    const five = sensitivity(tool, { fields: { ...defaultState(tool).fields, ...more }, rows: [] }, 'pay');
    // 4.5 and 5.5 pieces are 5 and 6: the price moves more
    expect(five?.effects.map(({ key, low, high }) => [key, low.text, high.text])).toEqual([
      ['listPrice', '¥450.00', '¥550.00'],
      ['qty', '¥500.00', '¥600.00'],
    ]);
  });

  it('stops where the range of a field ends, and says where', async () => {
    const tool = await loadTool('live');
    const state = defaultState(tool);
    Object.assign(state.fields, { views: '100', clickRate: '95', cvr: '10', aov: '10' });
    const effect = sensitivity(tool, state, 'clicks')?.effects.find(({ key }) => key === 'clickRate');
    // 95 % of 100 is 95; a tenth less is 85.5, a tenth more would be 104.5 %
    expect(effect).toMatchObject({
      low: { value: 85.5, text: '85.5次' },
      high: { value: 100, text: '100次', until: '100%' },
      span: 14.5,
    });
    expect(effect?.low.until).toBeUndefined();
    // what is refused itself is not reached
    const reorder = await loadTool('reorder');
    const level = sensitivity(reorder, defaultState(reorder), 'z')?.effects[0];
    // quantiles of the normal distribution at 85.5 % and 99.99 %: 1.0581, 3.7190 (R: qnorm)
    expect(level).toMatchObject({ key: 'serviceLevel', high: { until: '99.99%' } });
    expect(level?.low.value).toBeCloseTo(1.0581, 4);
    expect(level?.high.value).toBeCloseTo(3.719, 4);
  });

  it('ranks by how far the result goes, on one side or on both, and shows where it goes lost', async () => {
    const tool = await loadTool('break-even');
    const found = sensitivity(
      tool,
      { fields: { fixedCost: '1000', price: '100', variableCost: '95', units: '0' }, rows: [] },
      'beUnits',
    );
    // 1000 ÷ 5 = 200; at 110 it is 1000 ÷ 15 → 67, at 90 nothing is left; at 85.5 1000 ÷ 14.5 → 69, at 104.5 nothing
    expect(found?.base).toEqual({ value: 200, text: '200件' });
    expect(found?.effects).toMatchObject([
      { key: 'price', low: { value: null, text: '—' }, high: { value: 67 }, span: 133 },
      { key: 'variableCost', low: { value: 69 }, high: { value: null, text: '—' }, span: 131 },
      { key: 'fixedCost', low: { value: 180 }, high: { value: 220 }, span: 40 },
    ]);
  });

  it('has no result where the move makes another field wrong', async () => {
    const ladder = await loadTool('price-ladder');
    const check = { when: 'midMax < lowMax', field: 'midMax', says: '中价档的上限不能比低价档的低' };
    const rows = ['90', '97', '100'].map((price) => ['商品', price, '1']);
    const state = { fields: { lowMax: '95', midMax: '99' }, rows };
    const found = sensitivity({ ...ladder, checks: [check] }, state, 'lowCount');
    // up to 85.5 there is none; 104.5 is above the 中价档, which is then an error. 中价档 itself does not matter here.
    expect(found?.effects).toMatchObject([
      { key: 'lowMax', low: { value: 0 }, high: { value: null, text: '—' } },
    ]);
  });

  it('counts an effect that goes the same way on both sides', async () => {
    // 每满300减50 on one piece of 330: 280 paid; at 297 it is 297, at 363 313
    const tool = await loadTool('promo-stack');
    const given = { qty: '1', itemType: 'none', crossThreshold: '300', redPacket: '0', listPrice: '330' };
    const found = sensitivity(tool, { fields: { ...defaultState(tool).fields, ...given }, rows: [] }, 'pay');
    expect(found?.effects[0]).toMatchObject({
      key: 'listPrice',
      low: { value: 297 },
      high: { value: 313 },
      span: 33,
    });
  });

  it('leaves out choices, years and months, and results in words and dates', async () => {
    const { loadTools, isNumber } = await import('#logic');
    for (const tool of await loadTools()) {
      for (const [key, { unit }] of Object.entries(tool.results)) {
        const found = sensitivity(tool, defaultState(tool), key);
        if (unit === 'word' || unit === 'date') expect(found, `${tool.id}.${key}`).toBeUndefined();
        for (const effect of found?.effects ?? []) {
          const input = tool.inputs[effect.key]!;
          expect(isNumber(input) && input.unit !== 'ordinal', `${tool.id}.${effect.key}`).toBe(true);
        }
        const spans = found?.effects.map(({ span }) => span) ?? [];
        expect(
          [...spans].sort((a, b) => b - a),
          `${tool.id}.${key}`,
        ).toEqual(spans);
      }
    }
  });

  it('says nothing when the result does not exist', async () => {
    const tool = await loadTool('gmv');
    expect(sensitivity(tool, { fields: { uv: '', cvr: '', aov: '' }, rows: [] }, 'gmv')).toBeUndefined();
  });
});
