// Why a notice ends on the day it ends: each day from the posting to the opening, and the reasons in order.
import { addDays, dayOfWeek, plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { DayKind } from '../../domain/calendar/working-days.ts';
import { printDay } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';

export interface StripDay {
  readonly date: string;
  readonly kind: 'POSTED' | 'COUNTED' | 'WORKED' | 'OFF' | 'WEEKEND' | 'UNKNOWN' | 'OPENS';
  /** Which of the counted days it is. */
  readonly number?: number;
}

export function stripOf(facts: {
  readonly postedOn: string;
  readonly endsOn: string | undefined;
  readonly opensOn: string | undefined;
  readonly calendar: readonly { readonly date: string; readonly kind: DayKind }[];
}): readonly StripDay[] {
  const { postedOn, endsOn, opensOn, calendar } = facts;
  const last = opensOn ?? (endsOn && addDays(plainDateOf(endsOn), 1));
  const days: StripDay[] = [];
  let number = 0;
  for (const { date, kind } of calendar) {
    if (date < postedOn || (last !== undefined && date > last)) continue;
    const weekend = dayOfWeek(plainDateOf(date)) >= 6;
    if (date === postedOn) days.push({ date, kind: 'POSTED' });
    else if (date === opensOn) days.push({ date, kind: 'OPENS' });
    else if (kind === 'UNKNOWN') days.push({ date, kind: 'UNKNOWN' });
    else if (kind === 'OFF') days.push({ date, kind: weekend ? 'WEEKEND' : 'OFF' });
    else {
      number += 1;
      days.push({ date, kind: weekend ? 'WORKED' : 'COUNTED', number });
    }
  }
  return days;
}

/** `voidedOn`: days on which papers of the notice were voided, after which it was posted again. */
export function whyThisDay(
  days: readonly StripDay[],
  language: Language,
  voidedOn: readonly string[] = [],
): readonly string[] {
  const zh = language === 'zh';
  const of = (...kinds: readonly StripDay['kind'][]) => days.filter(({ kind }) => kinds.includes(kind));
  const list = (some: readonly StripDay[]) => some.map(({ date }) => printDay(date, language)).join(zh ? '、' : ', ');
  const [posted] = of('POSTED');
  const [opens] = of('OPENS');
  const counted = of('COUNTED', 'WORKED');
  const last = counted.at(-1);
  const reasons = [...new Set(voidedOn)].map((date) =>
    zh
      ? `${printDay(date, language)} 公示件作废，此前的日子不计；重新张贴后重新计算（PB-04）。`
      : `A paper of the notice was voided on ${printDay(date, language)}: no day before counts, the count began anew once it hung again (PB-04).`,
  );
  if (posted) {
    const day = printDay(posted.date, language);
    reasons.push(
      zh
        ? `最后一处确认张贴是 ${day}，当日不计（民法典第 201 条）。`
        : `The last posting was confirmed on ${day}; that day is not counted (Civil Code 201).`,
    );
  }
  const off = of('OFF');
  if (off.length > 0) reasons.push(zh ? `${list(off)} 放假，不计。` : `${list(off)}: holidays, not counted.`);
  const weekend = of('WEEKEND');
  if (weekend.length > 0) reasons.push(zh ? `${list(weekend)} 休息，不计。` : `${list(weekend)}: off, not counted.`);
  const worked = of('WORKED');
  if (worked.length > 0) {
    reasons.push(zh ? `${list(worked)} 调休上班，计入。` : `${list(worked)}: worked by arrangement, counted.`);
  }
  if (of('UNKNOWN').length > 0) {
    reasons.push(
      zh
        ? '下一年放假安排未发布，其余日子待定；发布后补算，只会变晚。'
        : 'The holidays of the next year are not published: the rest is open and can only get later.',
    );
  }
  if (last && opens) {
    const end = printDay(last.date, language);
    const open = printDay(opens.date, language);
    reasons.push(
      zh
        ? `第 ${counted.length} 个工作日是 ${end}，要过完当天 24:00；${open} 起可申请启动。`
        : `Working day ${counted.length} is ${end} and must pass until 24:00; the application opens on ${open}.`,
    );
  }
  return reasons;
}
