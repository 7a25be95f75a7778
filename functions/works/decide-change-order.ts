// The district office decides on a change; an exception rests on the auditor’s opinion.
import { decideChangeOrder as act } from '../../domain/projects/works/decide-change-order.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const decideChangeOrder = humanAct(
  act,
  restsOn((input) => (input.decision === 'EXCEPTION' ? [['/auditorOpinion', input.auditorOpinion]] : [])),
);
