// What a policy row can ask, by name. Facts come as parsed YAML: their shape is the row's to get right, so they are cast here, once.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import type { RulePack } from '../../domain/policy/packs.ts';
import type { Question } from '../../domain/policy/rule-finding.ts';
import { materialsAreComplete, mayApply } from '../../domain/policy/rules/application.ts';
import { assessArrival, channelsAreSound } from '../../domain/policy/rules/arrival.ts';
import { tallyBallot } from '../../domain/policy/rules/ballot.ts';
import { subsidyFitsBudget } from '../../domain/policy/rules/budget.ts';
import { changeIsAllowed } from '../../domain/policy/rules/change-order.ts';
import { contentIsSound } from '../../domain/policy/rules/content.ts';
import { doneInTime } from '../../domain/policy/rules/deadlines.ts';
import { designIsComplete } from '../../domain/policy/rules/design-completeness.ts';
import { assessEligibility } from '../../domain/policy/rules/eligibility.ts';
import { estimateWithinFeasibility, listedAfterFeasibility } from '../../domain/policy/rules/estimate.ts';
import { combinedPermitIsOwed, filingIsComplete } from '../../domain/policy/rules/filings.ts';
import { computeFunding } from '../../domain/policy/rules/funding.ts';
import { inForce } from '../../domain/policy/rules/in-force.ts';
import { isManaged } from '../../domain/policy/rules/management.ts';
import { paymentIsCovered } from '../../domain/policy/rules/progress-payment.ts';
import {
  isPublicityComplete,
  isPubliclyPosted,
  objectionsHaveOutcomes,
  publicityPeriod,
} from '../../domain/policy/rules/publicity.ts';
import { bodyExists, mayDesign } from '../../domain/policy/rules/representative-body.ts';
import { decisionsAreTraceable } from '../../domain/policy/rules/resident-decisions.ts';
import { settle } from '../../domain/policy/rules/settlement.ts';
import { specialLinesArePaidOnce } from '../../domain/policy/rules/special-lines.ts';
import { routeTenders } from '../../domain/policy/rules/tender.ts';
import { assessWarranty } from '../../domain/policy/rules/warranty.ts';

interface Answer {
  readonly findings: readonly Finding[];
}
type Ask = (facts: unknown, on: PlainDate, pack: RulePack, calendar: Calendar) => Answer;

const question =
  <Facts>(rule: Question<Facts>): Ask =>
  (facts, on, pack) => ({ findings: rule(facts as Facts, on, pack) });

const assessment =
  <Facts>(rule: (facts: Facts, on: PlainDate, pack: RulePack) => Answer): Ask =>
  (facts, on, pack) =>
    rule(facts as Facts, on, pack);

const withCalendar =
  <Facts>(rule: (facts: Facts & { readonly calendar: Calendar }, on: PlainDate, pack: RulePack) => Answer): Ask =>
  (facts, on, pack, calendar) =>
    rule({ ...(facts as Facts), calendar }, on, pack);

export const QUESTIONS: Readonly<Record<string, Ask>> = {
  inForce: (_facts, on, pack) => ({ findings: inForce(on, pack) }),
  eligibility: assessment(assessEligibility),
  content: question(contentIsSound),
  design: question(designIsComplete),
  body: question(bodyExists),
  mayDesign: question(mayDesign),
  residentDecisions: question(decisionsAreTraceable),
  ballot: assessment(tallyBallot),
  posting: question(isPubliclyPosted),
  publicityContent: question(isPublicityComplete),
  publicity: withCalendar((facts: Parameters<typeof publicityPeriod>[0], _on, pack) => publicityPeriod(facts, pack)),
  objections: question(objectionsHaveOutcomes),
  mayApply: question(mayApply),
  materials: question(materialsAreComplete),
  arrival: assessment(assessArrival),
  channels: question(channelsAreSound),
  funding: assessment(computeFunding),
  settlement: (facts, _on, pack) => settle(facts as Parameters<typeof settle>[0], pack),
  specialLines: question(specialLinesArePaidOnce),
  estimate: question(estimateWithinFeasibility),
  listing: question(listedAfterFeasibility),
  tender: assessment(routeTenders),
  filing: question(filingIsComplete),
  combinedPermit: question(combinedPermitIsOwed),
  deadline: withCalendar((facts: Parameters<typeof doneInTime>[0], on, pack) => ({
    findings: doneInTime(facts, on, pack),
  })),
  changeOrder: question(changeIsAllowed),
  progressPayment: question(paymentIsCovered),
  warranty: assessment(assessWarranty),
  management: question(isManaged),
  budget: question(subsidyFitsBudget),
};
