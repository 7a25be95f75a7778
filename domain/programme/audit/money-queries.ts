// Findings about money: estimates, sources, own money, payments, final accounts.
import { many } from '../../bilingual.ts';
import { daysBetween } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import { valueOn } from '../../policy/parameters/dated.ts';
import { deadlinesAfter } from '../../policy/rules/deadlines.ts';
import type { Project } from '../../projects/project.ts';
import { approvedEffect } from '../../projects/works/change-orders.ts';
import { payable } from '../../projects/works/contracts.ts';
import { type Amount, amountOf, entriesOf, entryInto, lastOf, type RefsOf } from '../figure.ts';
import { hasPassed } from '../milestones.ts';
import type { AuditQuery } from './audit-query.ts';

const figure = (project: Project, yuan: string, refsOf: RefsOf): Amount => amountOf([project], () => yuan, refsOf);

const paidSoFar = (project: Project): Amount =>
  figure(
    project,
    printAmount(sum(Object.values(project.works.paid).map(decimalOf))),
    entriesOf('record-progress-payment'),
  );

export const estimateAdjusted: AuditQuery = {
  zh: '概算调整未按程序',
  en: 'Estimate adjusted without procedure',
  rule: 'AP-02',
  seen: { zh: '地方审计公开结果：擅自调整概算', en: 'Published by local audits: estimates changed without approval' },
  stake: 'excess',
  ask(project, { on, pack }) {
    const { feasibilityStudy, preliminaryDesign, tender } = project.approvals;
    const estimate = preliminaryDesign?.approvedEstimate;
    if (estimate === undefined) return undefined;
    const study = feasibilityStudy?.approvedEstimate;
    const tolerated = valueOn(pack.estimateExcess, on).plus(1);
    const contracted = sum((tender?.contracts ?? []).map(({ price }) => decimalOf(price)));
    const changed = contracted.plus(approvedEffect(project.works.changeOrders));
    const overStudy = study !== undefined && decimalOf(estimate).greaterThan(decimalOf(study).times(tolerated));
    const overEstimate = changed.greaterThan(estimate);
    if (!overStudy && !overEstimate) return undefined;
    const excess = overEstimate ? changed.minus(estimate) : decimalOf(estimate).minus(study ?? 0);
    return {
      says: overEstimate
        ? { zh: '合同价加变更超过核定概算', en: 'Contracts with changes exceed the approved estimate' }
        : { zh: '概算超过可研批复的允许幅度', en: 'The estimate exceeds the study beyond what is tolerated' },
      figures: {
        ...(study !== undefined && {
          study: figure(project, printAmount(decimalOf(study)), lastOf('decide-feasibility-study')),
        }),
        estimate: figure(project, printAmount(decimalOf(estimate)), lastOf('decide-preliminary-design')),
        contracted: figure(project, printAmount(changed), entriesOf('record-tender', 'decide-change-order')),
        excess: figure(project, printAmount(excess), lastOf('decide-preliminary-design')),
      },
      entries: entriesOf('request-change-order')(project),
    };
  },
};

export const sourcesNotAsPlanned: AuditQuery = {
  zh: '资金来源与方案不符',
  en: 'Money sources not as planned',
  rule: 'F-01',
  seen: {
    zh: '地方审计公开结果：资金来源未按方案落实',
    en: 'Published by local audits: money not from the sources of the plan',
  },
  stake: 'difference',
  ask(project) {
    const { consent, funding } = project;
    const planned = consent.plan?.funding;
    if (planned === undefined || !hasPassed(project, 'IN_INVESTMENT_PLAN')) return undefined;
    const reserved = funding.reservation?.amount ?? '0.00';
    const beyond = decimalOf(funding.credited).minus(planned.residents);
    const asPlanned = reserved === planned.subsidy && !(beyond.isPositive() && !beyond.isZero());
    if (asPlanned) return undefined;
    const difference = reserved === planned.subsidy ? beyond : decimalOf(reserved).minus(planned.subsidy).abs();
    return {
      says:
        reserved === planned.subsidy
          ? { zh: '到账居民资金多于方案', en: 'More of the residents’ money than planned' }
          : { zh: '预留补助与方案不一致', en: 'The subsidy reserved is not the one planned' },
      figures: {
        plannedSubsidy: figure(project, planned.subsidy, lastOf('submit-design')),
        reservedSubsidy: figure(project, reserved, lastOf('reserve-subsidy')),
        plannedResidents: figure(project, planned.residents, lastOf('submit-design')),
        credited: figure(project, funding.credited, entriesOf('book-contributions', 'reverse-contribution')),
        difference: figure(project, printAmount(difference), lastOf('submit-design', 'reserve-subsidy')),
      },
      entries: lastOf('list-in-investment-plan')(project),
    };
  },
};

