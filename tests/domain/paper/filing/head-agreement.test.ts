// The head of a page against its code: misread letters pass, another title or another neighbourhood does not.
import { describe, expect, it } from 'vitest';
import { checkHead, headAgrees } from '../../../../domain/paper/filing/head-agreement.ts';

const F2 = '瓯园小区改造方案居民意见签字表\n1幢1单元';

describe('the head of a page', () => {
  it('agrees with its code', () => {
    expect(checkHead(F2, 'F2', '瓯园小区')).toEqual([]);
  });

  it('agrees although a machine misread a letter of the neighbourhood', () => {
    expect(checkHead('顾园小区改造方案居民意见签字表', 'F2', '瓯园小区')).toEqual([]);
    expect(checkHead('园小区改造方案居民意见签字表', 'F2', '瓯园小区')).toEqual([]);
  });

  it('agrees although letters of the title are faint', () => {
    expect(checkHead('瓯园小区改造方案居民意见答字表', 'F2', '瓯园小区')).toEqual([]);
  });

  it('differs when it is the title of another paper', () => {
    expect(checkHead(F2, 'F1', '瓯园小区')).toEqual(['TITLE_DIFFERS']);
  });

  it('differs when it names another neighbourhood', () => {
    expect(checkHead(F2, 'F2', '东海小区')).toEqual(['NEIGHBOURHOOD_DIFFERS']);
  });

  it('takes the name of the programme for no neighbourhood', () => {
    expect(checkHead('瓯园小区老旧小区改造项目现场检查记录', 'SI1', '瓯园小区')).toEqual([]);
    expect(checkHead('东海小区老旧小区改造项目现场检查记录', 'SI1', '瓯园小区')).toEqual(['NEIGHBOURHOOD_DIFFERS']);
    expect(checkHead('老旧小区改造调查摸底及资格认定表', 'E1', '瓯园小区')).toEqual([]);
  });

  it('need not be read on once it says what its code does', () => {
    expect(headAgrees('瓯园小区改造方案居民意见签字表', 'F2', '瓯园小区')).toBe(true);
    expect(headAgrees('改造方案居民意见签字表', 'F2', '瓯园小区')).toBe(false);
    expect(headAgrees('现场检查记录', 'SI1', '瓯园小区')).toBe(true);
  });

  it('only notes that it cannot be read', () => {
    expect(checkHead('', 'F2', '瓯园小区')).toEqual(['HEAD_UNREADABLE']);
    expect(checkHead('1幢1单元\n序号房号', 'F2', '瓯园小区')).toEqual(['HEAD_UNREADABLE']);
  });
});
