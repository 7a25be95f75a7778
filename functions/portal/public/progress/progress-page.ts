// Progress for residents: which step, what comes next, whose turn it is, by when.
import type { PlainDate } from '../../../../domain/calendar/plain-date.ts';
import { granted } from '../../../../domain/errors.ts';
import { html, type Markup } from '../markup.ts';
import { type PageAnswer, pageRoute } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { streetOffice } from '../whom-to-ask.ts';
import { findProgress, type Progress } from './read-progress.ts';

export const showProgress = pageRoute({
  name: 'showProgress',
  method: 'GET',
  path: '/p/s/{id}',
  async handle({ params: { id = '' }, reader }, ports) {
    const found = await findProgress(ports, id);
    return found.ok ? granted(progressPage(found.value, reader)) : found;
  },
});

/** The schema says text; the fold wrote a date. */
const dateOf = (text: string): PlainDate => text as PlainDate;

function progressPage(progress: Progress, reader: Reader): PageAnswer {
  const { t, say, date } = reader;
  const { neighbourhood, projectId, step, state, next, since, arrivalRate } = progress;
  const title = t(
    `${neighbourhood}改造到第 ${step} 步：${say(state)}`,
    `${neighbourhood}: step ${step}, ${say(state)}`,
  );
  return {
    title: t(`${neighbourhood}改造进度`, `${neighbourhood}: progress`),
    askAt: streetOffice(progress),
    body: html`<p class="kind">${t('改造进度', 'Progress')}</p>
<h1>${title}</h1>
<p class="by">${t(`项目编号 ${projectId}`, `Project ${projectId}`)}</p>
<section class="card" aria-labelledby="next"><h2 id="next">${t('下一步', 'What comes next')}</h2>${nextOf(next, reader)}</section>
${worksOf(progress.works, reader)}<section aria-labelledby="steps"><h2 id="steps">${t('九个步骤', 'The nine steps')}</h2><ol class="steps">${progress.steps.map((each) => stepOf(each, step, reader))}</ol></section>
${
  arrivalRate === undefined
    ? undefined
    : html`<section aria-labelledby="money"><h2 id="money">${t('自筹资金', 'Residents’ money')}</h2><p>${t('到位率 ', 'Arrived: ')}<b>${arrivalRate}%</b>${t('，满 100% 才能确定项目。', '; the project is confirmed only at 100%.')}</p><p class="clause">${t('依据：温鹿政办〔2020〕21号 二(三)4', 'By 温鹿政办〔2020〕21号 二(三)4')}</p></section>`
}
<p class="asof">${t(`这一状态从 ${date(dateOf(since))} 开始。`, `In this state since ${date(dateOf(since))}.`)}</p>`,
  };
}

function worksOf(works: Progress['works'], { t, date }: Reader): Markup | undefined {
  if (works === undefined) return undefined;
  const { percent, publishedOn, nextOn } = works;
  return html`<section aria-labelledby="works"><h2 id="works">${t('工程进度', 'The works')}</h2><p>${t('已完成 ', 'Done: ')}<b>${percent}%</b>${t(`（${date(dateOf(publishedOn))}通报），下次通报不晚于 ${date(dateOf(nextOn))}。`, ` (told on ${date(dateOf(publishedOn))}); the next report comes by ${date(dateOf(nextOn))}.`)}</p><p class="clause">${t('依据：温鹿政办〔2020〕21号 三(五)', 'By 温鹿政办〔2020〕21号 三(五)')}</p></section>
`;
}

function nextOf(next: Progress['next'], { t, say, date }: Reader): Markup {
  if (next === undefined) return html`<p>${t('没有要办的事项了。', 'Nothing is left to do.')}</p>`;
  return html`<dl class="facts"><dt>${t('办什么', 'What')}</dt><dd>${say(next.title)}</dd>
<dt>${t('谁来办', 'Who')}</dt><dd>${say(next.owner)}</dd>
<dt>${t('预计在', 'Expected by')}</dt><dd>${date(dateOf(next.dueOn))}</dd></dl>`;
}

function stepOf(
  { step, title, reachedOn }: Progress['steps'][number],
  current: number,
  { t, say, date }: Reader,
): Markup {
  const isCurrent = step === current;
  const said = isCurrent
    ? t('现在', 'now')
    : reachedOn === undefined || step > current
      ? t('还没到', 'to come')
      : t('已过', 'done');
  const mark = isCurrent ? 'now' : step < current ? 'done' : '';
  return html`<li class="${mark}"${isCurrent ? html` aria-current="step"` : undefined}><b>${step}</b><span>${say(title)}</span><small>${reachedOn === undefined ? said : sinceOf(said, date(dateOf(reachedOn)), t)}</small></li>`;
}

/** The day is that on which the step began. */
const sinceOf = (said: string, day: string, t: Reader['t']): string => t(`${day}起，${said}`, `from ${day}, ${said}`);
