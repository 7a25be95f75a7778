// Objecting when the period is over: since when, and who hears the resident all the same. What was typed is given back, not kept.
import type { PlainDate } from '../../../../domain/calendar/plain-date.ts';
import type { Outcome } from '../../../../domain/errors.ts';
import type { Ports } from '../../../../domain/ports.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { html } from '../markup.ts';
import { endedOn, noticeFacts } from '../notice/notice-facts.ts';
import { findPastNotice } from '../notice/past-notice.ts';
import type { PageAnswer, PageRequest } from '../page-route.ts';
import { numberOf, streetOffice } from '../whom-to-ask.ts';

/** `found`: what the code of the notice stands for. Undefined while objections are taken, or where there is no such notice. */
export async function closedObjection(
  ports: Ports,
  code: string,
  found: Outcome<Project>,
  request: PageRequest,
): Promise<PageAnswer | undefined> {
  if (found.ok) {
    const on = endedOn(await noticeFacts(ports, found.value));
    return on && closedPage(found.value, on, code, request);
  }
  const past = await findPastNotice(ports, code);
  const on = past?.was === 'ENDED' ? past.project.publicity.endsOn : undefined;
  return past && on && closedPage(past.project, on, code, request);
}

function closedPage(
  { neighbourhood }: Project,
  on: PlainDate,
  code: string,
  { reader, form, contact }: PageRequest,
): PageAnswer {
  const { t, say, day, link } = reader;
  const askAt = streetOffice(neighbourhood);
  const { title, number } = contact(askAt);
  const words = form.words?.trim();
  return {
    status: 409,
    title: t('不再接收异议', 'Objections are no longer taken'),
    askAt,
    body: html`<p class="back"><a href="${link(`/p/n/${code}`)}">${t('返回公示', 'Back to the notice')}</a></p>
<h1 class="plain">${t('不再接收异议', 'Objections are no longer taken')}</h1>
<p class="note">${neighbourhood.name}</p>
<p class="answer no">${t(
      `公示 ${day(on)} 24:00 已满，不再接收异议；可向${say(title)}反映`,
      `The notice ended on ${day(on)} at 24:00, and objections are no longer taken; you can still turn to the ${say(title)}`,
    )}${number === undefined ? t('。', '.') : t('，电话：', ', by telephone:')}${numberOf(contact(askAt))}</p>
${
  words &&
  html`<p>${t('这次写的没有提交，也没有保存。要用的，请抄下来：', 'What you wrote now was not sent and is not kept. Copy it if you need it:')}</p>
<blockquote class="written">${words}</blockquote>`
}<p class="clause">${t('依据：温鹿政办〔2020〕21号 二(三)3', 'By 温鹿政办〔2020〕21号 二(三)3')}</p>`,
  };
}
