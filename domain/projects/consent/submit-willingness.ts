// The willingness that two thirds have shown is put before the street (二(三)1).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { bodyExists } from '../../policy/rules/representative-body.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { bodyFacts } from './record.ts';

export const submitWillingnessInput = z.strictObject({
  submittedOn: dayInput,
  /** Statement of willingness to the street (W1). */
  statement: paperInput,
});

export const submitWillingness = defineAct<
  'submit-willingness',
  z.output<typeof submitWillingnessInput>,
  undefined,
  Nothing
>({
  name: 'submit-willingness',
  title: { zh: '提出改造意愿', en: 'Submit willingness' },
  step: 1,
  clause: '二(三)1',
  input: submitWillingnessInput,
  decide({ project: { consent }, input, on, pack }) {
    const ahead = notAhead(on, [['/submittedOn', input.submittedOn]]);
    if (!ahead.ok) return ahead;
    return granted({ outcome: 'submitted', result: NOTHING, findings: bodyExists(bodyFacts(consent), on, pack) });
  },
  // A body may have been formed before the willingness was shown: then nothing is left to wait for.
  apply: (project, { at }) =>
    moveTo(project, project.consent.body === undefined ? 'WILLINGNESS_SUBMITTED' : 'BODY_FORMED', at),
  outcome: ({ state }) => (hasReached(state, 'WILLINGNESS_SUBMITTED') ? 'submitted' : undefined),
});
