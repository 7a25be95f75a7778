// Where the publicity stands at a moment, by the calendar now in force: what the workflow asks before anything is decided.
import type { Instant } from '../../calendar/plain-date.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { objectionsHaveOutcomes } from '../../policy/rules/publicity.ts';
import type { Project } from '../project.ts';
import { countPeriod, type Period } from './period.ts';
import { openObjections } from './record.ts';

type FixedPeriod = Extract<Period, { status: 'FIXED' }>;

export type PublicityAssessment =
  | {
      readonly outcome: 'satisfied' | 'objections-open' | 'running';
      readonly period: FixedPeriod;
      readonly findings: readonly Finding[];
    }
  | { readonly outcome: 'pending-calendar' | 'interrupted'; readonly findings: readonly Finding[] };

export function assessPublicity(
  { publicity }: Pick<Project, 'publicity'>,
  at: Instant,
  calendar: Calendar,
  pack: RulePack,
): PublicityAssessment {
  if (publicity.runsFrom === undefined) return { outcome: 'interrupted', findings: [notHanging(pack)] };
  const { period, findings } = countPeriod(publicity.runsFrom, publicity.endsOn, calendar, pack);
  if (period.status === 'PENDING_CALENDAR') return { outcome: 'pending-calendar', findings };
  if (at < period.opensAt) return { outcome: 'running', period, findings: [stillRunning(period, pack)] };
  const objections = publicity.objections.map(({ objectionId, outcome }) => ({ id: objectionId, outcome }));
  return {
    outcome: openObjections(publicity).length === 0 ? 'satisfied' : 'objections-open',
    period,
    findings: [...findings, ...objectionsHaveOutcomes({ objections }, period.endsOn, pack)],
  };
}

const notHanging = (pack: RulePack): Finding =>
  ruleFinding(pack, 'PB-04', {
    verdict: 'FAIL',
    code: 'PUBLICITY_INTERRUPTED',
    says: { zh: '公示件尚未全部张贴', en: 'The notice does not hang at all its places' },
  });

const stillRunning = ({ endsOn }: FixedPeriod, pack: RulePack): Finding =>
  ruleFinding(pack, 'PB-03', {
    verdict: 'FAIL',
    code: 'PUBLICITY_RUNNING',
    says: { zh: `公示至 ${endsOn} 24时`, en: `Publicity runs until ${endsOn}, 24:00` },
    figures: { endsOn },
  });
