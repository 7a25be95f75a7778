// The catalogue is whole, and people's words for a paper lead to its kind.
import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_CODES,
  DOCUMENT_KINDS,
  documentKind,
  filedAs,
  findDocumentKind,
} from '../../../domain/paper/catalogue.ts';

describe('the catalogue of document kinds', () => {
  it('has exactly one kind for each of the 72 codes, in the same order', () => {
    expect(DOCUMENT_CODES).toHaveLength(72);
    expect(DOCUMENT_KINDS.map(({ code }) => code)).toEqual([...DOCUMENT_CODES]);
  });

  it('tells who makes and signs the signature form and how long it is kept', () => {
    expect(documentKind('F2')).toMatchObject({
      title: { zh: '×××小区改造方案居民意见签字表' },
      step: 3,
      madeBy: 'BODY',
      signedBy: expect.arrayContaining(['OWNER']),
      retention: '30年',
    });
  });

  it('files the notice of step 4 as the notice of step 3', () => {
    expect(filedAs('M2')).toBe('F3');
    expect(findDocumentKind('M2')?.code).toBe('F3');
    expect(findDocumentKind('×××小区改造业主意见公示书')?.code).toBe('F3');
    expect(filedAs('F3')).toBe('F3');
  });

  it.each([
    ['f2', 'F2'],
    [' 《×××小区改造方案居民意见签字表》 ', 'F2'],
    ['改造方案居民意见签字表', 'F2'],
    ['委托书', 'F2P'],
    ['可研批复', 'A1'],
  ])('finds the kind that people call %s', (written, code) => {
    expect(findDocumentKind(written)?.code).toBe(code);
  });

  it('finds no kind for words that name none', () => {
    expect(findDocumentKind('购房合同')).toBeUndefined();
  });
});
