import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, defaultState, loadTool, run, solve, type Solution, type ToolDefinition } from '#logic';

const found = (solution: Solution): string[] => {
  if (solution.kind !== 'found') throw new Error(`expected an answer, got ${JSON.stringify(solution)}`);
  return solution.answers.map(({ typed }) => typed);
};
const solveFrom = (
  tool: ToolDefinition,
  result: string,
  input: string,
  target: string,
  given: Record<string, string> = {},
): Solution => {
  const { fields, rows } = defaultState(tool);
  return solve(tool, { fields: { ...fields, ...given }, rows }, result, input, decimal(target));
};

describe('反推', () => {
  it('isolates an input that appears once', async () => {
    // 98000 ÷ (3.5% × 280) = 10000
    expect(found(solveFrom(await loadTool('gmv'), 'gmv', 'uv', '98000'))).toEqual(['10000']);
    // 126000 ÷ (10000 × 280) = 4.5%
    expect(found(solveFrom(await loadTool('gmv'), 'gmv', 'cvr', '126000'))).toEqual(['4.5']);
  });

  it('solves for an input that appears several times, exactly', async () => {
    // keepRate = 0.45·(1−r) − r·0.05 = 0.45 − 0.5r; for 0.4, r = 10 %
    expect(found(solveFrom(await loadTool('roas'), 'keepRate', 'refundRate', '0.4'))).toEqual(['10']);
    // breakEvenRoas 2.5 is keepRate 0.4 again
    expect(found(solveFrom(await loadTool('roas'), 'breakEvenRoas', 'refundRate', '2.5'))).toEqual(['10']);
  });

  it('offers the whole numbers around when only whole ones make sense', async () => {
    // 100000 ÷ 9.8 = 10204.08…
    const solution = solveFrom(await loadTool('gmv'), 'gmv', 'uv', '100000');
    expect(solution.kind).toBe('nearest');
    if (solution.kind === 'nearest') {
      expect(solution.answers.map(({ typed }) => typed)).toEqual(['10204', '10205']);
      // 10204 × 9.8 and 10205 × 9.8
      expect(solution.answers.map(({ gives }) => gives)).toEqual(['¥99,999.20', '¥100,009.00']);
    }
  });

  it('says so when the target lies beyond the allowed range, and offers the end', async () => {
    // 100 % conversion is 2,800,000
    const solution = solveFrom(await loadTool('gmv'), 'gmv', 'cvr', '5000000');
    expect(solution.kind).toBe('nearest');
    if (solution.kind === 'nearest') expect(solution.answers[0]?.typed).toBe('100');
  });

  it('says so when the input has no effect', async () => {
    expect(solveFrom(await loadTool('gmv'), 'uvValue', 'uv', '3').kind).toBe('none');
  });

  it('finds prices under 满减, where the paid amount jumps', async () => {
    const tool = await loadTool('promo-stack');
    const state = defaultState(tool);
    // one piece, no item discount, 每满 300 减 50
    Object.assign(state.fields, {
      qty: '1',
      itemType: 'none',
      crossThreshold: '300',
      crossOff: '50',
      crossRepeat: 'yes',
    });
    const solution = solve(tool, state, 'pay', 'listPrice', decimal('260'));
    // by brute force over whole yuan: 260 (below the threshold) and 310 (310 − 50)
    const pays = (price: number): number => price - Math.floor(price / 300) * 50;
    const wanted = Array.from({ length: 600 }, (_, price) => price).filter((price) => pays(price) === 260);
    expect(wanted).toEqual([260, 310]);
    for (const typed of found(solution)) expect(wanted).toContain(Number(typed));
  });

  it('says what comes nearest when a jump leaps over the target', async () => {
    const tool = await loadTool('promo-stack');
    const state = defaultState(tool);
    Object.assign(state.fields, {
      qty: '1',
      itemType: 'none',
      crossThreshold: '0',
      storeThreshold: '200',
      storeOff: '30',
      storeRepeat: 'no',
      redPacket: '0',
    });
    // Below 200 nothing is taken off, from 200 on 30: 160 is paid at 160 alone (at 190 it is 190), 180 at 180 and at 210.
    expect(found(solve(tool, state, 'pay', 'listPrice', decimal('160')))).toEqual(['160']);
    expect(found(solve(tool, state, 'pay', 'listPrice', decimal('180')))).toEqual(['180', '210']);
  });

  it('names a stretch of values that all do', async () => {
    // ceil(30000 ÷ (price − 110)) = 500 for 499 < 30000 ÷ (price − 110) ≤ 500: price from 170 to below 170.1202…
    const solution = solveFrom(await loadTool('break-even'), 'beUnits', 'price', '500');
    expect(solution).toEqual({
      kind: 'found',
      // ¥179 stands there: of the stretch the end next to it
      answers: [{ typed: '170.12', text: '¥170到¥170.12', range: ['170', '170.12'], gives: '500件' }],
      more: false,
    });
  });

  it('knows which end of a step belongs to it', async () => {
    // 40 × 30 × height ÷ 6000 = height ÷ 5 kg; ¥12 is three steps over the first kg: more than 3 kg, up to 4
    const solution = solveFrom(await loadTool('shipping'), 'fee', 'height', '12', { height: '30' });
    expect(solution).toMatchObject({ kind: 'found', more: false });
    expect(solution.kind === 'found' && solution.answers).toMatchObject([
      { typed: '20', text: '15.01厘米到20厘米', range: ['15.01', '20'], gives: '¥12.00' },
    ]);
  });

  it('keeps a value that already gives the target', async () => {
    const solution = solveFrom(await loadTool('shipping'), 'fee', 'height', '12', { height: '17.5' });
    expect(found(solution)).toEqual(['17.5']);
  });

  it('says when a stretch has no end', async () => {
    // Two pieces at 8.5折 of 299 come to 508.30: no 满减 where its threshold is 0, or above that.
    const solution = solveFrom(await loadTool('promo-stack'), 'pay', 'crossThreshold', '508.3');
    expect(solution.kind === 'found' && solution.answers.map(({ text }) => text)).toEqual([
      '¥0',
      '¥508.31以上',
    ]);
  });

  it('names the three nearest of many answers and says there are more', async () => {
    // 每满300减300: the price of one piece is paid modulo 300; ¥299 stands there.
    const solution = solveFrom(await loadTool('promo-stack'), 'pay', 'listPrice', '100', {
      qty: '1',
      itemType: 'none',
      crossThreshold: '300',
      crossOff: '300',
      crossRepeat: 'yes',
    });
    expect(found(solution)).toEqual(['100', '400', '700']);
    expect(solution).toMatchObject({ more: true });
  });

  it('keeps answers apart between which others do not', async () => {
    // 1200000 ÷ 12 ÷ 30 in the months of 30 days; it is March
    const target = decimal(100000).div(30).toFixed();
    const solution = solveFrom(await loadTool('target'), 'dailyTarget', 'month', target);
    expect(solution).toMatchObject({ more: true });
    expect(found(solution)).toEqual(['4', '6', '9']);
  });

  it('offers both sides where prices are whole fen', async () => {
    // Three pieces at 33.33 are 99.99, at 33.34 100.02.
    const given = { qty: '3', itemType: 'none', redPacket: '0', crossThreshold: '0' };
    const solution = solveFrom(await loadTool('promo-stack'), 'pay', 'listPrice', '100', given);
    expect(solution).toMatchObject({
      kind: 'nearest',
      answers: [
        { typed: '33.33', gives: '¥99.99' },
        { typed: '33.34', gives: '¥100.02' },
      ],
    });
  });

  it('does not offer a value that makes a field wrong', async () => {
    // March has 31 days: nothing after the 31st, where 1200000 ÷ 12 is expected.
    const beyond = solveFrom(await loadTool('target'), 'expected', 'asOfDay', '200000');
    expect(beyond).toMatchObject({ kind: 'nearest', answers: [{ typed: '31', gives: '¥100,000.00' }] });
    // More than 10 is no 折.
    const zhe = solveFrom(await loadTool('promo-stack'), 'pay', 'itemValue', '700');
    expect(zhe).toMatchObject({ kind: 'nearest', answers: [{ typed: '10', gives: '¥598.00' }] });
  });

  it('does not offer a value that makes another field wrong, though the result does not rest on that', async () => {
    const ladder = await loadTool('price-ladder');
    const check = { when: 'midMax < lowMax', field: 'midMax', says: '中价档的上限不能比低价档的低' };
    const rows = ['90', '97', '100'].map((price) => ['商品', price, '1']);
    const state = { fields: { lowMax: '95', midMax: '99' }, rows };
    const asked = (target: string, checks = [check]): Solution =>
      solve({ ...ladder, checks }, state, 'lowCount', 'lowMax', decimal(target));
    // two of them from 97 on, up to where the 中价档 ends; all three from 100 on
    expect(asked('2')).toMatchObject({ kind: 'found', answers: [{ range: ['97', '99'] }] });
    expect(asked('3')).toMatchObject({ kind: 'nearest', answers: [{ range: ['97', '99'], gives: '2款' }] });
    expect(asked('3', [])).toMatchObject({ kind: 'found', answers: [{ text: '¥100以上' }] });
  });

  it('respects a bound that is itself refused', async () => {
    // z × σ with σ² = 7 × 144 + 1600 = 2608; 95 % is refused at 100 % and 50 %
    const reorder = await loadTool('reorder');
    const most = solveFrom(reorder, 'safetyStock', 'serviceLevel', '1000000');
    expect(most.kind).toBe('nearest');
    for (const { typed } of most.kind === 'nearest' ? most.answers : [])
      expect(Number(typed)).toBeLessThan(100);
    const least = solveFrom(reorder, 'safetyStock', 'serviceLevel', '0');
    expect(least.kind).toBe('nearest');
    for (const { typed } of least.kind === 'nearest' ? least.answers : [])
      expect(Number(typed)).toBeGreaterThan(50);
  });

  it('says so where nothing comes out whatever is typed', async () => {
    const solution = solveFrom(await loadTool('gmv'), 'gmv', 'uv', '98000', { cvr: '' });
    expect(solution).toEqual({ kind: 'none', says: '改「访客数」也算不出这个结果，先看别的数填好没有。' });
  });

  it('says so where the result is the same whatever is typed, as it rests on the input in name alone', async () => {
    // gpm = gmv ÷ views × 1000, and gmv grows as views do
    const live = await loadTool('live');
    expect(solveFrom(live, 'gpm', 'views', '500')).toEqual({
      kind: 'none',
      says: '改「观看次数」不影响这个结果。',
    });
    // no store coupon: its face value does not matter
    const stack = await loadTool('promo-stack');
    expect(solveFrom(stack, 'pay', 'storeOff', '400').kind).toBe('none');
  });

  it('sees through a table of two hundred rows', async () => {
    const tool = await loadTool('price-ladder');
    // prices 10, 13 … 607: below 100.01 lie 10 + 3k for k = 0 … 30
    const rows = Array.from({ length: 200 }, (_, k) => [`商品${k}`, String(10 + 3 * k), '1']);
    const solution = solve(
      tool,
      { fields: { lowMax: '50', midMax: '900' }, rows },
      'lowCount',
      'lowMax',
      decimal(31),
    );
    expect(solution).toMatchObject({ kind: 'found', answers: [{ range: ['100', '102.99'] }], more: false });
  });

  it('gives back the input it came from, wherever the formula allows', async () => {
    const gmv = await loadTool('gmv');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 9999 }), (uv, cents) => {
        const state = { fields: { uv: String(uv), cvr: '2.5', aov: String(cents / 100) }, rows: [] };
        const outcome = run(gmv, state).results['gmv'];
        if (!outcome?.exists || typeof outcome.value === 'string') throw new Error('no result');
        expect(
          found(solve(gmv, { ...state, fields: { ...state.fields, aov: '1' } }, 'gmv', 'aov', outcome.value)),
        ).toEqual([decimal(cents).div(100).toFixed()]);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws and never offers a value outside the range, for any pair of any tool', async () => {
    const { loadTools, isNumber } = await import('#logic');
    for (const tool of await loadTools()) {
      const inputs = Object.entries(tool.inputs).filter(([, input]) => isNumber(input));
      const results = Object.entries(tool.results).filter(([, { step, unit }]) => !step && unit !== 'word');
      for (const [input] of inputs) {
        for (const [result] of results) {
          for (const target of ['0', '123.45']) {
            const solution = solve(tool, defaultState(tool), result, input, decimal(target));
            if (solution.kind === 'none') continue;
            for (const { typed } of solution.answers) {
              const again = run(tool, {
                ...defaultState(tool),
                fields: { ...defaultState(tool).fields, [input]: typed },
              });
              expect(again.fields[input]?.state, `${tool.id} ${input}=${typed}`).not.toBe('error');
            }
          }
        }
      }
    }
  }, 60_000);
});
