// The head of a page against its code: misread letters pass, another title or another neighbourhood does not.
import { describe, expect, it } from 'vitest';
import { checkHead } from '../../../../domain/paper/filing/head-agreement.ts';

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

  it('only notes that it cannot be read', () => {
    expect(checkHead('', 'F2', '瓯园小区')).toEqual(['HEAD_UNREADABLE']);
    expect(checkHead('1幢1单元\n序号房号', 'F2', '瓯园小区')).toEqual(['HEAD_UNREADABLE']);
  });
});
