// An owners' committee or a self-governance group comes into being: nothing is designed before it exists (二(三)1, 三(四)).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { BODY_KINDS } from '../../policy/rules/application.ts';
import { bodyExists } from '../../policy/rules/representative-body.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { bodyFacts } from './record.ts';

export const formBodyInput = z
  .strictObject({
    kind: z.enum(BODY_KINDS),
    /** 共同缔造小组: counts as a self-governance group once the street recognises it (一(二)3). */
    coCreation: z.boolean().default(false),
    formedOn: dayInput,
    /** Filing of the committee, or the street's recognition of the group (B1). */
    recognition: paperInput,
  })
  .refine(({ kind, coCreation }) => !coCreation || kind === 'SELF_GOVERNANCE_GROUP', {
    path: ['coCreation'],
    error: '共同缔造小组属于自治小组｜A co-creation group is a self-governance group',
  });

export const formBody = defineAct<'form-body', z.output<typeof formBodyInput>, undefined, Nothing>({
  name: 'form-body',
  title: { zh: '成立业委会或自治小组', en: 'Form body' },
  step: 1,
  clause: '二(三)1',
  input: formBodyInput,
  decide({ project, input, on, pack }) {
    const ahead = notAhead(on, [['/formedOn', input.formedOn]]);
    if (!ahead.ok) return ahead;
    const facts = { ...bodyFacts(project.consent), body: input.kind };
    return granted({ outcome: 'formed', result: NOTHING, findings: bodyExists(facts, on, pack) });
  },
  apply(project, { input: { kind, coCreation, formedOn }, at }) {
    const state = project.state === 'WILLINGNESS_SUBMITTED' ? 'BODY_FORMED' : project.state;
    return { ...moveTo(project, state, at), consent: { ...project.consent, body: { kind, coCreation, formedOn } } };
  },
  outcome: ({ state }) => (hasReached(state, 'BODY_FORMED') ? 'formed' : undefined),
});
