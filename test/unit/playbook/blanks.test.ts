import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blanksOf, fill, piecesOf, UNFILLED } from '#logic';

describe('blanks of a customer reply', () => {
  it('splits text at its blanks and keeps their order', () => {
    expect(piecesOf('{昵称}您好，{商品}有货。')).toEqual([
      { kind: 'blank', name: '昵称' },
      { kind: 'text', text: '您好，' },
      { kind: 'blank', name: '商品' },
      { kind: 'text', text: '有货。' },
    ]);
  });

  it('names each blank once', () => {
    expect(blanksOf('{码}偏小就换{码}，{快递}上门。')).toEqual(['码', '快递']);
  });

  it('fills what is known and names what is empty', () => {
    expect(fill('{昵称}您好，{快递}今天发。', { 昵称: '小林', 快递: ' ' })).toEqual({
      text: `小林您好，${UNFILLED}今天发。`,
      empty: ['快递'],
    });
  });

  it('leaves a brace without a partner alone', () => {
    expect(fill('价格{还没定', {})).toEqual({ text: '价格{还没定', empty: [] });
  });

  it('is not fooled by names every object has', () => {
    expect(fill('{constructor}', {})).toEqual({ text: UNFILLED, empty: ['constructor'] });
  });

  it('never lets a raw blank through, whatever is typed', () => {
    const typed = fc.string().filter((text) => !text.includes('{'));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('甲', '乙'), typed), (values) => {
        expect(fill('甲{甲}乙{乙}', values).text).not.toContain('{');
      }),
    );
  });
});
