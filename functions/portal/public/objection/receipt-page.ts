// The receipt of an objection: its number, when it came, what became of it. It says nothing of who objected and to what.
import type { Bilingual } from '../../../../domain/bilingual.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import type { Objection, ObjectionOutcome } from '../../../../domain/projects/publicity/record.ts';
import { html } from '../markup.ts';
import type { PageAnswer } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { streetOffice } from '../whom-to-ask.ts';

const OUTCOMES: Readonly<Record<ObjectionOutcome, Bilingual>> = {
  RESOLVED: { zh: '已调解，意见一致', en: 'Mediated: resolved' },
  WITHDRAWN: { zh: '提出人已撤回', en: 'Withdrawn' },
  UNRESOLVED_RECORDED: { zh: '已调解，意见不一致，记录在案', en: 'Mediated: not resolved, and on record' },
};

export function receiptPage(
  { neighbourhood, projectId }: Project,
  { objectionId, raisedOn, outcome }: Objection,
  { t, say, date, link }: Reader,
): PageAnswer {
  return {
    title: t(`异议 ${objectionId}`, `Objection ${objectionId}`),
    askAt: streetOffice(neighbourhood),
    body: html`<h1 class="plain">${t('已收到，编号 ', 'Received under the number ')}<span class="number">${objectionId}</span></h1>
<p>${t('请保存本页网址，随时打开可看处理结果；也请记下编号，凭编号可向业委会（自治小组）或街道查询。', 'Keep the address of this page: it tells what becomes of the objection. Write the number down too: the owners’ body and the street office look it up by it.')}</p>
<dl class="facts">
<dt>${t('小区', 'Neighbourhood')}</dt><dd>${neighbourhood.name}</dd>
<dt>${t('收到日期', 'Received')}</dt><dd>${date(raisedOn)}</dd>
<dt>${t('处理结果', 'Outcome')}</dt><dd>${outcome === undefined ? t('正在调解', 'In mediation') : say(OUTCOMES[outcome])}</dd>
</dl>
<p class="note">${t('接下来由业委会（自治小组）牵头协商调解。调解没有结果前，项目不会进入下一步。', 'The owners’ body leads the mediation. Until there is an outcome, the project does not go on.')}</p>
<p class="clause">${t('依据：温鹿政办〔2020〕21号 二(三)3', 'By 温鹿政办〔2020〕21号 二(三)3')}</p>
<p><a href="${link(`/p/s/${projectId}`)}">${t('看改造进度', 'See the progress of the project')}</a></p>`,
  };
}