export const ownMoneyMissing: AuditQuery = {
  zh: '居民自筹资金未到位',
  en: 'Residents’ share not in place',
  rule: 'A-09',
  seen: {
    zh: '某地级市审计：91,700 万元中仅到位 1,001 万元',
    en: 'Audit of a prefecture: of 917 million yuan only 10.01 million had arrived',
  },
  stake: 'missing',
  ask(project) {
    const { funding, consent } = project;
    const required = funding.arrival?.required ?? consent.plan?.funding.residents;
    if (required === undefined || !hasPassed(project, 'ACCOUNT_OPENED')) return undefined;
    const missing = decimalOf(required).minus(funding.credited);
    if (!missing.isPositive() || missing.isZero()) return undefined;
    const built = hasPassed(project, 'UNDER_CONSTRUCTION');
    return {
      says: built
        ? { zh: '已开工而自筹资金未全部到位', en: 'Works started with own money missing' }
        : { zh: '自筹资金未全部到位', en: 'Own money is not all there' },
      figures: {
        required: figure(project, required, lastOf('submit-design')),
        credited: figure(project, funding.credited, entriesOf('book-contributions', 'reverse-contribution')),
        missing: figure(project, printAmount(missing), lastOf('book-contributions', 'open-account')),
      },
      entries: entryInto('UNDER_CONSTRUCTION')(project),
    };
  },
};

export const paidOverContract: AuditQuery = {
  zh: '超合同、超进度支付工程款',
  en: 'Progress payments above the contract or the work done',
  rule: 'SU-04',
  seen: { zh: '仁寿县2024年审计：多支付工程进度款', en: 'Audit of Renshou county, 2024: progress payments too high' },
  stake: 'paid',
  ask(project) {
    const contracts = project.approvals.tender?.contracts ?? [];
    const over = contracts.filter((contract) =>
      decimalOf(project.works.paid[contract.contractNo] ?? 0).greaterThan(payable(contract, project)),
    );
    // What was paid beyond the measured work was booked with a warning.
    const alarms = (project.programme.trail['record-progress-payment'] ?? []).filter(({ codes }) =>
      codes?.some((code) => code === 'PAID_OVER_WORK' || code === 'PAID_OVER_CONTRACT'),
    );
    if (over.length === 0 && alarms.length === 0) return undefined;
    return {
      says:
        over.length > 0
          ? {
              zh: `付款超过合同：${over.map(({ contractNo }) => contractNo).join('、')}`,
              en: `Paid above contract: ${over.map(({ contractNo }) => contractNo).join(', ')}`,
            }
          : {
              zh: `${alarms.length} 次付款超过已完成工程量`,
              en: `${many(alarms.length, 'payment')} above the work done`,
            },
      figures: {
        contracts: figure(
          project,
          printAmount(sum(contracts.map((contract) => payable(contract, project)))),
          entriesOf('record-tender', 'decide-change-order'),
        ),
        paid: paidSoFar(project),
      },
      entries: alarms.map(({ seq }) => ({ projectId: project.projectId, seq })),
    };
  },
};

