// A project in any state from step 4 on, and acts done to it in memory: decision and fold, as the ledger would have them.
import { type Instant, plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import type { Act } from '../../../../domain/projects/act.ts';
import type { PlanFunding } from '../../../../domain/projects/consent/record.ts';
import { newProject, type Project } from '../../../../domain/projects/project.ts';
import type { State } from '../../../../domain/projects/states.ts';
import { type Did, decideAndApply } from '../decide-and-apply.ts';

export const PAPER = 'a'.repeat(64);
export const STREET = { role: 'STREET', id: 'person-1', unit: '330302001' } as const;
export const FINANCE = { role: 'FINANCE', id: 'person-2', unit: 'FINANCE' } as const;

/** 10:00 in Wenzhou. */
export const at = (day: string): Instant => `${day}T02:00:00.000Z` as Instant;

/** Vector V4 of the rules: 5 775 000 yuan in all, 10 000 ㎡. */
export const V4: PlanFunding = {
  total: '5775000.00',
  selfRaised: '924000.00',
  subsidyBase: '4851000.00',
  subsidy: '4000000.00',
  excess: '851000.00',
  residents: '1775000.00',
};

/** Vector V1: only mandatory items, nothing to raise. */
export const V1: PlanFunding = {
  total: '3465000.00',
  selfRaised: '0.00',
  subsidyBase: '3465000.00',
  subsidy: '3465000.00',
  excess: '0.00',
  residents: '0.00',
};

export function projectIn(state: State, funding: PlanFunding = V4, projectId = '330302-2026-0001'): Project {
  const empty = newProject({
    projectId,
    neighbourhood: { name: '月季小区', code: '330302001003-01', community: '330302001003', street: '330302001' },
    pack: 'lucheng-2020-21',
    openedAt: at('2026-01-05'),
    head: { seq: 1, hash: 'b'.repeat(64) },
  });
  return {
    ...empty,
    state,
    since: at('2026-03-02'),
    consent: {
      ...empty.consent,
      body: { kind: 'OWNERS_COMMITTEE', coCreation: false, formedOn: plainDateOf('2026-01-20') },
      plan: {
        version: 1,
        document: PAPER,
        direct: { MANDATORY: '2000000.00', BASIC: '1500000.00', IMPROVEMENT: '1000000.00', UPGRADE: '500000.00' },
        otherCosts: '500000.00',
        contingency: '275000.00',
        titleArea: '10000.00',
        funding,
      },
    },
    publicity: { ...empty.publicity, endsOn: plainDateOf('2026-02-27') },
  };
}

/** By the street; a refusal comes back as it is. */
export const perform = <Input, Facts, Result>(
  act: Act<string, Input, Facts, Result>,
  project: Project,
  input: unknown,
  facts: Facts,
  moment: Instant = at('2026-03-09'),
): Did<Result> => decideAndApply(act, project, { input, facts, actor: STREET, at: moment });

/** The same where a refusal would be a mistake of the test. */
export function did<Input, Facts, Result>(...args: Parameters<typeof perform<Input, Facts, Result>>) {
  const done = perform(...args);
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.refusal)}`);
  return done;
}

/** What a refused act says: code and, sorted, the fields or findings behind it. */
export function refusalOf<Input, Facts, Result>(...args: Parameters<typeof perform<Input, Facts, Result>>) {
  const done = perform(...args);
  if (done.ok) throw new Error(`granted: ${done.outcome}`);
  const { code, fields = [], findings = [] } = done.refusal;
  return { code, names: [...fields.map(({ path }) => path), ...findings.map((finding) => finding.code)].toSorted() };
}
