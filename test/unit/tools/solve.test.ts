import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, defaultState, loadTool, run, solve, type Solution, type ToolDefinition } from '#logic';

const found = (solution: Solution): string[] => {
  if (solution.kind !== 'found') throw new Error(`expected an answer, got ${JSON.stringify(solution)}`);
  return solution.answers.map(({ typed }) => typed);
};
const solveFrom = (tool: ToolDefinition, result: string, input: string, target: string): Solution =>
  solve(tool, defaultState(tool), result, input, decimal(target));

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
    // below 200 nothing is taken off, from 200 on 30: paying 160 is reached twice (160 and … no: 190 < 200), so only at 160
    expect(found(solve(tool, state, 'pay', 'listPrice', decimal('160')))).toContain('160');
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
