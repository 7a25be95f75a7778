// The annual round: who is in it, in which order the budget goes, what the others wait for, and what if.
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { decimalOf } from '../../../domain/money/money.ts';
import { emptyProgramme, type Programme } from '../../../domain/programme/programme-ledger.ts';
import { decidePlace, decidePlaceInput, membershipOf } from '../../../domain/programme/rounds.ts';
import { allocate, waitingList } from '../../../domain/programme/waiting-list.ts';
import { asThingsStand, whatIf } from '../../../domain/programme/what-if.ts';
import { V4 } from '../projects/funding/step-four.ts';
import { doAct, fundedOn, neighbourhoodIn, PAPER } from './neighbourhoods.ts';

const BEFORE = emptyProgramme('2025');
const closing = (day: string): Programme => ({
  ...emptyProgramme('2026'),
  round: { closesOn: plainDateOf(day), notice: PAPER, seq: 1 },
});
const applied = (day: string) =>
  doAct(neighbourhoodIn('DESIGN_READY'), 'STREET', 'apply-for-round', { year: '2026', application: PAPER }, day);
const place = (decision: string, more: object = {}) =>
  decidePlaceInput.parse({ projectId: '330302-2026-0001', decision, reason: '民生急需', document: PAPER, ...more });
const withPlace = (programme: Programme, decided: ReturnType<typeof place>): Programme => ({
  ...programme,
  places: new Map([[decided.projectId, { ...decided, seq: 2 }]]),
});
const codeOf = (outcome: ReturnType<typeof decidePlace>) => (outcome.ok ? 'granted' : outcome.refusal.code);

describe('a place in the round', () => {
  it('is had by an application up to the closing day, and later by decision only', () => {
    const programme = closing('2026-03-09');
    expect(membershipOf('2026', applied('2026-03-09'), programme, BEFORE)?.as).toBe('APPLIED');
    const late = applied('2026-03-10');
    expect(membershipOf('2026', late, programme, BEFORE)?.as).toBe('LATE');
    const added = place('SUPPLEMENT');
    expect(codeOf(decidePlace(programme, BEFORE, late, added))).toBe('granted');
    expect(membershipOf('2026', late, withPlace(programme, added), BEFORE)).toMatchObject({
      as: 'SUPPLEMENTED',
      decision: { programmeYear: '2026', seq: 2 },
    });
    expect(codeOf(decidePlace(withPlace(programme, added), BEFORE, late, added))).toBe('NOT_NOW');
  });

  it('goes over to a later year by decision, unless its money is reserved', () => {
    const programme = closing('2026-03-31');
    const project = applied('2026-03-09');
    const carried = place('CARRY_OVER', { toYear: '2027' });
    expect(codeOf(decidePlace(programme, BEFORE, project, carried))).toBe('granted');
    expect(codeOf(decidePlace(programme, BEFORE, project, place('CARRY_OVER')))).toBe('MALFORMED');
    const year2026 = withPlace(programme, carried);
    expect(membershipOf('2026', project, year2026, BEFORE)?.as).toBe('CARRIED_OUT');
    expect(membershipOf('2027', project, emptyProgramme('2027'), year2026)?.as).toBe('CARRIED_IN');
    const reserved = {
      ...project,
      funding: { ...project.funding, reservation: { budgetYear: '2026', amount: '4000000.00', seq: 3 } },
    };
    expect(codeOf(decidePlace(programme, BEFORE, reserved, carried))).toBe('NOT_NOW');
  });

  it('is not given to a neighbourhood without a body', () => {
    const project = neighbourhoodIn('CONSULTING');
    const { body: _, ...consent } = project.consent;
    expect(codeOf(decidePlace(closing('2026-03-01'), BEFORE, { ...project, consent }, place('SUPPLEMENT')))).toBe(
      'GATE_SHUT',
    );
  });
});

