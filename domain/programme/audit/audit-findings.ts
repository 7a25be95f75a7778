// The auditor's desk: the findings of real audits as live queries over all projects.
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import { PACKS, packById } from '../../policy/packs.ts';
import type { Project } from '../../projects/project.ts';
import type { AuditContext, AuditHit, AuditQuery } from './audit-query.ts';
import type { AuditFigure } from './figure-titles.ts';
import {
  accountsLate,
  estimateAdjusted,
  overBilled,
  ownMoneyMissing,
  paidOverContract,
  queueJumped,
  sourcesNotAsPlanned,
} from './money-queries.ts';
import { acceptanceDisorderly, notArchived, notManaged, siteDiffers } from './works-queries.ts';

export const AUDIT_QUERIES = {
  ESTIMATE_ADJUSTED: estimateAdjusted,
  SOURCES_NOT_AS_PLANNED: sourcesNotAsPlanned,
  OWN_MONEY_MISSING: ownMoneyMissing,
  PAID_OVER_CONTRACT: paidOverContract,
  ACCOUNTS_LATE: accountsLate,
  OVER_BILLED: overBilled,
  ACCEPTANCE_DISORDERLY: acceptanceDisorderly,
  NOT_ARCHIVED: notArchived,
  NOT_MANAGED: notManaged,
  SITE_DIFFERS: siteDiffers,
  QUEUE_JUMPED: queueJumped,
} as const satisfies Record<string, AuditQuery>;

export type AuditCode = keyof typeof AUDIT_QUERIES;
export const AUDIT_CODES = Object.keys(AUDIT_QUERIES) as readonly AuditCode[];

export interface ProjectHit extends AuditHit {
  readonly projectId: string;
  readonly name: string;
  readonly street: string;
}

export interface AuditFinding {
  readonly code: AuditCode;
  readonly title: { readonly zh: string; readonly en: string };
  readonly rule: string;
  readonly clause: string;
  readonly quote: string;
  readonly seen: { readonly zh: string; readonly en: string };
  /** The money at stake: the sum of one figure of all hits. */
  readonly stake?: { readonly figure: AuditFigure; readonly amount: string };
  readonly hits: readonly ProjectHit[];
}

/** Each project is judged by its own rule pack. */
export function askAudit(
  code: AuditCode,
  projects: readonly Project[],
  context: Omit<AuditContext, 'pack' | 'projects'>,
): AuditFinding {
  const { zh, en, rule, seen, stake, ask }: AuditQuery = AUDIT_QUERIES[code];
  const { clause, quote } = PACKS['lucheng-2020-21'].citations[rule];
  const hits = projects.flatMap((project) => {
    const pack = packById(project.pack);
    const hit = pack && ask(project, { ...context, pack, projects });
    if (hit === undefined) return [];
    const { projectId, neighbourhood } = project;
    return [{ projectId, name: neighbourhood.name, street: neighbourhood.street, ...hit }];
  });
  return {
    ...{ code, title: { zh, en }, rule, clause, quote, seen, hits },
    ...(stake !== undefined && { stake: { figure: stake, amount: sumOf(stake, hits) } }),
  };
}

const sumOf = (name: AuditFigure, hits: readonly AuditHit[]): string =>
  printAmount(sum(hits.map(({ figures }) => decimalOf(figures[name]?.value ?? 0))));
