// Findings about works and papers: acceptance, archive, management, and what was built against what was voted.
import { addDays, dateInShanghai, daysBetween } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import { deadlinesAfter } from '../../policy/rules/deadlines.ts';
import { openFindings } from '../../projects/approvals/ex-post-findings.ts';
import { amountOf, type EntryRef, entriesOf, entryInto, lastOf } from '../figure.ts';
import type { AuditQuery } from './audit-query.ts';

/** From the completion to the joint acceptance: the district's own target (next event of COMPLETED). */
const DAYS_TO_ACCEPTANCE = 30;

export const acceptanceDisorderly: AuditQuery = {
  zh: '联合验收组织不到位',
  en: 'Joint acceptance badly organised',
  rule: 'AC-01',
  seen: {
    zh: '地方审计公开结果：联合验收组织不规范',
    en: 'Published by local audits: joint acceptance badly organised',
  },
  ask(project, { on }) {
    const { trail } = project.programme;
    const rejected = (trail['record-acceptance'] ?? []).filter(({ codes }) => codes?.includes('REJECTED'));
    const waiting = project.state === 'COMPLETED' && addDays(dateInShanghai(project.since), DAYS_TO_ACCEPTANCE) < on;
    const late = [...(trail['file-completion'] ?? []), ...(trail['file-fire-acceptance'] ?? [])].filter(({ codes }) =>
      codes?.includes('OVERDUE'),
    );
    if (rejected.length === 0 && !waiting && late.length === 0) return undefined;
    const refs = (marks: readonly { readonly seq: number }[]): EntryRef[] =>
      marks.map(({ seq }) => ({ projectId: project.projectId, seq }));
    return {
      says: waiting
        ? { zh: '完工后逾期未组织联合验收', en: 'Completed, and not accepted jointly in time' }
        : rejected.length > 0
          ? { zh: `联合验收 ${rejected.length} 次未通过`, en: `${rejected.length} joint acceptances failed` }
          : { zh: '验收后备案逾期', en: 'Filings after the acceptance were late' },
      figures: { rejected: { value: rejected.length, entries: refs(rejected) } },
      entries: [...refs(late), ...entryInto('COMPLETED')(project)],
    };
  },
};

export const notArchived: AuditQuery = {
  zh: '工程资料未归档',
  en: 'Papers not archived',
  rule: 'AP-11',
  seen: { zh: '地方审计公开结果：工程资料未及时归档', en: 'Published by local audits: papers of the works filed late' },
  ask(project, { on, pack, calendar }) {
    const { acceptance, archive } = project.works;
    if (acceptance === undefined) return undefined;
    const dueOn = deadlinesAfter(acceptance.acceptedOn, calendar, pack).archive;
    if ((archive?.archivedOn ?? on) <= dueOn) return undefined;
    return {
      says: archive
        ? {
            zh: `应于 ${dueOn} 前归档，实际 ${archive.archivedOn}`,
            en: `Due on ${dueOn}, archived on ${archive.archivedOn}`,
          }
        : { zh: `应于 ${dueOn} 前归档，尚未归档`, en: `Due on ${dueOn}, not archived yet` },
      figures: {
        daysLate: {
          value: daysBetween(dueOn, archive?.archivedOn ?? on),
          entries: lastOf('record-acceptance', 'archive-project')(project),
        },
      },
      entries: [],
    };
  },
};

export const notManaged: AuditQuery = {
  zh: '改造后未引入物业管理',
  en: 'Property management not introduced afterwards',
  rule: 'L-02',
  seen: {
    zh: '地方审计公开结果：改造后未实行物业管理',
    en: 'Published by local audits: no property management afterwards',
  },
  ask(project) {
    const { handover, management } = project.works;
    const lapsed = project.programme.reviews.at(-1)?.inPlace === false;
    if (handover === undefined || (management?.mode === 'PROPERTY_COMPANY' && !lapsed)) return undefined;
    return {
      says: lapsed
        ? { zh: '年度评估发现管理方式未落实', en: 'The yearly review found that the management had lapsed' }
        : management === undefined
          ? { zh: '已移交而未落实管理方式', en: 'Handed over without any management' }
          : {
              zh: '未实行物业管理，由业主自治或社区管理',
              en: 'No property company: the owners or the community manage',
            },
      figures: {},
      entries: lastOf('hand-over', 'set-management-mode', 'review-management')(project),
    };
  },
};

export const siteDiffers: AuditQuery = {
  zh: '方案与现场不符',
  en: 'Scheme and site do not match',
  rule: 'SU-05',
  seen: { zh: '地方审计公开结果：实际施工与方案不一致', en: 'Published by local audits: works not as planned' },
  stake: 'changed',
  ask(project) {
    const { works, approvals, programme } = project;
    const changes = works.changeOrders.filter(
      ({ changesVotedContent, status }) => changesVotedContent && status !== 'REJECTED',
    );
    const started = programme.entered.UNDER_CONSTRUCTION?.seq ?? Number.POSITIVE_INFINITY;
    const revised = (programme.trail['revise-plan'] ?? []).filter(({ seq }) => seq > started);
    const open = works.completedOn === undefined ? [] : openFindings(approvals.exPostFindings);
    if (changes.length === 0 && revised.length === 0 && open.length === 0) return undefined;
    const entries = entriesOf('request-change-order', 'revise-plan', 'record-ex-post-review')(project);
    return {
      says:
        changes.length > 0
          ? { zh: `${changes.length} 项变更改变了表决内容`, en: `${changes.length} changes alter what was voted on` }
          : revised.length > 0
            ? { zh: '开工后修订方案', en: 'The plan was revised after the start of works' }
            : { zh: '图审意见未整改即完工', en: 'Completed with drawing findings open' },
      figures: {
        changes: { value: changes.length, entries: entriesOf('request-change-order')(project) },
        // Cheaper works are a change as well: what counts is by how much they are others than voted.
        changed: amountOf(
          [project],
          () => printAmount(sum(changes.map(({ effect }) => decimalOf(effect.amount)))),
          entriesOf('request-change-order'),
        ),
      },
      entries,
    };
  },
};