describe('the budget in the order of the queue', () => {
  const queue = ['3000000.00', '2000000.00', '500000.00'].map((subsidy, index) => ({
    projectId: `330302-2026-000${index + 1}`,
    subsidy,
  }));

  it('fits to the fen', () => {
    expect(allocate(queue, decimalOf('5500000')).map(({ fits }) => fits)).toEqual([true, true, true]);
    expect(allocate(queue, decimalOf('5499999.99')).map(({ fits, shortage }) => [fits, shortage])).toEqual([
      [true, '0.00'],
      [true, '0.00'],
      [false, '0.01'],
    ]);
  });

  it('lets no cheaper project pass an earlier one', () => {
    expect(allocate(queue, decimalOf('3500000')).map(({ fits }) => fits)).toEqual([true, false, false]);
  });
});

describe('the waiting list', () => {
  const first = fundedOn('2026-03-03', { serial: '0002' });
  const second = fundedOn('2026-03-04', { serial: '0001' });
  const behind = neighbourhoodIn('PLAN_PUBLISHED', { serial: '0003' });

  it('names everything that would have to happen, in the order of the procedure', () => {
    const [, , waiting] = waitingList([behind, second, first], decimalOf('8000000'));
    expect(waiting?.conditions.map(({ code, amount }) => [code, amount])).toEqual([
      ['BALLOT', undefined],
      ['PUBLICITY', undefined],
      ['APPLICATION', undefined],
      ['ACCOUNT', undefined],
      ['OWN_MONEY', '1775000.00'],
      ['BUDGET', '4000000.00'],
    ]);
    expect(waiting?.rank).toBeUndefined();
  });

  it('ranks those whose own money was first complete, and tells by how much the budget falls short', () => {
    const list = waitingList([second, first], decimalOf('7999999.99'));
    expect(list.map(({ projectId, rank, fits }) => [projectId.slice(-4), rank, fits])).toEqual([
      ['0002', 1, true],
      ['0001', 2, false],
    ]);
    expect(list[1]?.conditions).toMatchObject([{ code: 'BUDGET', amount: '0.01' }]);
  });
});

/** Below the cap: nothing in excess. */
const CHEAPER = { ...V4, subsidyBase: '3465000.00', subsidy: '3465000.00', excess: '0.00', residents: '924000.00' };

describe('what if', () => {
  const projects = [
    fundedOn('2026-03-03', { serial: '0001' }),
    fundedOn('2026-03-04', { serial: '0002', funding: CHEAPER }),
  ];
  const year = { budget: decimalOf('5000000'), reserved: decimalOf('500000') };

  it('supposes another budget and leaves the real one as it is', () => {
    expect(asThingsStand(projects, year)).toMatchObject({ left: '4500000.00', taken: '4000000.00' });
    const supposed = whatIf(projects, year, { budget: '7965000' });
    expect(supposed).toMatchObject({ ok: true, value: { left: '7465000.00', taken: '7465000.00' } });
    expect(asThingsStand(projects, year)).toMatchObject({ left: '4500000.00', taken: '4000000.00' });
  });

  it('supposes another order', () => {
    const order = ['330302-2026-0002'];
    const supposed = whatIf(projects, year, { order });
    expect(supposed.ok && supposed.value.queue.map(({ projectId, fits }) => [projectId.slice(-4), fits])).toEqual([
      ['0002', true],
      ['0001', false],
    ]);
    expect(whatIf(projects, year, { order: ['330302-2026-0009'] })).toMatchObject({
      ok: false,
      refusal: { fields: [{ path: '/order/0' }] },
    });
  });

  it('takes a project out of the queue whose residents would have to pay more under a lower cap', () => {
    const supposed = whatIf(projects, year, { cap: '300' });
    expect(supposed.ok && supposed.value.queue[0]).toMatchObject({
      subsidy: '3000000.00',
      residents: '2775000.00',
      missing: '1000000.00',
      fits: false,
    });
  });
});
