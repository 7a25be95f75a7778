// The daily log of the site: what was done that day, by how many, with photos (二(三)6 “对工程全过程进行监管”).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput, reasonInput } from '../act-input.ts';

export const keepSiteLogInput = z.strictObject({
  day: dayInput,
  weather: z.string().trim().min(1).max(20),
  workers: z.int().min(0).max(2000),
  work: reasonInput,
  photos: z.array(paperInput).max(20).default([]),
});

export const keepSiteLog = defineAct<
  'keep-site-log',
  z.output<typeof keepSiteLogInput>,
  undefined,
  { readonly days: number }
>({
  name: 'keep-site-log',
  title: { zh: '填写施工日志', en: 'Keep site log' },
  step: 6,
  clause: '二(三)6',
  input: keepSiteLogInput,
  decide({ project, input: { day, workers, photos }, on, pack }) {
    const past = notAhead(on, [['/day', day]]);
    if (!past.ok) return past;
    const { siteLog } = project.programme;
    const { startedOn } = project.works;
    // A log that can be filled in backwards is no log: each day stands behind the one before.
    if (siteLog !== undefined && day <= siteLog.lastOn) {
      return fieldsRefused([
        { path: '/day', says: { zh: `已记至 ${siteLog.lastOn}`, en: `The log is kept up to ${siteLog.lastOn}` } },
      ]);
    }
    if (startedOn !== undefined && day < startedOn) {
      return fieldsRefused([
        { path: '/day', says: { zh: '不得早于开工日期', en: 'Must not be earlier than the start of works' } },
      ]);
    }
    const days = (siteLog?.days ?? 0) + 1;
    const kept = ruleFinding(pack, 'SU-06', {
      verdict: 'PASS',
      code: 'SITE_LOG_KEPT',
      says: { zh: `${day} 施工日志`, en: `Log of ${day}` },
      facts: { day, workers, photos: photos.length },
      figures: { days },
    });
    return granted({ outcome: 'kept', result: { days }, findings: [kept] });
  },
  apply(project, { input: { day }, result: { days } }) {
    return { ...project, programme: { ...project.programme, siteLog: { days, lastOn: day } } };
  },
});
