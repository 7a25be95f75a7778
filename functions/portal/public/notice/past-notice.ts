// A notice that holds no more. Its time is over: its result stays, rooms and questions about them are closed. It was replaced:
// it says by which. It was voided: it says since when, and shows nothing of what it said.
import type { PlainDate } from '../../../../domain/calendar/plain-date.ts';
import { type PageName, readableCode, readCode } from '../../../../domain/paper/filing-code.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { type Project, stepOf } from '../../../../domain/projects/project.ts';
import { codeInAddress, findNotice, noticeVoidedOn, spokenCode } from '../../../runtime/find-notice.ts';
import { printingInForce } from '../../../runtime/issued-papers.ts';
import { loadProject } from '../../../runtime/load-project.ts';
import { html, type Markup } from '../markup.ts';
import type { PageAnswer } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { streetOffice } from '../whom-to-ask.ts';
import { moneySection } from './money-section.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { ballotSection, objectionsSection } from './notice-page.ts';

export type PastNotice = { readonly project: Project } & (
  | { readonly was: 'ENDED' }
  | {
      readonly was: 'VOIDED';
      readonly version: number;
      readonly on: PlainDate;
      /** A later version, or a later printing of this one, whose notice hangs or hung to its end. */
      readonly valid: (HangingNotice & { readonly version: number }) | undefined;
    }
  | {
      readonly was: 'REPLACED';
      readonly version: number;
      /** The newest version of the plan; undefined while it is still being drawn up. */
      readonly by: number | undefined;
      /** Of the notice of that version, once it hangs. */
      readonly code: string | undefined;
    }
);

interface HangingNotice {
  readonly code: string;
  /** 2 and more: issued again under the same version. */
  readonly printing?: number;
}

/** Undefined: the code never was on a wall, or what it stood for was given up. */
export async function findPastNotice(ports: Ports, code: string): Promise<PastNotice | undefined> {
  const reading = readCode(ports.seal, spokenCode(code));
  if (reading.verdict !== 'GENUINE' || reading.page.kind !== 'F3') return undefined;
  const project = await loadProject(ports, reading.page.projectNo);
  const newest = project?.consent.plan?.version;
  if (project === undefined || newest === undefined) return undefined;
  const { version } = reading.page;
  const on = await noticeVoidedOn(ports, reading.page);
  if (on !== undefined) {
    const hanging = await findHanging(ports, project, newest, reading.page);
    return { project, was: 'VOIDED', version, on, valid: hanging && { ...hanging, version: newest } };
  }
  const isOver = project.publicity.endsOn && (project.state === 'PUBLICITY_SATISFIED' || stepOf(project) > 3);
  if (version === project.consent.planBallot?.planVersion) return isOver ? { project, was: 'ENDED' } : undefined;
  // Back at the drawing board: the last plan handed in is the one that was given up.
  if (version === newest && project.state === 'DESIGNING')
    return { project, was: 'REPLACED', version, by: undefined, code: undefined };
  if (version >= newest) return undefined;
  return {
    project,
    was: 'REPLACED',
    version,
    by: newest,
    code: (await findHanging(ports, project, newest, reading.page))?.code,
  };
}

/** The notice of this version that hangs or hung to its end; not that of the very one that was asked for. */
async function findHanging(
  ports: Ports,
  { projectId }: Project,
  version: number,
  asked: PageName,
): Promise<HangingNotice | undefined> {
  const notice = { projectNo: projectId, kind: 'F3', version, page: 1 } as const;
  const printing = await printingInForce(ports, notice);
  if (version === asked.version && printing === asked.printing) return undefined;
  const again = printing === undefined ? {} : { printing };
  const code = codeInAddress(readableCode(ports.seal, { ...notice, ...again }));
  const hangs = (await findNotice(ports, code)).ok || (await findPastNotice(ports, code))?.was === 'ENDED';
  return hangs ? { code, ...again } : undefined;
}

export function pastNoticePage(past: PastNotice, facts: NoticeFacts, reader: Reader): PageAnswer {
  const { t, link } = reader;
  const title = t(
    `${facts.neighbourhood}改造居民意见公示书`,
    `${facts.neighbourhood}: residents’ opinions on the renovation`,
  );
  return {
    title,
    askAt: streetOffice(facts),
    body: html`<p class="kind">${t('居民意见公示书', 'Notice of opinions')}</p>
<h1>${title}</h1>
${bodyOf(past, facts, reader)}
<p class="asof"><a href="${link(`/p/s/${facts.projectId}`)}">${t('改造进度', 'Progress of the works')}</a></p>`,
  };
}

