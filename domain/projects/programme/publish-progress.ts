// The employer tells the residents how far the works are, at fixed intervals (三(五) “工程进度定期通报”, I-11).
import * as z from 'zod';
import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import { granted } from '../../errors.ts';
import { valueOn } from '../../policy/parameters/dated.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { programmeParameters } from '../../programme/parameters.ts';
import { defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput, reasonInput } from '../act-input.ts';
import type { Project } from '../project.ts';

export const publishProgressInput = z.strictObject({
  publishedOn: dayInput,
  /** Share of the works done. */
  percent: z.int().min(0).max(100),
  summary: reasonInput,
  /** The notice on the board, photographed where it hangs. */
  photo: paperInput,
});

export const publishProgress = defineAct<
  'publish-progress',
  z.output<typeof publishProgressInput>,
  undefined,
  { readonly nextOn: PlainDate }
>({
  name: 'publish-progress',
  title: { zh: '向居民通报工程进度', en: 'Publish progress' },
  step: 6,
  clause: '三(五)',
  input: publishProgressInput,
  decide({ project, input: { publishedOn, percent }, on, pack }) {
    const past = notAhead(on, [['/publishedOn', publishedOn]]);
    if (!past.ok) return past;
    const last = project.programme.progress;
    if (last !== undefined && publishedOn <= last.publishedOn) {
      return fieldsRefused([
        {
          path: '/publishedOn',
          says: { zh: `上次通报为 ${last.publishedOn}`, en: `The last report is of ${last.publishedOn}` },
        },
      ]);
    }
    const dueOn = progressDue(project);
    const late = dueOn !== undefined && publishedOn > dueOn;
    const published = ruleFinding(pack, 'I-11', {
      verdict: late ? 'WARN' : 'PASS',
      code: late ? 'PROGRESS_PUBLISHED_LATE' : 'PROGRESS_PUBLISHED',
      says: late
        ? { zh: `工程进度 ${percent}%，应于 ${dueOn} 前通报`, en: `${percent} % done; the report was due on ${dueOn}` }
        : { zh: `工程进度 ${percent}%`, en: `${percent} % of the works are done` },
      facts: { publishedOn, percent },
      figures: { dueOn: dueOn ?? null },
    });
    return granted({
      outcome: 'published',
      result: { nextOn: nextReport(publishedOn) },
      findings: [published],
    });
  },
  apply(project, { input: { publishedOn, percent }, result: { nextOn } }) {
    return { ...project, programme: { ...project.programme, progress: { publishedOn, percent, nextOn } } };
  },
});

/** When residents should hear next; undefined while nothing is being built. */
export function progressDue({ state, works, programme }: Project): PlainDate | undefined {
  if (state !== 'UNDER_CONSTRUCTION') return undefined;
  if (programme.progress) return programme.progress.nextOn;
  return works.startedOn && nextReport(works.startedOn);
}

const nextReport = (last: PlainDate): PlainDate =>
  addDays(last, valueOn(programmeParameters.progressIntervalDays, last));
