// The period is over: the project may go on, or every objection without an outcome is mediated first (二(三)3, PB-03, PB-05).
import * as z from 'zod';
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';
import { gateShut, granted } from '../../errors.ts';
import { defineAct } from '../act.ts';
import { moveTo } from '../project.ts';
import { assessPublicity } from './assess-publicity.ts';

export interface PublicityResult {
  readonly countedDays: readonly PlainDate[];
  readonly endsOn: PlainDate;
  readonly opensAt: Instant;
}

export const closePublicity = defineAct<'close-publicity', Record<string, never>, undefined, PublicityResult>({
  name: 'close-publicity',
  title: { zh: '公示期满审核', en: 'Close publicity' },
  step: 3,
  clause: '二(三)3',
  input: z.strictObject({}),
  decide({ project, at, calendar, pack }) {
    const assessed = assessPublicity(project, at, calendar, pack);
    const { outcome, findings } = assessed;
    // Once in mediation there is nothing to decide before the last outcome.
    if (outcome === 'satisfied' || (outcome === 'objections-open' && project.state !== 'OBJECTION')) {
      const { countedDays, endsOn, opensAt } = assessed.period;
      return granted({ outcome, result: { countedDays, endsOn, opensAt }, findings });
    }
    return gateShut(findings);
  },
  apply: (project, { outcome, result: { endsOn, opensAt }, at }) => ({
    ...moveTo(project, outcome === 'satisfied' ? 'PUBLICITY_SATISFIED' : 'OBJECTION', at),
    publicity: { ...project.publicity, endsOn, opensAt },
  }),
});
