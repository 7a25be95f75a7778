// What if: another cap, another budget, another order. Everything is computed on a copy; nothing real is touched.
import type { Decimal } from 'decimal.js';
import * as z from 'zod';
import { projectIdSchema } from '../api.ts';
import { type FieldProblem, granted, type Outcome } from '../errors.ts';
import { decimalOf, printAmount, roundToFen } from '../money/money.ts';
import { amountInput, fieldsRefused } from '../projects/act-input.ts';
import type { PlanFunding, RenovationPlan } from '../projects/consent/record.ts';
import { rankProjects } from '../projects/funding/priority-queue.ts';
import type { Project } from '../projects/project.ts';
import { allocate, type Turn } from './waiting-list.ts';

export const whatIfInput = z.strictObject({
  /** Of the whole year, yuan. */
  budget: amountInput.optional(),
  /** Yuan of subsidy per ㎡ of building area by property right. */
  cap: amountInput.optional(),
  /** Projects in another order; those left out follow in the order of the queue. */
  order: z.array(projectIdSchema).max(200).optional(),
});
export type WhatIf = z.output<typeof whatIfInput>;

export interface Supposed {
  readonly budget: string;
  readonly reserved: string;
  readonly left: string;
  readonly queue: readonly (Turn & {
    readonly rank: number;
    readonly name: string;
    /** S + E under the cap supposed. */
    readonly residents: string;
    /** What the residents would still have to bring: with a lower cap a funded project may be funded no more. */
    readonly missing: string;
  })[];
  /** Yuan that the projects that fit would take. */
  readonly taken: string;
}

export interface Year {
  readonly budget: Decimal;
  readonly reserved: Decimal;
}

/** As things stand: the same computation with nothing supposed. */
export const asThingsStand = (projects: readonly Project[], year: Year): Supposed => suppose(projects, year, {});

export function whatIf(projects: readonly Project[], year: Year, supposed: WhatIf): Outcome<Supposed> {
  const queued = new Set(rankProjects(projects).map(({ projectId }) => projectId));
  const unknown = (supposed.order ?? []).flatMap((projectId, index, order): FieldProblem[] =>
    queued.has(projectId) && order.indexOf(projectId) === index
      ? []
      : [
          {
            path: `/order/${index}`,
            says: { zh: '不在队列中，或重复', en: 'Is not in the queue, or stands here twice' },
          },
        ],
  );
  return unknown.length > 0 ? fieldsRefused(unknown) : granted(suppose(projects, year, supposed));
}

function suppose(projects: readonly Project[], year: Year, { budget, cap, order = [] }: WhatIf): Supposed {
  const whole = budget === undefined ? year.budget : decimalOf(budget);
  const left = whole.minus(year.reserved);
  const byId = new Map(projects.map((project) => [project.projectId, project]));
  const ranked = rankProjects(projects).map(({ projectId }) => projectId);
  const queue = [...order, ...ranked.filter((projectId) => !order.includes(projectId))]
    .flatMap((projectId) => byId.get(projectId) ?? [])
    .flatMap((project) => {
      const { plan } = project.consent;
      if (plan === undefined) return [];
      const { subsidy, residents } = cap === undefined ? plan.funding : fundingUnder(decimalOf(cap), plan);
      const missing = decimalOf(residents).minus(project.funding.credited);
      return {
        projectId: project.projectId,
        name: project.neighbourhood.name,
        subsidy,
        residents,
        missing: missing.isPositive() ? printAmount(missing) : '0.00',
      };
    });
  // One whose own money would not be all there waits, and holds up nobody.
  const turns = new Map(
    allocate(
      queue.filter(({ missing }) => missing === '0.00'),
      left,
    ).map((turn) => [turn.projectId, turn]),
  );
  const rows = queue.map((row, index) => ({
    ...row,
    ...(turns.get(row.projectId) ?? { fits: false, shortage: '0.00' }),
    rank: index + 1,
  }));
  return {
    budget: printAmount(whole),
    reserved: printAmount(year.reserved),
    left: left.isNegative() ? `-${printAmount(left.abs())}` : printAmount(left),
    queue: rows,
    taken: printAmount(
      rows.filter(({ fits }) => fits).reduce((total, { subsidy }) => total.plus(subsidy), decimalOf(0)),
    ),
  };
}

/** The cap moves the line between subsidy and excess; the self-raised part does not depend on it (F-06 to F-08). */
function fundingUnder(
  cap: Decimal,
  { titleArea, funding }: RenovationPlan,
): Pick<PlanFunding, 'subsidy' | 'residents'> {
  const base = decimalOf(funding.subsidyBase);
  const most = roundToFen(cap.times(titleArea));
  const subsidy = base.lessThan(most) ? base : most;
  const residents = decimalOf(funding.selfRaised).plus(base).minus(subsidy);
  return { subsidy: printAmount(subsidy), residents: printAmount(residents) };
}
