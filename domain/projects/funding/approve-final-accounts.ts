// The finance bureau approves the audited final accounts: only now do T, S, E and G bind (F-04, AC-02).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { decimalOf } from '../../money/money.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { doneInTime } from '../../policy/rules/deadlines.ts';
import { defineAct } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import type { Project } from '../project.ts';
import { acceptedOnOf } from './accepted-on.ts';
import { finalFiguresInput, fundFinalAccounts } from './final-accounts.ts';
import type { FinalFigures } from './record.ts';

export const approveFinalAccountsInput = z.strictObject({
  approvedOn: dayInput,
  audited: finalFiguresInput,
  /** The audit decision. */
  document: paperInput,
});

export const approveFinalAccounts = defineAct<
  'approve-final-accounts',
  z.output<typeof approveFinalAccountsInput>,
  undefined,
  FinalFigures
>({
  name: 'approve-final-accounts',
  title: { zh: '审计核定竣工财务决算', en: 'Approve final accounts' },
  step: 7,
  clause: '三(三)1',
  input: approveFinalAccountsInput,

  decide({ project, input: { approvedOn, audited }, on, pack, calendar }) {
    const { finalAccounts } = project.funding;
    if (finalAccounts === undefined) {
      return refused('GATE_SHUT', {
        zh: '街道尚未报送竣工财务决算。',
        en: 'The street has not handed in final accounts yet.',
      });
    }
    if (finalAccounts.approvedOn !== undefined) {
      return refused('NOT_NOW', {
        zh: `竣工财务决算已于 ${finalAccounts.approvedOn} 核定。`,
        en: `The final accounts were approved on ${finalAccounts.approvedOn}.`,
      });
    }
    const dates = notAhead(on, [['/approvedOn', approvedOn]]);
    if (!dates.ok) return dates;
    const { final, findings } = fundFinalAccounts(audited, on, pack);
    const acceptedOn = acceptedOnOf(project);
    return granted({
      outcome: 'approved',
      result: final,
      findings: [
        ...doneInTime({ limit: 'finalAccounts', acceptedOn, doneOn: approvedOn, calendar }, on, pack),
        ...findings,
        ...findReservation(project, final, pack),
      ],
    });
  },

  apply(project, { input: { approvedOn }, result }) {
    const { finalAccounts } = project.funding;
    if (finalAccounts === undefined) return project;
    return {
      ...project,
      funding: { ...project.funding, finalAccounts: { ...finalAccounts, ...result, approvedOn } },
    };
  },

  outcome: ({ funding }) => (funding.finalAccounts?.approvedOn === undefined ? undefined : 'approved'),
});

/** The reservation was an estimate: what the final subsidy lacks has to be found in a budget. */
function findReservation({ funding }: Project, { subsidy }: FinalFigures, pack: RulePack): Finding[] {
  const reserved = funding.reservation?.amount ?? '0.00';
  if (decimalOf(subsidy).lessThanOrEqualTo(reserved)) return [];
  return [
    ruleFinding(pack, 'I-01', {
      verdict: 'WARN',
      code: 'SUBSIDY_EXCEEDS_RESERVATION',
      says: {
        zh: `核定补助 ${subsidy} 元，多于已预留的 ${reserved} 元`,
        en: `The final subsidy is ${subsidy} yuan, more than the ${reserved} reserved`,
      },
      figures: { subsidy, reserved },
    }),
  ];
}
