// Problems on site, each raised, discussed and resolved on site (二(三)6, SU-02).
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';

export const PROBLEM_KINDS = ['QUALITY', 'SAFETY', 'NUISANCE', 'COORDINATION', 'OTHER'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface SiteProblem {
  /** Counted through the project, from 1. */
  readonly no: number;
  readonly kind: ProblemKind;
  readonly raisedOn: PlainDate;
  readonly resolvedOn?: PlainDate;
}

export function problemsAreResolved(problems: readonly SiteProblem[], pack: RulePack): Finding {
  const open = problems.filter(({ resolvedOn }) => resolvedOn === undefined).map(({ no }) => no);
  if (open.length === 0) {
    const says = { zh: '现场问题已全部解决', en: 'All problems on site are resolved' };
    return ruleFinding(pack, 'SU-02', { verdict: 'PASS', code: 'SITE_PROBLEMS_RESOLVED', says });
  }
  const says = {
    zh: `现场问题第 ${open.join('、')} 项尚未解决`,
    en: `problems on site still open: ${open.join(', ')}`,
  };
  return ruleFinding(pack, 'SU-02', { verdict: 'FAIL', code: 'SITE_PROBLEMS_OPEN', says, figures: { open } });
}
