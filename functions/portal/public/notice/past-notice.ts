// A notice whose time is over: its result stays, rooms and questions about them are closed. One that was replaced says by which.
import { readableCode, readCode } from '../../../../domain/paper/filing-code.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { type Project, stepOf } from '../../../../domain/projects/project.ts';
import { codeInAddress, findNotice, spokenCode } from '../../../runtime/find-notice.ts';
import { loadProject } from '../../../runtime/load-project.ts';
import { html } from '../markup.ts';
import type { PageAnswer } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { moneySection } from './money-section.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { ballotSection, objectionsSection } from './notice-page.ts';

export type PastNotice = { readonly project: Project } & (
  | { readonly was: 'ENDED' }
  | {
      readonly was: 'REPLACED';
      readonly version: number;
      /** The newest version of the plan; undefined while it is still being drawn up. */
      readonly by: number | undefined;
      /** Of the notice of that version, once it hangs. */
      readonly code: string | undefined;
    }
);

/** Undefined: the code never was on a wall, or what it stood for was given up. */
export async function findPastNotice(ports: Ports, code: string): Promise<PastNotice | undefined> {
  const reading = readCode(ports.seal, spokenCode(code));
  if (reading.verdict !== 'GENUINE' || reading.page.kind !== 'F3') return undefined;
  const project = await loadProject(ports, reading.page.projectNo);
  const newest = project?.consent.plan?.version;
  if (project === undefined || newest === undefined) return undefined;
  const { version } = reading.page;
  const isOver = project.publicity.endsOn && (project.state === 'PUBLICITY_SATISFIED' || stepOf(project) > 3);
  if (version === project.consent.planBallot?.planVersion) return isOver ? { project, was: 'ENDED' } : undefined;
  // Back at the drawing board: the last plan handed in is the one that was given up.
  if (version === newest && project.state === 'DESIGNING')
    return { project, was: 'REPLACED', version, by: undefined, code: undefined };
  if (version >= newest) return undefined;
  return { project, was: 'REPLACED', version, by: newest, code: await codeOfNotice(ports, project, newest) };
}

async function codeOfNotice(ports: Ports, { projectId }: Project, version: number): Promise<string | undefined> {
  const code = codeInAddress(readableCode(ports.seal, { projectNo: projectId, kind: 'F3', version, page: 1 }));
  const hangs = (await findNotice(ports, code)).ok || (await findPastNotice(ports, code))?.was === 'ENDED';
  return hangs ? code : undefined;
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
