// No project closes without somebody to manage what was built (L-01 to L-03, G-12).
import { type Question, ruleFinding } from '../rule-finding.ts';

export const MANAGEMENT_MODES = ['PROPERTY_COMPANY', 'SELF_MANAGEMENT', 'COMMUNITY'] as const;
export type ManagementMode = (typeof MANAGEMENT_MODES)[number];

export interface ManagementFacts {
  readonly mode?: ManagementMode | undefined;
  readonly propertyManagedBefore: boolean;
  /** Why a property company is not possible (不具备条件). */
  readonly reason?: string | undefined;
}

export const isManaged: Question<ManagementFacts> = ({ mode, propertyManagedBefore, reason }, _on, pack) => {
  const facts = { mode: mode ?? null, propertyManagedBefore, reason: reason ?? null };
  if (mode === undefined) {
    const says = { zh: '尚未落实管理方式，不得结项', en: 'No management mode: the project cannot close' };
    return [ruleFinding(pack, 'G-12', { verdict: 'FAIL', code: 'NO_MANAGEMENT_MODE', says, facts })];
  }
  if (mode === 'PROPERTY_COMPANY') {
    const says = propertyManagedBefore
      ? { zh: '由物业服务企业管理', en: 'Managed by a property company' }
      : {
          zh: '改造后实行物业管理（选聘由业主大会决定）',
          en: 'A property company after renovation, chosen by the owners’ assembly',
        };
    const rule = propertyManagedBefore ? 'L-01' : 'L-02';
    return [ruleFinding(pack, rule, { verdict: 'PASS', code: mode, says, facts })];
  }
  if (!reason) {
    const says = {
      zh: '实行业主自治或社区管理的，须说明不具备物业管理条件的理由',
      en: 'Self-management or community management needs a reason why a property company is not possible',
    };
    return [ruleFinding(pack, 'L-03', { verdict: 'FAIL', code: 'REASON_MISSING', says, facts })];
  }
  const says = { zh: '实行业主自治或社区管理', en: 'Managed by the owners or by the community' };
  return [ruleFinding(pack, 'L-03', { verdict: 'PASS', code: mode, says, facts })];
};
