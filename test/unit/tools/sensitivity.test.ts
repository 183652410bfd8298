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

  it('says nothing when the result does not exist', async () => {
    const tool = await loadTool('gmv');
    expect(sensitivity(tool, { fields: { uv: '', cvr: '', aov: '' }, rows: [] }, 'gmv')).toBeUndefined();
  });
});
