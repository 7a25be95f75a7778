// What the figures of an auditor's finding are called, on the desk and in the working paper.
import type { Bilingual } from '../../bilingual.ts';

const AUDIT_FIGURES = {
  study: { zh: '可研批复（元）', en: 'Approved study, yuan' },
  estimate: { zh: '核定概算（元）', en: 'Approved estimate, yuan' },
  contracted: { zh: '合同价加变更（元）', en: 'Contracts with changes, yuan' },
  plannedSubsidy: { zh: '方案补助（元）', en: 'Subsidy planned, yuan' },
  reservedSubsidy: { zh: '预留补助（元）', en: 'Subsidy reserved, yuan' },
  plannedResidents: { zh: '方案居民出资（元）', en: 'Residents’ money planned, yuan' },
  credited: { zh: '到账居民资金（元）', en: 'Residents’ money arrived, yuan' },
  required: { zh: '应到位（元）', en: 'Required, yuan' },
  missing: { zh: '未到位（元）', en: 'Missing, yuan' },
  contracts: { zh: '可付合同价（元）', en: 'Payable on contracts, yuan' },
  paid: { zh: '已付（元）', en: 'Paid, yuan' },
  daysLate: { zh: '逾期天数', en: 'Days late' },
  billed: { zh: '送审价（元）', en: 'Billed, yuan' },
  audited: { zh: '审定价（元）', en: 'Audited, yuan' },
  cut: { zh: '核减（元）', en: 'Cut, yuan' },
  excess: { zh: '超出（元）', en: 'Excess, yuan' },
  difference: { zh: '与方案相差（元）', en: 'Apart from the plan, yuan' },
  changed: { zh: '涉及变更（元）', en: 'Changes concerned, yuan' },
  rejected: { zh: '验收未通过次数', en: 'Acceptances failed' },
  changes: { zh: '工程变更次数', en: 'Change orders' },
  passed: { zh: '更早到位的小区', en: 'Neighbourhoods funded earlier' },
} as const satisfies Record<string, Bilingual>;

export type AuditFigure = keyof typeof AUDIT_FIGURES;

const titles: Readonly<Record<string, Bilingual>> = AUDIT_FIGURES;

export const titleOfAuditFigure = (code: string): Bilingual => titles[code] ?? { zh: code, en: code };
