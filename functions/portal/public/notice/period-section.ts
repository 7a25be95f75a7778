// The period of a notice in one card: which working day it is, until when, and the reason for every day.
import type { PlainDate } from '../../../../domain/calendar/plain-date.ts';
import { html, type Markup } from '../markup.ts';
import type { Reader } from '../reader.ts';
import { type CountedNotice, DAY_REASONS, type DayOfNotice } from './count-days.ts';
import { endedOn, type NoticeFacts } from './notice-facts.ts';

const CLAUSE = {
  zh: '依据：温鹿政办〔2020〕21号 二(三)3“公示时间不少于 5 个工作日”；开始的当日不计入（民法典第二百零一条）',
  en: 'By 温鹿政办〔2020〕21号 二(三)3: at least 5 working days; the day of posting does not count (Civil Code, art. 201)',
};

export function periodSection(facts: NoticeFacts, reader: Reader): Markup {
  const { t, say } = reader;
  const { count } = facts;
  if (count === undefined || facts.state === 'PUBLICITY_INTERRUPTED') {
    return html`<section class="card" aria-label="${t('公示进度', 'Period')}"><p class="lead">${t(
      `公示中断：${facts.voided.length > 0 ? '原公示件已作废，新印的还没有张贴' : '有张贴处待重新张贴'}。全部贴好后重新计日，不会缩短。`,
      `Interrupted: ${facts.voided.length > 0 ? 'what hung is void, and the new print does not hang yet' : 'a poster has to be put up again'}. The count then starts anew, and never gets shorter.`,
    )}</p>${restartsOf(facts, reader)}</section>`;
  }
  const counted = count.days.filter(({ number }) => number !== undefined);
  return html`<section class="card" aria-label="${t('公示进度', 'Period')}">
<p class="lead">${leadOf(facts, count, reader)}</p>
<ol class="days">${counted.map((day) => dayBox(day, facts.today, reader))}</ol>
<p>${endOf(facts, count, reader)}</p>
${restartsOf(facts, reader)}
<details><summary>${t('为什么是这一天', 'Why this day')}</summary>
<table class="reasons"><caption class="sr">${t('逐日说明', 'Day by day')}</caption><tbody>${count.days.map(
    ({ date, reason, number }) =>
      html`<tr><th scope="row">${reader.day(date)} ${reader.weekday(date)}</th><td>${number ?? ''}</td><td>${say(DAY_REASONS[reason])}</td></tr>`,
  )}</tbody></table>
<p class="clause">${say(CLAUSE)}</p></details>
</section>`;
}

const restartsOf = ({ restarts }: NoticeFacts, { t, say }: Reader): readonly Markup[] =>
  restarts.map((why) => html`<p class="note">${t('重新计日：', 'Counted anew: ')}${say(why)}${t('。', '.')}</p>`);

function leadOf(
  { state, today, objections }: NoticeFacts,
  { days, period }: CountedNotice,
  { t }: Reader,
): Markup | string {
  const total = period.countedDays.length;
  const passed = days.filter(({ number, date }) => number !== undefined && date <= today).length;
  if (state === 'OBJECTION') {
    return t(
      `公示已满 ${total} 个工作日，${objections.open} 件异议正在调解`,
      `All ${total} working days are over; objections in mediation: ${objections.open}`,
    );
  }
  if (passed === 0) return t('已张贴，计日从下一个工作日开始', 'Posted: the count begins with the next working day');
  const isToday = days.some(({ number, date }) => number !== undefined && date === today);
  const ordinal = html`<b>${passed}</b>`;
  if (period.status !== 'FIXED') return html`${t('已计 ', '')}${ordinal}${t(' 个工作日', ' working days counted')}`;
  return isToday
    ? html`${t('今天是公示第 ', 'Today is working day ')}${ordinal}${t(` 个工作日，共 ${total} 个`, ` of ${total}`)}`
    : html`${t('已公示 ', '')}${ordinal}${t(` 个工作日，共 ${total} 个`, ` of ${total} working days have passed`)}`;
}

function dayBox({ date, number }: DayOfNotice, today: PlainDate, { weekday, t }: Reader): Markup {
  const state = date < today ? 'done' : date === today ? 'now' : '';
  const said = date < today ? t('已过', 'passed') : date === today ? t('今天', 'today') : t('还没到', 'to come');
  return html`<li class="${state}"${date === today ? html` aria-current="date"` : undefined}><b>${number}</b><span>${Number(date.slice(5, 7))}/${Number(date.slice(8))}</span><small>${weekday(date)}</small><span class="sr">${said}</span></li>`;
}

function endOf(facts: NoticeFacts, { period }: CountedNotice, { t, day }: Reader): Markup {
  const over = endedOn(facts);
  if (over) {
    return html`<b>${day(over)} 24:00</b>${t(' 已满，不再接收异议。', ': the period ended, and objections are no longer taken.')}`;
  }
  if (period.status === 'FIXED') {
    return html`${t('到 ', 'Owners may object until ')}<b>${day(period.endsOn)} 24:00</b>${t(' 为止，业主可以提出异议。', '.')}`;
  }
  return html`${t(
    `满期日待定：${period.unpublishedYear} 年放假安排还没有发布。发布后自动补算，不会提前结束。`,
    `The last day is open: the holidays of ${period.unpublishedYear} are not published yet. It will be counted then, and not end early.`,
  )}`;
}
