// What has arrived on the account against what the approved plan asks of the residents, and what that does to the project.
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';
import { Fault } from '../../errors.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { assessArrival } from '../../policy/rules/arrival.ts';
import type { RenovationPlan } from '../consent/record.ts';
import { moveTo, type Project } from '../project.ts';
import type { ArrivalFigures, FundingRecord } from './record.ts';

/** What is on the account after an act. */
export interface Credit extends Pick<FundingRecord, 'credited' | 'byChannel' | 'lastCreditedOn'> {
  readonly arrival: ArrivalFigures;
}

/** No project comes to step 4 without a plan. */
export function approvedPlanOf({ projectId, consent }: Project): RenovationPlan {
  if (consent.plan === undefined) throw new Fault('CORRUPT', `project ${projectId} has no plan`);
  return consent.plan;
}

export function assessCredit(
  project: Project,
  credited: string,
  on: PlainDate,
  pack: RulePack,
): { readonly arrival: ArrivalFigures; readonly findings: readonly Finding[] } {
  const { selfRaised, excess } = approvedPlanOf(project).funding;
  const { funded, required, missing, arrivalRate, findings } = assessArrival(
    { selfRaised: decimalOf(selfRaised), excess: decimalOf(excess), credited: decimalOf(credited) },
    on,
    pack,
  );
  const arrival = {
    selfRaised,
    excess,
    required: printAmount(required),
    missing: printAmount(missing),
    arrivalRate,
    funded,
  };
  return { arrival, findings };
}

/** Reaching 100 % is dated once; falling below it loses the place in the queue (I-04). */
export function withCredit(project: Project, credit: Credit, at: Instant): Project {
  const { lastCreditedOn: _lastCreditedOn, reachedAt, ...funding } = project.funding;
  const { funded } = credit.arrival;
  return moveTo(
    { ...project, funding: { ...funding, ...credit, ...(funded && { reachedAt: reachedAt ?? at }) } },
    funded ? 'FUNDED' : 'ACCOUNT_OPENED',
    at,
  );
}
