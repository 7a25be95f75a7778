// What the drawing-review institution found afterwards, number by number, until it is closed (二(四)3, AP-05).
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';

export interface ExPostFinding {
  /** Counted through all reviews of the project, from 1. */
  readonly no: number;
  readonly foundOn: PlainDate;
  readonly closedOn?: PlainDate;
}

export const openFindings = (findings: readonly ExPostFinding[]): readonly ExPostFinding[] =>
  findings.filter(({ closedOn }) => closedOn === undefined);

/** Findings never hold the permit (事后审查); they hold the completion. */
export function exPostFindingsAreClosed(findings: readonly ExPostFinding[], pack: RulePack): Finding {
  const open = openFindings(findings).map(({ no }) => no);
  if (open.length === 0) {
    const says = { zh: '施工图事后审查意见已全部整改', en: 'All findings of the ex-post review are closed' };
    return ruleFinding(pack, 'AP-05', { verdict: 'PASS', code: 'EX_POST_FINDINGS_CLOSED', says });
  }
  const says = {
    zh: `施工图事后审查意见第 ${open.join('、')} 项尚未整改`,
    en: `Findings of the ex-post review still open: ${open.join(', ')}`,
  };
  return ruleFinding(pack, 'AP-05', { verdict: 'FAIL', code: 'EX_POST_FINDINGS_OPEN', says, figures: { open } });
}
