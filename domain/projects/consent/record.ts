// What the project knows of its residents' consent (二(三)1–3): eligibility, willingness, body, plan, ballot on the plan.
import type { PlainDate } from '../../calendar/plain-date.ts';
import { Fault } from '../../errors.ts';
import type { Category } from '../../policy/parameters/local.ts';
import type { BodyKind } from '../../policy/rules/application.ts';
import type { EligibilityVerdict } from '../../policy/rules/eligibility.ts';
import type { PrintedFunding } from '../../policy/rules/funding.ts';
import type { BodyFacts } from '../../policy/rules/representative-body.ts';
import type { Project } from '../project.ts';

export interface EligibilityRecord {
  readonly verdict: EligibilityVerdict;
  /** Excluded in principle only: the leading group may decide otherwise (E-05). */
  readonly overridable: boolean;
  /** Codes of what was left to a person's decision, `HAZARD_UNKNOWN`. */
  readonly open: readonly string[];
  /** A named party decided that the neighbourhood is included all the same. */
  readonly included: boolean;
  /** Earlier renovations under this programme (一(二)2 “一次改造、长期保持”). */
  readonly renovatedBefore: number;
}

export interface Tally {
  readonly passed: boolean;
  readonly heldOn: PlainDate;
  /** SHA-256 of the votes in the vault. */
  readonly votes: string;
  readonly households: Counted<number>;
  /** ㎡ of exclusive parts, two decimals. */
  readonly area: Counted<string>;
}

export interface Counted<Quantity> {
  readonly total: Quantity;
  readonly agreed: Quantity;
  readonly required: Quantity;
  readonly missing: Quantity;
}

/** A question put to all owners of one frozen roll. */
export interface Ballot {
  readonly rollHash: string;
  readonly openedOn: PlainDate;
  readonly tally?: Tally;
}

export interface RenovationPlan {
  readonly version: number;
  /** SHA-256 of the plan (P1). */
  readonly document: string;
  /** Direct construction cost by category, yuan. */
  readonly direct: Readonly<Record<Category, string>>;
  readonly otherCosts: string;
  readonly contingency: string;
  /** Building area by property right, ㎡ (F-09). */
  readonly titleArea: string;
  readonly funding: PlanFunding;
  readonly publishedOn?: PlainDate;
}

/** The estimate that owners vote on, yuan: T, S, T − S, G, E and S + E (F-03 to F-08). */
export type PlanFunding = PrintedFunding;

export interface ConsentRecord {
  readonly eligibility?: EligibilityRecord;
  readonly willingness?: Ballot;
  readonly body?: { readonly kind: BodyKind; readonly coCreation: boolean; readonly formedOn: PlainDate };
  /** The last plan handed in; while a revision is being drawn up, the one before. */
  readonly plan?: RenovationPlan;
  /** The ballot on exactly this version of the plan. */
  readonly planBallot?: Ballot & { readonly planVersion: number };
}

export const NO_CONSENT: ConsentRecord = {};

/** In by the rules, or by a named decision where they leave one; the last survey or re-check counts. */
export const isEligible = ({ eligibility }: ConsentRecord): boolean =>
  eligibility?.verdict === 'CORE' || eligibility?.included === true;

export const bodyFacts = ({ body, willingness }: ConsentRecord): BodyFacts => ({
  body: body?.kind,
  willingnessPassed: willingness?.tally?.passed === true,
});

/** From DESIGN_READY on there is one. */
export function currentPlan({ projectId, consent }: Pick<Project, 'projectId' | 'consent'>): RenovationPlan {
  if (consent.plan === undefined) throw new Fault('CORRUPT', `${projectId} has no plan`);
  return consent.plan;
}

/** The day of the ballot that approved the plan; from PLAN_APPROVED on there is one. */
export function approvedOn({ projectId, consent }: Pick<Project, 'projectId' | 'consent'>): PlainDate {
  const tally = consent.planBallot?.tally;
  if (tally?.passed !== true) throw new Fault('CORRUPT', `${projectId} has no approved plan`);
  return tally.heldOn;
}
