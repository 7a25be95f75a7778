// A paper of the notice was voided while it hung: what hangs is no notice any more, and the count begins again once a
// reissued one is up (PB-04). The system writes it, from the register of papers in which two persons voided the paper.
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../errors.ts';
import { versionName } from '../../paper/version-name.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { PUBLICITY_DOCUMENTS } from '../../policy/rules/publicity.ts';
import { type Deciding, defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { countPeriod } from './period.ts';
import { NOTICE_KINDS, type PostingPlace } from './record.ts';

export const interruptPublicityInput = z.strictObject({
  /** As the register of papers names it. */
  voidPaper: paperInput,
  kind: z.enum(NOTICE_KINDS),
  version: z.int().positive(),
  printing: z.int().min(2).optional(),
  voidedOn: dayInput,
});

export type InterruptPublicityInput = z.output<typeof interruptPublicityInput>;

export const interruptPublicity = defineAct<'interrupt-publicity', InterruptPublicityInput, undefined, Nothing>({
  name: 'interrupt-publicity',
  title: { zh: '公示件作废，公示中断', en: 'Interrupt publicity' },
  step: 3,
  clause: '二(三)3',
  input: interruptPublicityInput,
  decide(deciding) {
    const { project, input, on, pack } = deciding;
    const ahead = notAhead(on, [['/voidedOn', input.voidedOn]]);
    if (!ahead.ok) return ahead;
    const concerned = checkNotice(deciding);
    if (!concerned.ok) return concerned;
    const { voidPaper, kind, voidedOn } = input;
    const { zh, en } = PUBLICITY_DOCUMENTS[kind];
    const hung = project.publicity.places.some(({ posted }) => posted !== undefined);
    const interrupted = ruleFinding(pack, 'PB-04', {
      verdict: 'WARN',
      code: hung ? 'PUBLICITY_RESTARTED' : 'NOTICE_VOIDED',
      says: hung
        ? {
            zh: `${voidedOn} 张贴的${zh}作废，重新印发、张贴后重新计算`,
            en: `The ${en} that hung was voided on ${voidedOn}: the count begins again once a new one is issued and up`,
          }
        : {
            zh: `${voidedOn} 待张贴的${zh}作废，重新印发后再张贴`,
            en: `The ${en} to be posted was voided on ${voidedOn}: it is issued again before it is posted`,
          },
      facts: { kind, version: versionName(input), voidPaper, voidedOn },
    });
    return granted({ outcome: 'interrupted', result: NOTHING, findings: [interrupted] });
  },
  // As with a poster found down, the end that was announced is kept: a new posting may only move it on.
  apply(project, { input, at }) {
    const { voidPaper, kind, version, printing, voidedOn } = input;
    const { runsFrom: _, opensAt: __, ...publicity } = project.publicity;
    const places = publicity.places.map(
      ({ place, conspicuous, notBefore }): PostingPlace => ({
        place,
        conspicuous,
        notBefore: voidedOn > notBefore ? voidedOn : notBefore,
      }),
    );
    const voided = [
      ...(publicity.voided ?? []),
      { kind, version, ...(printing !== undefined && { printing }), sha256: voidPaper, on: voidedOn },
    ];
    const interrupted = project.state === 'PLAN_APPROVED' ? project : moveTo(project, 'PUBLICITY_INTERRUPTED', at);
    return { ...interrupted, publicity: { ...publicity, places, voided } };
  },
});

function checkNotice(deciding: Deciding<InterruptPublicityInput, undefined>): Outcome<undefined> {
  const { project, input, calendar, pack } = deciding;
  const { notice, runsFrom, endsOn, voided = [] } = project.publicity;
  if (notice === undefined || project.consent.planBallot?.planVersion !== input.version) {
    return refused('NOT_NOW', {
      zh: '作废的文件不属于正在进行的公示。',
      en: 'The voided paper is not one of the notice that is posted now.',
    });
  }
  if (voided.some(({ sha256 }) => sha256 === input.voidPaper)) {
    return refused('NOT_NOW', { zh: '该件作废已经记录。', en: 'That this paper is void is on record already.' });
  }
  const period = runsFrom && countPeriod(runsFrom, endsOn, calendar, pack).period;
  if (period?.status !== 'FIXED' || input.voidedOn <= period.endsOn) return granted(undefined);
  return fieldsRefused([afterTheEnd(period.endsOn)]);
}

/** It hung as long as it had to: what is voided later takes no day away. */
const afterTheEnd = (endsOn: PlainDate) => ({
  path: '/voidedOn',
  says: { zh: `公示期已于 ${endsOn} 届满`, en: `The period ended on ${endsOn}` },
});
