// Utilities, handover, management and the end of the warranties (二(三)8–9).
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { accepted, did, PAPER, play, refusalOf, TODAY, told } from './building-site.ts';

const WATER = { kind: 'WATER', acceptedOn: TODAY, unitResult: 'PASS', employerResult: 'PASS', record: PAPER };
const HANDOVER = { handedOverOn: TODAY, handovers: [{ receiver: 'OWNERS_COMMITTEE', list: PAPER }] };
const COMPANY = { mode: 'PROPERTY_COMPANY', propertyManagedBefore: false };

const handedOver = () => play(accepted(), [['STREET', 'hand-over', HANDOVER]]);
const inWarranty = () => play(handedOver(), [['STREET', 'set-management-mode', COMPANY]]);

describe('a shared facility', () => {
  it('goes to its unit when both have accepted it', () => {
    const { project, outcome, codes } = did(accepted(), 'UTILITY', 'transfer-utility', WATER);
    expect([outcome, codes]).toEqual(['transferred', ['OWNERS_DECISION_ADVISED']]);
    expect(project.works.utilities).toEqual({ WATER: TODAY });
    expect(refusalOf(project, 'STREET', 'transfer-utility', WATER).code).toBe('NOT_NOW');
  });

  it.each([{ unitResult: 'FAIL' }, { employerResult: 'FAIL' }])(
    'stays where it is when one of them has not: %o',
    (result) => {
      const { project, outcome } = did(accepted(), 'STREET', 'transfer-utility', { ...WATER, ...result });
      expect(outcome).toBe('not-accepted');
      expect(project.works.utilities).toEqual({});
    },
  );

  it('needs no warning with the owners’ decision', () => {
    const decided = { ...WATER, ownersDecision: PAPER };
    expect(did(accepted(), 'UTILITY', 'transfer-utility', decided).codes).toEqual([]);
  });
});

describe('the handover', () => {
  it('goes to committee, group or unit, each with its list', () => {
    const both = { ...HANDOVER, handovers: [...HANDOVER.handovers, { receiver: 'SPECIALISED_UNIT', list: PAPER }] };
    const { project, outcome } = did(accepted(), 'STREET', 'hand-over', both);
    expect([outcome, project.state]).toEqual(['handed-over', 'HANDED_OVER']);
    expect(told(project, 'hand-over')).toBe('handed-over');
    expect(() => did(accepted(), 'STREET', 'hand-over', { ...HANDOVER, handovers: [] })).toThrow(z.ZodError);
  });

  it('warns of special lines whose upkeep nobody has arranged', () => {
    const specialLines = [
      { line: 'SPONGE_CITY', upkeepArranged: false },
      { line: 'FIVE_G', upkeepArranged: true },
    ];
    expect(did(accepted(), 'STREET', 'hand-over', { ...HANDOVER, specialLines }).codes).toEqual(['UPKEEP_OPEN']);
  });

  it('leads into the warranty at once where the management is settled already', () => {
    const managed = play(accepted(), [['STREET', 'set-management-mode', COMPANY]]);
    expect(managed.state).toBe('ACCEPTED');
    expect(did(managed, 'STREET', 'hand-over', HANDOVER).project.state).toBe('IN_WARRANTY');
  });

  it('is not earlier than the acceptance', () => {
    expect(refusalOf(accepted(), 'STREET', 'hand-over', { ...HANDOVER, handedOverOn: '2026-03-08' }).names).toEqual([
      '/handedOverOn',
    ]);
  });
});

describe('the management', () => {
  it('by a property company leads from the handover into the warranty', () => {
    expect(inWarranty().state).toBe('IN_WARRANTY');
    expect(told(inWarranty(), 'set-management-mode')).toBe('set');
  });

  it('by the owners or the community needs a reason', () => {
    const alone = { mode: 'SELF_MANAGEMENT', propertyManagedBefore: false };
    expect(refusalOf(handedOver(), 'STREET', 'set-management-mode', alone)).toMatchObject({
      code: 'GATE_SHUT',
      names: ['REASON_MISSING'],
    });
    const reasoned = { ...alone, mode: 'COMMUNITY', reason: '户数少，物业公司不愿承接' };
    expect(did(handedOver(), 'STREET', 'set-management-mode', reasoned).outcome).toBe('set');
  });
});

describe('the end of a warranty', () => {
  it('comes the day after its last day', () => {
    expect(refusalOf(inWarranty(), 'SYSTEM', 'end-warranty', {}, '2028-03-09').code).toBe('NOT_NOW');
    const { project, outcome, findings } = did(inWarranty(), 'SYSTEM', 'end-warranty', {}, '2028-03-10');
    expect([outcome, project.state]).toEqual(['part-ended', 'IN_WARRANTY']);
    expect(findings.map(({ facts }) => facts.part)).toEqual(['ELECTRICAL', 'PLUMBING', 'EQUIPMENT', 'FINISHING']);
  });

  it('of the last part leaves the maintenance to the owners', () => {
    const twoYears = did(inWarranty(), 'SYSTEM', 'end-warranty', {}, '2028-03-10').project;
    expect(refusalOf(twoYears, 'SYSTEM', 'end-warranty', {}, '2031-03-09').code).toBe('NOT_NOW');
    const { project, outcome } = did(twoYears, 'SYSTEM', 'end-warranty', {}, '2031-03-10');
    expect([outcome, project.state]).toEqual(['ended', 'OWNER_MAINTENANCE']);
  });

  it('does not close a project without management', () => {
    const { management: _, ...works } = inWarranty().works;
    expect(refusalOf({ ...inWarranty(), works }, 'SYSTEM', 'end-warranty', {}, '2031-03-10').names).toEqual([
      'NO_MANAGEMENT_MODE',
    ]);
  });
});