export const accountsLate: AuditQuery = {
  zh: '竣工决算、结算滞后',
  en: 'Settlement and final accounts late',
  rule: 'AC-02',
  seen: {
    zh: '地方审计公开结果：竣工决算滞后三个月以上',
    en: 'Published by local audits: final accounts more than three months late',
  },
  stake: 'paid',
  ask(project, { on, pack, calendar }) {
    const acceptedOn = project.works.acceptance?.acceptedOn;
    if (acceptedOn === undefined) return undefined;
    const dueOn = deadlinesAfter(acceptedOn, calendar, pack).finalAccounts;
    const approvedOn = project.funding.finalAccounts?.approvedOn;
    if ((approvedOn ?? on) <= dueOn) return undefined;
    return {
      says: approvedOn
        ? { zh: `应于 ${dueOn} 前完成，实际 ${approvedOn}`, en: `Due on ${dueOn}, approved on ${approvedOn}` }
        : { zh: `应于 ${dueOn} 前完成，尚未核定`, en: `Due on ${dueOn}, not approved yet` },
      figures: {
        daysLate: {
          value: daysBetween(dueOn, approvedOn ?? on),
          entries: lastOf('record-acceptance', 'approve-final-accounts')(project),
        },
        paid: paidSoFar(project),
      },
      entries: lastOf('submit-final-accounts')(project),
    };
  },
};

export const overBilled: AuditQuery = {
  zh: '工程结算多计',
  en: 'Works over-billed',
  rule: 'F-04',
  seen: { zh: '某项目审计核减 645,824.87 元', en: 'Audit of one project: 645,824.87 yuan cut' },
  stake: 'cut',
  ask(project) {
    const { finalAccounts } = project.funding;
    const { billed } = project.programme;
    if (finalAccounts?.approvedOn === undefined || billed === undefined) return undefined;
    const cut = decimalOf(billed).minus(finalAccounts.total);
    if (!cut.isPositive() || cut.isZero()) return undefined;
    return {
      says: { zh: `审计核减 ${printAmount(cut)} 元`, en: `The audit cut ${printAmount(cut)} yuan` },
      figures: {
        billed: figure(project, billed, lastOf('submit-final-accounts')),
        audited: figure(project, finalAccounts.total, lastOf('approve-final-accounts')),
        cut: figure(project, printAmount(cut), lastOf('submit-final-accounts', 'approve-final-accounts')),
      },
      entries: [],
    };
  },
};

/** Nothing keeps finance from reserving out of order; whoever looks sees it (I-04). */
export const queueJumped: AuditQuery = {
  zh: '补助未按到位先后安排',
  en: 'Subsidy reserved out of the order of the queue',
  rule: 'I-04',
  seen: { zh: '本方案：率先达到100%的优先启动', en: 'This plan: whoever is first at 100 % starts first' },
  stake: 'reservedSubsidy',
  ask(project, { projects }) {
    const { projectId, funding, programme } = project;
    const { reservation, reachedAt } = funding;
    const reservedOn = programme.trail['reserve-subsidy']?.at(-1)?.on;
    if (reservation === undefined || reachedAt === undefined || reservedOn === undefined) return undefined;
    const passed = projects.filter((other) => {
      const otherReservedOn = other.programme.trail['reserve-subsidy']?.at(-1)?.on;
      const earlier = other.funding.reachedAt !== undefined && other.funding.reachedAt < reachedAt;
      return earlier && (otherReservedOn === undefined || otherReservedOn > reservedOn);
    });
    if (passed.length === 0) return undefined;
    return {
      says: {
        zh: `先于更早到位的 ${passed.length} 个小区安排补助`,
        en: `Reserved before ${passed.length} neighbourhoods whose money was complete earlier`,
      },
      figures: {
        passed: { value: passed.length, entries: passed.flatMap(lastOf('book-contributions')) },
        reservedSubsidy: figure(project, reservation.amount, lastOf('reserve-subsidy')),
      },
      entries: [{ projectId, seq: reservation.seq }],
    };
  },
};
