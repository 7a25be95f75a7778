// What a project waits for, in one sentence with the amount that is missing, and in two words.
import { type Bilingual, many } from '../../domain/bilingual.ts';
import type { ProjectView } from '../api/project-view.ts';
import { printExact, printLarge } from '../figures/amounts.ts';
import { dayOf, printDay } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export function nextStepSentence(project: ProjectView, language: Language): Sentence {
  const zh = language === 'zh';
  const { state, next, publicity, funding, consent } = project;
  if (state === 'EXCLUDED') return [zh ? '不纳入改造，项目已了结。' : 'Not in the programme: the project is over.'];
  if (state === 'OWNER_MAINTENANCE') {
    return [zh ? '保修期已满，由业主承担维护。' : 'The warranty is over: the owners maintain.'];
  }
  if (state === 'SUSPENDED') {
    return zh ? ['已中止，待区旧改办恢复'] : ['Suspended until the District Renovation Office resumes it'];
  }
  const missing = funding.arrival?.missing;
  if (state === 'ACCOUNT_OPENED' && missing !== undefined) {
    // English has no step of ten thousands: what looks exact is exact.
    const amount = marked('warn', zh ? printLarge(missing, language) : `${printExact(missing)} yuan`);
    return zh
      ? ['还差 ', amount, '到账，满 100% 即可确定项目']
      : [amount, ' still missing; at 100 % the project is confirmed'];
  }
  if (publicity.voided?.some(({ replaced }) => replaced === undefined)) {
    return zh
      ? [marked('warn', '公示件已作废'), '，待重新印发、重新公示']
      : [marked('warn', 'The notice is void'), ': it is issued and posted again'];
  }
  if (state === 'PUBLICITY_RUNNING' && publicity.opensAt !== undefined) {
    const day = printDay(dayOf(publicity.opensAt), language);
    return zh
      ? ['公示计日中，', marked('warn', day), ' 起可申请启动']
      : ['The notice hangs; the application opens on ', marked('warn', day)];
  }
  if (state === 'PUBLICITY_RUNNING') {
    return [zh ? '满期日待下一年放假安排发布，不会提前放行' : 'The last day waits for the holidays of next year'];
  }
  if (state === 'OBJECTION') {
    const open = publicity.objections.filter(({ outcome }) => outcome === undefined).length;
    return zh
      ? [marked('warn', String(open)), ' 条异议待调解并记录结果']
      : [marked('warn', many(open, 'objection')), open === 1 ? ' waits for an outcome' : ' wait for an outcome'];
  }
  if (state === 'PLAN_REJECTED' || state === 'WILLINGNESS_FAILED') {
    const tally = (state === 'PLAN_REJECTED' ? consent.planBallot : consent.willingness)?.tally;
    const short = tally?.households.missing ?? 0;
    return zh
      ? ['表决未过，还差 ', marked('warn', `${short} 户`), '、', marked('warn', `${tally?.area.missing ?? '0'} ㎡`)]
      : [
          'Not passed: ',
          marked('warn', many(short, 'household')),
          ' and ',
          marked('warn', `${tally?.area.missing ?? '0'} ㎡`),
          ' short',
        ];
  }
  return [next === undefined ? (zh ? '没有待办' : 'Nothing is waited for') : next.title[language]];
}

/** What the reader's party will do later, and what opens it: the reason with the amount that is missing. */
export function becauseOf(project: ProjectView, language: Language, before?: Bilingual): string {
  const zh = language === 'zh';
  if (before) return zh ? `须先办“${before.zh}”。` : `First: ${before.en}.`;
  const { state, funding, publicity, next } = project;
  if (state === 'ACCOUNT_OPENED' && funding.arrival) {
    const { arrivalRate, missing } = funding.arrival;
    return zh
      ? `到位率 ${arrivalRate}%，未达 100%。再到账 ${printExact(missing)} 元即开放。`
      : `${arrivalRate} % arrived, 100 % needed. It opens when ${printExact(missing)} yuan more arrive.`;
  }
  if (state === 'PUBLICITY_RUNNING') {
    const opens = publicity.opensAt && printDay(dayOf(publicity.opensAt), language);
    if (opens) return zh ? `公示未满，${opens}起可申请。` : `The notice is not over; open from ${opens}.`;
    return zh ? '满期日待放假安排发布。' : 'The last day waits for the calendar.';
  }
  if (next === undefined) return zh ? '项目已了结。' : 'The project is over.';
  return zh ? `须先办“${next.title.zh}”。` : `First: ${next.title.en}.`;
}
