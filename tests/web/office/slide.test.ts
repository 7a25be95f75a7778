// The slider beside a field of a calculation: whole steps, exact figures, and nothing done to what was typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMOUNT_PATTERN } from '../../../domain/money/money.ts';
import { calculatorForms } from '../../../web/acts/act-tables.ts';
import type { FormSchema } from '../../../web/acts/form-schema.ts';
import { hasSlider, placeOn, stepsOn, textAt, trackOf } from '../../../web/office/calculators/slide.ts';

const FORMS: Readonly<Record<string, FormSchema>> = calculatorForms();
const fieldsOf = (schema: FormSchema | undefined): FormSchema['properties'] & object => schema?.properties ?? {};
const TOTALS = fieldsOf(fieldsOf(FORMS.ballot).totals);
const MONEY = fieldsOf(FORMS.settlement).paid ?? {};
const COUNT = TOTALS.households ?? {};

/** Every field of a form that has a slider, by the way to it. */
function sliding(schema: FormSchema, way = ''): readonly string[] {
  const fields = Object.entries(fieldsOf(schema));
  const siblings = fields.map(([name]) => name);
  return fields.flatMap(([name, field]) => [
    ...(hasSlider(field, name, siblings) ? [`${way}${name}`] : []),
    ...sliding(field.items ?? field, `${way}${name}.`),
  ]);
}

describe('a slider', () => {
  it('stands beside every number of a calculation, but for the areas of single units and buildings', () => {
    expect(Object.fromEntries(Object.entries(FORMS).map(([name, form]) => [name, sliding(form)]))).toEqual({
      ballot: ['totals.households', 'totals.householdsAgreed', 'totals.area', 'totals.areaAgreed'],
      funding: [
        ...['mandatory', 'basic', 'improvement', 'upgrade'].map((name) => `direct.${name}`),
        ...['otherCosts', 'contingency', 'areaByPropertyRight', 'excluded.cost'],
      ],
      settlement: [
        'paid',
        ...['mandatory', 'basic', 'improvement', 'upgrade'].map((name) => `final.direct.${name}`),
        ...['otherCosts', 'contingency', 'areaByPropertyRight', 'excluded.cost'].map((name) => `final.${name}`),
      ],
      publicity: ['workingDays'],
      eligibility: ['completionYear', 'buildings.completionYear'],
      tender: ['fiscal', 'total', 'contracts.amount'],
    });
  });

  it('writes only figures that the calculation takes, whatever was typed before', () => {
    const typed = fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 15n }).map((fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, fc.double({ min: 0, max: 1, noNaN: true }), (value, part) => {
        const track = trackOf(MONEY, 'paid', value, {});
        const text = textAt(track, Math.round(part * stepsOn(track)));
        expect(text).toMatch(AMOUNT_PATTERN);
        expect(textAt(track, placeOn(track, text))).toBe(text);
      }),
    );
  });

  it('goes by whole steps through the figure of a large amount, which stands in its first half', () => {
    const track = trackOf(MONEY, 'paid', '6200000.00', {});
    expect([textAt(track, 0), textAt(track, 1), textAt(track, stepsOn(track))]).toEqual([
      '0.00',
      '100000.00',
      '20000000.00',
    ]);
    expect(textAt(track, placeOn(track, '6200000.00'))).toBe('6200000.00');
  });

  it('only shows where a figure between two steps stands: the field keeps its fen', () => {
    const track = trackOf(MONEY, 'paid', '6245678.91', {});
    expect(placeOn(track, '6245678.91')).toBe(placeOn(track, '6200000.00'));
  });

  it('of what agrees ends at the very whole that stands beside it', () => {
    const around = { households: '338', area: '28800.07' };
    const households = trackOf(COUNT, 'householdsAgreed', '225', around);
    expect([textAt(households, placeOn(households, '225')), textAt(households, stepsOn(households))]).toEqual([
      '225',
      '338',
    ]);
    const area = trackOf(TOTALS.areaAgreed ?? {}, 'areaAgreed', '19350.00', around);
    expect(textAt(area, stepsOn(area))).toBe('28800.07');
  });

  it('keeps its length while it is slid, and grows when more is typed', () => {
    const { most } = trackOf(MONEY, 'paid', '6200000.00', {});
    expect(trackOf(MONEY, 'paid', '100.00', {}, most).most).toBe(most);
    expect(trackOf(MONEY, 'paid', '90000000.00', {}, most).most).toBeGreaterThan(most);
  });

  it('chooses among all working days that may be asked for', () => {
    const track = trackOf(fieldsOf(FORMS.publicity).workingDays ?? {}, 'workingDays', '5', {});
    expect([textAt(track, 0), textAt(track, placeOn(track, '5')), textAt(track, stepsOn(track))]).toEqual([
      '1',
      '5',
      '60',
    ]);
  });
});
