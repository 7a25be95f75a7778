// Time limits after acceptance, all from other law: filing, fire filing, final accounts, archive (AP-09, AP-10, AP-11, AC-02).

import type { Bilingual } from '../../bilingual.ts';
import { addMonths } from '../../calendar/months.ts';
import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import { addWorkingDays, type Calendar } from '../../calendar/working-days.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import { ruleFinding } from '../rule-finding.ts';

export interface Deadlines {
  readonly completionFiling: PlainDate;
  /** In working days: provisional while the calendar of the year is not published. */
  readonly fireFiling: PlainDate;
  readonly finalAccounts: PlainDate;
  readonly archive: PlainDate;
}

/** The day of acceptance is not counted. Calendar days for the filing (15 日), working days for fire only. */
export function deadlinesAfter(acceptedOn: PlainDate, calendar: Calendar, pack: RulePack): Deadlines {
  const fire = addWorkingDays(calendar, acceptedOn, valueOn(pack.fireFilingWorkingDays, acceptedOn));
  return {
    completionFiling: addDays(acceptedOn, valueOn(pack.completionFilingDays, acceptedOn)),
    fireFiling: fire.status === 'FIXED' ? fire.endsOn : fire.provisionalEndsOn,
    finalAccounts: addMonths(acceptedOn, valueOn(pack.finalAccountsMonths, acceptedOn)),
    archive: addMonths(acceptedOn, valueOn(pack.archiveMonths, acceptedOn)),
  };
}

const LIMITS = {
  completionFiling: { rule: 'AP-10', parameter: 'completionFilingDays', zh: '竣工验收备案', en: 'Completion filing' },
  fireFiling: { rule: 'AP-09', parameter: 'fireFilingWorkingDays', zh: '消防备案', en: 'Fire filing' },
  finalAccounts: { rule: 'AC-02', parameter: 'finalAccountsMonths', zh: '竣工财务决算', en: 'Final accounts' },
  archive: { rule: 'AP-11', parameter: 'archiveMonths', zh: '档案移交', en: 'Archive' },
} as const satisfies Readonly<Record<keyof Deadlines, Bilingual & { rule: string; parameter: string }>>;

export interface DeadlineFacts {
  readonly limit: keyof Deadlines;
  readonly acceptedOn: PlainDate;
  /** Undefined while it is still to be done. */
  readonly doneOn?: PlainDate | undefined;
  readonly calendar: Calendar;
}

/** The last day is in time. Late is a warning: none of these limits stands in the instrument. */
export function doneInTime(facts: DeadlineFacts, on: PlainDate, pack: RulePack): Finding[] {
  const { rule, parameter, zh, en } = LIMITS[facts.limit];
  const dueOn = deadlinesAfter(facts.acceptedOn, facts.calendar, pack)[facts.limit];
  const late = (facts.doneOn ?? on) > dueOn;
  return [
    ruleFinding(pack, rule, {
      verdict: late ? 'WARN' : 'PASS',
      code: late ? 'OVERDUE' : facts.doneOn === undefined ? 'DUE' : 'DONE_IN_TIME',
      says: late
        ? { zh: `${zh}逾期，应于 ${dueOn} 前完成`, en: `${en} is late; it was due on ${dueOn}` }
        : { zh: `${zh}期限 ${dueOn}`, en: `${en} is due on ${dueOn}` },
      facts: { acceptedOn: facts.acceptedOn, doneOn: facts.doneOn ?? null },
      figures: { dueOn, law: pack[parameter][0].citation },
    }),
  ];
}
