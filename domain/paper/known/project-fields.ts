// What the ledger of a project knows of the fields of its papers (paper appendix A): no clerk types again what is on record.
import { dateInShanghai, dateInWords, type PlainDate } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, roundToFen } from '../../money/money.ts';
import type { Tally } from '../../projects/consent/record.ts';
import type { Project } from '../../projects/project.ts';
import type { DocumentCode } from '../catalogue.ts';
import { noticeNumber } from '../numbers.ts';
import { streetOffice } from '../offices.ts';

/** By the names of appendix A; what is not known is not there. */
export type KnownFields = Readonly<Record<string, unknown>>;

/** Numbers of the papers issued so far, by kind: papers refer to each other by them. */
export type IssuedNumbers = Readonly<
  Partial<Record<DocumentCode, { readonly number: string; readonly on: PlainDate }>>
>;

export function projectFields(project: Project, numbers: IssuedNumbers): KnownFields {
  return withoutGaps({
    ...identity(project),
    ...planFields(project),
    ...ballotFields(project),
    ...publicityFields(project),
    ...startFields(project),
    ...moneyFields(project),
    ...approvalFields(project, numbers),
    ...worksFields(project),
  });
}

const withoutGaps = (fields: KnownFields): KnownFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function identity({ projectId, neighbourhood, consent }: Project): KnownFields {
  const { name, street } = neighbourhood;
  const bodyKind = consent.body?.kind === 'OWNERS_COMMITTEE' ? '业主委员会' : '自治小组';
  const body = consent.body && `${name}${bodyKind}`;
  return {
    projectNo: projectId,
    neighbourhoodName: name,
    projectName: `${name}老旧小区改造项目`,
    streetName: streetOffice(street).name,
    employer: streetOffice(street).name,
    bodyName: body,
    eligibilityClass: consent.eligibility && (consent.eligibility.verdict === 'CORE' ? '重点改造' : '可纳入'),
  };
}

function planFields({ neighbourhood, consent: { plan } }: Project): KnownFields {
  if (plan === undefined) return {};
  const { total, selfRaised, excess, subsidy } = plan.funding;
  return {
    planName: `${neighbourhood.name}改造初步设计方案`,
    planVersion: `第${plan.version}版`,
    planDate: plan.publishedOn,
    titleArea: plan.titleArea,
    totalInvestment: total,
    selfRaised,
    excessBorne: excess,
    subsidy,
  };
}

/** How a count stands, of whichever ballot. */
export const tallyFields = ({ households, area }: Tally): KnownFields => ({
  householdsTotal: households.total,
  householdsAgree: households.agreed,
  householdsRequired: households.required,
  areaTotal: area.total,
  areaAgree: area.agreed,
  areaRequired: area.required,
});

function ballotFields({ consent: { plan, planBallot } }: Project): KnownFields {
  const tally = planBallot?.tally;
  return {
    ballotFrom: planBallot?.openedOn,
    ...(tally && {
      ballotTo: tally.heldOn,
      ...tallyFields(tally),
      passed: tally.passed,
      ...(plan && { perSquareMetre: perSquareMetre(plan.funding.residents, tally.area.total) }),
    }),
  };
}

/** For show: what residents pay on average. */
export const perSquareMetre = (residents: string, area: string): string =>
  printAmount(roundToFen(decimalOf(residents).div(decimalOf(area))));

function publicityFields({ projectId, publicity, programme }: Project): KnownFields {
  const round = Math.max(1, programme.trail['post-notice']?.length ?? 1);
  return {
    noticeNo: noticeNumber(projectId, round),
    postedOn: publicity.runsFrom,
    // Of a count that was interrupted no paper names the end: it is counted anew, and later.
    publicityEndsOn: publicity.runsFrom && publicity.endsOn,
    objectionCount: publicity.objections.length,
    ...(publicity.places.length > 0 && {
      places: publicity.places.map(({ place }) => place),
      postingPlaces: publicity.places.map(({ place }) => place).join('、'),
    }),
  };
}

const LISTING_VERBS = { LISTED: '列入', SUPPLEMENTED: '增补列入' } as const;

function startFields({ start }: Project): KnownFields {
  const { application, consent, investmentPlan } = start;
  return {
    appliedOn: application?.on,
    consentRef: consent && `${consent.reference}，${dateInWords(consent.decidedOn)}`,
    ...(investmentPlan && {
      listingVerb: LISTING_VERBS[investmentPlan.listing],
      listingYear: Number(investmentPlan.year),
      planItemNo: investmentPlan.itemNo,
    }),
  };
}

/** The number of the account is nowhere but on the papers that residents pay by: it is typed for each of them. */
function moneyFields({ funding, consent: { plan } }: Project): KnownFields {
  const { account, arrival, byChannel, credited, reachedAt } = funding;
  return {
    accountOpenedOn: account?.openedOn,
    bankName: account?.bank,
    accountTail: account?.lastDigits,
    requiredAmount: arrival?.required ?? plan?.funding.residents,
    ...(arrival && { paidTotal: credited, arrivalRate: arrival.arrivalRate }),
    ...(arrival && {
      paidIndividual: printAmount(decimalOf(byChannel.INDIVIDUAL).plus(byChannel.OTHER)),
      paidOrg: byChannel.ORG_DONATION,
      paidFund: byChannel.MAINTENANCE_FUND,
      paidIncome: byChannel.COMMON_INCOME,
    }),
    fundedAt: reachedAt && dateInShanghai(reachedAt),
  };
}

const DELIVERY_MODES = {
  DESIGN_BID_BUILD: '设计施工分开',
  EPC: '工程总承包（EPC）',
  WHOLE_PROCESS_CONSULTING: '全过程工程咨询',
} as const;

function approvalFields({ approvals }: Project, numbers: IssuedNumbers): KnownFields {
  const { delivery, jointReview, permit, tender } = approvals;
  const works = tender?.contracts.find(({ type }) => type === 'WORKS');
  return {
    projectCode: delivery?.projectCode,
    deliveryMode: delivery && DELIVERY_MODES[delivery.mode],
    round: jointReview.round === 0 ? undefined : jointReview.round,
    permitOn: permit?.grantedOn,
    contractAmount: works?.price,
    minutesNo: numbers.A3?.number,
    approvalNo: numbers.A2?.number,
    petitionNo: numbers.X1?.number,
    auditNo: numbers.K8D?.number,
    auditOn: numbers.K8D?.on,
  };
}

function worksFields({ works }: Project): KnownFields {
  const { acceptance, management } = works;
  const endOf = (part: string) => acceptance?.warranties.find((term) => term.part === part)?.endsOn;
  return {
    startedOn: works.startedOn,
    completedOn: works.completedOn,
    acceptedOn: acceptance?.acceptedOn,
    warrantyWaterproof: endOf('WATERPROOFING'),
    warrantyInstall: endOf('ELECTRICAL'),
    warrantyOther: endOf('FINISHING'),
    handedOverOn: works.handover?.handedOverOn,
    transferredOn: Object.values(works.utilities).toSorted().at(-1),
    managementMode: management && MANAGEMENT_MODES[management.mode],
    changeCount: works.changeOrders.length,
  };
}

const MANAGEMENT_MODES = {
  PROPERTY_COMPANY: '物业服务企业',
  SELF_MANAGEMENT: '业主自治',
  COMMUNITY: '社区管理',
} as const;
