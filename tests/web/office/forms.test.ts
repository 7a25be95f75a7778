// Forms made from the schemas of acts: what is asked, what is sent, and facts that travel in an address.
import { describe, expect, it } from 'vitest';
import { ACTS } from '../../../domain/projects/acts.ts';
import { actForms } from '../../../web/acts/act-tables.ts';
import { filledIn, schemaFor } from '../../../web/acts/draft.ts';
import { draftOf, queryOf } from '../../../web/acts/facts-in-address.ts';
import { actsAhead } from '../../../web/acts/not-yet.ts';
import { prefill } from '../../../web/acts/prefill.ts';
import type { ProjectView } from '../../../web/api/project-view.ts';

const forms = actForms();
const PAPER = 'a'.repeat(64);

describe('the form of an act', () => {
  it('asks for a reason only when the opinion is not to approve', () => {
    const schema = forms['give-review-opinion'];
    expect(Object.keys(schemaFor(schema, { opinion: 'APPROVE' }).properties ?? {})).toEqual(['opinion', 'sheet']);
    expect(schemaFor(schema, { opinion: 'RETURN' }).required).toContain('reason');
    expect(Object.keys(schemaFor(schema, undefined).properties ?? {})).toEqual(['opinion']);
  });

  it('offers every value of alternatives that no field tells apart', () => {
    const units = forms['record-acceptance'].properties?.units?.items ?? {};
    expect(schemaFor(units, {}).properties?.result?.enum).toEqual(['PASS', 'FAIL', 'NOT_INVOLVED']);
  });

  it('sends what its act accepts, without what was left empty', () => {
    const schema = forms['record-acceptance'];
    const kinds = ['SURVEY', 'DESIGN', 'CONSTRUCTION', 'SUPERVISION', 'DEPARTMENT'];
    const sent = filledIn(schema, {
      acceptedOn: '2026-08-18',
      report: PAPER,
      units: kinds.map((kind) => ({ kind, result: 'PASS' })),
      warranty: { agreedYears: { WATERPROOFING: '6', ELECTRICAL: '' }, otherYears: '' },
    });
    expect(sent).toMatchObject({ warranty: { agreedYears: { WATERPROOFING: 6 } } });
    expect(ACTS['record-acceptance'].input.safeParse(sent).success).toBe(true);
  });

  it('leaves out groups and lists that nobody filled in', () => {
    const sent = filledIn(forms['submit-application'], { application: PAPER, otherMaterials: [], notice: ' ' });
    expect(sent).toEqual({ application: PAPER });
  });

  it('begins with today, and with what the project knows', () => {
    // Only these records are looked at.
    const project = {
      consent: { plan: { version: 3 } },
      publicity: { objections: [], places: [] },
      approvals: {},
    } as unknown as ProjectView;
    expect(prefill(forms['publish-plan'], project, '2026-10-12')).toEqual({
      publishedOn: '2026-10-12',
      planVersion: 3,
    });
  });
});

describe('what comes later', () => {
  it('is taken from the table of who may do what, the nearest first', () => {
    expect(actsAhead('STREET', 'ACCOUNT_OPENED')).toEqual([
      'confirm-project',
      'report-project',
      'choose-delivery-mode',
    ]);
    expect(actsAhead('PRINCIPAL_LEADER', 'FUNDED')).toEqual(['consent-start']);
    expect(actsAhead('ARCHIVES', 'OWNER_MAINTENANCE')).toEqual([]);
  });
});

describe('facts in an address', () => {
  const facts = {
    heldOn: '2026-06-14',
    contracts: [
      { type: 'WORKS', amount: '14200000.00' },
      { type: 'SERVICES', amount: '380000.00' },
    ],
    inDemolitionPlan: false,
    direct: { mandatory: '6200000.00' },
  };

  it('come back as they went', () => {
    expect(draftOf(new URLSearchParams(queryOf(facts).toString()))).toEqual(facts);
  });

  it('are none where the address only chooses a language', () => {
    expect(draftOf(new URLSearchParams('lang=en'))).toBeUndefined();
  });
});
