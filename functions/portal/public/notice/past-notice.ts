// A notice whose time is over: its result stays, rooms and questions about them are closed. One that was replaced says by which.
import { readCode } from '../../../../domain/paper/filing-code.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { type Project, stepOf } from '../../../../domain/projects/project.ts';
import { spokenCode } from '../../../runtime/find-notice.ts';
import { loadProject } from '../../../runtime/load-project.ts';
import { html } from '../markup.ts';
import type { PageAnswer } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { moneySection } from './money-section.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { ballotSection, objectionsSection } from './notice-page.ts';

export type PastNotice = { readonly project: Project } & (
  | { readonly was: 'ENDED' }
  | { readonly was: 'REPLACED'; readonly version: number; readonly by: number }
);

/** Undefined: the code never was on a wall, or what it stood for was given up. */
export async function findPastNotice(ports: Ports, code: string): Promise<PastNotice | undefined> {
  const reading = readCode(ports.seal, spokenCode(code));
  if (reading.verdict !== 'GENUINE' || reading.page.kind !== 'F3') return undefined;
  const project = await loadProject(ports, reading.page.projectNo);
  const current = project?.consent.planBallot?.planVersion;
  if (project?.publicity.endsOn === undefined || current === undefined) return undefined;
  const { version } = reading.page;
  if (version < current) return { project, was: 'REPLACED', version, by: current };
  const isOver = project.state === 'PUBLICITY_SATISFIED' || stepOf(project) > 3;
  return version === current && isOver ? { project, was: 'ENDED' } : undefined;
}

export function pastNoticePage(past: PastNotice, facts: NoticeFacts, reader: Reader): PageAnswer {
  const { t, link } = reader;
  const title = t(
    `${facts.neighbourhood}改造居民意见公示书`,
    `${facts.neighbourhood}: residents’ opinions on the renovation`,
  );
  return {
    title,
    body: html`<p class="kind">${t('居民意见公示书', 'Notice of opinions')}</p>
<h1>${title}</h1>
${past.was === 'ENDED' ? ended(past.project, facts, reader) : replaced(past, reader)}
<p class="asof"><a href="${link(`/p/s/${facts.projectId}`)}">${t('改造进度', 'Progress of the works')}</a></p>`,
  };
}

function ended({ publicity }: Project, facts: NoticeFacts, reader: Reader) {
  const { t, date } = reader;
  return html`<section class="card over" aria-label="${t('公示进度', 'Period')}"><p class="lead">${t('公示已满', 'The period is over')}</p>
<p>${publicity.endsOn && t(`${date(publicity.endsOn)} 24:00 结束。同意改造的房号不再提供查询，结果如下。`, `It ended on ${date(publicity.endsOn)} at 24:00. Rooms can no longer be looked up; the result stays.`)}</p></section>
${ballotSection(facts, reader)}
${moneySection(facts, reader)}
${objectionsSection(facts, reader)}`;
}

const replaced = ({ version, by }: Extract<PastNotice, { was: 'REPLACED' }>, { t }: Reader) =>
  html`<section class="card" aria-label="${t('公示进度', 'Period')}"><p class="lead">${t(`这份是方案第 ${version} 版，已换成第 ${by} 版`, `This was version ${version} of the plan: version ${by} has replaced it`)}</p>
<p>${t('新方案重新表决、重新公示，请看小区里新张贴的公示，扫上面的二维码。', 'The new plan is voted on and posted anew: look at the new notice on the wall, and scan its picture.')}</p></section>`;
