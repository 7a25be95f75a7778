// The body records how an objection ended: an outcome is required, agreement is not; a changed plan is voted on again (PB-05).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { OBJECTION_OUTCOMES, objectionsHaveOutcomes } from '../../policy/rules/publicity.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { backToDesign, findBallotAgain } from '../consent/back-to-design.ts';
import { type Objection, openObjections } from './record.ts';

export const recordMediationInput = z.strictObject({
  objectionId: z.string(),
  outcome: z.enum(OBJECTION_OUTCOMES),
  mediatedOn: dayInput,
  /** Mediation record (OB2). */
  record: paperInput,
  /** The mediation changes what owners voted on. */
  materialChange: z.boolean(),
});

type MediationInput = z.output<typeof recordMediationInput>;

export const recordMediation = defineAct<'record-mediation', MediationInput, undefined, Nothing>({
  name: 'record-mediation',
  title: { zh: '记录协商调解', en: 'Record mediation' },
  step: 3,
  clause: '二(三)3',
  input: recordMediationInput,
  decide({ project, input, on, pack }) {
    const objection = openObjections(project.publicity).find(({ objectionId }) => objectionId === input.objectionId);
    if (objection === undefined) {
      const says = { zh: '没有这件待调解的异议', en: 'No objection of this number awaits mediation' };
      return fieldsRefused([{ path: '/objectionId', says }]);
    }
    const ahead = notAhead(on, [['/mediatedOn', input.mediatedOn]]);
    if (!ahead.ok) return ahead;
    if (input.mediatedOn < objection.raisedOn) {
      const says = {
        zh: `不得早于异议之日（${objection.raisedOn}）`,
        en: `Must not be earlier than ${objection.raisedOn}`,
      };
      return fieldsRefused([{ path: '/mediatedOn', says }]);
    }
    const objections = withOutcome(project.publicity.objections, input).map(({ objectionId, outcome }) => ({
      id: objectionId,
      outcome,
    }));
    const findings = objectionsHaveOutcomes({ objections, planChangedMaterially: input.materialChange }, on, pack);
    return granted(
      input.materialChange
        ? {
            outcome: 'plan-changed',
            result: NOTHING,
            findings: [...findings, findBallotAgain('协商调解', project, pack)],
          }
        : { outcome: 'mediated', result: NOTHING, findings },
    );
  },
  apply(project, { input, at }) {
    if (input.materialChange) return backToDesign(project, at);
    const objections = withOutcome(project.publicity.objections, input);
    return { ...project, publicity: { ...project.publicity, objections } };
  },
  outcome: ({ publicity }) => (openObjections(publicity).length === 0 ? 'mediated' : undefined),
});

const withOutcome = (objections: readonly Objection[], { objectionId, outcome }: MediationInput): Objection[] =>
  objections.map((each) => (each.objectionId === objectionId ? { ...each, outcome } : each));