function bodyOf(past: PastNotice, facts: NoticeFacts, reader: Reader): Markup {
  switch (past.was) {
    case 'ENDED':
      return ended(past.project, facts, reader);
    case 'REPLACED':
      return replaced(past, reader);
    case 'VOIDED':
      return voided(past, reader);
  }
}

/** What somebody before the poster has to know: that it no longer counts, what does, and who answers. */
function voided({ version, on, valid }: Extract<PastNotice, { was: 'VOIDED' }>, { t, date, link }: Reader): Markup {
  return html`<section class="card void" aria-label="${t('公示状态', 'State of the notice')}"><p class="lead">${t(
    `这份公示（方案第 ${version} 版）已作废，不再有效`,
    `This notice (version ${version} of the plan) was voided and no longer holds`,
  )}</p>
<p>${t(
    `${date(on)}由出具单位两人核定作废。墙上还贴着的，不作数：上面的名单、日期、金额都不要再用，也不再凭它接收异议。`,
    `Two persons of the office that issued it voided it on ${date(on)}. A poster that still hangs no longer counts: do not go by its list, its days or its amounts; no objection is taken by it.`,
  )}</p>
${
  valid
    ? html`<p><a class="act wide" href="${link(`/p/n/${valid.code}`)}">${t(`看现在有效的公示（${versionIn('zh', valid)}）`, `Look at the notice in force (${versionIn('en', valid)})`)}</a></p>`
    : html`<p>${t('现在没有可以代替它的公示。重新公示后，请扫新公示上的二维码。', 'There is no other notice in its place yet. When there is, scan the picture on it.')}</p>`
}
<p class="note">${t(
    '有疑问、有意见的，请找业委会（自治小组）、社区或属地街道；以前提过异议的，凭异议编号照样能查处理结果。',
    'Questions and opinions: turn to the owners’ body, the community or the street office. Whoever objected before can still look up the outcome by the number of the objection.',
  )}</p></section>`;
}

function versionIn(language: 'zh' | 'en', { version, printing }: { version: number; printing?: number }): string {
  if (language === 'zh') return `第 ${version} 版${printing === undefined ? '' : `第 ${printing} 次印发`}`;
  return `version ${version}${printing === undefined ? '' : `, printing ${printing}`}`;
}

function ended({ publicity }: Project, facts: NoticeFacts, reader: Reader) {
  const { t, date } = reader;
  return html`<section class="card over" aria-label="${t('公示进度', 'Period')}"><p class="lead">${t('公示已满', 'The period is over')}</p>
<p>${publicity.endsOn && t(`${date(publicity.endsOn)} 24:00 结束。同意改造的房号不再提供查询，结果如下。`, `It ended on ${date(publicity.endsOn)} at 24:00. Rooms can no longer be looked up; the result stays.`)}</p></section>
${ballotSection(facts, reader)}
${moneySection(facts, reader)}
${objectionsSection(facts, reader)}`;
}

function replaced({ project, version, by, code }: Extract<PastNotice, { was: 'REPLACED' }>, { t, date, link }: Reader) {
  const from = project.publicity.runsFrom;
  return html`<section class="card" aria-label="${t('公示进度', 'Period')}"><p class="lead">${
    by === undefined
      ? t(
          `这份是方案第 ${version} 版，已退回修改，不再有效`,
          `This was version ${version} of the plan: it is being revised and no longer holds`,
        )
      : t(
          `这份是方案第 ${version} 版，已换成第 ${by} 版`,
          `This was version ${version} of the plan: version ${by} has replaced it`,
        )
  }</p>
<p>${
    code === undefined
      ? t(
          '新方案要重新表决、重新公示，现在还没有张贴。张贴后请扫新公示上的二维码。',
          'The new plan is voted on and posted anew; it does not hang yet. When it does, scan the picture on the new notice.',
        )
      : from
        ? t(
            `第 ${by} 版已重新表决，${date(from)}张贴，重新公示。`,
            `Version ${by} was voted on again and posted on ${date(from)}.`,
          )
        : t(`第 ${by} 版已重新表决、重新公示。`, `Version ${by} was voted on and posted again.`)
  }</p>
${code && html`<p><a class="act wide" href="${link(`/p/n/${code}`)}">${t(`看第 ${by} 版的公示`, `Look at the notice of version ${by}`)}</a></p>`}</section>`;
}
