import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestWindow, excerptOf, markUp, worthOfTitle } from '../../../src/logic/search/index.ts';

const show = (text: string, marks: string[]): string =>
  markUp(text, marks)
    .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
    .join('');

describe('marks', () => {
  it('join where pairs overlap', () => {
    expect(show('看点击率和点击', ['点击', '击率'])).toBe('看[点击率]和[点击]');
  });
  it('find Latin words whatever their case, from their beginning', () => {
    expect(show('ROI和proi、ROI8', ['roi'])).toBe('[ROI]和proi、[ROI]8');
  });
  it('leave single characters alone: they would mark half the text', () => {
    expect(show('退了退', ['退'])).toBe('退了退');
  });
  it('keep every character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 3 })), (text, marks) => {
        expect(
          markUp(text, marks)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('excerpts', () => {
  const text = `${'先说别的事情。'.repeat(20)}退货率怎么降？先看退货原因。${'后面还有很多话。'.repeat(20)}`;

  it('show where most of the query stands, from the start of its sentence', () => {
    const said = excerptOf(text, ['退货', '货率', '原因'], 40)
      .map((part) => part.text)
      .join('');
    expect(said.startsWith('…退货率怎么降？先看退货原因。')).toBe(true);
    expect(said.endsWith('…')).toBe(true);
  });
  it('start at the beginning when nothing is found in the text', () => {
    expect(excerptOf('短的一句话', ['没有'], 40)).toEqual([{ text: '短的一句话', marked: false }]);
    expect(bestWindow(text, ['没有'], 40)).toEqual({ from: 0, to: 40, worth: 0 });
  });
  it('go back a little where no sentence begins nearby', () => {
    const long = `${'长'.repeat(100)}退货率${'长'.repeat(100)}`;
    const { from } = bestWindow(long, ['退货', '货率'], 40);
    expect(from).toBe(90);
  });
  it('prefer a window with more of the query over an earlier one', () => {
    const { from } = bestWindow(`退货。${'别的话。'.repeat(30)}退货和退款。`, ['退货', '退款'], 30);
    expect(from).toBeGreaterThan(100);
  });
});

describe('headings', () => {
  it('are worth the different marks they have, and a little for a long stretch', () => {
    expect(worthOfTitle('保本投产比自己算', ['保本', '投产', '产比'])).toBeGreaterThan(3);
    expect(worthOfTitle('保本保本', ['保本', '投产'])).toBeLessThan(2);
    expect(worthOfTitle('', ['保本'])).toBe(0);
  });
});
