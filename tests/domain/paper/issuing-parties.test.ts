// Who issues which paper: somebody for every kind that goes out, and never those who only look or only receive.
import { describe, expect, it } from 'vitest';
import { issuersOf } from '../../../domain/paper/issuing-parties.ts';
import { officeOf, seriesOf } from '../../../domain/paper/offices.ts';
import { PAPER_CONTENTS, type TypesetCode } from '../../../domain/paper/paper-contents.ts';

const KINDS = Object.keys(PAPER_CONTENTS) as TypesetCode[];

describe('the parties that issue papers', () => {
  it.each(KINDS)('are known for %s', (kind) => {
    expect(issuersOf(kind).length).toBeGreaterThan(0);
    for (const role of ['AUDIT', 'OPERATOR', 'RESIDENT', 'SYSTEM'] as const)
      expect(issuersOf(kind)).not.toContain(role);
  });

  it('let a bureau approve and a street ask, not the other way round', () => {
    expect(issuersOf('A2')).toEqual(['DRB']);
    expect(issuersOf('X1')).toEqual(['STREET']);
    expect(issuersOf('X2')).toContain('RENOVATION_OFFICE');
    expect(issuersOf('A3O')).toContain('FIRE');
  });
});

describe('the offices of the district', () => {
  it('number their papers in series of their own, and forms not at all', () => {
    expect(seriesOf('A3', officeOf('RENOVATION_OFFICE', 'RENOVATION_OFFICE'))).toBe('鹿旧改办纪要');
    expect(seriesOf('X1', officeOf('STREET', '330302001'))).toBe('五马街办');
    expect(seriesOf('F2', officeOf('BODY', '330302001001-01'))).toBeUndefined();
  });

  it('call a town by its government and a street by its office', () => {
    expect(officeOf('STREET', '330302013').name).toBe('藤桥镇人民政府');
    expect(officeOf('STREET', '330302001').name).toBe('五马街道办事处');
  });
});
