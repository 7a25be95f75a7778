// A poster is found down or covered: it must go up again, and the count begins again from that day (PB-04).
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { granted, type Outcome } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { type Deciding, defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { countPeriod } from './period.ts';
import { placeInput } from './post-notice.ts';
import type { PostingPlace } from './record.ts';

export const reportPosterDownInput = z.strictObject({ place: placeInput, foundDownOn: dayInput });

type PosterDownInput = z.output<typeof reportPosterDownInput>;

export const reportPosterDown = defineAct<'report-poster-down', PosterDownInput, undefined, Nothing>({
  name: 'report-poster-down',
  title: { zh: '报告公示件脱落', en: 'Report poster down' },
  step: 3,
  clause: '二(三)3',
  input: reportPosterDownInput,
  decide(deciding) {
    const { input, on, pack } = deciding;
    const ahead = notAhead(on, [['/foundDownOn', input.foundDownOn]]);
    if (!ahead.ok) return ahead;
    const wasHanging = checkHanging(deciding);
    if (!wasHanging.ok) return wasHanging;
    const restarted = ruleFinding(pack, 'PB-04', {
      verdict: 'WARN',
      code: 'PUBLICITY_RESTARTED',
      says: {
        zh: `${input.foundDownOn} 发现“${input.place}”公示件脱落，重新张贴后重新计算`,
        en: `The poster at ${input.place} was found down on ${input.foundDownOn}: the count begins again once it is up`,
      },
      facts: { ...input },
    });
    return granted({ outcome: 'interrupted', result: NOTHING, findings: [restarted] });
  },
  // The end that was announced is kept: a new posting may only move it on.
  apply(project, { input, at }) {
    const { runsFrom: _, opensAt: __, ...publicity } = project.publicity;
    const places = publicity.places.map((each): PostingPlace => {
      const { place, conspicuous } = each;
      return place === input.place ? { place, conspicuous, notBefore: input.foundDownOn } : each;
    });
    return { ...moveTo(project, 'PUBLICITY_INTERRUPTED', at), publicity: { ...publicity, places } };
  },
});

function checkHanging({ project, input, calendar, pack }: Deciding<PosterDownInput, undefined>): Outcome<undefined> {
  const { places, runsFrom, endsOn } = project.publicity;
  const posted = places.find(({ place }) => place === input.place)?.posted;
  if (posted === undefined) {
    const says = { zh: '该处没有已确认的张贴', en: 'No posting is confirmed there' };
    return fieldsRefused([{ path: '/place', says }]);
  }
  if (input.foundDownOn < posted.on) {
    const says = { zh: `不得早于张贴之日（${posted.on}）`, en: `Must not be earlier than the posting, ${posted.on}` };
    return fieldsRefused([{ path: '/foundDownOn', says }]);
  }
  const period = runsFrom && countPeriod(runsFrom, endsOn, calendar, pack).period;
  if (period?.status === 'FIXED' && input.foundDownOn > period.endsOn)
    return fieldsRefused([afterTheEnd(period.endsOn)]);
  return granted(undefined);
}

const afterTheEnd = (endsOn: PlainDate) => ({
  path: '/foundDownOn',
  says: { zh: `公示期已于 ${endsOn} 届满`, en: `The period ended on ${endsOn}` },
});
